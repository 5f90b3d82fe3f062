import ArgumentParser
import Foundation
import Glibc
import TestSupport
import Testing

@testable import watchfloor

/// What arguments and settings name and is not there, or is not what it should be: told, and told alike by every command.
@Suite(.tags(.process), .full) struct NamedFileTests {
    private let place = Workplace()

    /// Every command that takes a file or folder, with one that is not there, but for those that make it.
    private static let absent = [
        "console --watch --data-dir X", "console --roster X", "console --feeds X", "replay X", "replay --mapping X",
        "drill X", "drill quiet-night --keys X", "drill from-log X", "drill from-log --mapping X",
        "drill from-log --output X", "drill from-journal X", "scenario check X", "report --data-dir X",
        "report --scorecard --data-dir X", "report --drill X", "status --data-dir X", "journal verify --data-dir X",
        "journal export --data-dir X", "journal import X", "picture --data-dir X", "simulate X", "simulate --tables X",
        "simulate --city-trace X", "model check X", "model fit X", "model fit X --mapping X", "mapping show X",
        "mapping check X", "mapping check seattle-police X", "study X --variant rule=coverage", "feeds check X",
        "feeds check --messages X", "feeds dead-letters list --data-dir X", "feeds dead-letters show 1 --data-dir X",
        "feeds dead-letters resend 1 --data-dir X", "feeds dead-letters remove 1 --data-dir X", "ingest --feeds X",
        "ingest --feed stdin --roster X", "alerts check X", "alerts rehearse --rules X", "sample -o X",
    ]

    @Test("a file or folder of the arguments that is not there ends with 2 and is named", arguments: absent)
    func notThere(_ line: String) throws {
        let path = place.file("absent/it")
        let arguments = line.split(separator: " ").map { $0 == "X" ? path : String($0) }
        let outcome = try place.start(arguments).wait()
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.errors.contains("absent/it"), "\(outcome)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).isEmpty)
    }

    /// Every command that does something, by its words.
    private static func commands(
        _ command: any ParsableCommand.Type = Watchfloor.self, _ words: [String] = []
    ) -> [[String]] {
        let below = command.configuration.subcommands
        guard !below.isEmpty else { return [words] }
        return below.flatMap { commands($0, words + [$0._commandName]) }
    }

    @Test("a language that there is not is refused by every command alike, one that there is by none")
    func languages() throws {
        let commands = Self.commands()
        #expect(commands.count > 30)
        for command in commands {
            for option in [["--locale", "xx"], ["--locale=xx"]] {
                let outcome = try place.start(command + option).wait()
                #expect(outcome.status == 2 && outcome.output.isEmpty, "\(command) \(outcome)")
                #expect(outcome.errors == "watchfloor: --locale xx: not en or zh-Hans\n", "\(command) \(outcome)")
            }
            let help = try place.start(command + ["--help"]).wait()
            #expect(help.text.contains("--locale"), "\(command)")
        }
        #expect(try place.run("mapping", "list", "--locale", "zh-Hans").status == 0)
        #expect(try place.run("drill", "control", "message", "--", "--locale", "xx").errors.contains("not en") == false)
    }

    private static let files = [
        "keys.toml", "profiles.toml", "config.toml", "alerts.toml", "room.toml", "feeds.toml", "roster.toml",
    ]

    /// Puts something that is no readable file under a name; the word that tells of it.
    private func spoil(_ path: String, _ way: String) throws -> String {
        try FileManager.default.createDirectory(
            atPath: URL(filePath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
        switch way {
        case "link":
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/nowhere/at/all")
            return "leads nowhere"
        case "pipe":
            #expect(mkfifo(path, 0o600) == 0)
            return "pipe"
        case "circle":
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
            return "cannot be read"
        default:
            #expect(mkdir(path, 0o700) == 0)
            return "folder"
        }
    }

    @Test(
        "settings that are a folder, a pipe or a link to nowhere are told",
        arguments: ["folder", "link", "pipe", "circle"])
    func settings(_ way: String) throws {
        for name in Self.files {
            let path = place.file("config/watchfloor/" + name)
            let word = try spoil(path, way)
            let all = try place.run("settings")
            #expect(all.status == 2 && all.errors.contains("\(path): ") && all.errors.contains(word), "\(all)")
            let chinese = try place.run("settings", "--locale", "zh")
            #expect(chinese.status == 2 && chinese.errors.contains("移走"), "\(chinese)")
            // What a start cannot do without ends it; the rest is told by what has to do with it.
            let command =
                switch name {
                case "keys.toml": ["keys"]
                case "profiles.toml", "config.toml": ["report", "--profile", "110", "--data-dir", place.file("config")]
                default: ["ingest", "--feed", "stdin", "--data-dir", place.file("data")]
                }
            let outcome = try place.start(command).wait()
            #expect(outcome.status == (name == "keys.toml" ? 0 : 2), "\(name) \(outcome)")
            if command[0] != "report" { #expect(outcome.errors.contains("\(path): "), "\(name) \(outcome)") }
            unlink(path)
            rmdir(path)
        }
        let none = try place.run("settings")
        #expect(none.status == 0 && none.text == "no fault\n", "\(none)")
    }

    @Test(
        "a theme that is a folder or a link to nowhere is told, and one that may not be read",
        arguments: ["folder", "link"])
    func theme(_ way: String) throws {
        let path = place.file("config/watchfloor/themes/night.toml")
        _ = try spoil(path, way)
        let all = try place.run("settings")
        #expect(all.status == 2 && all.errors.contains("\(path): "), "\(all)")
    }

    @Test("a link to nothing on purpose is no fault")
    func nothing() throws {
        let path = place.file("config/watchfloor/keys.toml")
        try FileManager.default.createDirectory(
            atPath: place.file("config/watchfloor"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/null")
        #expect(try place.run("settings").status == 0)
        #expect(try place.run("settings", with: ["XDG_CONFIG_HOME": "/dev/null"]).status == 0)
    }
}
