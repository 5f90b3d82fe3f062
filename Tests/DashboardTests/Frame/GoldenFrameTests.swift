import DispatchModel
import Foundation
import TerminalKit
import Testing
import Themes
import Wording

@testable import Dashboard

/// Whole frames as they were approved by eye. After a wanted change run the tests with WATCHFLOOR_RECORD_FRAMES=1, look
/// at the difference, and commit it.
@Suite("Golden frames")
struct GoldenFrameTests {
    private static let names = [
        "80x24 english styled", "80x24 chinese styled", "160x48 english styled", "160x48 chinese", "240x67 english",
        "80x24 english light styled", "160x48 english assign", "80x24 chinese assign",
        "80x24 english mono styled", "80x24 english feeds styled", "160x48 chinese feeds", "240x67 english feeds",
        "80x24 chinese letters", "80x24 english scorecard", "160x48 english scorecard styled",
        "160x48 english flood styled", "80x24 chinese flood", "80x24 english states", "160x48 chinese hidden",
        "160x48 english letters",
        "160x48 english dispute styled", "160x48 chinese dispute", "80x24 chinese dispute",
        "80x24 english dispute mono styled", "80x24 english map styled", "160x48 chinese map", "240x67 english map",
        "80x24 english map light styled", "80x24 english map mono",
    ]

    @Test("every frame is as approved")
    func frames() throws {
        let drawn = GoldenFrameTests.names.map { (name: $0, text: GoldenFrameTests.draw($0)) }
        if ProcessInfo.processInfo.environment["WATCHFLOOR_RECORD_FRAMES"] != nil {
            return try GoldenFrameTests.record(drawn)
        }
        for (name, text) in drawn {
            let approved = (try? String(contentsOf: GoldenFrameTests.file(name), encoding: .utf8)) ?? ""
            guard text + "\n" != approved else { continue }
            let (now, then) = (text.split(separator: "\n"), approved.split(separator: "\n"))
            let line =
                zip(now, then).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(now.count, then.count)
            Issue.record("\(name) differs from line \(line + 1) on; drawn:\n\(text)")
        }
    }

    private static func draw(_ name: String) -> String {
        var fixture = Fixture.evening()
        let words = name.split(separator: " ").map(String.init)
        let size = words[0].split(separator: "x").compactMap { Int($0) }
        let language: Language = words.contains("chinese") ? .chinese : .english
        if words.contains("assign") { fixture.view.layers.open(fixture.assignView()) }
        if words.contains("dispute") { fixture.gradeDisputes() }
        if words.contains("scorecard") {
            fixture.view.scorecard = Fixture.scorecard()
            fixture.view.focus = .scorecard
        }
        if words.contains("flood") { fixture.addFlood() }
        if words.contains("states") || words.contains("hidden") {
            fixture.addStates()
            fixture.view.alerts.showsHidden = words.contains("hidden")
            fixture.refresh()
        }
        if !Set(words).isDisjoint(with: ["flood", "states", "hidden"]) { fixture.view.focus = .alerts }
        if words.contains("letters") { fixture.view.layers.open(Fixture.letters(at: fixture.now)) }
        if words.contains("feeds") {
            fixture.addFeeds()
            fixture.view.focus = .feeds
            fixture.updateTimeline()
        }
        if words.contains("map") { fixture.openMap() }
        let theme = Fixture.theme(words.contains("light") ? "light" : "dark", noColour: words.contains("mono"))
        let grid = fixture.draw(size[0], size[1], language, theme: theme)
        guard words.contains("styled") else { return grid.text() }
        let roles = Role.allCases.reversed().reduce(into: [Style: String]()) { $0[theme.style($1)] = $1.name }
        return grid.styledText { roles[$0] ?? Grid.describe($0) }
    }

    /// Where an approved frame is kept.
    private static func file(_ name: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Frames")
            .appending(path: name.replacing(" ", with: "-") + ".txt")
    }

    private static func record(_ frames: [(name: String, text: String)]) throws {
        for frame in frames { try (frame.text + "\n").write(to: file(frame.name), atomically: true, encoding: .utf8) }
        print("Recorded \(frames.count) frames beside \(#filePath)")
    }
}
