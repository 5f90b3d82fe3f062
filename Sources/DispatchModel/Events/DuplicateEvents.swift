/// Two incidents seem to be the same event. A proposal: an operator merges, cross-references or dismisses it.
package struct DuplicateProposed: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// The other incident and why; the other gets the mirror image.
    package var proposal: DuplicateProposal = DuplicateProposal()

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), proposal: DuplicateProposal = DuplicateProposal()
    ) {
        self.incident = incident
        self.proposal = proposal
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "proposal", &proposal)
    }
}

extension DuplicateProposed: Event {
    package static var kind: EventBody.Kind { .duplicateProposed }
    package var subjects: EventSubjects { .incidents(incident, proposal.other) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.propose(self)
    }
}

/// An operator said that two incidents are two events.
package struct DuplicateDismissed: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// The other incident.
    package var with: IncidentID = IncidentID(rawValue: 0)

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), with: IncidentID = IncidentID(rawValue: 0)
    ) {
        self.incident = incident
        self.with = with
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "with", &with)
    }
}

extension DuplicateDismissed: Event {
    package static var kind: EventBody.Kind { .duplicateDismissed }
    package var subjects: EventSubjects { .incidents(incident, with) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.dismiss(self)
    }
}
