/// One thing on a page, from the top down.
package indirect enum PageBlock: Hashable, Sendable {
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
package enum PageVerdict: String, Hashable, Sendable {
    /// Reached: ✓.
    case met
    /// Not reached: ✗.
    case missed
    /// Neither, or not yet known: –.
    case open

    /// The sign in front of the words.
    package var sign: String {
        switch self {
        case .met: "✓"
        case .missed: "✗"
        case .open: "–"
        }
    }
}

/// A name with its value.
package struct PageFact: Hashable, Sendable {
    /// What it is.
    package var name: String
    /// How much it is.
    package var value: String
    /// How it turned out; nil for a plain value.
    package var verdict: PageVerdict?

    /// Creates a fact.
    package init(_ name: String, _ value: String, verdict: PageVerdict? = nil) {
        self.name = name
        self.value = value
        self.verdict = verdict
    }
}

/// A table of a page.
package struct PageTable: Hashable, Sendable {
    /// A cell.
    package enum Cell: Hashable, Sendable {
        /// Words.
        case text(String)
        /// Words with a verdict before them.
        case verdict(PageVerdict, String)
        /// Keys as they were pressed.
        case keys([String])
    }

    /// What it shows; empty for none.
    package var caption: String
    /// The names of its columns.
    package var columns: [String]
    /// The columns of numbers, by index from 0: they stand at the right.
    package var numeric: Set<Int>
    /// The rows; each has a cell for every column.
    package var rows: [[Cell]]

    /// Creates a table.
    package init(_ caption: String = "", columns: [String], numeric: Set<Int> = [], rows: [[Cell]]) {
        self.caption = caption
        self.columns = columns
        self.numeric = numeric
        self.rows = rows
    }
}

/// A part of a page with its heading.
package struct PageSection: Hashable, Sendable {
    /// Its heading.
    package var title: String
    /// What stands in it.
    package var blocks: [PageBlock]

    /// Creates a section.
    package init(_ title: String, _ blocks: [PageBlock]) {
        self.title = title
        self.blocks = blocks
    }
}

extension PageBlock {
    /// The block as HTML.
    func html(words: PageWords) -> String {
        switch self {
        case .heading(let text): "<h3>\(Markup.escaped(text))</h3>\n"
        case .paragraph(let text): "<p>\(Markup.escaped(text))</p>\n"
        case .note(let text): "<p class=\"quiet\">\(Markup.escaped(text))</p>\n"
        case .list(let points): "<ul>\(points.map { "<li>\(Markup.escaped($0))</li>" }.joined())</ul>\n"
        case .facts(let facts): "<dl class=\"facts\">\(facts.map(\.html).joined())</dl>\n"
        case .table(let table): table.html
        case .charts(let charts): "<div class=\"charts\">\(charts.map(\.figure).joined())</div>\n"
        case .multiples(let charts):
            "<div class=\"charts small\">\(charts.map(\.figure).joined())</div>\n"
        case .gantt(let gantt): gantt.html(words: words)
        case .folded(let title, let blocks):
            "<details><summary>\(Markup.escaped(title))</summary>\n"
                + blocks.map { $0.html(words: words) }.joined() + "</details>\n"
        }
    }
}

extension PageFact {
    fileprivate var html: String {
        let mark = verdict.map { " class=\"\($0.rawValue)\"" } ?? ""
        let sign = verdict.map { "\($0.sign) " } ?? ""
        return "<div><dt>\(Markup.escaped(name))</dt><dd\(mark)>\(sign)\(Markup.escaped(value))</dd></div>"
    }
}

extension Chart {
    fileprivate var figure: String {
        "<figure><figcaption>\(Markup.escaped(title))</figcaption>\(svg)</figure>\n"
    }
}

extension PageTable {
    fileprivate var html: String {
        var html = "<div class=\"wide\"><table>"
        if !caption.isEmpty { html += "<caption>\(Markup.escaped(caption))</caption>" }
        html += "<thead><tr>"
        for (index, name) in columns.enumerated() {
            html += "<th scope=\"col\"\(side(index))>\(Markup.escaped(name))</th>"
        }
        html += "</tr></thead><tbody>\n"
        for row in rows {
            html += "<tr>"
            for (index, cell) in row.enumerated() { html += "<td\(side(index))>\(cell.html)</td>" }
            html += "</tr>\n"
        }
        return html + "</tbody></table></div>\n"
    }

    private func side(_ column: Int) -> String { numeric.contains(column) ? " class=\"n\"" : "" }
}

extension PageTable.Cell {
    fileprivate var html: String {
        switch self {
        case .text(let text): Markup.escaped(text)
        case .verdict(let verdict, let text):
            "<span class=\"\(verdict.rawValue)\">\(verdict.sign) \(Markup.escaped(text))</span>"
        case .keys(let keys): keys.map { "<kbd>\(Markup.escaped($0))</kbd>" }.joined(separator: " ")
        }
    }
}
