/// A new incident with its first report.
package struct IncidentReported: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// The code of its type.
    package var type: String = ""
    /// How urgent it is.
    package var priority: Priority = .p3
    /// Where it is.
    package var place: Place = Place()
    /// The beat that owns it.
    package var beat: String = ""
    /// When the report came in.
    package var received: Timestamp = Timestamp.epoch
    /// The caller's report.
    package var report: Report = Report()
    /// Gathered, or triaged when the source has already done that.
    package var stage: IncidentStage = .gathered
    /// The record of another system it came from.
    package var source: SourceKey?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), type: String = "", priority: Priority = .p3,
        place: Place = Place(), beat: String = "", received: Timestamp = Timestamp.epoch, report: Report = Report(),
        stage: IncidentStage = .gathered, source: SourceKey? = nil
    ) {
        self.incident = incident
        self.type = type
        self.priority = priority
        self.place = place
        self.beat = beat
        self.received = received
        self.report = report
        self.stage = stage
        self.source = source
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "type", &type)
        visitor.visit(3, "priority", &priority)
        visitor.visit(4, "place", &place)
        visitor.visit(5, "beat", &beat)
        visitor.visit(6, "received", &received)
        visitor.visit(7, "report", &report)
        visitor.visit(8, "stage", &stage)
        visitor.visit(9, "source", &source)
    }
}

extension IncidentReported: Event {
    package static var kind: EventBody.Kind { .incidentReported }
    package var subjects: EventSubjects { .incident(incident) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.report(self)
        return true
    }
}

/// Another caller's report of the same incident.
package struct ReportAdded: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// The report.
    package var report: Report = Report()

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), report: Report = Report()
    ) {
        self.incident = incident
        self.report = report
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "report", &report)
    }
}

extension ReportAdded: Event {
    package static var kind: EventBody.Kind { .reportAdded }
    package var subjects: EventSubjects { .incident(incident) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.counters.reports = max(board.counters.reports, report.number)
        if let key = report.source { board.sources[key] = incident }
        return board.incidents.change(incident) { $0.reports.append(report) }
    }
}

/// Type, priority, place or beat were confirmed or corrected.
package struct IncidentTriaged: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// The code of its type; empty leaves it.
    package var type: String = ""
    /// How urgent it is.
    package var priority: Priority?
    /// Where it is.
    package var place: Place?
    /// The beat that owns it; empty leaves it.
    package var beat: String = ""
    /// True when the incident leaves the stage gathered.
    package var confirmed: Bool = false

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), type: String = "", priority: Priority? = nil,
        place: Place? = nil, beat: String = "", confirmed: Bool = false
    ) {
        self.incident = incident
        self.type = type
        self.priority = priority
        self.place = place
        self.beat = beat
        self.confirmed = confirmed
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "type", &type)
        visitor.visit(3, "priority", &priority)
        visitor.visit(4, "place", &place)
        visitor.visit(5, "beat", &beat)
        visitor.visit(6, "confirmed", &confirmed)
    }
}

extension IncidentTriaged: Event {
    package static var kind: EventBody.Kind { .incidentTriaged }
    package var subjects: EventSubjects { .incident(incident) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.incidents.change(incident) { incident in
            if !type.isEmpty { incident.type = type }
            if let priority { incident.priority = priority }
            if let place { incident.place = place }
            if !beat.isEmpty { incident.beat = beat }
            if confirmed { incident.stage = max(incident.stage, .triaged) }
        }
    }
}

/// An incident was put aside on purpose.
package struct IncidentHeld: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// When the hold ends; nil until released.
    package var until: Timestamp?
    /// Why.
    package var reason: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), until: Timestamp? = nil, reason: String = ""
    ) {
        self.incident = incident
        self.until = until
        self.reason = reason
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "until", &until)
        visitor.visit(3, "reason", &reason)
    }
}

extension IncidentHeld: Event {
    package static var kind: EventBody.Kind { .incidentHeld }
    package var subjects: EventSubjects { .incident(incident) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.incidents.change(incident) { $0.beginHold(at: record.at, until: until) }
    }
}

