import DispatchModel

/// A call for service, as far as demand goes.
package struct ReceivedCall: Hashable, Sendable {
    /// When the first report came in.
    package var received: Timestamp
    /// The beat that owns it; empty when unknown.
    package var beat: String
    /// How urgent it is.
    package var priority: Priority
    /// The group of its type: the type's code.
    package var group: String
    /// Where it is, when that is known.
    package var point: GeoPoint?
    /// True when no caller asked for it: a crew came upon it or made a stop.
    package var isOfficerInitiated: Bool

    /// Creates a call.
    package init(
        received: Timestamp, beat: String, priority: Priority, group: String, point: GeoPoint? = nil,
        isOfficerInitiated: Bool = false
    ) {
        self.received = received
        self.beat = beat
        self.priority = priority
        self.group = group
        self.point = point
        self.isOfficerInitiated = isOfficerInitiated
    }

    /// The call of an incident, as it was first reported by somebody or something.
    package init(_ event: IncidentReported, by actor: Actor) {
        self.init(
            received: event.received, beat: event.beat, priority: event.priority, group: event.type,
            point: event.place.point.flatMap { $0.isAtZero ? nil : $0 },
            isOfficerInitiated: actor.kind == .crew || Self.saysOfficerInitiated(event.type)
                || Self.saysOfficerInitiated(event.report.text))
    }

    /// Patrols make calls: where more of them stand, more is come upon. Such calls say nothing of what will be asked for.
    ///
    /// Dispatch systems write it into the type, as Seattle does: "TRAFFIC STOP - OFFICER INITIATED ONVIEW".
    static func saysOfficerInitiated(_ text: String) -> Bool {
        let upper = text.uppercased()
        return ["OFFICER INITIATED", "OFFICER-INITIATED", "ONVIEW", "ON-VIEW", "ON VIEW", "SELF-INITIATED"]
            .contains { upper.contains($0) } || text.contains("巡逻发现")
    }
}
