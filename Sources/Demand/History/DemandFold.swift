import DispatchModel

/// Folds a journal's records into the history of demand: what a snapshot does not hold is read again when a journal is opened.
///
/// An incident counts where and as what it was last taken for, while it is young enough to be remembered here; one that was
/// merged into another does not count twice.
package struct DemandFold: Sendable {
    /// What is known.
    package private(set) var history: DemandHistory
    /// The position of the last record folded in.
    package private(set) var position: JournalPosition = 0
    /// As what its hours are known: a journal's, or a log's when it is one that was played.
    package private(set) var kind = HourSeries.Kind.journal
    private let strays: StrayTimes
    /// When the calls of a log that was played came in, at most `judgedLimit` of them.
    private var received: [Timestamp] = []
    /// How many of them were judged.
    private var judged = 0
    private var young: [IncidentID: ReceivedCall] = [:]
    private var order: [IncidentID] = []

    /// The most incidents whose counting can still be put right.
    static let youngLimit = 8_192

    /// The most calls of a log whose times are judged: later ones of a greater log all count.
    static let judgedLimit = 4_000_000

    /// Calls received longer than this after their record, or before the first one, have times that cannot be right.
    private static let allowance = (ahead: Span.hours(1), behind: Span.hours(24))

    /// Before any record; `strays` are the calls of a log that was played whose times cannot be right, as far as they are
    /// known: none, for a journal that is read for the first time (`corrected`).
    package init(strays: StrayTimes, secondsEast: @escaping @Sendable (Timestamp) -> Int64) {
        history = DemandHistory(secondsEast: secondsEast)
        self.strays = strays
    }

    /// What is to be folded in place of this from the first record on, because other calls of the log that was played have
    /// times that cannot be right than it was told; nil while it has left out the right ones, and for any other journal.
    ///
    /// Which they are only the whole log tells, so a log is read twice where it has any.
    package mutating func corrected() -> DemandFold? {
        guard kind != .journal, received.count > judged else { return nil }
        judged = received.count
        let found = StrayTimes(received)
        return found == strays ? nil : DemandFold(strays: found, secondsEast: history.secondsEast)
    }

    /// Takes the next record, in the order of the journal.
    package mutating func apply(_ record: EventRecord) {
        position = record.position
        var isDeclared = false
        if case .modeDeclared(let event) = record.body {
            isDeclared = true
            declare(event)
        }
        if kind == .journal, record.at > .epoch {
            // A live room says anew what it shows when it begins again.
            history.recorded.hear(at: record.at, resumes: isDeclared && history.first != nil)
            history.know(record.at)
        }
        if case .incidentReported(let event) = record.body { report(event, record) }
        if case .incidentTriaged(let event) = record.body { triage(event) }
        if case .incidentMerged(let event) = record.body, let call = young.removeValue(forKey: event.incident) {
            history.remove(call)
        }
    }

    /// A log that is played is known as far as its calls go, and for as long as the log itself.
    private mutating func declare(_ event: ModeDeclared) {
        guard event.mode == .replay, kind == .journal else { return }
        kind = .log
        history = DemandHistory(weeks: DemandHistory.logWeeks, secondsEast: history.secondsEast)
    }

    private mutating func report(_ event: IncidentReported, _ record: EventRecord) {
        let call = ReceivedCall(event, by: record.actor)
        if kind != .journal, received.count < Self.judgedLimit { received.append(call.received) }
        guard !isStray(call.received, record) else { return history.leaveOut(call.received) }
        history.add(call, isKnowing: kind != .journal)
        if order.count >= 2 * Self.youngLimit {
            for id in order.prefix(Self.youngLimit) { young.removeValue(forKey: id) }
            order.removeFirst(Self.youngLimit)
        }
        young[event.incident] = call
        order.append(event.incident)
    }

    private func isStray(_ received: Timestamp, _ record: EventRecord) -> Bool {
        guard kind == .journal else { return strays.contains(received) }
        guard record.at > .epoch, let first = history.first else { return false }
        return received > record.at + Self.allowance.ahead || received < first - Self.allowance.behind
    }

    private mutating func triage(_ event: IncidentTriaged) {
        guard var call = young[event.incident] else { return }
        history.remove(call)
        if !event.type.isEmpty { call.group = event.type }
        if let priority = event.priority { call.priority = priority }
        if !event.beat.isEmpty { call.beat = event.beat }
        if let point = event.place?.point, !point.isAtZero { call.point = point }
        history.add(call)
        young[event.incident] = call
    }
}
