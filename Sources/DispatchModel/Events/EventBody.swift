/// A fact: one thing that happened. Facts are made by `decide`, kept by the journal and folded by `Board.apply`.
///
/// Indirect, since a fact is handed on some ten times between its deciding and the disk: a reference is counted then,
/// instead of the room of the largest fact, an incident as it was before an undo, being copied.
package indirect enum EventBody: Hashable, Sendable {
    /// The board shows the world, a recording or an exercise from here on.
    case modeDeclared(ModeDeclared)
    /// What an incident type is called.
    case typeDefined(TypeDefined)
    /// A beat of the district.
    case beatDefined(BeatDefined)
    /// The room looks at another map.
    case groundAdopted(GroundAdopted)
    /// The room works by other rules.
    case rulesAdopted(RulesAdopted)
    /// A unit belongs to the board, or its particulars changed.
    case unitRegistered(UnitRegistered)
    /// A unit's status changed outside an assignment, or was set by hand.
    case unitStatusChanged(UnitStatusChanged)
    /// Where a unit is: telemetry, sampled into the journal.
    case unitPositionReported(UnitPositionReported)
    /// A new incident with its first report.
    case incidentReported(IncidentReported)
    /// Another caller's report of the same incident.
    case reportAdded(ReportAdded)
    /// Who made a report was put right.
    case callerCorrected(CallerCorrected)
    /// Type, priority, place or beat were confirmed or corrected.
    case incidentTriaged(IncidentTriaged)
    /// An incident was put aside on purpose.
    case incidentHeld(IncidentHeld)
    /// An incident waits again.
    case holdReleased(HoldReleased)
    /// Somebody wrote a note.
    case noteAdded(NoteAdded)
    /// A note was struck out; it stays readable.
    case noteStruck(NoteStruck)
    /// An incident ended.
    case incidentClosed(IncidentClosed)
    /// A closed incident is open again.
    case incidentReopened(IncidentReopened)
    /// An incident turned out to be another one; its reports move there and it is closed.
    case incidentMerged(IncidentMerged)
    /// Reports went from one incident to another, as when it is split.
    case reportsMoved(ReportsMoved)
    /// Two incidents have to do with each other.
    case incidentsLinked(IncidentsLinked)
    /// A unit was sent to an incident.
    case unitAssigned(UnitAssigned)
    /// An assignment reached a milestone.
    case assignmentAdvanced(AssignmentAdvanced)
    /// A unit was taken off an incident before it was done there.
    case assignmentWithdrawn(AssignmentWithdrawn)
    /// A condition came on that needs an operator's answer.
    case alertRaised(AlertRaised)
    /// An alert matters more than before and asks for a new answer.
    case alertSeverityRaised(AlertSeverityRaised)
    /// An operator answered an alert.
    case alertAcknowledged(AlertAcknowledged)
    /// The condition of an alert has ended.
    case alertCleared(AlertCleared)
    /// An operator's action begins; the events that follow belong to it. What it touches is remembered for an undo.
    case actionTaken(ActionTaken)
    /// An action was undone by the restoring events that follow.
    case actionUndone(ActionUndone)
    /// An undo put an incident back as it was.
    case incidentRestored(IncidentRestored)
    /// An undo put an alert back as it was.
    case alertRestored(AlertRestored)
    /// An undo put a unit's status and assignment back.
    case unitRestored(UnitRestored)
    /// The leader of an exercise said or changed something that makes no other event.
    case exerciseNoted(ExerciseNoted)
    /// An operator released the latch of an alert.
    case alertReset(AlertReset)
    /// An alert went out of sight: shelved, suppressed or out of service.
    case alertHidden(AlertHidden)
    /// One way in which an alert was out of sight has ended.
    case alertShown(AlertShown)
    /// Nobody has answered an alert in time: the next supervisor is called.
    case alertEscalated(AlertEscalated)
    /// An alert began to come and go too often, or to behave again.
    case alertConductChanged(AlertConductChanged)
    /// An alert and an incident have to do with each other.
    case alertLinked(AlertLinked)
    /// Alerts began to come faster than anybody can answer, or slowly enough again.
    case floodChanged(FloodChanged)
    /// Two incidents seem to be the same event.
    case duplicateProposed(DuplicateProposed)
    /// An operator said that two incidents are two events.
    case duplicateDismissed(DuplicateDismissed)
    /// An incident is a dispute of a grade, with its deadlines.
    case disputeGraded(DisputeGraded)
    /// A step of a dispute was done.
    case disputeAdvanced(DisputeAdvanced)
    /// A dispute was handed over to mediation.
    case mediationBegun(MediationBegun)
    /// A feed says something else about an alert that is on.
    case alertRevised(AlertRevised)
    /// The sender of an alert lowers it.
    case alertSeverityLowered(AlertSeverityLowered)
    /// A shift was handed over to the next.
    case shiftHandedOver(ShiftHandedOver)
    /// A unit was asked to stand somewhere.
    case standingProposed(StandingProposed)
    /// A unit answered a proposal of where to stand.
    case standingAnswered(StandingAnswered)
    /// The crew of a unit is to be heard by word within an interval.
    case unitCheckSet(UnitCheckSet)
    /// The crews at an incident are to be heard by word within an interval.
    case incidentCheckSet(IncidentCheckSet)
    /// A crew was asked and answered.
    case crewAnswered(CrewAnswered)
    /// A crew was asked and did not answer.
    case crewMissed(CrewMissed)
    /// A roll call was taken.
    case rollCallTaken(RollCallTaken)
    /// A timer was set.
    case timerSet(TimerSet)
    /// A timer was ended.
    case timerEnded(TimerEnded)
    /// The end of a timer was taken back.
    case timerResumed(TimerResumed)
    /// Opening the journal found something wrong with it.
    case journalFaultFound(JournalFaultFound)
    /// The machine's clock was put forward or back.
    case clockStepped(ClockStepped)
}

