import Formats

/// Draws a report as a table of text for people.
package struct FigureTable {
    /// The words to use.
    package var words: FigureWords
    /// The name of a group, for example a type's words for its code; the key's own name when nil is returned.
    package var label: (FigureKey) -> String?

    /// Creates a table.
    package init(words: FigureWords, label: @escaping (FigureKey) -> String? = { _ in nil }) {
        self.words = words
        self.label = label
    }

    /// The lines of a report: everything together, then each group.
    package func lines(of report: FigureReport) -> [String] {
        var lines = block(words.total, report.total)
        for group in report.groups {
            let name = label(group.key) ?? group.key.name
            lines.append("")
            lines += block(name.isEmpty ? words.unknown : name, group.figures)
        }
        return lines + ["", words.unit]
    }

    private func block(_ title: String, _ figures: Figures) -> [String] {
        let heading =
            "\(title): \(figures.incidents) \(words.incidents) · \(figures.unitResponses) \(words.unitResponses)"
            + " · \(figures.units) \(words.units)"
        let rows = zip(FigureInterval.all, figures.intervals).map { interval, figure in
            let times = [figure.p50, figure.p90, figure.mean].map(FigureTable.time)
            return [interval.title[words.language], "\(figure.count)"] + times + ["\(figure.invalid)"]
        }
        // Columns are as wide in every block: the widest of the headings and of any usual number.
        let table = TextTable(
            heading: [words.interval, words.count, words.p50, words.p90, words.mean, words.invalid], rows: rows,
            numeric: Set(1...5), indent: 2, least: 8)
        return [heading] + table.lines
    }

    /// Seconds as minutes and seconds, `6:28`; hours are 60 minutes more. A dash when there is none.
    static func time(_ seconds: Double?) -> String {
        guard let seconds else { return "–" }
        let whole = Int64(seconds.rounded())
        let rest = whole % 60
        return "\(whole / 60):\(rest < 10 ? "0" : "")\(rest)"
    }
}
