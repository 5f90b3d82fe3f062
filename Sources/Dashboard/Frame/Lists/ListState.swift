/// Where a person is in a list: what is selected, what is marked, and which rows are in sight.
///
/// Everything is bound to things, never to rows. When the list changes, `settle` keeps the selected thing on its line of
/// the screen and counts what has come in above the rows in sight. A list that has not got the keys shows its top; what
/// was selected there is found again when it gets them.
package struct ListState<ID: Hashable & Comparable & Sendable>: Sendable {
    /// What is selected; nil only while the list is empty.
    package private(set) var selected: ID?
    /// The first row in sight.
    package private(set) var offset = 0
    /// Marked things in the order of marking.
    package private(set) var marked: [ID] = []
    /// Things that came in and have not been in sight since.
    package private(set) var unseen: Set<ID> = []
    /// What was selected and has left the list; the selection stands on a neighbour now. Clear it once told.
    package var selectionLost: ID?
    /// The order held still; nil when the list is live.
    package private(set) var frozen: FrozenOrder<ID>?
    /// Things that came in while the order was held still.
    package private(set) var enteredWhileFrozen = 0
    /// Things in sight at the last settling on a screen with room for them, from the top.
    package private(set) var inSight: [ID] = []
    /// Rows of the list at the last settling.
    package private(set) var count = 0
    /// Rows that could be in sight at the last settling.
    package private(set) var height = 0

    /// The row of the selection at the last settling.
    private var place = 0
    /// The line of the window that the selection had when the list lost the keys; nil while it has them.
    private var lineKept: Int?

    /// The beginning: nothing selected, nothing marked.
    package init() {}

    /// True when the order is held still.
    package var isFrozen: Bool { frozen != nil }
    /// Unseen things above the rows in sight.
    package private(set) var newAbove = 0
    /// Rows below those in sight.
    package var below: Int { max(0, count - offset - inSight.count) }

    /// Brings the state in line with the list as it is now, in a window of so many rows. `entered` are the things that came
    /// in since the last time; `hasKeys` is false for a list whose top is to be seen, whatever is selected in it.
    package mutating func settle(
        _ live: some ListOrder<ID>, entered: [ID] = [], height: Int, hasKeys: Bool = true
    ) {
        if frozen != nil { enteredWhileFrozen += entered.count }
        if !hasKeys { lineKept = lineKept ?? place - offset }
        if let frozen {
            place(in: frozen, entered: [], height: height, hasKeys: hasKeys)
        } else {
            place(in: live, entered: entered, height: height, hasKeys: hasKeys)
        }
        if hasKeys { lineKept = nil }
    }

    private mutating func place(in order: some ListOrder<ID>, entered: [ID], height: Int, hasKeys: Bool) {
        let wasAtTop = offset == 0 && place == 0
        let line = place - offset
        count = order.count
        self.height = max(0, height)
        follow(order)
        guard self.height > 0 else { return hide(line: line, entered) }
        if let lineKept {
            // The keys come back: what is in sight stays, and where the selection is not it shows on the line it had.
            offset = hasKeys && place >= self.height ? place - lineKept : 0
        } else if selected != nil, !wasAtTop {
            offset = place - line
        }
        if hasKeys { showSelection() }
        inSight = (offset..<min(count, offset + self.height)).compactMap { order.id(at: $0) }
        lookedAt(entered, order)
    }

    /// Keeps the place while the list is not on the screen, so that it is found again as it was left.
    private mutating func hide(line: Int, _ entered: [ID]) {
        offset = max(0, place - line)
        for id in entered where unseen.count < 10_000 { unseen.insert(id) }
    }

    /// Finds the selection again, or its nearest neighbour.
    private mutating func follow(_ order: some ListOrder<ID>) {
        if let selected {
            if let row = order.row(of: selected) {
                place = row
                return
            }
            selectionLost = selectionLost ?? selected
        }
        let neighbour = selected.flatMap { nearest(to: $0, order) }
        place = neighbour ?? max(0, min(place, count - 1))
        selected = order.id(at: place)
    }

    /// The row of the thing that stood nearest to this one, those below it first.
    private func nearest(to lost: ID, _ order: some ListOrder<ID>) -> Int? {
        guard let line = inSight.firstIndex(of: lost) else { return nil }
        for id in inSight[(line + 1)...] {
            if let row = order.row(of: id) { return row }
        }
        for id in inSight[..<line].reversed() {
            if let row = order.row(of: id) { return min(row + 1, order.count - 1) }
        }
        return nil
    }

    private mutating func showSelection() {
        if place < offset { offset = place }
        if place >= offset + height { offset = place - height + 1 }
        offset = max(0, min(offset, count - height))
    }

    private mutating func lookedAt(_ entered: [ID], _ order: some ListOrder<ID>) {
        for id in entered where unseen.count < 10_000 { unseen.insert(id) }
        guard !unseen.isEmpty else {
            newAbove = 0
            return
        }
        for id in inSight { unseen.remove(id) }
        if offset == 0 { unseen.removeAll(keepingCapacity: true) }
        var above = 0
        var gone: [ID] = []
        for id in unseen {
            guard let row = order.row(of: id) else {
                gone.append(id)
                continue
            }
            if row < offset { above += 1 }
        }
        unseen.subtract(gone)
        newAbove = above
    }

    // MARK: Moving

    /// Moves the selection by so many rows, not beyond the ends.
    package mutating func move(by distance: Int, in live: some ListOrder<ID>) {
        goTo(row: place + max(-count, min(distance, count)), live)
    }

    /// Moves the selection by so many windows.
    package mutating func page(by pages: Int, in live: some ListOrder<ID>) {
        let step = max(1, height - 1) * pages
        offset += step
        goTo(row: place + step, live)
    }

    /// Moves the selection to the first row.
    package mutating func top(in live: some ListOrder<ID>) { goTo(row: 0, live) }

    /// Moves the selection to the last row.
    package mutating func bottom(in live: some ListOrder<ID>) { goTo(row: .max, live) }

    /// Selects a thing; false, and nothing changes, when it is not listed.
    @discardableResult
    package mutating func select(_ id: ID, in live: some ListOrder<ID>) -> Bool {
        let row = frozen.map { $0.row(of: id) } ?? live.row(of: id)
        guard let row else { return false }
        goTo(row: row, live)
        return true
    }

    /// Selects what was drawn on a line of the window; false when the line was empty or its thing is gone.
    @discardableResult
    package mutating func click(line: Int, in live: some ListOrder<ID>) -> Bool {
        guard inSight.indices.contains(line) else { return false }
        return select(inSight[line], in: live)
    }

    /// Scrolls the window without leaving the selection behind, as a wheel does.
    package mutating func scroll(by distance: Int, in live: some ListOrder<ID>) {
        offset = max(0, min(offset + distance, count - height))
        let row = min(max(place, offset), offset + max(0, height - 1))
        goTo(row: row, live)
    }

    private mutating func goTo(row: Int, _ live: some ListOrder<ID>) {
        if let frozen { goTo(row: row, order: frozen) } else { goTo(row: row, order: live) }
    }

    private mutating func goTo(row: Int, order: some ListOrder<ID>) {
        count = order.count
        place = max(0, min(row, count - 1))
        selected = order.id(at: place)
        selectionLost = nil
        guard height > 0 else { return }
        showSelection()
        inSight.removeAll(keepingCapacity: true)
        for row in offset..<min(count, offset + height) {
            if let id = order.id(at: row) { inSight.append(id) }
        }
        lookedAt([], order)
    }

    // MARK: Marking

    /// Marks a thing, or takes its mark away.
    package mutating func toggleMark(_ id: ID) {
        if let slot = marked.firstIndex(of: id) { marked.remove(at: slot) } else { marked.append(id) }
    }

    /// Takes all marks away.
    package mutating func clearMarks() { marked.removeAll() }

    /// True when a list shows this thing in one of its rows, in sight or scrolled away.
    package func lists(_ id: ID, in live: some ListOrder<ID>) -> Bool {
        frozen.map { $0.row(of: id) != nil } ?? (live.row(of: id) != nil)
    }

    /// Takes the marks of things away that are no longer on the board.
    package mutating func keepMarks(where isThere: (ID) -> Bool) {
        if !marked.isEmpty { marked.removeAll { !isThere($0) } }
    }

    // MARK: Holding still

    /// Holds the order still as it is; the rows' contents go on being those of the board.
    package mutating func freeze(_ live: some ListOrder<ID>) {
        frozen = FrozenOrder(live)
        enteredWhileFrozen = 0
    }

    /// Lets the order follow the list again; the next settling does.
    package mutating func thaw() {
        frozen = nil
        enteredWhileFrozen = 0
    }
}
