import DispatchModel
import DispatchPolicy

/// Points.
extension Vocabulary {
    /// A point in degrees to four decimals (about 11 m): `37.7652 N 122.4194 W`.
    package func point(_ point: GeoPoint) -> String {
        let north = degrees(point.latitudeMicrodegrees)
        let east = degrees(point.longitudeMicrodegrees)
        let (northern, eastern) = (point.latitudeMicrodegrees >= 0, point.longitudeMicrodegrees >= 0)
        return pick(
            "\(north) \(northern ? "N" : "S") \(east) \(eastern ? "E" : "W")",
            "\(northern ? "北" : "南")纬\(north) \(eastern ? "东" : "西")经\(east)")
    }

    private func degrees(_ micro: Int64) -> String {
        let tenThousandths = (micro.magnitude + 50) / 100
        let rest = "\(tenThousandths % 10_000)"
        return "\(tenThousandths / 10_000).\(String(repeating: "0", count: 4 - rest.count))\(rest)"
    }
}

/// Ages, lengths of time, times of day and dates.
extension Vocabulary {
    /// How long something has lasted, counting: `04:12` under an hour, `1:02:33` under a day, then `3d 4h`.
    package func age(_ span: Span) -> String {
        let sign = span.milliseconds < 0 ? "-" : ""
        let seconds = Int(span.seconds.magnitude)
        if seconds < 3600 { return "\(sign)\(two(seconds / 60)):\(two(seconds % 60))" }
        if seconds < 86_400 { return "\(sign)\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))" }
        let (days, hours) = (seconds / 86_400, seconds / 3600 % 24)
        return pick("\(sign)\(days)d \(hours)h", "\(sign)\(days)天\(hours)时")
    }

    /// How long ago something was, in one unit: `2s`, `4m`, `3h`, `5d`; 2秒, 4分, 3时, 5天.
    package func briefAge(_ span: Span) -> String {
        let sign = span.milliseconds < 0 ? "-" : ""
        let seconds = span.seconds.magnitude
        if seconds < 60 { return pick("\(sign)\(seconds)s", "\(sign)\(seconds)秒") }
        if seconds < 3600 { return pick("\(sign)\(seconds / 60)m", "\(sign)\(seconds / 60)分") }
        if seconds < 86_400 { return pick("\(sign)\(seconds / 3600)h", "\(sign)\(seconds / 3600)时") }
        return pick("\(sign)\(seconds / 86_400)d", "\(sign)\(seconds / 86_400)天")
    }

