import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

/// Lines to choose one from.
package struct MenuView: Sendable {
    /// What is to be chosen.
    package var title: String
    /// The lines: the key that chooses it at once, if any, and its text.
    package var rows: [KeyHint]
    /// Which of them the cursor is on.
    package var cursor = 0
    /// The letters typed to find a line; empty when none were.
    package private(set) var typed = ""
    /// False while no line has the letters typed.
    package private(set) var fits = true
    /// The keys that help here.
    package var hints: [KeyHint] = []
    /// What choosing a line does; nil for nothing.
    private let choice: (any MenuChoice)?

    /// Creates the menu.
    package init(title: String, rows: [KeyHint]) {
        self.init(title: title, rows: rows, choice: nil)
    }

    private init(title: String, rows: [KeyHint], choice: (any MenuChoice)?) {
        self.title = title
        self.rows = rows
        self.choice = choice
    }

    /// Looks for the line that begins with what is typed, or else has a word that does, and puts the cursor on it.
    package mutating func find(_ text: String) {
        typed = text
        let found = text.isEmpty ? cursor : line(beginning: text)
        fits = found != nil
        cursor = found ?? cursor
    }

    /// The line that letters could be meant for; nil when no line has them.
    package func line(beginning text: String) -> Int? {
        let folded = text.lowercased()
        let labels = rows.map { $0.label.lowercased() }
        return labels.firstIndex { $0.hasPrefix(folded) }
            ?? labels.firstIndex { label in label.contains(" " + folded) }
    }
}

/// What choosing a line of a menu does.
protocol MenuChoice: Sendable {
    /// Does what the line says; the menu is closed.
    func choose(_ line: Int, on console: Console)
    /// True when digits are not the numbers of its lines but the beginning of what a line of text takes, as a length.
    var takesDigits: Bool { get }
    /// Opens that line of text with the first digit in it; the menu is closed.
    func begin(with digit: String, on console: Console)
}

extension MenuChoice {
    var takesDigits: Bool { false }
    func begin(with digit: String, on console: Console) {}
}

extension MenuView: Layer {
    var mode: Mode? { .menu }

    /// Opens a menu. Of one incident the title says what and where it is, behind what is cut last.
    static func open(
        _ title: String, _ rows: [String], _ choice: any MenuChoice, about incidents: [IncidentID] = [],
        at cursor: Int = 0, on console: Console
    ) {
        let board = console.board
        let about =
            incidents.count == 1 ? board.incidents[incidents[0]].map { console.words.about($0, on: board) } : nil
        let dot = console.screen.glyphs.dot
        let title = [title, about ?? ""].filter { !$0.isEmpty }.joined(separator: " \(dot) ")
        let isNumbered = !choice.takesDigits
        let lines = rows.enumerated().map { KeyHint(isNumbered && $0 < 9 ? "\($0 + 1)" : "", $1) }
        var menu = MenuView(title: title, rows: lines, choice: choice)
        menu.cursor = cursor
        console.layers.open(menu)
    }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        guard name == .accept else { return runCommon(name, on: console) }
        guard fits else {
            refuseUnfit(on: console)
            return .stays
        }
        return choose(row: cursor, on: console)
    }

    mutating func move(by distance: Int, on console: Console) {
        find("")
        cursor = moved(cursor, distance, rows.count)
    }

    mutating func choose(row: Int, on console: Console) -> LayerAnswer {
        guard let choice, rows.indices.contains(row) else { return .stays }
        choice.choose(row, on: console)
        return .closes
    }

    /// The key of a line chooses it as long as that is in sight; letters find one. Where the lines are lengths, digits are
    /// the beginning of a length.
    mutating func take(_ key: Key, on console: Console) -> LayerAnswer {
        guard key.modifiers.isEmpty else { return .passes }
        if key.code == .backspace, !typed.isEmpty {
            find(String(typed.dropLast()), on: console)
            return .stays
        }
        guard case .character(let scalar) = key.code else { return .passes }
        if typed.isEmpty, let choice, choice.takesDigits, ("0"..."9").contains(scalar) {
            choice.begin(with: String(Character(scalar)), on: console)
            return .closes
        }
        if typed.isEmpty, let digit = Int(String(Character(scalar))), digit > 0 {
            return console.asking.isInSight(row: digit - 1, of: rows.count, in: self)
                ? choose(row: digit - 1, on: console) : .stays
        }
        guard scalar != " " || !typed.isEmpty else { return .passes }
        find(typed + String(Character(scalar)), on: console)
        return .stays
    }

    /// A letter goes on with those typed before it, whatever it is bound to; the first one finds a line where its key would
    /// only go to the top.
    mutating func take(_ key: Key, before name: CommandName, on console: Console) -> Bool {
        guard key.modifiers.isEmpty, case .character(let scalar) = key.code else { return false }
        let text = typed + String(Character(scalar))
        guard !typed.isEmpty || (name == .top && line(beginning: text) != nil) else { return false }
        find(text, on: console)
        return true
    }

    private mutating func find(_ text: String, on console: Console) {
        find(text)
        if !fits { refuseUnfit(on: console) }
    }

    /// Nothing is chosen while the letters typed fit no line.
    private func refuseUnfit(on console: Console) {
        console.say(.warning, console.words.noLineBegins(typed))
        console.screen.bell()
    }

    mutating func refresh(on console: Console) {
        let words = console.words
        let digits = choice?.takesDigits == true ? words.typeLengthHint : words.chooseHint
        hints = console.keyHints.hints(entering: words.chooseHint, digits: digits)
        hints.insert(KeyHint("a-z", words.findLineHint), at: min(2, hints.count))
    }
}

