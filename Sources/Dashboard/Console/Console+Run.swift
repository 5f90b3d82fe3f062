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
        let entry = Catalogue.entry(name)
        if argument.isEmpty, let reason = selectionJustMoved(entry.group) { return say(.warning, reason) }
        defer { if name == .cancel || name == .no { tellDraft() } }
        if Layers.run(name, argument, on: self) { return }
        switch entry.group {
        case .navigation: navigate(name, argument)
        case .text: if [.accept, .cancel, .no].contains(name) { closeLayers() }
        case .assignment: runAssignment(name, argument)
        case .incident: runIncident(name, argument)
        case .unit: runUnit(name, argument)
        case .alert: runAlert(name, argument)
        case .feed: runFeed(name, argument)
        case .view: runView(name, argument)
        case .replay: runReplay(name, argument)
        case .past: runPast(name, argument)
        case .program: runProgram(name, argument)
        }
    }

    /// No part has taken a command: a mistake in the program, which a test sees.
    func untaken(_ name: CommandName) { keyboard.untaken = name }

    /// True for what only changes the text that is being typed: a flood of such keys is looked at once a frame.
    private func isEditing(_ name: CommandName) -> Bool {
        Console.edits.contains(name) || ([.up, .down].contains(name) && prompt != nil)
    }

    private static let edits: Set<CommandName> = [
        .cursorStart, .cursorEnd, .deleteBack, .deleteForward, .deleteWord, .deleteToEnd, .clearField, .clearForm,
        .left, .right,
    ]

    /// Why a command cannot be used now; nil when it can.
    func disabledReason(_ name: CommandName) -> String? {
        if let reason = pastReason(name) { return reason }
        switch Catalogue.entry(name).group {
        case .replay where !clock.isAdjustable && !isInThePast: return words.onlyInReplay
        case .replay where settings.watching && !isInThePast: return words.clockIsTheWriters
        case .assignment, .incident, .unit:
            if let reason = ordersNothingReason, !(name == .emergency && isWallLayoutOfDesk) { return reason }
        default: break
        }
        if Console.isAlertOrder(name) || [.resendLetter, .undo].contains(name), let reason = ordersNothingReason {
            return reason
        }
        if name == .suspend, !settings.maySuspend { return words.suspendOff }
        if view.wall, Console.ofRows.contains(name) { return words.notOnTheWall(keyText(.wall, in: .normal)) }
        return nil
    }

    /// What is about a selected or filtered row: the wall shows everything and no selection.
    private static let ofRows: Set<CommandName> = [
        .open, .mark, .clearMarks, .filter, .clearFilter, .hiddenAlerts, .sort, .sortReverse, .copy, .up, .down,
        .pageUp, .pageDown, .top, .bottom,
    ]

    /// Why nothing can be ordered here at all; nil at a desk. Whoever passes a wall sees neither selection nor answer.
    var ordersNothingReason: String? {
        if settings.watching { return words.watchingOnly }
        if isWallLayoutOfDesk { return words.wallLayoutOrdersNothing(keyText(.wall, in: .normal)) }
        return settings.wall || view.wall ? words.wallOrdersNothing : nil
    }

    /// True while a desk shows the wall's layout, which one key leaves.
    private var isWallLayoutOfDesk: Bool { view.wall && !settings.wall && !settings.watching }

    /// True for the commands about alerts that order something.
    static func isAlertOrder(_ name: CommandName) -> Bool {
        let looks: Set<CommandName> = [.nextAlert, .openAlertSubject, .hiddenAlerts]
        return Catalogue.entry(name).group == .alert && !looks.contains(name)
    }

    /// A key for a thing that has just left the list under the operator's finger must not hit its neighbour, and one for
    /// what was just made must not hit what is still selected.
    private func selectionJustMoved(_ group: CommandGroup) -> String? {
        guard [.assignment, .incident, .unit, .alert].contains(group), orders.bound == nil, layers.isEmpty
        else { return nil }
        if let made = orders.made, made.position > board.position { return words.madeNotShown }
        return keyboard.settling ?? isSelectionSettling ? words.selectionJustMoved : nil
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

    /// Says something on the bottom line for a while.
    func say(_ kind: NoticeKind, _ text: String) {
        teller.say(Notice(kind, text), at: surroundings.steady())
        isDirty = true
    }

    // MARK: What commands are about

    /// The thing that a command is about.
    var subject: Subject? { orders.bound.map(\.subject) ?? selectedSubject }

    /// The selected thing of the pane that has the keys. A pane without things of its own has none, whatever the detail
    /// beside it goes on showing.
    private var selectedSubject: Subject? { view.focus.room.meant(in: view) }

    /// What is selected now and what it means, to hold on to while keys or text for it are still coming.
    func binding() -> BoundSelection {
        orders.binding(
            selectedSubject, incident: view.incidentList.selected, isAlone: showsOneAlone, on: board,
            isWriting: core.isWriting)
    }

    /// The incident that a command is about: the selected one, or that of the selected unit or alert, with everything that
    /// must still be as it was drawn.
    func targetIncident() -> (id: IncidentID, drawn: [DrawnMeaning])? {
        if let meant = meantIncident() { return meant }
        say(.warning, words.message(.nothingSelected))
        return nil
    }

    /// The same, and nothing is said when there is none.
    func meantIncident() -> (id: IncidentID, drawn: [DrawnMeaning])? {
        switch subject {
        case .incident(let id)?: return (id, meaning(.incident(id)))
        case .unit(let unit)?:
            let seen = meaning(.unit(unit))
            guard case .unit(let meaning)? = seen.first, let id = meaning.incident else { return nil }
            return (id, seen + self.meaning(.incident(id)))
        case .alert(let alert)?:
            return board.alerts[alert]?.incident.map { ($0, meaning(.incident($0))) }
        case .feed?, nil: return nil
        }
    }

    /// The unit that a command is about, when the selection names one.
    func selectedUnit() -> UnitID? {
        switch subject {
        case .unit(let id): id
        case .alert(let id): board.alerts[id]?.unit
        case .incident, .feed, nil: nil
        }
    }
}
