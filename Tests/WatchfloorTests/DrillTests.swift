import Foundation
import TestSupport
import Testing

/// Exercises with the whole program: played, driven from a second process, apart from live data.
@Suite(.tags(.process), .full, .enabled(if: ProgramTerminal.isAvailable))
struct DrillTests {
    private let place = Workplace()
    private func drill(_ name: String) -> String { place.file("share/watchfloor/drills/\(name)") }

    @Test("a drill in a terminal, driven from a second process, to its result")
    func playedAndDriven() throws {
        let terminal = try ProgramTerminal(
            place, ["drill", "evening-peak", "--speed", "10", "--name", "peak", "--trainee", "Lin"])
        try terminal.wait(for: "EXERCISE")
        try terminal.wait(for: "Exercise control")

        let paused = try place.run("drill", "control", "pause")
        #expect(paused.status == 0, "\(paused)")
        try terminal.wait(for: "PAUSED")
        let told = try place.run("drill", "control", "peak", "message", "the \u{1B}[31mharbour")
        #expect(told.status == 0, "\(told)")
        try terminal.wait(for: "harbour")
        let status = try place.run("drill", "control", "status", "--json")
        #expect(status.status == 0 && status.text.contains("\"exercise\" : true"), "\(status)")
        #expect(status.text.contains("\"trainee\" : \"Lin\""), "\(status)")
        let unknown = try place.run("drill", "control", "inject", "nothing")
        #expect(unknown.status == 1 && unknown.errors.contains("nothing"), "\(unknown)")

        #expect(try place.run("drill", "control", "end").status == 0)
        try terminal.wait(for: "watchfloor report --drill peak")
        try terminal.type("Enter")
        #expect(try terminal.waitForEnd() == 0)
        #expect(try !terminal.isOnAlternateScreen())
        try checkStore("peak")
        #expect(try place.run("drill", "control", "status").status == 1, "nobody answers any more")
    }

