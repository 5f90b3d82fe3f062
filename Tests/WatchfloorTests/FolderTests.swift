import Foundation
import Glibc
import TestSupport
import Testing

/// Data folders that somebody else uses, that may not be written, that are full.
@Suite(.tags(.process), .full, .enabled(if: ProgramTerminal.isAvailable))
struct FolderTests {
    private let place = Workplace()
    private var data: String { place.file("data") }

    @Test("a second console is told who records; watching it sees the same board and follows it")
    func secondConsole() throws {
        let first = try ProgramTerminal(place, ["replay", "--speed", "60", "--data-dir", data])
        try first.wait(for: "#1")
        try first.type("p")
        try first.wait(for: "PAUSED")

        let second = try place.run("replay", "--headless", "--speed", "max", "--data-dir", data)
        #expect(second.status == 1, "\(second)")
        #expect(second.errors.contains("process \(try first.processID())"), "\(second)")

        let watching = try ProgramTerminal(place, ["console", "--watch", "--data-dir", data])
        try watching.wait(for: "#1")
        try first.type("n", "seen from afar", "Enter")
        try first.wait(for: "seen from afar")
        try watching.wait(for: "seen from afar")
        try watching.wait(for: "WATCHING")
        try watching.type("n")
        try watching.wait("a refusal to write") { last($0).lowercased().contains("watch") }

        // The one that watches lets go without a trace, and the other goes on.
        try watching.type(":q", "Enter")
        #expect(try watching.waitForEnd() == 0)
        try first.type(":q", "Enter")
        #expect(try first.waitForEnd() == 0)
        #expect(try place.run("journal", "verify", "--data-dir", data).status == 0)
    }

    private func last(_ screen: String) -> Substring {
        screen.split(separator: "\n").last ?? ""
    }

    @Test("a folder that may not be written: a message and no console, and it can still be looked at")
    func readOnly() throws {
        let played = try place.run("replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", data)
        #expect(played.status == 0, "\(played)")
        let before = try place.status(data)
        for path in [place.path, data] { chmod(path, 0o555) }
        for file in try FileManager.default.contentsOfDirectory(atPath: data) { chmod(data + "/" + file, 0o444) }
        defer { for path in [place.path, data] { chmod(path, 0o755) } }
        // Root may write anywhere, so it lets somebody else try.
        let somebody = geteuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : ""
        let line = { (words: String) in somebody + "\"$watchfloor\" \(words) --data-dir \(quoted(data))" }
        chmod(place.path, 0o755)
        let refused = try place.shell(line("replay --as-recorded --headless"))
        guard ![126, 127].contains(refused.status) else {
            print("SKIPPED: nobody may run \(program)")
            return
        }
        #expect(refused.status == 1, "\(refused)")
        #expect(refused.errors.contains("cannot be written"), "\(refused)")
        let status = try place.shell(line("status --json"))
        #expect(status.text.contains(before.board), "\(status)")
        let verified = try place.shell(line("journal verify"))
        #expect(verified.status == 0, "\(verified)")
        #expect(try place.status(data) == before)
    }

    @Test("no room for the journal: told on the screen, the terminal whole, nothing recorded lost")
    func noRoom() throws {
        let terminal = try ProgramTerminal(
            place,
            shell:
                "trap '' XFSZ; ulimit -f 300; \"$watchfloor\" replay --speed 1000 --as-recorded --data-dir \(data); echo status=$?"
        )
        try terminal.wait("the failure and its remedy") {
            $0.contains("journal FAILED") && $0.contains("NOT recorded since")
        }
        try terminal.type(":q", "Enter")
        try terminal.wait(for: "Quit although the journal is not recording?")
        try terminal.type("y")
        try terminal.wait(for: "status=1")
        #expect(try !terminal.isOnAlternateScreen())
        let verified = try place.run("journal", "verify", "--data-dir", data)
        #expect(verified.status == 0, "\(verified)")
        #expect(try place.status(data).position > 0)
        // With room again it goes on where it stood.
        let rest = try place.run("replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", data)
        #expect(rest.status == 0, "\(rest)")
        #expect(try place.status(data).incidents == 220)
    }
}
