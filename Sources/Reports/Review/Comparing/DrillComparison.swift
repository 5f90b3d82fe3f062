import Drills
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
