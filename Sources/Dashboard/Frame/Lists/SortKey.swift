import DispatchModel
import Formats
import Wording

/// What a row is sorted by: 24 bytes that are compared as one number, the lower first.
///
/// Times and ranks fill whole words; texts fill all three with their first 24 bytes, which tells names of streets and
/// callsigns apart well enough for a list, and lets 20,000 rows be merged without touching a string.
package struct SortKey: Hashable, Comparable, Sendable {
    /// The weightiest eight bytes.
    var first: UInt64
    /// The next eight.
    var second: UInt64
    /// The last eight.
    var third: UInt64

    init(_ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0) {
        self.first = first
        self.second = second
        self.third = third
    }

    /// The key of a text: letters of both cases alike, and numbers in it by their value, so Q2 stands before Q10.
    init(natural text: String) {
        var bytes = NaturalBytes()
        for byte in text.utf8 {
            guard bytes.take(byte) else { break }
        }
        bytes.finish()
        self.init(bytes.word(0), bytes.word(1), bytes.word(2))
    }

    /// The key of a name as it is shown: Chinese ones by their pinyin, those that read alike by their characters.
    init(shown name: String, in language: Language) {
        let text = SortKey(natural: name)
        let spelled = SortKey(natural: Pinyin.spelled(name, limit: 8))
        self = language == .chinese ? SortKey(spelled.first, text.first, text.second) : text
    }

    /// The same key with something weightier before it; the last bytes give way.
    func after(_ rank: UInt8) -> SortKey {
        let lead = UInt64(rank) << 56
        return SortKey(lead | first >> 8, first << 56 | second >> 8, second << 56 | third >> 8)
    }

    /// The key that sorts the other way round.
    var inverted: SortKey { SortKey(~first, ~second, ~third) }

    /// The lower key comes first.
    @inlinable
    package static func < (left: SortKey, right: SortKey) -> Bool {
        left.precedes(right)
    }

    @usableFromInline
    func precedes(_ other: SortKey) -> Bool {
        if first != other.first { return first < other.first }
        if second != other.second { return second < other.second }
        return third < other.third
    }

    /// A time as a number that sorts like it, also before 1970.
    static func bits(_ milliseconds: Int64) -> UInt64 { UInt64(bitPattern: milliseconds) ^ (1 << 63) }
}

/// Builds the bytes of a natural key: a run of digits is written as its length, then its digits.
private struct NaturalBytes {
    private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    private var count = 0
    private var digits: [UInt8] = []

    /// Takes a byte; false when there is no more room.
    mutating func take(_ byte: UInt8) -> Bool {
        if byte &- 0x30 < 10 {
            if digits == [0x30] { digits.removeLast() }
            if digits.count < 20 { digits.append(byte) }
            return count < 24
        }
        finish()
        append(byte &- 0x61 < 26 ? byte &- 0x20 : byte)
        return count < 24
    }

    mutating func finish() {
        guard !digits.isEmpty else { return }
        append(0x30 + UInt8(digits.count))
        for digit in digits { append(digit) }
        digits.removeAll(keepingCapacity: true)
    }

    func word(_ index: Int) -> UInt64 {
        switch index {
        case 0: words.0
        case 1: words.1
        default: words.2
        }
    }

    private mutating func append(_ byte: UInt8) {
        guard count < 24 else { return }
        let shifted = UInt64(byte) << UInt64(56 - 8 * (count % 8))
        switch count / 8 {
        case 0: words.0 |= shifted
        case 1: words.1 |= shifted
        default: words.2 |= shifted
        }
        count += 1
    }
}
