import TerminalKit
import Themes
import Wording

/// A message over the panes and under what is asked, that takes no keys, such as the trainer's to the player.
package struct BannerView: Hashable, Sendable {
    /// Who speaks.
    package var title: String
    /// What is said, the oldest first.
    package var lines: [String]
    /// How many of them have just come, at the end.
    package var fresh: Int
    /// How it goes away, and what else waits to be read.
    package var hint: String
    /// True for a step of the tour, which warns of nothing.
    var isOfTour = false

    /// Creates the message.
    package init(title: String, lines: [String], fresh: Int = 0, hint: String = "") {
        self.title = title
        self.lines = lines
        self.fresh = fresh
        self.hint = hint
    }
}

extension BannerView {
    /// A message over the panes; keys go on going where they went. It leaves the top of the queue in sight, and moves up while
    /// something else is open at the bottom.
    func draw(into frame: inout Frame) {
        let room = max(10, min(76, frame.layout.size.columns - 8))
        let most = max(1, min(10, frame.layout.size.rows - 8))
        let lines = lines.flatMap { wrapped($0, columns: room, limit: most) }.suffix(most)
        let inside = frame.drawPopup(
            columns: room, rows: lines.count + (hint.isEmpty ? 0 : 1),
            place: isCovered(in: frame) ? .top : .bottomLeft,
            title: isOfTour ? title : "\(frame.glyphs.warning) \(title)")
        for (index, line) in lines.enumerated() {
            frame.writePopup(RichText(line, isOfTour ? .text : .textStrong), inside.line(index))
        }
        if !hint.isEmpty { frame.writePopup(RichText(hint, .textDim), inside.line(lines.count)) }
    }
}

extension BannerView {
    /// True while something at the bottom would cover it. A line being typed leaves room above it for what the trainer says,
    /// but what it proposes may be as high as a step of the tour.
    private func isCovered(in frame: Frame) -> Bool {
        isOfTour ? !frame.view.layers.isEmpty : !frame.view.layers.hasNoPopup
    }
}

/// The bar above the bottom line.
enum TroubleBar {
    /// Why what is shown is not live or not being recorded: a bar over the whole width, above the bottom line, on every
    /// layout.
    static func draw(into frame: inout Frame) {
        guard let text = frame.view.trouble, frame.layout.trouble.rows > 0 else { return }
        let style = ground(in: frame)
        frame.grid.fill(frame.layout.trouble, style: style)
        let line = frame.layout.trouble.line(frame.layout.trouble.rows / 2)
        frame.grid.write("!! \(text)", column: line.column + 1, row: line.row, columns: line.columns - 2, style: style)
    }

    /// An error as a ground, so that it is seen from afar: its colour behind the text, or reverse where there is none.
    private static func ground(in frame: Frame) -> Style {
        let (own, ground) = (frame.style(.noticeError), frame.style(.text))
        guard own.background == ground.background, !own.attributes.contains(.reverse) else { return own }
        return Style(
            foreground: ground.background, background: own.foreground, attributes: own.attributes)
    }
}
