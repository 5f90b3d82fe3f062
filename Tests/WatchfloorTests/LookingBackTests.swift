import Foundation
import TestSupport
import Testing

/// Looking back from the keyboard of the real program, and what it leaves on the disk: nothing.
@Suite(.tags(.process), .full, .enabled(if: ProgramTerminal.isAvailable))
struct LookingBackTests {
    /// The words that the screen of a language shows.
    struct Texts: CustomTestStringConvertible, Sendable {
        var locale: String
        var past: String
        var refusal: String
        var paused: String
        var testDescription: String { locale }
    }

    static let languages = [
        Texts(locale: "en", past: "PAST ", refusal: "nothing can be ordered there", paused: "PAUSED"),
        Texts(locale: "zh-Hans", past: "历史 ", refusal: "不能下达指令", paused: "已暂停"),
    ]

    @Test("on a running console: back, step, refused orders, Esc; the journal is as it was", arguments: languages)
    func running(_ texts: Texts) throws {
        let place = Workplace()
        let data = place.file("data")
        let terminal = try ProgramTerminal(
            place, ["replay", "--speed", "60", "--data-dir", data, "--locale", texts.locale])
        try terminal.wait(for: "#2 ")
        try terminal.type("p")
        try terminal.wait(for: texts.paused)
        let before = try place.status(data)
        try terminal.type(":asof #40", "Enter")
        try terminal.wait(for: texts.past)
        try terminal.type("a")
        try terminal.wait(for: texts.refusal)
        try terminal.type("<", "K", "J", "0")
        try terminal.wait(for: texts.past)
        try terminal.type("Escape")
        try terminal.wait(without: texts.past)
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
        #expect(try place.status(data) == before)
    }

    @Test("a data folder is played without a byte of it changed; beside its writer too")
    func folder() throws {
        let place = Workplace()
        let data = try recorded(place)
        let before = try contents(data)
        let terminal = try ProgramTerminal(place, ["replay", data, "--speed", "600", "--locale", "en"])
        try terminal.wait(for: "PAST ")
        try terminal.wait("an incident being played") { $0.contains("#3 ") }
        try terminal.type("p", "{", "J", "u")
        try terminal.wait(for: "nothing can be ordered there")
        try terminal.type("Escape")
        try terminal.wait(without: "PAST ")
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
        #expect(try contents(data) == before)
    }

    @Test("an exported journal is played, and stays as it is")
    func exported() throws {
        let place = Workplace()
        let data = try recorded(place)
        let file = try place.write("night.jsonl", place.run("journal", "export", "--data-dir", data).output)
        let terminal = try ProgramTerminal(place, ["replay", file, "--from", "-2h", "--speed", "60", "--locale", "en"])
        try terminal.wait(for: "PAST ")
        try terminal.type("=")
        try terminal.wait(without: "PAST ")
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
        #expect(
            try place.run("journal", "export", "--data-dir", data).output
                == Array(Data(contentsOf: URL(filePath: file))))
    }

    @Test("status of a moment: the counts as they stood; bad moments and torn files are told in words")
    func status() throws {
        let place = Workplace()
        let data = try recorded(place)
        let early = try place.run("status", "--data-dir", data, "--asof", "#300", "--json")
        #expect(early.status == 0, "\(early)")
        #expect(early.text.contains("\"position\" : 300"))
        #expect(early.text.contains("\"asOf\"") && !early.text.contains("\"hash\""))
        for bad in ["25:00", "#999999", "1999-01-01", "soon"] {
            let refused = try place.run("status", "--data-dir", data, "--asof", bad)
            #expect(refused.status == 2, "\(refused)")
            #expect(refused.errors.contains("--asof \(bad)"), "\(refused)")
        }
        let export = try place.run("journal", "export", "--data-dir", data).output
        let torn = try place.write("torn.jsonl", Array(export.prefix(export.count / 2)))
        let told = try place.run("replay", torn)
        #expect(told.status == 3, "all whole lines are shown, were there a terminal: \(told)")
        #expect(told.errors.contains("torn.jsonl: the export is cut"), "\(told)")
        var lines = String(decoding: export, as: UTF8.self).split(separator: "\n").map(String.init)
        lines[50] = String(lines[50].dropLast(9))
        let refused = try place.run("replay", place.write("damaged.jsonl", lines.joined(separator: "\n")))
        #expect(refused.status == 1 && refused.errors.contains("line 51"), "\(refused)")
        let empty = try place.run("replay", place.file(""))
        #expect(empty.status == 2 && empty.errors.contains("no journal"), "\(empty)")
    }

    /// A data folder with the sample night played into it.
    private func recorded(_ place: Workplace) throws -> String {
        let data = place.file("data")
        let played = try place.run(
            "replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", data)
        #expect(played.status == 0, "\(played)")
        return data
    }

    /// Every file of the journal with its bytes; the shared memory that SQLite gives its readers is none of it.
    private func contents(_ folder: String) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where !name.hasSuffix("-shm") {
            let data = try Data(contentsOf: URL(filePath: folder + "/" + name))
            if !data.isEmpty { found[name] = data }
        }
        return found
    }
}
