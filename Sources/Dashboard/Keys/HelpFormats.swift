import Formats

extension HelpText {
    /// The help as plain text in three columns, for `watchfloor keys`.
    package var plainText: String {
        let rows = sections.flatMap(\.rows)
        let keysWidth = min(34, rows.map { TextWidth.columns(of: $0.keysText(in: language)) }.max() ?? 0)
        let commandWidth = min(34, rows.map { TextWidth.columns(of: $0.commandText) }.max() ?? 0)
        var lines: [String] = []
        for section in sections {
            if !lines.isEmpty { lines.append("") }
            lines.append(section.title)
            for row in section.rows {
                let keys = padded(row.keysText(in: language), to: keysWidth)
                let command = padded(row.commandText, to: commandWidth)
                let reason = row.disabledReason.map { " [\($0)]" } ?? ""
                lines.append("  \(keys)  \(command)  \(row.help)\(reason)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The help as Markdown, a table for each group under a heading of a level (1 to 6).
    package func markdown(headingLevel: Int = 3) -> String {
        let head =
            switch language {
            case .english: "| Keys | Command | What it does |"
            case .chinese: "| 按键 | 命令 | 说明 |"
            }
        let mark = String(repeating: "#", count: min(max(headingLevel, 1), 6))
        return sections.map { section in
            let rows = section.rows.map { row in
                "| \(cell(row.keysText(in: language))) | `\(cell(row.commandText))` | \(cell(row.help)) |"
            }
            return ([mark + " " + section.title, "", head, "| --- | --- | --- |"] + rows).joined(separator: "\n")
        }.joined(separator: "\n\n") + "\n"
    }

    /// A table cell's text with the signs that mean something to Markdown made plain.
    private func cell(_ text: String) -> String {
        var plain = ""
        for character in text {
            if "|\\`*_[]<>".contains(character) && !text.hasPrefix(":") || character == "|" { plain.append("\\") }
            plain.append(character)
        }
        return plain
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - TextWidth.columns(of: text)))
    }
}