/// An incident waits again.
package struct HoldReleased: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0)
    ) {
        self.incident = incident
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
    }
}

extension HoldReleased: Event {
    package static var kind: EventBody.Kind { .holdReleased }
    package var subjects: EventSubjects { .incident(incident) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.incidents.change(incident) { $0.releaseHold(at: record.at) }
    }
}

/// Somebody wrote a note.
package struct NoteAdded: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// The note.
    package var text: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), text: String = ""
    ) {
        self.incident = incident
        self.text = text
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "text", &text)
    }
}

extension NoteAdded: Event {
    package static var kind: EventBody.Kind { .noteAdded }
    package var subjects: EventSubjects { .incident(incident) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.incidents.contains(incident)
    }
}

/// A note was struck out; it stays readable.
package struct NoteStruck: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// The position of the note.
    package var note: JournalPosition = 0

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), note: JournalPosition = 0
    ) {
        self.incident = incident
        self.note = note
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "note", &note)
    }
}

extension NoteStruck: Event {
    package static var kind: EventBody.Kind { .noteStruck }
    package var subjects: EventSubjects { .incident(incident) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.incidents.contains(incident)
    }
}

/// An incident ended.
package struct IncidentClosed: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// How.
    package var disposition: String = ""
    /// When.
    package var at: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), disposition: String = "", at: Timestamp = Timestamp.epoch
    ) {
        self.incident = incident
        self.disposition = disposition
        self.at = at
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "disposition", &disposition)
        visitor.visit(3, "at", &at)
    }
}

extension IncidentClosed: Event {
    package static var kind: EventBody.Kind { .incidentClosed }
    package var subjects: EventSubjects { .incident(incident) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.close(incident, disposition, at: at)
    }
}

/// A closed incident is open again.
package struct IncidentReopened: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// Why.
    package var reason: String = ""
    /// Since when; nil for the time of the record.
    package var at: Timestamp?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), reason: String = "", at: Timestamp? = nil
    ) {
        self.incident = incident
        self.reason = reason
        self.at = at
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "reason", &reason)
        visitor.visit(3, "at", &at)
    }
}

extension IncidentReopened: Event {
    package static var kind: EventBody.Kind { .incidentReopened }
    package var subjects: EventSubjects { .incident(incident) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.reopen(incident, at: at ?? record.at)
    }
}

/// An incident turned out to be another one; its reports move there and it is closed.
package struct IncidentMerged: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// The incident that goes on.
    package var into: IncidentID = IncidentID(rawValue: 0)
    /// When.
    package var at: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), into: IncidentID = IncidentID(rawValue: 0),
        at: Timestamp = Timestamp.epoch
    ) {
        self.incident = incident
        self.into = into
        self.at = at
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "into", &into)
        visitor.visit(3, "at", &at)
    }
}

extension IncidentMerged: Event {
    package static var kind: EventBody.Kind { .incidentMerged }
    package var subjects: EventSubjects { .incidents(incident, into) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.merge(self)
    }
}

/// Reports went from one incident to another, as when it is split.
package struct ReportsMoved: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// The incident that takes them.
    package var to: IncidentID = IncidentID(rawValue: 0)
    /// The numbers of the reports.
    package var reports: [Int64] = []

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), to: IncidentID = IncidentID(rawValue: 0), reports: [Int64] = []
    ) {
        self.incident = incident
        self.to = to
        self.reports = reports
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "to", &to)
        visitor.visit(3, "reports", &reports)
    }
}

extension ReportsMoved: Event {
    package static var kind: EventBody.Kind { .reportsMoved }
    package var subjects: EventSubjects { .incidents(incident, to) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.move(self)
    }
}

/// Two incidents have to do with each other.
package struct IncidentsLinked: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// The other one.
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

extension IncidentsLinked: Event {
    package static var kind: EventBody.Kind { .incidentsLinked }
    package var subjects: EventSubjects { .incidents(incident, with) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.link(incident, with)
    }
}
