import DispatchModel

/// Why an observation made no event.
public enum Ignored: Error, Hashable, Sendable {
    /// The board knows it already.
    case known
    /// It names an incident that the board does not have.
    case unknownIncident
    /// It names a unit that the board does not have.
    case unknownUnit(String)
    /// It names an assignment that was withdrawn or never made.
    case noAssignment
}

/// Decides what an observation means: facts are kept even where the rules would have refused a command.
public struct ObservationDecider: Sendable {
    /// The code of the incident that an officer's call for help makes.
    private let emergencyType: String
    /// How the room deals with alerts.
    private let alerts: AlertRules
    /// The types that name the grade of a dispute.
    private let disputeTypes: [String: DisputeGrade]
    /// By when a dispute's steps are to be done.
    private let disputeDeadlines: DisputeDeadlines

    /// Creates a decider that works by a room's rules.
    public init(policy: Policy = Policy()) {
        emergencyType = policy.emergencyType
        alerts = policy.alerts
        disputeTypes = policy.disputeTypes
        disputeDeadlines = policy.deadlines.disputes
    }

    /// The events that record the observation, or why there is nothing to record. Positions are not decided here: they
    /// are telemetry (see `PositionSampler`).
    public func decide(_ observation: Observation, board: Board) -> Result<[EventBody], Ignored> {
        do throws(Ignored) {
            var draft = Draft(board.counters)
            try record(observation, &draft, on: board)
            draft.gradeByType(disputeTypes, disputeDeadlines, on: board)
            return .success(alerts.latched(draft.events))
        } catch {
            return .failure(error)
        }
    }

    private func record(_ observation: Observation, _ draft: inout Draft, on board: Board) throws(Ignored) {
        switch observation.content {
        case .mode(let mode):
            guard board.mode != mode || board.position == 0 else { throw .known }
            draft.add(.modeDeclared(mode))
        case .type(let type):
            guard board.typeNames[type.code] != type else { throw .known }
            draft.add(.typeDefined(type))
        case .beat(let beat):
            guard board.beats[beat.beat] != beat else { throw .known }
            draft.add(.beatDefined(beat))
        case .unit(let unit): try register(unit, &draft, on: board)
        case .incident(var incident):
            if let source = incident.source ?? observation.source {
                if let known = board.incidentNumber(source: source) {
                    return try add(
                        incident.report, from: observation.source, to: known, named: source, &draft, on: board)
                }
                incident.source = source
            }
            incident.incident = draft.nextIncident()
            incident.report.number = draft.nextReport()
            draft.add(.incidentReported(incident))
        case .report(let reference, var report):
            let incident = try board.findNumber(reference)
            report.source = report.source ?? observation.source
            if let source = report.source, board.incidentNumber(source: source) != nil { throw .known }
            report.number = draft.nextReport()
            draft.add(.reportAdded(ReportAdded(incident: incident, report: report)))
        case .milestone(let milestone): try reach(milestone, &draft, on: board)
        case .status(let callsign, let status):
            let unit = try board.find(callsign: callsign)
            guard unit.status != status else { throw .known }
            if status == .emergency {
                draft.emergency(unit, on: board, type: emergencyType, at: observation.at)
            } else {
                draft.change(unit, on: board, to: status, at: observation.at)
            }
        case .position, .doubtfulPosition: throw .known
        case .exercise(let note): draft.add(.exerciseNoted(note))
        case .clock(let step): draft.add(.clockStepped(step))
        case .graded(let reference, let type, let priority):
            try grade(try board.find(reference), type: type, priority: priority, &draft)
        case .closed(let reference, let disposition):
            let incident = try board.find(reference)
            guard incident.isOpen else { throw .known }
            draft.close(incident, disposition, at: observation.at)
        case .revised(let reference, let revision): try revise(board.find(reference), by: revision, &draft)
        case .disputeGraded(let reference, let grade):
            let incident = try board.find(reference)
            guard incident.isOpen, incident.dispute?.grade != grade else { throw .known }
            draft.add(.disputeGraded(disputeDeadlines.graded(incident.id, grade, received: incident.received)))
        case .alert(let alert): try take(alert, &draft, on: board)
        }
    }

