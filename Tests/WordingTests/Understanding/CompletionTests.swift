import DispatchModel
import Testing
import Wording

@Suite struct CompletionTests {
    /// The offers at the end of a line, or where a bar stands in it.
    private func offers(_ line: String, _ language: Language = .english) -> [Completion] {
        let cursor = line.firstIndex(of: "|").map { line.distance(from: line.startIndex, to: $0) } ?? line.count
        return LineGrammar.completions(line.filter { $0 != "|" }, cursor: cursor, in: City.context(language))
    }

    private static let rows: [(line: String, columns: Range<Int>, texts: [String])] = [
        ("D 3A", 2..<4, ["3A12", "3A14", "3A07", "3A29"]),
        ("D 3A12 3A", 7..<9, ["3A14", "3A07", "3A29"]),
        ("D 3A12 48", 7..<9, ["4821", "4805"]),
        ("D.3A12.48", 7..<9, ["4821", "4805"]),
        ("D gr", 2..<4, ["\"grid 7\""]),
        ("D 3A| 4821", 2..<4, ["3A12", "3A14", "3A07", "3A29"]),
        ("P 4821 ", 7..<7, ["1", "2", "3", "4", "5"]),
        ("TY 4805 fir", 8..<11, ["52B", "52C"]),
        ("BT 4805 B0", 8..<10, ["B02", "B07"]),
        ("PL 4805 miss", 8..<12, ["\"Mission St / 16th\"", "\"Mission St 100 block\""]),
        ("CE 4805 fa", 8..<10, ["false-alarm"]),
        ("CE 4805 误", 8..<9, ["false-alarm"]),
        ("ST 3A12 on", 8..<10, ["on-scene"]),
        ("ST 3A12 到", 8..<9, ["on-scene"]),
        ("H 4821 1", 7..<8, ["15m", "1h"]),
        ("SP 4821 ", 8..<8, ["1", "2", "3"]),
        ("SP 4821 2 ", 10..<10, ["1", "3"]),
        ("RO ", 3..<3, [".", "4822", "4700"]),
        ("ACK 3A", 4..<6, ["!2", "!4"]),
        ("N 4", 2..<3, ["4821", "4805"]),
        ("N 4821 3A", 0..<0, []),
        ("n rob", 2..<5, ["robbery"]),
        ("n fire a", 2..<8, ["52B"]),
        ("n 抢", 2..<3, ["robbery"]),
        ("n robbery @zo", 10..<13, ["@\"Zoo Rd\""]),
        ("n robbery @mission st 1", 10..<23, ["@\"Mission St 100 block\""]),
        ("n robbery @pier 39 b:B0", 19..<23, ["b:B02", "b:B07"]),
        ("n robbery @pier 39 > 3A1", 21..<24, ["3A12", "3A14"]),
        ("n robbery @pier 39 >3A1", 20..<23, ["3A12", "3A14"]),
        ("note 48", 5..<7, ["4821", "4805"]),
        ("theme da", 0..<0, []),
    ]

    @Test func offersByPlace() {
        for row in Self.rows {
            for language in Language.allCases {
                let found = offers(row.line, language)
                #expect(found.map(\.text) == row.texts, "\(row.line)")
                #expect(found.allSatisfy { $0.columns == row.columns && !$0.description.isEmpty }, "\(row.line)")
            }
        }
    }

    @Test func verbsAndConsoleCommands() {
        #expect(offers("").count == LineGrammar.completionLimit)
        #expect(offers("d").map(\.text) == ["D", "DV"])
        #expect(offers("h").map(\.text) == ["H", "h", "help", "hold", "HR"])
        #expect(offers("D").first?.description == "D UNIT… INCIDENT · dispatch units; * sends the response plan")
        #expect(offers("D", .chinese).first?.description == "D 单元… 警情 · 派警；* 按预案派出")
    }

    @Test func theSelectedAndThePlanComeFirst() {
        #expect(offers("CE ").first?.text == ".")
        #expect(offers("D ").map(\.text).contains("*"))
        #expect(offers("n robbery @Zoo Rd > ").last?.text == "*")
        #expect(offers("n robbery @Zoo Rd ").map(\.text).contains(">"))
        #expect(offers("n robbery ").first?.text == "@")
    }

    /// Typing a completion and reading the line again finds what the completion stood for.
    @Test func completedLinesRead() {
        for line in ["D 3A12 48", "n fire a @pier 39", "TY 4805 fire", "PL 4805 miss", "AV gr"] {
            for offer in offers(line.replacingFirst(" @pier 39", with: "| @pier 39")) {
                let characters = Array(line)
                let done =
                    String(characters[..<offer.columns.lowerBound]) + offer.text
                    + String(characters[offer.columns.upperBound...])
                guard case .commands = LineGrammar.parse(done, in: City.context()) else {
                    Issue.record("\(done): \(LineGrammar.parse(done, in: City.context()))")
                    continue
                }
            }
        }
    }
}

extension String {
    fileprivate func replacingFirst(_ text: String, with other: String) -> String {
        guard let range = firstRange(of: text) else { return self }
        return replacingCharacters(range, other)
    }

    private func replacingCharacters(_ range: Range<String.Index>, _ other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