extension EventBody {
    /// The kinds of event; the raw value is the kind's identity on disk and is never used twice.
    package enum Kind: UInt8, CaseIterable, Sendable {
        case modeDeclared = 1
        case typeDefined = 2
        case beatDefined = 3
        case groundAdopted = 70
        case rulesAdopted = 90
        case unitRegistered = 4
        case unitStatusChanged = 5
        case unitPositionReported = 6
        case incidentReported = 7
        case reportAdded = 8
        case callerCorrected = 91
        case incidentTriaged = 9
        case incidentHeld = 10
        case holdReleased = 11
        case noteAdded = 12
        case noteStruck = 13
        case incidentClosed = 14
        case incidentReopened = 15
        case incidentMerged = 16
        case reportsMoved = 17
        case incidentsLinked = 18
        case unitAssigned = 19
        case assignmentAdvanced = 20
        case assignmentWithdrawn = 21
        case alertRaised = 22
        case alertSeverityRaised = 23
        case alertAcknowledged = 24
        case alertCleared = 25
        case actionTaken = 26
        case actionUndone = 27
        case incidentRestored = 28
        case alertRestored = 29
        case unitRestored = 30
        case exerciseNoted = 31
        case alertReset = 32
        case alertHidden = 33
        case alertShown = 34
        case alertEscalated = 35
        case alertConductChanged = 36
        case alertLinked = 37
        case floodChanged = 38
        case duplicateProposed = 39
        case duplicateDismissed = 40
        case disputeGraded = 41
        case disputeAdvanced = 42
        case mediationBegun = 43
        case alertRevised = 44
        case alertSeverityLowered = 45
        case shiftHandedOver = 75
        case standingProposed = 52
        case standingAnswered = 53
        case unitCheckSet = 80
        case incidentCheckSet = 81
        case crewAnswered = 82
        case crewMissed = 83
        case rollCallTaken = 84
        case timerSet = 85
        case timerEnded = 86
        case timerResumed = 87
        case journalFaultFound = 60
        case clockStepped = 61
    }

