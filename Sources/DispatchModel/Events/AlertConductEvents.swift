/// An operator released the latch of an alert whose condition has gone and that was answered.
package struct AlertReset: Recordable, Hashable, Sendable {
    /// Which alert.
    package var alert: AlertID = AlertID(rawValue: 0)
    /// The occurrence that was on the screen.
    package var occurrence: Int64 = 0

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        alert: AlertID = AlertID(rawValue: 0), occurrence: Int64 = 0
    ) {
        self.alert = alert
        self.occurrence = occurrence
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "alert", &alert)
        visitor.visit(2, "occurrence", &occurrence)
    }
}

extension AlertReset: Event {
    package static var kind: EventBody.Kind { .alertReset }
    package var subjects: EventSubjects { .alert(alert) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.change(alert, at: record.at) { $0.latching = false }
    }
}

/// Nobody has answered an alert in time: the next of the supervisors is called.
package struct AlertEscalated: Recordable, Hashable, Sendable {
    /// Which alert.
    package var alert: AlertID = AlertID(rawValue: 0)
    /// The occurrence that nobody has answered.
    package var occurrence: Int64 = 0
    /// Which call it is, from 1.
    package var level: Int64 = 0
    /// When.
    package var at: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        alert: AlertID = AlertID(rawValue: 0), occurrence: Int64 = 0, level: Int64 = 0, at: Timestamp = Timestamp.epoch
    ) {
        self.alert = alert
        self.occurrence = occurrence
        self.level = level
        self.at = at
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "alert", &alert)
        visitor.visit(2, "occurrence", &occurrence)
        visitor.visit(3, "level", &level)
        visitor.visit(4, "at", &at)
    }
}

extension AlertEscalated: Event {
    package static var kind: EventBody.Kind { .alertEscalated }
    package var subjects: EventSubjects { .alert(alert) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.alerts.change(alert) { $0.escalations = level }
    }
}

/// An alert began to come and go too often, or to behave again.
package struct AlertConductChanged: Recordable, Hashable, Sendable {
    /// Which alert.
    package var alert: AlertID = AlertID(rawValue: 0)
    /// How it behaves from now on.
    package var conduct: AlertConduct = .steady
    /// Weighted share of state changes, in percent (see `AlertConduct`); 0 when the count of a minute decided.
    package var percent: Int64 = 0
    /// When.
    package var at: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        alert: AlertID = AlertID(rawValue: 0), conduct: AlertConduct = .steady, percent: Int64 = 0,
        at: Timestamp = Timestamp.epoch
    ) {
        self.alert = alert
        self.conduct = conduct
        self.percent = percent
        self.at = at
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "alert", &alert)
        visitor.visit(2, "conduct", &conduct)
        visitor.visit(3, "percent", &percent)
        visitor.visit(4, "at", &at)
    }
}

extension AlertConductChanged: Event {
    package static var kind: EventBody.Kind { .alertConductChanged }
    package var subjects: EventSubjects { .alert(alert) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.alerts.change(alert) { $0.conduct = conduct }
    }
}

/// An alert and an incident have to do with each other: the alert became the incident, or was joined to it.
package struct AlertLinked: Recordable, Hashable, Sendable {
    /// Which alert.
    package var alert: AlertID = AlertID(rawValue: 0)
    /// Which incident.
    package var incident: IncidentID = IncidentID(rawValue: 0)
    /// The incident that it was linked with before, which loses it; nil when there was none.
    package var from: IncidentID?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        alert: AlertID = AlertID(rawValue: 0), incident: IncidentID = IncidentID(rawValue: 0), from: IncidentID? = nil
    ) {
        self.alert = alert
        self.incident = incident
        self.from = from
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "alert", &alert)
        visitor.visit(2, "incident", &incident)
        visitor.visit(3, "from", &from)
    }
}

extension AlertLinked: Event {
    package static var kind: EventBody.Kind { .alertLinked }
    package var subjects: EventSubjects { EventSubjects(incident: incident, other: from, alert: alert) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.link(self)
    }
}

/// Alerts began to come faster than anybody can answer, or slowly enough again.
package struct FloodChanged: Recordable, Hashable, Sendable {
    /// True when a flood begins.
    package var isFlood: Bool = false
    /// Alerts raised in the last ten minutes.
    package var count: Int64 = 0
    /// When.
    package var at: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        isFlood: Bool = false, count: Int64 = 0, at: Timestamp = Timestamp.epoch
    ) {
        self.isFlood = isFlood
        self.count = count
        self.at = at
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "isFlood", &isFlood)
        visitor.visit(2, "count", &count)
        visitor.visit(3, "at", &at)
    }
}

extension FloodChanged: Event {
    package static var kind: EventBody.Kind { .floodChanged }
    package var subjects: EventSubjects { .none }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.floodSince = isFlood ? at : nil
        return true
    }
}

/// An alert went out of sight: shelved or taken out of service by an operator, or suppressed by a rule.
///
/// Shelving and taking out of service name what was on the screen and answer it.
package struct AlertHidden: Recordable, Hashable, Sendable {
    /// Which alert.
    package var alert: AlertID = AlertID(rawValue: 0)
    /// How and why.
    package var hiding: AlertHiding = AlertHiding()
    /// The occurrence that was on the screen; 0 when a rule hides it.
    package var occurrence: Int64 = 0
    /// The severity that was on the screen.
    package var severity: AlertSeverity = .medium

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        alert: AlertID = AlertID(rawValue: 0), hiding: AlertHiding = AlertHiding(), occurrence: Int64 = 0,
        severity: AlertSeverity = .medium
    ) {
        self.alert = alert
        self.hiding = hiding
        self.occurrence = occurrence
        self.severity = severity
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "alert", &alert)
        visitor.visit(2, "hiding", &hiding)
        visitor.visit(3, "occurrence", &occurrence)
        visitor.visit(4, "severity", &severity)
    }
}

extension AlertHidden: Event {
    package static var kind: EventBody.Kind { .alertHidden }
    package var subjects: EventSubjects { .alert(alert) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.change(alert, at: hiding.since) { $0.hide(hiding) }
    }
}

/// One way in which an alert was out of sight has ended.
package struct AlertShown: Recordable, Hashable, Sendable {
    /// Which alert.
    package var alert: AlertID = AlertID(rawValue: 0)
    /// Which way.
    package var way: AlertHidingWay = .shelved
    /// What ended it.
    package var cause: AlertShowingCause = .ordered
    /// When.
    package var at: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        alert: AlertID = AlertID(rawValue: 0), way: AlertHidingWay = .shelved, cause: AlertShowingCause = .ordered,
        at: Timestamp = Timestamp.epoch
    ) {
        self.alert = alert
        self.way = way
        self.cause = cause
        self.at = at
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "alert", &alert)
        visitor.visit(2, "way", &way)
        visitor.visit(3, "cause", &cause)
        visitor.visit(4, "at", &at)
    }
}

extension AlertShown: Event {
    package static var kind: EventBody.Kind { .alertShown }
    package var subjects: EventSubjects { .alert(alert) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.change(alert, at: at) { $0.show(way) }
    }
}
