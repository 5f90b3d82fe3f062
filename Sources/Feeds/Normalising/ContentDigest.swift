/// Tells whether two messages of one sender are the same, byte by byte: quick, within one run of the program, and no
/// defence against anybody, since what differs is looked at again by what was recorded.
package enum ContentDigest {
    /// A digest of bytes, eight at a time: multiplied and folded, as wyhash does (Wang Yi, 2019).
    package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var state = UInt64(raw.count) ^ 0xA076_1D64_78BD_642F
        var index = 0
        while index + 8 <= raw.count {
            state = fold(state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var rest: UInt64 = 0
        while index < raw.count {
            rest = rest << 8 | UInt64(raw[index])
            index += 1
        }
        return fold(state ^ rest)
    }

    private static func fold(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: 0x8EBC_6AF0_9C88_C6E3)
        return product.high ^ product.low
    }
}
