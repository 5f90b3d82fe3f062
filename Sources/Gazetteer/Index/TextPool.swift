/// Texts that are kept once each, one behind the other, by numbers in the order in which they came.
struct TextPool: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where each text begins, and the end of the last.
    private(set) var starts: [UInt32] = [0]
    /// The number of a text + 1, by its hash; 0 where there is none. As many as a power of two.
    private var slots: [UInt32] = [UInt32](repeating: 0, count: 1 << 10)

    /// How many there are.
    var count: Int { starts.count - 1 }

    /// The number of a text, taken in where it is new.
    mutating func number(of text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { number(of: $0) }
    }

    /// The number of some bytes, taken in where they are new.
    mutating func number(of slice: ArraySlice<UInt8>) -> UInt32 {
        slice.withUnsafeBufferPointer { number(of: $0) }
    }

    private mutating func number(of text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if 2 * count >= slots.count { grow() }
        let (slot, found) = look(text)
        if let found { return found }
        let number = UInt32(count)
        bytes.append(contentsOf: text)
        starts.append(UInt32(bytes.count))
        slots[slot] = number + 1
        return number
    }

    /// The text of a number.
    subscript(number: UInt32) -> String {
        String(decoding: bytes[range(number)], as: UTF8.self)
    }

    /// Where a text lies.
    func range(_ number: UInt32) -> Range<Int> { Int(starts[Int(number)])..<Int(starts[Int(number) + 1]) }

    /// Gives back what only taking in needs.
    mutating func close() { slots = [] }

    private func look(_ text: UnsafeBufferPointer<UInt8>) -> (slot: Int, found: UInt32?) {
        var slot = Int(truncatingIfNeeded: Self.hash(text)) & (slots.count - 1)
        return bytes.withUnsafeBufferPointer { bytes in
            while slots[slot] != 0 {
                let number = slots[slot] - 1
                let range = range(number)
                if range.count == text.count, Self.isSame(bytes, range.lowerBound, text) { return (slot, number) }
                slot = (slot + 1) & (slots.count - 1)
            }
            return (slot, nil)
        }
    }

    private static func isSame(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var index = 0
        while index < text.count {
            if bytes[start + index] != text[index] { return false }
            index += 1
        }
        return true
    }

    private mutating func grow() {
        var larger = [UInt32](repeating: 0, count: slots.count * 4)
        for number in 0..<UInt32(count) {
            let hash = bytes[range(number)].withUnsafeBufferPointer { Self.hash($0) }
            var slot = Int(truncatingIfNeeded: hash) & (larger.count - 1)
            while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = number + 1
        }
        slots = larger
    }

    /// FNV-1a with its high half folded in, since slots take the low bits.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash ^ hash >> 32
    }
}