// MARK: - On the screen

extension MenuView {
    func rowsInSight(_ layout: Layout) -> Range<Int> {
        layout.inSight(cursor: cursor, count: rows.count, rows: layout.boxRows(lines(asked: layout) + foot) - foot)
    }

    /// The lines to choose from that are asked for on a screen.
    private func lines(asked layout: Layout) -> Int { min(rows.count, max(1, layout.size.rows - 8)) }

    /// The lines below those to choose from.
    private var foot: Int { hints.isEmpty ? 0 : 2 }

    /// The lines to choose from, and below them the keys that help.
    func draw(into frame: inout Frame) {
        let keys = rows.map { TextWidth.columns(of: $0.key) }.max() ?? 0
        let labels = rows.map { TextWidth.columns(of: $0.label) }.max() ?? 1
        let hintColumns = hints.reduce(0) { $0 + TextWidth.columns(of: $1.key + $1.label) + 4 }
        let width = max(keys + labels + 4, hintColumns, TextWidth.columns(of: title) + 6)
        let columns = min(width, min(90, frame.layout.size.columns - 4))
        let inside = frame.drawPopup(
            columns: columns, rows: lines(asked: frame.layout) + foot, place: .centre, title: title,
            note: typed.isEmpty ? "" : "/" + typed)
        let list = Rect(
            column: inside.column, row: inside.row, columns: inside.columns, rows: max(0, inside.rows - foot))
        let inSight = rowsInSight(frame.layout)
        for number in inSight {
            let (row, line) = (rows[number], list.line(number - inSight.lowerBound))
            // While letters fit no line, none is about to be chosen.
            let chosen = number == cursor && fits
            frame.drawPopupRow(line, chosen: chosen, index: number)
            let key = keys > 0 ? fitted(row.key, columns: keys) + "  " : ""
            frame.writePopup(RichText(key, .key).then(row.label, .text), line, chosen: chosen)
        }
        frame.drawBeyond(inSight.lowerBound, rows: inSight.count, of: rows.count, inside)
        if !hints.isEmpty { frame.drawPopupFoot(hints: hints, inside) }
    }
}
