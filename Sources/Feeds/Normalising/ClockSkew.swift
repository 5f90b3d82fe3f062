import DispatchModel

/// How far a sender's clock is from the console's, measured on its newest messages.
///
/// The difference of receipt and stated time is the way's delay less the sender's lead. The smallest one of the window
/// comes from the message with the least delay and is the estimate (the minimum filter of NTP, RFC 5905, section 10).
package struct ClockSkew: Hashable, Sendable {
    /// Messages in the window.
    package static let window = 64
    /// Messages before anything is said.
    private static let least = 8

    private var differences: [Int64] = []
    private var next = 0

    /// Nothing measured yet.
    package init() {}

    /// Notes a message.
    package mutating func note(stated: Timestamp, received: Timestamp) {
        let difference = (received - stated).milliseconds
        if differences.count < ClockSkew.window {
            differences.append(difference)
        } else {
            differences[next] = difference
            next = (next + 1) % ClockSkew.window
        }
    }

    /// How far the sender's clock is behind (positive) or ahead (negative), delay included; nil before 8 messages.
    package var estimate: Span? {
        differences.count >= ClockSkew.least ? differences.min().map(Span.init(milliseconds:)) : nil
    }

    /// The median difference of receipt and stated time, the sender's lead or lag included; nil before 8 messages.
    package var median: Span? {
        guard differences.count >= ClockSkew.least else { return nil }
        return Span(milliseconds: differences.sorted()[differences.count / 2])
    }
}
