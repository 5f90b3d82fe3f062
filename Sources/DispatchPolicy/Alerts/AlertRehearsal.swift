import DispatchModel

/// Tries suppression rules on a recorded journal and says what each would have hidden.
///
/// The journal's events are folded as they stand, without what rules hid then; the rules on trial hide on top, at the
/// times at which they would have. Every occurrence that a rule hides counts once, at the most severe it was while hidden.
package struct AlertRehearsal: Sendable {
    /// An occurrence that a rule would have hidden.
    package struct Hidden: Hashable, Sendable {
        /// Which alert.
        package var alert: AlertID
        /// Which of its occurrences.
        package var occurrence: Int64
        /// When it came on.
        package var raised: Timestamp
        /// The alert as it stood when it was hidden.
        package var facts: Alert
    }

    /// What one rule would have hidden.
    package struct Result: Hashable, Sendable {
        /// The rule's name.
        package var rule: String
        /// Occurrences of high severity.
        package var high = 0
        /// Occurrences of medium severity.
        package var medium = 0
        /// Occurrences of low severity.
        package var low = 0
        /// The occurrences of high severity that were meant, the earliest first, at most `namedLimit`.
        package var named: [Hidden] = []
        /// Occurrences of high severity that only an exercise or test was about.
        package var highNotMeant = 0

        /// Occurrences in all.
        package var total: Int { high + medium + low }
    }

    /// Occurrences that came on while the rules were tried.
    package private(set) var raised = 0

    private var rules: [SuppressionRule]
    private var board = Board()
    private var engine: AlertEngine
    private let since: Timestamp
    /// The rule and severity under which each occurrence on the board was counted.
    private var counted: [Key: (rule: String, severity: AlertSeverity)] = [:]
    private var tallies: [String: Result] = [:]

    private struct Key: Hashable {
        var alert: AlertID
        var occurrence: Int64
    }

    /// The most occurrences that are named for one rule.
    package static let namedLimit = 1000
    /// The most counted occurrences that are remembered; older ones have left the board.
    private static let countedLimit = 100_000

    /// A rehearsal of rules in a room with these shifts; what came on before `since` is not counted.
    package init(rules: [SuppressionRule], shifts: Shifts, since: Timestamp = .epoch) {
        self.rules = rules
        self.since = since
        var trial = AlertRules()
        trial.suppression = rules
        engine = AlertEngine(rules: trial, shifts: shifts, board: board)
        for rule in rules { tallies[rule.name] = Result(rule: rule.name) }
    }

    /// What each rule would have hidden, in the order of the rules.
    package var results: [Result] { rules.compactMap { tallies[$0.name] } }

    /// Takes the next event, in the order of the journal.
    package mutating func apply(_ record: EventRecord) {
        settle(before: record.at)
        if case .alertHidden(let event) = record.body, event.hiding.way == .suppressed { return }
        if case .alertShown(let event) = record.body, event.way == .suppressed { return }
        if case .unitPositionReported = record.body { return }
        board.apply(record)
        engine.observe(record, board: board)
        if case .alertRaised = record.body, record.at >= since { raised += 1 }
        // A rule lets go at once of what has come to matter too much for it.
        settle(before: record.at)
        if let alert = record.body.alert.flatMap({ board.alerts[$0] }) { count(alert) }
    }

    /// Lets the rules act until a time, as once the journal has ended.
    package mutating func settle(before now: Timestamp) {
        var rounds = 0
        while let due = engine.nextDue, due <= now, rounds < 10_000 {
            let at = max(due, board.lastEventAt)
            guard at <= now else { return }
            for body in engine.due(at: at, board: board) {
                let record = EventRecord(position: board.position, at: at, actor: .policy, body: body)
                board.apply(record)
                engine.observe(record, board: board)
                if let alert = body.alert.flatMap({ board.alerts[$0] }) { count(alert) }
            }
            rounds += 1
        }
    }

    /// Counts an occurrence that a rule hides now.
    private mutating func count(_ alert: Alert) {
        guard let rule = alert.hiding(.suppressed)?.reason, alert.active, alert.raised >= since else { return }
        let key = Key(alert: alert.id, occurrence: alert.occurrence)
        if let known = counted[key] {
            guard alert.severity < known.severity else { return }
            add(known.severity, -1, to: known.rule)
        }
        if counted.count >= AlertRehearsal.countedLimit {
            counted = counted.filter { board.alerts.contains($0.key.alert) }
        }
        counted[key] = (rule, alert.severity)
        add(alert.severity, 1, to: rule)
        guard alert.severity == .high else { return }
        guard alert.isMeant else {
            tallies[rule]?.highNotMeant += 1
            return
        }
        guard tallies[rule]?.named.count ?? 0 < AlertRehearsal.namedLimit else { return }
        tallies[rule]?.named.append(
            Hidden(alert: alert.id, occurrence: alert.occurrence, raised: alert.raised, facts: alert))
    }

    private mutating func add(_ severity: AlertSeverity, _ number: Int, to rule: String) {
        switch severity {
        case .high: tallies[rule]?.high += number
        case .medium: tallies[rule]?.medium += number
        case .low: tallies[rule]?.low += number
        }
    }
}
