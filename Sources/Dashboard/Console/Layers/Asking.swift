import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// What is asked over the panes: lines opened, keys that choose in a box of rows, everything closed.
///
/// Digits mean rows that are in sight, and what meant nothing never leads to a choice.
struct Asking: CommandPart {
    let console: Console

    /// What a line or popup has not taken: its keys do nothing else but close what is open.
    func run(_ name: CommandName, _ argument: String) {
        if [.accept, .cancel, .no].contains(name) { close() }
    }

    /// Opens a line to type in, with what was typed into it and left before.
    func open(_ purpose: any LinePurpose, drawn: [DrawnMeaning] = [], text: String = "", isProposal: Bool = false) {
        let field = TextField(text, limit: purpose.limit)
        var prompt = Prompt(
            purpose: purpose, line: InputLine(prompt: purpose.title(on: console), field: field), drawn: drawn,
            binding: targets.binding())
        prompt.line.isProposal = isProposal
        console.teller.hush()
        var isBack = false
        if let subject = purpose.draft, field.isEmpty,
            case let text?? = console.keyboard.drafts.take(subject)?.texts.first
        {
            prompt.line.field.text = text
            isBack = true
        }
        prompt.settle(on: console)
        if isBack { prompt.line.preview = words.draftBack(clear: keyText(.clearField, in: .input)) }
        layers.open(prompt)
    }

    /// Takes away whatever lies over the panes; nothing it asked for happens, and what was typed is kept.
    func close() {
        for popup in layers.popups { popup.leave(on: console) }
        layers.close()
        console.keyboard.forgetPending()
        console.orders.bound = nil
    }

    // MARK: Keys

    /// False, and said, when the row that a digit means in a popup is not there or scrolled away.
    func isInSight(row: Int, of count: Int, in popup: some Layer) -> Bool {
        guard row < count else {
            say(.warning, words.noSuchRow(row + 1))
            return false
        }
        let inSight = popup.rowsInSight(Layout(size: screen.size, view: console.view))
        guard !inSight.contains(row) else { return true }
        say(.warning, words.rowOutOfSight(row + 1, top: keyText(.top, in: popup.mode ?? mode)))
        screen.bell()
        return false
    }

    /// A key that no command of the place has. False when it means nothing here either.
    func isTaken(_ key: Key) -> Bool {
        guard prompt == nil else { return false }
        if Layers.answer(console, { $0.take(key, on: console) }) != .passes { return true }
        if layers.popup?.decides == true, key.modifiers.isEmpty, case .character(let scalar) = key.code {
            console.keyboard.noteStray(String(Character(scalar)), at: console.surroundings.steady())
        }
        return false
    }

    /// Lets the popup take a key before the command that it is bound to.
    func isTaken(_ key: Key, before name: CommandName) -> Bool {
        guard prompt == nil else { return false }
        var isTaken = false
        Layers.change(console) { isTaken = $0.take(key, before: name, on: console) }
        return isTaken
    }

    /// Why a key that decides does nothing this time: it came behind letters that meant nothing, as the end of a word typed
    /// blindly; nil when there were none.
    func strayReason(_ name: CommandName, after letters: String) -> String? {
        let decides: Set<CommandName> = [.accept, .yes, .sendPlan, .merge, .crossReference, .notSame]
        guard !letters.isEmpty, layers.popup?.decides == true, decides.contains(name) || name.pickedNumber != nil else {
            return nil
        }
        return words.strayLetters(letters)
    }
}
