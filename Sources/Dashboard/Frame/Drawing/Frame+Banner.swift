import TerminalKit
import Themes
import Wording

extension Frame {
    /// A message over the panes; keys go on going where they went. It leaves the top of the queue in sight, and moves up while
    /// something else is open at the bottom.
    mutating func drawBanner() {
        guard let banner = view.banner else { return }
        let room = max(10, min(76, layout.size.columns - 8))
        let most = max(1, min(10, layout.size.rows - 8))
        let lines = banner.lines.flatMap { wrapped($0, columns: room, limit: most) }.suffix(most)
        let inside = drawPopup(
            columns: room, rows: lines.count + (banner.hint.isEmpty ? 0 : 1),
            place: view.layers.hasNoPopup ? .bottomLeft : .top,
            title: "\(glyphs.warning) \(banner.title)")
        for (index, line) in lines.enumerated() {
            writePopup(RichText(line, .textStrong), inside.line(index))
        }
        if !banner.hint.isEmpty { writePopup(RichText(banner.hint, .textDim), inside.line(lines.count)) }
    }
}
