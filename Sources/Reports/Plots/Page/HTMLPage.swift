/// A page in one file: style and script inside, nothing fetched from anywhere, readable on screen, in the dark and on paper.
package struct HTMLPage: Hashable, Sendable {
    /// The page's own words, which also name its language.
    package var words: PageWords
    /// The title.
    package var title: String
    /// A line under the title; empty for none.
    package var subtitle: String
    /// A mark that stands over everything and on every printed page, such as EXERCISE; empty for none.
    package var banner: String
    /// The parts.
    package var sections: [PageSection]
    /// What made the page; at its end.
    package var footer: String

    /// Creates a page.
    package init(
        _ title: String, words: PageWords = .english, subtitle: String = "", banner: String = "",
        sections: [PageSection], footer: String = ""
    ) {
        self.title = title
        self.words = words
        self.subtitle = subtitle
        self.banner = banner
        self.sections = sections
        self.footer = footer
    }

    /// The whole file. Its security policy lets the page's own script run and no other, and forbids every connection.
    package var html: String {
        let heading = banner.isEmpty ? title : "\(banner) · \(title)"
        var html = """
            <!DOCTYPE html>
            <html lang="\(Markup.escaped(words.language))">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(PageScript.digest)'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(Markup.escaped(heading))</title>
            <style>
            \(PageStyle.sheet)
            \(PageStyle.printed(banner: banner))
            </style>
            </head>
            <body>

            """
        if !banner.isEmpty { html += "<div class=\"banner\" role=\"note\">\(Markup.escaped(banner))</div>\n" }
        html += "<header><h1>\(Markup.escaped(title))</h1>"
        if !subtitle.isEmpty { html += "<p class=\"quiet\">\(Markup.escaped(subtitle))</p>" }
        html += "</header>\n\(contents)<main>\n"
        for (index, section) in sections.enumerated() {
            html += "<section id=\"s\(index + 1)\"><h2>\(Markup.escaped(section.title))</h2>\n"
            for block in section.blocks { html += block.html(words: words) }
            html += "</section>\n"
        }
        html += "</main>\n<footer>\(Markup.escaped(footer))</footer>\n<script>\n\(PageScript.text)\n</script>\n"
        return html + "</body>\n</html>\n"
    }

    /// Links to the sections, when there are enough to get lost in.
    private var contents: String {
        guard sections.count > 2 else { return "" }
        let links = sections.enumerated().map { "<a href=\"#s\($0 + 1)\">\(Markup.escaped($1.title))</a>" }
        return "<nav aria-label=\"\(Markup.escaped(words.contents))\">\(links.joined(separator: " "))</nav>\n"
    }
}
