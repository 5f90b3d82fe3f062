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
    /// Opening the journal found something wrong with it.
    case journalFaultFound(JournalFaultFound)
    /// The machine's clock was put forward or back.
    case clockStepped(ClockStepped)
}

extension EventBody {
    /// The kinds of event; the raw value is the kind's identity on disk and is never used twice.
    package enum Kind: UInt8, CaseIterable, Sendable {
        /// The board shows the world, a recording or an exercise from here on.
        case modeDeclared = 1
        /// What an incident type is called.
        case typeDefined = 2
        /// A beat of the district.
        case beatDefined = 3
        /// A unit belongs to the board, or its particulars changed.
        case unitRegistered = 4
        /// A unit's status changed outside an assignment, or was set by hand.
        case unitStatusChanged = 5
        /// Where a unit is: telemetry, sampled into the journal.
        case unitPositionReported = 6
        /// A new incident with its first report.
        case incidentReported = 7
        /// Another caller's report of the same incident.
        case reportAdded = 8
        /// Type, priority, place or beat were confirmed or corrected.
        case incidentTriaged = 9
        /// An incident was put aside on purpose.
        case incidentHeld = 10
        /// An incident waits again.
        case holdReleased = 11
        /// Somebody wrote a note.
        case noteAdded = 12
        /// A note was struck out; it stays readable.
        case noteStruck = 13
        /// An incident ended.
        case incidentClosed = 14
        /// A closed incident is open again.
        case incidentReopened = 15
        /// An incident turned out to be another one; its reports move there and it is closed.
        case incidentMerged = 16
        /// Reports went from one incident to another, as when it is split.
        case reportsMoved = 17
        /// Two incidents have to do with each other.
        case incidentsLinked = 18
        /// A unit was sent to an incident.
        case unitAssigned = 19
        /// An assignment reached a milestone.
        case assignmentAdvanced = 20
        /// A unit was taken off an incident before it was done there.
        case assignmentWithdrawn = 21
        /// A condition came on that needs an operator's answer.
        case alertRaised = 22
        /// An alert matters more than before and asks for a new answer.
        case alertSeverityRaised = 23
        /// An operator answered an alert.
        case alertAcknowledged = 24
        /// The condition of an alert has ended.
        case alertCleared = 25
        /// An operator's action begins; the events that follow belong to it. What it touches is remembered for an undo.
        case actionTaken = 26
        /// An action was undone by the restoring events that follow.
        case actionUndone = 27
        /// An undo put an incident back as it was.
        case incidentRestored = 28
        /// An undo put an alert back as it was.
        case alertRestored = 29
        /// An undo put a unit's status and assignment back.
        case unitRestored = 30
        /// The leader of an exercise said or changed something that makes no other event.
        case exerciseNoted = 31
        /// An operator released the latch of an alert.
        case alertReset = 32
        /// An alert went out of sight: shelved, suppressed or out of service.
        case alertHidden = 33
        /// One way in which an alert was out of sight has ended.
        case alertShown = 34
        /// Nobody has answered an alert in time: the next supervisor is called.
        case alertEscalated = 35
        /// An alert began to come and go too often, or to behave again.
        case alertConductChanged = 36
        /// An alert and an incident have to do with each other.
        case alertLinked = 37
        /// Alerts began to come faster than anybody can answer, or slowly enough again.
        case floodChanged = 38
        /// Two incidents seem to be the same event.
        case duplicateProposed = 39
        /// An operator said that two incidents are two events.
        case duplicateDismissed = 40
        /// An incident is a dispute of a grade, with its deadlines.
        case disputeGraded = 41
        /// A step of a dispute was done.
        case disputeAdvanced = 42
        /// A dispute was handed over to mediation.
        case mediationBegun = 43
        /// A feed says something else about an alert that is on.
        case alertRevised = 44
        /// The sender of an alert lowers it.
        case alertSeverityLowered = 45
        /// Opening the journal found something wrong with it.
        case journalFaultFound = 60
        /// The machine's clock was put forward or back.
        case clockStepped = 61
    }

