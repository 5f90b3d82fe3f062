import Drills
import Foundation
import TestSupport
import Testing
import Wording

@testable import Reports

/// A real browser without a window, when the machine has one.
private struct Browser {
    private let program: String

    /// The first of the usual names on the path; nil, said aloud, when there is none.
    init?() {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let candidates = ["chromium", "chromium-browser", "google-chrome"].flatMap { name in
            folders.map { "\($0)/\(name)" }
        }
        guard let found = candidates.first(where: FileManager.default.isExecutableFile) else {
            print("SKIPPED: no chromium on the path, the pages were not looked at in a browser")
            return nil
        }
        program = found
    }

    /// What a page is like once its scripts have run, and what the browser said about it.
    func look(at html: String, width: Int, dark: Bool) throws -> (document: String, said: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = folder.appending(path: "page.html")
        try Data(html.utf8).write(to: page)
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile",
            "--enable-logging=stderr", "--window-size=\(width),900", "--virtual-time-budget=3000",
            "--blink-settings=preferredColorScheme=\(dark ? 0 : 1)", "--dump-dom", page.absoluteString,
        ]
        let (output, said) = (folder.appending(path: "out"), folder.appending(path: "err"))
        for file in [output, said] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: said)
        try process.run()
        process.waitUntilExit()
        return (try String(contentsOf: output, encoding: .utf8), try String(contentsOf: said, encoding: .utf8))
    }
}

/// Put at the end of a page: presses the zoom button once and writes down what there is to see.
private let probe = """
    <script>
    var figure = document.querySelector('.gantt'), lanes = figure.querySelector('.lanes');
    var before = lanes.getBoundingClientRect().width;
    figure.querySelector('[data-zoom=in]').click();
    document.body.dataset.seen = [
      'zoom ' + lanes.getBoundingClientRect().width / before, 'level ' + figure.dataset.level,
      'tools ' + !figure.querySelector('.tools').hidden,
      'fetched ' + performance.getEntriesByType('resource').length,
      'fits ' + (document.documentElement.scrollWidth <= window.innerWidth),
      'paper ' + getComputedStyle(document.body).backgroundColor
    ].join(', ');
    </script></body>
    """

@Suite(.tags(.process), .full, .serialized) struct BrowserTests {
    @Test(arguments: [(1280, false), (600, true)])
    func pagesFitZoomAndFetchNothing(width: Int, dark: Bool) throws {
        guard let browser = Browser() else { return }
        let words = Words(dark ? .chinese : .english)
        let scenario = try #require(try Scenario.shipped("evening-peak")).lasting(.hours(6))
        let made = MadeDrill.busy(calls: 50, units: 12, every: .seconds(240), slow: 4)
        let play = PlayedDrill(trainee: "li", scenario: scenario, seed: 1, records: made.records, keys: made.keys)
        let debriefing = Debriefing(play, score: play.score, baseline: play.score, words: words)
        // The page's policy lets its own script run alone; the probe needs leave.
        let html = debriefing.html(words: words).replacingOccurrences(of: "</body>", with: probe)
            .replacing(/script-src 'sha256-[^']+'/, with: "script-src 'unsafe-inline'")
        let (document, said) = try browser.look(at: html, width: width, dark: dark)
        let paper = dark ? "rgb(18, 23, 27)" : "rgb(255, 255, 255)"
        let seen = "zoom 2, level 1, tools true, fetched 0, fits true, paper \(paper)"
        #expect(document.contains("data-seen=\"\(seen)\""), "\(document.suffix(300))")
        #expect(!said.contains("CONSOLE"), "\(said)")
    }
}
