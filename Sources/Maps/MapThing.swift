import DispatchModel
import DispatchPolicy
import Ground

/// What stands on a map and can be meant there.
package enum MapThingID: Hashable, Sendable {
    /// An open incident.
    case incident(IncidentID)
    /// A unit on duty.
    case unit(UnitID)
    /// An alert that has a place of its own.
    case alert(AlertID)
    /// A post of the ground, by its place in the list.
    case post(Int)
}

/// How urgent a thing on the map is and how it is marked. Of several in a cell the one with the least value is seen.
package enum MapMark: UInt8, CaseIterable, Sendable, Comparable {
    /// A unit that calls for help, and the incident of its call.
    case emergency
    /// A P1 that waits for a unit.
    case p1Waiting
    /// A P1 that units are sent to or at.
    case p1Served
    /// A severe alert that nobody has answered.
    case alertHigh
    /// A P2 that waits.
    case p2Waiting
    /// A P2 that units are sent to or at.
    case p2Served
    /// A medium alert that nobody has answered.
    case alertMedium
    /// A P3 that waits.
    case p3Waiting
    /// A unit on its way.
    case unitMoving
    /// A unit at a scene.
    case unitOnScene
    /// A unit that can be sent.
    case unitFree
    /// A slight alert that nobody has answered.
    case alertLow
    /// A P3 that units are sent to or at.
    case p3Served
    /// An alert that was answered or has gone, and one that is not meant.
    case alertCalm
    /// A P4 or P5, or what is held.
    case low
    /// A post.
    case post

    /// The more urgent first.
    package static func < (left: MapMark, right: MapMark) -> Bool { left.rawValue < right.rawValue }

    /// True for incidents of the first priority and calls for help: what is always drawn.
    package var isNeverHidden: Bool { self <= .p1Served }

    /// True for what is drawn before the figures of beats are: P1s and P2s, calls for help and severe alerts.
    var isBeforeFigures: Bool { self <= .p2Served }

    /// How an alert is marked; nil for one that is out of sight or is no alert any more.
    init?(_ alert: Alert) {
        guard alert.isInSight, alert.state != .normal else { return nil }
        guard alert.state == .unacknowledged, alert.isMeant else {
            self = .alertCalm
            return
        }
        switch alert.severity {
        case .high: self = .alertHigh
        case .medium: self = .alertMedium
        case .low: self = .alertLow
        }
    }

    /// How an open incident is marked.
    init(_ incident: Incident, isCallForHelp: Bool) {
        if isCallForHelp {
            self = .emergency
            return
        }
        let waits = incident.progress == .waiting
        switch incident.priority {
        case .p1: self = waits ? .p1Waiting : .p1Served
        case .p2: self = waits ? .p2Waiting : incident.progress == .held ? .low : .p2Served
        case .p3: self = waits ? .p3Waiting : incident.progress == .held ? .low : .p3Served
        case .p4, .p5: self = .low
        }
    }

    /// How a unit is marked; nil for one that is not on duty.
    init?(_ status: UnitStatus) {
        switch status {
        case .emergency: self = .emergency
        case .dispatched, .enRoute, .transporting: self = .unitMoving
        case .onScene: self = .unitOnScene
        case .available, .clear: self = .unitFree
        case .outOfService: return nil
        }
    }
}

/// A thing with its place on the map.
package struct MapThing: Hashable, Sendable {
    /// What it is.
    package var id: MapThingID
    /// Where it is.
    package var at: WorldPoint
    /// How urgent it is and how it is marked.
    package var mark: MapMark
    /// True when the place is that of its beat: nobody knows it better.
    package var isRough = false
    /// True when its receiver reports positions that are not to be believed.
    package var isDoubted = false
    /// When it was heard to be there; nil where that does not count, as for an incident.
    package var heardAt: Timestamp?
    /// The incident that a unit is at or on its way to.
    package var task: IncidentID?
    /// How far a unit comes in a minute, driving urgently, in metres along the straight line; 0 of what is no unit.
    package var pace = 0.0

    /// True for what moves by itself.
    var isUnit: Bool { if case .unit = id { true } else { false } }
}
