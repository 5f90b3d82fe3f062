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
    private var young: [IncidentID: ReceivedCall] = [:]
    private var order: [IncidentID] = []

    /// The most incidents whose counting can still be put right.
    static let youngLimit = 8_192

    /// Before any record.
    package init(secondsEast: @escaping @Sendable (Timestamp) -> Int64) {
        history = DemandHistory(secondsEast: secondsEast)
    }

    /// A fold that goes on from what logs seeded.
    package init(_ history: DemandHistory) {
        self.history = history
    }

    /// Takes the next record, in the order of the journal.
    package mutating func apply(_ record: EventRecord) {
        position = record.position
        if case .incidentReported(let event) = record.body { report(event, by: record.actor) }
        if case .incidentTriaged(let event) = record.body { triage(event) }
        if case .incidentMerged(let event) = record.body, let call = young.removeValue(forKey: event.incident) {
            history.remove(call)
        }
        if record.at > Timestamp.epoch { history.know(record.at) }
    }

    private mutating func report(_ event: IncidentReported, by actor: Actor) {
        let call = ReceivedCall(event, by: actor)
        history.add(call)
        if order.count >= 2 * Self.youngLimit {
            for id in order.prefix(Self.youngLimit) { young.removeValue(forKey: id) }
            order.removeFirst(Self.youngLimit)
        }
        young[event.incident] = call
        order.append(event.incident)
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
