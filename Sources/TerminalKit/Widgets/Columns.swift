/// What a column of a table asks for.
package struct ColumnSpecification: Hashable, Sendable {
    /// Columns below which it is of no use and is dropped.
    package var minimum: Int
    /// Columns at which it shows all it usually has.
    package var ideal: Int
    /// Its share of room left over; 0 for a column that does not grow.
    package var grows: Int
    /// When room is short, the column of the least importance is dropped first; of two the same, the one further right.
    package var importance: Int

    /// Creates a specification; `ideal` is at least `minimum`, and `minimum` at least 1.
    package init(minimum: Int, ideal: Int, grows: Int = 0, importance: Int) {
        self.minimum = max(1, minimum)
        self.ideal = max(self.minimum, ideal)
        self.grows = max(0, grows)
        self.importance = importance
    }
}

/// Shares the room of a table among its columns.
package enum Columns {
    /// The width of every column, 0 for one that is dropped. The widths and a gap between each two that are shown never
    /// exceed the room; the most important column is shown as long as there is room at all.
    package static func widths(_ columns: [ColumnSpecification], available: Int, gap: Int = 1) -> [Int] {
        guard available > 0, !columns.isEmpty else { return columns.map { _ in 0 } }
        // Most important first; of two the same, the one further left.
        let order = columns.indices.sorted { (-columns[$0].importance, $0) < (-columns[$1].importance, $1) }
        var kept = order.count
        func need(_ count: Int) -> Int {
            order[..<count].reduce(gap * (count - 1)) { $0 + columns[$1].minimum }
        }
        while kept > 1, need(kept) > available { kept -= 1 }
        var widths = columns.map { _ in 0 }
        for index in order[..<kept] { widths[index] = min(columns[index].minimum, available) }
        var spare = max(0, available - need(kept))
        for index in order[..<kept] {
            let more = min(spare, columns[index].ideal - widths[index])
            widths[index] += max(0, more)
            spare -= max(0, more)
        }
        share(spare, among: order[..<kept].filter { columns[$0].grows > 0 }, columns, &widths)
        return widths
    }

    private static func share(
        _ spare: Int, among growing: [Int], _ columns: [ColumnSpecification], _ widths: inout [Int]
    ) {
        var spare = spare
        var weight = growing.reduce(0) { $0 + columns[$1].grows }
        for index in growing where weight > 0 {
            let more = spare * columns[index].grows / weight
            widths[index] += more
            spare -= more
            weight -= columns[index].grows
        }
    }
}
