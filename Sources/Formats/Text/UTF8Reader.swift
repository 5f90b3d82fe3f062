/// Reads scalars from UTF-8 that is known to be valid, as the contents of every Swift string are.
public enum UTF8Reader {
    /// The scalar that starts at an index, which moves past it.
    @inlinable public static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt32 {
        let lead = UInt32(bytes[index])
        index += 1
        guard lead >= 0x80 else { return lead }
        let more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
        var value = lead & (0x3F >> UInt32(more))
        for _ in 0..<more where index < bytes.count {
            value = value << 6 | UInt32(bytes[index] & 0x3F)
            index += 1
        }
        return value
    }
}
