import Formats
import TerminalKit
import Themes
import Wording

/// A line of the help.
package struct HelpRow: Hashable, Sendable {
    /// What a line of the help is.
    package enum Kind: Hashable, Sendable {
        /// The title of a group.
        case heading
        /// A command.
        case command
        /// A command that cannot be used now; its note says why.
        case disabled
        /// A sentence.
        case text
    }
    /// What it is.
    package var kind: Kind
    /// The keys, if any.
    package var keys: String
    /// The command's name, by which it can be typed.
    package var name: String
    /// What it does, or the heading or sentence.
    package var text: String

    /// Creates a line.
    package init(_ kind: Kind, keys: String = "", name: String = "", text: String) {
        self.kind = kind
        self.keys = keys
        self.name = name
        self.text = text
    }
}

/// The keys and commands, or another page of text.
package struct HelpView: Sendable {
    /// What the page is called; nil for the keys and commands.
    package var title: String?
    /// The lines.
    package var rows: [HelpRow]
    /// Lines scrolled past.
    package var offset = 0
    /// What the lines were searched for; empty when they were not.
    package var search = ""

    /// Creates the view.
    package init(title: String? = nil, rows: [HelpRow]) {
        self.title = title
        self.rows = rows
    }
}

extension HelpView: Layer {
    var mode: Mode? { .help }
    func page(of rows: Int) -> Int? { rows - 6 }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        switch name {
        case .filter: console.ask(FindLine())
        case .findNext, .findPrevious: find(forward: name == .findNext, on: console)
        default: return runCommon(name, on: console)
        }
        return .stays
    }

    mutating func move(by distance: Int, on console: Console) {
        offset = max(0, min(offset + distance, offset + console.painter.info.helpBelow))
    }

    /// To the next line that has what was searched for, or the first one; asks for it when nothing was.
    mutating func find(forward: Bool, on console: Console) {
        guard !search.isEmpty else { return console.ask(FindLine()) }
        let needle = search.lowercased()
        let starts = console.painter.info.helpStarts
        let fits = zip(rows, starts).compactMap { row, start in
            let hit = row.text.lowercased().contains(needle) || row.name.contains(needle) || row.keys.contains(search)
            return hit ? start : nil
        }
        let next = forward ? fits.first { $0 > offset } : fits.last { $0 < offset }
        guard let next = next ?? (forward ? fits.first : fits.last) else {
            return console.say(.info, console.words.message(.notFound(search)))
        }
        offset = next
    }
}

extension HelpView {
    /// The keys and commands as they are where the help is opened.
    static func commands(on console: Console) -> HelpView {
        let (words, before) = (console.words, console.mode)
        let help = HelpText(
            keymap: console.settings.keymap, language: words.language, chain: before.chain,
            disabledReason: console.disabledReason)
        var rows: [HelpRow] = []
        // What a dispatcher looks for comes first, moving about after it.
        let work: Set<CommandGroup> = [.assignment, .incident, .unit, .alert]
        let sections =
            help.sections.filter { work.contains($0.group) } + help.sections.filter { !work.contains($0.group) }
        for section in sections {
            rows.append(HelpRow(.heading, text: section.title))
            for row in section.rows {
                let note = row.disabledReason.map { " (\($0))" } ?? ""
                rows.append(
                    HelpRow(
                        row.disabledReason == nil ? .command : .disabled, keys: keys(row, in: before, on: console),
                        name: row.name.rawValue, text: row.help + note))
            }
        }
        return HelpView(rows: rows + grammar(words))
    }

    /// The keys of a command where the help was opened; elsewhere its keys with their modes.
    private static func keys(_ row: HelpText.Row, in mode: Mode, on console: Console) -> String {
        let here = console.settings.keymap.keys(for: row.name, chain: mode.chain).map { KeyNotation.text(of: $0) }
        return here.isEmpty ? row.keysText(in: console.words.language) : here.joined(separator: ", ")
    }

    /// The language of the command line.
    private static func grammar(_ words: Words) -> [HelpRow] {
        [HelpRow(.heading, text: words.grammarTitle)]
            + GrammarHelp.all.map {
                HelpRow(.command, keys: $0.form(in: words.language), text: $0.text(in: words.language))
            }
    }
}

