import Foundation
import TestSupport
import Testing

/// Text from outside never reaches the terminal as anything but text.
@Suite(.tags(.process), .full, .enabled(if: ProgramTerminal.isAvailable))
struct HostileTextTests {
    /// Escape sequences, controls of both sets, direction marks, joined and wide and broken characters. Each escape asks
    /// for something that can be seen among the bytes: a title, a clipboard, a colour 199 that no theme has.
    static let nasty: [String] = [
        "\u{1B}[31mred", "\u{1B}]0;owned\u{07}title", "\u{1B}]52;c;b3duZWQ=\u{07}clip", "\u{1B}[2J\u{1B}[Hclear",
        "\u{9B}38;5;199mC1", "\u{9D}0;owned\u{9C}", "\u{1B}P+q\u{1B}\\DCS", "\u{1B}c reset", "\u{0E}shift out\u{0F}",
        "bell\u{07}bell", "back\u{08}\u{08}\u{08}space", "tab\tbed", "vertical\u{0B}\u{0C}feeds", "del\u{7F}ete",
        "\u{202E}desrever\u{202C}", "\u{2066}isolate\u{2069}", "\u{200B}zero\u{200D}width\u{FEFF}",
        "a\u{300}\u{301}\u{302}\u{303}\u{304}",
        "👩‍👩‍👧‍👦 family", "🇨🇳🇫🇮 flags", "👍🏽 skin", "漢字カナ한글", "ｆｕｌｌ", "اختبار", "שלום", "ไทยทั่ว", "हिन्दी",
        "\u{2028}line\u{2029}paragraph",
        "\u{FFFD}\u{FFFE}", "🫠🪿🫨 new", "﷽", "𒐫", "\u{E0001}\u{E0041}tags", "e\u{301}́́́́́", "\u{1F3F4}\u{E0067}\u{E007F}",
        "'; DROP TABLE events;--",
        "=1+1", "$(reboot)", "%s%n", "#[fg=red]tmux", "line one\nline two", "\"quoted\"",
    ]

    @Test("every nasty string in every text column")
    func everyColumn() throws {
        let place = Workplace()
        try check(HostileTextTests.nasty, place)
    }

    static let naughty = sharedData("data/terminal/blns.txt")
    static let stress = sharedData("data/terminal/UTF-8-test.txt")

