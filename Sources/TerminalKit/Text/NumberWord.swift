/// A word with a digit in it: a number, a time, a callsign. Half of one would be read as another one, so an ellipsis takes all of it
/// or none.
enum NumberWord {
    /// Longer words are no numbers, and are cut like any text.
    static let longest = 24

    /// True for the ASCII scalars such a word is made of.
    static func contains(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        // # % + , - . : _
        case 0x23, 0x25, 0x2B, 0x2C, 0x2D, 0x2E, 0x3A, 0x5F: true
        default: false
        }
    }

    static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

    /// How many scalars at the end of what is kept belong to such a word that goes on in the rest.
    static func cut(_ kept: [Unicode.Scalar], before rest: some Sequence<Unicode.Scalar>) -> Int {
        let tail = rest.prefix { contains($0.value) }
        let head = kept.reversed().prefix { contains($0.value) }
        guard !tail.isEmpty, head.count + tail.count <= longest else { return 0 }
        return head.contains { isDigit($0.value) } || tail.contains { isDigit($0.value) } ? head.count : 0
    }
}
