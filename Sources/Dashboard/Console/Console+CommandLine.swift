import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

extension Console {
    /// Shows what the line would do, and what could follow.
    func previewLine(_ line: inout InputLine, _ binding: BoundSelection) {
        let context = lineContext(binding)
        let text = line.field.text
        let cursor = line.field.beforeCursor.count
        line.completions = LineGrammar.completions(text, cursor: cursor, in: context).prefix(8).map {
            let repeats = $0.description.hasPrefix($0.text + " ")
            return CompletionRow(
                $0.text, note: repeats ? String($0.description.dropFirst($0.text.count + 1)) : $0.description)
        }
        guard !text.isEmpty else { return }
        switch LineGrammar.parse(text, in: context) {
        case .empty: break
        case .commands(let commands, let preview):
            line.preview = preview.rejection.map { words.refusal($0, on: board).line } ?? preview.text
            if preview.rejection == nil, let known = alike(toLine: commands) {
                line.preview = known + " \(screen.glyphs.dot) " + line.preview
                line.previewKind = .warning
                break
            }
            line.previewKind = preview.rejection == nil ? .good : .error
            // What no order is taken for here is not shown as if it would be done.
            guard let reason = ordersNothingReason ?? (isInThePast ? words.notInThePast(now) : nil) else { break }
            (line.preview, line.previewKind) = (reason, .error)
        case .console(let name, let argument):
            guard let command = Catalogue.command(named: name) else { return }
            if command == .asof { return previewMoment(argument, &line) }
            line.preview = Catalogue.entry(command).help[words.language]
        case .ambiguous(let ambiguity):
            line.preview = ambiguity.question + " " + words.list(ambiguity.choices.prefix(4).map(\.label))
            line.previewKind = .warning
        case .incomplete(let expected): line.preview = expected
        case .failure(let failure): line.error = words.lineFailure(failure.message, failure.remedy)
        }
    }

    /// Every name and alias that runs a command of the console.
    private static let commandNames = Catalogue.entries.flatMap { [$0.name.rawValue] + $0.aliases }

    /// Those of them that take nothing after them.
    private static let namesAlone = Set(
        Catalogue.entries.filter { $0.argument == nil }.flatMap { [$0.name.rawValue] + $0.aliases })

    /// What the grammar knows of the screen, with what was selected when the line was opened.
    func lineContext(_ binding: BoundSelection) -> LineContext {
        var incident: IncidentID?
        var unit: UnitID?
        switch binding.subject {
        case .incident(let id)?: incident = id
        case .unit(let id)?: unit = id
        default: break
        }
        return LineContext(
            board: board, now: now, selectedIncident: incident ?? binding.incident, selectedUnit: unit,
            catalogue: Console.commandNames, alone: Console.namesAlone, words: words, policy: core.policy)
    }

    /// Carries out a line of the grammar. What is ambiguous asks; what is wrong comes back to be mended.
    func runLine(_ text: String, binding: BoundSelection? = nil, reopening prompt: Prompt? = nil) {
        guard !text.allSatisfy(\.isWhitespace) else { return }
        let binding = binding ?? self.binding()
        switch LineGrammar.parse(text, in: lineContext(binding)) {
        case .empty: return
        case .commands(let commands, _): runParsed(commands, binding)
        case .console(let name, let argument):
            guard let command = Catalogue.command(named: name) else { return }
            if let reason = misplacedReason(command) { return say(.warning, reason) }
            bound = binding
            run(command, argument: argument)
            bound = nil
        case .ambiguous(let ambiguity):
            let lines = MenuAction.line(ambiguity.choices.map(\.line), binding)
            openMenu(ambiguity.question, ambiguity.choices.map(\.label), lines)
        case .incomplete(let expected): comeBack(prompt, expected)
        case .failure(let failure): comeBack(prompt, words.lineFailure(failure.message, failure.remedy))
        }
    }

    private func comeBack(_ prompt: Prompt?, _ error: String) {
        guard let prompt else { return say(.error, error) }
        refuse(prompt, error)
    }

    /// What a line orders. Diverting is asked about; one order refused does not stop the others.
    private func runParsed(_ commands: [Command], _ binding: BoundSelection) {
        if case .assign(let incident, let units, divert: false)? = commands.first, commands.count == 1 {
            sendChecked(units, to: incident, drawn: drawn(of: commands[0], binding))
            return
        }
        _ = perform(commands.map { CommandRequest($0, by: actor, drawn: drawn(of: $0, binding)) })
    }

    /// A line may be about what was selected when it was opened; that must still be as it was drawn then.
    private func drawn(of command: Command, _ binding: BoundSelection) -> [DrawnMeaning] {
        guard let incident = command.incident, incident == binding.incident || .incident(incident) == binding.subject
        else { return [] }
        bound = binding
        defer { bound = nil }
        return meaning(.incident(incident))
    }

    /// The grammar, for the help.
    func grammarHelp() -> [HelpRow] {
        [HelpRow(.heading, text: words.grammarTitle)]
            + GrammarHelp.all.map {
                HelpRow(.command, keys: $0.form(in: words.language), text: $0.text(in: words.language))
            }
    }
}

extension Command {
    /// The open incident that a command is about first, if it is about one.
    var incident: IncidentID? {
        switch self {
        case .addReport(let id, _, _), .triage(let id, _), .note(let id, _), .hold(let id, _, _),
            .releaseHold(let id), .merge(let id, _), .split(let id, _), .link(let id, _), .dismissDuplicate(let id, _),
            .reopen(let id, _), .close(let id, _), .gradeDispute(let id, _), .advanceDispute(let id, _),
            .mediate(let id, _, _, _), .assign(let id, _, _), .joinAlert(_, let id):
            id
        case .create, .withdraw, .advance, .setStatus, .emergency, .acknowledge, .reset, .shelve, .takeOutOfService,
            .showAlert, .raiseIncident, .undo:
            nil
        }
    }
}
