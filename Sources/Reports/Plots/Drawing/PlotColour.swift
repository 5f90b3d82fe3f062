/// A colour of a chart, by what it is for.
///
/// The colours are those of Okabe and Ito's palette for colour-blind readers (jfly.uni-koeln.de/color). A chart names a
/// slot and the page's style sheet holds the value, one for light and print and one for dark.
package enum PlotColour: String, CaseIterable, Hashable, Sendable {
    /// Blue, the first series.
    case blue
    /// Vermillion, the second series and what was missed.
    case vermillion
    /// Bluish green, the third series and what was met.
    case green
    /// Reddish purple.
    case purple
    /// Orange.
    case orange
    /// Sky blue.
    case sky
    /// Yellow.
    case yellow
    /// The colour of text and axes.
    case ink
    /// Fainter than text.
    case quiet

    /// The colour of the series with an index from 0; they begin again after the sixth.
    package static func series(_ index: Int) -> PlotColour {
        let order: [PlotColour] = [.blue, .vermillion, .green, .purple, .orange, .sky]
        return order[((index % order.count) + order.count) % order.count]
    }

    /// The dash pattern of a series with an index from 0, so that lines differ by more than colour; nil for a full line.
    static func dash(_ index: Int) -> String? {
        let patterns: [String?] = [nil, "7 4", "2 3", "9 3 2 3", "12 4", "4 2"]
        return patterns[((index % patterns.count) + patterns.count) % patterns.count]
    }

    /// The colour as CSS writes it.
    var css: String { "var(--\(rawValue))" }
}
