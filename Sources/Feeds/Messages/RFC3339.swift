import DispatchModel
import Formats

/// Times as RFC 3339 writes them: `2026-11-24T02:55:20.123Z`, `2026-11-24T10:55:20+08:00`.
package enum RFC3339 {
    /// Seconds since 1970 of 0000-01-01 and of 10000-01-01.
    private static let (first, end): (Int64, Int64) = (-62_167_219_200, 253_402_300_800)

    /// The instant of a text, to the millisecond; nil when it is not such a time or no day of the calendar.
    ///
    /// A leap second counts as the first of the next minute. What is finer than a millisecond is cut off.
    package static func instant(_ text: String) -> Timestamp? {
        var text = text
        return text.withUTF8 { bytes in instant(bytes) }
    }

    /// The instant of a text in ASCII.
    static func instant(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        guard bytes.count >= 20, bytes.count <= 40, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[13] == 0x3A,
            bytes[16] == 0x3A, bytes[10] | 0x20 == 0x74 || bytes[10] == 0x20,
            let year = digits(bytes, 0, 4), let month = digits(bytes, 5, 2), let day = digits(bytes, 8, 2),
            let hour = digits(bytes, 11, 2), let minute = digits(bytes, 14, 2), let second = digits(bytes, 17, 2),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        let date = CivilDate(year: Int(year), month: Int(month), day: Int(day))
        guard date.exists else { return nil }
        var index = 19
        var milliseconds: Int64 = 0
        if bytes[index] == UInt8(ascii: ".") {
            index += 1
            let start = index
            var scale: Int64 = 100
            while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 {
                milliseconds += Int64(bytes[index] - 0x30) * scale
                scale /= 10
                index += 1
            }
            guard index > start else { return nil }
        }
        guard let east = offset(bytes, index) else { return nil }
        let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - east
        // An offset may carry the ends of the years that four digits can write beyond them.
        guard seconds >= first, seconds < end else { return nil }
        return Timestamp(milliseconds: seconds * 1000 + milliseconds)
    }

    /// A time in UTC to the millisecond.
    package static func text(_ time: Timestamp) -> String {
        let (days, rest) = time.rawValue.flooredDivision(by: 86_400_000)
        let date = CivilDate(daysSince1970: days)
        let (seconds, milliseconds) = (rest / 1000, rest % 1000)
        return
            "\(padded(Int64(date.year), 4))-\(padded(Int64(date.month), 2))-\(padded(Int64(date.day), 2))T\(padded(seconds / 3600, 2)):"
            + "\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2)).\(padded(milliseconds, 3))Z"
    }

    /// Seconds east of Greenwich of `Z` or `+08:00` at an index, which must be the end; nil when it is neither.
    private static func offset(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int64? {
        guard index < bytes.count else { return nil }
        if bytes[index] | 0x20 == 0x7A { return index + 1 == bytes.count ? 0 : nil }
        guard index + 6 == bytes.count, bytes[index] == 0x2B || bytes[index] == 0x2D, bytes[index + 3] == 0x3A,
            let hours = digits(bytes, index + 1, 2), let minutes = digits(bytes, index + 4, 2), hours < 24,
            minutes < 60
        else { return nil }
        return (bytes[index] == 0x2B ? 1 : -1) * (hours * 3600 + minutes * 60)
    }

    private static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int64? {
        var value: Int64 = 0
        for byte in bytes[start..<start + count] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        return value
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
