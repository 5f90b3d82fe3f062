import DispatchModel
import TestSupport
import Testing
import Wording

/// Whatever is typed or pasted, reading ends with an answer whose columns lie in the line.
@Suite struct RandomLineTests {
    private static let pieces =
        Verb.allCases.map(\.rawValue) + [
            "3A12", "3A1", "grid", "7", "4821", "#4821", "21", "0", "00021", "99999999999999999999", ".", "..", "*",
            ">",
            ">>", "@", "@@", "@mission", "st", "\"", "“", "”", "「", "b:", "b:B02", "p1", "p9", "p", "15m", "9999999d",
            "until", "14:05", ":", "::", "age>", "age>10m", "-", "--", "-\"", ",", "beat:,", "stage:", "robbery", "抢劫",
            "note", "hold", "assign", "!", "!1", "\u{1B}[2J", "\u{202E}", "\u{0}", "\u{7}", "e\u{301}\u{301}", "👩‍👩‍👧‍👦",
            "＠", "＞", "：", "。", "\u{3000}", "\n", "\t", "\u{FEFF}", "٤٨٢١", "４８２１", String(repeating: "D.", count: 40),
        ]

    @Test(arguments: [1, 20_231_114, 0xDEAD_BEEF] as [UInt64])
    func neverTraps(seed: UInt64) {
        var random = Seeded(seed)
        let contexts = [
            City.context(), City.context(.chinese, incident: nil, unit: nil),
            LineContext(board: Board(), now: City.now),
        ]
        for round in 0..<1500 {
            var line = ""
            for _ in 0..<Int.random(in: 0...9, using: &random) {
                if Int.random(in: 0..<4, using: &random) == 0 {
                    line.unicodeScalars.append(UnicodeScalar(UInt8.random(in: 0x20...0x7E, using: &random)))
                } else {
                    line += Self.pieces.randomElement(using: &random) ?? ""
                }
                if Bool.random(using: &random) { line += " " }
            }
            let context = contexts[round % contexts.count]
            check(line, context, Int.random(in: -1...(line.count + 2), using: &random), "seed \(seed) round \(round)")
        }
    }

    private func check(_ line: String, _ context: LineContext, _ cursor: Int, _ where: String) {
        let count = line.count
        switch LineGrammar.parse(line, in: context) {
        case .failure(let failure):
            #expect(
                failure.columns.upperBound <= count && !failure.remedy.isEmpty, "\(`where`): \(line.debugDescription)")
        case .ambiguous(let asked):
            #expect(asked.columns.upperBound <= count && !asked.choices.isEmpty, "\(`where`): \(line.debugDescription)")
        case .commands(let commands, let preview):
            #expect(!commands.isEmpty && !preview.text.isEmpty, "\(`where`): \(line.debugDescription)")
        case .empty, .console, .incomplete: break
        }
        for offer in LineGrammar.completions(line, cursor: cursor, in: context) {
            #expect(offer.columns.upperBound <= count, "\(`where`): \(line.debugDescription)")
        }
        switch Filter.parse(line, words: context.words) {
        case .failure(let failure): #expect(failure.columns.upperBound <= count, "\(`where`): \(line.debugDescription)")
        case .success(let filter):
            for incident in context.board.incidents.elements {
                _ = filter.matches(incident, on: context.board, now: context.now)
            }
            for unit in context.board.units.elements { _ = filter.matches(unit, on: context.board, now: context.now) }
        }
    }

    @Test func aPastedBookIsRefused() {
        let book = String(repeating: "D 3A12 4821 ", count: 10_000)
        guard case .failure = LineGrammar.parse(book, in: City.context()), case .failure = Filter.parse(book) else {
            Issue.record("read")
            return
        }
        #expect(LineGrammar.completions(book, cursor: book.count, in: City.context()).isEmpty)
    }
}
