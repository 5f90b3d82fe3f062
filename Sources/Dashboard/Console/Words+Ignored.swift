import TerminalKit
import Wording

extension Words {
    /// What came from the terminal and was not taken for keys.
    package func ignored(_ what: IgnoredInput) -> String {
        switch what {
        case .typedAhead(let count): typedAhead(count)
        case .unendedString: unendedString
        }
    }
}
