import Foundation
import TestSupport
import Testing

/// What scripts rely on: exit codes, what goes where, the same bytes for the same question.
@Suite(.tags(.process), .full) struct CommandLineTests {
    private let place = Workplace()

    @Test(
        "a wrong command line ends with 2 and says why on standard error",
        arguments: [
            ["--nope"], ["nonsense"], ["--locale", "xx"], ["replay", "--speed", "0"], ["replay", "--speed", "fast"],
            ["replay", "--mapping", "nope"], ["replay", "--from", "yesterday"], ["replay", "--to", "1/2/2017"],
            ["replay", "/no/such/file.csv"], ["report", "--by", "colour"], ["sample", "--seed", "-1"],
            ["journal", "import", "/no/such/file"],
        ])
    func usage(_ arguments: [String]) throws {
        let outcome = try place.start(arguments).wait()
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.output.isEmpty, "\(outcome)")
        #expect(!outcome.errors.isEmpty)
        let left = try FileManager.default.contentsOfDirectory(atPath: place.path)
        #expect(left.isEmpty, "a wrong command line leaves nothing behind: \(left)")
    }

    @Test(
        "no terminal ends with 3 and with what there is without one, before anything is made",
        arguments: [
            (["console"], "watchfloor ingest"), ([], "watchfloor ingest"), (["replay"], "--headless"),
            (["drill", "evening-peak"], "--headless"),
        ])
    func noTerminal(_ arguments: [String], _ remedy: String) throws {
        let outcome = try place.start(arguments, with: ["TERM": "xterm-256color"]).wait()
        #expect(outcome.status == 3, "\(outcome)")
        #expect(outcome.errors.contains(remedy), "\(outcome)")
        if remedy != "--headless" { #expect(!outcome.errors.contains("--headless"), "it has none: \(outcome)") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).isEmpty)
    }

    @Test(
        "questions have the same answer twice, without a folder of one's own",
        arguments: [
            ["--help"], ["--version"], ["help", "replay"], ["keys"], ["keys", "--json"], ["keys", "--markdown"],
            ["keys", "--locale", "zh-Hans"], ["manual"], ["sample"], ["sample", "--seed", "7"],
            ["--generate-completion-script", "bash"], ["--generate-completion-script", "zsh"],
            ["--generate-completion-script", "fish"],
        ])
    func answers(_ arguments: [String]) throws {
        let (first, second) = (try place.start(arguments).wait(), try place.start(arguments).wait())
        #expect(first.status == 0, "\(first)")
        #expect(!first.output.isEmpty)
        #expect(first.errors.isEmpty, "\(first)")
        #expect(first.output == second.output)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).isEmpty)
    }

    @Test("keys as JSON are JSON, and another seed is another sample")
    func content() throws {
        let keys = try JSONSerialization.jsonObject(with: Data(place.run("keys", "--json").output))
        #expect(keys is [String: Any] || keys is [Any])
        let (standard, other) = (try place.run("sample"), try place.run("sample", "--seed", "7"))
        #expect(standard.output != other.output)
        let help = try place.run("--help", with: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(help.text.contains("指挥"), "\(help)")
    }

    @Test("the manual page has every command that the help names, in both languages")
    func manual() throws {
        for language in ["en_US.UTF-8", "zh_CN.UTF-8"] {
            let locale = ["LC_ALL": language, "LANG": language]
            let manual = try place.start(["manual"], with: locale).wait().text
            func look(_ words: [String]) throws {
                let help = try place.start(words + ["--help"], with: locale).wait().text
                let names = help.matches(of: #/(?m)^  ([a-z][a-z-]*)(?: \(default\)|（默认）)?  /#).map {
                    String($0.output.1)
                }
                let isGroup = help.contains("SUBCOMMANDS:") || help.contains("\n子命令：")
                guard isGroup else {
                    let heading = ".SS " + words.joined(separator: " ").replacing("-", with: "\\-")
                    #expect(manual.contains(heading + "\n"), "\(words)")
                    return
                }
                #expect(!names.isEmpty, "\(help)")
                for name in names where name != "help" { try look(words + [name]) }
            }
            try look([])
        }
    }

    @Test("a reader that goes away early is no error", arguments: ["sample", "keys", "manual", "--help"])
    func earlyReader(_ command: String) throws {
        let outcome = try place.shell("{ \"$watchfloor\" \(command); echo status=$? >&2; } | head -c 1")
        #expect(outcome.errors.contains("status=0"), "\(outcome)")
    }

    @Test("status and report of an empty folder")
    func emptyFolder() throws {
        for command in ["status", "report"] {
            let outcome = try place.run(command, "--json", "--data-dir", place.file("none"))
            #expect(outcome.status == 2 && !outcome.errors.isEmpty && outcome.output.isEmpty, "\(outcome)")
        }
    }

    @Test("keys.toml with a clash is told by file and line, and an unknown theme too; the program runs")
    func settings() throws {
        let file = try place.write(
            "config/watchfloor/keys.toml", "[dispatch]\n\"a\" = \"note\"\n\"b\" = \"no-such-command\"\n")
        let keys = try place.run("keys")
        #expect(keys.status == 0, "\(keys)")
        #expect(keys.errors.contains("\(file):"), "\(keys)")
        #expect(keys.errors.contains("no-such-command"), "\(keys)")
        guard ProgramTerminal.isAvailable else { return }
        try expectTold("keys.toml:", [])
        try FileManager.default.removeItem(atPath: file)
        _ = try place.write("config/watchfloor/config.toml", "theme = \"no-such-theme\"\n")
        try expectTold("no-such-theme", [])
    }

    @Test("A view is kept in views.toml from the console; a file with a fault is told and not written over")
    func views() throws {
        guard ProgramTerminal.isAvailable else { return }
        let file = place.file("config/watchfloor/views.toml")
        var terminal = try ProgramTerminal(place, ["replay", "--data-dir", place.file("data")])
        try terminal.wait(for: "#1")
        try terminal.type(":filter p1", "Enter")
        try terminal.wait(for: "/p1")
        try terminal.type(":view save night", "Enter")
        try terminal.wait(for: "night kept in")
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "[view.night.dispatch]\nfilter = \"p1\"\n")
        #expect(try place.run("settings").status == 0)
        let faulty = "[view.night.dispatch]\nsort = \"colour\"\n"
        _ = try place.write("config/watchfloor/views.toml", faulty)
        let told = try place.run("settings")
        #expect(told.status == 2 && told.errors.contains("views.toml:2:1: view.night.dispatch.sort"), "\(told)")
        terminal = try ProgramTerminal(place, ["replay", "--data-dir", place.file("data")])
        try terminal.wait(for: "#1")
        try terminal.type(":filter p1", "Enter")
        try terminal.wait(for: "/p1")
        try terminal.type(":view save night", "Enter")
        try terminal.wait(for: "put the file right first")
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == faulty)
    }

    @Test("A view waits its turn behind another console's, keeps the file's mode, and leaves one that is read-only")
    func viewsOfTwo() throws {
        guard ProgramTerminal.isAvailable else { return }
        let file = try place.write("config/watchfloor/views.toml", "[view.day.dispatch]\nfilter = \"p2\"\n")
        chmod(file, 0o600)
        let terminals = try ["a", "b"].map { name in
            let terminal = try ProgramTerminal(place, ["replay", "--data-dir", place.file(name)])
            try terminal.wait(for: "#1")
            try terminal.type(":filter p1", "Enter")
            try terminal.wait(for: "/p1")
            return terminal
        }
        // Whoever reads the file first would write it last.
        for (name, terminal) in zip(["first", "second"], terminals) { try terminal.type(":view save \(name)", "Enter") }
        for (name, terminal) in zip(["first", "second"], terminals) { try terminal.wait(for: "\(name) kept in") }
        let text = try String(contentsOfFile: file, encoding: .utf8)
        for name in ["day", "first", "second"] { #expect(text.contains("[view.\(name).dispatch]"), "\(text)") }
        var status = stat()
        #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
        // One that another program holds is not waited for long.
        let folder = open(place.file("config/watchfloor"), O_RDONLY | O_DIRECTORY)
        #expect(flock(folder, LOCK_EX) == 0)
        try terminals[0].type(":view save third", "Enter")
        try terminals[0].wait(for: "is being written by another program")
        close(folder)
        chmod(file, 0o400)
        try terminals[0].type(":view save third", "Enter")
        try terminals[0].wait(for: "cannot be written")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }

    private func expectTold(_ words: String, _ options: [String]) throws {
        let terminal = try ProgramTerminal(place, ["replay", "--data-dir", place.file("data")] + options)
        let screen = try terminal.wait(for: words)
        #expect(screen.contains("1 Dispatch"), "\(screen)")
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
    }
}
