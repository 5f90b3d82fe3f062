import DispatchModel

extension CommandDecider {
    /// Sends units to an open incident.
    func assign(
        _ units: [UnitID], to incident: IncidentID, divert: Bool, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        _ = try board.open(incident)
        guard !units.isEmpty else { throw .noUnits }
        try send(units, to: incident, divert: divert, &draft, on: board, now: now)
    }

    /// Takes a unit off its incident.
    func withdraw(
        _ unit: UnitID, _ reason: String, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        guard let task = draft.task(of: try board.known(unit), on: board) else { throw .notAssigned(unit) }
        draft.withdraw(task.assignment, of: task.incident.id, at: now, reason: try bounded(reason, .reason))
    }

    /// The officer is in danger.
    func emergency(_ id: UnitID, _ draft: inout Draft, on board: Board, now: Timestamp) throws(Rejection) {
        let unit = try board.known(id)
        guard unit.status != .emergency else { throw .sameStatus(unit.id, .emergency) }
        draft.emergency(unit, on: board, type: policy.emergencyType, at: now)
    }

    /// Sends each of the units once, however often it is named.
    func send(
        _ units: [UnitID], to incident: IncidentID, divert: Bool, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        for (place, unit) in units.enumerated() where !units[..<place].contains(unit) {
            try send(unit, to: incident, divert: divert, &draft, on: board, now: now)
        }
    }

    /// Sends one unit, off another incident if that was asked for.
    private func send(
        _ id: UnitID, to incident: IncidentID, divert: Bool, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        let unit = try board.known(id)
        let task = draft.task(of: unit, on: board)
        if let task {
            guard task.incident.id != incident else { throw .alreadyAssigned(id, incident) }
            guard unit.status != .emergency, unit.status != .outOfService else {
                throw .unitUnavailable(id, status: unit.status)
            }
            guard divert else { throw .unitBusy(id, status: unit.status, incident: task.incident.id) }
            if unit.status == .clear {
                // It is done there: what it has left is the report.
                draft.advance(task.assignment, of: task.incident.id, to: .cleared, at: now)
            } else {
                draft.withdraw(task.assignment, of: task.incident.id, at: now, reason: "divert")
            }
        } else if !policy.statusRules.allows(unit.status, .dispatched), unit.status != .clear {
            throw .unitUnavailable(id, status: unit.status)
        }
        // A log may have sent the unit elsewhere without ending its assignment here: the new one takes its place.
        for stale in board.incidents[incident]?.openAssignments ?? [] where stale.unit == id {
            draft.withdraw(stale, of: incident, at: now, reason: "replaced")
        }
        draft.add(
            .unitAssigned(
                UnitAssigned(
                    incident: incident, assignment: draft.nextAssignment(), unit: id, assigned: now,
                    divertedFrom: task?.incident.id)))
    }

    /// Records that a unit reached a milestone of the assignment that it is busy with.
    func advance(
        _ id: UnitID, _ reached: MilestoneReached, _ disposition: String, _ draft: inout Draft, on board: Board
    ) throws(Rejection) {
        let unit = try board.known(id)
        guard let task = draft.task(of: unit, on: board) else { throw .notAssigned(id) }
        try reached.check(task.assignment)
        if let status = reached.milestone.status, status != unit.status, !reached.isFilledIn(task.assignment),
            !policy.statusRules.allows(unit.status, status)
        {
            throw .statusNotAllowed(
                id, from: unit.status, to: status, allowed: policy.statusRules.allowed(after: unit.status))
        }
        try bounded(disposition, .disposition)
        let others = task.incident.assignments.contains { $0.isOpen && $0.id != task.assignment.id }
        if reached.milestone == .cleared, !disposition.isEmpty, !others {
            let latest = task.incident.lastMilestone ?? reached.at
            return draft.close(task.incident, try complete(disposition), at: max(reached.at, latest))
        }
        draft.advance(task.assignment, of: task.incident.id, to: reached.milestone, at: reached.at)
        if !disposition.isEmpty {
            draft.add(.noteAdded(NoteAdded(incident: task.incident.id, text: disposition)))
        }
    }

    /// A status that is a milestone of the unit's assignment moves the assignment; one that ends its duty takes it off
    /// its incident; any other stands by itself.
    func setStatus(
        _ id: UnitID, _ status: UnitStatus, reason: String, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        let unit = try board.known(id)
        guard unit.status != status else { throw .sameStatus(id, status) }
        guard policy.statusRules.allows(unit.status, status) || !reason.isEmpty else {
            throw .statusNotAllowed(
                id, from: unit.status, to: status, allowed: policy.statusRules.allowed(after: unit.status))
        }
        if policy.statusRules.reasoned.contains(status), reason.isEmpty { throw .missing(.reason) }
        if status == .emergency {
            return draft.emergency(unit, on: board, type: policy.emergencyType, at: now, reason: reason)
        }
        let task = draft.task(of: unit, on: board)
        if task == nil, status == .dispatched { throw .notAssigned(id) }
        draft.change(unit, on: board, to: status, at: now, reason: reason)
    }
}

// MARK: - Where to stand

