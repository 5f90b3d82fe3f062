import TestSupport
import Testing

@testable import TerminalKit

@Suite struct KeyDecoderTests {
    static let sequences: [(String, Key)] = [
        ("a", Key(.character("a"))), ("A", Key(.character("A"))), ("警", Key(.character("警"))), ("\r", Key(.enter)),
        ("\t", Key(.tab)), ("\u{7F}", Key(.backspace)), ("\u{8}", Key(.backspace)),
        ("\u{10}", Key(.character("p"), .control)),
        ("\u{0}", Key(.character(" "), .control)), ("\u{1C}", Key(.character("\\"), .control)),
        ("\u{1B}[A", Key(.up)), ("\u{1B}OB", Key(.down)), ("\u{1B}[1;5C", Key(.right, .control)),
        ("\u{1B}[1;4D", Key(.left, [.shift, .alt])), ("\u{1B}[H", Key(.home)), ("\u{1B}[4~", Key(.end)),
        ("\u{1B}[7~", Key(.home)),
        ("\u{1B}[5~", Key(.pageUp)), ("\u{1B}[6;5~", Key(.pageDown, .control)), ("\u{1B}[3~", Key(.delete)),
        ("\u{1B}[2~", Key(.insert)), ("\u{1B}[Z", Key(.tab, .shift)), ("\u{1B}OP", Key(.function(1))),
        ("\u{1B}[15~", Key(.function(5))), ("\u{1B}[24~", Key(.function(12))), ("\u{1B}[34~", Key(.function(20))),
        ("\u{1B}[[A", Key(.function(1))), ("\u{1B}[[E", Key(.function(5))), ("\u{1B}[1;2P", Key(.function(1), .shift)),
        ("\u{1B}x", Key(.character("x"), .alt)), ("\u{1B}警", Key(.character("警"), .alt)),
        ("\u{1B}\r", Key(.enter, .alt)),
        ("\u{1B}\u{10}", Key(.character("p"), [.control, .alt])), ("\u{1B}Oa", Key(.up, .control)),
        ("\u{1B}[b", Key(.down, .shift)),
        ("\u{1B}[27;5;13~", Key(.enter, .control)), ("\u{1B}[97;5u", Key(.character("a"), .control)),
        ("\u{1B}[97;2u", Key(.character("A"))), ("\u{1B}[65;6u", Key(.character("a"), .control)),
        ("\u{1B}[27u", Key(.escape)), ("\u{1B}Op", Key(.character("0"))), ("\u{1B}OM", Key(.enter)),
    ]

    @Test(arguments: sequences) func sequencesAreKeysHoweverTheyArrive(_ text: String, _ key: Key) {
        var whole = KeyDecoder()
        #expect(whole.feed(text.utf8) == [.key(key)])
        #expect(whole.pending == nil)
        var pieces = KeyDecoder()
        var inputs: [TerminalInput] = []
        for byte in text.utf8 { inputs += pieces.feed([byte]) }
        #expect(inputs == [.key(key)])
    }

