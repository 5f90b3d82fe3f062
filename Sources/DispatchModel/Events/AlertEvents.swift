/// A condition came on that needs an operator's answer.
package struct AlertRaised: Recordable, Hashable, Sendable {
    /// Which alert.
    package var alert: AlertID = AlertID(rawValue: 0)
    /// What it is about.
    package var kind: AlertKind = .waitingTooLong
    /// How much it matters.
    package var severity: AlertSeverity = .medium
    /// The incident concerned.
    package var incident: IncidentID?
    /// The unit concerned.
    package var unit: UnitID?
    /// When it came on.
    package var at: Timestamp = Timestamp.epoch
    /// The limit that was passed, in seconds; 0 when it has none.
    package var limit: Int64 = 0
    /// What the feed says about it; nil for an alert that the rules raise.
    package var reported: ReportedAlert?
    /// True when it stays after its condition has gone, until it is reset.
    package var latching: Bool = false
    /// The incident's priority when its wait came to be too long; nil for other kinds, and where nobody wrote it down.
    package var priority: Priority?
    /// The unit's status that came to last too long; nil for other kinds, and where nobody wrote it down.
    package var status: UnitStatus?
    /// The timer that rings; nil for other kinds.
    package var timer: JournalPosition?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        alert: AlertID = AlertID(rawValue: 0), kind: AlertKind = .waitingTooLong, severity: AlertSeverity = .medium,
        incident: IncidentID? = nil, unit: UnitID? = nil, at: Timestamp = Timestamp.epoch, limit: Int64 = 0,
        reported: ReportedAlert? = nil, latching: Bool = false, priority: Priority? = nil, status: UnitStatus? = nil,
        timer: JournalPosition? = nil
    ) {
        self.alert = alert
        self.kind = kind
        self.severity = severity
        self.incident = incident
        self.unit = unit
        self.at = at
        self.limit = limit
        self.reported = reported
        self.latching = latching
        self.priority = priority
        self.status = status
        self.timer = timer
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "alert", &alert)
        visitor.visit(2, "kind", &kind)
        visitor.visit(3, "severity", &severity)
        visitor.visit(4, "incident", &incident)
        visitor.visit(5, "unit", &unit)
        visitor.visit(6, "at", &at)
        visitor.visit(7, "limit", &limit)
        visitor.visit(8, "reported", &reported)
        visitor.visit(9, "latching", &latching)
        visitor.visit(10, "priority", &priority)
        visitor.visit(11, "status", &status)
        visitor.visit(40, "timer", optional: &timer)
    }
}

extension AlertRaised: Event {
    package static var kind: EventBody.Kind { .alertRaised }
    package var subjects: EventSubjects { EventSubjects(incident: incident, unit: unit, alert: alert) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.raise(self)
        return true
    }
}

/// An alert matters more than before and asks for a new answer.
package struct AlertSeverityRaised: Recordable, Hashable, Sendable {
    /// Which alert.
    package var alert: AlertID = AlertID(rawValue: 0)
    /// The new severity.
    package var severity: AlertSeverity = .medium
    /// When.
    package var at: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        alert: AlertID = AlertID(rawValue: 0), severity: AlertSeverity = .medium, at: Timestamp = Timestamp.epoch
    ) {
        self.alert = alert
        self.severity = severity
        self.at = at
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "alert", &alert)
        visitor.visit(2, "severity", &severity)
        visitor.visit(3, "at", &at)
    }
}

extension AlertSeverityRaised: Event {
    package static var kind: EventBody.Kind { .alertSeverityRaised }
    package var subjects: EventSubjects { .alert(alert) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.change(alert, at: at) { alert in
            alert.severity = severity
            alert.ask()
        }
    }
}

/// The sender of an alert lowers it: it matters less than before, and asks for no new answer.
package struct AlertSeverityLowered: Recordable, Hashable, Sendable {
    /// Which alert.
    package var alert: AlertID = AlertID(rawValue: 0)
    /// The new severity.
    package var severity: AlertSeverity = .medium
    /// When.
    package var at: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        alert: AlertID = AlertID(rawValue: 0), severity: AlertSeverity = .medium, at: Timestamp = Timestamp.epoch
    ) {
        self.alert = alert
        self.severity = severity
        self.at = at
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "alert", &alert)
        visitor.visit(2, "severity", &severity)
        visitor.visit(3, "at", &at)
    }
}

extension AlertSeverityLowered: Event {
    package static var kind: EventBody.Kind { .alertSeverityLowered }
    package var subjects: EventSubjects { .alert(alert) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.change(alert, at: at) { $0.severity = severity }
    }
}

/// A feed says something else about an alert that is on: in other words, of another place, or with another end. It asks
/// for no new answer; what matters more does so by ``AlertSeverityRaised``, and what matters less says so by
/// ``AlertSeverityLowered``.
package struct AlertRevised: Recordable, Hashable, Sendable {
    /// Which alert.
    package var alert: AlertID = AlertID(rawValue: 0)
    /// What the feed says now.
    package var reported: ReportedAlert = ReportedAlert()
    /// When.
    package var at: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        alert: AlertID = AlertID(rawValue: 0), reported: ReportedAlert = ReportedAlert(),
        at: Timestamp = Timestamp.epoch
    ) {
        self.alert = alert
        self.reported = reported
        self.at = at
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "alert", &alert)
        visitor.visit(2, "reported", &reported)
        visitor.visit(3, "at", &at)
    }
}

extension AlertRevised: Event {
    package static var kind: EventBody.Kind { .alertRevised }
    package var subjects: EventSubjects { .alert(alert) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.revise(self)
    }
}

/// An operator answered an alert.
package struct AlertAcknowledged: Recordable, Hashable, Sendable {
    /// Which alert.
    package var alert: AlertID = AlertID(rawValue: 0)
    /// The occurrence that was on the screen.
    package var occurrence: Int64 = 0
    /// The severity that was on the screen.
    package var severity: AlertSeverity = .medium

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        alert: AlertID = AlertID(rawValue: 0), occurrence: Int64 = 0, severity: AlertSeverity = .medium
    ) {
        self.alert = alert
        self.occurrence = occurrence
        self.severity = severity
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "alert", &alert)
        visitor.visit(2, "occurrence", &occurrence)
        visitor.visit(3, "severity", &severity)
    }
}

extension AlertAcknowledged: Event {
    package static var kind: EventBody.Kind { .alertAcknowledged }
    package var subjects: EventSubjects { .alert(alert) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.change(alert, at: record.at) { $0.answer(at: record.at) }
    }
}

/// The condition of an alert has ended.
package struct AlertCleared: Recordable, Hashable, Sendable {
    /// Which alert.
    package var alert: AlertID = AlertID(rawValue: 0)
    /// When.
    package var at: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        alert: AlertID = AlertID(rawValue: 0), at: Timestamp = Timestamp.epoch
    ) {
        self.alert = alert
        self.at = at
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "alert", &alert)
        visitor.visit(2, "at", &at)
    }
}

extension AlertCleared: Event {
    package static var kind: EventBody.Kind { .alertCleared }
    package var subjects: EventSubjects { .alert(alert) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.change(alert, at: at) { $0.active = false }
    }
}
