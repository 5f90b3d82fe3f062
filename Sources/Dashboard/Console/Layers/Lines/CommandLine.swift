import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// The dispatcher's command line.
struct CommandLine: LinePurpose {
    var limit: Int { 4096 }

    func title(on console: Console) -> String { ":" }

    /// Shows what the line would do, and what could follow.
    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        let (context, words) = (console.typedLines.context(prompt.binding), console.words)
        complete(&prompt.line, context)
        guard !text.isEmpty else { return }
        switch LineGrammar.parse(text, in: context) {
        case .empty: break
        case .commands(let commands, let preview): previewOrders(commands, preview, &prompt.line, on: console)
        case .console(let name, let argument):
            guard let command = Catalogue.command(named: name) else { return }
            if command == .asof { return MomentLine.preview(argument, &prompt.line, on: console) }
            prompt.line.preview = Catalogue.entry(command).help[words.language]
        case .ambiguous(let ambiguity):
            prompt.line.preview = ambiguity.question + " " + words.list(ambiguity.choices.prefix(4).map(\.label))
            prompt.line.previewKind = .warning
        case .incomplete(let expected): prompt.line.preview = expected
        case .failure(let failure): prompt.line.error = words.lineFailure(failure.message, failure.remedy)
        }
    }

    private func complete(_ line: inout InputLine, _ context: LineContext) {
        let cursor = line.field.beforeCursor.count
        line.completions = LineGrammar.completions(line.field.text, cursor: cursor, in: context).map {
            let repeats = $0.description.hasPrefix($0.text + " ")
            return CompletionRow(
                $0.text, note: repeats ? String($0.description.dropFirst($0.text.count + 1)) : $0.description)
        }
    }

    private func previewOrders(
        _ commands: [Command], _ preview: Preview, _ line: inout InputLine, on console: Console
    ) {
        let words = console.words
        line.preview = preview.rejection.map { words.refusal($0, on: console.board).line } ?? preview.text
        if preview.rejection == nil, let known = console.duplicates.alike(toLine: commands) {
            line.preview = known + " \(console.screen.glyphs.dot) " + line.preview
            line.previewKind = .warning
            return
        }
        line.previewKind = preview.rejection == nil ? .good : .error
        // What no order is taken for here is not shown as if it would be done.
        let reason = console.ordersNothingReason ?? (console.isInThePast ? words.notInThePast(console.now) : nil)
        if let reason { (line.preview, line.previewKind) = (reason, .error) }
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        console.keyboard.history.add(text)
        return console.typedLines.run(text, binding: prompt.binding).map { prompt.refused($0, on: console) }
    }

    /// What is left is remembered among the lines that were given.
    func cancel(_ text: String, on console: Console) { console.keyboard.history.add(text) }

    func recall(older: Bool, _ field: inout TextField, on console: Console) -> Bool {
        _ = older ? console.keyboard.history.older(&field) : console.keyboard.history.newer(&field)
        return true
    }

    func complete(_ prompt: inout Prompt, on console: Console) {
        let line = prompt.line
        let found = LineGrammar.completions(
            line.field.text, cursor: line.field.beforeCursor.count, in: console.typedLines.context(prompt.binding))
        let characters = Array(line.field.text)
        guard let columns = found.first?.columns.clamped(to: 0..<characters.count) else { return }
        let isOnePlace = found.allSatisfy { $0.columns == found[0].columns }
        guard isOnePlace, let more = found.map(\.text).completing(String(characters[columns])) else {
            return console.screen.bell()
        }
        prompt.line.field.text =
            String(characters[..<columns.lowerBound]) + more + String(characters[columns.upperBound...])
        console.textChanged()
    }
}

/// Runs the chosen line of the grammar, for what was selected when its question was asked.
struct LineChoice: MenuChoice {
    let lines: [String]
    let binding: BoundSelection?

    func choose(_ line: Int, on console: Console) { console.typedLines.carryOut(lines[line], binding: binding) }
}
