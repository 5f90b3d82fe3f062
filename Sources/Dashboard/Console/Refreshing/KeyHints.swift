import TerminalKit
import Wording

/// The keys that help, and those that sentences name.
struct KeyHints: ConsolePart {
    let console: Console

    /// The keys that help in the mode of this moment.
    func hints() -> [KeyHint] {
        let place = "\(mode.rawValue) \(words.language.rawValue)"
        let state = "\(clock.isAdjustable) \(console.settings.watching) \(isInThePast)"
        return console.painter.hints(at: "\(place) \(state)") { findHints(in: mode) }
    }

    private func findHints(in mode: Mode) -> [KeyHint] {
        let found = console.settings.keymap.hints(chain: mode.chain, language: words.language) {
            console.disabledReason($0) == nil && isWorthAHint($0)
        }
        // In the past the keys that move through it come first.
        let first = found.filter { isInThePast && Catalogue.entry($0.command).group == .past }
        return (first + found.filter { !first.contains($0) }).map { KeyHint($0.keys, $0.label) }
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
