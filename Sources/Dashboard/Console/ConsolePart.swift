import Core
import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// What works on the console: the console itself, and each of its parts.
///
/// A part carries out a group of commands or looks after one thing. It has no state of its own, that stands on the console:
/// it is a struct of one reference, made where it is wanted. What all of them need is called the same in each.
protocol ConsolePart {
    /// The console.
    var console: Console { get }
}

extension ConsolePart {
    // MARK: The parts

    /// What an order is about.
    var targets: Targets { Targets(console: console) }
    /// Going from thing to thing and from pane to pane.
    var navigation: Navigation { Navigation(console: console) }
    /// What is asked over the panes.
    var asking: Asking { Asking(console: console) }
    /// What is seen of the board and how.
    var viewCommands: ViewCommands { ViewCommands(console: console) }
    /// How the lists are seen: columns, and views kept under a name.
    var viewDesk: ViewDesk { ViewDesk(console: console) }
    /// Lines of the command language.
    var typedLines: TypedLines { TypedLines(console: console) }
    /// Orders about incidents.
    var incidentCommands: IncidentCommands { IncidentCommands(console: console) }
    /// Incidents that seem to be one event.
    var duplicates: Duplicates { Duplicates(console: console) }
    /// Orders about units.
    var unitCommands: UnitCommands { UnitCommands(console: console) }
    /// Sending units.
    var assignmentCommands: AssignmentCommands { AssignmentCommands(console: console) }
    /// Officers' calls for help.
    var emergencyCalls: EmergencyCalls { EmergencyCalls(console: console) }
    /// Answering alerts and going to them.
    var alertCommands: AlertCommands { AlertCommands(console: console) }
    /// What became of own orders.
    var orderOutcomes: OrderOutcomes { OrderOutcomes(console: console) }
    /// Commands that look back.
    var pastCommands: PastCommands { PastCommands(console: console) }
    /// Going to a moment and coming back.
    var journey: Journey { Journey(console: console) }
    /// The strip at the top, and what is wrong.
    var statusRefresh: StatusRefresh { StatusRefresh(console: console) }
    /// The keys that help.
    var keyHints: KeyHints { KeyHints(console: console) }
    /// What the detail shows beside the board.
    var detailEvents: DetailEvents { DetailEvents(console: console) }
    /// What is to be known of places before somebody goes there.
    var hazardsHere: HazardsHere { HazardsHere(console: console) }
    /// How the chosen deadline profile is kept.
    var attainment: Attainment { Attainment(console: console) }
    /// The feeds of this program.
    var feedCommands: FeedCommands { FeedCommands(console: console) }
    /// The map.
    var mapCommands: MapCommands { MapCommands(console: console) }
    /// The theme: trying, keeping, reading again.
    var themeDesk: ThemeDesk { ThemeDesk(console: console) }
    /// The room's rules: what its file says and what the board works by.
    var ruleDesk: RuleDesk { RuleDesk(console: console) }
    /// Showing somebody new round.
    var tourGuide: TourGuide { TourGuide(console: console) }
    /// The program itself.
    var programCommands: ProgramCommands { ProgramCommands(console: console) }

    // MARK: What stands on the console, changed where it stands

    /// What is open over the panes.
    var layers: Layers {
        get { console.view.layers }
        nonmutating _modify { yield &console.view.layers }
    }
    /// The words of the console's language.
    var words: Words {
        get { console.teller.words }
        nonmutating _modify { yield &console.teller.words }
    }
    /// Where the console shows itself.
    var screen: any Screen { console.painter.screen }
    /// True while something has changed that is not on the screen.
    var isDirty: Bool {
        get { console.painter.isDirty }
        nonmutating set { console.painter.isDirty = newValue }
    }

    // MARK: The board and its time

