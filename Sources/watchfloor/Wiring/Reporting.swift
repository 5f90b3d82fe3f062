import Core
import Dashboard
import DispatchModel
import Formats
import Reports
import Wording

/// The figures of a journal.
func figures(of journal: some EventJournal, by grouping: FigureGrouping?) throws(JournalError) -> FigureReport {
    var accumulator = FigureAccumulator()
    try journal.forEach(after: 0) { record throws(JournalError) in accumulator.apply(record) }
    return accumulator.report(by: grouping)
}

/// The figures of a journal as a table for people.
func reportText(
    of journal: some EventJournal, on board: Board, by grouping: FigureGrouping?, words: Words
) throws(JournalError) -> String {
    let report = try figures(of: journal, by: grouping)
    let table = FigureTable(
        words: words.language == .chinese ? .chinese : .english,
        label: { key in
            switch key.value {
            case .priority(let priority): words.priority(priority)
            case .text(let code):
                code.isEmpty ? nil : Sanitiser.visible(grouping == .type ? words.type(code, on: board) : code)
            case .kind(let kind): kind.map { words.kindInFull($0) }
            }
        })
    let mark = board.mode.mode == .exercise ? ["\(words.mode(.exercise)) \(Sanitiser.visible(board.mode.title))"] : []
    return (mark + table.lines(of: report)).joined(separator: "\n")
}
