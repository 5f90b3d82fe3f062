import Foundation
import TestSupport
import Testing

@testable import TerminalKit

@Suite struct TextTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("警情", 4), ("e\u{301}", 1), ("\u{301}", 1), ("👍🏽", 4), ("🇨🇳", 2), ("ﾊﾟ", 2), ("한", 2),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{1B}", 1), ("a\u{202E}", 2), ("…▲◆●", 4), ("\u{3000}", 2), ("\u{A0}", 1),
    ]) func widths(_ text: String, _ columns: Int) {
        #expect(TextWidth.columns(of: text) == columns)
    }

    @Test(arguments: [
        ("plain", "plain"), ("a\u{1B}[31mb", "a␛[31mb"), ("\u{0}\u{7F}", "␀␡"), ("\u{85}\u{9B}", "␦␦"),
        ("\u{202A}\u{202E}\u{2066}\u{2069}\u{200E}\u{200F}\u{61C}", "␦␦␦␦␦␦␦"),
        ("\u{200B}\u{2060}\u{FEFF}\u{AD}", "␦␦␦␦"),
        ("\u{2028}\u{2029}", "␦␦"), ("\u{E0041}", "␦"), ("\u{E000}", "\u{FFFD}"), ("a\u{A0}b\u{2003}c", "a b c"),
        ("e\u{301}\u{301}\u{301}\u{301}", "e\u{301}\u{301}"), ("👩‍🚒", "👩🚒"), ("❤️‍🔥", "❤🔥"), ("a\u{200D}b", "a␦b"),
        ("\u{115F}\u{3164}", "␦␦"),
    ]) func foreignTextIsMadeVisible(_ text: String, _ visible: String) {
        #expect(Array(Sanitiser.visible(text).unicodeScalars) == Array(visible.unicodeScalars))
    }

    @Test func everyScalarIsShownHarmlesslyAndAsWideAsMeasured() {
        for value in UInt32(0)..<0x11_0000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let glyph = Glyph(value)
            let shown = glyph.kind == .mark || glyph.kind == .narrow || glyph.kind == .wide ? glyph.scalar : glyph.shown
            // Compared with the standard library's own Unicode data, which is newer: a scalar we know it must know.
            if !isHarmless(shown) || shown == 0x200D {
                Issue.record("U+\(String(value, radix: 16)) is shown as U+\(String(shown, radix: 16))")
            }
            let visible = Sanitiser.visible(String(Character(scalar)))
            if TextWidth.columns(of: visible) != TextWidth.columns(of: String(Character(scalar))) {
                Issue.record("U+\(String(value, radix: 16)) changes its width when it is sanitised")
            }
        }
    }

    @Test(arguments: [
        ("abc", 5, Alignment.leading, "abc  "), ("abc", 5, .trailing, "  abc"), ("abc", 6, .centre, " abc  "),
        ("abcdef", 5, .leading, "abcd…"), ("警情甲", 5, .leading, "警情…"), ("警情甲", 4, .leading, "警… "),
        ("警", 1, .leading, "…"),
        ("abc", 0, .leading, ""), ("a\u{1B}", 3, .leading, "a␛ "),
    ]) func textFits(_ text: String, _ columns: Int, _ alignment: Alignment, _ expected: String) {
        #expect(fitted(text, columns: columns, alignment: alignment) == expected)
    }

    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]), ("one two three", 8, ["one two", "three"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("指挥调度警情", 5, ["指挥", "调度", "警情"]), ("a\nb", 5, ["a", "b"]), ("", 5, [""]), ("警", 1, ["警"]),
    ]) func textWraps(_ text: String, _ columns: Int, _ lines: [String]) {
        #expect(wrapped(text, columns: columns) == lines)
    }

    @Test func wrappingStopsAtItsLimit() {
        #expect(wrapped("one two three four", columns: 5, limit: 2) == ["one", "two …"])
    }

    @Test(arguments: [UInt64(11), 12, 13]) func fittingAndWrappingKeepTheirWidth(_ seed: UInt64) {
        var random = Seeded(seed)
        let alphabet: [Unicode.Scalar] = [
            "a", "b", " ", " ", "警", "e", "\u{301}", "\u{1B}", "👍", "\u{200D}", "\n", "é",
        ]
        for _ in 0..<500 {
            var view = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                view.append(alphabet.randomElement(using: &random) ?? "a")
            }
            let text = String(view)
            let columns = Int.random(in: 2...12, using: &random)
            #expect(
                TextWidth.columns(of: fitted(text, columns: columns)) == columns,
                "seed \(seed): \(text.debugDescription)")
            for line in wrapped(text, columns: columns, limit: 3) {
                #expect(TextWidth.columns(of: line) <= columns, "seed \(seed): \(text.debugDescription)")
            }
        }
    }
}
