import Formats

/// How the rows of a log are written: in which letters, with what between their fields, and under which names.
struct LogLayout {
    var encoding: TextEncoding
    var separator: UInt8
    /// The names of the columns, as they are compared.
    var header: [String]
    /// Lines in front of the first row of data: the header, and a line that names the separator for Excel.
    var linesBefore: Int

    /// What may stand between fields; the first where a header tells nothing.
    static let separators: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

    /// How much of a file is looked at for its header.
    static let length = 64 * 1024

    /// The layouts that the beginning of a file may have under a mapping's rules, the likeliest first; at least one, unless
    /// there is no header.
    static func possible(_ head: [UInt8], _ rules: Mapping.FileRules) -> [LogLayout] {
        encodings(head, rules).flatMap { encoding -> [LogLayout] in
            let text = encoding == .utf8 ? head : decoded(head, encoding)
            let start = Beginning(text)
            let stated = rules.separator ?? start.separator
            let fitting = stated.map { [$0] } ?? separators.filter { $0 == separators[0] || start.line.contains($0) }
            return fitting.compactMap { separator in
                layout(start, encoding, separator, stated: rules.header)
            }
        }
    }

    private static func layout(
        _ start: Beginning, _ encoding: TextEncoding, _ separator: UInt8, stated: [String]
    ) -> LogLayout? {
        let skipped = start.separator == nil ? 0 : 1
        guard stated.isEmpty else {
            return LogLayout(encoding: encoding, separator: separator, header: stated, linesBefore: skipped)
        }
        guard let names = firstRow(start.text, separator) else { return nil }
        return LogLayout(
            encoding: encoding, separator: separator, header: names.map(Mapping.normalised), linesBefore: skipped + 1)
    }

    /// The fields of the first row of a text that ends anywhere; nil when it has none.
    static func firstRow(_ text: ArraySlice<UInt8>, _ separator: UInt8) -> [String]? {
        var reader = CSVReader(bytes: Array(text), separator: separator)
        // Bytes in memory are read without an error.
        guard let step = try? reader.next(), step == .row else { return nil }
        return (0..<reader.fieldCount).map { reader.text($0) }
    }

    /// The fields of the first row of data at the beginning of a file; empty when it is not there.
    func rows(of head: [UInt8]) -> [String] {
        let text = encoding == .utf8 ? head : Self.decoded(head, encoding)
        var reader = CSVReader(bytes: text, separator: separator)
        reader.expectedFields = header.count
        var number = 0
        // Bytes in memory are read without an error.
        while let step = try? reader.next() {
            number += 1
            if number > linesBefore, step == .row { return (0..<reader.fieldCount).map { reader.text($0) } }
        }
        return []
    }

    private static func encodings(_ head: [UInt8], _ rules: Mapping.FileRules) -> [TextEncoding] {
        if let stated = rules.encoding { return [stated] }
        if let marked = TextEncoding.marked(head), marked != .utf8 { return [marked] }
        let line = head.prefix { $0 != UInt8(ascii: "\n") }
        return String(validating: line, as: UTF8.self) == nil ? [.utf8] + TextEncoding.usual : [.utf8]
    }

    private static func decoded(_ head: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
        var given = 0
        let transcoder = Transcoder(encoding) { target in
            let count = min(target.count, head.count - given)
            target.copyBytes(from: head[given..<given + count])
            given += count
            return count
        }
        var text = [UInt8](repeating: 0, count: head.count * 4)
        // Bytes in memory are read without an error.
        var filled = 0
        while let transcoder, filled < text.count {
            let count = text.withUnsafeMutableBytes {
                (try? transcoder.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))) ?? 0
            }
            if count == 0 { break }
            filled += count
        }
        return Array(text[..<filled])
    }

    /// The beginning of a file in UTF-8.
    private struct Beginning {
        /// From the first line on that is not there for Excel.
        var text: ArraySlice<UInt8>
        /// The first line of it.
        var line: ArraySlice<UInt8>
        /// What a line `sep=;` in front names.
        var separator: UInt8?

        init(_ head: [UInt8]) {
            text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head[3...] : head[...]
            line = text.prefix { $0 != UInt8(ascii: "\n") }
            guard line.starts(with: Array("sep=".utf8)), (5...6).contains(line.count) else { return }
            separator = line[line.startIndex + 4]
            text = text.dropFirst(line.count + 1)
            line = text.prefix { $0 != UInt8(ascii: "\n") }
        }
    }
}

/// How a log turned out to be written.
package struct LogHeader: Hashable, Sendable {
    /// The names of its columns.
    package let names: [String]
    /// The name of its encoding.
    package let encoding: String
    /// The sign between its fields.
    package let separator: UInt8

    init(_ layout: LogLayout) {
        names = layout.header
        encoding = layout.encoding.name
        separator = layout.separator
    }

    /// True for UTF-8 with commas.
    package var isUsual: Bool { separator == UInt8(ascii: ",") && encoding == TextEncoding.utf8.name }

    /// What stands between its fields, and its encoding, in English.
    package var english: String {
        let sign =
            switch separator {
            case UInt8(ascii: ";"): "semicolons"
            case UInt8(ascii: "\t"): "tabs"
            case UInt8(ascii: "|"): "vertical bars"
            default: "commas"
            }
        return encoding == TextEncoding.utf8.name ? sign : "\(sign), \(encoding)"
    }

    /// What stands between its fields, and its encoding, in Chinese.
    package var chinese: String {
        let sign =
            switch separator {
            case UInt8(ascii: ";"): "分号"
            case UInt8(ascii: "\t"): "制表符"
            case UInt8(ascii: "|"): "竖线"
            default: "逗号"
            }
        return encoding == TextEncoding.utf8.name ? sign : "\(sign)，\(encoding)"
    }
}
