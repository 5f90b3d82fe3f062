/// The crew of a unit is to be heard by word within an interval from here on, or no longer.
package struct UnitCheckSet: Recordable, Hashable, Sendable {
    /// Which unit.
    package var unit: UnitID = UnitID(rawValue: 0)
    /// The interval in seconds; 0 ends it.
    package var interval: Int64 = 0

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        unit: UnitID = UnitID(rawValue: 0), interval: Int64 = 0
    ) {
        self.unit = unit
        self.interval = interval
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "unit", &unit)
        visitor.visit(2, "interval", &interval)
    }
}

extension UnitCheckSet: Event {
    package static var kind: EventBody.Kind { .unitCheckSet }
    package var subjects: EventSubjects { .unit(unit) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        let check = interval > 0 ? PersonnelCheck(interval: interval, since: record.at) : nil
        return board.units.change(unit) { $0.check = check }
    }
}

/// The crews at an incident are to be heard by word within an interval from here on, or no longer.
package struct IncidentCheckSet: Recordable, Hashable, Sendable {
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// The interval in seconds; 0 ends it.
    package var interval: Int64 = 0

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        incident: IncidentID = IncidentID(rawValue: 0), interval: Int64 = 0
    ) {
        self.incident = incident
        self.interval = interval
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "incident", &incident)
        visitor.visit(2, "interval", &interval)
    }
}

extension IncidentCheckSet: Event {
    package static var kind: EventBody.Kind { .incidentCheckSet }
    package var subjects: EventSubjects { .incident(incident) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        let units = board.incidents.update(incident) { incident in
            incident.checkInterval = interval > 0 ? interval : nil
            return incident.openAssignments.map(\.unit)
        }
        guard let units else { return false }
        for unit in units {
            board.units.change(unit) { unit in
                guard unit.incident == incident else { return }
                unit.takeCheck(interval > 0 ? interval : nil, of: incident, at: record.at)
            }
        }
        return true
    }
}

/// A crew was asked and answered.
package struct CrewAnswered: Recordable, Hashable, Sendable {
    /// Which unit.
    package var unit: UnitID = UnitID(rawValue: 0)
    /// True when it was asked in a roll call (电台点名).
    package var isRollCall: Bool = false

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        unit: UnitID = UnitID(rawValue: 0), isRollCall: Bool = false
    ) {
        self.unit = unit
        self.isRollCall = isRollCall
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "unit", &unit)
        visitor.visit(2, "isRollCall", &isRollCall)
    }
}

extension CrewAnswered: Event {
    package static var kind: EventBody.Kind { .crewAnswered }
    package var subjects: EventSubjects { .unit(unit) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.units.change(unit) { $0.heard = max($0.heard, record.at) }
    }
}

/// A crew was asked and did not answer.
package struct CrewMissed: Recordable, Hashable, Sendable {
    /// Which unit.
    package var unit: UnitID = UnitID(rawValue: 0)
    /// True when it was asked in a roll call.
    package var isRollCall: Bool = false
    /// When.
    package var at: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        unit: UnitID = UnitID(rawValue: 0), isRollCall: Bool = false, at: Timestamp = Timestamp.epoch
    ) {
        self.unit = unit
        self.isRollCall = isRollCall
        self.at = at
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "unit", &unit)
        visitor.visit(2, "isRollCall", &isRollCall)
        visitor.visit(3, "at", &at)
    }
}

extension CrewMissed: Event {
    package static var kind: EventBody.Kind { .crewMissed }
    package var subjects: EventSubjects { .unit(unit) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.units.change(unit) { unit in
            var check = unit.check ?? PersonnelCheck(since: at)
            check.misses += 1
            check.missedAt = at
            unit.check = check
        }
    }
}

/// A roll call was taken (电台点名); who answered stands in the events beside it.
package struct RollCallTaken: Recordable, Hashable, Sendable {
    /// How many units answered.
    package var answered: Int64 = 0
    /// How many did not.
    package var missed: Int64 = 0

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        answered: Int64 = 0, missed: Int64 = 0
    ) {
        self.answered = answered
        self.missed = missed
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "answered", &answered)
        visitor.visit(2, "missed", &missed)
    }
}

extension RollCallTaken: Event {
    package static var kind: EventBody.Kind { .rollCallTaken }
    package var subjects: EventSubjects { .none }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        true
    }
}

extension FieldUnit {
    /// An incident asks for its crews to be heard, or no longer; what the unit was asked for by itself goes on.
    mutating func takeCheck(_ interval: Int64?, of incident: IncidentID, at time: Timestamp) {
        if let check, check.incident == nil, check.interval > 0 { return }
        check = interval.map { PersonnelCheck(interval: $0, since: time, incident: incident) }
    }
}

extension EventRecord {
    /// When a crew said a word by this record; nil when it is none. What follows from the rules is no word, and what was put
    /// down late is one of its own time.
    var word: Timestamp? {
        guard actor.kind != .policy, actor.kind != .system else { return nil }
        if case .assignmentAdvanced(let event) = body { return min(event.at, at) }
        return actor.kind == .crew || EventRecord.spoken.contains(body.kind) ? at : nil
    }

    /// What is recorded because a crew said it.
    private static let spoken: Set<EventBody.Kind> = [.unitStatusChanged, .crewAnswered, .standingAnswered]
}
