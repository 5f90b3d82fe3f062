import DispatchModel

/// What an operator orders.
package enum Command: Hashable, Sendable {
    /// Enters a new incident and may send units at once.
    case create(NewIncident)
    /// Adds another caller's report.
    case addReport(IncidentID, caller: String, text: String)
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
    /// Records that a unit reached a milestone. Cleared with a disposition, the last unit closes its incident.
    case advance(UnitID, Milestone, disposition: String)
    /// Sets a unit's status; what the rules do not allow needs a reason.
    case setStatus(UnitID, UnitStatus, reason: String)
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
    /// Takes back the actor's last action.
    case undo

    /// The command's name in the journal and in messages.
    package var name: String {
        switch self {
        case .create: "create"
        case .addReport: "add-report"
        case .triage: "triage"
        case .note: "note"
        case .hold: "hold"
        case .releaseHold: "release-hold"
        case .merge: "merge"
        case .split: "split"
        case .link: "cross-reference"
        case .dismissDuplicate: "dismiss-duplicate"
        case .reopen: "reopen"
        case .close: "close-incident"
        case .assign: "assign"
        case .withdraw: "withdraw"
        case .advance: "advance"
        case .setStatus: "set-status"
        case .emergency: "emergency"
        case .gradeDispute: "grade-dispute"
        case .advanceDispute: "advance-dispute"
        case .mediate: "mediate"
        case .acknowledge: "acknowledge"
        case .reset: "reset-alert"
        case .shelve: "shelve-alert"
        case .takeOutOfService: "take-alert-out-of-service"
        case .showAlert: "show-alert"
        case .raiseIncident: "raise-incident"
        case .joinAlert: "join-alert"
        case .undo: "undo"
        }
    }
}

/// A new incident as the operator enters it.
package struct NewIncident: Hashable, Sendable {
    /// The code of its type.
    package var type: String
    /// How urgent it is.
    package var priority: Priority
    /// Where it is.
    package var place: Place
    /// The beat that owns it, empty when unknown.
    package var beat: String
    /// What was reported.
    package var text: String
    /// Who reported it.
    package var caller: String
    /// Units to send at once.
    package var units: [UnitID]

    /// Creates a new incident's particulars.
    package init(
        type: String, priority: Priority, place: Place, beat: String = "", text: String = "", caller: String = "",
        units: [UnitID] = []
    ) {
        self.type = type
        self.priority = priority
        self.place = place
        self.beat = beat
        self.text = text
        self.caller = caller
        self.units = units
    }
}

/// What a triage changes; nil leaves a field as it is.
package struct TriageChange: Hashable, Sendable {
    /// The code of the type.
    package var type: String?
    /// The priority.
    package var priority: Priority?
    /// The place.
    package var place: Place?
    /// The beat.
    package var beat: String?

    /// Creates a change; all nil only confirms what is there.
    package init(type: String? = nil, priority: Priority? = nil, place: Place? = nil, beat: String? = nil) {
        self.type = type
        self.priority = priority
        self.place = place
        self.beat = beat
    }
}

/// A command with who gives it and what was on the screen when the key was pressed.
package struct CommandRequest: Hashable, Sendable {
    /// What is ordered.
    package var command: Command
    /// By whom.
    package var actor: Actor
    /// The meaning, as drawn, of the things the command is about. If one has changed since, the command is refused.
    package var drawn: [DrawnMeaning]

    /// Creates a request.
    package init(_ command: Command, by actor: Actor, drawn: [DrawnMeaning] = []) {
        self.command = command
        self.actor = actor
        self.drawn = drawn
    }
}
