import TerminalKit
import Themes
import Wording

/// The console's own figures. There is nothing to move about in.
struct ScorecardRoom: Room {
    var name: PaneName { .scorecard }
    var command: CommandName? { .focusScorecard }

    /// Takes the figures while they are looked at.
    func look(on console: Console) {
        guard console.view.focus == name else { return }
        let (language, steady) = (console.words.language, console.surroundings.steady())
        guard console.attention.takesScorecard(after: console.view.scorecard, in: language, at: steady) else { return }
        console.view.scorecard = console.surroundings.scorecard(language)
        console.isDirty = true
    }

    /// Whoever comes to look at the figures sees those of now.
    func enter(on console: Console) { console.attention.scorecard = nil }

    func emptyText(_ frame: Frame) -> String { frame.words.noFigures }
}

/// The console's own figures beside the limits of the standards, in the words of the screen.
package struct ScorecardView: Hashable, Sendable {
    /// What a figure is worth.
    package enum Verdict: UInt8, CaseIterable, Sendable {
        /// Within the limit.
        case good = 1
        /// Beyond what is fine, within what can be borne.
        case bearable
        /// Beyond the limit.
        case poor
        /// There is too little data to tell.
        case tooLittle
    }

    /// One figure.
    package struct Row: Hashable, Sendable {
        /// What is measured.
        package var figure: String
        /// How much it is, with its unit.
        package var value: String
        /// The limit, with the side on which a good value lies.
        package var limit: String
        /// What it is worth.
        package var verdict: Verdict
        /// The word for that.
        package var word: String

        /// Creates a row.
        package init(figure: String, value: String, limit: String, verdict: Verdict, word: String) {
            self.figure = figure
            self.value = value
            self.limit = limit
            self.verdict = verdict
            self.word = word
        }
    }

    /// The figures.
    package var rows: [Row]
    /// What the figures were taken from, and what is missing for a verdict, a line each.
    package var notes: [String]
    /// What stands above the sources.
    package var sourcesTitle: String
    /// The sources with the most alerts, the worst first, with their numbers; text from outside.
    package var sources: [String]
    /// False while the journal is still being read: another look reads on.
    package var isComplete: Bool

    /// Creates the figures.
    package init(
        rows: [Row], notes: [String], sourcesTitle: String = "", sources: [String] = [], isComplete: Bool = true
    ) {
        self.rows = rows
        self.notes = notes
        self.sourcesTitle = sourcesTitle
        self.sources = sources
        self.isComplete = isComplete
    }
}

// MARK: - On the screen

extension ScorecardRoom {
    /// The figures, a line each: calm while they are within their limits, and a shape and a word where they are not.
    func draw(_ area: Rect, into frame: inout Frame) {
        frame.info.visibleRows[.scorecard] = area.rows
        guard let card = frame.view.scorecard else { return frame.drawEmpty(.scorecard, area) }
        let table = ColumnTable(columns(in: frame), area: area)
        frame.drawHeader(table, .scorecard)
        for (index, row) in card.rows.enumerated() {
            let line = area.line(index + 1)
            guard line.rows > 0 else { return }
            for place in table.places { drawCell(row, place, line, into: &frame) }
        }
        var next = card.rows.count + 2
        let left = Rect(
            column: area.column + ColumnTable.gutter, row: area.row, columns: area.columns - 2 * ColumnTable.gutter,
            rows: area.rows
        )
        for note in card.notes.flatMap({ wrapped($0, columns: max(1, left.columns)) }) {
            frame.write(note, left.line(next), .textDim)
            next += 1
        }
        guard !card.sources.isEmpty else { return }
        frame.write(card.sourcesTitle, left.line(next + 1), .header)
        for (index, source) in card.sources.enumerated() { frame.write(source, left.line(next + 2 + index), .text) }
    }

    private func columns(in frame: Frame) -> [TableColumn] {
        [
            TableColumn(.figure, 16, 28, grows: 1, importance: 100),
            TableColumn(.value, 7, 10, importance: 95, alignment: .trailing),
            TableColumn(.limit, 7, 9, importance: 80, alignment: .trailing),
            TableColumn(.verdict, 18, 20, importance: 97),
        ]
    }

    private func drawCell(_ row: ScorecardView.Row, _ place: ColumnTable.Place, _ line: Rect, into frame: inout Frame) {
        switch place.name {
        case .figure: frame.cell(row.figure, place, line, frame.style(.text))
        case .value: frame.cell(row.value, place, line, frame.style(row.verdict == .poor ? .textStrong : .text))
        case .limit: frame.cell(row.limit, place, line, frame.style(.textDim))
        case .verdict:
            frame.cell("\(shape(row.verdict, in: frame)) \(row.word)", place, line, frame.style(role(row.verdict)))
        default: break
        }
    }

    private func shape(_ verdict: ScorecardView.Verdict, in frame: Frame) -> String {
        switch verdict {
        case .good: frame.glyphs.check
        case .bearable: frame.glyphs.circle
        case .poor: frame.glyphs.warning
        case .tooLittle: frame.glyphs.dash
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
