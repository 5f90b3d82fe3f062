/// Reads a CSV file row by row in bounded memory and goes on behind damage.
///
/// Where quotes are damaged, only the line on which the damaged row begins is given up: reading resumes on the line after
/// it, so that a quote that is never closed cannot swallow the rows behind it.
public struct CSVReader {
    /// What `next` found.
    package enum Step: Hashable, Sendable {
        /// A row; `fieldCount` and `text` tell about it until the next call.
        case row
        /// A row that could not be read and was skipped.
        case fault(CSVFault)
    }

    /// Line of the file on which the row just found begins, from 1.
    package private(set) var line = 1
    /// The number of fields that a row must have, once the header is known. Fields behind them may be there when all of
    /// them are empty.
    package var expectedFields: Int?
    /// The least number of fields that a row must have, where the last columns of the header have no name.
    package var leastFields: Int?

    private let read: (UnsafeMutableRawBufferPointer) throws -> Int
    private let limits: CSVLimits
    private var scanner: CSVScanner
    @usableFromInline var buffer: [UInt8]
    private var filled = 0
    private var position = 0
    private var rowStart = 0
    private var rowEnd = 0
    private var nextLine = 1
    private var isLast = false
    private var started = false

    /// Creates a reader of bytes that `read` puts into the memory it is given; 0 means that there are no more.
    package init(
        limits: CSVLimits = CSVLimits(), separator: UInt8 = UInt8(ascii: ","),
        read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) {
        self.read = read
        self.limits = limits
        scanner = CSVScanner(limits: limits, separator: separator)
        buffer = [UInt8](repeating: 0, count: max(512 * 1024, limits.row * 2))
    }

    /// Creates a reader of bytes in memory.
    package init(bytes: [UInt8], limits: CSVLimits = CSVLimits(), separator: UInt8 = UInt8(ascii: ",")) {
        var offset = 0
        self.init(limits: limits, separator: separator) { target in
            let count = min(target.count, bytes.count - offset)
            target.copyBytes(from: bytes[offset..<offset + count])
            offset += count
            return count
        }
    }

    /// Finds the next row that is not blank; nil at the end of the file.
    /// - Throws: what the reading of bytes throws.
    package mutating func next() throws -> Step? {
        if !started { try start() }
        while true {
            line = nextLine
            if position >= filled {
                if isLast { return nil }
                try refill()
                continue
            }
            let outcome = buffer.withUnsafeBufferPointer {
                scanner.scan(UnsafeBufferPointer(rebasing: $0[0..<filled]), from: position, isLast: isLast)
            }
            switch outcome {
            case .needsMore: try refill()
            case .fault(let fault):
                try skipLine()
                return .fault(fault)
            case .row(let next, let lines):
                if let step = try takeRow(until: next, lines: lines) { return step }
            }
        }
    }

    /// Accepts the scanned row; nil for a blank line.
    private mutating func takeRow(until next: Int, lines: Int) throws -> Step? {
        let count = scanner.fields.count
        // Workbooks end in lines of nothing but separators.
        let isBlank =
            (count == 1 || expectedFields != nil) && scanner.fields.allSatisfy { $0.start == $0.end }
        if let expectedFields, !isBlank, !isWhole(count, of: expectedFields, lines) {
            // A row over several lines with a wrong count is most likely a lost quote: give up its first line only.
            if lines > 1 { try skipLine() } else { advance(to: next, lines: lines) }
            return .fault(.fieldCount(found: count, expected: expectedFields))
        }
        advance(to: next, lines: lines)
        return isBlank ? nil : .row
    }

    /// True when a row of so many fields has those of the header, and nothing behind them.
    private func isWhole(_ count: Int, of expected: Int, _ lines: Int) -> Bool {
        if count <= expected { return count >= leastFields ?? expected }
        // Over several lines, or with a quote in a bare field, it is what a lost quote has left.
        guard lines == 1, !scanner.fields.contains(where: hasBareQuote) else { return false }
        return scanner.fields[expected...].allSatisfy { $0.start == $0.end }
    }

    private func hasBareQuote(_ field: CSVScanner.Field) -> Bool {
        !field.escaped && buffer[field.start..<field.end].contains(UInt8(ascii: "\""))
    }

