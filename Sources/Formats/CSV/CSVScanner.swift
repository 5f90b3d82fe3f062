/// Finds the fields of one row in a run of bytes, after RFC 4180 with LF as well as CRLF.
struct CSVScanner {
    /// Where a field lies in the bytes, quotes left out.
    struct Field {
        var start: Int
        var end: Int
        /// True when the field holds doubled quotes.
        var escaped: Bool
    }

    /// How a scan ended.
    enum Outcome {
        /// A row whose next one starts at `next`, having crossed so many line ends.
        case row(next: Int, lines: Int)
        /// The bytes end before the row does.
        case needsMore
        case fault(CSVFault)
    }

    var limits: CSVLimits
    /// The sign between fields.
    private let separator: UInt8
    var fields: [Field] = []
    private var lines = 0

    init(limits: CSVLimits, separator: UInt8) {
        self.limits = limits
        self.separator = separator
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Scans the row that starts at `start`. `isLast` says that no bytes follow those given.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        lines = 0
        var position = start
        while true {
            if fields.count >= limits.fields || position - start > limits.row { return .fault(.rowTooLong) }
            let step =
                position < bytes.count && bytes[position] == Self.quote
                ? quoted(bytes, from: position, isLast: isLast) : plain(bytes, from: position, isLast: isLast)
            switch step {
            case .next(let following): position = following
            case .end(let following): return .row(next: following, lines: max(lines, 1))
            case .needsMore:
                return bytes.count - start > limits.row ? .fault(.rowTooLong) : .needsMore
            case .fault(let fault): return .fault(fault)
            }
        }
    }

    private enum Step {
        case next(Int)
        case end(Int)
        case needsMore
        case fault(CSVFault)
    }

    /// A field without quotes; a quote in its middle stands for itself.
    private mutating func plain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Step {
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            if byte == separator || byte == Self.lineFeed { break }
            position += 1
        }
        if position - start > limits.field { return .fault(.fieldTooLong) }
        guard position < bytes.count || isLast else { return .needsMore }
        let endsRow = position == bytes.count || bytes[position] == Self.lineFeed
        var end = position
        if endsRow, end > start, bytes[end - 1] == Self.carriageReturn { end -= 1 }
        fields.append(Field(start: start, end: end, escaped: false))
        if !endsRow { return .next(position + 1) }
        lines += 1
        return .end(min(position + 1, bytes.count))
    }

    private mutating func quoted(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Step {
        var position = start + 1
        var escaped = false
        while true {
            let reach = min(bytes.count, start + 1 + limits.field)
            while position < reach, bytes[position] != Self.quote {
                if bytes[position] == Self.lineFeed { lines += 1 }
                position += 1
            }
            if position >= start + 1 + limits.field { return .fault(.fieldTooLong) }
            guard position < bytes.count else { return isLast ? .fault(.unclosedQuote) : .needsMore }
            guard position + 1 < bytes.count || isLast else { return .needsMore }
            guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else { break }
            escaped = true
            position += 2
        }
        fields.append(Field(start: start + 1, end: position, escaped: escaped))
        return afterQuote(bytes, from: position + 1, isLast: isLast)
    }

    private mutating func afterQuote(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Step {
        var position = start
        if position < bytes.count, bytes[position] == separator { return .next(position + 1) }
        if position < bytes.count, bytes[position] == Self.carriageReturn { position += 1 }
        guard position < bytes.count else {
            lines += 1
            return isLast ? .end(position) : .needsMore
        }
        guard bytes[position] == Self.lineFeed else { return .fault(.textAfterQuote) }
        lines += 1
        return .end(position + 1)
    }
}
