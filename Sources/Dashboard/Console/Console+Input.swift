import DispatchModel
import TerminalKit
import Wording

extension Console {
    /// Deals with one thing the terminal said.
    func handle(_ input: TerminalInput) {
        switch input {
        case .key(let key): press(key)
        case .paste(let text): paste(text)
        case .mouse(let event): if keyboard.hasMouse { click(event) }
        case .ignored(let what): say(.warning, what.text(words))
        case .resized, .resumed:
            painter.resize(isDriven: run.isStepped)
            if case .resumed = input { screen.invalidate() }
        case .reload:
            isDirty = true
            programCommands.reload()
        case .ended(let signal): ended = .signal(signal)
        }
    }

    private func press(_ key: Key) {
        isDirty = true
        if prompt == nil { teller.hush() }
        let chain = mode.chain
        let (pending, stray) = keyboard.takeOpen(at: surroundings.steady())
        layers.closeWhichKey()
        switch settings.keymap.lookup(chain: chain, pending: pending, key: key) {
        case .command(let name):
            if pending.isEmpty, asking.isTaken(key, before: name) { return }
            if let reason = asking.strayReason(name, after: stray) {
                screen.bell()
                return say(.warning, reason)
            }
            run(name)
            orders.bound = nil
        case .pending(let continuations):
            // The chord is about what was selected at its first key, whatever happens before its last.
            if pending.isEmpty { orders.bound = targets.binding() }
            keyboard.wait(after: pending + [key])
            layers.open(whichKey(continuations))
        case .none:
            orders.bound = nil
            let keys = pending + [key]
            keyboard.noteStray(stray, at: surroundings.steady())
            if pending.isEmpty, asking.isTaken(key) || type(key) || mode == .input { return }
            if key.code != .escape { say(.info, words.keyUnbound(KeyNotation.text(of: keys))) }
        }
    }

    private func whichKey(_ continuations: [Keymap.Continuation]) -> WhichKeyView {
        let rows = continuations.map { continuation in
            KeyHint(
                KeyNotation.text(of: continuation.key), continuation.label(in: words.language))
        }
        let about = targets.chordSubject(continuations)
        let keys = KeyNotation.text(of: keyboard.pending)
        return WhichKeyView(keys: about.isEmpty ? keys : "\(keys) \(screen.glyphs.dot) \(about)", rows: rows)
    }

    /// Text goes to the field that has the cursor; false when there is none or the key is no text.
    private func type(_ key: Key) -> Bool {
        guard case .character(let scalar) = key.code, key.modifiers.isEmpty else { return false }
        Layers.dropProposal(self)
        return Layers.edit(self) { $0.insert(String(Character(scalar))) }
    }

    /// A paste is text for a field, and nothing at all anywhere else.
    private func paste(_ text: String) {
        isDirty = true
        Layers.dropProposal(self)
        if !Layers.edit(self, { $0.insert(text) }) { say(.warning, words.message(.pasteIgnored)) }
    }

    /// The text that is being typed is another one. What it would do is looked at once a frame and before a command is run,
    /// however many keys that is.
    func textChanged() {
        isDirty = true
        keyboard.textChanged()
    }

    /// Looks at what the text that is being typed would do, if it has changed since.
    func settleText() {
        if keyboard.takeStaleText() { Layers.settle(self) }
    }

    // MARK: The mouse, off unless asked for

    private func click(_ event: MouseEvent) {
        isDirty = true
        settleText()
        switch event.action {
        case .wheelUp, .wheelDown: return turnWheel(event)
        case .press, .doublePress: break
        }
        guard let target = painter.info.target(column: event.column, row: event.row) else { return }
        if layers.isModal, !target.isOfOverlay { return }
        switch target {
        case .pane(let pane): navigation.focus(pane)
        case .row(let pane, let subject):
            navigation.focus(pane)
            navigation.select(subject)
            if event.action == .doublePress { run(.open) }
        case .header(let pane, let column): viewCommands.sort(pane, by: column)
        case .newAbove(let pane):
            navigation.focus(pane)
            run(.top)
        case .moreBelow(let pane):
            navigation.focus(pane)
            run(.pageDown)
        case .key(let text):
            if let keys = try? KeyNotation.parse(text) { keys.forEach(press) }
        case .button(let index): Layers.answer(self) { $0.press(button: index, on: self) }
        case .overlayRow(let index): Layers.answer(self) { $0.choose(row: index, on: self) }
        }
    }
}

extension Console {
    /// The wheel moves what it is over: what lies over the panes, else the pane there, which may zoom instead.
    private func turnWheel(_ event: MouseEvent) {
        let isUp = event.action == .wheelUp
        if !layers.isModal, let pane = painter.info.target(column: event.column, row: event.row)?.pane {
            if pane.room.zoom(isUp ? 1 : -1, on: self) { return }
            if pane != view.focus { navigation.focus(pane) }
        }
        run(isUp ? .up : .down)
    }
}

extension ConsoleFrameInfo.Target {
    /// The pane that it is in; nil for what belongs to no pane.
    fileprivate var pane: PaneName? {
        switch self {
        case .pane(let pane), .row(let pane, _), .header(let pane, _), .newAbove(let pane), .moreBelow(let pane): pane
        case .key, .button, .overlayRow: nil
        }
    }

    /// True for what belongs to a dialog rather than to the panes beneath it.
    fileprivate var isOfOverlay: Bool {
        switch self {
        case .button, .overlayRow, .key: true
        case .pane, .row, .header, .newAbove, .moreBelow: false
        }
    }
}
