/// One unit sent to one incident, with its times.
package struct Assignment: Recordable, Hashable, Sendable {
    /// Its identity.
    package var id: AssignmentID = AssignmentID(rawValue: 0)
    /// Who was sent.
    package var unit: UnitID = UnitID(rawValue: 0)
    /// When the unit was sent (派警); nil when the log does not say.
    package var assigned: Timestamp?
    /// When the crew read it (签收).
    package var acknowledged: Timestamp?
    /// When the crew moved (出警).
    package var enRoute: Timestamp?
    /// When the crew was there (到场).
    package var arrived: Timestamp?
    /// When it left the scene with somebody.
    package var transporting: Timestamp?
    /// When it reached the hospital or station.
    package var atDestination: Timestamp?
    /// When it reported from the scene (反馈).
    package var feedback: Timestamp?
    /// When it was free again.
    package var cleared: Timestamp?
    /// When it was taken back before it was done; it then counts in no figure.
    package var withdrawn: Timestamp?
    /// True when a time lies before one that should precede it; such times are kept as recorded.
    package var timesBackwards: Bool = false

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        id: AssignmentID = AssignmentID(rawValue: 0), unit: UnitID = UnitID(rawValue: 0), assigned: Timestamp? = nil,
        acknowledged: Timestamp? = nil, enRoute: Timestamp? = nil, arrived: Timestamp? = nil,
        transporting: Timestamp? = nil, atDestination: Timestamp? = nil, feedback: Timestamp? = nil,
        cleared: Timestamp? = nil, withdrawn: Timestamp? = nil, timesBackwards: Bool = false
    ) {
        self.id = id
        self.unit = unit
        self.assigned = assigned
        self.acknowledged = acknowledged
        self.enRoute = enRoute
        self.arrived = arrived
        self.transporting = transporting
        self.atDestination = atDestination
        self.feedback = feedback
        self.cleared = cleared
        self.withdrawn = withdrawn
        self.timesBackwards = timesBackwards
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "id", &id)
        visitor.visit(2, "unit", &unit)
        visitor.visit(3, "assigned", &assigned)
        visitor.visit(4, "acknowledged", &acknowledged)
        visitor.visit(5, "enRoute", &enRoute)
        visitor.visit(6, "arrived", &arrived)
        visitor.visit(7, "transporting", &transporting)
        visitor.visit(8, "atDestination", &atDestination)
        visitor.visit(9, "feedback", &feedback)
        visitor.visit(10, "cleared", &cleared)
        visitor.visit(11, "withdrawn", &withdrawn)
        visitor.visit(12, "timesBackwards", &timesBackwards)
    }

    /// True until the unit is cleared or withdrawn.
    package var isOpen: Bool { cleared == nil && withdrawn == nil }

    /// True when its unit is known to have been at the scene.
    package var wasThere: Bool { arrived != nil || transporting != nil || atDestination != nil }

    /// The time of a milestone.
    package subscript(milestone: Milestone) -> Timestamp? {
        get {
            switch milestone {
            case .assigned: assigned
            case .acknowledged: acknowledged
            case .enRoute: enRoute
            case .arrived: arrived
            case .transporting: transporting
            case .atDestination: atDestination
            case .feedback: feedback
            case .cleared: cleared
            }
        }
        set {
            switch milestone {
            case .assigned: assigned = newValue
            case .acknowledged: acknowledged = newValue
            case .enRoute: enRoute = newValue
            case .arrived: arrived = newValue
            case .transporting: transporting = newValue
            case .atDestination: atDestination = newValue
            case .feedback: feedback = newValue
            case .cleared: cleared = newValue
            }
        }
    }

    /// The status that the assignment's times imply for its unit.
    package var impliedStatus: UnitStatus {
        if cleared != nil { return .available }
        if transporting != nil { return .transporting }
        if arrived != nil { return .onScene }
        return enRoute != nil ? .enRoute : .dispatched
    }
}
