import TerminalKit
import Themes
import Wording

extension Frame {
    /// Why what is shown is not live or not being recorded: a bar over the whole width, above the bottom line, on every
    /// layout. On the wall it is three rows high.
    mutating func drawTrouble() {
        guard let text = view.trouble, layout.trouble.rows > 0 else { return }
        let style = barStyle
        grid.fill(layout.trouble, style: style)
        let line = layout.trouble.line(layout.trouble.rows / 2)
        grid.write("!! \(text)", column: line.column + 1, row: line.row, columns: line.columns - 2, style: style)
    }

    /// An error as a ground, so that it is seen from afar: its colour behind the text, or reverse where there is none.
    private var barStyle: Style {
        let (own, ground) = (style(.noticeError), style(.text))
        guard own.background == ground.background, !own.attributes.contains(.reverse) else { return own }
        return Style(
            foreground: ground.background, background: own.foreground, attributes: own.attributes)
    }
}
