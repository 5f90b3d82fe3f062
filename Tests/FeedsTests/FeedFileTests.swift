import CheckedTOML
import DispatchModel
import Feeds
import Testing

@Suite("Feeds files")
struct FeedFileTests {
    @Test("A file with everything is read")
    func everything() throws {
        let text = """
            [[feed]]
            name = "cad"
            from = "file:/var/log/cad.jsonl"
            heartbeat = "30s"
            rate = 500
            [feed.words.status]
            ENR = "en-route"
            [[feed]]
            name = "avl"
            from = "gpsd:localhost:2947"
            [feed.words.unit]
            "*" = "A12"
            [[feed]]
            name = "open"
            from = "tcp:0.0.0.0:7001"
            format = "cloudevents"
            public = true
            """
        let feeds = try FeedFile.read(text: text, file: "feeds.toml").feeds
        #expect(feeds.map(\.name) == ["cad", "avl", "open"])
        #expect(feeds[0].origin == .file("/var/log/cad.jsonl"))
        #expect((feeds[0].heartbeat, feeds[0].rate) == (.seconds(30), 500))
        #expect(feeds[0].words.word("status", "ENR") == "en-route")
        #expect((feeds[1].format, feeds[1].origin) == (.gpsd, .gpsd(host: "localhost", port: 2947)))
        #expect((feeds[2].format, feeds[2].isPublic) == (.cloudevents, true))
    }

    @Test(
        "Every fault is told with its line",
        arguments: [
            ("x = 1", 1, "unknown"), ("[[feed]]\nname = \"a\"", 1, "from"),
            ("[[feed]]\nname = \"a b\"\nfrom = \"stdin\"", 2, "letters"),
            ("[[feed]]\nname = \"a\"\nfrom = \"ftp:x\"", 3, "stdin"),
            ("[[feed]]\nname = \"a\"\nfrom = \"tcp:0.0.0.0:70\"", 3, "public = true"),
            ("[[feed]]\nname = \"a\"\nfrom = \"stdin\"\nrate = 0", 4, "whole number"),
            ("[[feed]]\nname = \"a\"\nfrom = \"stdin\"\nheartbeat = \"soon\"", 4, "length of time"),
            ("[[feed]]\nname = \"a\"\nfrom = \"stdin\"\nformat = \"cap\"", 4, "none of"),
            ("[[feed]]\nname = \"a\"\nfrom = \"stdin\"\n[feed.words.status]\nX = \"asleep\"", 5, "none of"),
            ("[[feed]]\nname = \"a\"\nfrom = \"stdin\"\n[[feed]]\nname = \"a\"\nfrom = \"stdin\"", 5, "taken"),
            ("[", 1, "table"),
        ])
    func faults(text: String, line: Int, words: String) {
        let error = #expect(throws: SettingsError.self) { try FeedFile.read(text: text, file: "feeds.toml") }
        let problem = error?.problems.first
        #expect(problem?.line == line, "\(error?.description ?? "")")
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
        #expect(problem?.chinese.isEmpty == false)
    }

    @Test("Feeds of the command line")
    func arguments() {
        #expect(FeedSettings(argument: "cad=file:/x=y")?.origin == .file("/x=y"))
        #expect(FeedSettings(argument: "stdin")?.name == "stdin")
        #expect(FeedSettings(argument: "tcp:127.0.0.1:0")?.origin == .tcp(host: "127.0.0.1", port: 0))
        #expect(FeedSettings(argument: "gpsd:h:2947")?.format == .gpsd)
        for text in [
            "", "x", "tcp:1", "tcp::1", "tcp:h:99999", "gpsd:h:0", "a b=stdin", "file:",
            "unix:" + String(repeating: "x", count: 200),
        ] {
            #expect(FeedSettings(argument: text) == nil, "\(text)")
        }
    }
}
