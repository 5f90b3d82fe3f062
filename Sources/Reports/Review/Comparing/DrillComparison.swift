import DispatchModel
import Drills
import Formats
import Wording

/// Several plays of the same scenario, side by side.
package struct DrillComparison: Sendable {
    /// The plays, at least two.
    package let debriefings: [Debriefing]
    /// What each is called: the trainee, numbered where two have the same name.
    package let names: [String]

    /// Why plays cannot be compared.
    package enum Problem: Error, Hashable, Sendable {
        /// Fewer than two.
        case tooFew
        /// They play different scenarios: these.
        case differentScenarios([String])
    }

    /// Puts plays side by side; they must be of one scenario.
    package init(_ debriefings: [Debriefing], words: Words) throws(Problem) {
        guard debriefings.count > 1 else { throw .tooFew }
        let scenarios = Set(debriefings.map(\.play.scenario.id))
        guard scenarios.count == 1 else { throw .differentScenarios(scenarios.sorted()) }
        self.debriefings = debriefings
        var seen: [String: Int] = [:]
        names = debriefings.map { debriefing in
            let name = debriefing.player(words)
            seen[name, default: 0] += 1
            return seen[name] == 1 ? name : "\(name) (\(seen[name] ?? 0))"
        }
    }

    /// True when all had the same seed, and with it the same calls at the same times.
    var hasOneSeed: Bool { Set(debriefings.map(\.play.seed)).count == 1 }

    /// How the automatic dispatcher did, when it played the seed that all share.
    package var baseline: DrillScore? {
        guard hasOneSeed else { return nil }
        // The one that was played as long as the longest of them.
        return debriefings.max { $0.score.end < $1.score.end }?.baseline
    }

    /// Every score with its name, the automatic dispatcher's last.
    func columns(_ words: Words) -> [(name: String, score: DrillScore)] {
        var columns = zip(names, debriefings).map { (name: $0, score: $1.score) }
        if let baseline { columns.append((ReviewWords(words).automatic, baseline)) }
        return columns
    }

    /// What must be said about the comparison: different seeds, different versions of the scenario.
    func warnings(_ words: Words) -> [String] {
        var warnings: [String] = []
        if !hasOneSeed {
            warnings.append(
                words.pick(
                    "The seeds differ: not everybody had the same calls, so part of every difference is chance.",
                    "种子不同：各人所遇警情不同，差异中有偶然成分。"))
        }
        if Set(debriefings.compactMap(\.play.ended)).count > 1 {
            warnings.append(
                words.pick(
                    "The drills ended at different times: what one had still to come is not in its figures.",
                    "各次演练结束时间不同：提前结束者不含其后的警情。"))
        }
        if Set(debriefings.map(\.play.scenario.text)).count > 1 {
            warnings.append(
                words.pick(
                    "The scenario was changed between these drills: objectives and injects may differ.",
                    "各次演练之间情景有改动：目标与注入可能不同。"))
        }
        return warnings
    }
}

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
