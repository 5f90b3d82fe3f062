import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

extension Frame {
    /// A pane's outline with its title, or its title line where there are no outlines.
    mutating func drawOutline(_ pane: PaneName, _ rect: Rect) {
        let focused = view.focus == pane
        let title = titleText(pane)
        let titleStyle = style(focused ? .titleFocused : .title)
        if layout.hasBoxes {
            grid.drawBox(
                rect, style: style(focused ? .borderFocused : .border), glyphs: glyphs, title: title,
                titleStyle: titleStyle, note: noteText(pane), noteStyle: style(.titleNote))
        } else if layout.mainPane != pane {
            drawTitleLine(rect.line(0), title: title, note: noteText(pane), focused: focused)
        }
    }

    private mutating func drawTitleLine(_ line: Rect, title: String, note: String, focused: Bool) {
        let border = style(focused ? .borderFocused : .border)
        grid.fill(line, with: glyphs.horizontal, style: border)
        let room = max(0, line.columns - 4)
        let used = grid.write(
            " \(title) ", column: line.column + 1, row: line.row, columns: room,
            style: style(focused ? .titleFocused : .title))
        let width = TextWidth.columns(of: note) + 2
        guard !note.isEmpty, used + width + 3 < room else { return }
        grid.write(" \(note) ", column: line.endColumn - 1 - width, row: line.row, style: style(.titleNote))
    }

    func titleText(_ pane: PaneName) -> String {
        if pane == .detail { return detailTitle }
        guard let digit = pane.digit else { return words.title(pane) }
        return "\(digit) \(words.title(pane))"
    }

    /// What stands at the right of a pane's title: the filter first, then counts and the order.
    func noteText(_ pane: PaneName) -> String {
        let dot = " \(glyphs.dot) "
        var parts: [String] = []
        if let filter = view.filterTexts[pane], !filter.isEmpty { parts.append("/\(filter)") }
        let marks = pane.room.markCount(in: view)
        if marks > 0 { parts.append(words.marked(marks)) }
        return (parts + pane.room.notes(self)).joined(separator: dot)
    }

    func patrolNotes() -> [String] {
        let tally = view.patrol.tally
        var parts = [words.free(tally.free, of: tally.total)]
        if view.patrol.sort != .callsign || view.patrol.reversed {
            parts.append(words.ordered(by: view.patrol.sort.column))
        }
        return parts
    }

    func circleNotes() -> [String] {
        let circles = view.quickResponse
        return [circles.circles == 0 ? words.noCircles : words.openCircles(circles.openCircles)]
    }

    func alertNotes() -> [String] {
        let count = view.alerts.unansweredCount
        var parts: [String] = []
        if view.alerts.showsHidden { parts.append(words.hiddenListNote) }
        if count > 0 { parts.append("\(words.grouped(count)) \(words.label(.unanswered))") }
        return parts
    }

    func feedNotes() -> [String] {
        guard view.feeds.count > 0 else { return [] }
        return [words.feedsWell(view.feeds.fresh(at: presentNow), of: view.feeds.count)]
    }

    func dispatchNotes() -> [String] {
        let waiting = view.incidents.waitingTallies.reduce(0) { $0 + $1.count }
        var parts: [String] = []
        if !(view.filterTexts[.dispatch] ?? "").isEmpty {
            parts.append(words.openShown(view.incidents.count, of: view.incidents.openCount))
        } else {
            parts += [words.waiting(waiting), words.open(view.incidents.openCount)]
        }
        if view.incidents.sort != .priority || view.incidents.reversed {
            parts.append(words.ordered(by: view.incidents.sort.column))
        }
        return parts
    }

    /// The tabs: every pane with its digit and its most telling number; the one on the screen stands out.
    mutating func drawTabs() {
        guard layout.tabs.rows > 0 else { return }
        let shown = layout.mainPane ?? layout.panes.keys.first ?? view.focus
        var tabs = PaneName.numbered.map { pane in
            let title = pane == .quickResponse ? "\(pane.digit ?? 0) \(words.kind(.quickResponse))" : titleText(pane)
            return (pane: pane, title: title, count: tabCount(pane))
        }
        func width() -> Int { tabs.reduce(0) { $0 + TextWidth.columns(of: $1.title + $1.count) + 3 } }
        for index in tabs.indices.reversed() where width() > layout.tabs.columns && tabs[index].pane != shown {
            tabs[index].title = "\(tabs[index].pane.digit ?? 0)"
        }
        var column = layout.tabs.column
        for tab in tabs {
            let isShown = tab.pane == shown
            let text = " \(tab.title)\(tab.count) "
            let used = grid.write(
                text, column: column, row: layout.tabs.row, columns: layout.tabs.endColumn - column,
                style: isShown
                    ? theme.selected(style(.titleFocused))
                    : style(tab.pane.room.isUrgent(self) ? .noticeWarning : .textDim))
            let rect = Rect(column: column, row: layout.tabs.row, columns: used, rows: 1)
            info.regions.append(.init(rect: rect, target: .pane(tab.pane)))
            column += used + 1
        }
        let note = noteText(shown)
        let start = layout.tabs.endColumn - 1 - TextWidth.columns(of: note)
        if start > column { grid.write(note, column: start, row: layout.tabs.row, style: style(.titleNote)) }
    }

    private func tabCount(_ pane: PaneName) -> String {
        let marks = pane.room.markCount(in: view)
        return pane.room.count(self) + (marks > 0 ? " \(glyphs.check)\(marks)" : "")
    }
}
