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
