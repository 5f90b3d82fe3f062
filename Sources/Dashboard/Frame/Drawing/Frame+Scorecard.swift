import TerminalKit
import Themes
import Wording

extension Frame {
    /// The figures, a line each: calm while they are within their limits, and a shape and a word where they are not.
    mutating func drawScorecard(_ area: Rect) {
        info.visibleRows[.scorecard] = area.rows
        guard let card = view.scorecard else { return drawEmpty(.scorecard, area) }
        let table = ColumnTable(scorecardColumns, area: area)
        drawHeader(table, .scorecard)
        for (index, row) in card.rows.enumerated() {
            let line = area.line(index + 1)
            guard line.rows > 0 else { return }
            for place in table.places { drawScorecardCell(row, place, line) }
        }
        var next = card.rows.count + 2
        let left = Rect(
            column: area.column + ColumnTable.gutter, row: area.row, columns: area.columns - 2 * ColumnTable.gutter,
            rows: area.rows
        )
        for note in card.notes.flatMap({ wrapped($0, columns: max(1, left.columns)) }) {
            write(note, left.line(next), .textDim)
            next += 1
        }
        guard !card.sources.isEmpty else { return }
        write(card.sourcesTitle, left.line(next + 1), .header)
        for (index, source) in card.sources.enumerated() { write(source, left.line(next + 2 + index), .text) }
    }

    private var scorecardColumns: [TableColumn] {
        [
            TableColumn(.figure, 16, 28, grows: 1, importance: 100),
            TableColumn(.value, 7, 10, importance: 95, alignment: .trailing),
            TableColumn(.limit, 7, 9, importance: 80, alignment: .trailing),
            TableColumn(.verdict, 18, 20, importance: 97),
        ]
    }

    private mutating func drawScorecardCell(_ row: ScorecardView.Row, _ place: ColumnTable.Place, _ line: Rect) {
        switch place.name {
        case .figure: cell(row.figure, place, line, style(.text))
        case .value: cell(row.value, place, line, style(row.verdict == .poor ? .textStrong : .text))
        case .limit: cell(row.limit, place, line, style(.textDim))
        case .verdict: cell("\(shape(row.verdict)) \(row.word)", place, line, style(role(row.verdict)))
        default: break
        }
    }

    private func shape(_ verdict: ScorecardView.Verdict) -> String {
        switch verdict {
        case .good: glyphs.check
        case .bearable: glyphs.circle
        case .poor: glyphs.warning
        case .tooLittle: glyphs.dash
        }
    }

    private func role(_ verdict: ScorecardView.Verdict) -> Role {
        switch verdict {
        case .good: .freshnessGood
        case .bearable: .text
        case .poor: .noticeWarning
        case .tooLittle: .textDim
        }
    }
}
