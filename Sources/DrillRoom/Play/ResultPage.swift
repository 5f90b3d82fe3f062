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
        words.exercise.ended(BilingualText(scenario.title.english, scenario.title.chinese))
    }

    /// The page's lines.
    package var rows: [HelpRow] {
        let score = end.score
        let measured = score.objectives.count { $0.outcome != .notMeasured }
        var rows = [
            HelpRow(
                .heading,
                text: words.exercise.objectivesMet(score.metCount, of: measured)),
            HelpRow(
                .text, text: words.pick(end.reason.text.english, end.reason.text.chinese) + " · " + words.clock(end.at)),
        ]
        if end.held.count > 0 { rows.append(HelpRow(.text, text: held)) }
        if end.ranAhead > .zero { rows.append(HelpRow(.text, text: ranAhead)) }
        rows.append(HelpRow(.text, text: ""))
        rows += score.objectives.map { HelpRow(.text, text: line($0)) }
        let asked = score.injects.filter { $0.outcome != .nothingExpected && $0.outcome != .notFired }
        if !asked.isEmpty {
            rows += [HelpRow(.text, text: ""), HelpRow(.heading, text: words.exercise.injects)]
            rows += asked.map { HelpRow(.text, text: line($0)) }
        }
        if !reportCommand.isEmpty {
            rows += [
                HelpRow(.text, text: ""),
                HelpRow(.text, text: words.exercise.report(reportCommand)),
            ]
        }
        return rows + [HelpRow(.text, text: ""), HelpRow(.text, text: words.exercise.leaves("Esc"))]
    }

    /// How the player held the clock.
    private var held: String {
        words.exercise.held(end.held.count, end.held.length)
    }

    /// How long the trainer ran ahead: what was left out of the objectives for it.
    private var ranAhead: String {
        words.exercise.ranAhead(end.ranAhead)
    }

    private func line(_ result: ObjectiveResult) -> String {
        let mark: String =
            switch result.outcome {
            case .met: words.exercise.objectiveMet
            case .missed: words.exercise.objectiveMissed
            case .notMeasured: words.exercise.objectiveNotMeasured
            }
        let title = words.pick(result.objective.title.english, result.objective.title.chinese)
        return "\(mark) \(title)  (\(ResultPage.figures(result, words)))"
    }

    private func line(_ result: InjectResult) -> String {
        let mark: String =
            switch result.outcome {
            case .inTime: words.exercise.injectInTime
            case .late: words.exercise.injectLate
            case .missed: words.exercise.injectMissed
            case .open: words.exercise.injectOpen
            case .notFired, .nothingExpected: ""
            }
        let took = result.delay.map { " (\(words.length($0)))" } ?? ""
        return "\(mark) \(words.pick(result.inject.title.english, result.inject.title.chinese))\(took)"
    }

    /// What was measured beside what it was compared with.
    static func figures(_ result: ObjectiveResult, _ words: Words) -> String {
        guard let value = result.value else { return words.exercise.nothingToMeasure }
        func text(_ value: Double) -> String {
            switch result.unit {
            case .milliseconds: words.duration(Span(milliseconds: Int64(min(max(value, 0), 1e15))))
            case .percent: "\(Int(value.rounded())) %"
            case .count: "\(Int(value.rounded()))"
            }
        }
        return words.exercise.measured(text(value), threshold: text(result.threshold))
    }

    /// The lines as plain text, for a terminal.
    package var text: String {
        ([title] + rows.dropLast(2).map(\.text)).map { Sanitiser.visible($0) }.joined(separator: "\n")
    }
}
