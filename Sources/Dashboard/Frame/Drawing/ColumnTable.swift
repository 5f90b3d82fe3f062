import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

/// A column of a table.
struct TableColumn {
    var name: ColumnName
    var specification: ColumnSpecification
    var alignment: Alignment = .leading

    init(
        _ name: ColumnName, _ minimum: Int, _ ideal: Int, grows: Int = 0, importance: Int,
        alignment: Alignment = .leading
    ) {
        self.name = name
        specification = ColumnSpecification(minimum: minimum, ideal: ideal, grows: grows, importance: importance)
        self.alignment = alignment
    }
}

/// The columns of a table with the places they got in this frame.
struct ColumnTable {
    /// One column's place; of no width when it was dropped.
    struct Place {
        var name: ColumnName
        var column: Int
        var columns: Int
        var alignment: Alignment
    }

    /// Blank columns at the left, the first of which carries the row's mark.
    static let gutter = 2

    /// Blank columns between two columns.
    static func gap(in area: Rect) -> Int { area.columns < 84 ? 1 : 2 }

    let area: Rect
    private(set) var places: [Place] = []

    init(_ columns: [TableColumn], area: Rect) {
        self.area = area
        let gap = ColumnTable.gap(in: area)
        let widths = Columns.widths(
            columns.map(\.specification), available: area.columns - ColumnTable.gutter - 1, gap: gap)
        var column = area.column + ColumnTable.gutter
        for (index, width) in widths.enumerated() where width > 0 {
            places.append(
                Place(name: columns[index].name, column: column, columns: width, alignment: columns[index].alignment))
            column += width + gap
        }
    }
}

/// Something short at the right end of a cell, such as a count or a state's word.
struct CellTag {
    var text: String
    var role: Role
}

/// How a row stands out: the selected one, or the one that a dialog over the panes is opened from.
enum RowLook {
    case plain, selected, selectedElsewhere
}

extension Frame {
    /// The header of a table; the sorted column is marked with a word's underline and an arrow.
    mutating func drawHeader(_ table: ColumnTable, _ pane: PaneName, sorted: ColumnName? = nil, reversed: Bool = false)
    {
        guard table.area.rows > 0 else { return }
        let row = table.area.row
        for place in table.places {
            let isSorted = place.name == sorted
            let arrow = reversed ? glyphs.moreAbove : glyphs.moreBelow
            guard place.name != .state else { continue }
            var text = words.header(place.name)
            // Ages end in the cell of their exclamation mark; the mark of the sort goes there too.
            let isAge = place.name == .age || place.name == .time
            let endsThere = isAge || place.alignment == .trailing
            if isSorted { text += arrow } else if isAge { text += " " }
            let rect = Rect(column: place.column, row: row, columns: place.columns + (endsThere ? 0 : 1), rows: 1)
            writeAligned(text, rect, place.alignment, style(isSorted ? .headerSorted : .header))
            info.regions.append(.init(rect: rect, target: .header(pane, place.name)))
        }
    }

    /// How a row of a list stands out: only a list that has the keys shows what is selected in it, weaker while a dialog
    /// over it takes them.
    func look<ID>(of id: ID, _ list: ListState<ID>, _ pane: PaneName) -> RowLook {
        guard list.selected == id, view.hasCursor(pane) else { return .plain }
        return view.layers.popup?.isModal ?? false ? .selectedElsewhere : .selected
    }

    /// Paints the ground of a row and its mark, and returns how its cells are to look.
    mutating func beginRow(_ line: Rect, look: RowLook, marked: Bool = false, isNew: Bool = false) {
        if look != .plain { grid.fill(line, style: rowStyle(.text, look)) }
        if marked {
            grid.write(
                glyphs.check, column: line.column, row: line.row, columns: 1, style: rowStyle(.marked, look))
        } else if isNew {
            grid.write("+", column: line.column, row: line.row, columns: 1, style: rowStyle(.noticeNew, look))
        } else if look != .plain {
            grid.write(glyphs.arrow, column: line.column, row: line.row, columns: 1, style: rowStyle(.text, look))
        }
    }

