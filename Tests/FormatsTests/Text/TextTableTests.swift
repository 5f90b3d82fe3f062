import Testing

@testable import Formats

@Suite("A table of text")
struct TextTableTests {
    @Test("Columns are as wide as a terminal shows them, numbers stand at the right, and no line ends in a blank")
    func aligns() {
        let table = TextTable(rows: [["type", "count", ""], ["盗窃", "12", "a"], ["fire", "7"]])
        #expect(table.lines == ["type  count", "盗窃     12  a", "fire      7"])
    }

    @Test("Indent, gap and least width are those asked for")
    func blanks() {
        let table = TextTable(
            heading: ["unit", "at", "note"], rows: [["A1", "9:30", "x"]], numeric: [1], indent: 2, gap: 3, least: 5)
        #expect(table.lines == ["  unit      at   note", "  A1      9:30   x"])
    }

    @Test("Text from outside cannot reach a terminal raw, nor tear a column")
    func isSafe() {
        let table = TextTable(heading: ["a", "b"], rows: [["\u{1B}[2J", "\u{202E}x"]], numeric: [])
        #expect(table.lines == ["a     b", "␛[2J  ␦x"])
    }

    @Test("A table of nothing has one empty line, its heading")
    func empty() {
        #expect(TextTable(rows: []).lines == [""])
    }
}