extension CommandDecider {
    /// The most units that are asked at once.
    private static let offerLimit = 200

    /// Asks free units to stand somewhere; until then they may answer.
    func propose(
        _ offers: [StandingOffer], until: Timestamp, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        guard !offers.isEmpty else { throw .noUnits }
        guard until > now else { throw .missing(.place) }
        for (index, offer) in offers.prefix(Self.offerLimit).enumerated() {
            guard !offers[..<index].contains(where: { $0.unit == offer.unit }) else { continue }
            let unit = try board.known(offer.unit)
            guard unit.isFree else { throw .unitUnavailable(unit.id, status: unit.status) }
            var place = offer.place
            place.text = try required(place.text, .place)
            draft.add(
                .standingProposed(
                    StandingProposed(
                        unit: unit.id, proposal: StandingProposal(place: place, since: now, until: until))))
        }
    }

    /// A unit answered; one that was not asked, or whose proposal has lapsed, has nothing to answer.
    func answer(
        _ id: UnitID, _ answer: StandingAnswer, _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        let unit = try board.known(id)
        guard answer != .open, unit.standing?.isOpen(at: now) == true else { throw .notAsked(id) }
        draft.add(.standingAnswered(StandingAnswered(unit: id, answer: answer)))
    }
}

// MARK: - What is asked of crews, and timers

extension CommandDecider {
    /// Crews are to be heard by word within an interval from here on; nil: no longer.
    func setCheck(
        _ units: [UnitID], _ interval: Span?, _ draft: inout Draft, on board: Board
    ) throws(Rejection) {
        guard !units.isEmpty else { throw .noUnits }
        let seconds = try checked(interval)
        for id in units {
            let unit = try board.known(id)
            guard unit.status != .outOfService || interval == nil else {
                throw .unitUnavailable(id, status: unit.status)
            }
            guard interval != nil || unit.check != nil else { throw .notChecked(id) }
            draft.add(.unitCheckSet(UnitCheckSet(unit: id, interval: seconds)))
        }
    }

    /// Crews at an incident, those that come later too, are to be heard by word within an interval; nil: no longer.
    func setCheck(
        of id: IncidentID, _ interval: Span?, _ draft: inout Draft, on board: Board
    ) throws(Rejection) {
        let incident = try board.open(id)
        guard interval != nil || incident.checkInterval != nil else { throw .incidentNotChecked(id) }
        draft.add(.incidentCheckSet(IncidentCheckSet(incident: id, interval: try checked(interval))))
    }

    private func checked(_ interval: Span?) throws(Rejection) -> Int64 {
        guard let interval else { return 0 }
        guard PersonnelCheckRules.intervals.contains(interval) else {
            throw .checkInterval(
                shortest: PersonnelCheckRules.intervals.lowerBound, longest: PersonnelCheckRules.intervals.upperBound)
        }
        return interval.seconds
    }

    /// Crews were asked and answered.
    func answerCheck(_ units: [UnitID], _ draft: inout Draft, on board: Board) throws(Rejection) {
        guard !units.isEmpty else { throw .noUnits }
        for id in units { draft.add(.crewAnswered(CrewAnswered(unit: try board.known(id).id))) }
    }

    /// A roll call: who answered, and who did not and stays told until it is heard.
    func callRoll(
        _ answered: [UnitID], _ missed: [UnitID], _ draft: inout Draft, on board: Board, now: Timestamp
    ) throws(Rejection) {
        guard !answered.isEmpty || !missed.isEmpty else { throw .noUnits }
        draft.add(.rollCallTaken(RollCallTaken(answered: Int64(answered.count), missed: Int64(missed.count))))
        for id in answered {
            draft.add(.crewAnswered(CrewAnswered(unit: try board.known(id).id, isRollCall: true)))
        }
        for id in missed {
            draft.add(.crewMissed(CrewMissed(unit: try board.known(id).id, isRollCall: true, at: now)))
        }
    }

    /// A timer begins, on an incident, on a unit, or on nothing.
    func setTimer(_ new: NewTimer, _ draft: inout Draft, on board: Board, now: Timestamp) throws(Rejection) {
        if let incident = new.incident { _ = try board.known(incident) }
        if let unit = new.unit { _ = try board.known(unit) }
        guard new.due > now, new.due - now <= NewTimer.longest else { throw .timerDue(latest: now + NewTimer.longest) }
        guard board.openTimers.count < DutyTimer.limit else { throw .timersFull(limit: DutyTimer.limit) }
        let text = try bounded(String(new.text.trimmingBlanks), .text)
        draft.add(.timerSet(TimerSet(incident: new.incident, unit: new.unit, text: text, due: new.due)))
    }

    /// A timer ends.
    func endTimer(_ id: JournalPosition, _ draft: inout Draft, on board: Board) throws(Rejection) {
        guard let timer = board.timer(id), timer.isOpen else { throw .timerEnded }
        draft.end(timer)
    }
}

extension Draft {
    /// A timer ends: it is done, or not wanted any more.
    mutating func end(_ timer: DutyTimer) {
        add(.timerEnded(TimerEnded(timer: timer.id, incident: timer.incident, unit: timer.unit)))
    }
}
