import Dashboard
import DispatchModel
import Drills
import Formats
import TerminalKit
import Wording

/// How a drill went, as lines of a page on the player's console and of a terminal.
package struct ResultPage {
    private let scenario: Scenario
    private let end: DrillEnd
    private let reportCommand: String
    private let words: Words

    /// The page of a drill that has ended. `reportCommand` is empty for a drill that is not kept.
    package init(scenario: Scenario, end: DrillEnd, reportCommand: String, words: Words) {
        self.scenario = scenario
        self.end = end
        self.reportCommand = reportCommand
        self.words = words
    }

    /// The page's title.
    package var title: String {
        words.pick("EXERCISE ended: \(scenario.title.english)", "演练结束：\(scenario.title.chinese)")
    }

    /// The page's lines.
    package var rows: [HelpRow] {
        let score = end.score
        let measured = score.objectives.count { $0.outcome != .notMeasured }
        var rows = [
            HelpRow(
                .heading,
                text: words.pick(
                    "\(score.metCount) of \(measured) objectives met", "\(measured)项目标，达成\(score.metCount)项")),
            HelpRow(
                .text, text: words.pick(end.reason.text.english, end.reason.text.chinese) + " · " + words.clock(end.at)),
        ]
        if end.held.count > 0 { rows.append(HelpRow(.text, text: held)) }
        if end.ranAhead > .zero { rows.append(HelpRow(.text, text: ranAhead)) }
        rows.append(HelpRow(.text, text: ""))
        rows += score.objectives.map { HelpRow(.text, text: line($0)) }
        let asked = score.injects.filter { $0.outcome != .nothingExpected && $0.outcome != .notFired }
        if !asked.isEmpty {
            rows += [HelpRow(.text, text: ""), HelpRow(.heading, text: words.pick("Injects", "注入"))]
            rows += asked.map { HelpRow(.text, text: line($0)) }
        }
        if !reportCommand.isEmpty {
            rows += [
                HelpRow(.text, text: ""),
                HelpRow(.text, text: words.pick("The whole report: \(reportCommand)", "完整报告：\(reportCommand)")),
            ]
        }
        return rows + [HelpRow(.text, text: ""), HelpRow(.text, text: words.pick("Esc leaves", "Esc 离开"))]
    }

    /// How the player held the clock.
    private var held: String {
        let length = words.duration(end.held.length)
        return words.pick(
            "The trainee held or slowed the clock: \(end.held.count) times, \(length) in all",
            "受训者暂停或放慢时钟：\(end.held.count) 次，共 \(length)")
    }

    /// How long the trainer ran ahead: what was left out of the objectives for it.
    private var ranAhead: String {
        let length = words.duration(end.ranAhead)
        return words.pick(
            "Run ahead by the trainer: \(length); nothing of that time is measured", "导调员快进：\(length)；其间不计入测量")
    }

    private func line(_ result: ObjectiveResult) -> String {
        let mark: String =
            switch result.outcome {
            case .met: words.pick("met    ", "达成")
            case .missed: words.pick("MISSED ", "未达成")
            case .notMeasured: words.pick("–      ", "未测")
            }
        let title = words.pick(result.objective.title.english, result.objective.title.chinese)
        return "\(mark) \(title)  (\(ResultPage.figures(result, words)))"
    }

    private func line(_ result: InjectResult) -> String {
        let mark: String =
            switch result.outcome {
            case .inTime: words.pick("in time", "按时")
            case .late: words.pick("LATE   ", "超时")
            case .missed: words.pick("MISSED ", "未处置")
            case .open: words.pick("open   ", "未到时")
            case .notFired, .nothingExpected: ""
            }
        let took = result.delay.map { " (\(words.length($0)))" } ?? ""
        return "\(mark) \(words.pick(result.inject.title.english, result.inject.title.chinese))\(took)"
    }

    /// What was measured beside what it was compared with.
    static func figures(_ result: ObjectiveResult, _ words: Words) -> String {
        guard let value = result.value else { return words.pick("nothing to measure", "无可测量") }
        func text(_ value: Double) -> String {
            switch result.unit {
            case .milliseconds: words.duration(Span(milliseconds: Int64(min(max(value, 0), 1e15))))
            case .percent: "\(Int(value.rounded())) %"
            case .count: "\(Int(value.rounded()))"
            }
        }
        return words.pick(
            "\(text(value)), threshold \(text(result.threshold))", "\(text(value))，阈值 \(text(result.threshold))")
    }

    /// The lines as plain text, for a terminal.
    package var text: String {
        ([title] + rows.dropLast(2).map(\.text)).map { Sanitiser.visible($0) }.joined(separator: "\n")
    }
}
