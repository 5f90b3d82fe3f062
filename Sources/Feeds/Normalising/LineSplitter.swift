/// Cuts a stream of bytes into lines of bounded length.
public struct LineSplitter: Sendable {
    /// The longest line, in bytes without its end.
    public let limit: Int
    /// Bytes since the beginning of the line that is not complete yet.
    public private(set) var pendingBytes: Int64 = 0
    private var pending: [UInt8] = []
    private var isSkipping = false

    /// What came out of the stream. The bytes are valid only while they are being given.
    public enum Piece {
        /// A line without its end, and the bytes it took in the stream.
        case line(UnsafeBufferPointer<UInt8>, bytes: Int64)
        /// The beginning of a line that was longer than the limit and is skipped, and the bytes it took.
        case tooLong(UnsafeBufferPointer<UInt8>, bytes: Int64)
    }

    /// A splitter at the beginning of a line.
    public init(limit: Int = 1 << 20) {
        self.limit = limit
    }

    /// Takes bytes; `body` is given each line that they complete. A line that lies within them is not copied.
    public mutating func take(_ bytes: UnsafeRawBufferPointer, _ body: (Piece) -> Void) {
        var rest = bytes.bindMemory(to: UInt8.self)
        while let count = LineSplitter.lineEnd(in: rest) {
            let line = UnsafeBufferPointer(rebasing: rest[..<count])
            if pendingBytes == 0, count <= limit {
                body(.line(LineSplitter.withoutReturn(line), bytes: Int64(count) + 1))
            } else {
                add(line)
                pendingBytes += 1
                finish(body)
            }
            rest = UnsafeBufferPointer(rebasing: rest[(count + 1)...])
        }
        add(rest)
    }

    /// Where the first end of line is, looked for eight bytes at a time.
    ///
    /// With the ends of line made zero, taking one from every byte borrows into the highest bit of a byte that was zero; of
    /// such bits the lowest is never a false one (Mycroft, 1987).
    static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let zeroed = word ^ 0x0A0A_0A0A_0A0A_0A0A
            let found = (zeroed &- 0x0101_0101_0101_0101) & ~zeroed & 0x8080_8080_8080_8080
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < raw.count {
            if raw[index] == 0x0A { return index }
            index += 1
        }
        return nil
    }

    /// The last line, when the stream ends without an end of line.
    public mutating func end(_ body: (Piece) -> Void) {
        if pendingBytes > 0 { finish(body) }
    }

    /// Forgets the line that is not complete.
    public mutating func reset() {
        self = LineSplitter(limit: limit)
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        pendingBytes += Int64(bytes.count)
        guard !isSkipping else { return }
        pending.append(contentsOf: bytes.prefix(limit + 1 - pending.count))
        if pending.count > limit {
            isSkipping = true
            pending.removeLast(max(0, pending.count - 256))
        }
    }

    private mutating func finish(_ body: (Piece) -> Void) {
        pending.withUnsafeBufferPointer { bytes in
            body(
                isSkipping
                    ? .tooLong(bytes, bytes: pendingBytes)
                    : .line(LineSplitter.withoutReturn(bytes), bytes: pendingBytes))
        }
        pending.removeAll(keepingCapacity: pending.capacity <= 1 << 16)
        (isSkipping, pendingBytes) = (false, 0)
    }

    private static func withoutReturn(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        line.last == 0x0D ? UnsafeBufferPointer(rebasing: line.dropLast()) : line
    }
}
