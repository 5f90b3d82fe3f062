import Testing

@testable import CheckedTOML

@Suite("TOML that people write")
struct CheckedTOMLTests {
    @Test(
        "Headers that end the library's process are refused with their place",
        arguments: [
            ("[]", 1, 2), ("a = 1\n  [=]", 2, 4), ("[#]", 1, 2), ("[.a]", 1, 2), ("[[ ]]", 1, 4), ("[\u{1}", 1, 2),
            ("[", 1, 2), ("[[]]", 1, 3), ("a = 1\r\n[é]", 2, 2), ("a = 1\u{B}[=]", 1, 2), ("[中]", 1, 2),
        ])
    func badHeaders(text: String, line: Int, column: Int) {
        let problem = #expect(throws: TOMLProblem.self) { try CheckedTOML.table(text) }
        #expect(problem?.line == line)
        #expect(problem?.column == column)
    }

    @Test("Keys with a NUL are refused", arguments: ["a\u{0} = 1", "\"a\\u0000\" = 1", "\"\\U00000000\" = 1"])
    func nul(text: String) {
        #expect(throws: TOMLProblem.self) { try CheckedTOML.table(text) }
    }

    @Test(
        "Good texts are read",
        arguments: [
            "", "a = 1", "[a]\nb = 2", "[[list]]\nx = 1", "[ \"quoted key\" ]\ny = 1", "a = [\n  \"x\",\n  [1, 2],\n]",
            "a = 1\r\n[b]\r\nc = 2",
            "['single']\nz = 1",
        ])
    func good(text: String) throws {
        _ = try CheckedTOML.table(text)
    }

    @Test("A syntax error names its line and column")
    func syntax() {
        let problem = #expect(throws: TOMLProblem.self) { try CheckedTOML.table("a = 1\nb = = 2\n") }
        #expect(problem?.line == 2)
        #expect((problem?.column ?? 0) > 0)
    }

    @Test("A text that is too long is refused")
    func tooLong() {
        let text = String(repeating: "# comment\n", count: CheckedTOML.limit / 10 + 1)
        #expect(throws: TOMLProblem.self) { try CheckedTOML.table(text) }
    }

    @Test("Random texts never end the process")
    func random() {
        let seed: UInt64 = 20_260_522
        print("seed \(seed)")
        var state = seed
        let alphabet = Array("[]=#.\"'\\\n\r\t\u{B}\u{C}\u{2028} {},-_a1\u{0}\u{1}é中:".unicodeScalars)
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.unicodeScalars.append(alphabet[Int(state >> 33) % alphabet.count])
            }
            _ = try? CheckedTOML.table(text)
        }
    }
}
