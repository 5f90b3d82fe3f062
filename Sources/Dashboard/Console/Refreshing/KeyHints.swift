import TerminalKit
import Wording

/// The keys that help, and those that sentences name.
struct KeyHints: ConsolePart {
    let console: Console

    /// The keys that help in the mode of this moment.
    func hints() -> [KeyHint] {
        let things = ThingsInReach(console)
        let place = "\(mode.rawValue) \(words.language.rawValue) \(things)"
        let state = "\(clock.isAdjustable) \(console.settings.watching) \(isInThePast)"
        return console.painter.hints(at: "\(place) \(state)") { findHints(in: mode, about: things) }
    }

    private func findHints(in mode: Mode, about things: ThingsInReach) -> [KeyHint] {
        let found = console.settings.keymap.hints(chain: mode.chain, language: words.language) {
            console.disabledReason($0) == nil && isWorthAHint($0) && (console.layers.mode != nil || things.allow($0))
        }
        // In the past the keys that move through it come first.
        let first = found.filter { isInThePast && Catalogue.entry($0.command).group == .past }
        return (first + found.filter { !first.contains($0) }).map { hint in
            KeyHint(
                hint.keys,
                hint.command == .filter && (things.isSearched || mode == .help) ? words.searchHint : hint.label)
        }
    }

    /// The keys of the past are hinted at where they are of use: there.
    private func isWorthAHint(_ name: CommandName) -> Bool {
        Catalogue.entry(name).group != .past || isInThePast != (name == .asof)
    }

    /// The hints of a dialog, beginning with what Enter and the digits do in it now; `without` means nothing in it.
    func hints(entering label: String, digits: String?, without: [CommandName] = []) -> [KeyHint] {
        let enter = keyText(.accept, in: mode)
        let first = [KeyHint(enter, label)] + (digits.map { [KeyHint("1-9", $0)] } ?? [])
        let left = without.map { keyText($0, in: mode) } + [enter]
        return first + hints().filter { !left.contains($0.key) }
    }

    /// The keys that sentences name are those that are bound; a command without a key is named by its line.
    func nameKeys() {
        let line = keyText(.commandLine, in: .normal)
        for named in NamedKey.allCases {
            guard let command = CommandName(rawValue: named.command) else { continue }
            let modes = named.isInField ? [.input] : Catalogue.entry(command).modes
            let keys = modes.lazy.map { keyText(command, in: $0) }
            words.keys[named] = keys.first { !$0.isEmpty } ?? "\(line.isEmpty ? ":" : line)\(command.rawValue)"
        }
    }
}

/// What a key of the panes could be about now: a key without its thing is not hinted at.
private struct ThingsInReach: Hashable {
    var incident: Bool
    var unit: Bool
    var alert: Bool
    var canOpen: Bool
    var canMark: Bool
    var isFiltered: Bool
    /// True where the key of the filter looks for something instead.
    var isSearched: Bool

    init(_ console: Console) {
        let (targets, view) = (console.targets, console.view)
        let pane = view.paneWithKeys
        let meant = view.focus.room.meant(in: view)
        let marks = !targets.showsOneAlone
        incident = targets.meantIncident != nil || (marks && !view.incidentList.marked.isEmpty)
        unit = targets.selectedUnit() != nil || (marks && !view.markedUnits.isEmpty)
        alert = if case .alert? = meant { true } else { false }
        canOpen = view.layers.showsDetail ? DetailRoom().linked(to: meant, on: console.board) != nil : meant != nil
        canMark = if marks, case .incident? = meant { true } else if marks, case .unit? = meant { true } else { false }
        isSearched = pane == .activity
        isFiltered = pane.room.isFiltered || isSearched
    }

    func allow(_ name: CommandName) -> Bool {
        let known: [CommandName: Bool] = [
            .open: canOpen, .mark: canMark, .filter: isFiltered, .openAlertSubject: alert, .assign: incident || unit,
        ]
        if let known = known[name] { return known }
        let entry = Catalogue.entry(name)
        guard entry.effect == .ordersAboutThing else { return true }
        switch entry.group {
        case .assignment, .incident: return incident
        case .alert: return alert
        case .unit, .navigation, .feed, .view, .map, .replay, .past, .text, .program: return true
        }
    }
}
