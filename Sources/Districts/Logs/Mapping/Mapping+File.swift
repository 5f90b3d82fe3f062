import Formats

extension Mapping {
    /// How a log's file is written, as far as its beginning does not tell.
    package struct FileRules: Sendable {
        /// The sign between fields; nil to find it by the header.
        package var separator: UInt8?
        /// How letters are written; nil to find it by the header.
        package var encoding: TextEncoding?
        /// The names of the columns, in their order, of a log without a header line; empty for one that has it.
        package var header: [String] = []

        /// Nothing is known of the file.
        package init() {}
    }

    mutating func readFile(_ table: SettingsTable) {
        table.expect(["separator", "encoding", "header"])
        if let text = table.string("separator") {
            if let byte = text.utf8.first, text.utf8.count == 1, LogLayout.separators.contains(byte) {
                file.separator = byte
            } else {
                table.fault(
                    "separator", "must be one of \",\" \";\" \"\\t\" \"|\"", "应为 \",\" \";\" \"\\t\" \"|\" 之一")
            }
        }
        if let name = table.string("encoding") {
            file.encoding = TextEncoding(name)
            if file.encoding == nil {
                table.fault(
                    "encoding",
                    "\"\(name)\" is no encoding that this machine knows; write UTF-8, GBK, Big5, Shift_JIS …",
                    "“\(name)”不是本机支持的编码；可写 UTF-8、GBK、Big5、Shift_JIS 等")
            }
        }
        file.header = table.strings("header").map(Self.normalised)
    }

    /// What the mapping says, without what changes nothing: blank lines, comments and blanks around lines. Two mappings of
    /// one content read a log in the same way.
    package static func content(of text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { line in
            line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
        }.filter { !$0.isEmpty && $0.first != "#" }.map { String($0) }.joined(separator: "\n")
    }
}
