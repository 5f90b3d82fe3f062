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

/// The words that a page brings along itself.
package struct PageWords: Hashable, Sendable {
    /// The page's language as HTML names it (BCP 47).
    package var language: String
    /// A button's: show less time, wider.
    package var zoomIn: String
    /// A button's: show more time.
    package var zoomOut: String
    /// A button's: show the whole time.
    package var whole: String
    /// How to zoom and move.
    package var zoomHint: String
    /// Above the list of the sections.
    package var contents: String

    /// English.
    package static let english = PageWords(
        language: "en", zoomIn: "Zoom in", zoomOut: "Zoom out", whole: "Show the whole time",
        zoomHint: "Ctrl + wheel zooms; drag or scroll sideways to move; point at a bar for its times.",
        contents: "Contents")

    /// Simplified Chinese.
    package static let chinese = PageWords(
        language: "zh-Hans", zoomIn: "放大", zoomOut: "缩小", whole: "显示全程",
        zoomHint: "Ctrl + 滚轮缩放；拖动或横向滚动移动；指向色条看时间。", contents: "目录")
}

/// The script that lets a reader zoom into the lanes. Without it everything is readable as it stands.
enum PageScript {
    /// The SHA-256 of what stands in the page's script element, in Base64: the page's security policy lets this script run
    /// and no other. A test works it out from `text`.
    static let digest = "FOBYFBn7M+svm/5LIAfEadI3nCaXOt69z0liAG8d7gY="

    /// Zooming makes the pictures wider; scrolling is the browser's own, and all blocks of a figure scroll together.
    static let text = """
        'use strict';
        document.querySelectorAll('.gantt').forEach(function (figure) {
          var scrolls = Array.from(figure.querySelectorAll('.scroll')), zoom = 1, drag = null;
          figure.querySelector('.tools').hidden = false;
          function follow(from) {
            scrolls.forEach(function (one) { if (one !== from) { one.scrollLeft = from.scrollLeft; } });
          }
          function set(next, scroll, at) {
            next = Math.min(64, Math.max(1, next));
            var share = (scroll.scrollLeft + at) / scroll.scrollWidth;
            zoom = next;
            figure.style.setProperty('--zoom', zoom);
            figure.dataset.level = Math.min(3, Math.floor(Math.log2(zoom)));
            scroll.scrollLeft = share * scroll.scrollWidth - at;
            follow(scroll);
          }
          figure.querySelectorAll('[data-zoom]').forEach(function (button) {
            button.addEventListener('click', function () {
              var to = { 'in': zoom * 2, 'out': zoom / 2, 'whole': 1 }[button.dataset.zoom];
              if (scrolls.length) { set(to, scrolls[0], scrolls[0].clientWidth / 2); }
            });
          });
          scrolls.forEach(function (scroll) {
            scroll.addEventListener('scroll', function () { follow(scroll); });
            scroll.addEventListener('wheel', function (event) {
              if (!event.ctrlKey && !event.metaKey) { return; }
              event.preventDefault();
              var at = event.clientX - scroll.getBoundingClientRect().left;
              set(zoom * (event.deltaY < 0 ? 1.25 : 0.8), scroll, at);
            }, { passive: false });
            scroll.addEventListener('keydown', function (event) {
              if (event.key === '+' || event.key === '=') { set(zoom * 2, scroll, scroll.clientWidth / 2); }
              if (event.key === '-') { set(zoom / 2, scroll, scroll.clientWidth / 2); }
              if (event.key === '0') { set(1, scroll, 0); }
            });
            scroll.addEventListener('pointerdown', function (event) {
              if (event.pointerType === 'mouse' && event.button === 0) {
                drag = { x: event.clientX, left: scroll.scrollLeft };
                scroll.setPointerCapture(event.pointerId);
              }
            });
            scroll.addEventListener('pointermove', function (event) {
              if (drag) { scroll.scrollLeft = drag.left - (event.clientX - drag.x); }
            });
            scroll.addEventListener('pointerup', function () { drag = null; });
          });
        });
        var folded = [];
        window.addEventListener('beforeprint', function () {
          folded = Array.from(document.querySelectorAll('details:not([open])'));
          folded.forEach(function (one) { one.open = true; });
        });
        window.addEventListener('afterprint', function () {
          folded.forEach(function (one) { one.open = false; });
        });
        """
}
