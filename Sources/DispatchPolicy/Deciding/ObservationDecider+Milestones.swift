import DispatchModel

/// What units say they do. A status is a fact: it is kept in its time, whatever came before it or was refused.
extension ObservationDecider {
    /// A unit says what it does, of no incident. What its sender has overtaken places a milestone at most; a call for help
    /// is heard however late it comes.
    func note(
        _ status: UnitStatus, of callsign: String, stated: Timestamp?, isOvertaken: Bool, at now: Timestamp,
        _ draft: inout Draft, on board: Board
    ) throws(Ignored) {
        let unit = try board.find(callsign: callsign)
        guard unit.status != status else { throw .known }
        guard status != .emergency else {
            return draft.emergency(unit, on: board, type: emergencyType, at: now)
        }
        let since = stated ?? now
        guard isOvertaken, unit.saysNewer(than: since) else {
            return draft.change(unit, on: board, to: status, at: since)
        }
        guard let task = draft.task(of: unit, on: board), let milestone = status.milestone, milestone != .cleared,
            task.assignment[milestone] == nil, task.assignment.earliest ?? since <= since
        else { throw .known }
        draft.advance(task.assignment, of: task.incident.id, to: milestone, at: since)
        keep(unit, with: task.assignment, reaching: milestone, &draft)
    }

    /// A unit reached a milestone. It is placed in its time: on the assignment that it belongs to, else on one that it makes.
    func reach(_ said: MilestoneObservation, at now: Timestamp, _ draft: inout Draft, on board: Board) throws(Ignored) {
        let incident = try board.findNumber(said.incident)
        guard let unit = board.unitNumber(callsign: said.callsign) else { throw .unknownUnit(said.callsign) }
        let assignments = board.incidents.read(incident) { $0.assignments } ?? []
        if let assignment = assignments.holder(of: said, for: unit) {
            try place(said, on: assignment, of: incident, &draft, on: board)
        } else {
            try assign(said, to: incident, unit, at: now, &draft, on: board)
        }
    }

    private func place(
        _ said: MilestoneObservation, on assignment: Assignment, of incident: IncidentID, _ draft: inout Draft,
        on board: Board
    ) throws(Ignored) {
        guard assignment[said.milestone] == nil, assignment.withdrawn == nil else { throw .known }
        guard let stated = said.stated else { throw said.milestone == .assigned ? .known : .noAssignment }
        // Sent where it was already: nothing new.
        if said.milestone == .assigned, let earliest = assignment.earliest, earliest < stated { throw .known }
        draft.advance(
            assignment, of: incident, to: said.milestone, at: stated,
            backwards: said.backwards || assignment.runsBackwards(said.milestone, stated))
        guard said.isOvertaken, let unit = board.units[assignment.unit], unit.assignment == assignment.id,
            unit.saysNewer(than: stated)
        else { return }
        keep(unit, with: assignment, reaching: said.milestone, &draft)
    }

    /// A milestone that is placed late never sets a unit back from what it has said since.
    private func keep(
        _ unit: FieldUnit, with assignment: Assignment, reaching milestone: Milestone, _ draft: inout Draft
    ) {
        guard milestone != .cleared, unit.status != .emergency, !assignment.implies(unit.status, with: milestone)
        else { return }
        draft.add(.unitRestored(UnitRestored(before: UnitCondition(unit))))
    }

    // MARK: Assignments that a unit makes by what it says

    /// Sent by another system, or there without having been sent: an assignment either way. A closed incident opens again
    /// for it, unless it is of before the end.
    private func assign(
        _ said: MilestoneObservation, to id: IncidentID, _ number: UnitID, at now: Timestamp, _ draft: inout Draft,
        on board: Board
    ) throws(Ignored) {
        let closed = board.incidents.read(id) { $0.closed } ?? nil
        let isPlain = said.milestone == .assigned && closed == nil && !said.isOvertaken
        guard !isPlain, let unit = board.units[number] else {
            return draft.assign(number, to: id, Assignment(id: draft.nextAssignment(), assigned: said.stated))
        }
        try checkMaking(said, of: unit, at: id, on: board)
        let stated = said.stated ?? now
        let present = Present(unit, after: said, at: stated, closed: board.mode.mode == .live ? closed : nil)
        if present.opensAgain {
            draft.add(.incidentReopened(IncidentReopened(incident: id, reason: "unit", at: stated)))
        }
        let left = present.isLeft ? draft.task(of: unit, on: board) : nil
        if let left { draft.leave(left, at: stated, reason: "elsewhere") }
        let assignment = Assignment(
            id: draft.nextAssignment(), unit: unit.id, assigned: said.milestone == .assigned ? said.stated : nil)
        draft.assign(unit.id, to: id, assignment, from: left?.incident.id)
        if said.milestone != .assigned { draft.advance(assignment, of: id, to: said.milestone, at: stated) }
        if let over = present.over, said.milestone != .cleared {
            draft.advance(assignment, of: id, to: .cleared, at: max(over, stated))
        }
        if present.isKept { draft.add(.unitRestored(UnitRestored(before: UnitCondition(unit)))) }
    }

