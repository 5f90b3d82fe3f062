import DispatchModel

/// A moment of the journal as an operator names it: `14:05`, `2017-01-01 14:05`, `-10m`, `#1234`, `start`, `end`, `now`.
package enum Moment: Hashable, Sendable {
    /// A time; the board with everything recorded up to it.
    case time(Timestamp)
    /// Right after the event at a position.
    case position(JournalPosition)
    /// The journal's first event.
    case start
    /// The newest event.
    case end
    /// The present.
    case now

    /// What a moment is measured against.
    package struct Scale: Sendable {
        /// The time that the screen shows: `14:05` is of its day, `-10m` before it.
        package var shown: Timestamp
        /// The present; nothing later can be shown.
        package var present: Timestamp
        /// The time of the journal's first event.
        package var first: Timestamp
        /// The position of the journal's last event.
        package var last: JournalPosition

        /// Creates a scale.
        package init(shown: Timestamp, present: Timestamp, first: Timestamp, last: JournalPosition) {
            self.shown = shown
            self.present = present
            self.first = first
            self.last = last
        }
    }

    /// Why a text names no moment that can be shown, with what to do about it.
    package struct Refusal: Error, Hashable, Sendable {
        /// What is wrong.
        package var message: String
        /// What to type instead.
        package var remedy: String
    }

    /// Reads a moment. A bare time of day is of the day shown, or of the day before if that is still to come.
    package static func read(_ text: String, on scale: Scale, words: Words) throws(Refusal) -> Moment {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch text.lowercased() {
        case "start", "开始": return .start
        case "end", "末尾": return .end
        case "now", "当前": return .now
        default: break
        }
        if text.hasPrefix("#") { return try position(text, scale, words) }
        if let time = relative(text, scale) { return try checked(time, scale, words) }
        guard let time = absolute(text, scale, words.zone) else {
            throw Refusal(
                message: words.pick("“\(text)” is not a time", "“\(text)”不是时刻"),
                remedy: words.pick("type \(words.momentForms)", "请输入 \(words.momentForms)"))
        }
        return try checked(time, scale, words)
    }

    private static func position(_ text: String, _ scale: Scale, _ words: Words) throws(Refusal) -> Moment {
        guard let position = Int64(text.dropFirst()), position > 0 else {
            throw Refusal(
                message: words.pick("“\(text)” is not an event's number", "“\(text)”不是事件序号"),
                remedy: words.pick("type it as #1234", "请按 #1234 的形式输入"))
        }
        guard position <= scale.last else {
            throw Refusal(
                message: words.pick("there is no event #\(position)", "没有事件 #\(position)"),
                remedy: words.pick("the last one is #\(scale.last)", "最后一个是 #\(scale.last)"))
        }
        return .position(position)
    }

    /// `-10m`, `+1h30m`; a bare number counts minutes.
    private static func relative(_ text: String, _ scale: Scale) -> Timestamp? {
        guard let sign = text.first, "-+".contains(sign),
            let span = Span(written: String(text.dropFirst()), bare: .minutes(1))
        else { return nil }
        return sign == "-" ? scale.shown - span : scale.shown + span
    }

    private static func absolute(_ text: String, _ scale: Scale, _ zone: Zone) -> Timestamp? {
        let parts = text.split { $0 == " " || $0 == "T" || $0 == "t" }.map(String.init)
        guard (1...2).contains(parts.count), let last = parts.last else { return nil }
        if parts.count == 1, let time = clock(last) {
            let day = zone.local(scale.shown)
            guard let shown = instant(day, time, zone), shown > scale.present else { return instant(day, time, zone) }
            return instant(zone.local(scale.shown - .hours(24)), time, zone)
        }
        guard let date = numbers(parts[0], separator: "-", digits: [1...4, 1...2, 1...2]) else { return nil }
        guard let time = parts.count == 1 ? [0, 0, 0] : clock(last) else { return nil }
        return zone.instant(
            year: date[0], month: date[1], day: date[2], hour: time[0], minute: time[1], second: time[2])
    }

    private static func instant(_ day: LocalTime, _ time: [Int], _ zone: Zone) -> Timestamp? {
        zone.instant(
            year: day.year, month: day.month, day: day.day, hour: time[0], minute: time[1], second: time[2])
    }

    /// Hours, minutes and seconds of `14:05` or `14:05:30`.
    private static func clock(_ text: String) -> [Int]? {
        if let full = numbers(text, separator: ":", digits: [1...2, 2...2, 2...2]) { return full }
        return numbers(text, separator: ":", digits: [1...2, 2...2]).map { $0 + [0] }
    }

    private static func numbers(_ text: String, separator: Character, digits: [ClosedRange<Int>]) -> [Int]? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.count == digits.count else { return nil }
        let isNumber = zip(parts, digits).allSatisfy { part, digits in
            digits.contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        return isNumber ? parts.compactMap { Int($0) } : nil
    }

    private static func checked(_ time: Timestamp, _ scale: Scale, _ words: Words) throws(Refusal) -> Moment {
        if time > scale.present {
            throw Refusal(
                message: words.pick(
                    "\(words.dateAndClock(time)) is still to come", "\(words.dateAndClock(time)) 尚未到来"),
                remedy: words.pick(
                    "it is \(words.dateAndClock(scale.present)) now", "现在是 \(words.dateAndClock(scale.present))"))
        }
        if time < scale.first {
            throw Refusal(
                message: words.pick(
                    "nothing is recorded at \(words.dateAndClock(time))", "\(words.dateAndClock(time)) 尚无记录"),
                remedy: words.pick(
                    "the journal begins at \(words.dateAndClock(scale.first))",
                    "日志始于 \(words.dateAndClock(scale.first))"))
        }
        return .time(time)
    }
}
