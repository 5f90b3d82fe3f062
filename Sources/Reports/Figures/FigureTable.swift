import DispatchModel
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

/// The words of the table of figures; an interval brings its own.
package struct FigureWords: Hashable, Sendable {
    /// The language they are in.
    package var language: Language
    /// Above the first column: what a row is.
    package var interval: String
    /// Above the number of measurements.
    package var count: String
    /// Above the median.
    package var p50: String
    /// Above the 90th percentile.
    package var p90: String
    /// Above the mean.
    package var mean: String
    /// Above the number of times that run backwards.
    package var invalid: String
    /// Incidents.
    package var incidents: String
    /// Unit responses.
    package var unitResponses: String
    /// Units that responded.
    package var units: String
    /// The heading of everything together.
    package var total: String
    /// The name of a group without a name.
    package var unknown: String
    /// What a number stands for: seconds.
    package var unit: String

    /// English.
    package static let english = FigureWords(
        language: .english, interval: "interval", count: "count", p50: "p50", p90: "p90", mean: "mean",
        invalid: "invalid",
        incidents: "incidents", unitResponses: "unit responses", units: "units",
        total: "all", unknown: "unknown", unit: "times in minutes:seconds")

    /// Simplified Chinese.
    package static let chinese = FigureWords(
        language: .chinese, interval: "时段", count: "次数", p50: "中位数", p90: "90 分位", mean: "平均", invalid: "时间倒置",
        incidents: "警情", unitResponses: "出动单元次", units: "出动单元",
        total: "全部", unknown: "未知", unit: "时间为 分:秒")
}