    /// A role on the ground of a row.
    func rowStyle(_ role: Role, _ look: RowLook) -> Style {
        switch look {
        case .plain: style(role)
        case .selected: theme.selected(style(role))
        case .selectedElsewhere: theme.selected(style(role), focused: false)
        }
    }

    /// Writes a cell of a row.
    mutating func cell(_ text: String, _ place: ColumnTable.Place, _ line: Rect, _ style: Style) {
        writeAligned(
            text, Rect(column: place.column, row: line.row, columns: place.columns, rows: 1), place.alignment, style)
    }

    /// Writes a cell of a list's row, and at its right end the tags that leave at least a third of it to the text.
    mutating func cell(
        _ text: String, tags: [CellTag] = [], _ place: ColumnTable.Place, _ line: Rect, _ role: Role, _ look: RowLook
    ) {
        var left = place
        for tag in tags {
            let width = TextWidth.columns(of: tag.text)
            guard left.columns - width - 1 >= place.columns / 3 else { continue }
            var right = left
            right.column = left.column + left.columns - width
            right.columns = width
            cell(tag.text, right, line, rowStyle(tag.role, look))
            left.columns -= width + 1
        }
        cell(text, left, line, rowStyle(role, look))
    }

    /// Writes text into one row of cells, at its left or right end; too long, it is cut off with an ellipsis.
    mutating func writeAligned(_ text: String, _ rect: Rect, _ alignment: Alignment, _ style: Style) {
        var column = rect.column
        if alignment != .leading {
            let spare = max(0, rect.columns - TextWidth.columns(of: text))
            column += alignment == .trailing ? spare : spare / 2
        }
        grid.write(text, column: column, row: rect.row, columns: rect.endColumn - column, style: style)
    }

    /// A row of a frozen list whose thing is no longer on the board.
    mutating func drawGone(_ name: String, _ line: Rect, _ look: RowLook) {
        beginRow(line, look: look)
        grid.write(
            words.goneFromBoard(name), column: line.column + ColumnTable.gutter, row: line.row,
            columns: line.columns - ColumnTable.gutter,
            style: rowStyle(.textDim, look))
    }

    /// What a list says while it has nothing to show.
    mutating func drawEmpty(_ pane: PaneName, _ area: Rect) {
        let filter = view.filterTexts[pane] ?? ""
        let text =
            filter.isEmpty
            ? pane.room.emptyText(self)
            : words.emptyFiltered(pane, filter: filter)
        let room = area.columns - 2 * ColumnTable.gutter
        for (index, part) in wrapped(text, columns: room, limit: max(1, area.rows - 2)).enumerated() {
            let line = area.line(index + 1)
            guard line.rows > 0 else { return }
            grid.write(
                part, column: area.column + ColumnTable.gutter, row: line.row, columns: room, style: style(.textDim))
        }
    }

