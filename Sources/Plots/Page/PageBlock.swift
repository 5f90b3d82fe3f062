/// One thing on a page, from the top down.
public indirect enum PageBlock: Hashable, Sendable {
    /// A smaller heading inside a section.
    case heading(String)
    /// A paragraph.
    case paragraph(String)
    /// A remark, fainter than a paragraph.
    case note(String)
    /// Points.
    case list([String])
    /// Names with values, large: what the reader should take away.
    case facts([PageFact])
    /// A table.
    case table(PageTable)
    /// Charts, side by side where there is room.
    case charts([Chart])
    /// Small charts, several in a row.
    case multiples([Chart])
    /// Lanes over time, as wide as the page.
    case gantt(Gantt)
    /// Blocks that the reader unfolds; unfolded on paper.
    case folded(String, [PageBlock])
}

/// How something turned out, shown by sign, word and colour.
public enum PageVerdict: String, Hashable, Sendable {
    /// Reached: ✓.
    case met
    /// Not reached: ✗.
    case missed
    /// Neither, or not yet known: –.
    case open

    /// The sign in front of the words.
    public var sign: String {
        switch self {
        case .met: "✓"
        case .missed: "✗"
        case .open: "–"
        }
    }
}

/// A name with its value.
public struct PageFact: Hashable, Sendable {
    /// What it is.
    public var name: String
    /// How much it is.
    public var value: String
    /// How it turned out; nil for a plain value.
    public var verdict: PageVerdict?

    /// Creates a fact.
    public init(_ name: String, _ value: String, verdict: PageVerdict? = nil) {
        self.name = name
        self.value = value
        self.verdict = verdict
    }
}

/// A table of a page.
public struct PageTable: Hashable, Sendable {
    /// A cell.
    public enum Cell: Hashable, Sendable {
        /// Words.
        case text(String)
        /// Words with a verdict before them.
        case verdict(PageVerdict, String)
        /// Keys as they were pressed.
        case keys([String])
    }

    /// What it shows; empty for none.
    public var caption: String
    /// The names of its columns.
    public var columns: [String]
    /// The columns of numbers, by index from 0: they stand at the right.
    public var numeric: Set<Int>
    /// The rows; each has a cell for every column.
    public var rows: [[Cell]]

    /// Creates a table.
    public init(_ caption: String = "", columns: [String], numeric: Set<Int> = [], rows: [[Cell]]) {
        self.caption = caption
        self.columns = columns
        self.numeric = numeric
        self.rows = rows
    }
}

/// A part of a page with its heading.
public struct PageSection: Hashable, Sendable {
    /// Its heading.
    public var title: String
    /// What stands in it.
    public var blocks: [PageBlock]

    /// Creates a section.
    public init(_ title: String, _ blocks: [PageBlock]) {
        self.title = title
        self.blocks = blocks
    }
}
