import Foundation

/// How much noise a run of the key fuzzers makes. `WATCHFLOOR_FUZZ_KEYS=200000` asks for so many keys in all, shared by
/// the kinds of screen; `WATCHFLOOR_FUZZ_SEED` for a seed of one's own, such as that of a finding.
package struct KeyFuzzPlan: Sendable {
    /// The kinds of screen that share the keys.
    package static let kinds = 6
    /// The keys of one round, which begins with a screen of its own.
    package static let roundKeys = 400

    /// The seeds of one kind's rounds.
    package static func seeds(kind: Int) -> [UInt64] {
        let environment = ProcessInfo.processInfo.environment
        let keys = environment["WATCHFLOOR_FUZZ_KEYS"].flatMap { Int($0) } ?? 0
        let first = environment["WATCHFLOOR_FUZZ_SEED"].flatMap { UInt64($0) } ?? 20_261_130
        if environment["WATCHFLOOR_FUZZ_SEED"] != nil, keys == 0 { return [first] }
        let rounds = max(1, keys / kinds / roundKeys)
        return (0..<rounds).map { first &+ UInt64(kind) &* 1_000_003 &+ UInt64($0) }
    }
}
