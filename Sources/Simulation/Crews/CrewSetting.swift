import DispatchModel
import DispatchPolicy

/// How the crews of a board behave: as in a replay, where they answer orders and nothing else, or as a district's crews
/// do, which patrol while they wait, write their reports, ask for back-up and are not heard where radio fails.
public struct CrewSetting: Sendable {
    /// How long each part of an assignment takes; nil for the figures of a replay.
    public var times: (@Sendable (CrewTask) -> CrewTimes)?
    /// Times the ordinary speed of everything that drives: weather and traffic. Above 0.
    public var speed = 1.0
    /// Where units are not heard.
    public var radio = RadioCover()
    /// The points between which the patrols of a beat move while they are ready; a beat without any has its units wait at
    /// their duty points.
    public var patrolPoints: [String: [GeoPoint]] = [:]
    /// True when every unit reports its position from the beginning, true also when an officer who called for help is safe
    /// again once somebody has come.
    public var isDistrict = false

    /// Crews as in a replay.
    public init() {}
}

/// What the times of an assignment depend on.
public struct CrewTask: Hashable, Sendable {
    /// The seed of all crews.
    public var seed: UInt64
    /// The stream of this assignment: of the call and the unit alone where the call has a name, so that whoever sends the
    /// same unit to the same call meets the same luck.
    public var stream: UInt64
    /// The record that the incident came from.
    public var source: SourceKey?
    /// The unit's kind.
    public var kind: UnitKind
    /// The incident's type.
    public var type: String
    /// The incident's priority.
    public var priority: Priority

    /// The task of an assignment in a district.
    init(seed: UInt64, incident: Incident, unit: FieldUnit, assignment: AssignmentID) {
        self.seed = seed
        source = incident.source
        stream = incident.source.map { Self.hash("\($0.id)|\(unit.callsign)") } ?? UInt64(assignment.rawValue)
        kind = unit.kind
        type = incident.type
        priority = incident.priority
    }

    /// FNV-1a, 64 bits (Fowler, Noll and Vo): a stream's number from a name, the same on every machine.
    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
