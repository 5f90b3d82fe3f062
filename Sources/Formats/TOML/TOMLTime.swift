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
        guard let year = takeNumber(&after, digits: 4), take(&after, "-"),
            let month = takeNumber(&after, digits: 2), take(&after, "-"),
            let day = takeNumber(&after, digits: 2), year > 0,
            CivilDate(year: year, month: month, day: day).exists
        else { return false }
        rest = after
        return true
    }

    private static func takeTime(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard let hour = takeNumber(&rest, digits: 2), take(&rest, ":"),
            let minute = takeNumber(&rest, digits: 2), take(&rest, ":"),
            let second = takeNumber(&rest, digits: 2), hour < 24, minute < 60, second <= 60
        else { return false }
        guard take(&rest, ".") else { return true }
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
        guard "+-".utf8.contains(sign), let hour = takeNumber(&rest, digits: 2), take(&rest, ":"),
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

    private static func take(_ rest: inout ArraySlice<UInt8>, _ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }
}
