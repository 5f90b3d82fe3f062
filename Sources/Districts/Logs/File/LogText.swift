import Formats

/// The bytes of a log, of which the beginning was looked at.
struct LogText {
    private let path: String
    private let head: [UInt8]
    private let read: (UnsafeMutableRawBufferPointer) throws -> Int

    /// The text of a file.
    /// - Throws: `LogError` when it cannot be read or is no text.
    init(_ file: LogFile, path: String) throws {
        try self.init(head: file.peek(LogLayout.length), path: path) { try file.read(into: $0) }
    }

    /// A text in memory.
    /// - Throws: `LogError` when it is no text.
    init(_ bytes: [UInt8], path: String) throws {
        var given = 0
        try self.init(head: Array(bytes.prefix(LogLayout.length)), path: path) { target in
            let count = min(target.count, bytes.count - given)
            target.copyBytes(from: bytes[given..<given + count])
            given += count
            return count
        }
    }

    private init(
        head: [UInt8], path: String, read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws(LogError) {
        if let kind = FileKind(Array(head.prefix(FileKind.length))) { throw LogError.noText(path: path, kind: kind) }
        self.path = path
        guard Self.endsLinesInReturns(head) else {
            self.head = head
            self.read = read
            return
        }
        self.head = head.map(Self.lineEnd)
        self.read = { target in
            let count = try read(target)
            for index in 0..<count { target[index] = Self.lineEnd(target[index]) }
            return count
        }
    }

    /// True for a text whose lines end in a carriage return alone, as old workbooks write them.
    private static func endsLinesInReturns(_ head: [UInt8]) -> Bool {
        // Of two bytes a letter, one may be that of a carriage return.
        guard TextEncoding.marked(head).map({ $0 == .utf8 }) ?? true else { return false }
        return head.contains(0x0D) && !head.contains(0x0A)
    }

    private static func lineEnd(_ byte: UInt8) -> UInt8 { byte == 0x0D ? 0x0A : byte }

    /// How the text is written, and where in its rows the things stand that a mapping asks for.
    /// - Throws: `LogError` when the header lacks what the mapping needs, however it is read.
    func layout(for mapping: Mapping) throws(LogError) -> (LogLayout, ColumnPlan) {
        let possible = LogLayout.possible(head, mapping.file)
        var first: LogError?
        for layout in mapping.file.header.isEmpty ? possible : byWidth(possible) {
            do throws(LogError) {
                return (layout, try ColumnPlan(mapping: mapping, layout: layout, path: path))
            } catch {
                first = first ?? error
            }
        }
        throw first.map { $0.of(likeliest(possible)) } ?? LogError.empty(path: path)
    }

    /// Layouts whose first row is as wide as the stated header before those whose first row is not.
    private func byWidth(_ layouts: [LogLayout]) -> [LogLayout] {
        func fits(_ layout: LogLayout) -> Bool {
            LogLayout.firstRow(head[...], layout.separator)?.count == layout.header.count
        }
        return layouts.filter(fits) + layouts.filter { !fits($0) }
    }

    /// The layout that makes the most columns of the header.
    private func likeliest(_ layouts: [LogLayout]) -> LogLayout? {
        layouts.enumerated().max { ($0.element.header.count, $1.offset) < ($1.element.header.count, $0.offset) }?
            .element
    }

    /// The mapping among these that fits.
    /// - Throws: `LogError` when none does.
    func mapping(among mappings: [Mapping]) throws(LogError) -> Mapping {
        let possible = LogLayout.possible(head, Mapping.FileRules())
        for layout in possible {
            let rows = layout.rows(of: head)
            if let found = Mapping.detect(header: layout.header, firstRow: rows, among: mappings) { return found }
        }
        guard let likeliest = likeliest(possible) else { throw LogError.empty(path: path) }
        throw LogError.noMapping(path: path, header: LogHeader(likeliest))
    }

    /// A reader of the rows below the header.
    /// - Throws: `LogError` when the C library does not know the encoding, or what reading throws.
    func reader(_ layout: LogLayout) throws -> CSVReader {
        var read = read
        if layout.encoding != .utf8 {
            guard let transcoder = Transcoder(layout.encoding, source: read) else {
                throw LogError.unknownEncoding(path: path, name: layout.encoding.name)
            }
            read = { try transcoder.read(into: $0) }
        }
        var reader = CSVReader(separator: layout.separator, read: read)
        for _ in 0..<layout.linesBefore { _ = try reader.next() }
        return reader
    }
}