    /// Hands the event to a reader as the type it is. The only place that takes an event out of its case: what all
    /// events can do is asked through here, without boxes.
    @inlinable
    package func read<Reader: EventReader>(_ reader: Reader, _ context: inout Reader.Context) -> Reader.Answer {
        switch self {
        case .modeDeclared(let event): reader.read(event, &context)
        case .typeDefined(let event): reader.read(event, &context)
        case .beatDefined(let event): reader.read(event, &context)
        case .groundAdopted(let event): reader.read(event, &context)
        case .rulesAdopted(let event): reader.read(event, &context)
        case .unitRegistered(let event): reader.read(event, &context)
        case .unitStatusChanged(let event): reader.read(event, &context)
        case .unitPositionReported(let event): reader.read(event, &context)
        case .incidentReported(let event): reader.read(event, &context)
        case .reportAdded(let event): reader.read(event, &context)
        case .callerCorrected(let event): reader.read(event, &context)
        case .incidentTriaged(let event): reader.read(event, &context)
        case .incidentHeld(let event): reader.read(event, &context)
        case .holdReleased(let event): reader.read(event, &context)
        case .noteAdded(let event): reader.read(event, &context)
        case .noteStruck(let event): reader.read(event, &context)
        case .incidentClosed(let event): reader.read(event, &context)
        case .incidentReopened(let event): reader.read(event, &context)
        case .incidentMerged(let event): reader.read(event, &context)
        case .reportsMoved(let event): reader.read(event, &context)
        case .incidentsLinked(let event): reader.read(event, &context)
        case .unitAssigned(let event): reader.read(event, &context)
        case .assignmentAdvanced(let event): reader.read(event, &context)
        case .assignmentWithdrawn(let event): reader.read(event, &context)
        case .alertRaised(let event): reader.read(event, &context)
        case .alertSeverityRaised(let event): reader.read(event, &context)
        case .alertAcknowledged(let event): reader.read(event, &context)
        case .alertCleared(let event): reader.read(event, &context)
        case .actionTaken(let event): reader.read(event, &context)
        case .actionUndone(let event): reader.read(event, &context)
        case .incidentRestored(let event): reader.read(event, &context)
        case .alertRestored(let event): reader.read(event, &context)
        case .unitRestored(let event): reader.read(event, &context)
        case .exerciseNoted(let event): reader.read(event, &context)
        case .alertReset(let event): reader.read(event, &context)
        case .alertHidden(let event): reader.read(event, &context)
        case .alertShown(let event): reader.read(event, &context)
        case .alertEscalated(let event): reader.read(event, &context)
        case .alertConductChanged(let event): reader.read(event, &context)
        case .alertLinked(let event): reader.read(event, &context)
        case .floodChanged(let event): reader.read(event, &context)
        case .duplicateProposed(let event): reader.read(event, &context)
        case .duplicateDismissed(let event): reader.read(event, &context)
        case .disputeGraded(let event): reader.read(event, &context)
        case .disputeAdvanced(let event): reader.read(event, &context)
        case .mediationBegun(let event): reader.read(event, &context)
        case .alertRevised(let event): reader.read(event, &context)
        case .alertSeverityLowered(let event): reader.read(event, &context)
        case .shiftHandedOver(let event): reader.read(event, &context)
        case .standingProposed(let event): reader.read(event, &context)
        case .standingAnswered(let event): reader.read(event, &context)
        case .unitCheckSet(let event): reader.read(event, &context)
        case .incidentCheckSet(let event): reader.read(event, &context)
        case .crewAnswered(let event): reader.read(event, &context)
        case .crewMissed(let event): reader.read(event, &context)
        case .rollCallTaken(let event): reader.read(event, &context)
        case .timerSet(let event): reader.read(event, &context)
        case .timerEnded(let event): reader.read(event, &context)
        case .timerResumed(let event): reader.read(event, &context)
        case .journalFaultFound(let event): reader.read(event, &context)
        case .clockStepped(let event): reader.read(event, &context)
        }
    }

