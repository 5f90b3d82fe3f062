import Formats
import TerminalKit
import Themes

extension Frame {
    /// How a role looks on the ground of another, such as a priority on the strip or in a pop-up. A role with a ground of
    /// its own keeps it.
    func style(_ role: Role, on ground: Role) -> Style {
        let own = style(role)
        let base = style(ground)
        if theme.depth == .mono { return base.adding(own.attributes) }
        guard own.background == style(.text).background else { return own }
        return own.on(base.background)
    }

    /// How a role looks in a pop-up, on its selected row when `chosen`.
    func popupStyle(_ role: Role, chosen: Bool = false) -> Style {
        guard chosen else { return style(role, on: .popup) }
        let selection = style(.popupSelection)
        switch theme.depth {
        case .direct, .indexed256: return style(role).on(selection.background).adding(selection.attributes)
        case .eight, .sixteen, .mono: return selection
        }
    }
}

/// Pieces of text, each with its look, side by side on a line.
struct RichText {
    var pieces: [(text: String, role: Role)] = []

    init(_ text: String = "", _ role: Role = .text) {
        if !text.isEmpty { pieces.append((text, role)) }
    }

    /// This with more at its end.
    func then(_ text: String, _ role: Role = .text) -> RichText {
        var longer = self
        if !text.isEmpty { longer.pieces.append((text, role)) }
        return longer
    }

    var columns: Int { pieces.reduce(0) { $0 + TextWidth.columns(of: $1.text) } }
}

extension Frame {
    /// Writes pieces from the left of a line; returns the columns used.
    @discardableResult
    mutating func write(_ rich: RichText, _ line: Rect, look: (Frame, Role) -> Style = { $0.style($1) }) -> Int {
        guard line.rows > 0 else { return 0 }
        var column = line.column
        for piece in rich.pieces where column < line.endColumn {
            column += grid.write(
                piece.text, column: column, row: line.row, columns: line.endColumn - column,
                style: look(self, piece.role))
        }
        return column - line.column
    }
}
