import Wording

/// A part of the console that carries out the commands of a group.
protocol CommandPart: ConsolePart {
    /// Carries out a command of its group, or says why not. `argument` is what was typed after the name.
    func run(_ name: CommandName, _ argument: String)
}

extension CommandPart {
    /// The command is none of its own: a mistake in the program, which a test sees.
    func untaken(_ name: CommandName) { console.keyboard.untaken = name }
}

extension CommandGroup {
    /// The part that carries out the commands of the group. Nothing else tells the groups apart.
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
        case .replay: ReplayCommands(console: console)
        case .past: PastCommands(console: console)
        case .program: ProgramCommands(console: console)
        }
    }
}
