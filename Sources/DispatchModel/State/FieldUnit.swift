/// Anything that can be assigned (警力单元).
package struct FieldUnit: Recordable, Hashable, Sendable {
    /// Its identity on this board.
    package var id: UnitID = UnitID(rawValue: 0)
    /// What people call it.
    package var callsign: String = ""
    /// What it is.
    package var kind: UnitKind = .support
    /// The pane that shows it.
    package var pane: UnitPane = .patrol
    /// The beat it belongs to; empty when it has none.
    package var homeBeat: String = ""
    /// Where it waits (值守点).
    package var dutyPoint: Place = Place()
    /// What it can do beyond its kind, as codes.
    package var skills: [String] = []
    /// The tier of its response circle in minutes (1, 3, 5), 0 for none.
    package var circleMinutes: Int64 = 0
    /// What it is doing.
    package var status: UnitStatus = .available
    /// Since when.
    package var statusSince: Timestamp = Timestamp.epoch
    /// The incident it is busy with.
    package var incident: IncidentID?
    /// The assignment it is busy with.
    package var assignment: AssignmentID?
    /// Where it was last.
    package var position: GeoPoint?
    /// When it was there: the age of `position`, not of `status`.
    package var positionAt: Timestamp?
    /// When anything was last heard from it.
    package var heard: Timestamp = Timestamp.epoch
    /// True once it reports positions by itself, so that silence means something.
    package var tracked: Bool = false
    /// The recorded reason of a status that the rules would not have allowed.
    package var reason: String = ""
    /// Positions of the newest events about it, at most `FieldUnit.historyLimit`.
    package var history: [JournalPosition] = []
    /// Position of the last event that changed its status or assignment.
    package var revision: JournalPosition = 0
    /// Where it was last asked to stand, and what it said; nil when it never was.
    package var standing: StandingProposal?
    /// By when its crew is to be heard by word; nil when nobody asks.
    package var check: PersonnelCheck?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        id: UnitID = UnitID(rawValue: 0), callsign: String = "", kind: UnitKind = .support, pane: UnitPane = .patrol,
        homeBeat: String = "", dutyPoint: Place = Place(), skills: [String] = [], circleMinutes: Int64 = 0,
        status: UnitStatus = .available, statusSince: Timestamp = Timestamp.epoch, incident: IncidentID? = nil,
        assignment: AssignmentID? = nil, position: GeoPoint? = nil, positionAt: Timestamp? = nil,
        heard: Timestamp = Timestamp.epoch, tracked: Bool = false, reason: String = "", history: [JournalPosition] = [],
        revision: JournalPosition = 0
    ) {
        self.id = id
        self.callsign = callsign
        self.kind = kind
        self.pane = pane
        self.homeBeat = homeBeat
        self.dutyPoint = dutyPoint
        self.skills = skills
        self.circleMinutes = circleMinutes
        self.status = status
        self.statusSince = statusSince
        self.incident = incident
        self.assignment = assignment
        self.position = position
        self.positionAt = positionAt
        self.heard = heard
        self.tracked = tracked
        self.reason = reason
        self.history = history
        self.revision = revision
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "id", &id)
        visitor.visit(2, "callsign", &callsign)
        visitor.visit(3, "kind", &kind)
        visitor.visit(4, "pane", &pane)
        visitor.visit(5, "homeBeat", &homeBeat)
        visitor.visit(6, "dutyPoint", &dutyPoint)
        visitor.visit(7, "skills", &skills)
        visitor.visit(8, "circleMinutes", &circleMinutes)
        visitor.visit(9, "status", &status)
        visitor.visit(10, "statusSince", &statusSince)
        visitor.visit(11, "incident", &incident)
        visitor.visit(12, "assignment", &assignment)
        visitor.visit(13, "position", &position)
        visitor.visit(14, "positionAt", &positionAt)
        visitor.visit(15, "heard", &heard)
        visitor.visit(16, "tracked", &tracked)
        visitor.visit(17, "reason", &reason)
        visitor.visit(18, "history", &history)
        visitor.visit(19, "revision", &revision)
        visitor.visit(20, "standing", &standing)
        visitor.visit(40, "check", &check)
    }

    /// The most journal positions a unit carries.
    package static let historyLimit = 128

    /// True when it can be sent without leaving another incident.
    package var isFree: Bool { status == .available }
    /// True when it has a response circle and is not free to answer in it. Whoever else waits at its duty point has a circle of
    /// its own: no unit covers that of another.
    package var isCircleOpen: Bool { circleMinutes > 0 && !isFree }
}

/// What an undo puts back of a unit: its status and assignment, not its position.
package struct UnitCondition: Recordable, Hashable, Sendable {
    /// Which unit.
    package var unit: UnitID = UnitID(rawValue: 0)
    /// The status.
    package var status: UnitStatus = .available
    /// Since when.
    package var since: Timestamp = Timestamp.epoch
    /// The incident it is busy with.
    package var incident: IncidentID?
    /// The assignment it is busy with.
    package var assignment: AssignmentID?
    /// The recorded reason of the status.
    package var reason: String = ""
    /// Position of the last event that had changed what the unit means.
    package var revision: JournalPosition = 0
    /// Where it was asked to stand.
    package var standing: StandingProposal?
    /// By when its crew was to be heard by word.
    package var check: PersonnelCheck?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        unit: UnitID = UnitID(rawValue: 0), status: UnitStatus = .available, since: Timestamp = Timestamp.epoch,
        incident: IncidentID? = nil, assignment: AssignmentID? = nil, reason: String = "",
        revision: JournalPosition = 0
    ) {
        self.unit = unit
        self.status = status
        self.since = since
        self.incident = incident
        self.assignment = assignment
        self.reason = reason
        self.revision = revision
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "unit", &unit)
        visitor.visit(2, "status", &status)
        visitor.visit(3, "since", &since)
        visitor.visit(4, "incident", &incident)
        visitor.visit(5, "assignment", &assignment)
        visitor.visit(6, "reason", &reason)
        visitor.visit(7, "revision", integer: &revision)
        visitor.visit(8, "standing", &standing)
        visitor.visit(40, "check", &check)
    }

    /// The condition of a unit as it stands.
    package init(_ unit: FieldUnit) {
        self.init(
            unit: unit.id, status: unit.status, since: unit.statusSince, incident: unit.incident,
            assignment: unit.assignment, reason: unit.reason, revision: unit.revision)
        standing = unit.standing
        check = unit.check
    }
}
