import Foundation
import TestSupport
import Testing

/// What a dispatcher does in an evening, by keyboard alone, in both languages.
@Suite(.tags(.process), .full, .enabled(if: ProgramTerminal.isAvailable))
struct JourneyTests {
    /// The words that the screen of a language shows.
    struct Texts: CustomTestStringConvertible, Sendable {
        var locale: String
        var paused: String
        var newIncident: String
        var type: String
        var place: String
        var undone: String
        var note: String
        var held: String
        var figures: String
        var testDescription: String { locale }
    }

    static let languages = [
        Texts(
            locale: "en", paused: "PAUSED", newIncident: "New incident", type: "Robbery", place: "12 Harbour Rd",
            undone: "undone", note: "two at the gate", held: "held", figures: "Figures"),
        Texts(
            locale: "zh-Hans", paused: "已暂停", newIncident: "新建警情", type: "抢劫", place: "港湾路12号",
            undone: "已撤销", note: "门口有两人", held: "搁置", figures: "统计"),
    ]

    @Test("create, assign, undo, assign two in five keys, note, hold, close, quit", arguments: languages)
    func journey(_ texts: Texts) throws {
        let place = Workplace()
        let data = place.file("data")
        let terminal = try ProgramTerminal(
            place, ["replay", "--speed", "60", "--data-dir", data, "--locale", texts.locale])
        try terminal.wait(for: "#1")
        try terminal.type("p")
        let all = freeUnits(try terminal.wait(for: texts.paused))
        #expect(all > 10)

        // A form, then the new incident is the selected one.
        try terminal.type("c")
        try terminal.wait(for: texts.newIncident)
        try terminal.type(texts.type, "Tab", texts.place, "Tab", "1", "Enter")
        try terminal.wait(without: texts.newIncident)
        try terminal.wait("the new incident in detail") { $0.contains("─ #2 ") && $0.contains(texts.place) }

        // The best unit in two keys, and back again by one.
        try terminal.type("a", "1")
        try terminal.wait("a unit assigned") { freeUnits($0) == all - 1 }
        try terminal.type("u")
        try terminal.wait("the unit back") { $0.contains(texts.undone) && freeUnits($0) == all }

        // A hold, its length typed.
        try terminal.type("H")
        try terminal.wait(for: "│▸5")
        try terminal.type("15", "Enter")
        try terminal.wait("the hold in the timeline") { $0.contains(texts.held) && !$0.contains("│▸5") }

        // Two chosen units in five keys.
        try terminal.type("a", "Space", "Down", "Space", "Enter")
        try terminal.wait("two units assigned") { freeUnits($0) == all - 2 }

        // A note; the disposition by its number frees both units.
        try terminal.type("n", texts.note, "Enter")
        try terminal.wait(for: texts.note)
        try terminal.type("x")
        try terminal.wait(for: "│▸1 ")
        try terminal.type("1")
        try terminal.wait("every unit free") { freeUnits($0) == all }

        // The figures over the panes, and back.
        try terminal.type(":report", "Enter")
        try terminal.wait(for: "─ \(texts.figures) ─")
        try terminal.type("q")
        try terminal.wait(without: "─ \(texts.figures) ─")
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)

        let status = try place.status(data)
        #expect(status.incidents == 2)
        #expect(status.open == 1)
        #expect(status.free == all)
        let verified = try place.run("journal", "verify", "--json", "--data-dir", data)
        #expect(verified.status == 0, "\(verified)")
        #expect(verified.text.contains(status.board))
        #expect(verified.text.contains(status.hash))
    }

    /// Free units of every kind as the strip shows them.
    func freeUnits(_ screen: String) -> Int {
        let strip = screen.prefix { $0 != "\n" }
        return strip.matches(of: /([0-9]+)\/[0-9]+/).compactMap { Int($0.output.1) }.reduce(0, +)
    }
}