    /// Which kind of event it is.
    package var kind: Kind {
        switch self {
        case .modeDeclared: .modeDeclared
        case .typeDefined: .typeDefined
        case .beatDefined: .beatDefined
        case .unitRegistered: .unitRegistered
        case .unitStatusChanged: .unitStatusChanged
        case .unitPositionReported: .unitPositionReported
        case .incidentReported: .incidentReported
        case .reportAdded: .reportAdded
        case .incidentTriaged: .incidentTriaged
        case .incidentHeld: .incidentHeld
        case .holdReleased: .holdReleased
        case .noteAdded: .noteAdded
        case .noteStruck: .noteStruck
        case .incidentClosed: .incidentClosed
        case .incidentReopened: .incidentReopened
        case .incidentMerged: .incidentMerged
        case .reportsMoved: .reportsMoved
        case .incidentsLinked: .incidentsLinked
        case .unitAssigned: .unitAssigned
        case .assignmentAdvanced: .assignmentAdvanced
        case .assignmentWithdrawn: .assignmentWithdrawn
        case .alertRaised: .alertRaised
        case .alertSeverityRaised: .alertSeverityRaised
        case .alertAcknowledged: .alertAcknowledged
        case .alertCleared: .alertCleared
        case .actionTaken: .actionTaken
        case .actionUndone: .actionUndone
        case .incidentRestored: .incidentRestored
        case .alertRestored: .alertRestored
        case .unitRestored: .unitRestored
        case .exerciseNoted: .exerciseNoted
        case .alertReset: .alertReset
        case .alertHidden: .alertHidden
        case .alertShown: .alertShown
        case .alertEscalated: .alertEscalated
        case .alertConductChanged: .alertConductChanged
        case .alertLinked: .alertLinked
        case .floodChanged: .floodChanged
        case .duplicateProposed: .duplicateProposed
        case .duplicateDismissed: .duplicateDismissed
        case .disputeGraded: .disputeGraded
        case .disputeAdvanced: .disputeAdvanced
        case .mediationBegun: .mediationBegun
        case .alertRevised: .alertRevised
        case .alertSeverityLowered: .alertSeverityLowered
        case .journalFaultFound: .journalFaultFound
        case .clockStepped: .clockStepped
        }
    }

    /// Shows the fields of the payload to a visitor that writes.
    @inlinable
    package func write<Visitor: FieldVisitor>(to visitor: inout Visitor) {
        switch self {
        case .modeDeclared(var payload): payload.fields(&visitor)
        case .typeDefined(var payload): payload.fields(&visitor)
        case .beatDefined(var payload): payload.fields(&visitor)
        case .unitRegistered(var payload): payload.fields(&visitor)
        case .unitStatusChanged(var payload): payload.fields(&visitor)
        case .unitPositionReported(var payload): payload.fields(&visitor)
        case .incidentReported(var payload): payload.fields(&visitor)
        case .reportAdded(var payload): payload.fields(&visitor)
        case .incidentTriaged(var payload): payload.fields(&visitor)
        case .incidentHeld(var payload): payload.fields(&visitor)
        case .holdReleased(var payload): payload.fields(&visitor)
        case .noteAdded(var payload): payload.fields(&visitor)
        case .noteStruck(var payload): payload.fields(&visitor)
        case .incidentClosed(var payload): payload.fields(&visitor)
        case .incidentReopened(var payload): payload.fields(&visitor)
        case .incidentMerged(var payload): payload.fields(&visitor)
        case .reportsMoved(var payload): payload.fields(&visitor)
        case .incidentsLinked(var payload): payload.fields(&visitor)
        case .unitAssigned(var payload): payload.fields(&visitor)
        case .assignmentAdvanced(var payload): payload.fields(&visitor)
        case .assignmentWithdrawn(var payload): payload.fields(&visitor)
        case .alertRaised(var payload): payload.fields(&visitor)
        case .alertSeverityRaised(var payload): payload.fields(&visitor)
        case .alertAcknowledged(var payload): payload.fields(&visitor)
        case .alertCleared(var payload): payload.fields(&visitor)
        case .actionTaken(var payload): payload.fields(&visitor)
        case .actionUndone(var payload): payload.fields(&visitor)
        case .incidentRestored(var payload): payload.fields(&visitor)
        case .alertRestored(var payload): payload.fields(&visitor)
        case .unitRestored(var payload): payload.fields(&visitor)
        case .exerciseNoted(var payload): payload.fields(&visitor)
        case .alertReset(var payload): payload.fields(&visitor)
        case .alertHidden(var payload): payload.fields(&visitor)
        case .alertShown(var payload): payload.fields(&visitor)
        case .alertEscalated(var payload): payload.fields(&visitor)
        case .alertConductChanged(var payload): payload.fields(&visitor)
        case .alertLinked(var payload): payload.fields(&visitor)
        case .floodChanged(var payload): payload.fields(&visitor)
        case .duplicateProposed(var payload): payload.fields(&visitor)
        case .duplicateDismissed(var payload): payload.fields(&visitor)
        case .disputeGraded(var payload): payload.fields(&visitor)
        case .disputeAdvanced(var payload): payload.fields(&visitor)
        case .mediationBegun(var payload): payload.fields(&visitor)
        case .alertRevised(var payload): payload.fields(&visitor)
        case .alertSeverityLowered(var payload): payload.fields(&visitor)
        case .journalFaultFound(var payload): payload.fields(&visitor)
        case .clockStepped(var payload): payload.fields(&visitor)
        }
    }

