import DispatchModel

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
