/// The style sheet of a page. Meaning is never colour alone: verdicts have signs, lines have dashes, states have heights.
enum PageStyle {
    /// Everything that is the same on every page.
    static let sheet = [colours, frame, tables, charts, lanes].joined(separator: "\n")

    /// Okabe and Ito's colours; in the dark blue and vermillion give way to lighter ones of the same family.
    private static let colours = """
        :root { --paper: #ffffff; --ink: #1b2126; --quiet: #5b6670; --rule: #d4dade; --soft: #f3f5f6;
          --blue: #0072b2; --vermillion: #d55e00; --green: #009e73; --purple: #cc79a7; --orange: #e69f00;
          --sky: #56b4e9; --yellow: #f0e442; --met: #00684c; --missed: #a84300; color-scheme: light; }
        @media screen and (prefers-color-scheme: dark) {
          :root { --paper: #12171b; --ink: #e4e9ec; --quiet: #9aa6ae; --rule: #36424a; --soft: #1b2329;
            --blue: #56b4e9; --vermillion: #ee7733; --green: #1fbf92; --purple: #d98fb8; --orange: #e69f00;
            --sky: #3f86c4; --yellow: #f0e442; --met: #3fd3a6; --missed: #ff9457; color-scheme: dark; } }
        """

    private static let frame = """
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 1320px; padding: 0 20px 40px; background: var(--paper); color: var(--ink);
          font: 16px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
        h1 { font-size: 28px; line-height: 1.25; margin: 20px 0 4px; }
        h2 { font-size: 21px; margin: 36px 0 10px; padding-top: 10px; border-top: 2px solid var(--rule); }
        h3 { font-size: 17px; margin: 22px 0 6px; }
        p { margin: 6px 0; max-width: 90ch; }
        .quiet, footer { color: var(--quiet); font-size: 14px; }
        .banner { position: sticky; top: 0; z-index: 2; margin: 0 -20px; padding: 5px; text-align: center;
          font-weight: 700; letter-spacing: .3em; color: #000; background: #f0e442; border-bottom: 2px solid #000; }
        nav { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 10px 0; font-size: 14px; }
        a { color: var(--ink); }
        section { scroll-margin-top: 40px; }
        footer { margin-top: 36px; border-top: 1px solid var(--rule); padding-top: 8px; }
        .facts { display: flex; flex-wrap: wrap; gap: 8px 34px; margin: 10px 0; }
        .facts dt { color: var(--quiet); font-size: 14px; }
        .facts dd { margin: 0; font-size: 24px; font-weight: 600; font-variant-numeric: tabular-nums; }
        .met { color: var(--met); } .missed { color: var(--missed); font-weight: 600; } .open { color: var(--quiet); }
        summary { cursor: pointer; padding: 4px 0; font-weight: 600; }
        """

    private static let tables = """
        .wide { overflow-x: auto; margin: 10px 0; }
        table { border-collapse: collapse; font-size: 14.5px; line-height: 1.4; }
        caption { text-align: left; font-weight: 600; padding: 4px 0; }
        th, td { text-align: left; vertical-align: top; padding: 4px 16px 4px 0; border-bottom: 1px solid var(--rule); }
        th { color: var(--quiet); font-weight: 600; font-size: 13.5px; }
        td { overflow-wrap: break-word; max-width: 46ch; min-width: 3.4em; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        th, .n, .met, .missed, .open { white-space: nowrap; }
        kbd { font: 12.5px/1 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; padding: 1px 5px; margin: 1px 0;
          display: inline-block; border: 1px solid var(--rule); border-radius: 4px; background: var(--soft); }
        """

