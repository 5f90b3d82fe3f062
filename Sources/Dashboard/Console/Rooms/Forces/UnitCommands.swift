import DispatchModel
import DispatchPolicy
import Wording

/// Commands about a unit: the selected one, the one of the selected incident, or the one named in the argument.
struct UnitCommands: CommandPart {
    let console: Console

    func run(_ name: CommandName, _ argument: String) {
        if name == .emergency { return emergencyCalls.call(argument) }
        // What is noted of a crew is noted in the roll call.
        if [.rollCall, .crewAnswers, .crewSilent, .clearCrewAnswer].contains(name) {
            return RollCallView.open(on: console)
        }
        guard let action = UnitAction(name) else { return untaken(name) }
        if !argument.isEmpty {
            let names = argument.split(separator: " ").map(String.init)
            let units = names.compactMap { name -> UnitID? in
                if case .unit(let id)? = targets.reference(name) { return id }
                return nil
            }
            guard units.count == names.count else { return say(.warning, words.notOnBoard(argument)) }
            act(action, on: units)
            return
        }
        chooseUnit(for: action, name)
    }

    private func chooseUnit(for action: UnitAction, _ name: CommandName) {
        guard !targets.areMarkedUnitsUnseen() else { return }
        let marked = targets.meantUnits
        if !marked.isEmpty {
            if act(action, on: marked) { console.view.unmark(marked) }
            return
        }
        if let unit = targets.selectedUnit() {
            act(action, on: [unit])
            return
        }
        guard let (id, _) = targets.oneIncident() else { return }
        let units = board.incidents[id]?.openAssignments.map(\.unit) ?? []
        switch units.count {
        case 0: say(.warning, words.noUnitAssigned(words.number(id)))
        case 1: act(action, on: units)
        default:
            let rows = units.map { unit -> String in
                let status = board.units[unit].map { words.status($0.status) } ?? ""
                return words.callsign(unit, on: board) + "  " + status
            }
            let drawn = units.flatMap { meaning(.unit($0)) }
            let choice = UnitChoice(units: units, command: name, drawn: drawn)
            MenuView.open(words.whichUnit(of: id), rows, choice, about: [id], on: console)
        }
    }

    /// Does it to units as they were drawn. Those whose status rules stand against it are asked about together. False when
    /// any was refused.
    @discardableResult
    func act(_ action: UnitAction, on units: [UnitID], drawn: [DrawnMeaning] = []) -> Bool {
        var requests: [CommandRequest] = []
        var overridden: [UnitID] = []
        for unit in units {
            let seen = drawn.first { if case .unit(let was) = $0 { was.unit == unit } else { false } }
            let meaning = seen.map { [$0] } ?? meaning(.unit(unit))
            if case .status(let status) = action, needsReason(unit, status) {
                overridden.append(unit)
            } else {
                requests.append(CommandRequest(action.command(for: unit), by: actor, drawn: meaning))
            }
        }
        let isDone = perform(requests).isEmpty
        if case .status(let status) = action, !overridden.isEmpty {
            askReason(for: status, of: overridden)
        }
        return isDone
    }

    private func needsReason(_ unit: UnitID, _ status: UnitStatus) -> Bool {
        guard let present = core.head.units[unit]?.status, present != status else { return false }
        return core.policy.statusRules.needsReason(present, status)
    }

    /// Asks why units go to a status: the reasons that the room offers, or words of one's own.
    private func askReason(for status: UnitStatus, of units: [UnitID]) {
        let drawn = units.flatMap { meaning(.unit($0)) }
        let reasons = core.policy.statusRules.reasons[status] ?? []
        guard !reasons.isEmpty else { return ask(StatusReasonLine(units: units, status: status), drawn: drawn) }
        let title = words.reasonTitle(words.callsigns(units, on: board) + " → " + words.status(status))
        let choice = ReasonChoice(units: units, status: status, reasons: reasons.map(\.both), drawn: drawn)
        let about = units.compactMap { board.units[$0]?.incident }
        MenuView.open(title, reasons.map { text($0) } + [words.otherChoice], choice, about: about, on: console)
    }
}

/// What can be done to a unit by a key.
enum UnitAction: Sendable {
    /// What the rules may ask a reason for.
    case status(UnitStatus)
    /// What a command orders by its entry alone.
    case order(@Sendable (UnitID) -> Command)

    /// The statuses that a key sets, with its command.
    private static let statuses: [(command: CommandName, status: UnitStatus)] = [
        (.statusAvailable, .available), (.statusClear, .clear), (.statusOutOfService, .outOfService),
    ]

    /// What a command does to a unit; nil when it is about something else.
    init?(_ name: CommandName) {
        if let known = UnitAction.statuses.first(where: { $0.command == name }) {
            self = .status(known.status)
        } else {
            guard case .unit(let command)? = Catalogue.entry(name).ordering else { return nil }
            self = .order(command)
        }
    }

    /// The command that sets a status; that of the command line for one that no key sets.
    static func command(for status: UnitStatus) -> CommandName {
        statuses.first { $0.status == status }?.command ?? .commandLine
    }
}

/// Does something to the chosen unit.
struct UnitChoice: MenuChoice {
    let units: [UnitID]
    let command: CommandName
    let drawn: [DrawnMeaning]

    func choose(_ line: Int, on console: Console) {
        guard let action = UnitAction(command) else { return console.unitCommands.untaken(command) }
        console.unitCommands.act(action, on: [units[line]], drawn: drawn)
    }
}

/// Sets a status for the chosen reason; the last line asks for one.
struct ReasonChoice: MenuChoice {
    let units: [UnitID]
    let status: UnitStatus
    let reasons: [String]
    let drawn: [DrawnMeaning]

    func choose(_ line: Int, on console: Console) {
        guard line < reasons.count else {
            return console.ask(StatusReasonLine(units: units, status: status), drawn: drawn)
        }
        let requests = units.map { unit in
            let seen = drawn.filter { $0.isAbout(nil, [unit]) }
            return CommandRequest(.setStatus(unit, status, reason: reasons[line]), by: console.actor, drawn: seen)
        }
        _ = console.perform(requests)
    }
}

extension UnitAction {
    /// The command that does it to a unit.
    fileprivate func command(for unit: UnitID) -> Command {
        switch self {
        case .order(let command): command(unit)
        case .status(let status): .setStatus(unit, status, reason: "")
        }
    }
}
