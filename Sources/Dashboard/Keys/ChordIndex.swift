import TerminalKit
import Wording

/// Keys in a mode.
struct KeyPlace: Hashable {
    var mode: Mode
    var keys: [Key]
}

/// Bindings by their keys and by every beginning of their keys.
struct ChordIndex {
    private var whole: [KeyPlace: Binding] = [:]
    private var beginnings: [KeyPlace: Binding] = [:]

    /// Takes up bindings; the first with a beginning stands for it.
    init(_ bindings: [Binding]) {
        for binding in bindings { insert(binding) }
    }

    /// Takes up a binding.
    mutating func insert(_ binding: Binding) {
        whole[KeyPlace(mode: binding.mode, keys: binding.keys)] = binding
        for length in 1..<max(1, binding.keys.count) {
            let place = KeyPlace(mode: binding.mode, keys: Array(binding.keys.prefix(length)))
            if beginnings[place] == nil { beginnings[place] = binding }
        }
    }

    /// A chord that begins with all of a binding's keys, in its mode or one behind it in the chain.
    func chord(beginningWith binding: Binding) -> Binding? {
        for mode in binding.mode.chain {
            if let chord = beginnings[KeyPlace(mode: mode, keys: binding.keys)] { return chord }
        }
        return nil
    }

    /// A binding in the same mode whose keys are only the beginning of a chord.
    func beginning(of binding: Binding) -> Binding? {
        for length in 1..<max(1, binding.keys.count) {
            let place = KeyPlace(mode: binding.mode, keys: Array(binding.keys.prefix(length)))
            if let found = whole[place] { return found }
        }
        return nil
    }
}
