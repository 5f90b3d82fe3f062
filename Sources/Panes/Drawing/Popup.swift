import TerminalKit
import Themes

/// Where a pop-up stands.
enum PopupPlace {
    /// Above the bottom line at the left, so that the top of the queue stays in sight.
    case bottomLeft
    /// Above the bottom line at the right.
    case bottomRight
    /// In the middle of the panes.
    case centre
}

extension Frame {
    /// Draws an empty pop-up with an outline and returns the cells inside it. It never covers the strip and bottom line.
    mutating func drawPopup(
        columns: Int, rows: Int, place: PopupPlace, title: String, note: String = ""
    ) -> Rect {
        let body = Rect(
            column: 0, row: 1, columns: layout.size.columns, rows: max(0, layout.size.rows - 2))
        let width = min(columns + 4, body.columns)
        let height = min(rows + 2, body.rows)
        var rect = Rect(column: 0, row: 0, columns: width, rows: height)
        switch place {
        case .bottomLeft:
            rect.column = 0
            rect.row = body.endRow - height
        case .bottomRight:
            rect.column = body.columns - width
            rect.row = body.endRow - height
        case .centre:
            rect.column = (body.columns - width) / 2
            rect.row = body.row + (body.rows - height) / 2
        }
        grid.fill(rect, style: style(.popup))
        grid.drawBox(
            rect, style: style(.popupBorder), glyphs: glyphs, title: title, titleStyle: style(.popupTitle), note: note,
            noteStyle: style(.titleNote, on: .popup))
        return Rect(column: rect.column + 2, row: rect.row + 1, columns: max(0, width - 4), rows: max(0, height - 2))
    }

    /// The columns of a pop-up that stands on the left panes, so that the right ones stay in sight.
    var leftPopupColumns: Int {
        let pane = layout.rect(.dispatch)?.columns ?? layout.size.columns
        return (layout.hasBoxes && pane >= 84 ? pane : min(116, layout.size.columns)) - 4
    }

    /// Writes pieces on a line of a pop-up.
    @discardableResult
    mutating func writePopup(_ rich: RichText, _ line: Rect, chosen: Bool = false) -> Int {
        write(rich, line) { $0.popupStyle($1, chosen: chosen) }
    }

    /// Paints the ground of a pop-up's chosen row, one cell beyond the text at either side.
    mutating func drawPopupRow(_ line: Rect, chosen: Bool, index: Int) {
        guard line.rows > 0 else { return }
        let wide = Rect(column: line.column - 1, row: line.row, columns: line.columns + 2, rows: 1)
        if chosen {
            grid.fill(wide, style: style(.popupSelection))
            grid.write(
                glyphs.arrow, column: wide.column, row: wide.row, columns: 1,
                style: popupStyle(.textStrong, chosen: true))
        }
        info.regions.append(.init(rect: wide, target: .overlayRow(index)))
    }

    /// The first of `count` rows to show so that the cursor is among `rows` of them.
    func firstShown(cursor: Int, count: Int, rows: Int) -> Int {
        max(0, min(cursor - rows / 2, count - rows))
    }
}
