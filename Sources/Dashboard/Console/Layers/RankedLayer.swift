import Wording

/// The most rows that a popup of ranked rows shows at a time, so that the queue above it stays in sight.
let mostRankedRows = 9

/// A popup of ranked rows, of which a digit or the cursor chooses one, and which words filter.
protocol RankedLayer: Layer {
    /// The row that the cursor is on.
    var cursor: Int { get set }
    /// The words that the rows are filtered by; empty for none.
    var filter: String { get }
    /// How many rows there are.
    var rowCount: Int { get }

    /// Chooses a row.
    mutating func pick(row: Int, on console: Console) -> LayerAnswer
}

extension RankedLayer {
    /// What every such popup does with a command: filtering, digits, and what all layers have in common.
    mutating func runRanked(_ name: CommandName, on console: Console) -> LayerAnswer {
        if name == .filter {
            filterRows(filter, on: console)
            console.ask(FilterRowsLine(before: filter), text: filter)
            return .stays
        }
        if name == .clearFilter {
            filterRows("", on: console)
            return .stays
        }
        guard let digit = name.pickedNumber else { return runCommon(name, on: console) }
        let row = digit - 1
        guard console.asking.isInSight(row: row, of: rowCount, in: self) else { return .stays }
        return pick(row: row, on: console)
    }

    mutating func move(by distance: Int, on console: Console) { cursor = moved(cursor, distance, rowCount) }

    mutating func choose(row: Int, on console: Console) -> LayerAnswer {
        if (0..<rowCount).contains(row) { cursor = row }
        return .stays
    }
}
