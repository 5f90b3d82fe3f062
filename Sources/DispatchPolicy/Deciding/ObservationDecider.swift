import DispatchModel

/// Why an observation made no event.
package enum Ignored: Error, Hashable, Sendable {
    /// The board knows it already.
    case known
    /// It names an incident that the board does not have.
    case unknownIncident
    /// It names a unit that the board does not have.
    case unknownUnit(String)
    /// It names an assignment that was withdrawn or never made.
    case noAssignment
    /// Its id is that of another message that is recorded and says something else.
    case contradiction
    /// Its id is that of a message whose record cannot be read, so that nobody can say whether it is the same.
    case unreadable
    /// It reports an incident of a time that has not come, booked for later: the board has what is so now.
    case ahead
}

/// Decides what an observation means: facts are kept even where the rules would have refused a command.
package struct ObservationDecider: Sendable {
    /// The code of the incident that an officer's call for help makes.
    let emergencyType: String
    /// How the room deals with alerts.
    private let alerts: AlertRules
    /// The types that name the grade of a dispute.
    private let disputeTypes: [String: DisputeGrade]
    /// By when a dispute's steps are to be done.
    let disputeDeadlines: DisputeDeadlines

    /// Creates a decider that works by a room's rules.
    package init(policy: Policy = Policy()) {
        emergencyType = policy.emergencyType
        alerts = policy.alerts
        disputeTypes = policy.disputeTypes
        disputeDeadlines = policy.deadlines.disputes
    }

    /// The events that record the observation, or why there is nothing to record. Positions are not decided here: they
    /// are telemetry (see `PositionSampler`).
    package func decide(_ observation: Observation, board: Board) -> Result<[EventBody], Ignored> {
        do throws(Ignored) {
            var draft = Draft(board.counters)
            try record(observation, &draft, on: board)
            draft.gradeByType(disputeTypes, disputeDeadlines, on: board)
            return .success(alerts.latched(draft.events))
        } catch {
            return .failure(error)
        }
    }

    /// A live room that begins again says so: hours in which nobody recorded are no hours without calls.
    private func isAnew(_ mode: ModeDeclared, _ now: Timestamp, on board: Board) -> Bool {
        mode.mode == .live && now - board.lastEventAt >= Self.silence
    }

    /// How long nothing was recorded before a live room says anew that it begins.
    private static let silence = Span.hours(1)

    private func record(_ observation: Observation, _ draft: inout Draft, on board: Board) throws(Ignored) {
        switch observation.content {
        case .mode(let mode):
            guard board.mode != mode || board.position == 0 || isAnew(mode, observation.at, on: board) else {
                throw .known
            }
            draft.add(.modeDeclared(mode))
        case .type(let type):
            guard board.typeNames[type.code] != type else { throw .known }
            draft.add(.typeDefined(type))
        case .beat(let beat):
            guard board.beats[beat.beat] != beat else { throw .known }
            draft.add(.beatDefined(beat))
        case .unit(let unit): try register(unit, &draft, on: board)
        case .incident(var incident, let isPriorityStated):
            if !isPriorityStated, let usual = board.typeNames[incident.type]?.priority { incident.priority = usual }
            try report(
                incident, isPriorityStated: isPriorityStated, from: observation.source, at: observation.at, &draft,
                on: board)
        case .report(let reference, let report, let isLast):
            try add(report, from: observation.source, to: reference, isLast: isLast, &draft, on: board)
        case .caller(let reference, let caller): try correct(caller, of: reference, &draft, on: board)
        case .milestone(let milestone): try reach(milestone, at: observation.at, &draft, on: board)
        case .status(let callsign, let status, let stated, let isOvertaken):
            try note(
                status, of: callsign, stated: stated, isOvertaken: isOvertaken, at: observation.at, &draft, on: board)
        case .standing(let callsign, let answer):
            guard let unit = board.unit(callsign: callsign) else { throw .unknownUnit(callsign) }
            guard answer != .open, unit.standing?.isOpen(at: observation.at) == true else { throw .known }
            draft.add(.standingAnswered(StandingAnswered(unit: unit.id, answer: answer)))
        case .position, .doubtfulPosition: throw .known
        case .exercise(let note): draft.add(.exerciseNoted(note))
        case .clock(let step): draft.add(.clockStepped(step))
        case .ground(let ground):
            guard board.ground != ground else { throw .known }
            draft.add(.groundAdopted(ground))
        case .graded(let reference, let type, let priority):
            try revise(
                reference, by: IncidentTriaged(type: type, priority: priority), at: observation.at, &draft, on: board)
        case .closed(let reference, let disposition, let stated):
            try close(reference, disposition, at: stated ?? observation.at, &draft, on: board)
        case .reopened(let reference, let reason, let stated):
            try reopen(reference, reason, at: stated ?? observation.at, &draft, on: board)
        case .revised(let reference, let revision):
            try revise(reference, by: revision, at: observation.at, &draft, on: board)
        case .disputeGraded(let reference, let grade): try self.grade(reference, grade, &draft, on: board)
        case .alert(let alert): try takeAlert(alert, &draft, on: board)
        }
    }

    private func register(_ unit: UnitRegistered, _ draft: inout Draft, on board: Board) throws(Ignored) {
        var event = unit
        if let known = board.unit(callsign: unit.callsign) {
            event.unit = known.id
            guard !known.matches(event) else { throw .known }
        } else {
            event.unit = draft.nextUnit()
        }
        draft.add(.unitRegistered(event))
    }
}

extension Board {
    /// The number of the incident that carries what a reference names: that itself, or what it was merged into.
    func findNumber(_ reference: IncidentReference) throws(Ignored) -> IncidentID {
        let found = try recordNumber(reference)
        return survivorNumber(of: found) ?? found
    }

    /// The number of the incident that a reference names, merged into another or not.
    func recordNumber(_ reference: IncidentReference) throws(Ignored) -> IncidentID {
        let found: IncidentID? =
            switch reference {
            case .source(let key): incidentNumber(source: key)
            case .number(let id): incidents.contains(id) ? id : nil
            }
        guard let found else { throw .unknownIncident }
        return found
    }

    func find(callsign: String) throws(Ignored) -> FieldUnit {
        guard let unit = unit(callsign: callsign) else { throw .unknownUnit(callsign) }
        return unit
    }
}

extension FieldUnit {
    /// True when registering would change nothing.
    fileprivate func matches(_ event: UnitRegistered) -> Bool {
        callsign == event.callsign && kind == event.kind && pane == event.pane && homeBeat == event.homeBeat
            && dutyPoint == event.dutyPoint && skills == event.skills && circleMinutes == event.circleMinutes
    }
}
