import DispatchModel
import Formats
import TestSupport
import Testing

@testable import Feeds

@Suite("Lines with zero bytes, however the stream is cut")
struct ZeroBytesTests {
    /// What a stream holds, and the lines that are in it.
    private func stream(_ random: inout Seeded) -> (bytes: [UInt8], lines: [String]) {
        var (bytes, lines): ([UInt8], [String]) = ([], [])
        for number in 0..<Int.random(in: 1...40, using: &random) {
            let text = "line \(number) " + String(repeating: "x", count: Int.random(in: 0...30, using: &random))
            switch Int.random(in: 0...4, using: &random) {
            case 0: bytes += [UInt8](repeating: 0, count: Int.random(in: 1...50, using: &random))
            // Cut off within a line by a run of zero bytes.
            case 1:
                bytes += Array("half".utf8) + [UInt8](repeating: 0, count: Int.random(in: 2...50, using: &random))
                lines.append("half")
            case 2:
                bytes += Array("a".utf8) + [0] + Array("b\n".utf8)
                lines.append("a\u{0}b")
            default: break
            }
            bytes += Array(text.utf8) + [0x0A]
            lines.append(text)
        }
        return (bytes, lines)
    }

    @Test(
        "Runs end lines and belong to none, one zero byte is its line's own, and every byte is counted",
        arguments: 1...20)
    func runs(seed: UInt64) {
        var random = Seeded(seed)
        let (bytes, lines) = stream(&random)
        var splitter = LineSplitter(limit: 200)
        var (found, counted): ([String], Int64) = ([], 0)
        func take(_ piece: LineSplitter.Piece) {
            guard case .line(let line, let count) = piece else { return }
            counted += count
            if !line.isEmpty { found.append(String(decoding: line, as: UTF8.self)) }
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(Int.random(in: 1...60, using: &random)))
            rest = rest.dropFirst(part.count)
            part.withUnsafeBytes { splitter.takeBytes($0, take) }
        }
        #expect(found == lines, "seed \(seed)")
        #expect(counted == Int64(bytes.count), "seed \(seed)")
    }

    @Test("Zero bytes at the end are given back, and are no part of the line before them")
    func givenBack() {
        var splitter = LineSplitter()
        var found: [String] = []
        func take(_ text: String) {
            Array(text.utf8).withUnsafeBytes { bytes in
                splitter.takeBytes(bytes) { piece in
                    if case .line(let line, _) = piece { found.append(String(decoding: line, as: UTF8.self)) }
                }
            }
        }
        take("one\ntwo\u{0}\u{0}\u{0}")
        #expect(found == ["one"] && splitter.unfinished == Array("two".utf8))
        #expect(splitter.giveBackZeros() == 3 && splitter.giveBackZeros() == 0 && splitter.pendingBytes == 3)
        take("\n\u{0}\u{0}\u{0}\u{0}three\n")
        #expect(found == ["one", "two", "three"])
    }

    @Test("A hole longer than any line hides nothing behind it")
    func hole() {
        var splitter = LineSplitter(limit: 100)
        var found: [String] = []
        let bytes = [UInt8](repeating: 0, count: 100_000) + Array("{}\n".utf8)
        bytes.withUnsafeBytes { raw in
            splitter.takeBytes(raw) { piece in
                if case .line(let line, let count) = piece {
                    found.append("\(String(decoding: line, as: UTF8.self)) \(count)")
                }
            }
        }
        #expect(found == ["{} 100003"])
    }

    @Test("A byte order mark in front of JSON is passed over, one elsewhere is not")
    func mark() throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        #expect(try JSONReader.read(mark + Array("{}".utf8)) == .object([]))
        #expect(throws: MessageFault.self) { try JSONReader.read(Array("{}".utf8) + mark) }
        #expect(throws: MessageFault.self) { try JSONReader.read(mark) }
        #expect(throws: MessageFault.self) { try JSONReader.read(mark + mark + Array("{}".utf8)) }
    }
}

