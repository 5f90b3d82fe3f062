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

/// Tells times that cannot be meant: of a clock that was never set (1970), of a field that was never filled (year 1), of a
/// receiver after a GPS week roll-over (1024 weeks back).
enum DoubtfulTime {
    /// What lies farther back than this, ten years, is no time of a message.
    static let oldest = Span.hours(3653 * 24)
    /// An end before 1981 is none: of 1970, of year 1, or of 6 January 1980, from which GPS counts.
    private static let firstEnd = Timestamp(seconds: 347_155_200)
    /// A receiver's date this far from the console's is wrong.
    static let dateTolerance = Span.hours(7 * 24)

    /// True for a time of another age.
    static func isAncient(_ time: Timestamp, _ now: Timestamp) -> Bool { time < now - oldest }

    /// True for a time that may be a clock's, right or wrong.
    static func isOfThisAge(_ time: Timestamp, _ now: Timestamp) -> Bool {
        !isAncient(time, now) && time < now + oldest
    }

    /// True for an end that was never set. One of another age may well be meant, by a warning that is sent again.
    static func isUnset(_ end: Timestamp) -> Bool { end < firstEnd }

    /// True for the date of a position that is no date of the day.
    static func isWrongDate(_ time: Timestamp, _ now: Timestamp) -> Bool {
        time > now + dateTolerance || time < now - dateTolerance
    }
}

extension FeedMessage {
    /// The message with what is doubtful about its times said or left out; nil when nothing is.
    func doubted(at now: Timestamp) -> FeedMessage? {
        let isWrongDate =
            kind == .unitPosition && doubts.isEmpty && time.map { DoubtfulTime.isWrongDate($0, now) } == true
        let isEndless = [expires, ends].contains { $0.map(DoubtfulTime.isUnset) == true }
        guard isWrongDate || isEndless else { return nil }
        var message = self
        if isWrongDate { message.doubts = [.rolledOverDate] }
        if isEndless { (message.expires, message.ends) = (nil, nil) }
        return message
    }
}
