import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

extension Console {
    /// Runs a named command, from a key or by name. `argument` is what was typed after the name.
    func run(_ name: CommandName, argument: String = "") {
        isDirty = true
        keyboard.lastCommand = name
        if !isEditing(name) { settleText() }
        if let reason = disabledReason(name) { return say(.warning, reason) }
        defer { tourGuide.saw(name) }
        let entry = Catalogue.entry(name)
        if argument.isEmpty, let reason = selectionJustMoved(entry) { return say(.warning, reason) }
        defer { if name == .cancel || name == .no { tellDraft() } }
        if Layers.run(name, argument, on: self) { return }
        entry.group.part(of: self).run(name, argument)
    }

    /// True for what only changes the text that is being typed: a flood of such keys is looked at once a frame.
    private func isEditing(_ name: CommandName) -> Bool {
        textEdit(name) != nil || ([.up, .down].contains(name) && prompt != nil)
    }

    /// Why a command cannot be used now; nil when it can.
    func disabledReason(_ name: CommandName) -> String? {
        if let reason = pastCommands.reason(name) { return reason }
        let entry = Catalogue.entry(name)
        if entry.group == .replay, !isInThePast {
            if !clock.isAdjustable { return words.onlyInReplay }
            if settings.watching { return words.clockIsTheWriters }
        }
        return entry.effect.isOrder ? ordersNothingReason : nil
    }

    /// Why nothing can be ordered here at all; nil at a desk.
    var ordersNothingReason: String? { settings.watching ? words.watchingOnly : nil }

    /// A key for a thing that has just left the list under the operator's finger must not hit its neighbour, and one for
    /// what was just made must not hit what is still selected.
    private func selectionJustMoved(_ entry: CatalogueEntry) -> String? {
        guard entry.effect == .ordersAboutThing, orders.bound == nil, layers.asksNothing else { return nil }
        if let made = orders.made, made.position > board.position { return words.madeNotShown }
        return keyboard.settling ?? keyboard.isSelectionSettling(at: surroundings.steady())
            ? words.selectionJustMoved : nil
    }

    /// Why a command typed by name has nothing to work on here; nil when it has.
    func misplacedReason(_ name: CommandName) -> String? {
        let entry = Catalogue.entry(name)
        guard entry.group == .text || name.pickedNumber != nil, !entry.makesSense(in: mode.chain) else { return nil }
        return words.onlyIn(entry.modes.map { $0.title[words.language] })
    }

    /// Says that what was left is kept, and which key brings it back.
    private func tellDraft() {
        guard let left = keyboard.drafts.takeLeft() else { return }
        say(.info, words.draftKept(keyText(left.command, in: mode)))
    }
}
