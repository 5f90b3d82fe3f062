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
