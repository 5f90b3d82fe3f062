import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// Lines of the command language: what they may name, and carrying them out.
struct TypedLines: ConsolePart {
    let console: Console

    /// Every name and alias that runs a command of the console.
    private static let commandNames = Catalogue.entries.flatMap { [$0.name.rawValue] + $0.aliases }

    /// Those of them that take nothing after them.
    private static let namesAlone = Set(
        Catalogue.entries.filter { $0.argument == nil }.flatMap { [$0.name.rawValue] + $0.aliases })

    /// What the grammar knows of the screen, with what was selected when the line was opened.
    func context(_ binding: BoundSelection) -> LineContext {
        var incident: IncidentID?
        var unit: UnitID?
        switch binding.subject {
        case .incident(let id)?: incident = id
        case .unit(let id)?: unit = id
        default: break
        }
        var context = LineContext(
            board: board, now: now, selectedIncident: incident ?? binding.incident, selectedUnit: unit,
            catalogue: TypedLines.commandNames, alone: TypedLines.namesAlone, words: words, policy: core.policy)
        context.arguments = arguments
        context.places = console.surroundings.places()
        return context
    }

    /// What may stand behind the commands that take a column or a view.
    private var arguments: [String: [LineArgument]] {
        let room = console.view.paneWithKeys.room
        let views = viewDesk.arguments
        return [
            CommandName.sort.rawValue: room.sortColumns.map { argument($0, place: 0) },
            CommandName.columns.rawValue: room.columns.map { argument($0, place: nil) }
                + [LineArgument(ViewWords(words).usual)],
            CommandName.view.rawValue: views, "views": views,
        ]
    }

    private func argument(_ column: ColumnName, place: Int?) -> LineArgument {
        let word = ColumnsLine.word(column, words)
        return LineArgument(
            word, names: [column.rawValue, column.header.chinese],
            note: ViewWords(words).note(word, of: [column]), place: place)
    }

    /// Reads fields against the board as it is drawn.
    var fieldReader: FieldReader { FieldReader(context(targets.binding())) }

    /// Carries out a line of the grammar, and says what is wrong with it.
    func carryOut(_ text: String, binding: BoundSelection? = nil) {
        if let error = run(text, binding: binding) { say(.error, error) }
    }

    /// Carries out a line of the grammar. What is ambiguous asks. Returns what is wrong with it; nil when nothing is.
    func run(_ text: String, binding: BoundSelection? = nil) -> String? {
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        let binding = binding ?? targets.binding()
        switch LineGrammar.parse(text, in: context(binding)) {
        case .empty: return nil
        case .commands(let commands, _): runParsed(commands, binding)
        case .console(let name, let argument): runNamed(name, argument, binding)
        case .ambiguous(let ambiguity):
            let lines = LineChoice(lines: ambiguity.choices.map(\.line), binding: binding)
            MenuView.open(ambiguity.question, ambiguity.choices.map(\.label), lines, on: console)
        case .incomplete(let expected): return expected
        case .failure(let failure): return words.lineFailure(failure.message, failure.remedy)
        }
        return nil
    }

    private func runNamed(_ name: String, _ argument: String, _ binding: BoundSelection) {
        guard let command = Catalogue.command(named: name) else { return }
        if let reason = console.misplacedReason(command) { return say(.warning, reason) }
        console.orders.bound = binding
        console.run(command, argument: argument)
        console.orders.bound = nil
    }

    /// What a line orders. Diverting is asked about; one order refused does not stop the others.
    private func runParsed(_ commands: [Command], _ binding: BoundSelection) {
        if case .assign(let incident, let units, divert: false)? = commands.first, commands.count == 1 {
            assignmentCommands.sendChecked(units, to: incident, drawn: drawn(of: commands[0], binding))
            return
        }
        _ = perform(commands.map { CommandRequest($0, by: actor, drawn: drawn(of: $0, binding)) })
    }

    /// A line may be about what was selected when it was opened; that must still be as it was drawn then.
    private func drawn(of command: Command, _ binding: BoundSelection) -> [DrawnMeaning] {
        guard let incident = command.nature.incident,
            incident == binding.incident || .incident(incident) == binding.subject
        else { return [] }
        console.orders.bound = binding
        defer { console.orders.bound = nil }
        return meaning(.incident(incident))
    }
}
