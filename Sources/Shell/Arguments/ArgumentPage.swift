import Formats

/// The lines of a help in Chinese, set anew: Chinese takes two columns a character, and breaks anywhere.
struct ArgumentPage {
    private var lines: [String] = []
    /// An option with its text, as far as its lines were read.
    private var entry: (label: String, text: String)?
    private var isList = false

    /// The columns of a help.
    private static let columns = 80
    /// Where the texts of options begin.
    private static let indent = 26

    /// The whole page.
    var text: String {
        var page = self
        page.endEntry()
        return page.lines.joined(separator: "\n")
    }

    /// Reads the next line of the English page.
    mutating func takeLine(_ line: String) {
        if let heading = ArgumentWords.headings[line] {
            endEntry()
            isList = true
            lines.append(heading)
        } else if let pointer = ArgumentWords.pointer(line) {
            endEntry()
            lines.append(pointer)
        } else if isList, line.hasPrefix(String(repeating: " ", count: Self.indent)), entry != nil {
            goOn(line)
        } else if isList, line.hasPrefix("  "), !line.hasPrefix("   ") {
            begin(line)
        } else {
            endEntry()
            takeText(line)
        }
    }

    /// `  --name <name>   text`; a long label has its text on the next line.
    private mutating func begin(_ line: String) {
        endEntry()
        let body = line.dropFirst(2)
        guard let gap = body.firstRange(of: "  ") else {
            entry = Self.tight(String(body))
            return
        }
        entry = (String(body[..<gap.lowerBound]), String(body[gap.upperBound...].drop { $0 == " " }))
    }

    /// A label that fills its room, with one blank before its text.
    private static func tight(_ body: String) -> (label: String, text: String) {
        let room = indent - 3
        guard body.count > room + 1, body[body.index(body.startIndex, offsetBy: room)] == " " else { return (body, "") }
        let end = body.index(body.startIndex, offsetBy: room)
        let text = body[body.index(after: end)...]
        // A longer label goes on with its place; its text stands on the next line.
        if text.first == "<" || text.first == "-" { return (body, "") }
        return (String(body[..<end]), String(text))
    }

    private mutating func goOn(_ line: String) {
        let more = line.drop { $0 == " " }
        guard let (label, text) = entry else { return }
        entry = (label, text.isEmpty ? String(more) : "\(text) \(more)")
    }

    private mutating func endEntry() {
        guard let (label, text) = entry else { return }
        entry = nil
        let shown = "  " + ArgumentWords.placed(label).replacing(" (default)", with: "（默认）")
        let said = ArgumentWords.values(ArgumentWords.fixed[text] ?? text)
        let room = Self.indent - 1
        var first = shown
        if TextWidth.columns(of: shown) < room {
            first += String(repeating: " ", count: Self.indent - TextWidth.columns(of: shown))
        } else {
            lines.append(shown)
            first = String(repeating: " ", count: Self.indent)
        }
        let parts = Self.broken(said, columns: Self.columns - Self.indent)
        lines.append((first + (parts.first ?? "")).trimmedAtEnd)
        lines += parts.dropFirst().map { String(repeating: " ", count: Self.indent) + $0 }
    }

    private mutating func takeText(_ line: String) {
        if line.isEmpty { isList = false }
        for (english, chinese) in ArgumentWords.openings where line.hasPrefix(english) {
            isList = false
            let rest = String(line.dropFirst(english.count))
            let isUsage = english.lowercased().hasPrefix("usage")
            let said = chinese + (isUsage || english == "Help:  " ? ArgumentWords.placed(rest) : rest)
            lines += isUsage ? [said] : Self.broken(said, columns: Self.columns)
            return
        }
        if let said = line.wholeMatch(of: /Error: (.+)/)?.output.1 {
            lines.append("Error: " + ArgumentWords.fault(String(said)))
        } else if line.hasPrefix("  ") {
            lines.append(ArgumentWords.placed(line))
        } else {
            lines += Self.broken(line, columns: Self.columns)
        }
    }

    /// A text in lines of at most so many columns: Latin words stay whole, and no line begins with a stop.
    static func broken(_ text: String, columns: Int) -> [String] {
        var lines: [String] = []
        var rest = text[...]
        while TextWidth.columns(of: String(rest)) > columns {
            var end = rest.startIndex
            var (used, cut) = (0, rest.startIndex)
            while end < rest.endIndex {
                used += TextWidth.columns(of: String(rest[end]))
                guard used <= columns else { break }
                end = rest.index(after: end)
                if end < rest.endIndex, mayBreak(rest[rest.index(before: end)], rest[end]) { cut = end }
            }
            if cut == rest.startIndex { cut = end > rest.startIndex ? end : rest.index(after: end) }
            lines.append(String(rest[..<cut]).trimmedAtEnd)
            rest = rest[cut...].drop { $0 == " " }
        }
        if !rest.isEmpty || lines.isEmpty { lines.append(String(rest)) }
        return lines
    }

    private static func mayBreak(_ before: Character, _ after: Character) -> Bool {
        if before == " " { return after != " " }
        if "，。；：、？！）”》".contains(after) || "（“《".contains(before) { return false }
        return !(before.isASCII && after.isASCII)
    }
}

extension String {
    /// The text without blanks at its end.
    fileprivate var trimmedAtEnd: String {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