    /// Reads the event of a kind.
    @inlinable
    package init<Visitor: FieldVisitor>(kind: Kind, from visitor: inout Visitor) {
        self =
            switch kind {
            case .modeDeclared: .modeDeclared(.init(reading: &visitor))
            case .typeDefined: .typeDefined(.init(reading: &visitor))
            case .beatDefined: .beatDefined(.init(reading: &visitor))
            case .groundAdopted: .groundAdopted(.init(reading: &visitor))
            case .rulesAdopted: .rulesAdopted(.init(reading: &visitor))
            case .unitRegistered: .unitRegistered(.init(reading: &visitor))
            case .unitStatusChanged: .unitStatusChanged(.init(reading: &visitor))
            case .unitPositionReported: .unitPositionReported(.init(reading: &visitor))
            case .incidentReported: .incidentReported(.init(reading: &visitor))
            case .reportAdded: .reportAdded(.init(reading: &visitor))
            case .callerCorrected: .callerCorrected(.init(reading: &visitor))
            case .incidentTriaged: .incidentTriaged(.init(reading: &visitor))
            case .incidentHeld: .incidentHeld(.init(reading: &visitor))
            case .holdReleased: .holdReleased(.init(reading: &visitor))
            case .noteAdded: .noteAdded(.init(reading: &visitor))
            case .noteStruck: .noteStruck(.init(reading: &visitor))
            case .incidentClosed: .incidentClosed(.init(reading: &visitor))
            case .incidentReopened: .incidentReopened(.init(reading: &visitor))
            case .incidentMerged: .incidentMerged(.init(reading: &visitor))
            case .reportsMoved: .reportsMoved(.init(reading: &visitor))
            case .incidentsLinked: .incidentsLinked(.init(reading: &visitor))
            case .unitAssigned: .unitAssigned(.init(reading: &visitor))
            case .assignmentAdvanced: .assignmentAdvanced(.init(reading: &visitor))
            case .assignmentWithdrawn: .assignmentWithdrawn(.init(reading: &visitor))
            case .alertRaised: .alertRaised(.init(reading: &visitor))
            case .alertSeverityRaised: .alertSeverityRaised(.init(reading: &visitor))
            case .alertAcknowledged: .alertAcknowledged(.init(reading: &visitor))
            case .alertCleared: .alertCleared(.init(reading: &visitor))
            case .actionTaken: .actionTaken(.init(reading: &visitor))
            case .actionUndone: .actionUndone(.init(reading: &visitor))
            case .incidentRestored: .incidentRestored(.init(reading: &visitor))
            case .alertRestored: .alertRestored(.init(reading: &visitor))
            case .unitRestored: .unitRestored(.init(reading: &visitor))
            case .exerciseNoted: .exerciseNoted(.init(reading: &visitor))
            case .alertReset: .alertReset(.init(reading: &visitor))
            case .alertHidden: .alertHidden(.init(reading: &visitor))
            case .alertShown: .alertShown(.init(reading: &visitor))
            case .alertEscalated: .alertEscalated(.init(reading: &visitor))
            case .alertConductChanged: .alertConductChanged(.init(reading: &visitor))
            case .alertLinked: .alertLinked(.init(reading: &visitor))
            case .floodChanged: .floodChanged(.init(reading: &visitor))
            case .duplicateProposed: .duplicateProposed(.init(reading: &visitor))
            case .duplicateDismissed: .duplicateDismissed(.init(reading: &visitor))
            case .disputeGraded: .disputeGraded(.init(reading: &visitor))
            case .disputeAdvanced: .disputeAdvanced(.init(reading: &visitor))
            case .mediationBegun: .mediationBegun(.init(reading: &visitor))
            case .alertRevised: .alertRevised(.init(reading: &visitor))
            case .alertSeverityLowered: .alertSeverityLowered(.init(reading: &visitor))
            case .shiftHandedOver: .shiftHandedOver(.init(reading: &visitor))
            case .standingProposed: .standingProposed(.init(reading: &visitor))
            case .standingAnswered: .standingAnswered(.init(reading: &visitor))
            case .unitCheckSet: .unitCheckSet(.init(reading: &visitor))
            case .incidentCheckSet: .incidentCheckSet(.init(reading: &visitor))
            case .crewAnswered: .crewAnswered(.init(reading: &visitor))
            case .crewMissed: .crewMissed(.init(reading: &visitor))
            case .rollCallTaken: .rollCallTaken(.init(reading: &visitor))
            case .timerSet: .timerSet(.init(reading: &visitor))
            case .timerEnded: .timerEnded(.init(reading: &visitor))
            case .timerResumed: .timerResumed(.init(reading: &visitor))
            case .journalFaultFound: .journalFaultFound(.init(reading: &visitor))
            case .clockStepped: .clockStepped(.init(reading: &visitor))
            }
    }
}
