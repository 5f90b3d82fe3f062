/// A unit belongs to the board, or its particulars changed.
package struct UnitRegistered: Recordable, Hashable, Sendable {
    /// Which unit.
    package var unit: UnitID = UnitID(rawValue: 0)
    /// What people call it.
    package var callsign: String = ""
    /// What it is.
    package var kind: UnitKind = .support
    /// The pane that shows it.
    package var pane: UnitPane = .patrol
    /// The beat it belongs to.
    package var homeBeat: String = ""
    /// Where it waits.
    package var dutyPoint: Place = Place()
    /// What it can do beyond its kind.
    package var skills: [String] = []
    /// The tier of its response circle in minutes, 0 for none.
    package var circleMinutes: Int64 = 0
    /// Its status when it is new to the board.
    package var status: UnitStatus = .available

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        unit: UnitID = UnitID(rawValue: 0), callsign: String = "", kind: UnitKind = .support, pane: UnitPane = .patrol,
        homeBeat: String = "", dutyPoint: Place = Place(), skills: [String] = [], circleMinutes: Int64 = 0,
        status: UnitStatus = .available
    ) {
        self.unit = unit
        self.callsign = callsign
        self.kind = kind
        self.pane = pane
        self.homeBeat = homeBeat
        self.dutyPoint = dutyPoint
        self.skills = skills
        self.circleMinutes = circleMinutes
        self.status = status
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "unit", &unit)
        visitor.visit(2, "callsign", &callsign)
        visitor.visit(3, "kind", &kind)
        visitor.visit(4, "pane", &pane)
        visitor.visit(5, "homeBeat", &homeBeat)
        visitor.visit(6, "dutyPoint", &dutyPoint)
        visitor.visit(7, "skills", &skills)
        visitor.visit(8, "circleMinutes", &circleMinutes)
        visitor.visit(9, "status", &status)
    }
}

extension UnitRegistered: Event {
    package static var kind: EventBody.Kind { .unitRegistered }
    package var subjects: EventSubjects { .unit(unit) }
    package static var isNote: Bool { true }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.register(self, at: record.at)
        return true
    }
}

/// A unit's status changed outside an assignment, or was set by hand.
package struct UnitStatusChanged: Recordable, Hashable, Sendable {
    /// Which unit.
    package var unit: UnitID = UnitID(rawValue: 0)
    /// The new status.
    package var status: UnitStatus = .available
    /// Since when.
    package var since: Timestamp = Timestamp.epoch
    /// Why the rules were overridden; empty when they were not.
    package var reason: String = ""

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        unit: UnitID = UnitID(rawValue: 0), status: UnitStatus = .available, since: Timestamp = Timestamp.epoch,
        reason: String = ""
    ) {
        self.unit = unit
        self.status = status
        self.since = since
        self.reason = reason
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "unit", &unit)
        visitor.visit(2, "status", &status)
        visitor.visit(3, "since", &since)
        visitor.visit(4, "reason", &reason)
    }
}

extension UnitStatusChanged: Event {
    package static var kind: EventBody.Kind { .unitStatusChanged }
    package var subjects: EventSubjects { .unit(unit) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        let hasTask = board.units[unit]?.incident.map { board.incidents.contains($0) } ?? false
        return board.units.change(unit) { unit in
            if !hasTask { unit.release(as: status, since: since) }
            unit.status = status
            unit.statusSince = since
            unit.reason = reason
            if status == .outOfService { unit.check = nil }
        }
    }
}

/// Where a unit is: telemetry, sampled into the journal.
package struct UnitPositionReported: Recordable, Hashable, Sendable {
    /// Which unit.
    package var unit: UnitID = UnitID(rawValue: 0)
    /// Where.
    package var point: GeoPoint = GeoPoint()
    /// When it was there.
    package var at: Timestamp = Timestamp.epoch

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        unit: UnitID = UnitID(rawValue: 0), point: GeoPoint = GeoPoint(), at: Timestamp = Timestamp.epoch
    ) {
        self.unit = unit
        self.point = point
        self.at = at
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "unit", &unit)
        visitor.visit(2, "point", &point)
        visitor.visit(3, "at", &at)
    }
}

extension UnitPositionReported: Event {
    package static var kind: EventBody.Kind { .unitPositionReported }
    package var subjects: EventSubjects { .unit(unit) }

    package func fold(into board: inout Board, _ record: EventRecord) -> Bool {
        board.units.change(unit) { unit in
            unit.tracked = true
            unit.heard = max(unit.heard, record.at)
            guard at >= unit.positionAt ?? at else { return }
            unit.position = point
            unit.positionAt = at
        }
    }
}