    /// Whatever leaves the drill's store says that it is an exercise, and its keys give it again.
    private func checkStore(_ name: String) throws {
        let folder = drill(name)
        for line in try place.exported(folder) { #expect(line.contains("\"mode\":\"exercise\""), "\(line)") }
        let status = try place.status(folder)
        #expect(status.mode == "exercise")
        #expect(try place.run("report", "--data-dir", folder).text.contains("EXERCISE"))
        #expect(try place.run("report", "--json", "--data-dir", folder).text.contains("\"exercise\": true"))
        #expect(try place.run("picture", "--data-dir", folder).text.contains("EXERCISE"))
        #expect(try place.run("journal", "verify", "--data-dir", folder).status == 0)
        let again = try place.run("drill", "evening-peak", "--headless", "--json", "--keys", folder + "/keys.jsonl")
        #expect(again.text.contains("\"hash\":\"\(status.hash)\""), "\(again) \(status)")
        #expect(again.text.contains("\"position\":\(status.position)"), "\(again) \(status)")
        let lines = try String(contentsOfFile: folder + "/keys.jsonl", encoding: .utf8).split(separator: "\n")
        for kept in [0, lines.count / 2, lines.count - 1] {
            let cut = try place.write("cut.jsonl", lines.prefix(kept).map { $0 + "\n" }.joined())
            let outcome = try place.start(["drill", "evening-peak", "--headless", "--keys", cut]).wait()
            #expect(outcome.status == 1 && outcome.errors.contains("no end"), "\(kept) of \(lines.count): \(outcome)")
        }
    }

    @Test("keys typed at speed come out the same from the recording")
    func keysAgain() throws {
        let terminal = try ProgramTerminal(place, ["drill", "evening-peak", "--speed", "300", "--name", "keys"])
        try terminal.wait(for: "#1")
        for keys in [
            ["Escape"], ["a", "1"], ["t", "Enter"], ["n", "seen", "Enter"], ["j", "r"], ["!", "a"], ["p"], ["p"],
        ] {
            for key in keys { try terminal.type(key) }
        }
        try terminal.type(":q", "Enter")
        try terminal.wait(for: "watchfloor report --drill keys")
        try terminal.type("q")
        #expect(try terminal.waitForEnd() == 0)
        try checkStore("keys")
    }

    @Test("the instructor console drives a drill and leaves it running")
    func instructor() throws {
        let terminal = try ProgramTerminal(place, ["drill", "evening-peak", "--speed", "1", "--name", "desk"])
        try terminal.wait(for: "EXERCISE")
        let trainer = try ProgramTerminal(place, columns: 80, rows: 24, ["drill", "control"])
        try trainer.wait(for: "Injects")
        #expect(trainer.screen().contains("EXERCISE"))
        try trainer.type("p")
        try terminal.wait(for: "PAUSED")
        try trainer.wait(for: "PAUSED")
        try trainer.type("m", "well done", "Enter")
        try terminal.wait(for: "well done")
        try trainer.type("q")
        #expect(try trainer.waitForEnd() == 0)
        #expect(terminal.screen().contains("PAUSED"))
        try terminal.closeTerminal()
    }

    @Test("live data and exercises never mix, whichever way somebody tries")
    func apart() throws {
        let played = try place.run("drill", "evening-peak", "--auto", "--headless", "--name", "peak", "--json")
        #expect(played.status == 0 && played.text.contains("\"ended\" : \"time\""), "\(played)")
        let before = try place.status(drill("peak"))

        // No console but a drill's own writes into a drill, not even before anything is recorded in it.
        for arguments in [["replay", "--headless", "--speed", "max"], ["console"]] {
            let refused = try place.start(arguments + ["--data-dir", drill("peak")]).wait()
            #expect(refused.status == 1 && refused.errors.contains("exercise"), "\(refused)")
        }
        try place.write("share/watchfloor/drills/empty/drill.json", "{}")
        let empty = try place.run("replay", "--headless", "--speed", "max", "--data-dir", drill("empty"))
        #expect(empty.status == 1 && empty.errors.contains("exercise"), "\(empty)")
        #expect(try place.status(drill("peak")) == before)

        // A name that leads into the live folder is taken, and what is there stays as it was.
        let live = place.file("share/watchfloor/live")
        try FileManager.default.createDirectory(atPath: live, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: drill("trap"), withDestinationPath: live)
        let trapped = try place.run("drill", "evening-peak", "--auto", "--headless", "--name", "trap")
        #expect(trapped.status == 2, "\(trapped)")
        for name in ["../live", "/tmp/x", "."] {
            #expect(try place.run("drill", "evening-peak", "--auto", "--headless", "--name", name).status == 2)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: live).isEmpty)

        // What was exported from an exercise is taken in as an exercise or not at all.
        let export = try place.run("journal", "export", "--data-dir", drill("peak"))
        let file = try place.write("peak.jsonl", export.output)
        #expect(try place.run("journal", "import", file).status == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: live).isEmpty)
        let copy = place.file("copy")
        #expect(try place.run("journal", "import", file, "--data-dir", copy).status == 0)
        #expect(try place.status(copy).hash == before.hash)
        #expect(try place.run("replay", "--headless", "--speed", "max", "--data-dir", copy).status == 1)
    }

    @Test("mistakes on the command line are told with what to do")
    func mistakes() throws {
        let unknown = try place.run("drill", "no-such-thing", "--auto", "--headless")
        #expect(unknown.status == 2 && unknown.errors.contains("evening-peak"), "\(unknown)")
        #expect(try place.run("drill", "evening-peak", "--headless").status == 2)
        #expect(try place.run("drill", "evening-peak").status == 3, "no terminal")
        let list = try place.run("drill")
        #expect(list.status == 0 && list.text.contains("evening-peak"), "\(list)")
        #expect(try place.run("drill", "control", "status").status == 1)
        let mistyped = try place.run("drill", "control", "fly")
        #expect(mistyped.status == 2 && mistyped.errors.contains("snapshot"), "\(mistyped)")
        let asking = [["--auto", "--headless", "--json"], ["--auto", "--headless"], ["--json"], ["--keys", "none"]]
        for arguments in asking {
            let unnamed = try place.start(["drill"] + arguments).wait()
            #expect(unnamed.status == 2 && unnamed.output.isEmpty, "\(unnamed)")
        }
    }

    @Test("keys played again without their drill's settings say that another drill came of it")
    func anotherDrill() throws {
        let played = try place.run(
            "drill", "quiet-night", "--auto", "--headless", "--name", "first", "--seed", "9", "--hours", "0.5")
        #expect(played.status == 0, "\(played)")
        let again = try place.run("drill", "quiet-night", "--keys", drill("first") + "/keys.jsonl", "--headless")
        #expect(again.status == 0 && again.text.contains("done again"), "\(again)")
        let keys = try place.write(
            "elsewhere/keys.jsonl", String(contentsOfFile: drill("first") + "/keys.jsonl", encoding: .utf8))
        for more in [[], ["--seed", "9"], ["--hours", "0.5"]] {
            let other = try place.start(["drill", "quiet-night", "--keys", keys, "--headless"] + more).wait()
            #expect(other.status == 1 && other.output.isEmpty, "\(more) \(other)")
            #expect(other.errors.contains("ended at journal position"), "\(other)")
        }
    }
}
