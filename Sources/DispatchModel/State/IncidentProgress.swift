/// What an incident's row shows as the state of its handling, the furthest unit counting.
package enum IncidentProgress: UInt8, CaseIterable, Comparable, Sendable {
    /// Put aside on purpose or handed over to mediation, no unit.
    case held = 1
    /// Nobody was sent yet.
    case waiting
    /// Units were there and have left; the incident is still open.
    case noUnit
    /// Sent, not yet moving.
    case assigned
    /// On the way.
    case enRoute
    /// Somebody has arrived.
    case onScene
    /// Taking somebody away.
    case transporting
    /// Ended.
    case closed

    /// The progress that a unit's status means for its incident.
    init(_ status: UnitStatus) {
        switch status {
        case .enRoute: self = .enRoute
        case .onScene, .emergency: self = .onScene
        case .transporting: self = .transporting
        default: self = .assigned
        }
    }

    /// Less far first.
    package static func < (left: IncidentProgress, right: IncidentProgress) -> Bool { left.rawValue < right.rawValue }
}
