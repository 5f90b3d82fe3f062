/// An instant: milliseconds since 1970-01-01 00:00 UTC, leap seconds not counted (POSIX time).
package struct Timestamp: RawRepresentable, Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    package var rawValue: Int64

    /// Creates an instant from milliseconds since 1970.
    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// Creates an instant from milliseconds since 1970.
    package init(milliseconds: Int64) {
        rawValue = milliseconds
    }

    /// Creates an instant from whole seconds since 1970.
    package init(seconds: Int64) {
        rawValue = seconds &* 1000
    }

    /// 1970-01-01 00:00 UTC.
    package static let epoch = Timestamp(rawValue: 0)

    /// True when the left instant is the earlier.
    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The time from the right instant to the left one.
    package static func - (left: Timestamp, right: Timestamp) -> Span {
        Span(milliseconds: left.rawValue &- right.rawValue)
    }

    /// The instant so much later.
    package static func + (left: Timestamp, right: Span) -> Timestamp {
        Timestamp(rawValue: left.rawValue &+ right.milliseconds)
    }

    /// The instant so much earlier.
    package static func - (left: Timestamp, right: Span) -> Timestamp {
        Timestamp(rawValue: left.rawValue &- right.milliseconds)
    }
}

/// A length of time in milliseconds; negative when times run backwards.
package struct Span: Hashable, Comparable, Sendable {
    /// Milliseconds.
    package var milliseconds: Int64

    /// Creates a span from milliseconds.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// So many seconds.
    package static func seconds(_ count: Int64) -> Span {
        Span(milliseconds: count &* 1000)
    }

    /// So many minutes.
    package static func minutes(_ count: Int64) -> Span {
        Span(milliseconds: count &* 60_000)
    }

    /// So many hours.
    package static func hours(_ count: Int64) -> Span {
        Span(milliseconds: count &* 3_600_000)
    }

    /// No time at all.
    package static let zero = Span(milliseconds: 0)

    /// Whole seconds, rounded towards zero.
    package var seconds: Int64 { milliseconds / 1000 }

    /// True when the left span is the shorter.
    package static func < (left: Span, right: Span) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// Both spans together.
    package static func + (left: Span, right: Span) -> Span {
        Span(milliseconds: left.milliseconds &+ right.milliseconds)
    }
}
