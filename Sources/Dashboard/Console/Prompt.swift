import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// A line being typed and what it is for. Its target is bound when it opens, with what was on the screen then.
struct Prompt {
    /// What the line is for.
    enum Purpose {
        /// The dispatcher's command line.
        case commandLine
        /// The filter of a pane.
        case filter(PaneName)
        /// A note on incidents.
        case note([IncidentID])
        /// How incidents ended, in words of one's own.
        case disposition([IncidentID])
        /// The minutes of a hold of incidents.
        case hold([IncidentID])
        /// The incident to merge this one into.
        case merge(IncidentID)
        /// The incident to cross-reference with.
        case crossReference(IncidentID)
        /// The reports that become an incident of their own, out of those the incident had when it was asked.
        case split(IncidentID, [Int64])
        /// Why a closed incident is opened again.
        case reopen(IncidentID)
        /// Who mediates a dispute, by when.
        case mediation(IncidentID, MediationKind)
        /// Why the status rules are overridden for these units.
        case statusReason([UnitID], UnitStatus)
        /// Whose emergency it is.
        case emergency
        /// Which incident or unit to go to.
        case goTo
        /// Which moment to show.
        case moment
        /// Why an alert is taken out of service.
        case outOfService(SeenAlert)
        /// The incident that an alert belongs to.
        case join(SeenAlert)
        /// Which rows of the popup to show.
        case filterRows
        /// What to look for in the help.
        case find
    }

    /// What the line is for.
    var purpose: Purpose
    /// The line as it is shown.
    var line: InputLine
    /// What was on the screen when the line was opened.
    var drawn: [DrawnMeaning] = []
    /// What was selected when the line was opened: what `.` and a line without a number are about.
    var binding: BoundSelection
    /// The filter of the pane before this one was typed; Esc brings it back.
    var filterBefore = ""
}

/// What was open when an emergency was called in between; it comes back afterwards.
struct SetAside {
    var prompt: Prompt?
    var overlay: Overlay
    var confirmAction: ConfirmAction?
    var menuAction: MenuAction?
    var formAction: FormAction?
}

/// What a question's yes does.
enum ConfirmAction {
    /// Gives a command.
    case perform(CommandRequest)
    /// Takes back the call for help whose action stands there.
    case takeBackCall(JournalPosition)
}

/// What choosing a line of a menu does.
enum MenuAction {
    /// Closes incidents with the disposition of the chosen line; the last line asks for one.
    case disposition([IncidentID], [String], [DrawnMeaning])
    /// Holds incidents for the chosen minutes (0: until released); the last line asks.
    case hold([IncidentID], [Int64], [DrawnMeaning])
    /// Grades a dispute as the chosen grade.
    case grade(IncidentID, [DisputeGrade], [DrawnMeaning])
    /// Asks who mediates, in the chosen kind of mediation.
    case mediation(IncidentID, [MediationKind], [DrawnMeaning])
    /// Does something to the chosen unit.
    case unit([UnitID], UnitAction, [DrawnMeaning])
    /// Runs the chosen line of the grammar.
    case line([String], BoundSelection?)
    /// Sorts a pane.
    case sort(PaneName)
}

/// What can be done to a unit by a key.
enum UnitAction {
    case milestone(Milestone)
    case status(UnitStatus)
    case withdraw
}

/// What a form makes.
enum FormAction {
    /// A new incident.
    case create
    /// A triage of an incident.
    case triage(IncidentID, [DrawnMeaning])
    /// A new incident from an alert.
    case raise(SeenAlert)
    /// A shelf for an alert.
    case shelve(SeenAlert)
}