@Suite("Repetitions and refusals")
struct RefusalWatchTests {
    @Test("An id with another content is said again, the same content is not")
    func content() {
        var normaliser = Normaliser(feed: "cad")
        var message = FeedMessage(.incidentReport)
        (message.id, message.incident, message.type) = ("1", "1", "NOISE")
        let now = Timestamp(seconds: 1_790_000_000)
        #expect(normaliser.takeMessage(message, now: now).observations.count == 1)
        let same = normaliser.takeMessage(message, now: now)
        #expect(same.isRepetition && same.observations.isEmpty)
        message.type = "CARDIAC ARREST"
        for _ in 0..<2 {
            let other = normaliser.takeMessage(message, now: now)
            #expect(other.isRepetition && other.observations.count == 1, "every time, until the board has decided")
        }
    }

    @Test("One alert for as long as something is refused, and its end after a quiet while; a left one ends too")
    func watch() {
        let start = Timestamp(seconds: 1_790_000_000)
        var watch = RefusalWatch(feed: "cad", now: start)
        func isActive(_ observation: Observation?) -> Bool? {
            guard case .alert(let alert)? = observation?.content else { return nil }
            #expect(alert.reported.refusedFeed == "cad")
            return alert.isActive
        }
        #expect(watch.look(now: start) == nil)
        #expect(isActive(watch.look(now: start + RefusalWatch.quiet)) == false, "left from an earlier run")
        #expect(watch.look(now: start + RefusalWatch.quiet + RefusalWatch.quiet) == nil)
        let first = watch.refuse("x", "y", now: start)
        #expect(isActive(first) == true)
        if case .alert(let alert)? = first?.content {
            #expect(alert.reported.bilingualText == ("x", "y"))
        }
        for minute in 1...30 {
            #expect(watch.refuse("z", "z", now: start + .minutes(Int64(minute))) == nil)
            #expect(watch.look(now: start + .minutes(Int64(minute))) == nil)
        }
        #expect(isActive(watch.look(now: start + .minutes(30) + RefusalWatch.quiet)) == false)
        #expect(isActive(watch.refuse("x", "y", now: start + .minutes(90))) == true)
    }
}

@Suite("What the settings of feeds show by themselves")
struct FeedFindingTests {
    private let hash = String(repeating: "ab", count: 32)

    @Test("Two feeds on one place, the server's port among them, and a port without a token, by their lines")
    func findings() throws {
        let text = """
            [[feed]]
            name = "a"
            from = "tcp:127.0.0.1:7001"
            token-sha256 = "\(hash)"
            [[feed]]
            name = "b"
            from = "tcp:localhost:7001"
            [[feed]]
            name = "c"
            from = "unix:/run/x"
            users = ["root", "1001"]
            [[feed]]
            name = "d"
            from = "unix:/run/x"
            [[feed]]
            name = "e"
            from = "http"
            token-sha256 = "\(String(repeating: "cd", count: 32))"
            [[feed]]
            name = "f"
            from = "tcp:127.0.0.1:8470"
            """
        let configuration = try FeedFile.read(text: text, file: "feeds.toml")
        #expect(configuration.lines == ["a": 3, "b": 7, "c": 10, "d": 14, "e": 17, "f": 21])
        #expect(configuration.feeds[2].users == ["root", "1001"])
        let found = configuration.findings
        #expect(found.filter(\.isFault).map(\.feed) == ["b", "d", "f"])
        #expect(found.filter { !$0.isFault }.map(\.feed) == ["b", "f"], "a has a token")
    }

    @Test(
        "Who may speak is only asked where it can be known",
        arguments: [
            "from = \"file:/x\"\ntoken-sha256 = \"HASH\"", "from = \"tcp:127.0.0.1:1\"\nusers = [\"root\"]",
            "from = \"stdin\"\nusers = [\"root\"]", "from = \"tcp:127.0.0.1:1\"\ntoken-sha256 = \"short\"",
        ])
    func misplaced(lines: String) {
        let text = "[[feed]]\nname = \"a\"\n" + lines.replacing("HASH", with: hash) + "\n"
        let error = #expect(throws: (any Error).self) { try FeedFile.read(text: text, file: "f.toml") }
        #expect("\(String(describing: error))".contains("f.toml:4:"))
    }
}