    @Test func escapeAloneNeedsTheTimeOut() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]).isEmpty && decoder.pending == .escape)
        #expect(decoder.timeOut() == [.key(Key(.escape))])
        #expect(decoder.pending == nil && decoder.timeOut().isEmpty)
        #expect(decoder.feed([0x1B, 0x1B]) == [.key(Key(.escape))])
        #expect(decoder.feed("[A".utf8) == [.key(Key(.up))])
    }

    @Test(arguments: [
        "\u{1B}[?62;4c", "\u{1B}[12;40R", "\u{1B}[I", "\u{1B}[O", "\u{1B}[>0;276;0c", "\u{1B}[201~",
        "\u{1B}[999999999999999~",
        "\u{1B}[0n", "\u{1B}[E", "\u{1B}[1;40R", "\u{1B}[?1;2R", "\u{1B}[?2026;2$y", "\u{1B}[?5u", "\u{1B}[97;1:3u",
        "\u{1B}[1;1:3A", "\u{1B}[57441u", "\u{1B}[8;24;80t", "\u{1B}[?997;1n", "\u{1B}[4;600;800t", "\u{1B}[32;5;9M",
        "\u{1B}[M !!", "\u{1B}[M \u{E9}r", "\u{1B}[T !!!!!", "\u{1B}Oz", "\u{1B}O2z", "\u{1B}[1;\u{0}5z", "\u{1B}[1é;r",
        "\u{1B}[>4;\u{18}", "\u{9B}1;40R", "\u{8F}z",
        "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\", "\u{1B}]4;1;rgb:aa/r/1\u{7}", "\u{1B}]l朜 a1\u{1B}\\",
        "\u{1B}]11;r\u{9C}",
        "\u{1B}P>|XTerm(388)\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P!|7E565445\u{9C}", "\u{1B}_Gi=1;OK\u{1B}\\",
        "\u{1B}^a1\u{1B}\\", "\u{1B}Xa1\u{1B}\\", "\u{9D}11;a1\u{7}", "\u{90}a1\u{9C}", "\u{98}a1\u{18}",
        "\u{9E}a1\u{1A}", "\u{9F}a1\u{1B}\\", "\u{1B}]11;r\u{1B}\u{1B}\\", "\u{1B}]\u{7}", "\u{84}",
    ]) func answersAndNonsenseAreNoKeys(_ text: String) {
        var decoder = KeyDecoder()
        #expect(decoder.feed((text + "x").utf8) == [.key(Key(.character("x")))])
        var pieces = KeyDecoder()
        var inputs: [TerminalInput] = []
        for byte in (text + "x").utf8 { inputs += pieces.feed([byte]) }
        #expect(inputs == [.key(Key(.character("x")))])
    }

    @Test(arguments: [
        [UInt8(0x9D), 0x31, 0x31, 0x3B, 0x72, 0x9C], [0x90, 0x61, 0x9C], [0x9B, 0x31, 0x3B, 0x35, 0x52],
    ])
    func answersWithControlsOfEightBits(_ bytes: [UInt8]) {
        var decoder = KeyDecoder()
        #expect(decoder.feed(bytes + [0x78]) == [.key(Key(.character("x")))])
    }

    @Test(arguments: [
        "\u{1B}[", "\u{1B}[1;", "\u{1B}O", "\u{1B}]11;rgb", "\u{1B}]", "\u{1B}P>|", "\u{1B}]11;r\u{1B}", "\u{1B}[M ",
    ])
    func whatBrokeOffIsNothing(_ text: String) {
        var decoder = KeyDecoder()
        #expect(decoder.feed(text.utf8).isEmpty && decoder.pending != nil && decoder.pending != .escape)
        #expect(decoder.timeOut().isEmpty)
        #expect(decoder.feed("x".utf8) == [.key(Key(.character("x")))])
    }

    @Test func aStringBreaksOffAtEscapeAndIsPassedOverHoweverLong() {
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}]11;a1\u{1B}[A".utf8) == [.key(Key(.up))])
        #expect(decoder.feed("\u{1B}]52;".utf8).isEmpty)
        #expect(decoder.feed(repeatElement(UInt8(0x72), count: 3 * KeyDecoder.stringLimit)).isEmpty)
        #expect(decoder.isStringTooLong)
        #expect(decoder.feed("\u{1B}\\r".utf8) == [.key(Key(.character("r")))])
    }

    @Test(arguments: [
        "[A", "[1;5C", "]11;rgb:a/1/r\u{7}", "P>|r\u{1B}\\", "_Gi=1;a\u{1B}\\", "OB", "[?62;4c", "[<0;3;4M",
    ])
    func theRestOfASequenceMayComeAfterItsEscapePassedForAKey(_ text: String) {
        var whole = KeyDecoder()
        let meant = whole.feed(("\u{1B}" + text).utf8)
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]).isEmpty && decoder.timeOut() == [.key(Key(.escape))])
        #expect(decoder.feed(text.utf8) == meant)
        // Typed one by one, or some time later, they are keys.
        #expect(decoder.feed([0x1B]).isEmpty && decoder.timeOut() == [.key(Key(.escape))])
        #expect(decoder.feed("[".utf8) == [.key(Key(.character("[")))])
        #expect(decoder.feed([0x1B]).isEmpty && decoder.timeOut() == [.key(Key(.escape))])
        decoder.forgetEscape()
        #expect(decoder.feed("]1x".utf8).count == 3)
    }

    @Test func aPasteIsOneInputAndItsKeysAreNoKeys() {
        var decoder = KeyDecoder()
        let inputs = decoder.feed("a\u{1B}[200~rm -rf\r:quit\u{1B}[A\u{1B}[20 警\u{1B}[201~b".utf8)
        #expect(
            inputs == [
                .key(Key(.character("a"))), .paste("rm -rf\r:quit\u{1B}[A\u{1B}[20 警"), .key(Key(.character("b"))),
            ])
    }

    @Test(arguments: [
        "\u{1B}[", "\u{1B}[1;2", "\u{1B}O", "\u{1B}[<0;1", "\u{1B}[[", "\u{1B}]", "\u{1B}]11;rgb:12", "\u{1B}P>|x",
        "\u{1B}_",
        "\u{1B}X", "\u{1B}^", "\u{1B}]8\u{1B}", "\u{1B}[M ", "",
    ])
    func theKeyForHelpWaitsForNothingThatHasBegun(_ begun: String) {
        var decoder = KeyDecoder()
        _ = decoder.feed(Array(begun.utf8))
        let inputs = decoder.feed([0x05])
        #expect(inputs.last == .key(Key(.character("e"), .control)), "\(inputs)")
        #expect(decoder.pending == nil)
        #expect(decoder.feed([0x61]) == [.key(Key(.character("a")))])
    }

    @Test func escapeAndTheKeyForHelpAtOnceAreBoth() {
        var decoder = KeyDecoder()
        let both: [TerminalInput] = [.key(Key(.escape)), .key(Key(.character("e"), .control))]
        #expect(decoder.feed([0x1B, 0x05]) == both)
        #expect(decoder.feed([0x1B]) + decoder.feed([0x05]) == both)
    }

    @Test(arguments: [UInt8(0x1B), 0x05])
    func aKeyAfterAPauseEndsAPasteThatDoesNotEnd(_ key: UInt8) {
        var decoder = KeyDecoder()
        _ = decoder.feed(Array("\u{1B}[200~text".utf8))
        #expect(decoder.feed([key]) == [], "without a pause it is pasted")
        let inputs = decoder.feed([key], isAfterPause: true) + decoder.timeOut()
        #expect(inputs.count == 2 && decoder.pending == nil, "\(inputs)")
    }

    @Test func aPasteIsBounded() {
        var decoder = KeyDecoder()
        var inputs = decoder.feed("\u{1B}[200~".utf8)
        inputs += decoder.feed(repeatElement(UInt8(0x61), count: KeyDecoder.pasteLimit + 1000))
        inputs += decoder.feed("\u{1B}[201~".utf8)
        guard case .paste(let text)? = inputs.first else {
            Issue.record("no paste")
            return
        }
        #expect(text.utf8.count == KeyDecoder.pasteLimit && decoder.droppedPasteBytes == 1000)
    }

    @Test func aPasteThatNeverEndsIsCutByTheTimeOut() {
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}[200~abc\u{1B}[2".utf8).isEmpty && decoder.pending == .paste)
        #expect(decoder.timeOut() == [.paste("abc\u{1B}[2")])
        #expect(decoder.feed([0x61]) == [.key(Key(.character("a")))])
    }

    @Test func mouseReports() {
        var decoder = KeyDecoder()
        let inputs = decoder.feed(
            "\u{1B}[<0;3;4M\u{1B}[<0;3;4m\u{1B}[<64;1;1M\u{1B}[<65;1;1M\u{1B}[<2;1;1M\u{1B}[<35;9;9M".utf8)
        #expect(
            inputs == [
                .mouse(MouseEvent(action: .press, column: 2, row: 3)),
                .mouse(MouseEvent(action: .wheelUp, column: 0, row: 0)),
                .mouse(MouseEvent(action: .wheelDown, column: 0, row: 0)),
            ])
    }

    @Test(arguments: [UInt64(41), 42, 43, 44]) func noiseNeverStopsIt(_ seed: UInt64) {
        var random = Seeded(seed)
        var decoder = KeyDecoder()
        let likely: [UInt8] = [
            0x1B, 0x5B, 0x4F, 0x32, 0x30, 0x31, 0x7E, 0x3B, 0x3C, 0x75, 0xE8, 0xAD, 0xA6, 0xFF, 0x00,
        ]
        for _ in 0..<5000 {
            let byte =
                Bool.random(using: &random)
                ? likely.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
            _ = decoder.feed([byte])
        }
        _ = decoder.timeOut()
        #expect(decoder.feed([0x61]) == [.key(Key(.character("a")))], "seed \(seed)")
    }
}
