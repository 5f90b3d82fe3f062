import Dashboard
import TerminalKit
import TestSupport
import Testing

struct KeyNotationTests {
    @Test(arguments: [
        ("a", Key(.character("a"))), ("A", Key(.character("A"))), ("?", Key(.character("?"))),
        ("ctrl-p", Key(.character("p"), .control)), ("Ctrl-P", Key(.character("p"), .control)),
        ("alt-X", Key(.character("X"), .alt)), ("ctrl-alt-x", Key(.character("x"), [.control, .alt])),
        ("shift-tab", Key(.tab, .shift)), ("shift-a", Key(.character("A"))), ("space", Key(.character(" "))),
        ("ctrl-space", Key(.character(" "), .control)), ("ENTER", Key(.enter)), ("return", Key(.enter)),
        ("esc", Key(.escape)), ("escape", Key(.escape)), ("up", Key(.up)), ("pgup", Key(.pageUp)),
        ("f1", Key(.function(1))), ("F24", Key(.function(24))), ("f", Key(.character("f"))),
        ("-", Key(.character("-"))), ("ctrl--", Key(.character("-"), .control)), ("+", Key(.character("+"))),
        ("<", Key(.character("<"))), ("派", Key(.character("派"))), ("alt-up", Key(.up, .alt)),
    ])
    func parses(_ notation: String, _ expected: Key) throws {
        #expect(try KeyNotation.parse(notation) == [expected])
    }

    @Test func parsesChords() throws {
        #expect(try KeyNotation.parse("g g") == [Key(.character("g")), Key(.character("g"))])
        #expect(try KeyNotation.parse("  e   ctrl-x ") == [Key(.character("e")), Key(.character("x"), .control)])
    }

    @Test(arguments: [
        ("", KeyNotation.Failure.empty), ("   ", .empty), ("ctrl-", .unknownKey("ctrl-", suggestion: nil)),
        ("entr", .unknownKey("entr", suggestion: "enter")), ("f25", .unknownKey("f25", suggestion: nil)),
        ("f0", .unknownKey("f0", suggestion: nil)), ("shift-1", .shiftedCharacter("shift-1")),
        ("ctrl-shift-a", .shiftedCharacter("ctrl-shift-a")), ("a b c d e", .tooLong(limit: 4)),
        ("\u{1B}", .unknownKey("\u{1B}", suggestion: nil)), ("\u{202E}", .unknownKey("\u{202E}", suggestion: nil)),
    ])
    func refuses(_ notation: String, _ failure: KeyNotation.Failure) {
        #expect(throws: failure) { try KeyNotation.parse(notation) }
    }

    @Test func writesWhatItReads() throws {
        let seed: UInt64 = 20_261_122
        var generator = Seeded(seed)
        for round in 0..<2_000 {
            let chord = (0..<Int.random(in: 1...4, using: &generator)).map { _ in anyKey(using: &generator) }
            let text = KeyNotation.text(of: chord)
            #expect(try KeyNotation.parse(text) == chord, "seed \(seed), round \(round): \(text)")
        }
    }
}

/// Any key a terminal can report.
func anyKey(using generator: inout Seeded) -> Key {
    let named: [Key.Code] = [
        .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
    ]
    let modifiers: [Key.Modifiers] = [[], [], [], .control, .alt, [.control, .alt]]
    let held = modifiers.randomElement(using: &generator) ?? []
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return Key(.function(UInt8.random(in: 1...24, using: &generator)), held)
    case 1, 2: return Key(named.randomElement(using: &generator) ?? .enter, held.union(.shift))
    case 3: return Key(.character(Array("йШξ：ａ派。№".unicodeScalars).randomElement(using: &generator) ?? "й"), held)
    default:
        let value = UInt8.random(in: 0x20...0x7E, using: &generator)
        let isUpper = (0x41...0x5A).contains(value) && held.contains(.control)
        return Key(.character(Unicode.Scalar(isUpper ? value + 32 : value)), held)
    }
}
