import DispatchModel
import Formats

/// What an operator orders.
package enum Command: Hashable, Sendable {
    /// Enters a new incident and may send units at once.
    case create(NewIncident)
    /// Adds another caller's report.
    case addReport(IncidentID, caller: Caller, text: String)
    /// Puts right who made a report of an incident; the report is named by its number on the board.
    case correctCaller(IncidentID, report: Int64, Caller)
    /// Confirms or corrects type, priority, place and beat.
    case triage(IncidentID, TriageChange)
    /// Writes a note.
    case note(IncidentID, text: String)
    /// Puts an incident aside, until a time or until released.
    case hold(IncidentID, until: Timestamp?, reason: String)
    /// Ends a hold.
    case releaseHold(IncidentID)
    /// The first incident is the second one: its reports and units go there.
    case merge(IncidentID, into: IncidentID)
    /// Makes a new incident of some reports of this one.
    case split(IncidentID, reports: [Int64])
    /// Notes that two incidents have to do with each other.
    case link(IncidentID, IncidentID)
    /// Two incidents that were proposed to be one event are two.
    case dismissDuplicate(IncidentID, with: IncidentID)
    /// Opens a closed incident again.
    case reopen(IncidentID, reason: String)
    /// Ends an incident and frees its units.
    case close(IncidentID, disposition: String)
    /// Sends units. A unit busy elsewhere is only taken from there when `divert` is true.
    case assign(IncidentID, [UnitID], divert: Bool)
    /// Takes a unit off its incident.
    case withdraw(UnitID, reason: String)
    /// Records that a unit reached a milestone, at a time in the past when one is stated, else now. Cleared with a
    /// disposition, the last unit closes its incident.
    case advance(UnitID, Milestone, disposition: String, at: Timestamp? = nil)
    /// Sets a unit's status; what the rules do not allow needs a reason.
    case setStatus(UnitID, UnitStatus, reason: String)
    /// Asks units to stand somewhere, until a time by which they are to have answered.
    case proposeStanding([StandingOffer], until: Timestamp)
    /// Records what a unit said to that.
    case answerStanding(UnitID, StandingAnswer)
    /// The officer is in danger.
    case emergency(UnitID)
    /// Says that an incident is a dispute of a grade; its deadlines run from its first report.
    case gradeDispute(IncidentID, DisputeGrade)
    /// Records that a step of a dispute was done.
    case advanceDispute(IncidentID, DisputeStep)
    /// Hands a dispute over to mediation, with the date by which it is to have an outcome.
    case mediate(IncidentID, MediationKind, body: String, due: Timestamp)
    /// Answers an alert as it was seen.
    case acknowledge(AlertID, occurrence: Int64, severity: AlertSeverity)
    /// Releases the latch of an alert whose condition has gone and that was answered.
    case reset(AlertID, occurrence: Int64)
    /// Puts an alert aside as it was seen until a time, by the end of the shift at most; once: or until its condition
    /// ends.
    case shelve(
        AlertID, occurrence: Int64, severity: AlertSeverity, until: Timestamp, once: Bool, reason: String)
    /// Takes an alert out of service as it was seen, until somebody shows it again.
    case takeOutOfService(AlertID, occurrence: Int64, severity: AlertSeverity, reason: String)
    /// Ends one way in which an operator hid an alert.
    case showAlert(AlertID, AlertHidingWay)
    /// Makes an incident of an alert as it was seen, keeps the two linked and answers the alert.
    case raiseIncident(AlertID, occurrence: Int64, severity: AlertSeverity, NewIncident)
    /// Notes that an alert has to do with an incident.
    case joinAlert(AlertID, IncidentID)
    /// Crews are to be heard by word within an interval from here on (PAR); nil: no longer.
    case setCheck([UnitID], interval: Span?)
    /// Every crew at an incident is to be heard by word within an interval; nil: no longer.
    case setIncidentCheck(IncidentID, interval: Span?)
    /// Crews were asked and answered.
    case answerCheck([UnitID])
    /// A roll call was taken: who answered and who did not.
    case callRoll(answered: [UnitID], missed: [UnitID])
    /// Sets a timer.
    case setTimer(NewTimer)
    /// Ends a timer, known by the position of the event that set it.
    case endTimer(JournalPosition)
    /// Hands the shift over to the next, with what was said to each thing that a relief must know.
    case handOver(Handover)
    /// Has the room work by other rules.
    case adoptRules(RulesAdopted)
    /// Takes back the actor's last action.
    case undo
}