    /// A length of time in minutes and seconds: `1:40`, `12:05`, `1:02:33`.
    package func duration(_ span: Span) -> String {
        let sign = span.milliseconds < 0 ? "-" : ""
        let seconds = Int(span.seconds.magnitude)
        if seconds < 3600 { return "\(sign)\(seconds / 60):\(two(seconds % 60))" }
        return "\(sign)\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }

    /// How much later than something before it, with its sign: `+0:40`, `-0:06`.
    package func later(_ span: Span) -> String {
        span.milliseconds < 0 ? duration(span) : "+" + duration(span)
    }

    /// A length of time in a sentence: `40 s`, `4 min`, `2 h 5 min`, `3 d 4 h`.
    package func length(_ span: Span) -> String {
        let seconds = Int(span.seconds.magnitude)
        let sign = span.milliseconds < 0 ? "-" : ""
        if seconds < 60 { return pick("\(sign)\(seconds) s", "\(sign)\(seconds)秒") }
        if seconds < 3600 { return pick("\(sign)\(seconds / 60) min", "\(sign)\(seconds / 60)分钟") }
        if seconds < 86_400 {
            let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
            guard minutes > 0 else { return pick("\(sign)\(hours) h", "\(sign)\(hours)小时") }
            return pick("\(sign)\(hours) h \(minutes) min", "\(sign)\(hours)小时\(minutes)分")
        }
        let (days, hours) = (seconds / 86_400, seconds / 3600 % 24)
        guard hours > 0 else { return pick("\(sign)\(days) d", "\(sign)\(days)天") }
        return pick("\(sign)\(days) d \(hours) h", "\(sign)\(days)天\(hours)小时")
    }

    /// The time of day: `19:42:07`.
    package func clock(_ time: Timestamp) -> String {
        let local = zone.local(time)
        return "\(two(local.hour)):\(two(local.minute)):\(two(local.second))"
    }

    /// The time of day without seconds: `19:42`.
    package func clockMinutes(_ time: Timestamp) -> String {
        let local = zone.local(time)
        return "\(two(local.hour)):\(two(local.minute))"
    }

    /// The date: `2026-11-22` (ISO 8601), in every language.
    package func date(_ time: Timestamp) -> String {
        let local = zone.local(time)
        return "\(local.year)-\(two(local.month))-\(two(local.day))"
    }

    /// Date and time of day: `2026-11-22 19:42:07`.
    package func dateAndClock(_ time: Timestamp) -> String {
        "\(date(time)) \(clock(time))"
    }

    /// The time of day, with the date before it when that is not today's.
    package func when(_ time: Timestamp, now: Timestamp) -> String {
        let (then, today) = (zone.local(time), zone.local(now))
        let same = (then.year, then.month, then.day) == (today.year, today.month, today.day)
        return same ? clock(time) : dateAndClock(time)
    }

    func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}

/// Speeds.
extension Vocabulary {
    /// A replay's speed: `×4`, `×0.5`; nil is as fast as it goes.
    package func speed(_ factor: Double?) -> String {
        guard let factor, factor.isFinite else { return pick("×max", "×最快") }
        let hundredths = Int((Swift.min(factor.magnitude, 1_000_000) * 100).rounded())
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return "×\(whole)" }
        return rest % 10 == 0 ? "×\(whole).\(rest / 10)" : "×\(whole).\(two(rest))"
    }
}

/// Likeness and distance.
extension Vocabulary {
    /// How much alike two incidents are: `82 %`.
    package func likeness(_ percent: Int64) -> String { "\(percent) %" }

    /// A distance between two places: `40 m`, `1.2 km`; a dash when a point is unknown.
    package func distance(_ metres: Int64?) -> String {
        guard let metres else { return "–" }
        if metres < 1000 { return pick("\(metres) m", "\(metres)米") }
        let tenths = "\(metres / 1000).\(metres % 1000 / 100)"
        return pick("\(tenths) km", "\(tenths)公里")
    }
}

/// Rates and delays.
extension Vocabulary {
    /// Messages a second: `0`, `0.4`, `12`, `1 204`.
    package func rate(_ rate: Double) -> String {
        let tenths = Int((min(max(rate, 0), 1e9) * 10).rounded())
        return tenths >= 100 || tenths % 10 == 0 ? grouped((tenths + 5) / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    /// A delay with a decimal while it is short: `0.2s`, `-31s`, `4m`; 0.2秒.
    package func delay(_ span: Span) -> String {
        let tenths = (span.milliseconds.magnitude + 50) / 100
        guard tenths < 100 else { return briefAge(span) }
        let sign = span.milliseconds < 0 && tenths > 0 ? "-" : ""
        return pick("\(sign)\(tenths / 10).\(tenths % 10)s", "\(sign)\(tenths / 10).\(tenths % 10)秒")
    }
}

/// Limits.
extension Vocabulary {
    /// A limit in few columns: `60s`, `5m`, `2h`; 60秒, 5分, 2时.
    package func limit(_ span: Span) -> String {
        let seconds = span.seconds
        if seconds < 180 || seconds % 60 != 0 { return pick("\(seconds)s", "\(seconds)秒") }
        if seconds < 7200 || seconds % 3600 != 0 { return pick("\(seconds / 60)m", "\(seconds / 60)分") }
        return pick("\(seconds / 3600)h", "\(seconds / 3600)时")
    }
}
