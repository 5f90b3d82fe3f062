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
