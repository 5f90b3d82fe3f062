/// Who made a report was put right.
package struct CallerCorrected: Recordable, Hashable, Sendable {
    /// The incident that has the report.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// The number of the report.
    package var report: Int64 = 0
    /// What was known of the caller.
    package var before: Caller = Caller()
    /// What is known now.
    package var after: Caller = Caller()

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), report: Int64 = 0, before: Caller = Caller(),
        after: Caller = Caller()
    ) {
        self.incident = incident
        self.report = report
        self.before = before
        self.after = after
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "report", &report)
        visitor.visit(3, "before", &before)
        visitor.visit(4, "after", &after)
    }
}

extension CallerCorrected: Event {
    package static var kind: EventBody.Kind { .callerCorrected }
    package var subjects: EventSubjects { .incident(incident) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool { board.correct(self) }
}

extension EventRecord {
    /// The record without anything that it says of a caller: for pictures that leave the room.
    package func withoutCallers() -> EventRecord {
        var copy = self
        if case .incidentReported(var event) = body {
            event.report.by = Caller()
            copy.body = .incidentReported(event)
        } else if case .reportAdded(var event) = body {
            event.report.by = Caller()
            copy.body = .reportAdded(event)
        } else if case .callerCorrected(var event) = body {
            (event.before, event.after) = (Caller(), Caller())
            copy.body = .callerCorrected(event)
        } else if case .incidentRestored(var event) = body {
            for slot in event.before.reports.indices { event.before.reports[slot].by = Caller() }
            copy.body = .incidentRestored(event)
        }
        return copy
    }
}