    /// The last line of a list: what lies below, the place in the list, what came in above, or that it stands still.
    /// Returns the column after it.
    @discardableResult
    mutating func drawListFoot<ID>(_ line: Rect, _ pane: PaneName, _ list: ListState<ID>) -> Int {
        guard line.rows > 0 else { return line.column }
        var column = line.column + ColumnTable.gutter
        func room() -> Int { line.endColumn - 1 - column }
        if list.below > 0 {
            let text = "\(glyphs.moreBelow) \(words.moreBelow(list.below))"
            let used = grid.write(text, column: column, row: line.row, columns: room(), style: style(.more))
            info.regions.append(
                .init(rect: Rect(column: column, row: line.row, columns: used, rows: 1), target: .moreBelow(pane)))
            column += used + 3
        } else if list.offset > 0 {
            column +=
                grid.write(words.endOfList, column: column, row: line.row, columns: room(), style: style(.more)) + 3
        }
        if list.newAbove > 0 {
            let text = "\(glyphs.moreAbove) \(words.newAbove(list.newAbove)) \(glyphs.dot) \(words.key(.top))"
            let used = grid.write(text, column: column, row: line.row, columns: room(), style: style(.noticeNew))
            info.regions.append(
                .init(rect: Rect(column: column, row: line.row, columns: used, rows: 1), target: .newAbove(pane)))
            column += used + 3
        } else if list.offset > 0 {
            let text = "\(glyphs.moreAbove) \(words.moreAbove(list.offset))"
            column += grid.write(text, column: column, row: line.row, columns: room(), style: style(.more)) + 3
        }
        if list.isFrozen {
            let parts = [words.orderFrozen, words.cameWhileFrozen(list.enteredWhileFrozen), words.key(.freeze)]
            let text = parts.joined(separator: " \(glyphs.dot) ")
            column += grid.write(text, column: column, row: line.row, columns: room(), style: style(.noticeWarning)) + 3
        }
        if let missing = info.columnsWithoutRoom[pane], !missing.isEmpty, room() > 0 {
            let words = ViewWords(words)
            let long = words.noRoom(missing)
            let text = TextWidth.columns(of: long) <= room() ? long : words.noRoom(missing.count)
            column += grid.write(text, column: column, row: line.row, columns: room(), style: style(.noticeWarning)) + 3
        }
        return column
    }

    /// A bar at the right side that shows which part of a list is in sight.
    mutating func drawPositionBar<ID>(_ area: Rect, _ list: ListState<ID>) {
        guard area.columns > 4 else { return }
        drawScrollBar(area, offset: list.offset, of: list.count)
    }

    /// A bar in the last column of an area that shows which of so many lines are in sight; none where all are.
    mutating func drawScrollBar(_ area: Rect, offset: Int, of count: Int) {
        guard count > area.rows, area.rows > 1 else { return }
        let length = max(1, area.rows * area.rows / count)
        let spare = max(1, count - area.rows)
        let start = min(area.rows - length, offset * (area.rows - length) / spare)
        for line in start..<(start + length) {
            grid.put(glyphs.vertical, column: area.endColumn - 1, row: area.row + line, style: style(.scroll))
        }
    }
}

/// Numbers, ages, callsigns and the names of feeds are shown whole or not at all: an ellipsis belongs to prose. A column of them
/// is as wide as the widest in sight, and gives way as a whole where there is no room.
extension Frame {
    /// Columns made wide enough for the widest of their texts, as far as that leaves room for a state beside it.
    func holding(_ widest: [ColumnName: Int], _ columns: [TableColumn], in area: Rect) -> [TableColumn] {
        let room = max(1, area.columns - ColumnTable.gutter - Frame.columnsBeside)
        return columns.map { column in
            guard let wide = widest[column.name], wide > column.specification.minimum else { return column }
            var wider = column
            let old = column.specification
            let minimum = max(old.minimum, min(wide, room))
            wider.specification = ColumnSpecification(
                minimum: minimum, ideal: max(old.ideal, minimum), grows: old.grows, importance: old.importance)
            return wider
        }
    }

    /// What the widest name leaves of a row: a shape, a short state and an age.
    private static let columnsBeside = 14

    /// The widest of some texts.
    func widest(_ texts: some Sequence<String>) -> Int { texts.reduce(0) { max($0, TextWidth.columns(of: $1)) } }

    /// As many names as fit, each whole, then how many more there are; their number alone where none fits.
    func names(_ names: [String], columns: Int) -> String {
        var text = ""
        for (index, name) in names.enumerated() {
            let longer = text.isEmpty ? name : text + " " + name
            let left = names.count - index - 1
            let more = left > 0 ? " +\(left)" : ""
            guard TextWidth.columns(of: longer + more) <= columns else {
                return text.isEmpty ? "+\(names.count)" : "\(text) +\(left + 1)"
            }
            text = longer
        }
        return text
    }
}
