import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// A line being typed and what it is for. Its target is bound when it opens, with what was on the screen then.
struct Prompt: Sendable {
    /// What the line is for.
    var purpose: any LinePurpose
    /// The line as it is shown.
    var line: InputLine
    /// What was on the screen when the line was opened.
    var drawn: [DrawnMeaning] = []
    /// What was selected when the line was opened: what `.` and a line without a number are about.
    var binding: BoundSelection
}

/// What a line being typed is for: how it is asked, what its text would do, and what Enter makes of it.
protocol LinePurpose: Sendable {
    /// The most bytes of the line: words of a person's own may be long, what names or looks for something is short.
    var limit: Int { get }
    /// What words left with Esc are kept under; nil for a line that names or looks for something.
    var draft: DraftSubject? { get }
    /// True when it is asked over whatever is open, which waits until the line is closed.
    var isAskedApart: Bool { get }
    /// True when the text does something while it is typed, so that what a later key hits depends on it.
    var isAppliedAtOnce: Bool { get }
    /// True when up and down move in the rows beneath the line.
    var movesRows: Bool { get }

    /// What stands before the text.
    func title(on console: Console) -> String
    /// Shows what the text would do.
    func preview(_ text: String, _ prompt: inout Prompt, on console: Console)
    /// Does what the text says. A line that comes back stays open, with what is wrong; nil closes it.
    func accept(_ text: String, _ prompt: Prompt, on console: Console) -> Prompt?
    /// The line is left without having been accepted.
    func cancel(_ text: String, on console: Console)
    /// Puts an earlier line, or a later one, into the field; false where lines are not remembered.
    func recall(older: Bool, _ field: inout TextField, on console: Console) -> Bool
    /// Completes the text as far as nothing has to be guessed.
    func complete(_ prompt: inout Prompt, on console: Console)
}

extension LinePurpose {
    var limit: Int { 256 }
    var draft: DraftSubject? { nil }
    var isAskedApart: Bool { false }
    var isAppliedAtOnce: Bool { false }
    var movesRows: Bool { false }
    func preview(_ text: String, _ prompt: inout Prompt, on console: Console) {}
    func cancel(_ text: String, on console: Console) {}
    func recall(older: Bool, _ field: inout TextField, on console: Console) -> Bool { false }

    func complete(_ prompt: inout Prompt, on console: Console) {
        let line = prompt.line
        guard !line.completions.isEmpty else { return }
        guard let more = line.completions.map(\.text).completing(line.field.text) else { return console.screen.bell() }
        prompt.line.field.text = more
        console.textChanged()
    }
}

extension Prompt {
    var mode: Mode { .input }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        switch name {
        case .accept: return accept(on: console)
        case .cancel, .no:
            leave(on: console)
            return .closes
        case .complete: purpose.complete(&self, on: console)
        case .up, .down:
            if purpose.movesRows { return .passes }
            if purpose.recall(older: name == .up, &line.field, on: console) { console.textChanged() }
        default:
            if [.deleteBack, .deleteForward, .deleteWord, .deleteToEnd].contains(name) { dropProposal() }
            return runEdit(name, on: console) ? .stays : .passes
        }
        return .stays
    }

    /// Carries out a command of editing; false for every other command.
    private mutating func runEdit(_ name: CommandName, on console: Console) -> Bool {
        guard let change = textEdit(name) else { return false }
        edit(
            { field in
                change(&field)
                return true
            }, on: console)
        return true
    }

    /// Changes the text. Whoever moves the cursor into a proposal goes on from it.
    mutating func edit(_ change: (inout TextField) -> Bool, on console: Console) {
        line.isProposal = false
        if change(&line.field) {
            console.textChanged()
            // What a later key hits must not depend on when a frame is drawn.
            if console.run.isStepped, purpose.isAppliedAtOnce, console.keyboard.takeStaleText() { settle(on: console) }
        } else {
            if console.keyboard.takeStaleText() { settle(on: console) }
            line.error = console.words.fieldFull
        }
    }

    /// What was proposed gives way to what is typed or deleted.
    mutating func dropProposal() {
        guard line.isProposal else { return }
        line.field.clear()
        line.isProposal = false
    }

    /// What the text would do is shown while it is typed.
    mutating func settle(on console: Console) {
        line.error = ""
        line.preview = ""
        line.completions = []
        line.chosen = nil
        purpose.preview(line.field.text, &self, on: console)
    }

    /// Enter: does what the line says and closes it, or leaves it open and says what is wrong.
    private mutating func accept(on console: Console) -> LayerAnswer {
        console.teller.hush()
        guard let back = purpose.accept(line.field.text, self, on: console) else { return .closes }
        self = back
        return .stays
    }

    /// Esc: nothing it asked for happens; what was typed is kept as a draft.
    private func leave(on console: Console) {
        if let subject = purpose.draft {
            let text = line.field.text
            console.keyboard.drafts.keep(Draft(subject: subject, texts: [text.allSatisfy(\.isWhitespace) ? nil : text]))
        }
        purpose.cancel(line.field.text, on: console)
    }

    // MARK: Refusals

    /// The line with what is wrong with it, and what was typed.
    func refused(_ error: String, on console: Console) -> Prompt {
        var prompt = self
        prompt.line.error = error
        console.screen.bell()
        return prompt
    }

    /// The line after its order was refused. Whoever has read the difference may mean it: Enter gives the order anew.
    func back(_ error: String, on console: Console) -> Prompt {
        var prompt = self
        prompt.drawn = console.renewed(drawn)
        prompt.line.error = error
        // The line says it; the bottom line has no place for more.
        console.teller.hush()
        return prompt
    }

    /// Gives the order that a line stands for. Refused, the line comes back with what was typed and why.
    func give(_ command: Command, on console: Console) -> Prompt? {
        let verdict = console.give([CommandRequest(command, by: console.actor, drawn: drawn)])
        return verdict.isDone ? nil : back(verdict.notice.text, on: console)
    }

    /// Gives the same order for several incidents; the line comes back for those that were refused.
    func give(
        _ ids: [IncidentID], for purpose: ([IncidentID]) -> any LinePurpose, on console: Console,
        _ command: (IncidentID) -> Command
    ) -> Prompt? {
        let orders = console.incidentCommands.requests(ids, drawn, command)
        let verdict = console.give(orders)
        guard !verdict.isDone else {
            console.view.unmark(ids)
            return nil
        }
        let left = zip(ids, orders).filter { verdict.refused.contains($0.1) }.map(\.0)
        var again = back(verdict.notice.text, on: console)
        again.purpose = purpose(left)
        if left.count < ids.count { again.line.prompt = again.purpose.title(on: console) }
        return again
    }
}
