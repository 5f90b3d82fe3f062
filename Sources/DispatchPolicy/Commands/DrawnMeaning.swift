import DispatchModel

/// What a row meant when it was drawn, so that a command is refused when the thing has become another.
package enum DrawnMeaning: Hashable, Sendable {
    /// An incident's row.
    case incident(IncidentMeaning)
    /// A unit's row.
    case unit(UnitMeaning)
}

/// What an incident means to somebody who acts on it. Ages, notes and further reports do not change it.
package struct IncidentMeaning: Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID
    /// How urgent it is.
    package var priority: Priority
    /// The code of its type.
    package var type: String
    /// Its place in words.
    package var place: BilingualText
    /// False once closed.
    package var isOpen: Bool
    /// The units assigned to it, in order.
    package var units: [UnitID]

    /// The meaning of an incident as it stands.
    package init(_ incident: Incident) {
        self.incident = incident.id
        priority = incident.priority
        type = incident.type
        place = incident.place.words
        isOpen = incident.isOpen
        units = incident.assignments.filter(\.isOpen).map(\.unit)
    }
}

/// What a unit means to somebody who acts on it. Its position and ages do not change it.
package struct UnitMeaning: Hashable, Sendable {
    /// Which unit.
    package var unit: UnitID
    /// What it is doing.
    package var status: UnitStatus
    /// For which incident.
    package var incident: IncidentID?

    /// The meaning of a unit as it stands.
    package init(_ unit: FieldUnit) {
        self.unit = unit.id
        status = unit.status
        incident = unit.incident
    }
}

/// One way in which a thing differs from what was drawn.
package enum Difference: Hashable, Sendable {
    /// The priority was another.
    case priority(IncidentID, was: Priority, now: Priority)
    /// The type was another.
    case type(IncidentID, was: String, now: String)
    /// The place was another.
    case place(IncidentID, was: BilingualText, now: BilingualText)
    /// It has been closed.
    case closed(IncidentID)
    /// It has been opened again.
    case reopened(IncidentID)
    /// Other units are assigned to it.
    case units(IncidentID, was: [UnitID], now: [UnitID])
    /// The unit's status was another.
    case status(UnitID, was: UnitStatus, now: UnitStatus)
    /// The unit was busy with another incident, or with none.
    case task(UnitID, was: IncidentID?, now: IncidentID?)
    /// The incident is no longer on the board.
    case incidentGone(IncidentID)
    /// The unit is no longer on the board.
    case unitGone(UnitID)
}

extension DrawnMeaning {
    /// How the board differs from what was drawn; empty when it does not.
    func differences(on board: Board) -> [Difference] {
        switch self {
        case .incident(let drawn):
            guard let incident = board.incidents[drawn.incident] else { return [.incidentGone(drawn.incident)] }
            return DrawnMeaning.differences(drawn, IncidentMeaning(incident))
        case .unit(let drawn):
            guard let unit = board.units[drawn.unit] else { return [.unitGone(drawn.unit)] }
            return DrawnMeaning.differences(drawn, UnitMeaning(unit))
        }
    }

    private static func differences(_ was: IncidentMeaning, _ now: IncidentMeaning) -> [Difference] {
        var found: [Difference] = []
        if was.isOpen, !now.isOpen { found.append(.closed(was.incident)) }
        if !was.isOpen, now.isOpen { found.append(.reopened(was.incident)) }
        if was.priority != now.priority { found.append(.priority(was.incident, was: was.priority, now: now.priority)) }
        if was.type != now.type { found.append(.type(was.incident, was: was.type, now: now.type)) }
        if was.place != now.place { found.append(.place(was.incident, was: was.place, now: now.place)) }
        if was.units != now.units { found.append(.units(was.incident, was: was.units, now: now.units)) }
        return found
    }

    private static func differences(_ was: UnitMeaning, _ now: UnitMeaning) -> [Difference] {
        var found: [Difference] = []
        if was.incident != now.incident { found.append(.task(was.unit, was: was.incident, now: now.incident)) }
        if was.status != now.status { found.append(.status(was.unit, was: was.status, now: now.status)) }
        return found
    }
}
