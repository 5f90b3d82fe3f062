import TerminalKit
import Wording

/// Keys that choose in a box of rows: digits mean rows that are in sight, letters find a line, and what meant nothing never
/// leads to a choice.
extension Console {
    /// A key that no command of the place has. False when it means nothing here either.
    func chooseByText(_ key: Key) -> Bool {
        guard prompt == nil, key.modifiers.isEmpty, case .character(let scalar) = key.code else {
            return deleteInMenu(key)
        }
        if case .menu(let menu) = view.overlay {
            if menu.typed.isEmpty, let digit = Int(String(Character(scalar))), digit > 0 {
                chooseMenu(digit: digit)
                return true
            }
            return scalar != " " || !menu.typed.isEmpty ? find(menu, menu.typed + String(Character(scalar))) : false
        }
        if hasChoices { strayLetters += String(Character(scalar)) }
        return false
    }

    /// In a menu a letter goes on with those typed before it, whatever it is bound to; the first one finds a line where its
    /// key would only go to the top.
    func findsLine(_ key: Key, before name: CommandName) -> Bool {
        guard case .menu(let menu) = view.overlay, prompt == nil, key.modifiers.isEmpty,
            case .character(let scalar) = key.code
        else { return false }
        let text = menu.typed + String(Character(scalar))
        let isFirst = name == .top && menu.line(beginning: text) != nil
        return !menu.typed.isEmpty || isFirst ? find(menu, text) : false
    }

    private func deleteInMenu(_ key: Key) -> Bool {
        guard prompt == nil, key.code == .backspace, case .menu(let menu) = view.overlay, !menu.typed.isEmpty else {
            return false
        }
        return find(menu, String(menu.typed.dropLast()))
    }

    private func find(_ menu: MenuView, _ text: String) -> Bool {
        var menu = menu
        menu.find(text)
        view.overlay = .menu(menu)
        if !menu.fits { refuseUnfit(menu) }
        return true
    }

    /// Enter in a menu. Nothing is chosen while the letters typed fit no line.
    func acceptMenu(_ menu: MenuView) {
        menu.fits ? chooseMenu(menu.cursor) : refuseUnfit(menu)
    }

    private func refuseUnfit(_ menu: MenuView) {
        say(.warning, words.noLineBegins(menu.typed))
        screen.bell()
    }

    private func chooseMenu(digit: Int) {
        guard case .menu(let menu) = view.overlay else { return }
        if isInSight(row: digit - 1, of: menu.rows.count) { chooseMenu(digit - 1) }
    }

    /// False, and said, when a digit's row is not there or scrolled away.
    func isInSight(row: Int, of count: Int) -> Bool {
        guard row < count else {
            say(.warning, words.noSuchRow(row + 1))
            return false
        }
        let inSight = Layout(size: screen.size, view: view).rowsInSight(of: view.overlay)
        guard !inSight.contains(row) else { return true }
        say(.warning, words.rowOutOfSight(row + 1, top: keyText(.top, in: mode)))
        screen.bell()
        return false
    }

    // MARK: Letters that mean nothing

    /// True for a box in which a key decides something.
    private var hasChoices: Bool {
        switch view.overlay {
        case .assign, .pickIncident, .duplicates, .confirm: true
        default: false
        }
    }

    /// Why a key that decides does nothing this time: it came behind letters that meant nothing, as the end of a word typed
    /// blindly; nil when there were none.
    func strayReason(_ name: CommandName, after letters: String) -> String? {
        let decides: Set<CommandName> = [.accept, .yes, .sendPlan, .merge, .crossReference, .notSame]
        guard !letters.isEmpty, hasChoices, decides.contains(name) || name.pickedNumber != nil else { return nil }
        return words.strayLetters(letters)
    }
}
