import Formats
import Foundation
import Testing

@testable import Reports

@Suite struct PageTests {
    private func page(named text: String, words: PageWords = .english) -> HTMLPage {
        let table = PageTable(
            text, columns: [text, "n"], numeric: [1],
            rows: [[.text(text), .verdict(.missed, text)], [.keys(["a", text]), .verdict(.met, "yes")]])
        let blocks: [PageBlock] = [
            .heading(text), .paragraph(text), .note(text), .list([text]), .table(table),
            .facts([PageFact(text, text, verdict: .open), PageFact("plain", "1")]), .charts(everyChart(named: text)),
            .gantt(gantt(named: text, lanes: 3)), .folded(text, [.paragraph(text)]),
        ]
        return HTMLPage(
            text, words: words, subtitle: text, banner: text,
            sections: [PageSection(text, blocks), PageSection("b", []), PageSection("c", [])], footer: text)
    }

    /// The page's own tags; style and script are the program's and are looked at apart.
    @Test(arguments: hostileTexts) func noTextBecomesMarkup(_ text: String) throws {
        let html = page(named: text).html
        let body = try #require(html.split(separator: "<body>").last?.split(separator: "<script>").first)
        let found = XMLElements(of: "<page>\(body)</page>")
        #expect(found.problem == nil, "\(found.problem ?? "")")
        #expect(!found.names.contains("script") && !found.names.contains("img") && !found.names.contains("b"))
        #expect(!found.attributes.contains { $0.keys.contains { $0.hasPrefix("on") } })
        #expect(found.all("a").allSatisfy { $0["href"]?.hasPrefix("#s") == true })
        #expect(html.components(separatedBy: "<script>").count == 2)
        #expect(html.components(separatedBy: "</style>").count == 2)
    }

    @Test func thePageFetchesNothing() {
        let html = page(named: "plain").html
        let outside = html.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "")
        #expect(!outside.contains("http:") && !outside.contains("https:") && !outside.contains("url("))
        #expect(!outside.contains("src=") && !outside.contains("<link") && !outside.contains("@import"))
        #expect(html.contains("default-src 'none'"))
    }

    @Test func onlyThePagesOwnScriptMayRun() throws {
        let html = page(named: "x").html
        let script = try #require(
            html.components(separatedBy: "<script>").last?.components(separatedBy: "</script>").first)
        let digest = Data(SHA256.digest(of: Array(script.utf8))).base64EncodedString()
        #expect(PageScript.digest == digest)
        #expect(html.contains("script-src 'sha256-\(digest)'"))
        #expect(!html.contains("script-src 'unsafe-inline'"))
    }

    @Test func thePageNamesItsLanguage() {
        #expect(page(named: "x").html.contains("<html lang=\"en\">"))
        #expect(page(named: "x", words: .chinese).html.contains("<html lang=\"zh-Hans\">"))
    }

    @Test func verdictsHaveSignsAndTheBannerIsOnPaperToo() {
        let html = page(named: "EXERCISE").html
        #expect(html.contains("✗ EXERCISE") && html.contains("✓ yes"))
        #expect(html.contains("@top-center { content: \"EXERCISE\""))
        #expect(html.contains("prefers-color-scheme: dark") && html.contains("@media print"))
    }
}
