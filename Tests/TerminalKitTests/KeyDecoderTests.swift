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
        #expect(!whole.isPending)
        var pieces = KeyDecoder()
        var inputs: [TerminalInput] = []
        for byte in text.utf8 { inputs += pieces.feed([byte]) }
        #expect(inputs == [.key(key)])
    }

    @Test func escapeAloneNeedsTheTimeOut() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]).isEmpty && decoder.isPending)
        #expect(decoder.timeOut() == [.key(Key(.escape))])
        #expect(!decoder.isPending && decoder.timeOut().isEmpty)
        #expect(decoder.feed([0x1B, 0x1B]) == [.key(Key(.escape))])
        #expect(decoder.feed("[A".utf8) == [.key(Key(.up))])
    }

    @Test(arguments: [
        "\u{1B}[?62;4c", "\u{1B}[12;40R", "\u{1B}[I", "\u{1B}[O", "\u{1B}[>0;276;0c", "\u{1B}[201~",
        "\u{1B}[999999999999999~",
        "\u{1B}[0n", "\u{1B}[E",
    ]) func answersAndNonsenseAreNoKeys(_ text: String) {
        var decoder = KeyDecoder()
        #expect(decoder.feed((text + "x").utf8) == [.key(Key(.character("x")))])
    }

    @Test func aPasteIsOneInputAndItsKeysAreNoKeys() {
        var decoder = KeyDecoder()
        let inputs = decoder.feed("a\u{1B}[200~rm -rf\r:quit\u{1B}[A\u{1B}[20 警\u{1B}[201~b".utf8)
        #expect(
            inputs == [
                .key(Key(.character("a"))), .paste("rm -rf\r:quit\u{1B}[A\u{1B}[20 警"), .key(Key(.character("b"))),
            ])
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
        #expect(decoder.feed("\u{1B}[200~abc\u{1B}[2".utf8).isEmpty && decoder.isPasting)
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
