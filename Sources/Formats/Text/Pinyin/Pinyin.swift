/// The letters that Chinese names are looked for by: the first of each character's reading in pinyin, so that `bhl` finds
/// 滨河路. A character with several readings stands for each of them: 重庆 is `cq` and `zq`.
public enum Pinyin {
    /// The letters that readings of a character begin with, `a` the lowest bit; 0 for what is no character of GB 2312.
    @inline(__always)
    package static func letters(of scalar: Unicode.Scalar) -> UInt32 { letters(of: scalar.value) }

    @inline(__always)
    static func letters(of scalar: UInt32) -> UInt32 {
        let place = Int(scalar) - Int(PinyinTable.begin)
        return place >= 0 && place < masks.count ? masks[place] : 0
    }

    /// The bit of a small letter; 0 for any other byte.
    @inline(__always)
    package static func bit(_ byte: UInt8) -> UInt32 {
        byte >= 0x61 && byte <= 0x7A ? 1 << UInt32(byte - 0x61) : 0
    }

    /// A byte of UTF-8 with a capital Latin letter made small.
    @inlinable
    public static func fold(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }

    /// True when letters are the initials of Chinese characters somewhere in a text; two letters at the least.
    package static func letters(_ letters: String, areIn text: String) -> Bool {
        Initials(letters.utf8.map(fold))?.areIn(text) ?? false
    }

    /// A text with each Chinese character replaced by the letter that a reading of it begins with, for an alphabetical order;
    /// at most so many characters of it.
    package static func spelled(_ text: String, limit: Int) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.prefix(limit).map { scalar in
                    let letters = letters(of: scalar)
                    return letters == 0 ? scalar : Unicode.Scalar(UInt8(0x61 + letters.trailingZeroBitCount))
                }))
    }

    /// The table as it is looked up in, a place for each character.
    private static let masks: [UInt32] = {
        let letters = PinyinTable.letters
        var masks = UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount).map(bit)
        var place = 0
        for scalar in PinyinTable.others.unicodeScalars {
            if scalar.isASCII {
                masks[place] |= bit(UInt8(scalar.value))
            } else {
                place = Int(scalar.value - PinyinTable.begin)
            }
        }
        return masks
    }()
}

/// Some letters as somebody types them for the initials of Chinese characters, two at the least, digits among them.
package struct Initials: Hashable, Sendable {
    private let bytes: [UInt8]

    /// Nil for what cannot be meant so.
    package init?(_ folded: [UInt8]) {
        guard folded.count > 1, folded.contains(where: { Pinyin.bit($0) != 0 }),
            folded.allSatisfy({ Pinyin.bit($0) != 0 || $0 >= 0x30 && $0 <= 0x39 })
        else { return nil }
        bytes = folded
    }

    /// True when characters somewhere in a text can be read so. Letters and digits between them stand for themselves.
    package func areIn(_ text: String) -> Bool { isFound(in: text, fromTheFront: false) }

    /// True when the characters that a text begins with can be read so.
    package func begin(_ text: String) -> Bool { isFound(in: text, fromTheFront: true) }

    private func isFound(in text: String, fromTheFront: Bool) -> Bool {
        let found = text.utf8.withContiguousStorageIfAvailable { isFound(in: $0, fromTheFront) }
        // A string that is not native UTF-8 is copied once.
        return found ?? Array(text.utf8).withUnsafeBufferPointer { isFound(in: $0, fromTheFront) }
    }

    private func isFound(in hay: UnsafeBufferPointer<UInt8>, _ fromTheFront: Bool) -> Bool {
        var start = 0
        while start < hay.count {
            if matches(hay, from: start) { return true }
            if fromTheFront { return false }
            start += 1
        }
        return false
    }

    /// One Chinese character at the least has to be among what fits: plain letters are found as they stand.
    private func matches(_ hay: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        var (place, hasCharacter) = (start, false)
        for byte in bytes {
            guard place < hay.count else { return false }
            let first = hay[place]
            if first < 0x80 {
                guard Pinyin.fold(first) == byte else { return false }
                place += 1
            } else {
                // The characters of the table are three bytes of UTF-8 each.
                guard first & 0xF0 == 0xE0, place + 2 < hay.count else { return false }
                let scalar =
                    UInt32(first & 0x0F) << 12 | UInt32(hay[place + 1] & 0x3F) << 6 | UInt32(hay[place + 2] & 0x3F)
                guard Pinyin.letters(of: scalar) & Pinyin.bit(byte) != 0 else { return false }
                hasCharacter = true
                place += 3
            }
        }
        return hasCharacter
    }
}
