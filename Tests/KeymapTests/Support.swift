import Keymap
import TerminalKit

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

/// A small generator with a seed (SplitMix64), so that a failing run can be had again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