    /// Reads the payload of a kind.
    @inlinable
    package init<Visitor: FieldVisitor>(kind: Kind, from visitor: inout Visitor) {
        switch kind {
        case .modeDeclared:
            var payload = ModeDeclared()
            payload.fields(&visitor)
            self = .modeDeclared(payload)
        case .typeDefined:
            var payload = TypeDefined()
            payload.fields(&visitor)
            self = .typeDefined(payload)
        case .beatDefined:
            var payload = BeatDefined()
            payload.fields(&visitor)
            self = .beatDefined(payload)
        case .unitRegistered:
            var payload = UnitRegistered()
            payload.fields(&visitor)
            self = .unitRegistered(payload)
        case .unitStatusChanged:
            var payload = UnitStatusChanged()
            payload.fields(&visitor)
            self = .unitStatusChanged(payload)
        case .unitPositionReported:
            var payload = UnitPositionReported()
            payload.fields(&visitor)
            self = .unitPositionReported(payload)
        case .incidentReported:
            var payload = IncidentReported()
            payload.fields(&visitor)
            self = .incidentReported(payload)
        case .reportAdded:
            var payload = ReportAdded()
            payload.fields(&visitor)
            self = .reportAdded(payload)
        case .incidentTriaged:
            var payload = IncidentTriaged()
            payload.fields(&visitor)
            self = .incidentTriaged(payload)
        case .incidentHeld:
            var payload = IncidentHeld()
            payload.fields(&visitor)
            self = .incidentHeld(payload)
        case .holdReleased:
            var payload = HoldReleased()
            payload.fields(&visitor)
            self = .holdReleased(payload)
        case .noteAdded:
            var payload = NoteAdded()
            payload.fields(&visitor)
            self = .noteAdded(payload)
        case .noteStruck:
            var payload = NoteStruck()
            payload.fields(&visitor)
            self = .noteStruck(payload)
        case .incidentClosed:
            var payload = IncidentClosed()
            payload.fields(&visitor)
            self = .incidentClosed(payload)
        case .incidentReopened:
            var payload = IncidentReopened()
            payload.fields(&visitor)
            self = .incidentReopened(payload)
        case .incidentMerged:
            var payload = IncidentMerged()
            payload.fields(&visitor)
            self = .incidentMerged(payload)
        case .reportsMoved:
            var payload = ReportsMoved()
            payload.fields(&visitor)
            self = .reportsMoved(payload)
        case .incidentsLinked:
            var payload = IncidentsLinked()
            payload.fields(&visitor)
            self = .incidentsLinked(payload)
        case .unitAssigned:
            var payload = UnitAssigned()
            payload.fields(&visitor)
            self = .unitAssigned(payload)
        case .assignmentAdvanced:
            var payload = AssignmentAdvanced()
            payload.fields(&visitor)
            self = .assignmentAdvanced(payload)
        case .assignmentWithdrawn:
            var payload = AssignmentWithdrawn()
            payload.fields(&visitor)
            self = .assignmentWithdrawn(payload)
        case .alertRaised:
            var payload = AlertRaised()
            payload.fields(&visitor)
            self = .alertRaised(payload)
        case .alertSeverityRaised:
            var payload = AlertSeverityRaised()
            payload.fields(&visitor)
            self = .alertSeverityRaised(payload)
        case .alertAcknowledged:
            var payload = AlertAcknowledged()
            payload.fields(&visitor)
            self = .alertAcknowledged(payload)
        case .alertCleared:
            var payload = AlertCleared()
            payload.fields(&visitor)
            self = .alertCleared(payload)
        case .actionTaken:
            var payload = ActionTaken()
            payload.fields(&visitor)
            self = .actionTaken(payload)
        case .actionUndone:
            var payload = ActionUndone()
            payload.fields(&visitor)
            self = .actionUndone(payload)
        case .incidentRestored:
            var payload = IncidentRestored()
            payload.fields(&visitor)
            self = .incidentRestored(payload)
        case .alertRestored:
            var payload = AlertRestored()
            payload.fields(&visitor)
            self = .alertRestored(payload)
        case .unitRestored:
            var payload = UnitRestored()
            payload.fields(&visitor)
            self = .unitRestored(payload)
        case .exerciseNoted:
            var payload = ExerciseNoted()
            payload.fields(&visitor)
            self = .exerciseNoted(payload)
        case .alertReset:
            var payload = AlertReset()
            payload.fields(&visitor)
            self = .alertReset(payload)
        case .alertHidden:
            var payload = AlertHidden()
            payload.fields(&visitor)
            self = .alertHidden(payload)
        case .alertShown:
            var payload = AlertShown()
            payload.fields(&visitor)
            self = .alertShown(payload)
        case .alertEscalated:
            var payload = AlertEscalated()
            payload.fields(&visitor)
            self = .alertEscalated(payload)
        case .alertConductChanged:
            var payload = AlertConductChanged()
            payload.fields(&visitor)
            self = .alertConductChanged(payload)
        case .alertLinked:
            var payload = AlertLinked()
            payload.fields(&visitor)
            self = .alertLinked(payload)
        case .floodChanged:
            var payload = FloodChanged()
            payload.fields(&visitor)
            self = .floodChanged(payload)
        case .duplicateProposed:
            var payload = DuplicateProposed()
            payload.fields(&visitor)
            self = .duplicateProposed(payload)
        case .duplicateDismissed:
            var payload = DuplicateDismissed()
            payload.fields(&visitor)
            self = .duplicateDismissed(payload)
        case .disputeGraded:
            var payload = DisputeGraded()
            payload.fields(&visitor)
            self = .disputeGraded(payload)
        case .disputeAdvanced:
            var payload = DisputeAdvanced()
            payload.fields(&visitor)
            self = .disputeAdvanced(payload)
        case .mediationBegun:
            var payload = MediationBegun()
            payload.fields(&visitor)
            self = .mediationBegun(payload)
        case .alertRevised:
            var payload = AlertRevised()
            payload.fields(&visitor)
            self = .alertRevised(payload)
        case .alertSeverityLowered:
            var payload = AlertSeverityLowered()
            payload.fields(&visitor)
            self = .alertSeverityLowered(payload)
        case .journalFaultFound:
            var payload = JournalFaultFound()
            payload.fields(&visitor)
            self = .journalFaultFound(payload)
        case .clockStepped:
            var payload = ClockStepped()
            payload.fields(&visitor)
            self = .clockStepped(payload)
        }
    }
}
