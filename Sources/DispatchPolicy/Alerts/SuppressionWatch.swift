import DispatchModel

/// Which alerts the suppression rules of a room hide.
///
/// What is hidden depends on facts alone (what is on, what it says, the hour), never on what was hidden before, so it
/// cannot swing to and fro. What a rule hides hides nothing itself; where rules go round in a circle the alert that came
/// on first stays in sight (see `SuppressionSolver`).
struct SuppressionWatch: Sendable {
    private let rules: [SuppressionRule]
    private let minutesEast: Int
    private var entries: [AlertID: Entry] = [:]
    /// True when what is hidden may have to change.
    private var isDirty = false
    /// When the hours of a rule next begin or end; nil before the first look.
    private var edge: Timestamp?

    /// What matters of an alert that a rule is about or that is a cause for one.
    struct Entry: Sendable {
        /// The rules that are about it, one bit each.
        var fits: UInt64
        /// The rules that it is a cause for, one bit each.
        var causes: UInt64
        var place: String
        var raised: Timestamp
        /// It is on, and in service.
        var isOn: Bool
    }

    init(_ rules: [SuppressionRule], minutesEast: Int) {
        self.rules = Array(rules.prefix(AlertRules.suppressionLimit))
        self.minutesEast = minutesEast
    }

    /// Keeps in step with an alert as it stands; nil once it has left the board.
    mutating func refresh(_ id: AlertID, _ alert: Alert?) {
        guard let alert else {
            if entries.removeValue(forKey: id) != nil { isDirty = true }
            return
        }
        guard !rules.isEmpty || entries[id] != nil || alert.hiding(.suppressed) != nil else { return }
        let facts = AlertFacts(alert)
        var entry = Entry(
            fits: 0, causes: 0, place: alert.reported?.place.text ?? "", raised: alert.raised,
            isOn: alert.active && alert.hiding(.outOfService) == nil)
        for (index, rule) in rules.enumerated() {
            if rule.pattern.matches(facts) { entry.fits |= 1 << UInt64(index) }
            if let cause = rule.cause, cause.matches(facts) { entry.causes |= 1 << UInt64(index) }
        }
        // A rule that was taken away must let go of what it hides.
        let isOurs = entry.fits != 0 || entry.causes != 0 || alert.hiding(.suppressed) != nil
        if isOurs || entries[id] != nil { isDirty = true }
        entries[id] = isOurs ? entry : nil
    }

    /// When to look again; nil when only an alert can change anything.
    var nextDue: Timestamp? {
        if isDirty { return .epoch }
        return entries.isEmpty ? nil : edge
    }

    /// The events that hide and show alerts at this time.
    mutating func due(at now: Timestamp, board: Board) -> [EventBody] {
        guard let next = nextDue, next <= now else { return [] }
        isDirty = false
        let hours = rules.compactMap(\.hours)
        edge = hours.map { $0.edge(after: now, minutesEast: minutesEast) }.min()
        var solver = SuppressionSolver(rules: rules)
        for (index, rule) in rules.enumerated() where rule.hours?.contains(now, minutesEast: minutesEast) ?? true {
            solver.open |= 1 << UInt64(index)
        }
        let ordered = entries.sorted { ($0.value.raised, $0.key) < ($1.value.raised, $1.key) }
        let hiders = solver.solve(ordered.map(\.value))
        var events: [EventBody] = []
        for ((id, _), rule) in zip(ordered, hiders) {
            guard let alert = board.alerts[id] else { continue }
            if let event = change(alert, rule.map { rules[$0] }, now) { events.append(event) }
        }
        return events
    }

    private func change(_ alert: Alert, _ rule: SuppressionRule?, _ now: Timestamp) -> EventBody? {
        let current = alert.hiding(.suppressed)
        guard let rule else {
            guard current != nil else { return nil }
            return .alertShown(AlertShown(alert: alert.id, way: .suppressed, cause: .ruleEnded, at: now))
        }
        guard current?.reason != rule.name else { return nil }
        return .alertHidden(
            AlertHidden(
                alert: alert.id, hiding: AlertHiding(way: .suppressed, since: now, reason: rule.name),
                severity: alert.severity))
    }
}