extension Command {
    /// What the command says of itself beside its fields; everybody who asks what a command is about asks here.
    package var nature: CommandNature {
        switch self {
        case .create(let new): CommandNature("create", makes: new)
        case .addReport(let id, _, let text): CommandNature(.addReport, incident: id, said: text)
        case .correctCaller(let id, _, _): CommandNature("correct-caller", incident: id)
        case .triage(let id, _): CommandNature("triage", incident: id)
        case .note(let id, let text): CommandNature(.note, incident: id, said: text)
        case .hold(let id, _, _): CommandNature("hold", incident: id)
        case .releaseHold(let id): CommandNature("release-hold", incident: id)
        case .merge(let id, let into):
            CommandNature("merge", incident: id, other: into, goesOnWith: .incident(into), endsMarks: true)
        case .split(let id, _): CommandNature("split", incident: id, goesOnWith: .newIncident)
        case .link(let id, let other): CommandNature("cross-reference", incident: id, other: other, endsMarks: true)
        case .dismissDuplicate(let id, let other): CommandNature(.dismissDuplicate, incident: id, other: other)
        case .reopen(let id, _): CommandNature("reopen", incident: id, goesOnWith: .incident(id))
        case .close(let id, let disposition): CommandNature("close-incident", incident: id, said: disposition)
        case .assign(let id, let units, _): CommandNature("assign", incident: id, units: units, endsMarks: true)
        case .withdraw(let unit, _): CommandNature("withdraw", units: [unit])
        case .advance(let unit, _, _, _): CommandNature(.advance, units: [unit])
        case .setStatus(let unit, _, _): CommandNature("set-status", units: [unit])
        case .proposeStanding(let offers, _): CommandNature("propose-standing", units: offers.map(\.unit))
        case .answerStanding(let unit, .declined): CommandNature("decline-standing", units: [unit])
        case .answerStanding(let unit, _): CommandNature("accept-standing", units: [unit])
        case .emergency(let unit): CommandNature(.emergency, units: [unit])
        case .gradeDispute(let id, _): CommandNature("grade-dispute", incident: id)
        case .advanceDispute(let id, _): CommandNature("advance-dispute", incident: id)
        case .mediate(let id, _, _, _): CommandNature("mediate", incident: id)
        case .acknowledge(let id, _, _): CommandNature(.acknowledge, alert: id)
        case .reset(let id, _): CommandNature(.resetAlert, alert: id)
        case .shelve(let id, _, _, _, _, _): CommandNature(.shelveAlert, alert: id)
        case .takeOutOfService(let id, _, _, _): CommandNature(.takeAlertOutOfService, alert: id)
        case .showAlert(let id, _): CommandNature(.showAlert, alert: id)
        case .raiseIncident(let id, _, _, let new): CommandNature(.raiseIncident, alert: id, makes: new)
        case .joinAlert(let id, let incident): CommandNature(.joinAlert, incident: incident, alert: id)
        case .setCheck(let units, _): CommandNature("set-check", units: units)
        case .setIncidentCheck(let id, _): CommandNature(.setIncidentCheck, incident: id)
        case .answerCheck(let units): CommandNature("answer-check", units: units)
        case .callRoll(let answered, let missed): CommandNature("call-roll", units: answered + missed)
        case .setTimer(let new): CommandNature(.setTimer, incident: new.incident, units: [new.unit].compactMap { $0 })
        case .endTimer: CommandNature(.endTimer)
        case .handOver: CommandNature("hand-over")
        case .adoptRules: CommandNature("adopt-rules")
        case .undo: CommandNature("undo", goesOnWith: .restored)
        }
    }

    /// The command's name in the journal and in messages.
    package var name: String { nature.name }
}

/// What a command says of itself: its name, what it is about, and what its operator goes on with.
package struct CommandNature: Hashable, Sendable {
    /// What an order leaves its operator with.
    package enum GoesOn: Hashable, Sendable {
        /// The incident that it made.
        case newIncident
        /// This incident.
        case incident(IncidentID)
        /// What was restored.
        case restored
    }

    /// Its name in the journal and in messages.
    package let name: String
    /// The incident that it is about first.
    package var incident: IncidentID?
    /// The other incident that it brings together with that one, or tells apart from it.
    package var other: IncidentID?
    /// The units that it is about.
    package var units: [UnitID]
    /// The alert that it is about.
    package var alert: AlertID?
    /// The incident that it makes.
    package var makes: NewIncident?
    /// What it puts down in the operator's own words.
    package var said: String?
    /// What its operator goes on with; nil when with what they had.
    package var goesOnWith: GoesOn?
    /// True when what was marked for it is done with.
    package var endsMarks: Bool

    init(
        _ name: String, incident: IncidentID? = nil, other: IncidentID? = nil, units: [UnitID] = [],
        makes: NewIncident? = nil, said: String? = nil, goesOnWith: GoesOn? = nil, endsMarks: Bool = false
    ) {
        self.name = name
        self.incident = incident
        self.other = other
        self.units = units
        self.makes = makes
        self.said = said
        self.goesOnWith = goesOnWith ?? (makes == nil ? nil : .newIncident)
        self.endsMarks = endsMarks
    }

    /// Of an order that taking back tells apart, as it does every order about an alert.
    fileprivate init(
        _ order: UndoneOrder, incident: IncidentID? = nil, other: IncidentID? = nil, units: [UnitID] = [],
        alert: AlertID? = nil, makes: NewIncident? = nil, said: String? = nil
    ) {
        self.init(order.rawValue, incident: incident, other: other, units: units, makes: makes, said: said)
        self.alert = alert
    }
}

