/// What every scalar above U+007E is, as a table of two stages made once from ``ScalarRanges``.
struct ScalarTable: Sendable {
    static let shared = ScalarTable()

    private static let blockBits: UInt32 = 7
    private static let noCharacter: UInt8 = 6
    private static let space: UInt8 = 7

    /// For every 128 scalars, where their classes begin in `classes`.
    private let blocks: [UInt32]
    /// Classes, 128 a block; the many uniform blocks are stored once.
    private let classes: [UInt8]

    private init() {
        var blocks = [UInt32](repeating: 0, count: 0x11_0000 >> Int(ScalarTable.blockBits))
        var classes = [UInt8](repeating: Glyph.Kind.narrow.rawValue, count: 128)
        var uniform: [UInt8: UInt32] = [Glyph.Kind.narrow.rawValue: 0]
        func assign(_ ranges: [UInt32], _ kind: UInt8) {
            for pair in stride(from: 0, to: ranges.count, by: 2) {
                var first = ranges[pair]
                let last = ranges[pair + 1]
                while first <= last {
                    let block = Int(first >> ScalarTable.blockBits)
                    let end = min(last, first | 127)
                    if first & 127 == 0, end & 127 == 127 {
                        blocks[block] = uniform[kind] ?? UInt32(classes.count)
                        if uniform[kind] == nil {
                            uniform[kind] = UInt32(classes.count)
                            classes.append(contentsOf: repeatElement(kind, count: 128))
                        }
                    } else {
                        if blocks[block] == 0 {
                            blocks[block] = UInt32(classes.count)
                            classes.append(contentsOf: repeatElement(Glyph.Kind.narrow.rawValue, count: 128))
                        }
                        let base = Int(blocks[block])
                        for index in Int(first & 127)...Int(end & 127) { classes[base + index] = kind }
                    }
                    first = end + 1
                }
            }
        }
        assign(ScalarRanges.wide, Glyph.Kind.wide.rawValue)
        assign(ScalarRanges.mark, Glyph.Kind.mark.rawValue)
        assign(ScalarRanges.selector, Glyph.Kind.selector.rawValue)
        assign([0x200D, 0x200D], Glyph.Kind.joiner.rawValue)
        assign(ScalarRanges.hidden, Glyph.Kind.hidden.rawValue)
        assign(ScalarRanges.none, ScalarTable.noCharacter)
        assign(ScalarRanges.space, ScalarTable.space)
        self.blocks = blocks
        self.classes = classes
    }

    /// What a scalar above U+007E becomes.
    func glyph(_ value: UInt32) -> Glyph {
        guard value < 0x11_0000 else { return Glyph(scalar: Glyph.noCharacter, kind: .narrow) }
        let block = Int(blocks[Int(value >> ScalarTable.blockBits)])
        let kind = classes[block + Int(value & 127)]
        if let known = Glyph.Kind(rawValue: kind) {
            if value == 0x7F { return Glyph(scalar: 0x2421, kind: .narrow) }
            return Glyph(
                scalar: known == .hidden ? Glyph.hiddenSymbol : value, kind: known == .hidden ? .narrow : known)
        }
        return Glyph(scalar: kind == ScalarTable.space ? 0x20 : Glyph.noCharacter, kind: .narrow)
    }
}
