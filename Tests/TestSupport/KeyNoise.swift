/// Presses and terminal answers as the bytes a terminal sends, drawn from a seed: what a desk gets at a bad hour.
package struct KeyNoise {
    /// What comes next.
    package enum Piece: Sendable {
        /// Presses one after another, each with its bytes; `[0x1B]` alone is the Escape key.
        case presses([[UInt8]])
        /// A bracketed paste.
        case paste([UInt8])
    }

    private var random: Seeded

    /// The noise of a seed.
    package init(_ seed: UInt64) { random = Seeded(seed) }

    /// The next presses.
    package mutating func next() -> Piece {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<38: return .presses([Array(random.pick(KeyNoise.orders).utf8)])
        case 38..<62: return .presses([Array(random.pick(KeyNoise.moves).utf8)])
        case 62..<72: return .presses([[0x1B]])
        case 72..<80: return .presses([[0x0D]])
        case 80..<88: return .presses(KeyNoise.typed(random.pick(KeyNoise.chords)))
        case 88..<94: return .presses(KeyNoise.typed(random.pick(KeyNoise.lines)))
        case 94..<96: return .paste(Array("\u{1B}[200~a1\rr\rx1\r\u{1B}[201~".utf8))
        case 96..<98: return .presses([[UInt8.random(in: 1..<27, using: &random)]])
        default: return .presses([Array(random.pick(KeyNoise.letters).utf8)])
        }
    }

    private static func typed(_ text: String) -> [[UInt8]] {
        text.unicodeScalars.map { Array(String($0).utf8) }
    }

    private static let orders = [
        "a", "1", "2", "3", "9", "r", "x", "H", "t", "n", "c", "+", "-", "m", "X", "M", "R", "J", "~", "u", "p", "y",
        " ",
        "U", "I", "S", "o",
    ]
    private static let moves = [
        "j", "k", "g", "G", "h", "l", "\t", "!", ".", "/", "F", "d", "A", "z", "Z", "w", "L", "s", "4", "5", "6", "7",
        "E",
        "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}OH", "\u{1B}[4~", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[Z",
        "\u{7F}", "?", "^", "[", "]", "<", "警", "\u{1B}q",
    ]
    private static let chords = [
        "vo", "vx", "va", "vw", "vc", "ex", "e+", "en", "et", "Dg", "Dw", "bp", "x1", "a1", "a \r", "4a",
    ]
    private static let lines = [
        ":D 3A12 4821\r", ":n robbery @mission st p1\r", ":CU 3A12 REPORT\r", ":H 4821 15m\r", ":x 4807 report\r",
        "/p1\r", "/3A\r", "o4821\r", "o3A14\r", ":asof 22:00\r", ":undo\r", ":M 4810 4807\r", "nsaid so\r", ":\r",
    ]
    private static let letters = [
        "b", "e", "f", "i", "q", "v", "D", "K", "O", "P", "T", "V", "W", "0", "8", ",", ";", "#",
    ]

    /// What a terminal says by itself, every kind that a program may have asked for; it reads like orders.
    package mutating func answer() -> [UInt8] {
        let text = random.pick(["a1", "rgb:1e/r/a1", "x1r+", "vx", "r", "4a", "警a1"])
        let end = random.pick(["\u{1B}\\", "\u{7}", "\u{9C}"])
        let strict = random.pick(["\u{1B}\\", "\u{9C}"])
        return Array(
            random.pick([
                "\u{1B}]11;\(text)\(end)", "\u{1B}]10;\(text)\(end)", "\u{1B}]4;1;\(text)\(end)",
                "\u{9D}52;c;\(text)\(end)",
                "\u{1B}P>|\(text)\(strict)", "\u{1B}P1$r\(text)\(strict)", "\u{90}\(text)\(strict)",
                "\u{1B}_Gi=1;\(text)\(strict)", "\u{1B}^\(text)\(strict)", "\u{1B}X\(text)\(strict)",
                "\u{9F}\(text)\(strict)",
                "\u{1B}[?62;4c", "\u{1B}[>0;276;0c", "\u{1B}[1;40R", "\u{1B}[?1;1R", "\u{1B}[I", "\u{1B}[O",
                "\u{1B}[0n",
                "\u{1B}[?2026;2$y", "\u{1B}[?5u", "\u{1B}[97;1:3u", "\u{1B}[8;24;80t", "\u{1B}[?997;1n",
                "\u{1B}[<0;5;5M",
                "\u{1B}[<0;5;5m", "\u{1B}[M !!", "\u{1B}[32;5;9M", "\u{9B}12;40R", "\u{1B}[4;600;800t",
                "\u{1B}[57441;1u",
            ]).utf8)
    }

    /// The same bytes in pieces, cut anywhere.
    package mutating func cut(_ bytes: [UInt8]) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = random.once(in: 2) ? rest.count : Int.random(in: 1...rest.count, using: &random)
            pieces.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return pieces
    }

    /// True once in so many times.
    package mutating func once(in times: Int) -> Bool { random.once(in: times) }
}