    /// A message of its own about an incident that is known is another caller's report of it, never lost.
    private func add(
        _ report: Report, from message: SourceKey?, to incident: IncidentID, named source: SourceKey,
        _ draft: inout Draft, on board: Board
    ) throws(Ignored) {
        guard let message, message != source else { throw .known }
        var report = report
        report.source = message
        report.number = draft.nextReport()
        let survivor = board.survivorNumber(of: incident) ?? incident
        draft.add(.reportAdded(ReportAdded(incident: survivor, report: report)))
    }

    /// Keeps of a revision what is news.
    private func revise(_ incident: Incident, by revision: IncidentTriaged, _ draft: inout Draft) throws(Ignored) {
        var event = revision
        event.incident = incident.id
        if event.type == incident.type { event.type = "" }
        if event.priority == incident.priority { event.priority = nil }
        if event.place == incident.place { event.place = nil }
        if event.beat == incident.beat { event.beat = "" }
        if incident.stage > .gathered { event.confirmed = false }
        let isNews = !event.type.isEmpty || event.priority != nil || event.place != nil || !event.beat.isEmpty
        guard incident.isOpen, isNews || event.confirmed else { throw .known }
        draft.add(.incidentTriaged(event))
    }

    /// A closed incident keeps what it was closed as.
    private func grade(
        _ incident: Incident, type: String, priority: Priority?, _ draft: inout Draft
    ) throws(Ignored) {
        let isSame = (type.isEmpty || type == incident.type) && (priority ?? incident.priority) == incident.priority
        guard incident.isOpen, !isSame else { throw .known }
        draft.add(.incidentTriaged(IncidentTriaged(incident: incident.id, type: type, priority: priority)))
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

    private func reach(_ milestone: MilestoneObservation, _ draft: inout Draft, on board: Board) throws(Ignored) {
        let incident = try board.findNumber(milestone.incident)
        guard let unit = board.unitNumber(callsign: milestone.callsign) else { throw .unknownUnit(milestone.callsign) }
        let assignments = board.incidents.read(incident) { $0.assignments } ?? []
        let open = assignments.last { $0.unit == unit && $0.isOpen }
        if milestone.milestone == .assigned {
            guard open == nil else { throw .known }
            draft.add(
                .unitAssigned(
                    UnitAssigned(
                        incident: incident, assignment: draft.nextAssignment(), unit: unit, assigned: milestone.stated)
                ))
            return
        }
        guard let stated = milestone.stated, let assignment = open ?? assignments.ended(for: unit, milestone, stated)
        else { throw .noAssignment }
        guard assignment[milestone.milestone] == nil else { throw .known }
        draft.advance(
            assignment, of: incident, to: milestone.milestone, at: stated,
            backwards: milestone.backwards || assignment.runsBackwards(milestone.milestone, stated))
    }
}

extension [Assignment] {
    /// The newest assignment of a unit that was cleared, when a milestone heard of late belongs to it: one stated not
    /// later than its end, or with times that run backwards anyway.
    fileprivate func ended(for unit: UnitID, _ milestone: MilestoneObservation, _ stated: Timestamp) -> Assignment? {
        last { assignment in
            guard assignment.unit == unit, assignment.withdrawn == nil, let cleared = assignment.cleared else {
                return false
            }
            return milestone.backwards || stated <= cleared
        }
    }
}

extension Assignment {
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

extension Board {
    fileprivate func find(_ reference: IncidentReference) throws(Ignored) -> Incident {
        guard let incident = incidents[try findNumber(reference)] else { throw .unknownIncident }
        return incident
    }

    fileprivate func findNumber(_ reference: IncidentReference) throws(Ignored) -> IncidentID {
        let found: IncidentID? =
            switch reference {
            case .source(let key): incidentNumber(source: key)
            case .number(let id): incidents.contains(id) ? id : nil
            }
        guard let found else { throw .unknownIncident }
        return survivorNumber(of: found) ?? found
    }

    fileprivate func find(callsign: String) throws(Ignored) -> FieldUnit {
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
