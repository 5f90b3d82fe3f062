import DispatchModel
import Drills
import Formats
import Wording

/// Writes a debriefing as plain text for a terminal or a mail.
struct ReportText {
    let debriefing: Debriefing
    let words: Words

    private var score: DrillScore { debriefing.score }

    /// The whole text.
    var text: String {
        let title = Sanitiser.visible(ReviewWords(words).text(debriefing.play.scenario.title))
        var lines = [
            "\(words.mode(.exercise)) · " + words.pick("After-action report: \(title)", "讲评报告：\(title)"),
            Sanitiser.visible(ReviewWords(words).identity(debriefing)), "",
        ]
        lines += debriefing.play.gaps.map { "! " + Sanitiser.visible($0) }
        let held = debriefing.play.held
        if held.count > 0 {
            let length = words.duration(held.length)
            lines.append(
                words.pick(
                    "The trainee held or slowed the clock: \(held.count) times, \(length) in all",
                    "受训者暂停或放慢时钟：\(held.count) 次，共 \(length)"))
        }
        let ahead = debriefing.play.ranAhead
        if ahead > .zero {
            let length = words.duration(ahead)
            lines.append(
                words.pick(
                    "Run ahead by the trainer: \(length). What waited meanwhile is not charged to the trainee, and stands"
                        + " among the missed deadlines all the same.",
                    "导调员快进：\(length)。其间的等待不计入受训者成绩，但仍列于超时中。"))
        }
        if score.standing.asked > 0 { lines.append(ReviewWords(words).standing(score.standing)) }
        lines += part(words.pick("Objectives", "目标"), objectives)
        lines += part(words.pick("Response times", "响应时间"), times)
        lines += part(words.pick("Injects", "注入"), injects)
        lines += part(words.pick("Missed deadlines", "超时"), deadlines)
        let keys = debriefing.play.keys.count
        lines.append(
            words.pick(
                "\(debriefing.decisions.count) decisions, \(keys) keys pressed. --format html shows timelines, coverage and "
                    + "keystrokes; --format json holds everything.",
                "决策 \(debriefing.decisions.count) 项，按键 \(keys) 次。--format html 含时间线、警力覆盖与按键；--format json 含全部数据。"))
        return lines.joined(separator: "\n") + "\n"
    }

    private func part(_ title: String, _ table: TextTable) -> [String] {
        table.rows.isEmpty ? ["\(title): –", ""] : [title] + table.lines + [""]
    }

    private var objectives: TextTable {
        let hasBaseline = debriefing.baseline != nil
        let rows = score.objectives.map { result -> [String] in
            let other = debriefing.baseline?.objectives.first { $0.objective.id == result.objective.id }
            return [
                "\(result.outcome.verdict.sign) \(ReviewWords(words).outcome(result.outcome))",
                ReviewWords(words).text(result.objective.title),
                ReviewWords(words).demand(result.objective.measure),
                ReviewWords(words).measured(result.value, result.unit),
                result.count == 0 ? "–" : "\(result.good)/\(result.count)",
            ]
                + (hasBaseline
                    ? [
                        other.map { "\($0.outcome.verdict.sign) " + ReviewWords(words).measured($0.value, $0.unit) }
                            ?? ""
                    ] : [])
        }
        let columns = [
            words.pick("result", "结果"), words.pick("objective", "目标"), words.pick("asked", "要求"),
            words.pick("reached", "实际"), words.pick("inside", "达标"),
        ]
        return TextTable(
            columns: columns + (hasBaseline ? [words.pick("automatic", "自动调度")] : []), numeric: [3, 4], rows: rows)
    }

    private var times: TextTable {
        let shown = PriorityFigure.all(in: .text)
        let rows = score.priorities.map { figures -> [String] in
            let other = debriefing.baseline?.priorities.first { $0.priority == figures.priority }
            return [words.priority(figures.priority), "\(figures.count)"] + shown.map { $0.text(figures, words) }
                + [debriefing.baseline == nil ? "" : ReviewWords(words).quantile(other?.response.p90)]
        }
        let automatic = debriefing.baseline == nil ? "" : words.pick("automatic p90", "自动调度 p90")
        return TextTable(
            columns: [words.pick("priority", "等级"), words.pick("incidents", "警情")]
                + shown.map { $0.name[words.language] } + [automatic],
            numeric: Set(1...shown.count + 2), rows: rows)
    }

    private var injects: TextTable {
        TextTable(
            columns: [
                words.pick("came", "触发"), words.pick("answer", "结果"), words.pick("after", "用时"),
                words.pick("allowed", "时限"), words.pick("inject", "注入"), words.pick("expected action", "预期行动"),
            ], numeric: [2, 3],
            rows: score.injects.map { result in
                [
                    result.fired.map { words.clock($0) } ?? ReviewWords(words).planned(result.inject.trigger),
                    "\(result.outcome.verdict.sign) \(ReviewWords(words).outcome(result.outcome))",
                    result.delay.map { words.duration($0) } ?? "",
                    result.inject.expected.map { words.duration($0.within) } ?? "",
                    ReviewWords(words).text(result.inject.title),
                    result.inject.expected.map { ReviewWords(words).text($0.action) } ?? "",
                ]
            })
    }

    private var deadlines: TextTable {
        TextTable(
            columns: [
                words.pick("passed at", "超时时间"), words.pick("limit", "限值"), words.pick("deadline", "时限"),
                words.pick("about", "对象"),
            ], numeric: [1],
            rows: debriefing.missedDeadlines.map { alert in
                let unit = alert.unit.map { words.callsign($0, on: debriefing.board) }
                return [
                    words.clock(alert.raised), alert.limit > 0 ? words.duration(.seconds(alert.limit)) : "",
                    words.kind(alert.kind), alert.incident.map(words.number) ?? unit ?? "",
                ]
            })
    }
}

extension TextTable {
    /// A table of a report: set in from the margin, with three blanks between columns.
    init(columns: [String], numeric: Set<Int>, rows: [[String]]) {
        self.init(heading: columns, rows: rows, numeric: numeric, indent: 2, gap: 3)
    }
}

extension Debriefing {
    /// The report as plain text.
    package func text(words: Words) -> String { ReportText(debriefing: self, words: words).text }

    /// The report as a page in one file.
    package func html(words: Words) -> String { ReportPage(debriefing: self, words: words).page.html }
}
