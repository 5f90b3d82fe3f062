/// Walks along the text of a time.
struct TimeCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }
    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func literal(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        position += 1
        return true
    }

    /// Reads as many digits as there are within `digits`.
    mutating func number(_ digits: ClosedRange<Int>, into value: inout Int) -> Bool {
        var count = 0
        var sum = 0
        while count < digits.upperBound, let byte = current, byte >= 0x30, byte <= 0x39 {
            sum = sum * 10 + Int(byte - 0x30)
            count += 1
            position += 1
        }
        value = sum
        return count >= digits.lowerBound
    }

    /// Reads the digits of a fraction as milliseconds.
    mutating func fraction(into milliseconds: inout Int) -> Bool {
        var scale = 100
        var count = 0
        milliseconds = 0
        while let byte = current, byte >= 0x30, byte <= 0x39 {
            milliseconds += Int(byte - 0x30) * scale
            scale /= 10
            count += 1
            position += 1
        }
        return count > 0
    }

    /// Reads the English name of a month, whole or its first three letters.
    mutating func month(into number: inout Int) -> Bool {
        var letters: [UInt8] = []
        while letters.count < 10, let byte = current, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) {
            letters.append(byte | 0x20)
            position += 1
        }
        guard letters.count >= 3, let found = Self.months.firstIndex(where: { $0.starts(with: letters) }) else {
            return false
        }
        number = found + 1
        return true
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ].map { Array($0.utf8) }

    private static let halves: [(word: [UInt8], afternoon: Bool)] = [
        ("上午", false), ("凌晨", false), ("早上", false), ("下午", true), ("中午", true), ("晚上", true), ("午前", false),
        ("午後", true), ("午后", true),
    ].map { (Array($0.0.utf8), $0.1) }

    /// Reads AM or PM, or the Chinese words for the parts of the day.
    mutating func half(into afternoon: inout Bool?) -> Bool {
        if let byte = current, byte >= 0x80 {
            guard let found = Self.halves.first(where: { bytes[position...].starts(with: $0.word) }) else {
                return false
            }
            position += found.word.count
            afternoon = found.afternoon
            return true
        }
        guard position + 1 < bytes.count, bytes[position + 1] | 0x20 == UInt8(ascii: "m") else { return false }
        switch bytes[position] | 0x20 {
        case UInt8(ascii: "a"): afternoon = false
        case UInt8(ascii: "p"): afternoon = true
        default: return false
        }
        position += 2
        return true
    }

    /// Reads `Z`, `+hh`, `+hhmm` or `+hh:mm` as seconds east of UTC.
    mutating func offset(into seconds: inout Int?) -> Bool {
        if literal(UInt8(ascii: "Z")) || literal(UInt8(ascii: "z")) {
            seconds = 0
            return true
        }
        let isWest = current == UInt8(ascii: "-")
        guard literal(UInt8(ascii: "+")) || literal(UInt8(ascii: "-")) else { return false }
        var hours = 0
        var minutes = 0
        guard number(2...2, into: &hours) else { return false }
        if literal(UInt8(ascii: ":")) || !isAtEnd {
            guard number(2...2, into: &minutes) else { return false }
        }
        guard hours <= 18, minutes <= 59 else { return false }
        seconds = (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
        return true
    }

    /// Reads a whole ISO 8601 date and time.
    mutating func isoReading() -> TimeFormat.Reading? {
        var reading = TimeFormat.Reading()
        let dash = UInt8(ascii: "-")
        let colon = UInt8(ascii: ":")
        guard number(4...4, into: &reading.civil.year), literal(dash), number(2...2, into: &reading.civil.month),
            literal(dash), number(2...2, into: &reading.civil.day)
        else { return nil }
        if isAtEnd { return reading }
        guard literal(UInt8(ascii: "T")) || literal(UInt8(ascii: " ")) else { return nil }
        guard number(2...2, into: &reading.civil.hour), literal(colon), number(2...2, into: &reading.civil.minute)
        else { return nil }
        if literal(colon) {
            guard number(2...2, into: &reading.civil.second) else { return nil }
            if literal(UInt8(ascii: ".")) || literal(UInt8(ascii: ",")) {
                guard fraction(into: &reading.civil.millisecond) else { return nil }
            }
        }
        if isAtEnd { return reading }
        return offset(into: &reading.offset) && isAtEnd ? reading : nil
    }
}
