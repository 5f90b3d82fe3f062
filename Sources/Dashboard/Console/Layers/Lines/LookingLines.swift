import TerminalKit
import Wording

/// The filter of a pane. It is applied while it is typed; Esc brings the one before it back.
struct FilterLine: LinePurpose {
    let pane: PaneName
    let before: String
    var isAppliedAtOnce: Bool { true }

    func title(on console: Console) -> String { "/" }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        prompt.line.error = console.viewCommands.setFilter(text, for: pane) ?? ""
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        console.viewCommands.setFilter(text, for: pane).map { prompt.back($0, on: console) }
    }

    func cancel(_ text: String, on console: Console) { _ = console.viewCommands.setFilter(before, for: pane) }
}

/// Which rows of the popup beneath are shown.
struct FilterRowsLine: LinePurpose {
    let before: String
    var limit: Int { 4096 }
    var movesRows: Bool { true }

    func title(on console: Console) -> String { "/" }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        if case .failure(let problem) = Filter.parse(text, words: console.words) {
            prompt.line.error = console.words.lineFailure(problem.message, problem.remedy)
        } else {
            filter(text, on: console)
        }
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        filter(text, on: console)
        return nil
    }

    func cancel(_ text: String, on console: Console) { filter(before, on: console) }

    private func filter(_ text: String, on console: Console) {
        Layers.change(console) { $0.filterRows(text, on: console) }
    }
}

/// What to look for in the help.
struct FindLine: LinePurpose {
    func title(on console: Console) -> String { console.words.prompt(.find, "") }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        Layers.change(console, HelpView.self) { help in
            help.search = text
            if !text.isEmpty { help.find(forward: true, on: console) }
        }
        return nil
    }
}

/// Which incident or unit to go to.
struct GoToLine: LinePurpose {
    func title(on console: Console) -> String { console.words.prompt(.goTo, "") }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        prompt.previewReference(text, on: console)
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        guard let subject = console.targets.reference(text), console.navigation.select(subject) else {
            return prompt.refused(console.words.notOnBoard(text), on: console)
        }
        return nil
    }
}

/// Which moment to show.
struct MomentLine: LinePurpose {
    func title(on console: Console) -> String { console.words.momentPrompt + ": " }

    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {
        MomentLine.preview(text, &prompt.line, on: console)
    }

    /// What the moment typed would show, or why it cannot be shown.
    static func preview(_ text: String, _ line: inout InputLine, on console: Console) {
        let (shown, isGood) = console.pastCommands.preview(moment: text)
        if isGood { line.preview = shown } else { line.error = shown }
    }

    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt? {
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        let (reason, isGood) = console.pastCommands.preview(moment: text)
        guard isGood else { return prompt.refused(reason, on: console) }
        console.run(.asof, argument: text)
        return nil
    }
}
