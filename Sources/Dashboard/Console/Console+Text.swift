import TerminalKit
import Wording

extension Console {
    /// Commands of dialogs and text fields.
    func editText(_ name: CommandName) {
        if [.deleteBack, .deleteForward, .deleteWord, .deleteToEnd].contains(name) { dropProposal() }
        switch name {
        case .accept: accept()
        case .cancel: cancel()
        case .yes: pressButton(1)
        case .no: cancel()
        case .complete: complete()
        case .nextField: moveField(1)
        case .previousField: moveField(-1)
        case .cursorStart: edit { $0.moveToStart() }
        case .cursorEnd: edit { $0.moveToEnd() }
        case .deleteBack: edit { $0.deleteBackward() }
        case .deleteForward: edit { $0.deleteForward() }
        case .deleteWord: edit { $0.deleteWord() }
        case .deleteToEnd: edit { $0.deleteToEnd() }
        case .clearField: edit { $0.clear() }
        case .clearForm: clearForm()
        default: return
        }
    }

    private func edit(_ change: (inout TextField) -> Void) {
        editField { field in
            change(&field)
            return true
        }
    }

    /// Left and right move the cursor in a field; up and down go through earlier lines or the rows of a popup.
    func moveInField(_ name: CommandName) {
        switch name {
        case .left: edit { $0.move(by: -1) }
        case .right: edit { $0.move(by: 1) }
        case .up, .down:
            guard var prompt else {
                _ = moveInOverlay(name == .up ? -1 : 1)
                return completeForm()
            }
            if case .filterRows = prompt.purpose {
                _ = moveInOverlay(name == .up ? -1 : 1)
                return
            }
            guard case .commandLine = prompt.purpose else { return }
            _ = name == .up ? history.older(&prompt.line.field) : history.newer(&prompt.line.field)
            self.prompt = prompt
            textChanged()
        default: return
        }
    }

    private func accept() {
        if prompt != nil { return acceptPrompt() }
        switch view.overlay {
        case .assign, .pickIncident: acceptAssign()
        case .duplicates: showCompared()
        case .confirm(let confirm): pressButton(confirm.focused)
        case .menu(let menu): acceptMenu(menu)
        case .palette: acceptPalette()
        case .form: acceptForm()
        case .letters: openLetter()
        case .help, .detail, .none, .chord: closeOverlay()
        }
    }

    /// Esc: leaves the line or dialog; nothing it asked for happens. The filter of before comes back, and what was typed is
    /// kept as a draft.
    private func cancel() {
        defer { tellDraft() }
        if let prompt {
            self.prompt = nil
            keepDraft(of: prompt)
            if case .filter(let pane) = prompt.purpose { setFilter(prompt.filterBefore, for: pane) }
            if case .filterRows = prompt.purpose { filterRows(prompt.filterBefore) }
            if case .emergency = prompt.purpose { takeUpAgain() }
            return
        }
        if closeLetter() { return }
        if case .form(let form) = view.overlay { keepDraft(of: form) }
        closeOverlay()
    }

    /// Tab: completes as far as nothing has to be guessed, and goes to the next field once nothing is left to choose.
    private func complete() {
        if let prompt { return completePrompt(prompt) }
        guard case .form(let form) = view.overlay else { return }
        let text = form.fields[form.focused].field.text
        let candidates = text.isEmpty ? [] : candidates(form)
        if let more = candidates.completing(text) { edit { $0.text = more } }
        guard candidates.count > 1 else { return moveField(1) }
        screen.bell()
        completeForm()
    }

    private func completePrompt(_ prompt: Prompt) {
        var prompt = prompt
        let line = prompt.line
        if case .commandLine = prompt.purpose {
            let found = LineGrammar.completions(
                line.field.text, cursor: line.field.beforeCursor.count, in: lineContext(prompt.binding))
            let characters = Array(line.field.text)
            guard let columns = found.first?.columns.clamped(to: 0..<characters.count) else { return }
            let isOnePlace = found.allSatisfy { $0.columns == found[0].columns }
            guard isOnePlace, let more = found.map(\.text).completing(String(characters[columns])) else {
                return screen.bell()
            }
            prompt.line.field.text =
                String(characters[..<columns.lowerBound]) + more + String(characters[columns.upperBound...])
        } else {
            guard !line.completions.isEmpty else { return }
            guard let more = line.completions.map(\.text).completing(line.field.text) else { return screen.bell() }
            prompt.line.field.text = more
        }
        self.prompt = prompt
        textChanged()
    }

    private func moveField(_ step: Int) {
        guard case .form(var form) = view.overlay else { return }
        form.focused = (form.focused + step + form.fields.count) % form.fields.count
        view.overlay = .form(form)
        completeForm()
    }
}
