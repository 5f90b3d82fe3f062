/// Cuts a stream of bytes into lines of bounded length.
///
/// Two or more zero bytes end a line too and belong to none: a file that was cut short under a writer that does not append,
/// or that was not written out when the power went, has them in place of what is not there.
package struct LineSplitter: Sendable {
    /// The longest line, in bytes without its end.
    package let limit: Int
    /// Bytes since the beginning of the line that is not complete yet.
    package private(set) var pendingBytes: Int64 = 0
    /// Zero bytes at the end of what was taken, which belong to no line yet.
    private(set) var endingZeros: Int64 = 0
    private var pending: [UInt8] = []
    private var isSkipping = false

    /// What came out of the stream. The bytes are valid only while they are being given.
    package enum Piece {
        /// A line without its end, and the bytes it took in the stream.
        case line(UnsafeBufferPointer<UInt8>, bytes: Int64)
        /// The beginning of a line that was longer than the limit and is skipped, and the bytes it took.
        case tooLong(UnsafeBufferPointer<UInt8>, bytes: Int64)
    }

    /// A splitter at the beginning of a line.
    package init(limit: Int = 1 << 20) {
        self.limit = limit
    }

    /// Takes bytes; `body` is given each line that they complete. A line that lies within them is not copied.
    package mutating func takeBytes(_ bytes: UnsafeRawBufferPointer, _ body: (Piece) -> Void) {
        var rest = bytes.bindMemory(to: UInt8.self)
        while let count = LineSplitter.lineEnd(in: rest) {
            let line = UnsafeBufferPointer(rebasing: rest[..<count])
            if pendingBytes == 0, count <= limit, LineSplitter.first(0, in: line) == nil {
                body(.line(LineSplitter.withoutReturn(line), bytes: Int64(count) + 1))
            } else {
                add(line, body)
                endingZeros = 0
                pendingBytes += 1
                finish(body)
            }
            rest = UnsafeBufferPointer(rebasing: rest[(count + 1)...])
        }
        add(rest, body)
    }

    /// Where the first end of line is.
    static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>) -> Int? { first(0x0A, in: bytes) }

    /// Where a byte first is, looked for eight bytes at a time.
    ///
    /// With that byte made zero, taking one from every byte borrows into the highest bit of a byte that was zero; of such
    /// bits the lowest is never a false one (Mycroft, 1987).
    private static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        var index = 0
        while index + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let zeroed = word ^ pattern
            let found = (zeroed &- 0x0101_0101_0101_0101) & ~zeroed & 0x8080_8080_8080_8080
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < raw.count {
            if raw[index] == byte { return index }
            index += 1
        }
        return nil
    }

    /// The last line, when the stream ends without an end of line.
    package mutating func end(_ body: (Piece) -> Void) {
        endingZeros = 0
        if pendingBytes > 0 { finish(body) }
    }

    /// The line that is not complete yet, without its ending zero bytes; nil when there is none, or it is longer than the
    /// limit.
    package var unfinished: [UInt8]? { pending.isEmpty || isSkipping ? nil : pending }

    /// Gives back the zero bytes at the end of what was taken: they may be room that is not written yet, so that they are
    /// to be read again. Returns how many they were.
    package mutating func giveBackZeros() -> Int64 {
        defer { endingZeros = 0 }
        pendingBytes -= endingZeros
        return endingZeros
    }

    /// Forgets the line that is not complete.
    package mutating func reset() {
        self = LineSplitter(limit: limit)
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Piece) -> Void) {
        var rest = bytes
        while true {
            let zeros = rest.prefix { $0 == 0 }.count
            pendingBytes += Int64(zeros)
            endingZeros += Int64(zeros)
            rest = UnsafeBufferPointer(rebasing: rest[zeros...])
            guard !rest.isEmpty else { return }
            endZeros(body)
            let text = UnsafeBufferPointer(rebasing: rest[..<(LineSplitter.first(0, in: rest) ?? rest.count)])
            pendingBytes += Int64(text.count)
            append(text)
            rest = UnsafeBufferPointer(rebasing: rest[text.count...])
        }
    }

    /// Text follows the zero bytes: at the beginning of a line they are passed over, within it two end it, and one is the
    /// line's own.
    private mutating func endZeros(_ body: (Piece) -> Void) {
        defer { endingZeros = 0 }
        guard endingZeros > 0, !pending.isEmpty else { return }
        if endingZeros > 1 { return finish(body) }
        withUnsafeBytes(of: UInt8(0)) { append($0.bindMemory(to: UInt8.self)) }
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard !isSkipping else { return }
        pending.append(contentsOf: text.prefix(limit + 1 - pending.count))
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
