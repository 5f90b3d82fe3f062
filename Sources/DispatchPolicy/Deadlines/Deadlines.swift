import DispatchModel

/// A limit and how much passing it matters.
package struct Deadline: Hashable, Sendable {
    /// The limit.
    package var limit: Span
    /// How much passing it matters.
    package var severity: AlertSeverity

    /// Creates a deadline.
    package init(_ limit: Span, _ severity: AlertSeverity) {
        self.limit = limit
        self.severity = severity
    }
}

/// The clocks of a room: how long an incident may wait and a unit may stay in a status.
package struct Deadlines: Hashable, Sendable {
    /// How long an incident of a priority may wait for its first unit.
    package var waiting: [Priority: Deadline]
    /// The same for incidents of a type, by code, where that is another than for the priority.
    package var waitingOfType: [String: [Priority: Deadline]] = [:]
    /// How long a unit may stay in a status.
    package var status: [UnitStatus: Deadline]
    /// How long a unit that reports positions may be silent.
    package var notHeard: Deadline
    /// By when disputes are to be warned of, routed and settled.
    package var disputes: DisputeDeadlines

    /// Creates a profile.
    package init(
        waiting: [Priority: Deadline], status: [UnitStatus: Deadline], notHeard: Deadline,
        disputes: DisputeDeadlines = .standard
    ) {
        self.waiting = waiting
        self.status = status
        self.notHeard = notHeard
        self.disputes = disputes
    }

    /// The profile that ships with the console: a P1 waits 3 minutes at most, a P2 10; a crew is under way within 2
    /// minutes (签收 and 出警 buckets of the 110 bulletin), on the way at most 20, at a scene or transporting 2 hours.
    package static let standard = Deadlines(
        waiting: [.p1: Deadline(.minutes(3), .high), .p2: Deadline(.minutes(10), .medium)],
        status: [
            .dispatched: Deadline(.minutes(2), .medium), .enRoute: Deadline(.minutes(20), .medium),
            .onScene: Deadline(.hours(2), .low), .transporting: Deadline(.hours(2), .low),
            .clear: Deadline(.minutes(30), .low), .outOfService: Deadline(.hours(8), .low),
        ],
        notHeard: Deadline(.minutes(3), .medium))
}

/// What a deadline is about.
struct Obligation: Hashable, Comparable, Sendable {
    var kind: AlertKind
    var incident: IncidentID?
    var unit: UnitID?
    var timer: JournalPosition?

    init(kind: AlertKind, incident: IncidentID? = nil, unit: UnitID? = nil, timer: JournalPosition? = nil) {
        self.kind = kind
        self.incident = incident
        self.unit = unit
        self.timer = timer
    }

    /// What an alert is about. One about a unit may be joined to an incident, which does not change what it is about.
    init(_ alert: Alert) {
        self.init(
            kind: alert.kind, incident: alert.kind.isAboutIncident ? alert.incident : nil, unit: alert.unit,
            timer: alert.timer)
    }

    private var rank: (UInt8, UInt32, UInt32, JournalPosition) {
        (kind.rawValue, incident?.rawValue ?? 0, unit?.rawValue ?? 0, timer ?? 0)
    }

    static func < (left: Obligation, right: Obligation) -> Bool {
        left.rank < right.rank
    }
}

extension Deadlines {
    /// How long an incident may wait for its first unit; nil for as long as it takes.
    package func waitingLimit(of incident: Incident) -> Deadline? {
        if !waitingOfType.isEmpty, let own = waitingOfType[incident.type]?[incident.priority] { return own }
        return waiting[incident.priority]
    }

    /// When an obligation falls due as things stand; nil when there is none.
    func due(_ key: Obligation, on board: Board) -> (due: Timestamp, deadline: Deadline)? {
        switch key.kind {
        case .waitingTooLong, .holdEnded:
            guard let id = key.incident else { return nil }
            return board.incidents.read(id) { incident in
                guard incident.isOpen else { return nil }
                return key.kind == .holdEnded ? holdEnded(incident) : waiting(incident)
            } ?? nil
        case .statusOverdue, .notHeard:
            guard let id = key.unit else { return nil }
            return board.units.read(id) { key.kind == .notHeard ? silent($0, board) : overdue($0) } ?? nil
        case .disputeWarning, .disputeRouting, .disputeSettling, .mediationDue:
            return key.incident.flatMap { board.incidents[$0] }.flatMap { disputeDue($0, key.kind) }
        case .emergency, .reported, .planShort, .personnelCheck, .timer: return nil
        }
    }

    private func waiting(_ incident: Incident) -> (due: Timestamp, deadline: Deadline)? {
        guard incident.isUnserved, let deadline = waitingLimit(of: incident) else { return nil }
        return incident.waitingDue(after: deadline.limit).map { ($0, deadline) }
    }

    /// A hold that runs, or one that has run out while no unit was sent: that matters as much as having waited too long.
    private func holdEnded(_ incident: Incident) -> (due: Timestamp, deadline: Deadline)? {
        guard incident.held || incident.isWaiting, let until = incident.heldUntil else { return nil }
        return (until, Deadline(.zero, min(.medium, waitingLimit(of: incident)?.severity ?? .medium)))
    }

    private func overdue(_ unit: FieldUnit) -> (due: Timestamp, deadline: Deadline)? {
        status[unit.status].map { (unit.statusSince + $0.limit, $0) }
    }

    private func silent(_ unit: FieldUnit, _ board: Board) -> (due: Timestamp, deadline: Deadline)? {
        guard unit.tracked, unit.status != .outOfService else { return nil }
        return (board.lastHeard(from: unit) + notHeard.limit, notHeard)
    }
}

extension AlertKind {
    /// True for what this engine raises and ends: not what feeds report, nor what the response plans, crews and timers ask for.
    var isOfClocks: Bool { self != .reported && self != .planShort && !isPersonnel }

    /// True when an alert of this kind is about an incident from the beginning, so that none can be made of it.
    package var isAboutIncident: Bool {
        switch self {
        case .waitingTooLong, .holdEnded, .emergency, .disputeWarning, .disputeRouting, .disputeSettling,
            .mediationDue, .planShort, .timer:
            true
        case .statusOverdue, .notHeard, .reported, .personnelCheck: false
        }
    }
}
