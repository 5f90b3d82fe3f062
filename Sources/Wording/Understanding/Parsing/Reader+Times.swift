import DispatchModel

extension Reader {
    /// When a hold ends: `15m`, `1h30m`, `until 14:05`; nil for `open`.
    mutating func holdEnd() throws(Stop) -> Timestamp? {
        let expected = pick("how long: 15m, 2h, until 14:05, or open", "时长：15m、2h、until 14:05 或 open（不限）")
        let word = try take(expecting: expected)
        let text = word.text.lowercased()
        if ["open", "不限"].contains(text) { return nil }
        if ["until", "till", "至", "到"].contains(text) {
            let time = try take(expecting: pick("a time such as 14:05", "时刻，如 14:05"))
            return try timeOfDay(time.text, time.columns)
        }
        for prefix in ["至", "到"] where text.hasPrefix(prefix) {
            return try timeOfDay(String(text.dropFirst(prefix.count)), word.columns)
        }
        if let span = Span(written: text, bare: .minutes(1)) {
            guard span > .zero, span <= Reader.longestHold else {
                throw fail(
                    word.columns, pick("a hold lasts from 1 second to 30 days", "搁置时长须在1秒至30天之间"), expected)
            }
            return context.now + span
        }
        throw fail(word.columns, pick("“\(word.text)” is not a length of time", "“\(word.text)”不是时长"), expected)
    }

    private static let longestHold = Span.hours(24 * 30)

    private func timeOfDay(_ text: String, _ columns: Range<Int>) throws(Stop) -> Timestamp {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else {
            throw fail(
                columns, pick("“\(text)” is not a time of day", "“\(text)”不是时刻"),
                pick("type hours and minutes, such as 14:05", "请输入时和分，如 14:05"))
        }
        return words.zone.next(hour: hour, minute: minute, after: context.now)
    }
}
