/// Lets so many messages a second through, in bursts of at most one second's worth.
package struct TokenBucket: Sendable {
    private let rate: Int
    /// Thousandths of a message that may pass.
    private var tokens: Int64
    private var last: Int64

    /// A full bucket of messages a second, from 1.
    package init(rate: Int, milliseconds now: Int64) {
        self.rate = max(1, rate)
        tokens = Int64(self.rate) * 1000
        last = now
    }

    /// Takes one message's place; nil when it may pass, else the milliseconds to wait before asking again.
    package mutating func takePlace(milliseconds now: Int64) -> Int64? {
        if let wait = wait(milliseconds: now) { return wait }
        charge(1)
        return nil
    }

    /// Takes the place of so many messages, also beyond what is there: those that follow wait the longer.
    package mutating func charge(_ count: Int) {
        tokens -= Int64(count) * 1000
    }

    /// Nil when a message may pass, else the milliseconds to wait before asking again.
    package mutating func wait(milliseconds now: Int64) -> Int64? {
        let passed = max(0, now - last)
        last = now
        tokens = min(Int64(rate) * 1000, tokens + min(passed, 3_600_000) * Int64(rate))
        if tokens >= 1000 { return nil }
        return max(1, (1000 - tokens + Int64(rate) - 1) / Int64(rate))
    }
}
