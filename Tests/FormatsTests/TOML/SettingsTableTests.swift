import Formats
import Testing

/// What a table notes of the fields it is asked for.
@Suite("Tables of settings")
struct SettingsTableTests {
    private func table(_ text: String) throws -> SettingsTable {
        try SettingsTable(text: text, file: "s.toml")
    }

    @Test("Fields of the right kind are read and nothing is noted")
    func reads() throws {
        let table = try table(
            """
            word = "two"
            both = ["Harbour", "港区"]
            list = ["a", "b"]
            flag = true
            count = 3
            part = 0.5
            time = "1h30m"
            at = [31.2, -121.4]
            row = [1, 2.5]
            [inner]
            text = "deep"
            [[many]]
            n = 1
            [[many]]
            n = 2
            """)
        #expect(table.choice("word", of: ["one": 1, "two": 2]) == 2)
        #expect(try #require(table.bilingual("both")) == ("Harbour", "港区"))
        #expect(table.strings("list") == ["a", "b"])
        #expect(table.flag("flag") && !table.flag("absent"))
        #expect(table.integer("count", 1...3) == 3)
        #expect(table.number("part", 0...1) == 0.5 && table.number("count", 0...5) == 3)
        #expect(table.milliseconds("time", limit: 6_000_000) == 5_400_000)
        #expect(try #require(table.degrees("at")) == (31.2, -121.4))
        #expect(table.numbers("row", count: 1...2, 0...3) == [1, 2.5])
        #expect(table.subtable("inner")?.string("text", required: true) == "deep")
        #expect(table.elements("many").compactMap { $0.integer("n", 0...9) } == [1, 2])
        #expect(table.string("absent") == nil && table.bilingual("absent") == nil)
        #expect(table.problems.all.isEmpty)
    }

    @Test(
        "A field of the wrong kind is noted with its line",
        arguments: [
            ("a = 1\nword = 7", 2, "word"), ("word = \"three\"", 1, "word"), ("both = [\"only\"]", 1, "both"),
            ("list = [1]", 1, "list"), ("flag = 1", 1, "flag"), ("count = 9", 1, "count"), ("part = 2", 1, "part"),
            ("time = \"soon\"", 1, "time"), ("time = \"9h\"", 1, "time"), ("at = [100, 0]", 1, "at"),
            ("row = [1, 2, 3]", 1, "row"), ("row = [9]", 1, "row"), ("inner = 1", 1, "inner"), ("many = 1", 1, "many"),
            ("[[many]]\nn = 1\n[[many]]\nn = 10", 4, "many[2].n"),
        ])
    func notes(text: String, line: Int, field: String) throws {
        let table = try table(text)
        _ = table.choice("word", of: ["one": 1, "two": 2])
        _ = table.bilingual("both")
        _ = table.strings("list")
        _ = table.flag("flag")
        _ = table.integer("count", 1...3)
        _ = table.number("part", 0...1)
        _ = table.milliseconds("time", limit: 6_000_000)
        _ = table.degrees("at")
        _ = table.numbers("row", count: 1...2, 0...3)
        _ = table.subtable("inner")
        for element in table.elements("many") { _ = element.integer("n", 0...9) }
        #expect(table.problems.all.map(\.line) == [line])
        #expect(table.problems.all.map(\.field) == [field])
    }

    @Test("What is required and not there is noted, and so is what nobody knows")
    func missing() throws {
        let table = try table("odd = 1\n[inner]\nx = 1")
        table.expect(["inner", "name"])
        _ = table.string("name", required: true)
        _ = table.subtable("inner")?.milliseconds("wait", limit: 1000, required: true)
        #expect(table.problems.all.map(\.field) == ["odd", "name", "inner.wait"])
        #expect(table.problems.all.map(\.line) == [1, 0, 2])
        #expect(SettingsError(problems: table.problems.all).problems.map(\.line) == [0, 1, 2])
    }

    @Test(
        "Lengths of time as people write them",
        arguments: [
            ("90s", 90_000), ("5m", 300_000), ("1h30m", 5_400_000), ("2 min", 120_000), ("1d", 86_400_000), ("", nil),
            ("m", nil), ("5", nil), ("5 weeks", nil), ("-5m", nil), ("12345678s", nil),
        ])
    func spans(text: String, milliseconds: Int64?) {
        #expect(WrittenSpan.milliseconds(text) == milliseconds)
        if let milliseconds { #expect(WrittenSpan.milliseconds(WrittenSpan.text(milliseconds)) == milliseconds) }
    }
}

@Suite("Names in settings")
struct WrittenNameTests {
    private func table(_ text: String) throws -> SettingsTable {
        try SettingsTable(text: text, file: "s.toml")
    }

    @Test(
        "A name is one text or one in each language",
        arguments: [
            ("name = \"Old Town\"", WrittenName.one("Old Town")), ("name = \"\"", .one("")),
            ("name = { en = \"Old Town\", zh = \"老城\" }", .both(english: "Old Town", chinese: "老城")),
            ("name = [\"Old Town\", \"老城\"]", .both(english: "Old Town", chinese: "老城")),
            ("[name]\nzh = \"老城\"\nen = \"Old Town\"", .both(english: "Old Town", chinese: "老城")),
        ])
    func reads(text: String, name: WrittenName) throws {
        let table = try table(text)
        #expect(table.name("name") == name)
        #expect(table.problems.all.isEmpty)
        if case .both(let english, let chinese) = name {
            #expect(try #require(table.bilingual("name")) == (english, chinese))
        }
    }

    @Test(
        "Anything else is noted with its place and what to write",
        arguments: [
            "name = 1", "name = [\"a\"]", "name = [\"a\", \"b\", \"c\"]", "name = { en = \"a\" }",
            "name = { en = \"a\", zh = \"\" }", "name = { en = \"a\", zh = \"b\", fr = \"c\" }",
            "name = [1, \"b\", \"c\"]",
            "name = { en = 1, zh = \"b\" }", "name = { english = \"a\", chinese = \"b\" }",
        ])
    func notes(text: String) throws {
        let table = try table(text)
        #expect(table.name("name") == nil)
        let problem = try #require(table.problems.all.first)
        #expect(table.problems.all.count == 1 && problem.line == 1 && problem.field == "name")
        #expect(problem.english.contains("{ en = ") && problem.chinese.contains("{ en = "))
    }

    @Test("A list of names takes both ways of writing, and a required one is not empty")
    func lists() throws {
        let table = try table(
            "all = [\"a\", { en = \"b\", zh = \"波\" }, [\"c\", \"词\"]]\none = \"x\"\nbad = [1]\nempty = \"\"")
        #expect(
            table.names("all") == [.one("a"), .both(english: "b", chinese: "波"), .both(english: "c", chinese: "词")])
        #expect(table.names("one") == [.one("x")] && table.names("absent").isEmpty)
        #expect(table.problems.all.isEmpty)
        #expect(table.names("bad").isEmpty && table.name("empty", required: true) == nil)
        #expect(table.name("missing", required: true) == nil)
        #expect(table.problems.all.map(\.field) == ["bad", "empty", "missing"])
    }
}
