import DispatchModel
import Feeds
import Formats
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

    private static let hash = String(repeating: "0f", count: 32)

    @Test("The server of feeds over HTTP, and its feeds")
    func http() throws {
        let text = """
            [http]
            listen = "[::]:9443"
            certificate = "c.pem"
            key = "k.pem"
            public = true
            connections = 12
            body-bytes = 2048
            head-time = "3s"
            [[feed]]
            name = "prometheus"
            from = "http"
            format = "alertmanager"
            token-sha256 = "\(Self.hash)"
            """
        let read = try FeedFile.read(text: text, file: "feeds.toml")
        #expect(read.http.address == HTTPAddress(host: "::", port: 9443) && read.http.isSecure)
        #expect("\(read.http.address)" == "[::]:9443")
        #expect((read.http.limits.connections, read.http.limits.bodyBytes) == (12, 2048))
        #expect(read.http.limits.headTime == .seconds(3))
        #expect(
            read.feeds[0].http == HTTPFeedSettings(tokenHash: Array(repeating: 15, count: 32), format: .alertmanager))
        let plain = try FeedFile.read(text: "", file: "feeds.toml").http
        #expect("\(plain.address)" == "127.0.0.1:8470" && plain.address.isLoopback && !plain.isSecure)
    }

    @Test("Words of severity are read for every format that has severities")
    func severityWords() throws {
        for format in ["", "format = \"alertmanager\"\n", "format = \"cap\"\n"] {
            let text =
                "[[feed]]\nname = \"a\"\nfrom = \"http\"\ntoken-sha256 = \"\(Self.hash)\"\n\(format)"
                + "[feed.words.severity]\ndisaster = \"high\""
            let feed = try #require(try FeedFile.read(text: text, file: "feeds.toml").feeds.first)
            #expect(feed.words.word("severity", "disaster") == "high")
        }
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
            ("[[feed]]\nname = \"a\"\nfrom = \"stdin\"\n[feed.words.severity]\nX = \"worst\"", 5, "none of"),
            ("[[feed]]\nname = \"a\"\nfrom = \"stdin\"\n[feed.words.grade]\nX = \"pink\"", 5, "none of"),
            (
                "[[feed]]\nname = \"a\"\nfrom = \"stdin\"\nformat = \"alertmanager\"\n[feed.words.unit]\nX = \"Y\"", 5,
                "no effect on alertmanager"
            ),
            (
                "[[feed]]\nname = \"a\"\nfrom = \"gpsd:h:2947\"\n[feed.words.severity]\nX = \"high\"", 4,
                "no effect on gpsd"
            ),
            (
                "[[feed]]\nname = \"a\"\nfrom = \"http\"\ntoken-sha256 = \"\(hash)\"\nformat = \"cap\"\n"
                    + "[feed.words.status]\nX = \"clear\"", 6, "no effect on cap"
            ),
            ("[[feed]]\nname = \"a\"\nfrom = \"stdin\"\n[[feed]]\nname = \"a\"\nfrom = \"stdin\"", 5, "taken"),
            ("[", 1, "table"),
            ("[[feed]]\nname = \"a\"\nfrom = \"http\"", 1, "token-sha256"),
            ("[[feed]]\nname = \"a\"\nfrom = \"http\"\ntoken-sha256 = \"12\"", 4, "64 hexadecimal digits"),
            ("[[feed]]\nname = \"a\"\nfrom = \"http:127.0.0.1:1\"\ntoken-sha256 = \"\(hash)\"", 3, "listen"),
            ("[[feed]]\nname = \"a\"\nfrom = \"stdin\"\ntoken-sha256 = \"\(hash)\"", 4, "only a feed from http"),
            ("[[feed]]\nname = \"a\"\nfrom = \"http\"\ntoken-sha256 = \"\(hash)\"\nformat = \"gpsd\"", 5, "none of"),
            ("[[feed]]\nname = \"a\"\nfrom = \"http\"\ntoken-sha256 = \"\(hash)\"\npublic = true", 5, "[http]"),
            (
                "[[feed]]\nname = \"a\"\nfrom = \"http\"\ntoken-sha256 = \"\(hash)\"\n"
                    + "[[feed]]\nname = \"b\"\nfrom = \"http\"\ntoken-sha256 = \"\(hash)\"", 8, "another feed"
            ),
            ("[http]\nlisten = \"8470\"", 2, "HOST:PORT"), ("[http]\nlisten = \"0.0.0.0:1\"", 2, "certificate and key"),
            ("[http]\nlisten = \"0.0.0.0:1\"\npublic = true", 2, "certificate and key"),
            ("[http]\nlisten = \"[::]:1\"\ncertificate = \"c\"\nkey = \"k\"", 2, "public = true"),
            ("[http]\ncertificate = \"c\"", 1, "key"), ("[http]\nbody-bytes = 99999999", 2, "whole number"),
            ("[http]\nhead-time = \"3h\"", 2, "length of time"), ("[http]\nport = 1", 2, "unknown"),
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
        #expect(FeedSettings(argument: "http")?.origin == .http(nil))
        #expect(
            FeedSettings(argument: "a=http:[::1]:8470")?.origin == .http(HTTPAddress(host: "::1", port: 8470)))
        for text in [
            "", "x", "tcp:1", "tcp::1", "tcp:h:99999", "gpsd:h:0", "http:8470", "http:h:", "a b=stdin", "file:",
            "unix:" + String(repeating: "x", count: 200),
        ] {
            #expect(FeedSettings(argument: text) == nil, "\(text)")
        }
    }
}
