import Formats
import TerminalKit
import Themes
import Wording

/// What may follow the keys pressed so far. It takes no keys: what they mean stays with the pane beneath.
package struct WhichKeyView: Sendable {
    /// The keys pressed so far.
    package var keys: String
    /// What may follow.
    package var rows: [KeyHint]

    /// Creates the view.
    package init(keys: String, rows: [KeyHint]) {
        self.keys = keys
        self.rows = rows
    }
}

extension WhichKeyView: Layer {
    var mode: Mode? { nil }
    var isModal: Bool { false }
    func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer { .passes }
}

// MARK: - On the screen

extension WhichKeyView {
    /// What may follow the keys pressed so far, in as many columns as fit.
    func draw(into frame: inout Frame) {
        let keys = rows.map { TextWidth.columns(of: $0.key) }.max() ?? 1
        let labels = rows.map { TextWidth.columns(of: $0.label) }.max() ?? 1
        let width = keys + labels + 5
        let across = max(1, min((frame.layout.size.columns - 6) / width, (rows.count + 7) / 8))
        let down = (rows.count + across - 1) / across
        let inside = frame.drawPopup(
            columns: min(across * width, frame.layout.size.columns - 4), rows: down, place: .bottomRight,
            title: self.keys)
        for (index, row) in rows.enumerated() {
            let line = inside.line(index % max(1, down))
            let column = inside.column + index / max(1, down) * width
            let room = inside.endColumn - column
            guard line.rows > 0, room > 0 else { continue }
            let place = Rect(column: column, row: line.row, columns: min(width - 2, room), rows: 1)
            frame.writePopup(RichText(fitted(row.key, columns: keys) + "  ", .key).then(row.label, .text), place)
            frame.info.regions.append(.init(rect: place, target: .overlayRow(index)))
        }
    }
}
