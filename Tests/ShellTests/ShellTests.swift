import Foundation
import Testing

@testable import Shell

@Suite("How a program ends")
struct ProgramTests {
    private struct Strange: Error {}

    private let program = Program(name: "sample") { _ in Program.Reading(text: "", code: 64) }

    @Test(
        "A failure ends with its own code, a reader that has gone away with 0, everything else as the reader of arguments says"
    )
    func codes() {
        #expect(program.end {} == 0)
        #expect(program.end { throw Failure(.usage, "no such thing") } == 2)
        #expect(program.end { throw Failure(.noTerminal, "nothing to draw on") } == 3)
        #expect(program.end { throw ReaderGone() } == 0)
        #expect(program.end { throw Strange() } == 64)
    }
}

@Suite("Text that is printed")
struct PrintedTextTests {
    @Test(
        "Nothing orders the terminal about, and what orders nothing stays",
        arguments: [
            ("\u{1B}[31m", "\\u001b[31m"), ("a\u{202E}b", "a\\u202eb"), ("a\u{7}", "a\\u0007"), ("\u{9B}", "\\u009b"),
            ("列\t1\nÄ", "列\t1\nÄ"),
        ])
    func controls(text: String, safe: String) {
        #expect(withoutControls(text) == safe)
    }
}

@Suite("Where files lie")
struct FolderTests {
    @Test("The environment says where; a path that is not absolute counts for nothing")
    func environment() {
        let set = Folders(environment: ["HOME": "/home/a", "XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "config"])
        #expect(set.live == "/data/watchfloor/live")
        #expect(set.drills == "/data/watchfloor/drills")
        #expect(set.configuration == "/home/a/.config/watchfloor")
        #expect(set.state == "/home/a/.local/state/watchfloor")
        #expect(set.themes.first == "/home/a/.config/watchfloor/themes")
    }

    @Test("A log has one folder for each way of playing it, named by its digest")
    func replays() {
        let folders = Folders(environment: ["HOME": "/home/a"])
        let digest = String(repeating: "0123456789abcdef", count: 4)
        let played = folders.replay(digest: digest, asRecorded: false)
        #expect(played == "/home/a/.local/share/watchfloor/replay/0123456789abcdef-to-dispatch")
        #expect(folders.replay(digest: digest, asRecorded: true) != played)
    }
}

@Suite("Files that are read and written")
struct FileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "shell-\(UUID().uuidString)")