    private mutating func advance(to next: Int, lines: Int) {
        rowStart = position
        rowEnd = next
        position = next
        nextLine += lines
    }

    /// Leaves out everything up to the end of the line at `position`.
    private mutating func skipLine() throws {
        nextLine += 1
        scanner.fields.removeAll(keepingCapacity: true)
        while true {
            if let end = buffer[position..<filled].firstIndex(of: UInt8(ascii: "\n")) {
                position = end + 1
                return
            }
            position = filled
            if isLast { return }
            try refill()
        }
    }

    private mutating func start() throws {
        started = true
        while filled < 3, !isLast { try refill() }
        if filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { position = 3 }
    }

    /// Moves what is left to the front and reads more behind it.
    private mutating func refill() throws {
        if position > 0 {
            buffer.withUnsafeMutableBytes { bytes in
                guard let base = bytes.baseAddress else { return }
                base.copyMemory(from: base + position, byteCount: filled - position)
            }
            filled -= position
            position = 0
        }
        let count = try buffer.withUnsafeMutableBytes {
            try read(UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
        }
        filled += count
        isLast = count == 0
    }
}

extension CSVReader {
    /// Number of fields of the row just found.
    package var fieldCount: Int { scanner.fields.count }

    /// True when every byte of the row just found is part of valid UTF-8.
    package var isValidText: Bool {
        buffer.withUnsafeBufferPointer { bytes in
            let row = bytes[rowStart..<rowEnd]
            guard row.contains(where: { $0 >= 0x80 }) else { return true }
            return String(validating: row, as: UTF8.self) != nil
        }
    }

    /// A field of the row just found without blanks around it; invalid bytes become U+FFFD. Empty where there is none.
    package func text(_ index: Int) -> String {
        withField(index) { bytes, escaped in
            guard escaped else { return String(decoding: bytes, as: UTF8.self) }
            var plain: [UInt8] = []
            plain.reserveCapacity(bytes.count)
            var wasQuote = false
            for byte in bytes {
                wasQuote = byte == UInt8(ascii: "\"") && !wasQuote
                if !wasQuote { plain.append(byte) }
            }
            return String(decoding: plain, as: UTF8.self)
        }
    }

    /// The bytes of a field of the row just found without blanks around it, and whether quotes in it are doubled.
    @inlinable
    public func withField<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>, Bool) -> Result) -> Result {
        let (range, escaped) = place(of: index)
        return buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range]), escaped) }
    }

    /// Where a field lies in the buffer without blanks around it; nowhere when there is none.
    @usableFromInline
    func place(of index: Int) -> (range: Range<Int>, escaped: Bool) {
        guard index >= 0, index < scanner.fields.count else { return (0..<0, false) }
        let field = scanner.fields[index]
        return buffer.withUnsafeBufferPointer { bytes in
            var (start, end) = (field.start, field.end)
            while start < end, bytes[start] <= 0x20 { start += 1 }
            while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
            return (start..<end, field.escaped)
        }
    }
}

/// What one row of a file may take up at most, so that a damaged file cannot take all memory.
package struct CSVLimits: Sendable {
    /// Bytes in one field.
    package var field: Int
    /// Bytes in one row, all its lines together.
    package var row: Int
    /// Fields in one row.
    package var fields: Int

    /// Creates limits; the defaults are far above any real record.
    package init(field: Int = 64 * 1024, row: Int = 256 * 1024, fields: Int = 1024) {
        self.field = field
        self.row = row
        self.fields = fields
    }
}

/// Why a row of a CSV file could not be read.
package enum CSVFault: Hashable, Sendable {
    /// A quoted field is still open where the file ends.
    case unclosedQuote
    /// Something other than a comma or the end of the line follows a closing quote.
    case textAfterQuote
    /// The row has another number of fields than the header.
    case fieldCount(found: Int, expected: Int)
    /// A field is larger than `CSVLimits.field`.
    case fieldTooLong
    /// A row is larger than `CSVLimits.row` or has more fields than `CSVLimits.fields`.
    case rowTooLong
}
