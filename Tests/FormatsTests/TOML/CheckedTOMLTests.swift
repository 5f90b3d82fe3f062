import TestSupport
import Testing

@testable import Formats

@Suite("TOML that people write")
struct CheckedTOMLTests {
    @Test(
        "A fault has its line and column",
        arguments: [
            ("[]", 1, 2), ("a = 1\n  [=]", 2, 4), ("[#]", 1, 2), ("[.a]", 1, 2), ("[[ ]]", 1, 4), ("[\u{1}", 1, 2),
            ("[", 1, 2), ("[[]]", 1, 3), ("a = 1\r\n[é]", 2, 2), ("a = 1\u{B}[=]", 1, 6), ("[中]", 1, 2),
            ("e=[}", 1, 4), ("a = 1\nb = = 2\n", 2, 5), ("a = '中' x", 1, 9), ("x = [1,\n  2", 2, 4),
            ("x = {a = 1,\n b = 2}", 1, 12), ("a = \"\"\"x\n", 2, 1), ("a = \"x\\q\"", 1, 7), ("a = 'x", 1, 5),
            ("a.b = 1\n[a]", 2, 2), ("\u{FEFF}a = ?", 1, 5),
        ])
    func faults(text: String, line: Int, column: Int) {
        let problem = #expect(throws: TOMLProblem.self) { try CheckedTOML.table(text) }
        #expect(problem?.line == line)
        #expect(problem?.column == column)
        #expect(problem?.english.isEmpty == false && problem?.chinese.isEmpty == false)
    }

    @Test(
        "A NUL is refused wherever it stands",
        arguments: [
            "a\u{0} = 1", "\"a\\u0000\" = 1", "\"\\U00000000\" = 1", "a = \"\\u0000\"", "# \u{0}", "a = '\u{0}'",
        ])
    func nul(text: String) {
        let problem = #expect(throws: TOMLProblem.self) { try CheckedTOML.table(text) }
        #expect(problem?.line == 1)
    }

    @Test(
        "What TOML does not allow is refused",
        arguments: [
            "a", "a =", "= 1", "a = 1 b = 2", "a == 1", "a = 01", "a = +01", "a = 1__0", "a = _1", "a = 1_", "a = 0x",
            "a = 0xG", "a = +0x1", "a = 0b2", "a = 1.", "a = .5", "a = 1.e5", "a = 1e", "a = 03.5", "a = 1e_5",
            "a = True",
            "a = hello", "a = 9223372036854775808", "a = -9223372036854775809", "a = 2021-02-29", "a = 2021-13-01",
            "a = 0000-01-01", "a = 25:00:00", "a = 07:32", "a = 2021-01-01T07:32:00+24:00", "a = 2021-01-01T",
            "a = [1 2]",
            "a = [1,,2]", "a = [", "a = [1", "a = {", "a = {b = 1", "a = {b = 1,}", "a = {b = 1 c = 2}", "a = \"x\ny\"",
            "a = \"\\ud800\"", "a = \"\\U00110000\"", "a = \"\\x41\"", "a = \"\u{7F}\"", "a = \"\u{1}\"", "a = '\u{1}'",
            "a = 1\rb = 2", "a = 1 # \u{1}", "[a", "[a]]", "[[a]", "[a] b = 1", "[a]\n[a]", "a = 1\n[a]",
            "a = 1\na = 2",
            "a = 1\na.b = 2", "[[a]]\n[a]", "[a]\n[[a]]", "a = []\n[[a]]", "a = {}\n[a]", "a = {b = 1}\na.c = 2",
            "a = {b.c = 1, b = 2}", "a = {b = {c = 1}, b.d = 2}", "[a.b.c]\n[a]\nb.c.d = 1", "[a]\nb.c = 1\n[a.b]",
            "[a.b]\n[a]\nb.c = 1", "\"\"\"a\"\"\" = 1", "a. = 1", "a..b = 1", "a = \"\"\"\"\"\"\"\"\"", "é = 1",
        ])
    func refused(text: String) {
        #expect(throws: TOMLProblem.self) { try CheckedTOML.table(text) }
    }

    @Test("Nothing is read that lies deeper than people write", arguments: ["[", "{a=", "a."])
    func deep(part: String) {
        let many = String(repeating: part, count: TableNode.deepest + 2)
        let text = part == "a." ? many + "a = 1" : "a = " + many
        let problem = #expect(throws: TOMLProblem.self) { try CheckedTOML.table(text) }
        #expect(problem?.english.contains("deep") == true)
    }

    @Test("A text that is too long is refused")
    func tooLong() {
        let text = String(repeating: "# comment\n", count: CheckedTOML.limit / 10 + 1)
        #expect(throws: TOMLProblem.self) { try CheckedTOML.table(text) }
    }

    @Test("Random texts never end the process, and a fault lies within its text")
    func random() {
        let seed: UInt64 = 20_260_522
        print("seed \(seed)")
        var random = Seeded(seed)
        let parts = [
            "[", "]", "=", "#", ".", "\"", "'", "\\", "\n", "\r\n", "\r", "\t", "\u{B}", "\u{2028}", " ", "{", "}", ",",
            "-",
            "_", "a", "1", "\u{0}", "\u{1}", "é", "中", ":", "\"\"\"", "'''", "0x", "e5", "2020-01-01", "T07:00:00",
            "true",
            "[a]\n", "[[a]]\n", "a.b = 1\n", "\\u00e9", "e=[}",
        ]
        for _ in 0..<6000 {
            let text = (0..<Int.random(in: 1...24, using: &random)).map { _ in parts.randomElement(using: &random) ?? ""
            }
            .joined()
            do throws(TOMLProblem) {
                _ = try CheckedTOML.table(text)
            } catch {
                let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
                #expect((1...lines.count).contains(error.line) && error.column >= 1, "\(text.debugDescription)")
            }
        }
    }
}
