import Foundation
import Glibc
import TestSupport
import Testing

/// The wall as its people see it: with a writer that stops, dies or loses its files, and a wall that stops itself.
@Suite(.tags(.process), .full, .enabled(if: ProgramTerminal.isAvailable))
struct WallProcessTests {
    private let place = Workplace()
    private var data: String { place.file("data") }

    /// A writer without a screen, with a P1 that waits.
    private func startWriter() throws -> Spawned {
        let message =
            #"{"kind":"incident.report","id":"1","type":"robbery","priority":1,"place":"Pier 39","time":"\#(now)","text":"a call"}"#
        let feed = try place.write("calls.jsonl", message + "\n")
        let writer = try place.start(["ingest", "--data-dir", data, "--feed", "cad=file:\(feed)"])
        #expect(eventually { (try? place.status(data).waiting) == 1 }, "\(writer.errorsSoFar)")
        return writer
    }

    private var now: String { ISO8601DateFormatter().string(from: Date()) }

    private func openWall(_ more: String...) throws -> ProgramTerminal {
        try ProgramTerminal(
            place, columns: 60, rows: 16, ["wall", "--data-dir", data, "--contact", "the desk 4417"] + more)
    }

    /// Waits for the plate; a writer's silence, or a lost file, has to be seen within five seconds, and the machine may be busy.
    private func expectDead(_ wall: ProgramTerminal, _ says: String) throws {
        let screen = try wall.wait(for: "NOT LIVE", seconds: 30)
        #expect(screen.contains("call the desk 4417"), "\(screen)")
        try wall.wait(for: says, seconds: 30)
    }

    @Test("a writer that is stopped, goes on, and is killed")
    func writer() throws {
        let writer = try startWriter()
        defer { writer.kill() }
        let wall = try openWall()
        let screen = try wall.wait(for: "ROBBERY")
        #expect(screen.contains("LIVE") && !screen.contains("NOT LIVE"), "\(screen)")
        kill(writer.pid, SIGSTOP)
        try wall.wait(for: "LATE", seconds: 30)
        try expectDead(wall, "the console that writes is silent")
        kill(writer.pid, SIGCONT)
        try wall.wait(without: "NOT LIVE", seconds: 30)
        kill(writer.pid, SIGKILL)
        _ = writer.wait()
        try expectDead(wall, "the console that writes is silent")
    }

    @Test("a data folder that is moved away and comes back, and a database that is overwritten")
    func files() throws {
        let writer = try startWriter()
        defer { writer.kill() }
        let wall = try openWall()
        try wall.wait(for: "ROBBERY")
        #expect(rename(data, data + "-away") == 0)
        try expectDead(wall, "moved")
        #expect(rename(data + "-away", data) == 0)
        try wall.wait(without: "NOT LIVE", seconds: 30)
        let handle = try FileHandle(forWritingTo: URL(filePath: data + "/journal.sqlite"))
        try handle.write(contentsOf: Data(repeating: 0x55, count: 8192))
        try handle.close()
        _ = try wall.wait(for: "NOT LIVE", seconds: 30)
    }

    @Test("a wall that is stopped: its guard says so, and starts it anew; a crash of it as well")
    func child() throws {
        let writer = try startWriter()
        defer { writer.kill() }
        let wall = try openWall()
        try wall.wait(for: "ROBBERY")
        let guardian = try wall.processID()
        func child() -> pid_t? {
            let text = try? String(contentsOfFile: "/proc/\(guardian)/task/\(guardian)/children", encoding: .utf8)
            return text?.split(separator: " ").first.flatMap { pid_t($0) }
        }
        let first = try #require(child())
        kill(first, SIGSTOP)
        try expectDead(wall, "the wall's program is silent")
        try wall.wait("the wall again", seconds: 60) { !$0.contains("NOT LIVE") && $0.contains("ROBBERY") }
        let second = try #require(child())
        #expect(second != first && !isRunning(first))
        kill(second, SIGSEGV)
        #expect(eventually(seconds: 60) { child().map { $0 != second } ?? false })
        try wall.wait("the wall again", seconds: 60) { !$0.contains("NOT LIVE") && $0.contains("ROBBERY") }
    }

    @Test(
        "it waits where there is nothing, begins once there is, ends on its question alone and gives the terminal back")
    func keys() throws {
        let wall = try openWall()
        try wall.wait(for: "waits for a journal in")
        let writer = try startWriter()
        defer { writer.kill() }
        try wall.wait(for: "ROBBERY")
        try wall.type("r", "a", "1", "Escape", ":", "x", "q")
        try wall.wait(for: "end the wall?")
        try wall.type("n")
        try wall.wait(without: "end the wall?")
        #expect(try place.status(data).waiting == 1)
        try wall.type("q", "y")
        #expect(try wall.waitForEnd() == 0)
        #expect(try !wall.isOnAlternateScreen())
    }

    @Test("a signal ends it with the terminal given back, and its wall with it")
    func signalled() throws {
        let wall = try openWall()
        try wall.wait(for: "waits for a journal in")
        kill(try wall.processID(), SIGTERM)
        #expect(try wall.waitForEnd() == 0)
        #expect(try !wall.isOnAlternateScreen())
    }

    @Test("the service manager hears that it is up and lives")
    func service() throws {
        let path = place.file("notify")
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        let wall = try ProgramTerminal(
            place, ["wall", "--data-dir", data], environment: ["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "5000000"])
        var heard: Set<String> = []
        let isUp = eventually(seconds: 60) {
            var bytes = [UInt8](repeating: 0, count: 256)
            let count = recv(socket, &bytes, bytes.count, Int32(MSG_DONTWAIT))
            if count > 0 { heard.insert(String(decoding: bytes[..<count], as: UTF8.self)) }
            return heard.isSuperset(of: ["READY=1", "WATCHDOG=1"])
        }
        #expect(isUp, "\(heard) \(wall.screen())")
    }
}

@Suite(.tags(.process), .full)
struct WallCommandTests {
    private let place = Workplace()

    @Test("the check prints rows, columns and the font, in words and as JSON")
    func check() throws {
        let outcome = try place.run("wall", "--check", "--json", "--screen", "55in", "--distance", "5m")
        #expect(outcome.status == 0, "\(outcome)")
        struct Check: Decodable { var rows, columns, font, line: Int }
        let check = try JSONDecoder().decode(Check.self, from: Data(outcome.output))
        #expect(check.rows == 14 && abs(check.columns - 50) <= 1 && check.font == 132 && check.line == 154)
        let words = try place.run("wall", "--check", "--locale", "zh-Hans")
        #expect(words.text.contains("可读 14 行"), "\(words)")
    }

    @Test(
        "what is wrong is refused with its remedy",
        arguments: [["--screen", "0in"], ["--distance", "far"], ["--night", "22"], ["--profile", "none"]])
    func refused(arguments: [String]) throws {
        let outcome = try place.start(["wall"] + arguments).wait()
        #expect(outcome.status == 2, "\(outcome)")
    }

    @Test(
        "--wall of the older commands names the command that took its place", arguments: ["console", "replay", "drill"])
    func old(command: String) throws {
        let outcome = try place.run(command, "--wall")
        #expect(outcome.status == 2 && outcome.errors.contains("watchfloor wall"), "\(outcome)")
    }

    @Test("without a terminal it says so")
    func noTerminal() throws {
        #expect(try place.run("wall", "--data-dir", place.file("x")).status == 3)
    }
}
