import Foundation
import Glibc
import TestSupport
import Testing

/// `kill -9` at any moment loses nothing that was on the screen.
@Suite(.tags(.process), .full) struct KillTests {
    private let place = Workplace()

    /// The log that is played, large enough to be killed in.
    private func log() throws -> String {
        try place.write("day.csv", CallLogFile(seed: 61, calls: 250).csv)
    }

    private func arguments(_ log: String, _ data: String, _ more: String...) -> [String] {
        ["replay", log, "--as-recorded", "--data-dir", place.file(data)] + more
    }

    /// The journal is sound, and its board is the fold of its exported events.
    private func expectSound(_ data: String, seed: UInt64) throws {
        let verified = try place.run("journal", "verify", "--data-dir", place.file(data))
        #expect(verified.status == 0, "seed \(seed): \(verified)")
        let copy = "copy-of-\(data)-\(seed)"
        let moved = try place.shell(
            "\"$watchfloor\" journal export --data-dir \(place.file(data)) "
                + "| \"$watchfloor\" journal import --data-dir \(place.file(copy))")
        #expect(moved.status == 0, "seed \(seed): \(moved)")
        let (status, copied) = (try place.status(place.file(data)), try place.status(place.file(copy)))
        #expect(status == copied, "seed \(seed)")
    }

    /// Played to its end the killed journal says what one that was left in peace says.
    private func expectSameReport(_ data: String, _ log: String, seed: UInt64) throws {
        let resumed = try place.start(arguments(log, data, "--speed", "max", "--headless")).wait()
        #expect(resumed.status == 0, "seed \(seed): \(resumed)")
        if !FileManager.default.fileExists(atPath: place.file("peace")) {
            let played = try place.start(arguments(log, "peace", "--speed", "max", "--headless")).wait()
            #expect(played.status == 0, "\(played)")
        }
        let report = try place.run("report", "--json", "--data-dir", place.file(data)).text
        #expect(report == (try place.run("report", "--json", "--data-dir", place.file("peace")).text), "seed \(seed)")
    }

    @Test(
        "asked to end while it records without a screen: it lives until then, closes the journal, says so, and is taken up",
        arguments: [SIGTERM, SIGINT, SIGHUP], ["--headless", "--plain"])
    func asked(signal: Int32, _ way: String) throws {
        let log = try log()
        let data = "asked-\(signal)\(way)"
        let running = try place.start(arguments(log, data, "--speed", "60", way))
        // Longer than a writer may be silent: nothing of this log is due meanwhile.
        let began = ContinuousClock.now
        let isLive = { try self.live(data) }
        #expect(try eventually(seconds: 60) { try isLive() == "recording" })
        #expect(
            try eventually(seconds: 60) {
                guard try isLive() == "recording" else { throw POSIXError(.EIO) }
                return ContinuousClock.now - began > .seconds(4)
            }, "it is told live all the while")
        kill(running.pid, signal)
        let outcome = running.wait()
        #expect(outcome.status == 1 && outcome.errors.contains("ended by signal \(signal)"), "\(outcome)")
        #expect(try live(data) == "ended")
        try expectSound(data, seed: 0)
        try expectSameReport(data, log, seed: 0)
    }

    @Test("a drill without a screen that is asked to end closes its journal and is taken up")
    func drill() throws {
        let running = try place.start(["drill", "evening-peak", "--auto", "--headless", "--name", "asked"])
        let folder = "share/watchfloor/drills/asked"
        #expect(eventually(seconds: 60) { size(folder) > 20_000 || !isRunning(running.pid) })
        kill(running.pid, SIGTERM)
        let outcome = running.wait()
        #expect(outcome.status == 1 && outcome.errors.contains("drill resume asked"), "\(outcome)")
        #expect(try live(folder) == "ended")
        #expect(try place.run("journal", "verify", "--data-dir", place.file(folder)).status == 0)
    }

    /// What `status` says of a folder's writer; empty before there is a journal.
    private func live(_ data: String) throws -> String {
        let outcome = try place.run("status", "--json", "--data-dir", place.file(data))
        guard outcome.status == 0 else { return "" }
        struct Said: Decodable { var writer: String }
        return try JSONDecoder().decode(Said.self, from: Data(outcome.output)).writer
    }

    @Test("killed while it plays without a screen", arguments: 1...4 as ClosedRange<UInt64>)
    func headless(seed: UInt64) throws {
        let log = try log()
        var random = Seeded(seed)
        let wanted = Int64.random(in: 1...80_000, using: &random)
        let data = "headless\(seed)"
        let running = try place.start(arguments(log, data, "--speed", "max", "--headless"))
        // The moment is found by how far the journal's files have grown.
        let grown = eventually { size(data) > wanted || !isRunning(running.pid) }
        #expect(grown, "seed \(seed)")
        running.kill()
        _ = running.wait()
        guard size(data) > 0 else { return }
        try expectSound(data, seed: seed)
        try expectSameReport(data, log, seed: seed)
    }

    @Test(
        "killed while it plays on a screen: what the screen showed is in the journal",
        .enabled(if: ProgramTerminal.isAvailable), arguments: 1...4 as ClosedRange<UInt64>)
    func onScreen(seed: UInt64) throws {
        let log = try log()
        var random = Seeded(seed)
        let wanted = Int64.random(in: 60...1500, using: &random)
        let data = "screen\(seed)"
        let terminal = try ProgramTerminal(place, arguments(log, data, "--speed", "600"))
        let seen = try terminal.wait("journal position \(wanted)") { (position($0) ?? 0) >= wanted }
        let last = max(position(seen) ?? 0, position(terminal.screen()) ?? 0)
        kill(try terminal.processID(), SIGKILL)
        let end = try terminal.waitForEnd()
        #expect(end == 128 + SIGKILL, "seed \(seed): \(end); \(terminal.screen())")
        #expect(try place.status(place.file(data)).position >= last, "seed \(seed)")
        try expectSound(data, seed: seed)
        try expectSameReport(data, log, seed: seed)
    }

    private func size(_ data: String) -> Int64 {
        ["journal.sqlite", "journal.sqlite-wal"].reduce(0) { sum, name in
            var info = stat()
            return stat(place.file(data) + "/" + name, &info) == 0 ? sum + Int64(info.st_size) : sum
        }
    }

    /// The journal position in the status strip.
    private func position(_ screen: String) -> Int64? {
        screen.firstMatch(of: /journal ([0-9]+)/).flatMap { Int64($0.output.1) }
    }
}
