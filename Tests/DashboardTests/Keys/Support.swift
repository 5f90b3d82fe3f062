import Dashboard
import TerminalKit
import Wording

/// A key by its notation; a test that misspells it gets a key that is bound nowhere.
func key(_ notation: String) -> Key {
    chord(notation).first ?? Key(.function(24))
}

/// Keys by their notation.
func chord(_ notation: String) -> [Key] {
    (try? KeyNotation.parse(notation)) ?? []
}

extension Keymap {
    /// The outcome of the last of some keys typed one after the other.
    func outcome(_ chain: [Mode], _ notation: String) -> Outcome {
        let typed = chord(notation)
        guard let last = typed.last else { return .none }
        return lookup(chain: chain, pending: Array(typed.dropLast()), key: last)
    }
}
