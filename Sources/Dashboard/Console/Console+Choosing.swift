import TerminalKit
import Wording

/// Keys that choose in a box of rows: digits mean rows that are in sight, and what meant nothing never leads to a choice.
extension Console {
    /// False, and said, when the row that a digit means in a popup is not there or scrolled away.
    func isInSight(row: Int, of count: Int, in popup: some Layer) -> Bool {
        guard row < count else {
            say(.warning, words.noSuchRow(row + 1))
            return false
        }
        let inSight = popup.rowsInSight(Layout(size: screen.size, view: view))
        guard !inSight.contains(row) else { return true }
        say(.warning, words.rowOutOfSight(row + 1, top: keyText(.top, in: popup.mode ?? mode)))
        screen.bell()
        return false
    }

    /// A key that no command of the place has. False when it means nothing here either.
    func chooseByText(_ key: Key) -> Bool {
        guard prompt == nil else { return false }
        if Layers.answer(self, { $0.take(key, on: self) }) != .passes { return true }
        if layers.popup?.decides == true, key.modifiers.isEmpty, case .character(let scalar) = key.code {
            keyboard.noteStray(String(Character(scalar)))
        }
        return false
    }

    /// Lets the popup take a key before the command that it is bound to.
    func isTaken(_ key: Key, before name: CommandName) -> Bool {
        guard prompt == nil else { return false }
        var isTaken = false
        Layers.change(self) { isTaken = $0.take(key, before: name, on: self) }
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
