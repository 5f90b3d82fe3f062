import Testing

@testable import Formats

/// What TOML 1.0 means by what it writes.
@Suite("Values of TOML")
struct TOMLValueTests {
    @Test(
        "Numbers, words and times",
        arguments: [
            ("0", .integer(0)), ("-0", .integer(0)), ("+17", .integer(17)), ("1_000", .integer(1000)),
            ("0xDEAD_beef", .integer(0xDEAD_BEEF)), ("0o755", .integer(0o755)), ("0b101", .integer(5)),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)), ("3.5", .float(3.5)),
            ("-0.0", .float(-0.0)), ("6.626e-34", .float(6.626e-34)), ("5e+2", .float(500)), ("1_0.2_5", .float(10.25)),
            ("inf", .float(.infinity)), ("-inf", .float(-.infinity)), ("true", .bool(true)), ("false", .bool(false)),
            ("1979-05-27T07:32:00Z", .time("1979-05-27T07:32:00Z")), ("2024-02-29", .time("2024-02-29")),
            ("1979-05-27 00:32:00.999-07:00", .time("1979-05-27 00:32:00.999-07:00")), ("07:32:00", .time("07:32:00")),
        ] as [(String, TOMLValue.Content)])
    func words(text: String, content: TOMLValue.Content) throws {
        #expect(try CheckedTOML.table("a = \(text) # said")["a"]?.content == content)
    }

    @Test(
        "Texts in all four kinds of quotes",
        arguments: [
            (#""""#, ""), (#""中 \"x\" \t\u00e9\U0001F6A8""#, "中 \"x\" \té\u{1F6A8}"), (#"'C:\new'"#, #"C:\new"#),
            ("\"\"\"\nline\r\n next\"\"\"", "line\n next"), ("\"\"\"a \\\n   \n  b\"\"\"", "a b"),
            ("\"\"\"say \"\"hi\"\"\"\"\"", "say \"\"hi\"\""), ("'''\nraw \\n ''x'''''", "raw \\n ''x''"),
        ])
    func texts(written: String, text: String) throws {
        #expect(try CheckedTOML.table("a = \(written)")["a"]?.string == text)
    }

    @Test("Headers, dotted keys and inline tables build the same tables")
    func tables() throws {
        let table = try CheckedTOML.table(
            """
            \u{FEFF}a.b.c = 1
            a."d.e" = [ 1, # one
              [ 'x', ], ]
            [ servers . "Ω" ]
            in = { x = 1, y.z = {} }
            [[list]]
            n = 1
            [list.sub]
            [[list]]
            [implied.deep]
            [implied]
            late = true
            """)
        #expect(table.keys == ["a", "servers", "list", "implied"])
        #expect(table["a"]?.table?["b"]?.table?["c"]?.int == 1)
        #expect(table["a"]?.table?["d.e"]?.array?.last?.array?.first?.string == "x")
        #expect(table["servers"]?.table?["Ω"]?.table?["in"]?.table?["y"]?.table?["z"]?.table?.keys == [])
        #expect(table["list"]?.array?.map { $0.table?.keys ?? [] } == [["n", "sub"], []])
        #expect(table["implied"]?.table?["late"]?.bool == true)
    }

    @Test(
        "A path stands where its key or header does, else where what is above it does",
        arguments: [
            ("top", 1, 1), ("inner", 2, 1), ("inner.text", 3, 3), ("inner.missing", 2, 1), ("many", 5, 1),
            ("many.0", 5, 1), ("many.0.n", 6, 1), ("many.1", 7, 1), ("many.1.n", 8, 1), ("many.2.n", 5, 1),
            ("inner.with.dots", 4, 3), ("many.1.in.x", 9, 8), ("many.1.list.1", 10, 12),
        ])
    func places(path: String, line: Int, column: Int) throws {
        let table = try CheckedTOML.table(
            """
            top = 1
            [inner]
              text = "中"
              "with.dots" = 2
            [[many]]
            n = 1
            [[many]]
            n = 2
            in = { x = 1 }
            list = [1, 2]
            """)
        #expect(table.place(at: path) == TextPlace(line: line, column: column))
        #expect(table.place(at: "nowhere.at.all") == nil)
    }
}
