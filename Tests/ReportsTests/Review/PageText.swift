import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What stands on a page: its elements, and its tables cell by cell.
final class PageText: NSObject, XMLParserDelegate {
    private(set) var names: Set<String> = []
    private(set) var handlers: [String] = []
    /// Every row of every table, cell by cell.
    private(set) var rows: [[String]] = []
    private(set) var headings: [String] = []
    private(set) var problem: String?
    private var text = ""

    /// Reads the body of a page, whose markup is XML as well as HTML. The script at its end is the program's own.
    init(_ html: String) {
        super.init()
        guard let begin = html.range(of: "<body>"), let end = html.range(of: "<script>") else {
            problem = "no body"
            return
        }
        let parser = XMLParser(data: Data("<page>\(html[begin.upperBound..<end.lowerBound])</page>".utf8))
        parser.delegate = self
        if !parser.parse() { problem = "\(String(describing: parser.parserError)), line \(parser.lineNumber)" }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        names.insert(name)
        handlers += attributes.keys.filter { $0.hasPrefix("on") }
        if name == "tr" { rows.append([]) }
        if ["td", "th", "h1", "h2", "h3"].contains(name) { text = "" }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if ["td", "th"].contains(name), !rows.isEmpty { rows[rows.count - 1].append(text) }
        if ["h1", "h2", "h3"].contains(name) { headings.append(text) }
    }
}
