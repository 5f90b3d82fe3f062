import DispatchModel
import Drills
import Formats
import Wording

/// The rows of figures that a comparison begins with, in words, and its plain text and JSON.
struct ComparisonFigures {
    let comparison: DrillComparison
    let words: Words

    private var columns: [(name: String, score: DrillScore)] { comparison.columns(words) }

    /// Each measure with a value for every column.
    var rows: [(name: String, values: [String])] {
        var rows: [(name: String, values: [String])] = [
            (
                words.pick("objectives met", "达到的目标"),
                columns.map { "\($0.score.metCount) / \($0.score.metCount + $0.score.missedCount)" }
            ),
            (
                words.pick("expected actions in time", "及时的预期行动"),
                columns.map { "\($0.score.answers.inTime) / \($0.score.answers.expected)" }
            ),
            (words.pick("missed deadlines", "超时"), columns.map { "\($0.score.missedDeadlines.count)" }),
            (words.pick("incidents", "警情"), columns.map { "\($0.score.incidents.count { !$0.isMerged })" }),
        ]
        for priority in Set(columns.flatMap { $0.score.priorities.map(\.priority) }).sorted() {
            for figure in PriorityFigure.all(in: .comparison) {
                let values = columns.map { column in
                    column.score.priorities.first { $0.priority == priority }.map { figure.text($0, words) } ?? "–"
                }
                rows.append(("\(words.priority(priority)) \(figure.name[words.language])", values))
            }
        }
        return rows + own
    }

    /// What only people have: decisions and keys.
    private var own: [(name: String, values: [String])] {
        let rest = comparison.baseline == nil ? [] : ["–"]
        return [
            (words.pick("decisions", "决策"), comparison.debriefings.map { "\($0.decisions.count)" } + rest),
            (words.pick("keys pressed", "按键"), comparison.debriefings.map { "\($0.play.keys.count)" } + rest),
            (
                words.pick("clock held by the trainee", "受训者暂停或放慢时钟"),
                comparison.debriefings.map { $0.play.held.count == 0 ? "–" : words.duration($0.play.held.length) }
                    + rest
            ),
        ]
    }

    /// The figures and objectives as plain text.
    var text: String {
        var lines = [
            "\(words.mode(.exercise)) · "
                + words.pick("Comparison", "对比讲评") + " · \(comparison.debriefings[0].play.scenario.id)", "",
        ]
        lines += comparison.warnings(words).map { "! \($0)" }
        let numeric = Set(1...columns.count)
        lines +=
            TextTable(
                columns: [words.pick("measure", "指标")] + columns.map(\.name), numeric: numeric,
                rows: rows.map { [$0.name] + $0.values }
            ).lines
        let objectives = comparison.debriefings[0].score.objectives.map { objective -> [String] in
            [ReviewWords(words).text(objective.objective.title)]
                + columns.map { column in
                    let found = column.score.objectives.first { $0.objective.id == objective.objective.id }
                    return found.map { "\($0.outcome.verdict.sign) \(ReviewWords(words).measured($0.value, $0.unit))" }
                        ?? "–"
                }
        }
        lines += [""]
        lines +=
            TextTable(
                columns: [words.pick("objective", "目标")] + columns.map(\.name), numeric: numeric, rows: objectives
            ).lines
        return lines.joined(separator: "\n") + "\n"
    }
}

/// The shape of a comparison's JSON: the reports of all plays.
private struct ComparisonDocument: Encodable {
    let exercise = true
    let scenario: String
    let sameSeed: Bool
    let drills: [DebriefingDocument]
}

extension DrillComparison {
    /// The comparison as a page in one file.
    package func html(words: Words) -> String { ComparisonPage(comparison: self, words: words).page.html }

    /// The comparison as plain text.
    package func text(words: Words) -> String { ComparisonFigures(comparison: self, words: words).text }

    /// The reports of all plays as one JSON document.
    package func json() throws -> String {
        try document(
            ComparisonDocument(
                scenario: debriefings[0].play.scenario.id, sameSeed: hasOneSeed,
                drills: debriefings.map(DebriefingDocument.init)))
    }
}
