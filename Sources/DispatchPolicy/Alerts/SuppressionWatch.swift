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
