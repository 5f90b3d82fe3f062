import Foundation
import Testing

@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What an XML parser finds in a text.
final class XMLElements: NSObject, XMLParserDelegate {
    private(set) var names: [String] = []
    private(set) var attributes: [[String: String]] = []
    private(set) var text = ""
    private(set) var problem: String?

    /// Reads a document to its end or its first error.
    init(of document: String) {
        super.init()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = self
        if !parser.parse() { problem = parser.parserError.map { "\($0) in line \(parser.lineNumber)" } ?? "unknown" }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes found: [String: String]
    ) {
        names.append(name)
        attributes.append(found)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    /// The attributes of every element of a name.
    func all(_ name: String) -> [[String: String]] { zip(names, attributes).filter { $0.0 == name }.map(\.1) }
}

/// Texts that would break out of markup, or deceive, if they went in raw.
let hostileTexts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a & b < c > d ' \"", "]]>", "-->",
    "\u{1B}[31mred\u{07}\u{00}", "left\u{202E}thgir", "&lt;already&gt;", "}</style><b>", "中文 🚓 é\u{301}",
]

/// Charts of every kind that the target draws, with a text in every place that takes one.
func everyChart(named text: String) -> [Chart] {
    let values = (0..<40).map { Double($0 * $0 % 97) }
    let points = values.enumerated().map { PlotPoint(Double($0), $1) }
    let axis = Axis(text, scale: .duration)
    return [
        .distribution(
            text, summary: text, of: [PlotSeries(text, values), PlotSeries("other", [1, 2])], x: axis, yLabel: text,
            thresholds: [PlotThreshold(text, 30), PlotThreshold(text, 31)]),
        .histogram(text, of: values, x: axis, yLabel: text, thresholds: [PlotThreshold(text, 40)]),
        .bars(text, names: [text, "b"], y: axis, series: [(text, [(1, 0.5), (2, nil)]), ("x", [(3, nil), (0, 1)])]),
        .differences(text, rows: [(text, -1, -2, -0.5), ("none", 1, -1, 3)], x: axis),
        .trend(text, x: Axis(text, scale: .clock), y: axis, series: [(text, [(0, 1, 0.5), (60, 2, nil)])]),
        Chart(
            text, x: Axis(text), y: Axis(text, scale: .percent),
            layers: [
                ChartLayer(text, .steps(points)), ChartLayer("line", .line(points), dash: 1),
                ChartLayer("points", .points(points)), ChartLayer(text, .atY(3)), ChartLayer(text, .atX(3)),
            ]),
    ]
}

/// A Gantt chart with a text in every place that takes one.
func gantt(named text: String, lanes: Int = 60) -> Gantt {
    let states = [
        GanttState(text, .orange, height: 0.5, hollow: true), GanttState("second", .green),
    ]
    let rows = (0..<lanes).map { row -> GanttLane in
        let from = Double(row * 60)
        let first = GanttSegment(from: from, to: from + 90, state: 0, note: text)
        let second = GanttSegment(from: from + 90, to: from + 400, state: 1)
        let marker = GanttMarker(at: from + 30, .cross, .vermillion, name: text, note: text)
        return GanttLane("\(text) \(row)", note: text, segments: [first, second], markers: [marker])
    }
    let moment = GanttMarker(at: 600, .triangle, .purple, name: text, note: text)
    return Gantt(text, summary: text, from: 0, to: 7200, states: states, lanes: rows, moments: [moment])
}