/// Works out which alerts are hidden when what hides an alert may be hidden itself.
///
/// An alert is hidden when a rule without a cause is about it, or one whose cause stays in sight. Decided are first the
/// alerts about which nothing is open, then those that follow from them, and so on; what is left goes round in a circle,
/// and there the first that came on is taken to stay in sight (the grounded solution, completed in a fixed order).
struct SuppressionSolver {
    let rules: [SuppressionRule]
    /// The rules whose hours are on, one bit each.
    var open: UInt64 = 0

    private var counts: [CauseGroup: Counts] = [:]

    init(rules: [SuppressionRule]) {
        self.rules = rules
    }

    /// Causes that hide the same alerts: of one rule, at one place when the rule asks for that.
    private struct CauseGroup: Hashable {
        var rule: Int
        var place: String
    }

    private struct Counts {
        var undecided = 0
        var inSight = 0
    }

    /// For each alert the rule that hides it; nil for one that stays in sight. Alerts come in the order in which they
    /// came on.
    mutating func solve(_ entries: [SuppressionWatch.Entry]) -> [Int?] {
        var hiders: [Int?] = Array(repeating: nil, count: entries.count)
        var undecided: [Int] = []
        let plain = bits { $0.cause == nil }
        for (index, entry) in entries.enumerated() {
            if let rule = first(entry.fits & open & plain) {
                hiders[index] = rule
            } else {
                undecided.append(index)
                for group in groups(of: entry) { counts[group, default: Counts()].undecided += 1 }
            }
        }
        while !undecided.isEmpty {
            let before = undecided.count
            undecided.removeAll { decide(entries[$0], &hiders[$0]) }
            guard undecided.count == before else { continue }
            settle(entries[undecided.removeFirst()], inSight: true)
        }
        return hiders
    }

    /// True when it is clear whether an alert stays in sight.
    private mutating func decide(_ entry: SuppressionWatch.Entry, _ hider: inout Int?) -> Bool {
        var isOpen = false
        for rule in indices(entry.fits & open) where rules[rule].cause != nil {
            let group = CauseGroup(rule: rule, place: rules[rule].samePlace ? entry.place : "")
            guard let count = counts[group] else { continue }
            if count.inSight > 0 {
                hider = rule
                settle(entry, inSight: false)
                return true
            }
            // It is no cause for itself.
            let itself = entry.isOn && entry.causes & (1 << UInt64(rule)) != 0 ? 1 : 0
            if count.undecided > itself { isOpen = true }
        }
        if !isOpen { settle(entry, inSight: true) }
        return !isOpen
    }

    private mutating func settle(_ entry: SuppressionWatch.Entry, inSight: Bool) {
        for group in groups(of: entry) {
            counts[group]?.undecided -= 1
            if inSight { counts[group]?.inSight += 1 }
        }
    }

    private func groups(of entry: SuppressionWatch.Entry) -> [CauseGroup] {
        guard entry.isOn else { return [] }
        return indices(entry.causes & open).compactMap { rule in
            // What happens nowhere is not at the same place as anything.
            if rules[rule].samePlace, entry.place.isEmpty { return nil }
            return CauseGroup(rule: rule, place: rules[rule].samePlace ? entry.place : "")
        }
    }

    private func bits(_ holds: (SuppressionRule) -> Bool) -> UInt64 {
        rules.enumerated().reduce(0) { holds($1.element) ? $0 | 1 << UInt64($1.offset) : $0 }
    }

    private func first(_ bits: UInt64) -> Int? { bits == 0 ? nil : bits.trailingZeroBitCount }

    private func indices(_ bits: UInt64) -> [Int] {
        var (rest, found) = (bits, [Int]())
        while rest != 0 {
            found.append(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        return found
    }
}
