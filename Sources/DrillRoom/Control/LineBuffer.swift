/// Bytes of a stream as they come, handed out in lines. Bounded.
struct LineBuffer {
    private var bytes: [UInt8] = []
    private let limit: Int
    /// True once a line got longer than the limit: nothing after it can be trusted.
    private(set) var isOverlong = false

    /// A buffer for lines of at most so many bytes.
    init(limit: Int) {
        self.limit = limit
    }

    /// Takes bytes in.
    mutating func add(_ more: some Collection<UInt8>) {
        guard !isOverlong else { return }
        bytes.append(contentsOf: more)
        if bytes.count > limit, !bytes.prefix(limit + 1).contains(0x0A) {
            isOverlong = true
            bytes = []
        }
    }

    /// The next whole line without its line feed; nil when there is none yet.
    mutating func next() -> [UInt8]? {
        guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
        let line = Array(bytes[..<end])
        bytes.removeFirst(end + 1)
        if line.count > limit {
            isOverlong = true
            return nil
        }
        return line
    }
}
