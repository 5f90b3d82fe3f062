/// Cuts a stream of bytes into lines of bounded length.
public struct LineSplitter: Sendable {
    /// The longest line, in bytes without its end.
    public let limit: Int
    /// Bytes since the beginning of the line that is not complete yet.
    public private(set) var pendingBytes: Int64 = 0
    private var pending: [UInt8] = []
    private var isSkipping = false

    /// What came out of the stream.
    public enum Piece: Hashable, Sendable {
        /// A line without its end, and the bytes it took in the stream.
        case line([UInt8], bytes: Int64)
        /// The beginning of a line that was longer than the limit and is skipped, and the bytes it took.
        case tooLong([UInt8], bytes: Int64)
    }

    /// A splitter at the beginning of a line.
    public init(limit: Int = 1 << 20) {
        self.limit = limit
    }

    /// Takes bytes; `body` is given each line that they complete.
    public mutating func take(_ bytes: UnsafeRawBufferPointer, _ body: (Piece) -> Void) {
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0x0A) {
            add(rest[rest.startIndex..<end])
            pendingBytes += 1
            finish(body)
            rest = rest[(end + 1)...]
        }
        add(rest)
    }

    /// The last line, when the stream ends without an end of line.
    public mutating func end(_ body: (Piece) -> Void) {
        if pendingBytes > 0 { finish(body) }
    }

    /// Forgets the line that is not complete.
    public mutating func reset() {
        self = LineSplitter(limit: limit)
    }

    private mutating func add(_ bytes: Slice<UnsafeRawBufferPointer>) {
        pendingBytes += Int64(bytes.count)
        guard !isSkipping else { return }
        pending.append(contentsOf: bytes.prefix(limit + 1 - pending.count))
        if pending.count > limit {
            isSkipping = true
            pending.removeLast(max(0, pending.count - 256))
        }
    }

    private mutating func finish(_ body: (Piece) -> Void) {
        if pending.last == 0x0D, !isSkipping { pending.removeLast() }
        body(isSkipping ? .tooLong(pending, bytes: pendingBytes) : .line(pending, bytes: pendingBytes))
        pending.removeAll(keepingCapacity: pending.capacity <= 1 << 16)
        (isSkipping, pendingBytes) = (false, 0)
    }
}
