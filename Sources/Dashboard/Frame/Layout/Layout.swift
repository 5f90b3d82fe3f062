import TerminalKit
import Wording

/// Which pane stands where on a screen of a size.
///
/// Three arrangements, by how much room there is: one list at a time with tabs for the others (from 60x16), the desk
/// (from 110x28): queue and detail at the left, forces and alerts at the right; the wide desk (from 190x44) with the
/// detail, and where it is tall a map, in a column of its own. Below 60x16 the console says what it needs.
///
/// A detail that was opened takes the whole screen where there is one column, and from 140 columns on half of it: the list that
/// it was opened from stays in sight.
package struct Layout: Hashable, Sendable {
    /// The kinds of arrangement.
    package enum Kind: Hashable, Sendable {
        /// Smaller than anything useful fits in.
        case tooSmall
        /// One list at a time.
        case compact
        /// Two columns.
        case desk
        /// Three columns.
        case wide
        /// One pane alone.
        case zoomed
    }

    /// The least size at which the console can be worked with.
    package static let least = Size(columns: 60, rows: 16)

    /// The size it is for.
    package let size: Size
    /// The kind of arrangement.
    package let kind: Kind
    /// True while the alert pane has a line about a flood.
    private let isFlood: Bool
    /// The status strip.
    package let strip: Rect
    /// The lines of the calls for help, below the strip; empty while nobody calls.
    package let emergency: Rect
    /// The line of tabs for panes that are not on the screen; empty when all are.
    package let tabs: Rect
    /// The bottom line.
    package let bottom: Rect
    /// The bar above it that says why what is shown is not live or not being recorded; empty while all is well.
    package let trouble: Rect
    /// The panes on the screen with their outer rectangles.
    package private(set) var panes: [PaneName: Rect] = [:]
    /// True when panes have an outline; without one only a title line.
    package var hasBoxes: Bool { kind == .desk || kind == .wide || (kind == .zoomed && size.columns >= 110) }

    /// The arrangement for a size and what the person looks at.
    package init(size: Size, view: ConsoleView) {
        self.size = size
        isFlood = view.alerts.floodSince != nil
        strip = Rect(column: 0, row: 0, columns: size.columns, rows: min(1, size.rows))
        bottom = Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: size.rows > 1 ? 1 : 0)
        kind = Layout.kind(size, view)
        let hasTabs = kind == .compact || kind == .zoomed
        let calls = Layout.emergencyLines(size, view)
        emergency = Rect(column: 0, row: strip.endRow, columns: size.columns, rows: calls)
        tabs = Rect(column: 0, row: emergency.endRow, columns: size.columns, rows: hasTabs ? 1 : 0)
        let bar = view.trouble == nil || kind == .tooSmall ? 0 : 1
        trouble = Rect(column: 0, row: size.rows - 1 - bar, columns: size.columns, rows: bar)
        let body = Rect(
            column: 0, row: tabs.endRow, columns: size.columns, rows: size.rows - 2 - calls - tabs.rows - bar)
        switch kind {
        case .tooSmall: break
        case .zoomed: arrangeZoomed(body, view)
        case .compact: arrangeCompact(body, view)
        case .desk: arrangeDesk(body, view)
        case .wide: arrangeWide(body, view)
        }
    }

    /// True for a screen that shows what is being typed, though it may be too small for the panes.
    package static func hasPromptInSight(_ size: Size) -> Bool { size.columns >= 24 && size.rows >= 4 }

    private static func kind(_ size: Size, _ view: ConsoleView) -> Kind {
        if size.columns < least.columns || size.rows < least.rows { return .tooSmall }
        if view.zoomed != nil { return .zoomed }
        if view.layers.showsDetail, size.columns < 140 || size.rows < 28 { return .zoomed }
        if size.columns >= 190, size.rows >= 44 { return .wide }
        return size.columns >= 110 && size.rows >= 28 ? .desk : .compact
    }

    /// A line for each call for help, at most three and never the room that the panes cannot do without.
    private static func emergencyLines(_ size: Size, _ view: ConsoleView) -> Int {
        let most = size.rows >= 24 ? 3 : size.rows >= 4 ? 1 : 0
        let calls = view.presentCalls?.count ?? view.emergencies.calls.count
        return min(view.unrecordedCalls.count + calls, most)
    }

    /// What lies between the strip, with the calls for help below it, and the bottom line with the bar above it.
    package var body: Rect {
        Rect(
            column: 0, row: emergency.endRow, columns: size.columns,
            rows: max(0, trouble.row - emergency.endRow))
    }

    /// The outer rectangle of a pane; nil when it is not on the screen.
    package func rect(_ pane: PaneName) -> Rect? { panes[pane] }

    /// The cells inside a pane's outline or under its title.
    package func inside(_ pane: PaneName) -> Rect? {
        guard let outer = panes[pane] else { return nil }
        if hasBoxes { return outer.inset(columns: 1, rows: 1) }
        // Where tabs name the pane there is no title line.
        let title = pane == mainPane ? 0 : 1
        return Rect(
            column: outer.column, row: outer.row + title, columns: outer.columns, rows: outer.rows - title)
    }

    /// The pane that the tabs name; nil when there are no tabs.
    package private(set) var mainPane: PaneName?

    /// How many rows of its list a pane shows: without the header, and without the last line when it tells of more.
    package func listRows(_ pane: PaneName) -> Int {
        guard let inside = inside(pane) else { return 0 }
        return max(0, inside.rows - (pane == .alerts && isFlood ? 3 : 2))
    }

    // MARK: Rows of a popup

    /// The lines inside a box that asks for so many: those that the panes have room for.
    func boxRows(_ wanted: Int) -> Int { max(0, min(wanted, body.rows - 2)) }

    /// Those of `count` rows that are shown so that the cursor is among `rows` of them.
    func inSight(cursor: Int, count: Int, rows: Int) -> Range<Int> {
        let first = max(0, min(cursor - rows / 2, count - rows))
        return first..<max(first, min(count, first + max(0, rows)))
    }

    // MARK: Arrangements

    private mutating func arrangeZoomed(_ body: Rect, _ view: ConsoleView) {
        var pane = view.zoomed ?? view.focus
        if view.layers.showsDetail { pane = .detail }
        panes[pane] = body
        if !hasBoxes, pane != .detail { mainPane = pane }
    }

    private mutating func arrangeCompact(_ body: Rect, _ view: ConsoleView) {
        let main = view.focus == .detail ? .dispatch : view.focus
        mainPane = main
        // The map says itself what is selected on it.
        let hasDetail = main.room.hasThings && body.rows >= 14 && main != .map
        var rest = body
        if hasDetail {
            let rows = view.focus == .detail ? body.rows / 2 : max(5, body.rows * 3 / 10)
            panes[.detail] = rest.takeBottom(rows)
        }
        if body.rows >= 36, main != .alerts, main != .map { panes[.alerts] = rest.takeBottom(max(6, body.rows / 6)) }
        panes[main] = rest
    }

    private mutating func arrangeDesk(_ body: Rect, _ view: ConsoleView) {
        guard !view.layers.showsDetail else { return arrangeOpened(body, view) }
        var right = body
        // A map wants more of the room than a list of units.
        let hasMap = Layout.aside(view) == .map && body.columns >= 140
        var left = right.takeLeft(body.columns * (hasMap ? 52 : 61) / 100)
        if body.rows >= 34 { panes[.activity] = left.takeBottom(max(5, body.rows * 20 / 100)) }
        panes[.detail] = left.takeBottom(max(8, body.rows * 30 / 100))
        panes[.dispatch] = left
        arrangeRight(right, view)
    }

    /// An opened detail beside the list that it was opened from.
    private mutating func arrangeOpened(_ body: Rect, _ view: ConsoleView) {
        var right = body
        let left = right.takeLeft(body.columns * 52 / 100)
        let isFromLeft = view.focus == .dispatch || view.focus == .activity || view.focus == .detail
        panes[.detail] = isFromLeft ? right : left
        guard isFromLeft else { return arrangeRight(right, view) }
        panes[view.focus == .activity ? .activity : .dispatch] = left
    }

    private mutating func arrangeWide(_ body: Rect, _ view: ConsoleView) {
        var rest = body
        var left = rest.takeLeft(body.columns * 44 / 100)
        var middle = rest.takeLeft(rest.columns * 48 / 100)
        panes[.activity] = middle.takeBottom(max(8, body.rows * 30 / 100))
        if body.rows >= 60, view.feeds.count > 0 {
            panes[.feeds] = middle.takeBottom(min(view.feeds.count + 4, body.rows / 6))
        }
        // Where it is tall the queue leaves room for the detail, and where everything is can be seen at any time.
        let hasMap = Layout.hasMap(size) && !view.layers.showsDetail
        if hasMap { panes[.detail] = left.takeBottom(body.rows * 42 / 100) }
        panes[hasMap ? .map : .detail] = middle
        panes[.dispatch] = left
        arrangeRight(rest, view)
    }

    /// True for a screen on which the map has a place of its own, opened or not.
    static func hasMap(_ size: Size) -> Bool { size.columns >= 190 && size.rows >= 58 }

    /// The forces, or what is looked at now and then while it has the keys; the alerts stay in either case.
    private mutating func arrangeRight(_ area: Rect, _ view: ConsoleView) {
        guard let aside = Layout.aside(view), panes[aside] == nil else { return arrangeForces(area, view) }
        var rest = area
        panes[.alerts] = rest.takeBottom(max(6, area.rows * (aside == .map ? 20 : 28) / 100))
        panes[aside] = rest
    }

    /// The pane that takes the place of the forces while the keys go to it or to its detail.
    private static func aside(_ view: ConsoleView) -> PaneName? {
        if view.focus == .detail, case .feed? = view.detailSubject { return .feeds }
        if view.focus.room.standsAside { return view.focus }
        // A map stays open beside what has the keys, but for the forces whose place it takes.
        return view.map.isOpen && view.focus != .patrol && view.focus != .quickResponse ? .map : nil
    }

    /// Patrol, quick response and alerts above each other. Quick response takes what its units need, at most a third.
    private mutating func arrangeForces(_ area: Rect, _ view: ConsoleView) {
        var rest = area
        panes[.alerts] = rest.takeBottom(max(6, area.rows * 28 / 100))
        let wanted = view.quickResponse.tally.total + view.quickResponse.tally.outOfService + 4
        panes[.quickResponse] = rest.takeBottom(min(max(5, wanted), max(6, area.rows / 3)))
        panes[.patrol] = rest
    }
}

extension Rect {
    /// Cuts so many rows off the bottom and returns them.
    mutating func takeBottom(_ count: Int) -> Rect {
        let taken = min(max(0, count), rows)
        rows -= taken
        return Rect(column: column, row: row + rows, columns: columns, rows: taken)
    }

    /// Cuts so many rows off the top and returns them.
    mutating func takeTop(_ count: Int) -> Rect {
        let taken = min(max(0, count), rows)
        let top = Rect(column: column, row: row, columns: columns, rows: taken)
        row += taken
        rows -= taken
        return top
    }

    /// Cuts so many columns off the left and returns them.
    mutating func takeLeft(_ count: Int) -> Rect {
        let taken = min(max(0, count), columns)
        let left = Rect(column: column, row: row, columns: taken, rows: rows)
        column += taken
        columns -= taken
        return left
    }

    /// One of its rows, counted from 0; empty outside.
    package func line(_ index: Int) -> Rect {
        Rect(column: column, row: row + index, columns: columns, rows: index >= 0 && index < rows ? 1 : 0)
    }
}
