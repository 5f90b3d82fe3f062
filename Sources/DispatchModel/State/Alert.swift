/// Something that needs an operator's answer. Two facts, active and acknowledged, give its state (ISA-18.2); a latch and
/// the ways in which it is hidden come on top, and both facts go on being tracked beneath.
package struct Alert: Recordable, Hashable, Sendable {
    /// Its identity.
    package var id: AlertID = AlertID(rawValue: 0)
    /// What it is about.
    package var kind: AlertKind = .waitingTooLong
    /// How much it matters.
    package var severity: AlertSeverity = .medium
    /// The incident concerned.
    package var incident: IncidentID?
    /// The unit concerned.
    package var unit: UnitID?
    /// True while the condition lasts.
    package var active: Bool = false
    /// True once an operator has answered this occurrence.
    package var acknowledged: Bool = false
    /// Counts how often the condition came on, from 1.
    package var occurrence: Int64 = 0
    /// When this occurrence came on.
    package var raised: Timestamp = Timestamp.epoch
    /// When its state last changed.
    package var changed: Timestamp = Timestamp.epoch
    /// The limit that was passed, in seconds; 0 when it has none.
    package var limit: Int64 = 0
    /// What the feed says about it; nil for an alert that the rules raise.
    package var reported: ReportedAlert?
    /// True when it stays after its condition has gone, until it is reset.
    package var latching: Bool = false
    /// The ways in which it is out of sight, at most one of each; empty while it is in sight.
    package var hidings: [AlertHiding] = []
    /// How often supervisors were called because nobody has answered this occurrence.
    package var escalations: Int64 = 0
    /// How it comes and goes.
    package var conduct: AlertConduct = .steady
    /// When this occurrence was answered; nil while it was not.
    package var answered: Timestamp?
    /// The incident's priority when its wait came to be too long; nil for other kinds.
    package var priority: Priority?
    /// The unit's status that came to last too long; nil for other kinds.
    package var status: UnitStatus?
    /// The timer that rings; nil for other kinds.
    package var timer: JournalPosition?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        id: AlertID = AlertID(rawValue: 0), kind: AlertKind = .waitingTooLong, severity: AlertSeverity = .medium,
        incident: IncidentID? = nil, unit: UnitID? = nil, active: Bool = false, acknowledged: Bool = false,
        occurrence: Int64 = 0, raised: Timestamp = Timestamp.epoch, changed: Timestamp = Timestamp.epoch,
        limit: Int64 = 0, reported: ReportedAlert? = nil, latching: Bool = false, hidings: [AlertHiding] = [],
        escalations: Int64 = 0, conduct: AlertConduct = .steady, answered: Timestamp? = nil,
        priority: Priority? = nil, status: UnitStatus? = nil, timer: JournalPosition? = nil
    ) {
        self.id = id
        self.kind = kind
        self.severity = severity
        self.incident = incident
        self.unit = unit
        self.active = active
        self.acknowledged = acknowledged
        self.occurrence = occurrence
        self.raised = raised
        self.changed = changed
        self.limit = limit
        self.reported = reported
        self.latching = latching
        self.hidings = hidings
        self.escalations = escalations
        self.conduct = conduct
        self.answered = answered
        self.priority = priority
        self.status = status
        self.timer = timer
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "id", &id)
        visitor.visit(2, "kind", &kind)
        visitor.visit(3, "severity", &severity)
        visitor.visit(4, "incident", &incident)
        visitor.visit(5, "unit", &unit)
        visitor.visit(6, "active", &active)
        visitor.visit(7, "acknowledged", &acknowledged)
        visitor.visit(8, "occurrence", &occurrence)
        visitor.visit(9, "raised", &raised)
        visitor.visit(10, "changed", &changed)
        visitor.visit(11, "limit", &limit)
        visitor.visit(12, "reported", &reported)
        visitor.visit(13, "latching", &latching)
        visitor.visit(14, "hidings", &hidings)
        visitor.visit(15, "escalations", &escalations)
        visitor.visit(16, "conduct", &conduct)
        visitor.visit(17, "answered", &answered)
        visitor.visit(18, "priority", &priority)
        visitor.visit(19, "status", &status)
        visitor.visit(40, "timer", optional: &timer)
    }

    /// Its state in the table of ISA-18.2: normal alerts are not kept. Of several ways of hiding the strongest counts.
    package var state: AlertState {
        if let way = hidings.map(\.way).max(by: { $0.rawValue < $1.rawValue }) {
            return switch way {
            case .shelved: .shelved
            case .suppressed: .suppressed
            case .outOfService: .outOfService
            }
        }
        return stateBeneath
    }

    /// The state it would have in sight.
    package var stateBeneath: AlertState {
        switch (active, acknowledged) {
        case (true, false): .unacknowledged
        case (true, true): .acknowledged
        case (false, false): latching ? .latchedUnacknowledged : .returnedUnacknowledged
        case (false, true): latching ? .latchedAcknowledged : .normal
        }
    }

    /// True while nothing hides it.
    package var isInSight: Bool { hidings.isEmpty }
    /// True while it is in sight and an operator has to answer it.
    package var asksForAnswer: Bool { isInSight && !acknowledged }

    /// True while it is in sight, lasts, and nobody has answered it (B): what is counted as unanswered, on every screen and in
    /// every report of how the board stands. One that has returned since asks for an answer too, but nothing is wrong any more.
    package var isUnanswered: Bool { state == .unacknowledged }

    /// How it is hidden in a way; nil when it is not.
    package func hiding(_ way: AlertHidingWay) -> AlertHiding? { hidings.first { $0.way == way } }
}

/// The states of an alert (ISA-18.2, IEC 62682).
package enum AlertState: UInt8, CaseIterable, Sendable {
    /// Neither active nor unanswered; such an alert leaves the board (A).
    case normal = 1
    /// Active and unanswered (B).
    case unacknowledged
    /// Active and answered (C).
    case acknowledged
    /// The condition went away before anybody answered (D).
    case returnedUnacknowledged
    /// The condition went away, the latch holds, nobody has answered (BL).
    case latchedUnacknowledged
    /// The condition went away, the latch holds until it is reset (L).
    case latchedAcknowledged
    /// Put aside for a time (E).
    case shelved
    /// Hidden by a rule (F).
    case suppressed
    /// Out of service (G).
    case outOfService
}

/// Why an alert is out of sight, and until when. An alert may be hidden in several ways at once; it is in sight again once the last has ended.
package struct AlertHiding: Recordable, Hashable, Sendable {
    /// In which way.
    package var way: AlertHidingWay = .shelved
    /// Since when.
    package var since: Timestamp = Timestamp.epoch
    /// When it ends by itself; nil when only its rule or an operator ends it.
    package var until: Timestamp?
    /// True for a shelf that also ends when the condition does (a one-shot shelf).
    package var once: Bool = false
    /// Why, in the operator's words; the rule's name for one that a rule hides.
    package var reason: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        way: AlertHidingWay = .shelved, since: Timestamp = Timestamp.epoch, until: Timestamp? = nil, once: Bool = false,
        reason: String = ""
    ) {
        self.way = way
        self.since = since
        self.until = until
        self.once = once
        self.reason = reason
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "way", &way)
        visitor.visit(2, "since", &since)
        visitor.visit(3, "until", &until)
        visitor.visit(4, "once", &once)
        visitor.visit(5, "reason", &reason)
    }
}
