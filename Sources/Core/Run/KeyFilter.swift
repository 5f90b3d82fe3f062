import DispatchModel

/// Tells of most keys that were never put in that they were not, in a fixed room of 4 MiB.
///
/// A Bloom filter (B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", CACM 13(7), 1970) of four
/// bits a key, taken from one hash by double hashing (A. Kirsch, M. Mitzenmacher, "Less hashing, same performance",
/// 2006). It never denies a key that is in it. Of others it denies 99.5 % with two million keys in it, three in four
/// with ten million.
struct KeyFilter: Sendable {
    private static let bits = 1 << 25
    private static let bitsPerKey = 4
    private var words = [UInt64](repeating: 0, count: KeyFilter.bits / 64)

    /// Puts a key in.
    mutating func insert(_ key: SourceKey) {
        for bit in Bits(key) { words[bit >> 6] |= 1 << UInt64(bit & 63) }
    }

    /// False only when the key was never put in.
    func mayContain(_ key: SourceKey) -> Bool {
        for bit in Bits(key) where words[bit >> 6] & 1 << UInt64(bit & 63) == 0 { return false }
        return true
    }

    /// Puts in all keys of another.
    mutating func formUnion(_ other: KeyFilter) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    /// The places of a key's bits.
    private struct Bits: Sequence, IteratorProtocol {
        private var place: UInt32
        private let step: UInt32
        private var left = KeyFilter.bitsPerKey

        init(_ key: SourceKey) {
            let hash = UInt64(bitPattern: Int64(key.hashValue))
            place = UInt32(truncatingIfNeeded: hash)
            step = UInt32(truncatingIfNeeded: hash >> 32) | 1
        }

        mutating func next() -> Int? {
            guard left > 0 else { return nil }
            left -= 1
            place &+= step
            return Int(place) & (KeyFilter.bits - 1)
        }
    }
}
