import DispatchModel
import Formats

/// A text to look for, ASCII letters regardless of case, everything else byte for byte.
///
/// It looks at UTF-8 bytes in place, so that looking through 20,000 rows at each key makes no garbage.
struct Needle: Hashable, Sendable {
    /// The text in UTF-8, ASCII letters small.
    let bytes: [UInt8]
    /// The same as the initials of Chinese names; nil for what cannot be meant so.
    private let initials: Initials?
    /// The language in which the names are shown: what nobody sees is not found by its sound.
    private let language: Language

    init(_ text: some StringProtocol, shown language: Language = .english) {
        bytes = text.utf8.map(Needle.fold)
        initials = Initials(bytes)
        self.language = language
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// True when the text is the needle.
    func equals(_ text: String) -> Bool {
        text.utf8.count == bytes.count && begins(text)
    }

    /// True when the text begins with the needle.
    func begins(_ text: String) -> Bool {
        guard text.utf8.count >= bytes.count else { return false }
        var index = text.utf8.startIndex
        for byte in bytes {
            guard Needle.fold(text.utf8[index]) == byte else { return false }
            text.utf8.formIndex(after: &index)
        }
        return true
    }

    /// True when the needle is somewhere in the text.
    func isIn(_ text: String) -> Bool {
        guard let first = bytes.first else { return true }
        guard text.utf8.count >= bytes.count else { return false }
        let found = text.utf8.withContiguousStorageIfAvailable { hay in
            bytes.withUnsafeBufferPointer { Needle.search(hay, $0, first) }
        }
        // A string that is not native UTF-8 is copied once.
        return found
            ?? Array(text.utf8).withUnsafeBufferPointer { hay in
                bytes.withUnsafeBufferPointer { Needle.search(hay, $0, first) }
            }
    }

    /// True when a word of the text begins with the needle.
    func beginsWord(in text: String) -> Bool {
        if begins(text) { return true }
        let hay = Array(text.utf8)
        guard hay.count > bytes.count, let first = bytes.first else { return false }
        for start in 1...(hay.count - bytes.count) where Needle.fold(hay[start]) == first {
            let before = hay[start - 1]
            let isLetter =
                before >= 0x30 && before <= 0x39 || Needle.fold(before) >= 0x61 && Needle.fold(before) <= 0x7A
            guard !isLetter else { continue }
            if zip(hay[start...], bytes).allSatisfy({ Needle.fold($0) == $1 }) { return true }
        }
        return false
    }

    private static func search(
        _ hay: UnsafeBufferPointer<UInt8>, _ needle: UnsafeBufferPointer<UInt8>, _ first: UInt8
    ) -> Bool {
        var start = 0
        let last = hay.count - needle.count
        while start <= last {
            if fold(hay[start]) == first {
                var offset = 1
                while offset < needle.count, fold(hay[start + offset]) == needle[offset] { offset += 1 }
                if offset == needle.count { return true }
            }
            start += 1
        }
        return false
    }

    @inline(__always)
    static func fold(_ byte: UInt8) -> UInt8 { Pinyin.fold(byte) }
}

extension Needle {
    /// True when the needle is in the words of a place in either language, or sounds like some of them.
    func isIn(_ place: Place) -> Bool {
        isIn(place.text) || !place.chinese.isEmpty && isIn(place.chinese) || initials?.areIn(place[language]) ?? false
    }

    /// True when a place is called so in either language.
    func equals(_ place: Place) -> Bool {
        equals(place.text) || !place.chinese.isEmpty && equals(place.chinese)
    }

    /// True when the words of a place begin with the needle in either language.
    func begins(_ place: Place) -> Bool {
        begins(place.text) || !place.chinese.isEmpty && begins(place.chinese)
    }

    /// True when a beat is called so in either language.
    func equals(_ beat: BeatDefined) -> Bool {
        equals(beat.name) || !beat.chinese.isEmpty && equals(beat.chinese)
    }

    /// True when a beat's name begins with the needle in either language.
    func begins(_ beat: BeatDefined) -> Bool {
        begins(beat.name) || !beat.chinese.isEmpty && begins(beat.chinese)
    }

    /// True when the needle is the initials of Chinese characters in a name as it is shown.
    func isSpoken(in name: BilingualText) -> Bool { initials?.areIn(name[language]) ?? false }

    /// True when a name as it is shown begins with Chinese characters of these initials.
    func isSpoken(first name: BilingualText) -> Bool { initials?.begin(name[language]) ?? false }
}

/// Some decimal digits to find in numbers, by arithmetic: no number is written out for it.
struct Digits: Hashable, Sendable {
    private let value: UInt64
    /// Ten to the count of digits.
    private let modulus: UInt64

    /// Digits alone, up to ten of them; nil for any other text.
    init?(_ text: some StringProtocol) {
        guard (1...10).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
            let value = UInt64(text)
        else { return nil }
        self.value = value
        modulus = (0..<text.utf8.count).reduce(1) { power, _ in power * 10 }
    }

    /// True when a number begins with the digits.
    func begin(_ number: UInt32) -> Bool {
        guard value > 0, value * 10 >= modulus else { return false }
        var rest = UInt64(number)
        while rest > value { rest /= 10 }
        return rest == value
    }

    /// True when a number ends with the digits.
    func end(_ number: UInt32) -> Bool {
        UInt64(number) % modulus == value && UInt64(number) * 10 >= modulus
    }

    /// True when a number has the digits anywhere.
    func areIn(_ number: UInt32) -> Bool {
        var rest = UInt64(number)
        while rest > 0 {
            if rest % modulus == value, rest * 10 >= modulus { return true }
            rest /= 10
        }
        return false
    }
}

/// The digits of a telephone number, or of a part of one, to find in the numbers of callers, however those are written.
struct PhoneDigits: Hashable, Sendable {
    private let digits: [UInt8]

    /// The digits of a text; nil for fewer than three, which would list whoever called, and for a text that says something else.
    init?(_ text: String) {
        guard PhoneDigits.isNumber(text) else { return nil }
        digits = text.utf8.filter(PhoneDigits.isDigit)
        guard digits.count >= 3 else { return nil }
    }

    /// True when the caller of a report is called back by a number with these digits, or has one in place of a name.
    func areIn(_ report: Report) -> Bool {
        if !report.callback.isEmpty, areIn(report.callback) { return true }
        return !report.caller.isEmpty && PhoneDigits.isNumber(report.caller) && areIn(report.caller)
    }

    private func areIn(_ number: String) -> Bool {
        let all = number.utf8.filter(PhoneDigits.isDigit)
        guard all.count >= digits.count else { return false }
        return (0...(all.count - digits.count)).contains { all[$0..<($0 + digits.count)].elementsEqual(digits) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// True for digits and what stands between them in a number: a name is not looked for.
    private static func isNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { isDigit($0) || " -+().#*/".utf8.contains($0) }
    }
}
