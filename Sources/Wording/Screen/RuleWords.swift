import DispatchModel
import DispatchPolicy
import Formats

/// What is said of the room's rules.
package struct RuleWords: Sendable {
    private let words: Words

    /// The sentences in the language of these words.
    package init(_ words: Words) { self.words = words }

    private func pick(_ english: String, _ chinese: String) -> String { words.pick(english, chinese) }

    /// The beginning of a digest, which is enough to tell rules apart.
    package static func short(_ digest: String) -> String { String(digest.prefix(12)) }

    /// The rules by which the room works.
    package func inForce(_ digest: String, isShipped: Bool) -> String {
        let short = Self.short(digest)
        return isShipped
            ? pick("the rules that ship are in force, \(short)", "现用出厂规则，\(short)")
            : pick("the room's own rules are in force, \(short)", "现用本室规则，\(short)")
    }

    /// A file says something else than is in force.
    package func differs(_ file: String, count: Int) -> String {
        pick(
            "\(file) differs from the rules in force in \(count) \(count == 1 ? "line" : "lines") · \(words.key(.rules)) shows them",
            "\(file) 与现用规则有 \(count) 处不同 · \(words.key(.rules)) 查看")
    }

    /// What is wrong with a file, where, and what to do.
    package func fault(_ problem: SettingsProblem) -> String {
        "\(problem.position): " + pick(problem.english, problem.chinese)
    }

    /// Whether the room is to work by the rules of a file.
    package func question(_ file: String, count: Int) -> String {
        pick(
            "Work by \(file) from now on? It differs in \(count) \(count == 1 ? "line" : "lines"); the change is recorded.",
            "自现在起改用 \(file)？共 \(count) 处不同，更改将被记录。")
    }

    /// One line that differs, old and new.
    package func difference(_ difference: RuleDifference) -> String {
        let none = pick("(none)", "（无）")
        return "\(difference.path): \(difference.old ?? none) → \(difference.new ?? none)"
    }

    /// So many more lines differ than are shown.
    package func more(_ count: Int) -> String {
        pick("… and \(count) more: watchfloor rules diff lists all", "……另有 \(count) 处：watchfloor rules diff 列出全部")
    }

    /// The button that leaves the rules as they are.
    package var keepButton: String { pick("Keep the present rules", "保持现用规则") }
    /// The button that takes the file's.
    package var adoptButton: String { pick("Adopt", "采用") }
}
