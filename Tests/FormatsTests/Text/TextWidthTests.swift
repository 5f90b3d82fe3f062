import TestSupport
import Testing

@testable import Formats

@Suite struct TextWidthTests {
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
}
