/// A name of at most 16 bytes as two numbers, so that it is compared at once.
struct ShortName: Hashable, Sendable {
    private let low: UInt64
    private let high: UInt64
    private let count: Int

    /// The name in these bytes; nil when it is longer.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count <= 16 else { return nil }
        count = bytes.count
        var halves: (low: UInt64, high: UInt64) = (0, 0)
        for index in 0..<min(8, bytes.count) { halves.low |= UInt64(bytes[index]) << UInt64(8 * index) }
        if bytes.count > 8 {
            for index in 8..<bytes.count { halves.high |= UInt64(bytes[index]) << UInt64(8 * (index - 8)) }
        }
        (low, high) = halves
    }

    /// A name of the program's own.
    init?(_ text: String) {
        var text = text
        guard let name = text.withUTF8({ ShortName($0) }) else { return nil }
        self = name
    }
}