extension CommandDecider {
    /// Which decision carries a command out: each stands beside its kin in `Deciding`.
    func carryOut(_ command: Command, _ draft: inout Draft, on board: Board, now: Timestamp) throws(Rejection) {
        switch command {
        case .create(let new): _ = try create(new, &draft, on: board, now: now)
        case .addReport(let id, let caller, let text):
            try addReport(id, caller: caller, text: text, &draft, on: board, now: now)
        case .correctCaller(let id, let report, let caller):
            try correct(caller, of: report, in: id, &draft, on: board)
        case .triage(let id, let change): try triage(id, change, &draft, on: board)
        case .note(let id, let text): try note(id, text, &draft, on: board)
        case .hold(let id, let until, let reason):
            try hold(id, until: until, reason: reason, &draft, on: board, now: now)
        case .releaseHold(let id): try releaseHold(id, &draft, on: board)
        case .merge(let from, let into): try merge(from, into, &draft, on: board, now: now)
        case .split(let id, let reports): try split(id, reports, &draft, on: board)
        case .link(let one, let other): try link(one, other, &draft, on: board)
        case .dismissDuplicate(let one, let other): try dismiss(one, other, &draft, on: board)
        case .reopen(let id, let reason): try reopen(id, reason, &draft, on: board)
        case .close(let id, let disposition): try close(id, disposition, &draft, on: board, now: now)
        case .assign(let id, let units, let divert):
            try assign(units, to: id, divert: divert, &draft, on: board, now: now)
        case .withdraw(let unit, let reason): try withdraw(unit, reason, &draft, on: board, now: now)
        case .advance(let unit, let milestone, let disposition, let stated):
            let reached = MilestoneReached(milestone, stated: stated, now: now)
            try advance(unit, reached, String(disposition.trimmingBlanks), &draft, on: board)
        case .setStatus(let unit, let status, let reason):
            let reason = try bounded(String(reason.trimmingBlanks), .reason)
            try setStatus(unit, status, reason: reason, &draft, on: board, now: now)
        case .proposeStanding(let offers, let until): try propose(offers, until: until, &draft, on: board, now: now)
        case .answerStanding(let unit, let answer): try self.answer(unit, answer, &draft, on: board, now: now)
        case .emergency(let unit): try emergency(unit, &draft, on: board, now: now)
        case .gradeDispute(let id, let grade): try self.grade(id, grade, &draft, on: board)
        case .advanceDispute(let id, let step): try advance(id, step, &draft, on: board, now: now)
        case .mediate(let id, let kind, let body, let due):
            let mediation = Mediation(
                kind: kind, body: try bounded(String(body.trimmingBlanks), .text), since: now, due: due)
            try mediate(id, mediation, &draft, on: board)
        case .acknowledge(let id, let occurrence, let severity):
            try acknowledge(try board.seen(id, occurrence, severity), &draft, on: board)
        case .reset(let id, let occurrence): try reset(id, occurrence, &draft, on: board)
        case .shelve(let id, let occurrence, let severity, let until, let once, let reason):
            let alert = try board.seen(id, occurrence, severity)
            let shelf = AlertHiding(
                way: .shelved, since: now, until: until, once: once, reason: try required(reason, .reason))
            try shelve(alert, shelf, &draft, on: board, now: now)
        case .takeOutOfService(let id, let occurrence, let severity, let reason):
            try takeOutOfService(try board.seen(id, occurrence, severity), reason, &draft, now: now)
        case .showAlert(let id, let way): try show(id, way, &draft, on: board, now: now)
        case .raiseIncident(let id, let occurrence, let severity, let new):
            try raiseIncident(try board.seen(id, occurrence, severity), new, &draft, on: board, now: now)
        case .joinAlert(let id, let incident): try join(id, incident, &draft, on: board)
        case .setCheck(let units, let interval): try setCheck(units, interval, &draft, on: board)
        case .setIncidentCheck(let id, let interval): try setCheck(of: id, interval, &draft, on: board)
        case .answerCheck(let units): try answerCheck(units, &draft, on: board)
        case .callRoll(let answered, let missed): try callRoll(answered, missed, &draft, on: board, now: now)
        case .setTimer(let new): try setTimer(new, &draft, on: board, now: now)
        case .endTimer(let id): try endTimer(id, &draft, on: board)
        case .handOver(let handover): try handover.decide(&draft, on: board, policy.shifts, now: now)
        case .adoptRules, .undo: return
        }
    }
}
