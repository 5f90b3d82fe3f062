/// A text to look for, ASCII letters regardless of case, everything else byte for byte.
///
/// It looks at UTF-8 bytes in place, so that looking through 20,000 rows at each key makes no garbage.
struct Needle: Hashable, Sendable {
    /// The text in UTF-8, ASCII letters small.
    let bytes: [UInt8]

    init(_ text: some StringProtocol) {
        bytes = text.utf8.map(Needle.fold)
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
    static func fold(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
}
