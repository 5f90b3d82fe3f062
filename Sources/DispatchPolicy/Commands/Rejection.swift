import DispatchModel

/// Why a command or an observation was not carried out. The wording adds what to do instead.
package enum Rejection: Error, Hashable, Sendable {
    /// No such incident on the board; it may have been closed long ago.
    case unknownIncident(IncidentID)
    /// No such unit on the board.
    case unknownUnit(UnitID)
    /// No such alert on the board.
    case unknownAlert(AlertID)
    /// The incident is closed: reopen it first.
    case incidentClosed(IncidentID)
    /// The incident is open already.
    case incidentOpen(IncidentID)
    /// The unit is busy with another incident: divert it, or pick another.
    case unitBusy(UnitID, status: UnitStatus, incident: IncidentID)
    /// The unit cannot be sent in this status without a reason.
    case unitUnavailable(UnitID, status: UnitStatus)
    /// The unit is assigned to this incident already.
    case alreadyAssigned(UnitID, IncidentID)
    /// The unit is not assigned to anything.
    case notAssigned(UnitID)
    /// The unit was not asked to stand anywhere, or the proposal has lapsed or was answered.
    case notAsked(UnitID)
    /// The status rules do not allow this without a reason.
    case statusNotAllowed(UnitID, from: UnitStatus, to: UnitStatus, allowed: [UnitStatus])
    /// The unit has that status already.
    case sameStatus(UnitID, UnitStatus)
    /// The unit's assignment has this milestone already.
    case milestoneReached(UnitID, Milestone)
    /// The time stated for a milestone lies in the future.
    case milestoneInFuture(UnitID, Milestone, at: Timestamp)
    /// The time stated for a milestone lies on the wrong side of another one's.
    case milestoneOutOfOrder(UnitID, Milestone, at: Timestamp, known: Milestone, knownAt: Timestamp)
    /// The incident is at the highest or lowest priority already, or at the one asked for.
    case samePriority(IncidentID, Priority)
    /// The incident has all that a triage asks for already.
    case sameTriage(IncidentID, TriageChange)
    /// The incident has no such report; it may have been split off.
    case unknownReport(IncidentID, Int64)
    /// The report's caller is known as that already.
    case sameCaller(IncidentID)
    /// The incident is not held.
    case notHeld(IncidentID)
    /// The end of a hold lies in the past.
    case holdInPast(IncidentID)
    /// A field is empty that must not be.
    case missing(RequiredField)
    /// A text is longer than `limit` bytes.
    case tooLong(RequiredField, limit: Int)
    /// An incident cannot be merged or cross-referenced with itself.
    case sameIncident(IncidentID)
    /// Nobody has proposed that these two incidents are one event, or it is settled already.
    case notProposed(IncidentID, IncidentID)
    /// No units were named.
    case noUnits
    /// A split must take some reports and leave some.
    case splitNeedsReports(IncidentID)
    /// The alert has come on again or become more severe since it was drawn.
    case alertMoved(AlertID)
    /// The alert was answered already.
    case alertAnswered(AlertID)
    /// The alert is out of sight in this way: it has to be shown before it can be answered or reset.
    case alertHidden(AlertID, AlertHidingWay)
    /// The alert is not out of sight in this way.
    case alertNotHidden(AlertID, AlertHidingWay)
    /// A rule of the room hides the alert, and only the rule shows it again.
    case hiddenByRule(AlertID, rule: String)
    /// Only an alert that is gone, latched and answered can be reset; this one is in another state.
    case notLatched(AlertID, AlertState)
    /// The end of a shelf lies in the past.
    case shelfInPast(AlertID)
    /// A shelf must end with the shift at the latest.
    case shelfBeyondShift(AlertID, latest: Timestamp)
    /// The alert has to do with this incident already, or is about it.
    case alertHasIncident(AlertID, IncidentID)
    /// The incident is not a dispute: grade it first.
    case notDispute(IncidentID)
    /// The dispute has this grade already.
    case sameGrade(IncidentID, DisputeGrade)
    /// The step of the dispute was done already.
    case stepDone(IncidentID, DisputeStep)
    /// The dispute is settled: nothing is left to warn of, to route or to mediate.
    case disputeSettled(IncidentID)
    /// The due date of a mediation must lie between now and a latest date.
    case mediationDue(IncidentID, latest: Timestamp)
    /// So many things on the list of a hand-over are new or have changed since it was shown.
    case handoverChanged(Int)
    /// So many things on the list of a hand-over were not answered.
    case handoverUnanswered(Int)
    /// Who hands over and who takes over have one name.
    case handoverToOneself
    /// Nobody has asked for the unit's crew to be heard.
    case notChecked(UnitID)
    /// Nobody has asked for the crews at the incident to be heard.
    case incidentNotChecked(IncidentID)
    /// The interval of a check must lie between a shortest and a longest.
    case checkInterval(shortest: Span, longest: Span)
    /// A timer must be due between now and a latest time.
    case timerDue(latest: Timestamp)
    /// So many timers run already.
    case timersFull(limit: Int)
    /// An alert of a timer is answered, and makes or joins no incident.
    case alertOfTimer(AlertID)
    /// The timer has ended, or was never set.
    case timerEnded
    /// The room works by the rules of this digest already.
    case rulesInForce(digest: String)
    /// The rules are damaged, or of a program that is newer than this one.
    case rulesUnreadable
    /// The disposition asks for more than was said.
    case dispositionAsks(RoomDisposition)
    /// The actor has nothing to undo.
    case nothingToUndo
    /// The action cannot be undone because something has changed since.
    case cannotUndo(action: String, incidents: [IncidentID], units: [UnitID], alerts: [AlertID] = [])
    /// What was drawn is no longer so.
    case changedSinceDrawn([Difference])
}

/// The fields a command cannot do without.
package enum RequiredField: Hashable, Sendable {
    /// The incident's type.
    case type
    /// The incident's place.
    case place
    /// The text of a note or report.
    case text
    /// Who reported.
    case caller
    /// The number by which a caller is called back.
    case callback
    /// The flat or room of a caller.
    case flat
    /// Why a rule is overridden.
    case reason
    /// How an incident ended.
    case disposition
    /// The units to send.
    case units
    /// Who hands a shift over.
    case outgoing
    /// Who takes a shift over.
    case incoming
}
