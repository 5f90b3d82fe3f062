import Foundation
import TestSupport
import Testing

/// What is printed arrives or is told not to, and what is read is there or is told not to be.
@Suite(.tags(.process), .full) struct PrintingTests {
    private let place = Workplace()

    @Test(
        "a full disk behind standard output is a failure that is told, whatever prints",
        arguments: [
            "sample", "keys", "keys --json", "manual", "--help", "help replay", "--version", "status --data-dir DATA",
            "status --json --data-dir DATA", "report --data-dir DATA", "report --json --data-dir DATA",
            "journal verify --data-dir DATA", "journal verify --json --data-dir DATA",
            "journal export --data-dir DATA",
            "replay --as-recorded --speed max --headless --data-dir DATA", "feeds --help", "scenario list",
        ])
    func fullOutput(_ command: String) throws {
        let data = place.file("data")
        let played = try place.run("replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", data)
        #expect(played.status == 0, "\(played)")
        let line = command.replacingOccurrences(of: "DATA", with: data)
        let outcome = try place.shell("\"$watchfloor\" \(line) > /dev/full; echo status=$? >&2")
        #expect(outcome.errors.contains("status=1"), "\(command): \(outcome)")
        #expect(outcome.errors.contains("cannot be written"), "\(command): \(outcome)")
    }

    @Test(
        "reading a folder that is not there says so and makes none",
        arguments: [
            ["status"], ["report"], ["report", "--scorecard"], ["journal", "verify"], ["journal", "export"],
            ["console", "--watch"],
        ])
    func noFolder(_ command: [String]) throws {
        for language in ["en", "zh-Hans"] {
            let folder = place.file("mistyped")
            let outcome = try place.start(command + ["--data-dir", folder, "--locale", language]).wait()
            #expect(outcome.status == 2, "\(command): \(outcome)")
            #expect(outcome.errors.contains(language == "en" ? "There is no journal in" : "中没有日志"), "\(outcome)")
            #expect(outcome.errors.contains(folder), "\(outcome)")
            #expect(!FileManager.default.fileExists(atPath: folder))
        }
    }

    @Test("what an output leads to is written: a link's file, a pipe's reader, a device; none of them is replaced")
    func outputs() throws {
        let target = place.file("target.csv")
        let link = try place.shell(
            "ln -s target.csv link.csv && \"$watchfloor\" sample -o link.csv && test -L link.csv")
        #expect(link.status == 0, "\(link)")
        #expect(try String(contentsOfFile: target, encoding: .utf8).contains(","))
        let pipe = try place.shell(
            "mkfifo pipe; wc -c <pipe >count & \"$watchfloor\" sample -o pipe && wait && test -p pipe && cat count")
        #expect(pipe.status == 0, "\(pipe)")
        #expect(
            Int(pipe.text.split(separator: "\n").last?.trimmingCharacters(in: .whitespaces) ?? "") ?? 0 > 1000,
            "\(pipe)")
        let device = try place.shell("\"$watchfloor\" sample -o /dev/full; test -c /dev/full && echo kept")
        #expect(device.text.contains("kept") && device.errors.contains("/dev/full"), "\(device)")
    }

    @Test("dead letters of a folder that is not there are none that one could list")
    func noLetters() throws {
        let outcome = try place.start(["feeds", "dead-letters", "list", "--data-dir", place.file("mistyped")]).wait()
        #expect(outcome.status == 2 && outcome.errors.contains("mistyped"), "\(outcome)")
    }

    @Test("an export with a byte order mark is imported; a cut or edited one only by force; an old one is told")
    func imports() throws {
        let data = place.file("data")
        _ = try place.run("replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", data)
        let whole = try place.run("journal", "export", "--data-dir", data).text
        let lines = whole.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        func take(_ text: String, _ name: String, _ more: String...) throws -> Outcome {
            let file = try place.write("\(name).jsonl", text)
            let command = ["journal", "import", file, "--data-dir", place.file(name)] + more
            return try place.start(command).wait()
        }
        let marked = try take("\u{FEFF}" + whole.replacingOccurrences(of: "\n", with: "\r\n"), "marked")
        #expect(marked.status == 0 && marked.errors.isEmpty, "\(marked)")
        let cut = lines.dropLast(5).joined(separator: "\n") + "\n"
        let refused = try take(cut, "cut")
        #expect(refused.status == 1 && refused.errors.contains("--force"), "\(refused)")
        let forced = try take(cut, "forced", "--force")
        #expect(forced.status == 0 && forced.errors.contains("cut or was changed"), "\(forced)")
        let header = #"{"format":"watchfloor-journal","version":1,"mode":"replay"}"#
        let old = try take(([header] + lines.dropFirst()).joined(separator: "\n"), "old")
        #expect(old.status == 0 && old.errors.contains("older programs"), "\(old)")
    }
}