    private static let charts = """
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 500px), 1fr)); gap: 18px 28px; }
        .charts.small { grid-template-columns: repeat(auto-fill, minmax(min(100%, 270px), 1fr)); }
        .small figcaption { font-size: 13.5px; }
        figure { margin: 10px 0; min-width: 0; }
        figcaption { font-weight: 600; font-size: 15px; }
        svg.chart { display: block; width: 100%; max-width: 760px; height: auto; }
        svg text { font-family: inherit; fill: var(--ink); }
        svg .tick, svg .note { font-size: 12.5px; }
        svg .note { font-size: 12px; font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
        svg .axis { font-size: 12.5px; fill: var(--quiet); }
        svg .mid { text-anchor: middle; } svg .end { text-anchor: end; } svg .start { text-anchor: start; }
        svg .grid { stroke: var(--rule); stroke-width: 1; }
        svg .frame { stroke: var(--quiet); stroke-width: 1; fill: none; }
        svg .zero { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 3; }
        svg .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
        svg .band { opacity: .22; }
        svg .bar { stroke: var(--ink); stroke-width: .5; }
        svg .whisker { stroke: var(--ink); stroke-width: 1.3; }
        svg .interval { stroke-width: 2.2; }
        svg .dot { stroke: var(--paper); stroke-width: 1; }
        svg .mark { stroke-width: 1.4; stroke-dasharray: 3 3; }
        """

    private static let lanes: String = {
        let fills = PlotColour.allCases.map { colour in
            ".f-\(colour.rawValue) { fill: \(colour.css); } .k-\(colour.rawValue) { stroke: \(colour.css); }"
        }
        return fills.joined(separator: "\n") + """

            .gantt .block { display: flex; margin: 6px 0 14px; }
            .gantt .names { flex: none; }
            .gantt .scroll { flex: 1 1 0; min-width: 0; overflow-x: auto; overflow-y: hidden; cursor: grab; }
            .gantt .lanes { display: block; width: calc(100% * var(--zoom, 1)); }
            .gantt .lane { font-size: 12px; text-anchor: end; }
            .gantt .marker { overflow: visible; }
            .gantt .seg, .gantt .marker path:not(.cross) { stroke: var(--ink); stroke-width: .5; }
            .gantt .hollow { fill: var(--soft); stroke-width: 1.6; }
            .gantt .marker .cross { fill: none; stroke-width: 3; }
            .gantt .moment line { stroke-width: 1.2; stroke-dasharray: 2 3; }
            .gantt .t1, .gantt .t2, .gantt .t3 { display: none; }
            .gantt[data-level="1"] .t1, .gantt[data-level="2"] :is(.t1, .t2), .gantt[data-level="3"] :is(.t1, .t2, .t3)
              { display: inline; }
            .legend { display: flex; flex-wrap: wrap; gap: 2px 18px; list-style: none; margin: 6px 0; padding: 0;
              font-size: 13.5px; }
            .legend li { display: flex; align-items: center; gap: 6px; }
            .tools { display: flex; align-items: center; gap: 6px; flex-wrap: wrap; }
            .tools[hidden] { display: none; }
            .tools button { font: inherit; min-width: 34px; height: 30px; color: inherit; background: var(--soft);
              border: 1px solid var(--rule); border-radius: 6px; cursor: pointer; }
            """
    }()

    /// The rules for paper: landscape, nothing cut in two, and the banner on every page.
    static func printed(banner: String) -> String {
        let mark = banner.isEmpty ? "" : " @top-center { content: \(quoted(banner)); font-weight: 700; }"
        return """
            @page { size: A4 landscape; margin: 14mm 12mm;\(mark) @bottom-right { content: counter(page); } }
            @media print {
              body { max-width: none; padding: 0; font-size: 11pt; }
              .banner { position: static; margin: 0; }
              .tools, nav { display: none !important; }
              .gantt .lanes { width: 100% !important; }
              .gantt :is(.t1, .t2, .t3) { display: none !important; }
              .wide, .gantt .scroll { overflow: visible; }
              figure, .gantt .block, tr, .facts { break-inside: avoid; }
              figure.gantt { break-inside: auto; }
              h2, h3, figcaption, caption, .legend, .gantt > p { break-after: avoid; }
              .charts { grid-template-columns: 1fr 1fr; } .charts.small { grid-template-columns: 1fr 1fr 1fr 1fr; }
              * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
            }
            """
    }

    /// A text as a CSS string: everything but letters, digits and spaces as an escape.
    private static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> String in
            let plain = scalar.properties.isAlphabetic || scalar == " " || (0x30...0x39).contains(scalar.value)
            return plain ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
        }
        return "\"\(scalars.joined())\""
    }
}
