/// How a log writes a time: a pattern in the letters of Unicode TR 35, or ISO 8601.
///
/// `yyyy` year, `yy` year of 2000-2099, `MM` month (in digits or by its English name), `dd` day, `HH` hour of 24, `hh` hour of 12, `mm` minute, `ss` second,
/// `SSS` fraction of a second, `a` AM or PM (also 上午, 下午), `X` a zone offset (`Z`, `+08:00`, `-0500`); text between `'` stands for itself,
/// as does every sign that is no letter. Numbers may lack leading zeros. The pattern `ISO 8601` takes `2016-12-31T23:57:56.5Z`
/// with a blank for the `T`, without seconds or without an offset too.
struct TimeFormat: Hashable, Sendable {
    /// The pattern as written.
    let pattern: String
    /// How its years are counted.
    let calendar: YearCount
    private var tokens: [Token] = []
    private var isISO = false

    private enum Token: Hashable {
        case year
        case shortYear
        case month
        case day
        case hour
        case hourOfTwelve
        case minute
        case second
        case fraction
        case half
        case offset
        case literal(UInt8)
    }

    /// A time as read: on the wall, and the offset from UTC in seconds where the text states one.
    struct Reading: Hashable {
        var civil = CivilTime()
        var offset: Int?
        var afternoon: Bool?
    }

    /// Creates the format of a pattern; nil when a letter has no meaning here.
    init?(_ pattern: String, calendar: YearCount = .gregorian) {
        self.pattern = pattern
        self.calendar = calendar
        if pattern.uppercased().filter({ $0 != " " && $0 != "-" }) == "ISO8601" {
            isISO = true
            return
        }
        var bytes = Array(pattern.utf8)[...]
        while let first = bytes.first {
            guard let token = Self.token(&bytes, first) else { return nil }
            tokens += token
        }
        if tokens.isEmpty { return nil }
    }

    private static func token(_ bytes: inout ArraySlice<UInt8>, _ first: UInt8) -> [Token]? {
        if first == UInt8(ascii: "'") {
            let rest = bytes.dropFirst()
            guard let end = rest.firstIndex(of: first) else { return nil }
            bytes = bytes[(end + 1)...]
            return rest[..<end].map(Token.literal)
        }
        let run = bytes.prefix { $0 == first }
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
        guard isLetter else {
            bytes = bytes.dropFirst()
            return [.literal(first)]
        }
        bytes = bytes.dropFirst(run.count)
        switch (first, run.count) {
        case (UInt8(ascii: "y"), 1), (UInt8(ascii: "y"), 3...4): return [.year]
        case (UInt8(ascii: "y"), 2): return [.shortYear]
        case (UInt8(ascii: "M"), 1...4): return [.month]
        case (UInt8(ascii: "d"), 1...2): return [.day]
        case (UInt8(ascii: "H"), 1...2): return [.hour]
        case (UInt8(ascii: "h"), 1...2): return [.hourOfTwelve]
        case (UInt8(ascii: "m"), 1...2): return [.minute]
        case (UInt8(ascii: "s"), 1...2): return [.second]
        case (UInt8(ascii: "S"), 1...9): return [.fraction]
        case (UInt8(ascii: "a"), 1): return [.half]
        case (UInt8(ascii: "X"), 1...5): return [.offset]
        default: return nil
        }
    }

    /// Reads a time; nil when the text does not follow the pattern to its end or names no time.
    func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading? {
        var cursor = TimeCursor(bytes: bytes)
        if isISO { return cursor.isoReading() }
        var reading = Reading()
        for token in tokens {
            guard takeToken(token, &cursor, &reading) else { return nil }
        }
        return cursor.isAtEnd ? Self.finished(reading) : nil
    }

    private func takeToken(_ token: Token, _ cursor: inout TimeCursor, _ reading: inout Reading) -> Bool {
        switch token {
        case .year where calendar != .gregorian, .shortYear where calendar != .gregorian:
            guard cursor.number(1...4, into: &reading.civil.year) else { return false }
            reading.civil.year += calendar.yearsBehind
            return true
        case .year: return cursor.number(4...4, into: &reading.civil.year)
        case .shortYear:
            guard cursor.number(2...2, into: &reading.civil.year) else { return false }
            reading.civil.year += 2000
            return true
        case .month: return cursor.number(1...2, into: &reading.civil.month) || cursor.month(into: &reading.civil.month)
        case .day: return cursor.number(1...2, into: &reading.civil.day)
        case .hour: return cursor.number(1...2, into: &reading.civil.hour)
        case .hourOfTwelve:
            return cursor.number(1...2, into: &reading.civil.hour) && (1...12).contains(reading.civil.hour)
        case .minute: return cursor.number(1...2, into: &reading.civil.minute)
        case .second: return cursor.number(1...2, into: &reading.civil.second)
        case .fraction: return cursor.fraction(into: &reading.civil.millisecond)
        case .half: return cursor.half(into: &reading.afternoon)
        case .offset: return cursor.offset(into: &reading.offset)
        case .literal(let byte): return cursor.literal(byte)
        }
    }

    private static func finished(_ reading: Reading) -> Reading {
        guard let afternoon = reading.afternoon else { return reading }
        var result = reading
        result.civil.hour = reading.civil.hour % 12 + (afternoon ? 12 : 0)
        return result
    }
}

/// How years are counted.
enum YearCount: String, CaseIterable, Hashable, Sendable {
    /// From the birth of Christ.
    case gregorian
    /// From the founding of the Republic of China (民國): year 1 is 1912.
    case minguo
    /// From the death of Buddha, as in Thailand: 2567 is 2024.
    case buddhist

    /// The years to be added for the Gregorian calendar.
    var yearsBehind: Int {
        switch self {
        case .gregorian: 0
        case .minguo: 1911
        case .buddhist: -543
        }
    }
}
