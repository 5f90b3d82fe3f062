import TerminalKit
import Wording

extension IgnoredInput {
    /// What is said of something that came from the terminal and was not taken for keys.
    package func text(_ words: Words) -> String {
        switch self {
        case .typedAhead(let count): words.typedAhead(count)
        // Which byte ends a terminal's own string is no matter of bindings.
        case .unendedString: words.unendedString("Esc")
        }
    }
}
