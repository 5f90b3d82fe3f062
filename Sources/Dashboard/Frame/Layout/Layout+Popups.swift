/// Which rows of a box are in sight: a digit stands for a row that can be seen, so that this is no matter of drawing alone.
extension Layout {
    /// The rows of a popup of assignment that are in sight at a time, so that the queue above it stays in sight.
    private static let mostRows = 9

    /// The units that are in sight, from 0.
    func rowsInSight(of assign: AssignView) -> Range<Int> {
        inSight(cursor: assign.cursor, count: assign.ranked.count, rows: boxRows(rows(of: assign) + 7) - 7)
    }

    /// The incidents that are in sight, from 0.
    func rowsInSight(of pick: PickIncidentView) -> Range<Int> {
        inSight(cursor: pick.cursor, count: pick.choices.count, rows: boxRows(rows(of: pick) + 3) - 2)
    }

    /// The lines of a menu that are in sight, from 0.
    func rowsInSight(of menu: MenuView) -> Range<Int> {
        inSight(cursor: menu.cursor, count: menu.rows.count, rows: boxRows(rows(of: menu) + menu.foot) - menu.foot)
    }

    /// The rows of ranked units that are asked for.
    func rows(of assign: AssignView) -> Int {
        min(max(1, assign.ranked.count), max(1, size.rows - 10), Layout.mostRows)
    }

    /// The rows of incidents that are asked for.
    func rows(of pick: PickIncidentView) -> Int {
        min(max(1, pick.choices.count), max(1, size.rows - 8), Layout.mostRows)
    }

    /// The lines of a menu that are asked for.
    func rows(of menu: MenuView) -> Int { min(menu.rows.count, max(1, size.rows - 8)) }

    /// The lines inside a box that asks for so many: those that the panes have room for.
    private func boxRows(_ wanted: Int) -> Int { max(0, min(wanted, body.rows - 2)) }

    /// Those of `count` rows that are shown so that the cursor is among `rows` of them.
    func inSight(cursor: Int, count: Int, rows: Int) -> Range<Int> {
        let first = max(0, min(cursor - rows / 2, count - rows))
        return first..<max(first, min(count, first + max(0, rows)))
    }
}

extension MenuView {
    /// The lines below those to choose from.
    var foot: Int { hints.isEmpty ? 0 : 2 }
}
