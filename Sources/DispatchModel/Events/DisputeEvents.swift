/// An incident is a dispute of a grade, with its deadlines; graded again it has new ones.
public struct DisputeGraded: Recordable, Hashable, Sendable {
    /// Which incident.
    public var incident: IncidentID = IncidentID(rawValue: 0)
    /// How grave it is.
    public var grade: DisputeGrade = .yellow
    /// By when those concerned are to be warned; nil for no such deadline.
    public var warnBy: Timestamp?
    /// By when it is to be routed; nil for no such deadline.
    public var routeBy: Timestamp?
    /// By when it is to be settled; nil for no such deadline.
    public var settleBy: Timestamp?

    /// Every field at its default.
    public init() {}

    /// Creates the record; what is left out keeps its default.
    public init(
        incident: IncidentID = IncidentID(rawValue: 0), grade: DisputeGrade = .yellow, warnBy: Timestamp? = nil,
        routeBy: Timestamp? = nil, settleBy: Timestamp? = nil
    ) {
        self.incident = incident
        self.grade = grade
        self.warnBy = warnBy
        self.routeBy = routeBy
        self.settleBy = settleBy
    }

    /// Shows every field to the visitor.
    public mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "grade", &grade)
        visitor.visit(3, "warnBy", &warnBy)
        visitor.visit(4, "routeBy", &routeBy)
        visitor.visit(5, "settleBy", &settleBy)
    }
}

/// A step of a dispute was done.
public struct DisputeAdvanced: Recordable, Hashable, Sendable {
    /// Which incident.
    public var incident: IncidentID = IncidentID(rawValue: 0)
    /// Which step.
    public var step: DisputeStep = .warned
    /// When.
    public var at: Timestamp = Timestamp.epoch

    /// Every field at its default.
    public init() {}

    /// Creates the record; what is left out keeps its default.
    public init(
        incident: IncidentID = IncidentID(rawValue: 0), step: DisputeStep = .warned, at: Timestamp = Timestamp.epoch
    ) {
        self.incident = incident
        self.step = step
        self.at = at
    }

    /// Shows every field to the visitor.
    public mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "step", &step)
        visitor.visit(3, "at", &at)
    }
}

/// A dispute was handed over to mediation.
public struct MediationBegun: Recordable, Hashable, Sendable {
    /// Which incident.
    public var incident: IncidentID = IncidentID(rawValue: 0)
    /// Which, by whom, until when.
    public var mediation: Mediation = Mediation()

    /// Every field at its default.
    public init() {}

    /// Creates the record; what is left out keeps its default.
    public init(
        incident: IncidentID = IncidentID(rawValue: 0), mediation: Mediation = Mediation()
    ) {
        self.incident = incident
        self.mediation = mediation
    }

    /// Shows every field to the visitor.
    public mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "mediation", &mediation)
    }
}
