import Foundation
import Shell
import TestSupport
import Testing

@testable import watchfloor

/// What cannot be read or written is told in the words of the language, without the machine's own.
@Suite(.tags(.process), .full) struct RefusalWordsTests {
    private let place = Workplace()

    private static let zh = ["LC_ALL": "zh_CN.UTF-8"]

    @Test(
        "a folder in place of a file is told, whatever reads or writes it",
        arguments: [
            ["journal", "import", "--data-dir", "new", "."], ["simulate", "--city-trace", "."],
            ["simulate", "--tables", "calls.json"], ["sample", "-o", "."], ["drill", "from-log", "-o", "."],
        ])
    func folders(_ arguments: [String]) throws {
        try place.write("calls.json", "{}")
        let english = try place.start(arguments).wait()
        #expect([1, 2].contains(english.status) && english.errors.contains("watchfloor: "), "\(english)")
        #expect(!english.errors.contains("Domain") && !english.errors.contains("Fatal"), "\(english)")
        let chinese = try place.start(arguments, with: Self.zh).wait()
        #expect([1, 2].contains(chinese.status) && chinese.errors.contains("无法"), "\(chinese)")
        #expect(chinese.errors.contains("目录"), "\(chinese)")
    }

    @Test("an import into a folder that has a journal names what is there and the remedy")
    func importIntoFull() throws {
        #expect(try place.run("replay", "--headless", "--speed", "max", "--data-dir", place.file("a")).status == 0)
        let export = try place.write("a.jsonl", place.run("journal", "export", "--data-dir", place.file("a")).output)
        let before = try place.status(place.file("a"))
        let refused = try place.run("journal", "import", export, "--data-dir", place.file("a"))
        #expect(refused.status == 2 && refused.errors.contains("holds \(before.position) events"), "\(refused)")
        #expect(refused.errors.contains("empty folder") && !refused.errors.contains("append"), "\(refused)")
        #expect(try place.status(place.file("a")) == before)
    }

    @Test("a pipe or a folder under the name of a journal's file is no journal", arguments: ["pipe", "folder"])
    func kindOfFile(_ kind: String) throws {
        for name in ["journal.sqlite", "journal.end", "writer.beat"] {
            let folder = place.file("\(kind)-\(name)")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            if name != "journal.sqlite" { try place.write("\(kind)-\(name)/journal.sqlite", "") }
            if kind == "pipe" {
                #expect(mkfifo("\(folder)/\(name)", 0o600) == 0)
            } else {
                #expect(mkdir("\(folder)/\(name)", 0o700) == 0)
            }
            for command in [["status"], ["journal", "verify"], ["report"]] {
                let refused = try place.start(command + ["--data-dir", folder]).wait()
                #expect(refused.status == 1 && refused.errors.contains("not a journal"), "\(command) \(refused)")
            }
        }
    }

    @Test(
        "no argument orders the terminal about",
        arguments: [
            ["feeds", "token", "a\u{1B}[31m"], ["status", "--data-dir", "/nowhere/\u{1B}[31m"], ["\u{1B}]0;x\u{07}"],
            ["replay", "\u{9B}31m\u{202E}.csv"], ["scenario", "check", "\u{1B}c"], ["mapping", "show", "\u{1B}c"],
        ])
    func controls(_ arguments: [String]) throws {
        let outcome = try place.start(arguments).wait()
        for text in [outcome.errors, outcome.text] {
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(text.debugDescription)")
            #expect(!text.unicodeScalars.contains("\u{9B}") && !text.unicodeScalars.contains("\u{202E}"))
        }
    }

    @Test("an argument's error is said under the program's name")
    func ownName() throws {
        for arguments in [["--nope"], ["simulate"], ["drill", "quiet-night", "--hours", "1e9"]] {
            let outcome = try place.start(arguments).wait()
            #expect(outcome.status == 2 && outcome.errors.hasPrefix("watchfloor: "), "\(outcome)")
        }
    }

    @Test(
        "an argument's error is said in Chinese on a Chinese command line",
        arguments: [
            (["status", "--nope"], "未知选项“--nope”"), (["model", "fit"], "缺少参数“<警情.csv>”"),
            (["status", "--data-dir"], "缺少值"), (["sample", "--seed", "x"], "无效"), (["status", "more"], "多余的参数“more”"),
        ])
    func arguments(_ arguments: [String], _ words: String) throws {
        let outcome = try place.start(arguments, with: Self.zh).wait()
        #expect(outcome.status == 2 && outcome.errors.hasPrefix("watchfloor: "), "\(outcome)")
        #expect(outcome.errors.contains(words) && !outcome.errors.contains("Usage"), "\(outcome)")
    }

    @Test("what is made safe is the same to a reader of JSON")
    func escapes() throws {
        let text = "a\u{1B}[31m\u{9B}\u{202E}b\tc\n"
        let safe = withoutControls(text)
        #expect(safe == "a\\u001b[31m\\u009b\\u202eb\tc\n")
        let line = safe.replacing("\t", with: "\\t").replacing("\n", with: "\\n")
        let read = try JSONDecoder().decode(String.self, from: Data("\"\(line)\"".utf8))
        #expect(read == text)
    }
}
