/// What stands between the two marks of a bracketed paste; bounded, and what is beyond the bound is counted.
struct PastedBytes: Sendable {
    private static let mark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

    private var bytes: [UInt8] = []
    private var tail: [UInt8] = []
    /// Bytes beyond the limit, dropped since the beginning.
    private(set) var dropped = 0

    /// Takes the next byte; true when it completed the mark of the end.
    mutating func takeByte(_ byte: UInt8) -> Bool {
        tail.append(byte)
        if tail == PastedBytes.mark {
            tail.removeAll(keepingCapacity: true)
            return true
        }
        // What turned out not to be the end of the paste belongs to it.
        while !tail.isEmpty, !PastedBytes.mark.starts(with: tail) { keep(tail.removeFirst()) }
        return false
    }

    /// The text as it came; the next paste begins empty.
    mutating func end() -> String {
        for byte in tail { keep(byte) }
        defer {
            tail.removeAll(keepingCapacity: true)
            bytes.removeAll(keepingCapacity: true)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func keep(_ byte: UInt8) {
        if bytes.count < KeyDecoder.pasteLimit { bytes.append(byte) } else { dropped += 1 }
    }
}
