import Core
import Dashboard
import DispatchModel
import DispatchPolicy
import Formats
import Reports
import TerminalKit
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
    let mark =
        board.mode.mode == .exercise
        ? ["\(words.mode(.exercise)) \(Sanitiser.visible(board.mode.titles[words.language]))"] : []
    return (mark + table.lines(of: report)).joined(separator: "\n")
}

/// How a profile was kept by a journal.
func attainment(of journal: some EventJournal, _ profile: DeadlineProfile) throws(JournalError) -> AttainmentReport {
    var accumulator = FigureAccumulator()
    try journal.forEach(after: 0) { record throws(JournalError) in accumulator.apply(record) }
    return accumulator.attainment(of: profile)
}

/// A profile's attainment as lines for people.
func attainmentText(_ report: AttainmentReport, words: Words) -> String {
    var lines = ["\(words.title(of: report.profile)) (\(report.profile.name))", words.source(of: report.profile)]
    for target in report.targets {
        let scope = words.scope(of: target.target)
        lines += ["", words.measure(target.target.measure) + (scope.isEmpty ? "" : " · \(scope)")]
        for limit in target.limits {
            let share = target.isRecorded ? words.share(limit) : ""
            let parts = [share, words.verdict(limit)].filter { !$0.isEmpty }
            lines.append("  ≤ \(fitted(words.limit(limit.limit.within), columns: 6)) \(parts.joined(separator: " · "))")
        }
        let leftOut = words.leftOut(target)
        if !leftOut.isEmpty { lines.append("  \(leftOut)") }
    }
    return lines.map(Sanitiser.visible).joined(separator: "\n")
}