    private func file(_ name: String, _ text: String) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: name).path
        try writeFile(text.utf8, to: path)
        return path
    }

    @Test("Lines come one at a time, the last without its end, and a byte order mark is no part of the first")
    func lines() throws {
        let reader = try LineReader(file: try file("a.csv", "\u{FEFF}one\ntwo\n\nlast"))
        var lines: [String] = []
        while let line = reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        #expect(lines == ["one", "two", "", "last"])
        #expect(reader.failure == nil)
    }

    @Test("What cannot be read or written is refused with its name and the system's cause")
    func refusals() throws {
        let missing = folder.appending(path: "missing").path
        let unread = #expect(throws: Failure.self) { try LineReader(file: missing) }
        #expect(unread?.code == .usage && unread?.message.contains(missing) == true)
        _ = try file("a", "")
        let unwritten = #expect(throws: Failure.self) { try writeFile("x".utf8, to: folder.path) }
        #expect(unwritten?.code == .usage && unwritten?.message.contains(SystemCause(EISDIR).english) == true)
    }

    @Test(
        "What is no text in UTF-8 is named, in settings and in what is read line by line",
        arguments: [
            ([UInt8]([0xFF, 0xFE, 0x61, 0]), "UTF-16"), ([0xFE, 0xFF, 0, 0x61], "UTF-16"),
            ([0x1F, 0x8B, 8, 0], "gunzip"),
            ([0x50, 0x4B, 3, 4], "unzip"),
        ])
    func otherText(bytes: [UInt8], word: String) throws {
        let path = try file("other", "")
        try writeFile(bytes, to: path)
        #expect(throws: UnreadableFile.self) { try SettingsFile.text(of: path) }
        let reader = try LineReader(file: path)
        #expect(reader.next() == nil && reader.failure?.code == .usage)
        #expect(reader.failure?.message.contains(word) == true)
    }

    @Test("A settings file that is nowhere is no fault; a folder and a link to nowhere are told")
    func settings() throws {
        #expect(try SettingsFile.text(of: folder.appending(path: "none").path) == nil)
        #expect(try SettingsFile.text(of: "/dev/null/none") == nil)
        #expect(try SettingsFile.text(of: "/dev/null") == "")
        #expect(try SettingsFile.text(of: try file("keys.toml", "a = 1")) == "a = 1")
        #expect(throws: UnreadableFile.self) { try SettingsFile.text(of: folder.path) }
        // A file where the folder of settings should be.
        #expect(throws: UnreadableFile.self) {
            try SettingsFile.text(of: folder.appending(path: "keys.toml/keys.toml").path)
        }
        let link = folder.appending(path: "link.toml").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/nowhere")
        let refused = #expect(throws: UnreadableFile.self) { try SettingsFile.text(of: link) }
        #expect(refused?.problem.position == link && refused?.english.contains("nowhere") == true)
    }

    @Test("The language of the command line is refused wherever it stands, but for what is no option")
    func locale() throws {
        #expect(throws: Failure.self) { try LocaleArgument.check(["watchfloor", "status", "--locale", "xx"]) }
        #expect(throws: Failure.self) { try LocaleArgument.check(["watchfloor", "--locale=xx", "--locale", "zh"]) }
        try LocaleArgument.check(["watchfloor", "--locale", "zh-Hans", "x", "--", "--locale", "xx"])
        try LocaleArgument.check(["watchfloor", "--locale"])
    }

    @Test(
        "A file that is written anew keeps its mode and owner, a new one has the usual mode",
        arguments: [0o600, 0o640, 0o664])
    func modes(mode: mode_t) throws {
        let path = try file("kept", "old")
        #expect(chmod(path, mode) == 0)
        // Only an administrator can give a file away.
        let owner: uid_t = geteuid() == 0 ? 65534 : geteuid()
        #expect(chown(path, owner, getegid()) == 0)
        try writeFile("new".utf8, to: path)
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o7777 == mode && status.st_uid == owner)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kept"])
    }

    @Test(
        "A file that nobody may write stays as it is, and that is told, also behind a link", arguments: [0o444, 0o400])
    func readOnly(mode: mode_t) throws {
        let path = try file("kept", "old")
        let link = folder.appending(path: "link").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        #expect(chmod(path, mode) == 0)
        for name in [path, link] {
            let refused = #expect(throws: Failure.self) { try writeFile("new".utf8, to: name) }
            #expect(refused?.message.contains(SystemCause(EACCES).english) == true)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    }

    @Test("What many add to one file at once is all there")
    func alone() throws {
        let path = try file("many", "")
        DispatchQueue.concurrentPerform(iterations: 40) { number in
            do {
                try whileAlone(with: path) {
                    let old = try SettingsFile.text(of: path) ?? ""
                    try writeFile((old + "\(number)\n").utf8, to: path)
                }
            } catch {
                Issue.record(error)
            }
        }
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { Int($0) }
        #expect(lines.sorted() == Array(0..<40))
    }

    @Test("What a link leads to is written, and the link stays")
    func links() throws {
        let target = try file("target", "old")
        let link = folder.appending(path: "link").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        try writeFile("new".utf8, to: link)
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    }
}

@Suite("Why the system refused something")
struct SystemCauseTests {
    @Test("An error of Foundation is told by the error number below it")
    func foundation() {
        let below = NSError(domain: NSPOSIXErrorDomain, code: Int(ENOSPC))
        let above = NSError(domain: NSCocoaErrorDomain, code: 1, userInfo: [NSUnderlyingErrorKey: below])
        #expect(SystemCause(above).chinese == "磁盘空间不足")
        #expect(SystemCause(CocoaError(.fileReadNoPermission)).chinese == SystemCause(EACCES).chinese)
    }
}
