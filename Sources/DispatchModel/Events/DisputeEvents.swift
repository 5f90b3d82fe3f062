/// An incident is a dispute of a grade, with its deadlines; graded again it has new ones.
package struct DisputeGraded: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// How grave it is.
    package var grade: DisputeGrade = .yellow
    /// By when those concerned are to be warned; nil for no such deadline.
    package var warnBy: Timestamp?
    /// By when it is to be routed; nil for no such deadline.
    package var routeBy: Timestamp?
    /// By when it is to be settled; nil for no such deadline.
    package var settleBy: Timestamp?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
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
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "grade", &grade)
        visitor.visit(3, "warnBy", &warnBy)
        visitor.visit(4, "routeBy", &routeBy)
        visitor.visit(5, "settleBy", &settleBy)
    }
}

extension DisputeGraded: Event {
    package static var kind: EventBody.Kind { .disputeGraded }
    package var subjects: EventSubjects { .incident(incident) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.incidents.change(incident) { incident in
            var dispute = incident.dispute ?? Dispute()
            dispute.grade = grade
            dispute.warnBy = warnBy
            dispute.routeBy = routeBy
            dispute.settleBy = settleBy
            // Graded anew it is a matter again.
            dispute.settled = nil
            incident.dispute = dispute
        }
    }
}

/// A step of a dispute was done.
package struct DisputeAdvanced: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// Which step.
    package var step: DisputeStep = .warned
    /// When.
    package var at: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), step: DisputeStep = .warned, at: Timestamp = Timestamp.epoch
    ) {
        self.incident = incident
        self.step = step
        self.at = at
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "step", &step)
        visitor.visit(3, "at", &at)
    }
}

extension DisputeAdvanced: Event {
    package static var kind: EventBody.Kind { .disputeAdvanced }
    package var subjects: EventSubjects { .incident(incident) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.incidents.change(incident) { incident in
            switch step {
            case .warned: incident.dispute?.warned = at
            case .routed: incident.dispute?.routed = at
            case .settled: incident.dispute?.settled = at
            }
        }
    }
}

/// A dispute was handed over to mediation.
package struct MediationBegun: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// Which, by whom, until when.
    package var mediation: Mediation = Mediation()

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), mediation: Mediation = Mediation()
    ) {
        self.incident = incident
        self.mediation = mediation
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "mediation", &mediation)
    }
}

extension MediationBegun: Event {
    package static var kind: EventBody.Kind { .mediationBegun }
    package var subjects: EventSubjects { .incident(incident) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.incidents.change(incident) { $0.dispute?.mediation = mediation }
    }
}
