import DispatchModel

/// How crews are asked whether they are well (PAR, 人员清点): as practised on fire and tactical grounds, every 20 minutes, again
/// after 120 s without an answer, and after two misses the emergency is raised.
package struct PersonnelCheckRules: Hashable, Sendable {
    /// The interval when none is given.
    package var interval: Span
    /// How long after a miss the next one counts.
    package var retry: Span
    /// How many misses raise the emergency, from 1.
    package var misses: Int64

    /// Creates rules.
    package init(interval: Span, retry: Span, misses: Int64) {
        self.interval = interval
        self.retry = retry
        self.misses = misses
    }

    /// The rules that ship with the console.
    package static let standard = PersonnelCheckRules(interval: .minutes(20), retry: .seconds(120), misses: 2)

    /// The shortest and the longest interval that can be set.
    package static let intervals = Span.minutes(1)...Span.hours(12)
}