    @Test("the big list of naughty strings", .enabled(if: naughty != nil))
    func bigList() throws {
        let text = try Data(contentsOf: URL(filePath: #require(HostileTextTests.naughty)))
        let lines = text.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
        try check(lines.map { String(decoding: $0, as: UTF8.self) }, Workplace())
    }

    @Test("the UTF-8 stress test, byte for byte", .enabled(if: stress != nil))
    func stressTest() throws {
        let place = Workplace()
        let text = try Data(contentsOf: URL(filePath: #require(HostileTextTests.stress)))
        let lines = text.split(separator: UInt8(ascii: "\n")).map { Data($0) }
        // The broken bytes stand where the marks of a well-formed log stood.
        var file = Data()
        let marks = lines.indices.map { "mark\($0)mark" }
        for line in log(marks).csv.split(separator: "\n", omittingEmptySubsequences: true) {
            var bytes = Data(line.utf8)
            for match in String(line).matches(of: /mark([0-9]+)mark/) {
                guard let index = Int(match.output.1), let found = bytes.range(of: Data(match.output.0.utf8)) else {
                    continue
                }
                bytes.replaceSubrange(
                    found, with: lines[index].filter { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") })
            }
            file += bytes + [UInt8(ascii: "\n")]
        }
        try show(try place.write("log.csv", Array(file)), place)
    }

    @Test("typed and pasted into a note")
    func note() throws {
        let place = Workplace()
        let terminal = try ProgramTerminal(place, ["replay", "--speed", "60", "--data-dir", place.file("data")])
        try terminal.wait(for: "#1")
        try terminal.type("p", "n")
        try terminal.paste("over\u{1B}]0;owned\u{07} and \u{202E}out\u{9B}38;5;199m 👩‍👩‍👧‍👦 漢字")
        try terminal.wait(for: "over")
        try terminal.type("Enter")
        try terminal.wait("the note in the timeline") { $0.contains("over") && $0.contains("漢字") }
        try straight(terminal, "the note among straight borders")
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
        #expect(try place.exported(place.file("data")).contains { $0.contains("漢字") })
    }

    // MARK: How it is looked at

    private func log(_ texts: [String]) -> CallLogFile {
        CallLogFile(
            rows: texts.enumerated().map { number, text in
                CallLogFile.Row(
                    call: number, unit: text.isEmpty ? "E1" : String(text.prefix(40)), type: text, received: number,
                    dispatched: number + 10, enRoute: number + 20, disposition: text, place: text, beat: text)
            })
    }

    private func check(_ texts: [String], _ place: Workplace) throws {
        try show(try place.write("log.csv", log(texts).csv), place)
    }

    /// Plays a log without a screen, then looks at every page of every list of its board.
    private func show(_ file: String, _ place: Workplace) throws {
        let data = place.file("data")
        let played = try place.run(
            "replay", file, "--mapping", "san-francisco-fire", "--as-recorded", "--speed", "max", "--headless",
            "--data-dir", data)
        #expect(played.status == 0, "\(played)")
        #expect(!played.errors.utf8.contains { $0 == 0x1B || $0 == 0x07 }, "a control in a message")
        #expect(try place.status(data).incidents > 0)
        let terminal = try ProgramTerminal(place, columns: 200, rows: 60, ["console", "--data-dir", data])
        try straight(terminal, "the console") { $0.contains("1 Dispatch") }
        try terminal.type("Z")
        for pane in ["1", "2"] {
            try terminal.type(pane, "g")
            var page = try straight(terminal, "the zoomed pane \(pane)") { $0.contains("─ \(pane) ") }
            var pages = 1
            while page.contains(/▼ [0-9]/), pages < 80 {
                let before = page
                try terminal.type("PageDown")
                page = try straight(terminal, "the next page") { list($0) != list(before) }
                pages += 1
            }
            #expect(pages < 80, "\(page)")
        }
        try terminal.type("1", "Enter")
        try straight(terminal, "the detail") { $0.contains("─ #") }
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0, "\(terminal.screen())")
        try expectClean(terminal.bytes())
    }

    /// The rows of a list, without the strip, the bottom line and the ages that count.
    private func list(_ screen: String) -> String {
        let rows = screen.split(separator: "\n").dropFirst(4).dropLast()
        return rows.joined(separator: "\n").replacing(/[0-9]+:[0-9:]+/, with: "")
    }

    /// Waits until the screen is as it should be with every border straight, and returns it; a frame that the emulator
    /// has only half of yet is looked at again.
    @discardableResult
    private func straight(
        _ terminal: ProgramTerminal, _ what: String, until isRight: (String) -> Bool = { _ in true }
    ) throws -> String {
        try terminal.wait("\(what), borders straight", seconds: 60) { screen in
            let lines = screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            let width = columns(of: lines.first { $0.contains("┌") } ?? "")
            return width > 0 && isRight(screen)
                && crookedRows(Array(lines.drop { !$0.contains("┌") }), columns: width).isEmpty
        }
    }

    /// Only escapes that drawing needs, and nothing the texts asked for.
    private func expectClean(_ bytes: [UInt8]) throws {
        var controls: Set<UInt8> = []
        for byte in bytes where byte < 0x20 || byte == 0x7F { controls.insert(byte) }
        #expect(controls.isSubset(of: [0x07, 0x08, 0x09, 0x0A, 0x0D, 0x0E, 0x0F, 0x1B]), "\(controls.sorted())")
        let text = String(decoding: bytes, as: UTF8.self)
        let hidden = text.unicodeScalars.filter {
            (0x80...0x9F).contains($0.value) || (0x202A...0x202E).contains($0.value)
                || (0x2066...0x2069).contains($0.value)
                || [0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF].contains($0.value)
                || (0xE0000...0xE0FFF).contains($0.value)
        }
        #expect(hidden.isEmpty, "\(Set(hidden.map { String($0.value, radix: 16) }).sorted())")
        for request in [/\u{1B}\]0;owned/, /\u{1B}\]52;/, /\u{1B}\[[0-9;]*5;199m/, /\u{1B}c/, /\u{1B}P/] {
            let found = text.firstMatch(of: request).map { String($0.output).debugDescription }
            #expect(found == nil)
        }
    }
}