// MARK: - On the screen

extension HelpView {
    /// The page, with how many lines there are below those in sight. Nothing is cut off: what is longer than its place goes on
    /// in the next line.
    func draw(into frame: inout Frame) {
        let columns = min(100, frame.layout.size.columns - 4)
        let title = title ?? frame.words.helpTitle
        let room = max(1, frame.layout.size.rows - 6)
        let widths = widths(columns: columns)
        let broken = rows.map { $0.lines(widths, columns: columns - 2, in: frame) }
        var count = 0
        frame.info.helpStarts = broken.map { lines in
            defer { count += lines.count }
            return count
        }
        let lines = Array(broken.joined())
        let height = self.title == nil ? room : min(room, max(1, lines.count))
        let note = search.isEmpty ? "" : "/\(search)"
        let inside = frame.drawPopup(columns: columns, rows: height, place: .centre, title: title, note: note)
        let first = max(0, min(offset, lines.count - inside.rows))
        frame.info.helpBelow = max(0, lines.count - first - inside.rows)
        for (index, line) in lines.dropFirst(first).prefix(inside.rows).enumerated() {
            frame.writePopup(line, inside.line(index))
        }
        let below = frame.info.helpBelow
        guard below > 0, inside.rows > 0 else { return }
        let more = "\(frame.glyphs.moreBelow) \(frame.words.moreLines(below))"
        frame.grid.write(
            " \(more) ", column: inside.column, row: inside.endRow, columns: inside.columns,
            style: frame.style(.more, on: .popup))
    }

    /// The columns of keys and of names.
    private func widths(columns: Int) -> (keys: Int, names: Int) {
        let keys = min(16, rows.map { TextWidth.columns(of: $0.keys) }.max() ?? 8)
        return (keys, columns >= 70 ? rows.map { TextWidth.columns(of: $0.name) }.max() ?? 0 : 0)
    }
}

extension HelpRow {
    /// The lines that it takes: keys that are wider than their columns stand in a line of their own, above what they do.
    func lines(_ widths: (keys: Int, names: Int), columns: Int, in frame: Frame) -> [RichText] {
        switch kind {
        case .heading: return RichText(text, .popupTitle).broken(columns: columns)
        case .text: return RichText(text, .text).broken(columns: columns)
        case .command, .disabled:
            let isOff = kind == .disabled
            let margin = widths.keys + 2 + (widths.names > 0 ? widths.names + 2 : 0)
            let isWide = TextWidth.columns(of: keys) > widths.keys
            // Without a name there is room for what it does beside wider keys.
            let besides = name.isEmpty && TextWidth.columns(of: keys) + 2 <= margin
            var head = RichText(
                besides ? fitted(keys, columns: margin) : fitted(isWide ? "" : keys, columns: widths.keys) + "  ",
                isOff ? .textDim : .key)
            if !besides, widths.names > 0 { head = head.then(fitted(name, columns: widths.names) + "  ", .textDim) }
            let said = (isOff ? frame.glyphs.dash + " " : "") + text
            let lines = head.then(said, isOff ? .textDim : .text).broken(columns: columns, indent: margin)
            return isWide && !besides ? RichText(keys, isOff ? .textDim : .key).broken(columns: columns) + lines : lines
        }
    }

    /// Draws the line in one row, its keys and name in so many columns.
    func draw(
        _ place: Rect, keys keyColumns: Int, names nameColumns: Int, chosen: Bool = false, into frame: inout Frame
    ) {
        let line =
            switch kind {
            case .heading: RichText(text, .popupTitle)
            case .text: RichText(text, .text)
            case .command, .disabled: row(keyColumns, nameColumns, in: frame)
            }
        frame.writePopup(line, place, chosen: chosen)
    }

    private func row(_ keyColumns: Int, _ nameColumns: Int, in frame: Frame) -> RichText {
        let isOff = kind == .disabled
        var line = RichText(fitted(keys, columns: keyColumns) + "  ", isOff ? .textDim : .key)
        if nameColumns > 0 { line = line.then(fitted(name, columns: nameColumns) + "  ", .textDim) }
        return line.then((isOff ? frame.glyphs.dash + " " : "") + text, isOff ? .textDim : .text)
    }
}
