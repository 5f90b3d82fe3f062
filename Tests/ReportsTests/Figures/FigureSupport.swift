import DispatchModel
import Reports

/// Writes a short story of events by hand.
struct Story {
    var accumulator = FigureAccumulator()
    private var position: JournalPosition = 0

    mutating func tell(_ body: EventBody) {
        position += 1
        accumulator.apply(EventRecord(position: position, at: .epoch, actor: .system, body: body))
    }

    mutating func unit(_ number: UInt32, _ kind: UnitKind = .engine) {
        tell(.unitRegistered(UnitRegistered(unit: UnitID(rawValue: number), callsign: "U\(number)", kind: kind)))
    }

    mutating func incident(
        _ number: UInt32, received: Int64, priority: Priority = .p2, type: String = "fire", beat: String = "B1"
    ) {
        let at = Timestamp(seconds: received)
        tell(
            .incidentReported(
                IncidentReported(
                    incident: IncidentID(rawValue: number), type: type, priority: priority, beat: beat, received: at,
                    report: Report(number: Int64(number), at: at))))
    }

    mutating func assign(_ incident: UInt32, _ assignment: UInt32, unit: UInt32, at: Int64?) {
        tell(
            .unitAssigned(
                UnitAssigned(
                    incident: IncidentID(rawValue: incident), assignment: AssignmentID(rawValue: assignment),
                    unit: UnitID(rawValue: unit), assigned: at.map { Timestamp(seconds: $0) })))
    }

    mutating func advance(_ incident: UInt32, _ assignment: UInt32, _ milestone: Milestone, at: Int64) {
        tell(
            .assignmentAdvanced(
                AssignmentAdvanced(
                    incident: IncidentID(rawValue: incident), assignment: AssignmentID(rawValue: assignment),
                    milestone: milestone, at: Timestamp(seconds: at))))
    }
}
