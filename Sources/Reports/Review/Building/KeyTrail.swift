import DispatchModel

/// Finds the keys behind decisions.
///
/// A key carries the position that the journal had when it was pressed. The key that brought a decision about is
/// therefore the last one pressed before the decision's own position.
struct KeyTrail {
    private let keys: [PressedKey]

    init(_ keys: [PressedKey]) {
        self.keys = keys
    }

    /// The decisions with their keys.
    func attached(to decisions: [Decision]) -> [Decision] {
        var next = 0
        return decisions.map { decision in
            var told = decision
            let first = next
            while next < keys.count, keys[next].position < decision.position { next += 1 }
            let pressed = keys[first..<next]
            told.keys = Array(pressed.suffix(Decision.keyLimit))
            told.keysLeftOut = pressed.count - told.keys.count
            return told
        }
    }
}
