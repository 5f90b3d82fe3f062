/// Which rows of a long list are in view.
package struct ListWindow: Hashable, Sendable {
    /// The index of the first row in view.
    package private(set) var offset = 0
    /// The rows in view.
    package private(set) var visible: Range<Int> = 0..<0

    /// A window at the top of its list.
    package init() {}

    /// Moves as little as needed so that the selection is in view with `margin` rows around it where the list has them, and
    /// so that no room is wasted below the last row.
    package mutating func follow(selection: Int?, count: Int, rows: Int, margin: Int = 2) {
        let rows = max(0, rows)
        let count = max(0, count)
        if let selection, count > 0, rows > 0 {
            let selection = min(max(0, selection), count - 1)
            let margin = min(max(0, margin), (rows - 1) / 2)
            offset = max(offset, selection + margin - rows + 1)
            offset = min(offset, selection - margin)
        }
        offset = max(0, min(offset, count - rows))
        visible = offset..<min(count, offset + rows)
    }

    /// Moves by so many rows without regard to the selection, as a wheel does.
    package mutating func scroll(by distance: Int, count: Int, rows: Int) {
        offset = max(0, min(offset + distance, count - max(0, rows)))
        visible = offset..<min(max(0, count), offset + max(0, rows))
    }
}