    /// The one way for data.
    var core: EventCore { console.run.core }
    /// The board that is drawn: the present one, or as it stood at an earlier time.
    var board: Board { console.travel.past?.board ?? console.run.core.shown }
    /// Board time's clock.
    var clock: BoardClock {
        get { console.run.clock }
        nonmutating set { console.run.clock = newValue }
    }
    /// Board time of what is drawn.
    var now: Timestamp { console.travel.past?.clock.now(wall: console.surroundings.steady()) ?? console.run.now }
    /// Board time at the present, whatever is drawn.
    var presentNow: Timestamp { console.run.now }
    /// True while the board as it stood before is shown.
    var isInThePast: Bool { console.travel.past != nil }

    // MARK: The person at it

    /// Who gives the commands.
    var actor: Actor { .dispatcher(console.settings.operatorName) }
    /// The line being typed; nil when none is.
    var prompt: Prompt? { console.view.layers.prompt }
    /// The mode that keys are looked up in.
    var mode: Mode { console.view.layers.mode ?? console.view.paneWithKeys.room.mode(in: console.view) }
    /// True while nothing is on the screen that a key could mean. Nothing is ordered then.
    var isBlind: Bool { console.painter.isBlind }

    /// The key of a command as people write it; empty when it has none.
    func keyText(_ name: CommandName, in mode: Mode) -> String {
        console.settings.keymap.keys(for: name, chain: mode.chain).first.map { KeyNotation.text(of: $0) } ?? ""
    }

    /// A text of the journal in the language of the screen.
    func text(_ text: BilingualText) -> String { text[console.teller.words.language] }

    /// Says something on the bottom line for a while.
    func say(_ kind: NoticeKind, _ text: String) {
        console.teller.say(Notice(kind, text), at: console.surroundings.steady())
        console.painter.isDirty = true
    }

    /// Opens a line to type in, with what was typed into it and left before.
    func ask(_ purpose: any LinePurpose, drawn: [DrawnMeaning] = [], text: String = "", isProposal: Bool = false) {
        Asking(console: console).open(purpose, drawn: drawn, text: text, isProposal: isProposal)
    }

    /// Gives a command to the core. What it did is said once it is on disk; a refusal is said at once.
    @discardableResult
    func perform(_ command: Command, drawn: [DrawnMeaning] = []) -> Bool {
        console.order([CommandRequest(command, by: actor, drawn: drawn)]).isDone
    }

    /// Gives several commands to the core. Returns those that were refused, and says every refusal.
    func perform(_ requests: [CommandRequest]) -> [CommandRequest] { console.order(requests).refused }

    /// What a thing means to the operator: as it was last drawn, and as their own orders since have made it.
    func meaning(_ subject: Subject) -> [DrawnMeaning] {
        console.orders.meaning(of: subject, on: board, isWriting: core.isWriting)
    }
}

/// A part of the console that carries out the commands of a group.
protocol CommandPart: ConsolePart {
    /// Carries out a command of its group, or says why not. `argument` is what was typed after the name.
    func run(_ name: CommandName, _ argument: String)
}

extension CommandPart {
    /// The command is none of its own: a mistake in the program, which a test sees.
    func untaken(_ name: CommandName) {
        console.keyboard.untaken = name
        say(.error, words.message(.notFound(name.rawValue)))
    }
}

extension CommandGroup {
    /// The part that carries out the commands of the group.
    func part(of console: Console) -> any CommandPart {
        switch self {
        case .navigation: Navigation(console: console)
        case .text: Asking(console: console)
        case .assignment: AssignmentCommands(console: console)
        case .incident: IncidentCommands(console: console)
        case .unit: UnitCommands(console: console)
        case .alert: AlertCommands(console: console)
        case .feed: FeedCommands(console: console)
        case .view: ViewCommands(console: console)
        case .map: MapCommands(console: console)
        case .replay: ReplayCommands(console: console)
        case .past: PastCommands(console: console)
        case .program: ProgramCommands(console: console)
        }
    }
}
