/// What makes an incident a dispute (矛盾纠纷): its grade, the three deadlines of 三及时, and its mediation.
package struct Dispute: Recordable, Hashable, Sendable {
    /// How grave it is.
    package var grade: DisputeGrade = .yellow
    /// By when those concerned are to be warned (及时预警); nil for no such deadline.
    package var warnBy: Timestamp?
    /// By when it is to be routed to whoever settles it (及时分流); nil for no such deadline.
    package var routeBy: Timestamp?
    /// By when it is to be settled (及时化解); nil for no such deadline.
    package var settleBy: Timestamp?
    /// When they were warned; nil while they were not.
    package var warned: Timestamp?
    /// When it was routed; nil while it was not.
    package var routed: Timestamp?
    /// When it was settled; nil while it was not.
    package var settled: Timestamp?
    /// Its hand-over to mediation; nil while there is none.
    package var mediation: Mediation?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        grade: DisputeGrade = .yellow, warnBy: Timestamp? = nil, routeBy: Timestamp? = nil, settleBy: Timestamp? = nil,
        warned: Timestamp? = nil, routed: Timestamp? = nil, settled: Timestamp? = nil, mediation: Mediation? = nil
    ) {
        self.grade = grade
        self.warnBy = warnBy
        self.routeBy = routeBy
        self.settleBy = settleBy
        self.warned = warned
        self.routed = routed
        self.settled = settled
        self.mediation = mediation
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "grade", &grade)
        visitor.visit(2, "warnBy", &warnBy)
        visitor.visit(3, "routeBy", &routeBy)
        visitor.visit(4, "settleBy", &settleBy)
        visitor.visit(5, "warned", &warned)
        visitor.visit(6, "routed", &routed)
        visitor.visit(7, "settled", &settled)
        visitor.visit(8, "mediation", &mediation)
    }

    /// True while somebody else has to bring it to an end: handed over to mediation and not settled.
    package var isInMediation: Bool { mediation != nil && settled == nil }

    /// The next deadline that counts: the earliest of the steps not done, or of the mediation once it was handed over;
    /// nil when nothing is left to do.
    package var nextDeadline: Timestamp? {
        guard settled == nil else { return nil }
        let steps = DisputeStep.allCases.filter { mediation == nil || $0 != .settled }
        let open = steps.compactMap { self[$0].done == nil ? self[$0].by : nil }
        return (open + [mediation?.due].compactMap { $0 }).min()
    }

    /// The deadline of a step and when it was done.
    package subscript(step: DisputeStep) -> (by: Timestamp?, done: Timestamp?) {
        switch step {
        case .warned: (warnBy, warned)
        case .routed: (routeBy, routed)
        case .settled: (settleBy, settled)
        }
    }
}

/// The hand-over of a dispute to mediation (调解).
package struct Mediation: Recordable, Hashable, Sendable {
    /// Which kind of mediation.
    package var kind: MediationKind = .people
    /// Who mediates, in the operator's words; may be empty.
    package var body: String = ""
    /// When it was handed over.
    package var since: Timestamp = Timestamp.epoch
    /// By when the mediation is to have an outcome.
    package var due: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        kind: MediationKind = .people, body: String = "", since: Timestamp = Timestamp.epoch,
        due: Timestamp = Timestamp.epoch
    ) {
        self.kind = kind
        self.body = body
        self.since = since
        self.due = due
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "kind", &kind)
        visitor.visit(2, "body", &body)
        visitor.visit(3, "since", &since)
        visitor.visit(4, "due", &due)
    }
}
