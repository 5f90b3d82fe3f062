/// What every event says of itself beside its fields, declared once, behind its fields: kind, subjects, histories, undo and
/// the board follow from it.
package protocol Event: Recordable, Hashable, Sendable {
    /// Its kind; the case of `EventBody` that holds it bears the same name.
    static var kind: EventBody.Kind { get }
    /// What it is about.
    var subjects: EventSubjects { get }
    /// True for events that leave the meaning of their subjects as it was. What an undo restores has its old meaning
    /// back, and with it the revision it had: an earlier action on the same thing can then be undone too.
    static var isNote: Bool { get }
    /// Folds it into a board; false when it is about something that the board does not have.
    func fold(into board: inout Board, _ record: EventRecord) -> Bool
}

extension Event {
    /// Most events change the meaning of what they are about.
    package static var isNote: Bool { false }
}

/// What an event is about.
package struct EventSubjects: Hashable, Sendable {
    /// The incidents, at most two.
    package var incidents: (first: IncidentID?, second: IncidentID?) { (first, second) }
    /// The unit.
    package var unit: UnitID?
    /// The alert.
    package var alert: AlertID?
    private var first: IncidentID?
    private var second: IncidentID?

    /// Creates the subjects.
    package init(
        incident: IncidentID? = nil, other: IncidentID? = nil, unit: UnitID? = nil, alert: AlertID? = nil
    ) {
        (first, second, self.unit, self.alert) = (incident, other, unit, alert)
    }

    /// Nothing that the board keeps a history of.
    static var none: EventSubjects { EventSubjects() }

    static func incident(_ id: IncidentID) -> EventSubjects { EventSubjects(incident: id) }

    static func incidents(_ id: IncidentID, _ other: IncidentID) -> EventSubjects {
        EventSubjects(incident: id, other: other)
    }

    static func unit(_ id: UnitID) -> EventSubjects { EventSubjects(unit: id) }

    static func alert(_ id: AlertID) -> EventSubjects { EventSubjects(alert: id) }
}

/// Reads events of every kind alike.
package protocol EventReader {
    /// What it changes while it reads.
    associatedtype Context
    /// What it finds.
    associatedtype Answer

    /// Reads an event.
    func read<Body: Event>(_ event: Body, _ context: inout Context) -> Answer
}

extension EventBody {
    /// Which kind of event it is.
    package var kind: Kind {
        var nothing: Void = ()
        return read(KindReader(), &nothing)
    }

    /// What the event is about.
    package var subjects: EventSubjects {
        var nothing: Void = ()
        return read(SubjectReader(), &nothing)
    }

    /// The incidents that the event is about, at most two.
    package var incidents: (first: IncidentID?, second: IncidentID?) { subjects.incidents }

    /// The unit that the event is about.
    package var unit: UnitID? { subjects.unit }

    /// The alert that the event is about.
    package var alert: AlertID? { subjects.alert }

    /// True for events that leave the meaning of their subjects as it was.
    var isNote: Bool {
        var nothing: Void = ()
        return read(NoteReader(), &nothing)
    }

    /// Shows the fields of the event to a visitor that writes.
    @inlinable
    package func write<Visitor: FieldVisitor>(to visitor: inout Visitor) {
        read(EventFields<Visitor>(), &visitor)
    }
}

private struct KindReader: EventReader {
    func read<Body: Event>(_ event: Body, _ context: inout Void) -> EventBody.Kind { Body.kind }
}

private struct SubjectReader: EventReader {
    func read<Body: Event>(_ event: Body, _ context: inout Void) -> EventSubjects { event.subjects }
}

private struct NoteReader: EventReader {
    func read<Body: Event>(_ event: Body, _ context: inout Void) -> Bool { Body.isNote }
}

/// Shows the fields of an event to a visitor that writes.
package struct EventFields<Visitor: FieldVisitor>: EventReader {
    /// Creates the reader.
    @inlinable
    package init() {}

    /// Shows them.
    @inlinable
    package func read<Body: Event>(_ event: Body, _ visitor: inout Visitor) {
        var event = event
        event.fields(&visitor)
    }
}
