import Glibc
import Testing

extension Tag {
    /// Starts a process: the program itself, a terminal, a peer.
    @Tag package static var process: Self
}

extension Trait where Self == ConditionTrait {
    /// Left out of the quick tier, which `WATCHFLOOR_TESTS=quick` asks for: what starts a process, what waits for slow clients
    /// and files, statistics of long simulations.
    package static var full: Self { .enabled(if: !isQuickTier, "not in the quick tier") }
}

private let isQuickTier = getenv("WATCHFLOOR_TESTS").map { String(cString: $0) } == "quick"

/// So many steps of a long random run; in the quick tier a tenth of them, but not fewer than what it asks for at its end needs.
package func tiered(_ count: Int, least: Int = 1) -> Int { isQuickTier ? max(least, count / 10) : count }

extension Array {
    /// All of them; in the quick tier every tenth, beginning with one of the first ten that `offset` chooses.
    package func tiered(from offset: Int = 0) -> [Element] {
        guard isQuickTier, !isEmpty else { return self }
        return stride(from: offset % Swift.min(10, count), to: count, by: 10).map { self[$0] }
    }
}
