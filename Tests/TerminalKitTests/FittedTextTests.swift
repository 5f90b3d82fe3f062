import Formats
import Foundation
import TestSupport
import Testing

@testable import TerminalKit

@Suite struct FittedTextTests {
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
        ("人民路1234号", 9, ["人民路", "1234号"]), ("路 12345678", 6, ["路", "123456", "78"]), ("路12 34", 5, ["路12", "34"]),
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
