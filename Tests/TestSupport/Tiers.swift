import Glibc
import Testing

extension Tag {
    /// Starts a process: the program itself, a terminal, a peer.
    @Tag package static var process: Self
}

extension Trait where Self == ConditionTrait {
    /// Left out of the quick tier, which `WATCHFLOOR_TESTS=quick` asks for: what starts no process, and is done in a minute.
    package static var full: Self {
        .enabled(if: getenv("WATCHFLOOR_TESTS").map { String(cString: $0) } != "quick", "not in the quick tier")
    }
}
