import Districts
import Formats
import Shell

/// What a log said that could not be taken as it stands, in a few lines: rows that are lost first.
struct LogReport {
    private let log: CallLog
    private let file: String
    /// The mapping's name.
    private let mapping: String

    /// The most values that are told of one kind.
    private static let values = 8

    /// The report on a log; without a file and a mapping only its `summary` is of use.
    init(_ log: CallLog, file: String = "", mapping: String = "") {
        self.log = log
        self.file = file
        self.mapping = mapping
    }

    /// A line each; none when there is nothing to tell.
    var lines: [String] { (skipped + kept + unruled + columns + writing).map(Sanitiser.visible) }

    private var skipped: [String] {
        let (skipped, rows) = (log.problems.skipped, log.rowCount)
        guard skipped > 0 else { return [] }
        return ["\(file): " + say("\(skipped) of \(rows) rows skipped:", "\(rows) 行中跳过 \(skipped) 行：")]
            + groups { $0.isSkipped }
    }

    private var kept: [String] {
        guard log.problems.noted > 0 else { return [] }
        return ["\(file): " + say("kept all the same:", "仍予保留：")] + groups { !$0.isSkipped }
    }

    private func groups(_ wanted: (LogProblem.Reason) -> Bool) -> [String] {
        log.problems.groups.filter { wanted($0.example) }.map { "  " + say($0.english, $0.chinese) }
    }

    private var unruled: [String] {
        log.unruled.map { values in
            let most = values.most(Self.values)
            let list = most.map { "\"\($0.text)\" × \($0.count)" }.joined(separator: ", ")
            let rest = values.total - most.reduce(0) { $0 + $1.count }
            let more = rest > 0 ? say(", and \(rest) more", "，另有 \(rest) 项") : ""
            return "\(file): " + meaning(values.kind) + list + more
        }
    }

    private func meaning(_ kind: UnruledValues.Kind) -> String {
        let name = mapping
        switch kind {
        case .priority:
            return say(
                "\(name) has no rule for these priorities; the type's or the default one holds: ",
                "\(name) 没有以下优先级的规则，按类型或默认值处理：")
        case .type:
            return say(
                "\(name) has no rule for these types; they stay as they are: ", "\(name) 没有以下类型的规则，保留原文：")
        case .unitKind:
            return say(
                "\(name) has no rule for these kinds of units; they count as support: ",
                "\(name) 没有以下警力种类的规则，按支援单元处理：")
        }
    }

    private var columns: [String] {
        guard !log.lackingColumns.isEmpty else { return [] }
        let names = log.lackingColumns.joined(separator: ", ")
        return [
            "\(file):1: "
                + say("the header lacks \(names); read without", "表头缺少 \(names)，未读取这些内容")
        ]
    }

    private var writing: [String] {
        guard !log.writing.isUsual else { return [] }
        return [
            "\(file): "
                + say("read as separated by \(log.writing.english)", "按\(log.writing.chinese)分隔读取")
        ]
    }

    /// In one line, for the screen: how many rows are lost and how many values have no rule; nil when none.
    var summary: String? {
        var parts: [String] = []
        if log.problems.skipped > 0 {
            parts.append(
                say(
                    "\(log.problems.skipped) of \(log.rowCount) rows of the log skipped",
                    "记录 \(log.rowCount) 行中跳过 \(log.problems.skipped) 行"))
        }
        let values = log.unruled.reduce(0) { $0 + $1.total }
        if values > 0 { parts.append(say("\(values) values without a rule", "\(values) 个值没有规则")) }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}
