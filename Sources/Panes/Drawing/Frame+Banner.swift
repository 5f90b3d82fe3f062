import TerminalKit
import Themes
import Wording

extension Frame {
    /// A message over the panes, below the strip; keys go on going where they went.
    mutating func drawBanner() {
        guard let banner = view.banner else { return }
        let room = max(10, min(76, layout.size.columns - 8))
        let lines = wrapped(banner.text, columns: room, limit: max(1, min(8, layout.size.rows - 8)))
        let inside = drawPopup(
            columns: room, rows: lines.count + (banner.hint.isEmpty ? 0 : 1), place: .top,
            title: "\(glyphs.warning) \(banner.title)")
        for (index, line) in lines.enumerated() {
            writePopup(RichText(line, .textStrong), inside.line(index))
        }
        if !banner.hint.isEmpty { writePopup(RichText(banner.hint, .textDim), inside.line(lines.count)) }
    }
}
