/// What a TOML file writes without quotes: numbers, dates and times, true and false.
enum TOMLWord {
    /// Why a word is none of them.
    struct Fault: Error {
        var english: String
        var chinese: String
    }

    /// What a word stands for.
    static func content(_ word: ArraySlice<UInt8>) throws(Fault) -> TOMLValue.Content {
        let text = String(decoding: word, as: UTF8.self)
        switch text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "inf", "+inf": return .float(.infinity)
        case "-inf": return .float(-.infinity)
        case "nan", "+nan", "-nan": return .float(.nan)
        default: break
        }
        if TOMLTime.isWritten(word) { return .time(text) }
        if let integer = try integer(word) { return .integer(integer) }
        if let float = float(word) { return .float(float) }
        let shown = text.unicodeScalars.count > 40 ? "..." : text
        throw Fault(
            english: "not a number, a date, true or false; a text stands in quotes: \"\(shown)\"",
            chinese: "不是数、日期、true 或 false；文本须加引号：\"\(shown)\"")
    }

    /// A whole number in base 10, 16, 8 or 2; nil when the word is none.
    private static func integer(_ word: ArraySlice<UInt8>) throws(Fault) -> Int? {
        let (digits, radix): (ArraySlice<UInt8>, Int) =
            switch Array(word.prefix(2)) {
            case Array("0x".utf8): (word.dropFirst(2), 16)
            case Array("0o".utf8): (word.dropFirst(2), 8)
            case Array("0b".utf8): (word.dropFirst(2), 2)
            default: (unsigned(word), 10)
            }
        guard isGrouped(digits, radix: radix), radix != 10 || !hasLeadingZero(digits) else { return nil }
        let written = radix == 10 ? plain(word) : plain(digits)
        guard let number = Int(written, radix: radix) else {
            throw Fault(english: "a whole number beyond 64 bits", chinese: "整数超出 64 位")
        }
        return number
    }

    /// A number with a fraction, an exponent or both; nil when the word is none.
    private static func float(_ word: ArraySlice<UInt8>) -> Double? {
        var rest = unsigned(word)
        let whole = rest.prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
        guard isGrouped(whole, radix: 10), !hasLeadingZero(whole) else { return nil }
        rest = rest.dropFirst(whole.count)
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
            guard isGrouped(fraction, radix: 10) else { return nil }
            rest = rest.dropFirst(fraction.count + 1)
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            guard isGrouped(unsigned(rest.dropFirst()), radix: 10) else { return nil }
            rest = []
        }
        return rest.isEmpty ? Double(plain(word)) : nil
    }

    /// True for digits of a base with single underscores between them, none at either end.
    private static func isGrouped(_ digits: ArraySlice<UInt8>, radix: Int) -> Bool {
        digits.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false).allSatisfy { group in
            !group.isEmpty && group.allSatisfy { byte in hexadecimal(byte).map { $0 < radix } ?? false }
        }
    }

    private static func hasLeadingZero(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.count > 1 && digits.first == UInt8(ascii: "0")
    }

    private static func unsigned(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        word.first == UInt8(ascii: "+") || word.first == UInt8(ascii: "-") ? word.dropFirst() : word
    }

    private static func plain(_ word: ArraySlice<UInt8>) -> String {
        String(decoding: word.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    }

    /// True for a decimal digit.
    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// The value of a hexadecimal digit; nil for anything else.
    static func hexadecimal(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}

/// Dates and times as TOML writes them (RFC 3339, section 5.6).
enum TOMLTime {
    /// True for a date, a time, or both with or without an offset, that exist.
    static func isWritten(_ word: ArraySlice<UInt8>) -> Bool {
        var rest = word
        if takeDate(&rest) {
            guard let separator = rest.first else { return true }
            guard "Tt ".utf8.contains(separator) else { return false }
            rest = rest.dropFirst()
            return takeTime(&rest) && isOffset(rest)
        }
        return takeTime(&rest) && rest.isEmpty
    }

    private static func takeDate(_ rest: inout ArraySlice<UInt8>) -> Bool {
        var after = rest
        guard let year = takeNumber(&after, digits: 4), takeCharacter(&after, "-"),
            let month = takeNumber(&after, digits: 2), takeCharacter(&after, "-"),
            let day = takeNumber(&after, digits: 2), year > 0,
            CivilDate(year: year, month: month, day: day).exists
        else { return false }
        rest = after
        return true
    }

    private static func takeTime(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard let hour = takeNumber(&rest, digits: 2), takeCharacter(&rest, ":"),
            let minute = takeNumber(&rest, digits: 2), takeCharacter(&rest, ":"),
            let second = takeNumber(&rest, digits: 2), hour < 24, minute < 60, second <= 60
        else { return false }
        guard takeCharacter(&rest, ".") else { return true }
        let fraction = rest.prefix(while: TOMLWord.isDigit)
        rest = rest.dropFirst(fraction.count)
        return !fraction.isEmpty
    }

    /// True for nothing, `Z`, or hours and minutes such as `+08:00`.
    private static func isOffset(_ word: ArraySlice<UInt8>) -> Bool {
        var rest = word
        guard let sign = rest.first else { return true }
        rest = rest.dropFirst()
        if "Zz".utf8.contains(sign) { return rest.isEmpty }
        guard "+-".utf8.contains(sign), let hour = takeNumber(&rest, digits: 2), takeCharacter(&rest, ":"),
            let minute = takeNumber(&rest, digits: 2)
        else { return false }
        return hour < 24 && minute < 60 && rest.isEmpty
    }

    private static func takeNumber(_ rest: inout ArraySlice<UInt8>, digits: Int) -> Int? {
        let taken = rest.prefix(digits)
        guard taken.count == digits, taken.allSatisfy(TOMLWord.isDigit) else { return nil }
        rest = rest.dropFirst(digits)
        return taken.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func takeCharacter(_ rest: inout ArraySlice<UInt8>, _ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }
}
