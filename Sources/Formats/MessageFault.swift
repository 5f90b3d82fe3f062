/// Why a message could not be taken, so that its sender can put it right: the field, what was found, what is expected.
package struct MessageFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The field, such as `alerts[2].startsAt`, or `byte 17` of what is no JSON or XML; empty for the whole message.
    package var path: String
    /// What was found, in English.
    package var found: String
    /// What was found, in Chinese.
    package var foundChinese: String
    /// What is expected, in English.
    package var expected: String
    /// What is expected, in Chinese.
    package var expectedChinese: String

    /// Where in the bytes of the text, from 0; nil of what is no place in them.
    package var offset: Int?

    /// Creates a fault.
    package init(
        path: String, found: String, foundChinese: String, expected: String, expectedChinese: String,
        offset: Int? = nil
    ) {
        self.path = path
        self.offset = offset
        self.found = found
        self.foundChinese = foundChinese
        self.expected = expected
        self.expectedChinese = expectedChinese
    }

    /// In English.
    package var english: String { (path.isEmpty ? "" : path + ": ") + "found \(found); expected \(expected)" }
    /// In Chinese.
    package var chinese: String { (path.isEmpty ? "" : path + "：") + "实为\(foundChinese)，应为\(expectedChinese)" }
    /// In both languages.
    package var description: String { "\(english) / \(chinese)" }

    /// The same fault of a field inside another.
    package func inside(_ parent: String) -> MessageFault {
        var fault = self
        fault.path = path.isEmpty ? parent : path.hasPrefix("[") ? parent + path : parent + "." + path
        return fault
    }

    /// A text longer than is read.
    package static func tooLong(_ count: Int, limit: Int) -> MessageFault {
        MessageFault(
            path: "", found: "\(count) bytes", foundChinese: "\(count) 字节", expected: "at most \(limit) bytes",
            expectedChinese: "至多 \(limit) 字节")
    }

    /// A name that an object has twice.
    package static func repeated(_ name: String, at offset: Int) -> MessageFault {
        MessageFault(
            path: "byte \(offset + 1)", found: "the name \(excerpt(name)) again",
            foundChinese: "重复的名称 \(excerpt(name))",
            expected: "each name once", expectedChinese: "每个名称仅出现一次", offset: offset)
    }

    /// Bytes that are not UTF-8.
    static func notUTF8(at offset: Int) -> MessageFault {
        MessageFault(
            path: "byte \(offset + 1)", found: "bytes that are not UTF-8", foundChinese: "非 UTF-8 字节",
            expected: "UTF-8", expectedChinese: "UTF-8", offset: offset)
    }

    /// A field that is not there.
    package static func missing(_ path: String, _ expected: String, _ chinese: String) -> MessageFault {
        MessageFault(
            path: path, found: "nothing", foundChinese: "空缺", expected: expected, expectedChinese: chinese)
    }

    /// A field with a value that it cannot have.
    package static func value(_ path: String, _ value: JSON, _ expected: String, _ chinese: String) -> MessageFault {
        let text = excerpt(value.written())
        return MessageFault(
            path: path, found: text, foundChinese: " \(text)", expected: expected, expectedChinese: chinese)
    }

    /// A field with a text that it cannot have.
    package static func text(_ path: String, _ text: String, _ expected: String, _ chinese: String) -> MessageFault {
        value(path, .string(text), expected, chinese)
    }

    /// The beginning of a foreign text, fit for a message: printable and short.
    package static func excerpt(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(60).map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
                "\u{FFFD}"
            default: scalar
            }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: shown)
        return String(result) + (text.unicodeScalars.count > 60 ? "…" : "")
    }
}