    /// Not every milestone makes an assignment, and none does that was reached before the unit was taken back.
    private func checkMaking(
        _ said: MilestoneObservation, of unit: FieldUnit, at incident: IncidentID, on board: Board
    ) throws(Ignored) {
        guard said.milestone != .assigned else { return }
        guard said.milestone.makesAssignment, let stated = said.stated else { throw .noAssignment }
        let isTakenBack = board.incidents.read(incident) { incident in
            incident.assignments.contains { $0.unit == unit.id && $0.withdrawn.map { stated <= $0 } ?? false }
        }
        guard isTakenBack != true else { throw .noAssignment }
    }

    /// What a new assignment means for what its unit does now.
    private struct Present {
        /// When the assignment was over, by what is known already; nil while it is not.
        var over: Timestamp?
        /// True when the incident opens again for it.
        var opensAgain = false
        /// True when the unit goes on with what it does.
        var isKept: Bool
        /// True when the unit leaves what it was busy with.
        var isLeft: Bool

        /// - Parameter closed: When the incident ended, if an end can be taken back: a recording tells its own endings.
        init(_ unit: FieldUnit, after said: MilestoneObservation, at stated: Timestamp, closed: Timestamp?) {
            let isOvertaken = said.isOvertaken && unit.saysNewer(than: stated)
            if said.isOvertaken, unit.assignment == nil, !unit.status.isAtWork {
                over = [said.freeSince, unit.revision > 0 ? unit.statusSince : nil].compactMap { $0 }
                    .filter { $0 > stated }.min()
            }
            if let closed {
                if stated > closed {
                    opensAgain = said.milestone != .cleared
                } else {
                    over = closed
                }
            }
            let isEnd = said.milestone == .cleared
            isKept = isOvertaken || over != nil || isEnd && (unit.assignment != nil || unit.status == .emergency)
            // Sent elsewhere it may still have to do here, as the other system has it; seen elsewhere it has left.
            isLeft = !isKept && !isEnd && said.milestone != .assigned
        }
    }
}

extension Draft {
    fileprivate mutating func assign(
        _ unit: UnitID, to incident: IncidentID, _ assignment: Assignment, from: IncidentID? = nil
    ) {
        add(
            .unitAssigned(
                UnitAssigned(
                    incident: incident, assignment: assignment.id, unit: unit, assigned: assignment.assigned,
                    divertedFrom: from)))
    }
}

extension Milestone {
    /// True for a milestone that a unit may reach without having been sent, which is an assignment then.
    fileprivate var makesAssignment: Bool {
        switch self {
        case .enRoute, .arrived, .transporting, .cleared: true
        case .assigned, .acknowledged, .atDestination, .feedback: false
        }
    }
}

extension UnitStatus {
    /// True for what a unit does for an incident.
    fileprivate var isAtWork: Bool {
        switch self {
        case .dispatched, .enRoute, .onScene, .transporting, .emergency: true
        case .available, .clear, .outOfService: false
        }
    }
}

extension FieldUnit {
    /// True when something was said of what it does that is newer than a time; its entry on the roster is no such thing.
    fileprivate func saysNewer(than time: Timestamp) -> Bool { revision > 0 && statusSince > time }
}

extension [Assignment] {
    /// The assignment of a unit that a milestone belongs to: the open one, or one that has ended when the milestone is of
    /// its time. Nil when it is of none.
    fileprivate func holder(of said: MilestoneObservation, for unit: UnitID) -> Assignment? {
        let open = last { $0.unit == unit && $0.isOpen }
        if open != nil, said.backwards { return open }
        guard let stated = said.stated, open?.earliest.map({ stated < $0 }) ?? true else { return open }
        return last { $0.unit == unit && $0.hadEnded(after: stated, said) } ?? open
    }
}

extension Assignment {
    /// Its first known time.
    fileprivate var earliest: Timestamp? { Milestone.allCases.lazy.compactMap { self[$0] }.min() }

    /// True when it has ended and a milestone is of before its end, or of a log whose times run backwards anyway. One that
    /// was withdrawn takes nothing but that the unit was sent.
    fileprivate func hadEnded(after stated: Timestamp, _ said: MilestoneObservation) -> Bool {
        if said.milestone == .assigned { return (cleared ?? withdrawn).map { stated < $0 } ?? false }
        guard withdrawn == nil, let cleared else { return false }
        return said.backwards || stated <= cleared
    }

    /// True when a status follows from its milestones with one more.
    fileprivate func implies(_ status: UnitStatus, with milestone: Milestone) -> Bool {
        var after = self
        after[milestone] = .epoch
        return after.impliedStatus == status
    }

    /// True when a milestone at this time lies before one that should precede it, or after one that should follow.
    /// Feedback may come at any time.
    fileprivate func runsBackwards(_ milestone: Milestone, _ at: Timestamp) -> Bool {
        guard milestone != .feedback else { return false }
        return Milestone.allCases.contains { other in
            guard other != .feedback, let known = self[other] else { return false }
            return other.rawValue < milestone.rawValue ? known > at : other.rawValue > milestone.rawValue && known < at
        }
    }
}
