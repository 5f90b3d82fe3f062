import Formats
import TerminalKit
import Themes
import Wording

extension Frame {
    /// A pane's outline with its title, or its title line where there are no outlines.
    mutating func drawOutline(_ pane: PaneName, _ rect: Rect) {
        let focused = view.paneWithKeys == pane
        let title = pane.room.title(self)
        if layout.hasBoxes {
            let room = rect.columns - TextWidth.columns(of: title) - 10
            drawBox(rect, title: title, note: noteText(pane, columns: room), focused: focused)
        } else if layout.mainPane != pane {
            let room = rect.columns - TextWidth.columns(of: title) - 12
            drawTitleLine(rect.line(0), title: title, note: noteText(pane, columns: room), focused: focused)
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

    /// What stands at the right of a pane's title: the filter first, then counts, the order and the view. A filter in force is
    /// never left unsaid: what stands behind it gives way, and at last the end of its own words.
    private func noteText(_ pane: PaneName, columns: Int) -> String {
        let filter = view.filterTexts[pane] ?? ""
        var parts = filter.isEmpty ? [] : ["/\(filter)"]
        let marks = pane.room.markCount(in: view)
        if marks > 0 { parts.append(words.marked(marks)) }
        parts += pane.room.notes(self)
        if let saved = view.viewInForce(pane) { parts.append(ViewWords(words).inForce(saved.name)) }
        func text() -> String { parts.joined(separator: " \(glyphs.dot) ") }
        guard !filter.isEmpty else { return text() }
        while parts.count > 1, TextWidth.columns(of: text()) > columns { parts.removeLast() }
        return TextWidth.columns(of: text()) > columns ? fitted(text(), columns: max(columns, 4)) : text()
    }

    /// The tabs: every pane with its digit and its most telling number; the one on the screen stands out.
    mutating func drawTabs() {
        guard layout.tabs.rows > 0 else { return }
        let shown = layout.mainPane ?? layout.panes.keys.first ?? view.focus
        // What has no tab of its own has one while it is on the screen.
        let panes = PaneName.tabs + (PaneName.tabs.contains(shown) ? [] : [shown])
        var tabs = panes.map { pane in
            (pane: pane, title: pane.room.tabTitle(self), count: tabCount(pane))
        }
        // A filter or a search in force is never left unsaid: titles of others give way to it.
        let isInForce = view.filterTexts[shown]?.isEmpty == false || shown == .activity && view.activitySearch.isOn
        func width() -> Int { tabs.reduce(0) { $0 + TextWidth.columns(of: $1.title + $1.count) + 3 } }
        func short(_ pane: PaneName) -> String {
            pane.digit.map { "\($0)" } ?? String(pane.room.tabTitle(self).prefix(1))
        }
        let least = tabs.reduce(0) { sum, tab in
            sum + TextWidth.columns(of: (tab.pane == shown ? tab.title : short(tab.pane)) + tab.count) + 3
        }
        let note = noteText(shown, columns: layout.tabs.columns - least - 2)
        let room = layout.tabs.columns - (isInForce ? TextWidth.columns(of: note) + 3 : 0)
        for index in tabs.indices.reversed() where width() > room && tabs[index].pane != shown {
            tabs[index].title = short(tabs[index].pane)
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
        let start = layout.tabs.endColumn - 1 - TextWidth.columns(of: note)
        if start > column { grid.write(note, column: start, row: layout.tabs.row, style: style(.titleNote)) }
    }

    private func tabCount(_ pane: PaneName) -> String {
        let marks = pane.room.markCount(in: view)
        return pane.room.count(self) + (marks > 0 ? " \(glyphs.check)\(marks)" : "")
    }
}
