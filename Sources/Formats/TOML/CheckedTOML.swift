/// What keeps a text from being read as TOML.
package struct TOMLProblem: Error, Hashable, Sendable {
    /// The line, from 1; 0 when it is the text as a whole.
    package var line: Int
    /// The column, from 1; 0 when it is the whole line.
    package var column: Int
    /// What is wrong, in English.
    package var english: String
    /// What is wrong, in Chinese.
    package var chinese: String

    /// Creates a problem.
    package init(line: Int, column: Int, english: String, chinese: String) {
        self.line = line
        self.column = column
        self.english = english
        self.chinese = chinese
    }
}

/// Reads TOML from files that people write.
package enum CheckedTOML {
    /// The longest text that is read, in bytes of UTF-8.
    package static let limit = 1 << 20

    /// The table that a text describes.
    package static func table(_ text: String) throws(TOMLProblem) -> TOMLTable {
        guard text.utf8.count <= limit else {
            throw TOMLProblem(
                line: 0, column: 0, english: "longer than \(limit) bytes", chinese: "超过 \(limit) 字节")
        }
        var reader = TOMLReader(text)
        return try reader.document()
    }
}

/// A place in a text: a line and a column, both from 1; the column counts Unicode scalars.
package struct TextPlace: Hashable, Sendable {
    /// The line, from 1.
    package var line: Int
    /// The column, from 1.
    package var column: Int

    /// A place.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// A value as a TOML file writes it, with the place where it begins.
package struct TOMLValue: Hashable, Sendable {
    /// What the value is.
    package enum Content: Hashable, Sendable {
        /// A text, of any of the four kinds of quotes.
        case string(String)
        /// A whole number of 64 bits.
        case integer(Int)
        /// A number with a fraction or an exponent, an infinity or no number.
        case float(Double)
        /// True or false.
        case bool(Bool)
        /// A date, a time or both, as written; it exists in the calendar.
        case time(String)
        /// A list, or an array of tables.
        case array([TOMLValue])
        /// A table, inline or under a header.
        case table(TOMLTable)
    }

    /// What the value is.
    package let content: Content
    /// Where it begins; for a table under a header, the header.
    package let place: TextPlace

    /// The text; nil for any other kind.
    package var string: String? { if case .string(let text) = content { text } else { nil } }
    /// The whole number; nil for any other kind.
    package var int: Int? { if case .integer(let number) = content { number } else { nil } }
    /// The number, whole or not; nil for any other kind.
    package var number: Double? {
        switch content {
        case .float(let number): number
        case .integer(let number): Double(number)
        case .string, .bool, .time, .array, .table: nil
        }
    }
    /// True or false; nil for any other kind.
    package var bool: Bool? { if case .bool(let flag) = content { flag } else { nil } }
    /// The elements; nil for any other kind.
    package var array: [TOMLValue]? { if case .array(let elements) = content { elements } else { nil } }
    /// The table; nil for any other kind.
    package var table: TOMLTable? { if case .table(let table) = content { table } else { nil } }
}

/// A table of a TOML file.
package struct TOMLTable: Hashable, Sendable {
    /// A key's value and where the key stands.
    struct Entry: Hashable, Sendable {
        var value: TOMLValue
        var place: TextPlace
    }

    /// Its keys in the order of the file.
    package let keys: [String]
    private let entries: [String: Entry]

    init(keys: [String], entries: [String: Entry]) {
        self.keys = keys
        self.entries = entries
    }

    /// The value of a key; nil when the key is not written.
    package subscript(key: String) -> TOMLValue? { entries[key]?.value }

    /// Where a key stands, or the header of the table of that name; nil when it is not written.
    package func place(of key: String) -> TextPlace? { entries[key]?.place }

    /// Where a path such as `inject.1.at` stands (an element of a list counts from 0), else the nearest table or value
    /// above it; nil when not even its first part is written.
    package func place(at path: String) -> TextPlace? {
        var value = TOMLValue(content: .table(self), place: TextPlace(line: 1, column: 1))
        var parts = path.split(separator: ".", omittingEmptySubsequences: false)[...]
        var found: TextPlace?
        while !parts.isEmpty {
            switch value.content {
            case .table(let table):
                guard let step = table.step(along: parts) else { return found }
                (value, found) = (step.entry.value, step.entry.place)
                parts = parts.dropFirst(step.parts)
            case .array(let elements):
                guard let index = parts.first.flatMap({ Int($0) }), elements.indices.contains(index) else {
                    return found
                }
                value = elements[index]
                found = value.place
                parts = parts.dropFirst()
            case .string, .integer, .float, .bool, .time: return found
            }
        }
        return found
    }

    /// The entry that the path begins with, and how many parts its key takes up: a key in quotes may hold dots.
    private func step(along parts: ArraySlice<Substring>) -> (entry: Entry, parts: Int)? {
        var name = ""
        for (count, part) in parts.enumerated() {
            name += count == 0 ? String(part) : ".\(part)"
            if let entry = entries[name] { return (entry, count + 1) }
        }
        return nil
    }
}
