extension Board {
    /// A unit belongs to the board, or its particulars changed.
    mutating func register(_ event: UnitRegistered, at: Timestamp) {
        var unit = units[event.unit] ?? FieldUnit(id: event.unit, status: event.status, statusSince: at, heard: at)
        let former = unit.callsign
        unit.callsign = event.callsign
        unit.kind = event.kind
        unit.pane = event.pane
        unit.homeBeat = event.homeBeat
        unit.dutyPoint = event.dutyPoint
        unit.skills = event.skills
        unit.circleMinutes = event.circleMinutes
        units.put(unit)
        if former != unit.callsign { callsigns[former] = bearer(of: former) }
        callsigns[unit.callsign] = min(unit.id, callsigns[unit.callsign] ?? unit.id)
        counters.units = max(counters.units, event.unit.rawValue)
    }

    /// The unit that a callsign means: of several, the one registered first.
    private func bearer(of callsign: String) -> UnitID? {
        guard callsigns[callsign] != nil else { return nil }
        return units.elements.lazy.filter { $0.callsign == callsign }.map(\.id).min()
    }
}

// What events about assignments do: they move the incident and its unit together.
extension Board {
    mutating func assign(_ event: UnitAssigned, at: Timestamp) -> Bool {
        counters.assignments = max(counters.assignments, event.assignment.rawValue)
        var interval: Int64?
        let known = incidents.change(event.incident) { incident in
            interval = incident.checkInterval
            incident.assignments.append(Assignment(id: event.assignment, unit: event.unit, assigned: event.assigned))
            if incident.isOpen { incident.stage = max(incident.stage, .assigned) }
            incident.endHold(at: at)
        }
        guard known else { return false }
        return units.change(event.unit) { unit in
            // Nothing but a status set on purpose ends an officer's call for help.
            if unit.status != .emergency {
                unit.status = .dispatched
                unit.statusSince = event.assigned ?? at
            }
            unit.incident = event.incident
            unit.assignment = event.assignment
            unit.reason = ""
            if let interval { unit.takeCheck(interval, of: event.incident, at: at) }
        }
    }

    mutating func advance(_ event: AssignmentAdvanced) -> Bool {
        let status = incidents.update(event.incident) { incident -> UnitStatus? in
            guard let slot = incident.assignments.lastIndex(where: { $0.id == event.assignment }) else { return nil }
            incident.assignments[slot][event.milestone] = event.at
            if event.backwards {
                incident.assignments[slot].timesBackwards = true
                incident.timesBackwards = true
            }
            if event.milestone == .arrived, incident.isOpen { incident.stage = .handled }
            return incident.assignments[slot].impliedStatus
        }
        guard let status = status ?? nil else { return false }
        return units.change(event.unit) { unit in
            guard unit.assignment == event.assignment else { return }
            if event.milestone == .cleared {
                unit.release(as: unit.status == .emergency ? .emergency : .available, since: event.at)
            } else if unit.status != .emergency, unit.status != status {
                unit.status = status
                unit.statusSince = event.at
            }
        }
    }

    mutating func withdraw(_ event: AssignmentWithdrawn) -> Bool {
        let known = incidents.update(event.incident) { incident -> Bool in
            guard let slot = incident.assignments.lastIndex(where: { $0.id == event.assignment }) else { return false }
            incident.assignments[slot].withdrawn = event.at
            let handled = incident.assignments.contains { $0.withdrawn == nil && $0.arrived != nil }
            let assigned = incident.assignments.contains { $0.withdrawn == nil }
            if incident.isOpen { incident.stage = handled ? .handled : assigned ? .assigned : .triaged }
            return true
        }
        guard known == true else { return false }
        return units.change(event.unit) { unit in
            guard unit.assignment == event.assignment else { return }
            unit.release(as: unit.status == .emergency ? .emergency : .available, since: event.at)
        }
    }
}

extension FieldUnit {
    /// Takes the unit off whatever it was busy with.
    mutating func release(as status: UnitStatus, since: Timestamp) {
        if self.status != status { statusSince = since }
        self.status = status
        incident = nil
        assignment = nil
        reason = ""
        if check?.incident != nil { check = nil }
    }
}

/// The newest position heard from a unit. Latest wins; only a sample of it reaches the journal.
package struct Telemetry: Hashable, Sendable {
    /// Where the unit is.
    package var point: GeoPoint
    /// When it was there.
    package var at: Timestamp
}

/// A unit's receiver says where it is, but not so that it can be believed: the unit stays where it was last known.
package struct DoubtfulPosition: Hashable, Sendable {
    /// Why it is not believed; at least one reason.
    package var reasons: Set<PositionDoubt>
    /// When the first of an unbroken row of such was heard.
    package var since: Timestamp
    /// When the newest was heard.
    package var at: Timestamp
}

extension Board {
    /// Takes a position that the journal does not keep. Older than what is known, it is dropped. What is heard of a unit
    /// from then on is believed again.
    ///
    /// Telemetry is no part of a snapshot or of the board's digest: facts are, and positions are sampled into facts.
    package mutating func hear(_ unit: UnitID, at point: GeoPoint, when: Timestamp) {
        if let known = telemetry[unit], known.at > when { return }
        telemetry[unit] = Telemetry(point: point, at: when)
        if !doubts.isEmpty { doubts[unit] = nil }
    }

    /// Notes that the newest position of a unit is not to be believed, and when it was heard. It moves nothing: the
    /// last believed position stays and grows old.
    package mutating func doubt(_ unit: UnitID, _ reasons: Set<PositionDoubt>, at: Timestamp) {
        doubts[unit] = DoubtfulPosition(reasons: reasons, since: doubts[unit]?.since ?? at, at: at)
    }

    /// Why the newest position of a unit is not believed; nil when it is, or when none was heard.
    package func doubt(about unit: FieldUnit) -> DoubtfulPosition? { doubts[unit.id] }

    /// The newest position known of a unit and its time; the duty point, without a time, when it never reported one.
    package func position(of unit: FieldUnit) -> (point: GeoPoint, at: Timestamp?)? {
        let recorded = unit.positionAt
        if let heard = telemetry[unit.id], heard.at >= recorded ?? heard.at { return (heard.point, heard.at) }
        if let point = unit.position { return (point, recorded) }
        return unit.dutyPoint.point.map { ($0, nil) }
    }

    /// When anything was last heard from a unit: a receiver without a fix is heard too.
    package func lastHeard(from unit: FieldUnit) -> Timestamp {
        max(unit.heard, telemetry[unit.id]?.at ?? unit.heard, doubts[unit.id]?.at ?? unit.heard)
    }
}

// What operators set timers for.
extension Board {
    /// The timers that run or ring, the earliest due first.
    package var openTimers: [DutyTimer] {
        timers.filter(\.isOpen).sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    }

    /// A timer that is known, whether it runs or has ended.
    package func timer(_ id: JournalPosition) -> DutyTimer? { timers.first { $0.id == id } }

    /// A timer begins.
    mutating func setTimer(_ timer: DutyTimer) { timers.append(timer) }

    /// A timer ends, or its end is taken back; those that ended longest ago are forgotten. False when it is not known.
    mutating func endTimer(_ id: JournalPosition, at position: JournalPosition?) -> Bool {
        guard let slot = timers.firstIndex(where: { $0.id == id }) else { return false }
        timers[slot].ended = position
        let ended = timers.compactMap(\.ended).sorted()
        guard ended.count > DutyTimer.endedLimit else { return true }
        let oldest = ended[ended.count - DutyTimer.endedLimit]
        timers.removeAll { $0.ended.map { $0 < oldest } ?? false }
        return true
    }
}
