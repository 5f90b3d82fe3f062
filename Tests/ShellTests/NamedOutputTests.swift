import Foundation
import TestSupport
import Testing

@testable import Shell

@Suite("What a command writes where a person says")
struct NamedOutputTests {
    private let root: String
    private let folders: Folders

    init() throws {
        let base = FileManager.default.temporaryDirectory.path
        root = (realPath(base) ?? base) + "/output-\(UUID().uuidString)"
        folders = Folders(environment: ["HOME": root, "XDG_DATA_HOME": root + "/own", "XDG_CONFIG_HOME": root + "/set"])
        for folder in ["data", "data/dead-letters", "other", "own/watchfloor/live", "set/watchfloor/themes", "drill"] {
            try makeFolders(root + "/" + folder)
        }
        let files = [
            "data/journal.sqlite", "data/journal.end", "data/writer.lock", "data/writer.beat", "data/journal.pages",
            "data/notes.txt", "data/dead-letters/cad.jsonl", "own/watchfloor/live/journal.sqlite",
            "set/watchfloor/keys.toml", "set/watchfloor/beats.geojson", "set/watchfloor/themes/mine.toml",
            "drill/drill.json", "drill/keys.jsonl", "other/calls.csv", "other/keys.toml",
        ]
        for file in files { try writeFile("kept".utf8, to: root + "/" + file) }
        let links = [
            ("other/linked.svg", "../data/journal.sqlite"), ("other/to-be.svg", "../data/journal.sqlite-wal"),
            ("other/folder", "../data"), ("other/chain.svg", "linked.svg"), ("other/own.csv", "calls.csv"),
            ("other/circle", "circle"),
        ]
        for (link, target) in links { #expect(symlink(target, root + "/" + link) == 0) }
        let hard = [
            ("data/journal.sqlite", "other/hard.sqlite"), ("own/watchfloor/live/journal.sqlite", "other/live.sqlite"),
            ("set/watchfloor/keys.toml", "other/hard.toml"), ("other/calls.csv", "other/hard.csv"),
        ]
        for (file, name) in hard { #expect(link(root + "/" + file, root + "/" + name) == 0) }
    }

    /// What is never written over, by what the command reads.
    private static let refused: [(file: String, reads: [String], word: String)] = [
        ("data/journal.sqlite", [], "data folder"), ("data/journal.sqlite-wal", [], "data folder"),
        ("data/journal.sqlite-shm", [], "data folder"), ("data/journal.sqlite-journal", [], "data folder"),
        ("data/journal.end", [], "data folder"), ("data/journal.pages", [], "data folder"),
        ("data/journal.pages.new", [], "data folder"), ("data/writer.lock", [], "data folder"),
        ("data/writer.beat", [], "data folder"), ("data/dead-letters/cad.jsonl", [], "data folder"),
        ("data/dead-letters/new.jsonl", [], "data folder"), ("data/feeds", [], "data folder"),
        ("data/drill.json", [], "data folder"), ("data/../data/./journal.end", [], "data folder"),
        ("drill/keys.jsonl", [], "data folder"), ("drill/scenario.toml", [], "data folder"),
        ("other/linked.svg", [], "data folder"), ("other/to-be.svg", [], "data folder"),
        ("other/folder/journal.end", [], "data folder"), ("other/chain.svg", [], "data folder"),
        ("other/hard.sqlite", ["data"], "data folder"), ("other/live.sqlite", [], "data folder"),
        ("other/calls.csv", ["other/calls.csv"], "read by this command"),
        ("other/own.csv", ["other/calls.csv"], "same file"), ("other/calls.csv", ["other/own.csv"], "same file"),
        ("other/hard.csv", ["none", "other/calls.csv"], "same file"),
        ("set/watchfloor/keys.toml", [], "settings"), ("set/watchfloor/alerts.toml", [], "settings"),
        ("set/watchfloor/beats.geojson", [], "settings"), ("set/watchfloor/themes/mine.toml", [], "settings"),
        ("set/watchfloor/themes/new.toml", [], "settings"), ("other/hard.toml", [], "settings"),
    ]

    @Test("nothing that the program lives on is written over, whatever leads to it", arguments: refused.indices)
    func refusals(_ index: Int) throws {
        let (file, reads, word) = Self.refused[index]
        let path = root + "/" + file
        let inputs = reads.map { root + "/" + $0 }
        let failure = #expect(throws: Failure.self) {
            try NamedOutput(path, reading: inputs, folders: folders)
        }
        #expect(failure?.code == .usage && failure?.message.contains(path) == true, "\(file)")
        #expect(failure?.message.contains(word) == true && failure?.remedy.isEmpty == false, "\(failure as Any)")
        // What is found out only while reading holds as well.
        guard !reads.isEmpty else { return }
        var late = try NamedOutput(path, reading: [], folders: folders)
        late.inputs += inputs
        #expect(throws: Failure.self) { try late.write("new".utf8) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "kept")
    }

    @Test(
        "what is nobody's is written",
        arguments: [
            "other/new.svg", "other/calls.csv", "other/keys.toml", "other/journal.sqlite", "other/own.csv",
            "data/report.html", "data/notes.txt", "set/watchfloor/new.csv",
        ])
    func written(_ file: String) throws {
        let output = try NamedOutput(root + "/" + file, reading: [root + "/data", nil], folders: folders)
        try output.write("new".utf8)
        #expect(try String(contentsOfFile: root + "/" + file, encoding: .utf8) == "new")
        #expect(try String(contentsOfFile: root + "/data/journal.sqlite", encoding: .utf8) == "kept")
    }

    @Test("no name and - are standard output")
    func standardOutput() throws {
        for name in [nil, "-"] {
            let output = try NamedOutput(name, reading: [root + "/data"], folders: folders)
            #expect(output.isStandardOutput && output.file == nil)
        }
    }

    @Test("two outputs are the same when they lead to one place, there or not yet; two streams are not")
    func same() throws {
        func output(_ name: String) throws -> NamedOutput { try NamedOutput(name, reading: [], folders: folders) }
        func isSame(_ one: String, _ other: String) throws -> Bool { try output(one).isSame(as: output(other)) }
        #expect(try isSame(root + "/other/new.csv", root + "/data/../other/new.csv"))
        #expect(try isSame(root + "/other/own.csv", root + "/other/calls.csv"))
        #expect(try isSame("-", "-"))
        #expect(try !isSame("-", root + "/other/new.csv"))
        #expect(try !isSame("/dev/null", "/dev/null"))
    }

    /// A name that nothing can be written to, and the numbers of the causes that there may be; none where it is none of the
    /// system's.
    private static let impossible: [(file: String, causes: [Int32])] = [
        ("", []), ("ROOT/other", [EISDIR]), ("ROOT/other/", [EISDIR]), ("ROOT/other/calls.csv/x", [ENOTDIR]),
        ("ROOT/other/calls.csv/", [ENOTDIR]), ("ROOT/none/x", [ENOENT]), ("ROOT/none/", [ENOENT]),
        ("ROOT/other/circle", [ELOOP]), ("ROOT/other/LONG", [ENAMETOOLONG]),
        ("/proc/version", [EACCES, EPERM, EROFS, ENOENT]), ("/sys/none", [EACCES, EPERM, EROFS]),
        ("/dev/full", [ENOSPC]),
    ]

    @Test(
        "a name that cannot be meant is refused with its cause; what befalls the writing is a failure",
        arguments: impossible.indices)
    func causes(_ index: Int) throws {
        let (name, causes) = Self.impossible[index]
        let long = String(repeating: "x", count: 300)
        let path = name.replacingOccurrences(of: "ROOT", with: root).replacingOccurrences(of: "LONG", with: long)
        let failure = #expect(throws: Failure.self) {
            try NamedOutput(path, reading: [], folders: folders).write("x".utf8)
        }
        let message = failure?.message ?? ""
        #expect(failure?.code == (causes == [ENOSPC] ? .failure : .usage), "\(path): \(message)")
        #expect(!message.contains("system error"), "\(message)")
        #expect(causes.isEmpty || causes.contains { message.contains(SystemCause($0).english) }, "\(path): \(message)")
        for cause in causes { #expect(!SystemCause(cause).chinese.contains("系统错误"), "\(cause)") }
    }

    @Test("folders are made as far as they are not there, and a file in their place is told")
    func folderMaking() throws {
        #expect(try makeFolders(root + "/other/a/b/c") == 3)
        #expect(try makeFolders(root + "/other/a/b/c") == 0)
        #expect(try makeFolders(root + "/other/folder/x") == 1)
        for (path, cause) in [("calls.csv", ENOTDIR), ("calls.csv/a/b", ENOTDIR), ("circle/a", ELOOP)] {
            let failure = #expect(throws: Failure.self) { try makeFolders(root + "/other/" + path) }
            #expect(failure?.code == .usage && failure?.message.contains(SystemCause(cause).english) == true, "\(path)")
        }
    }

    @Test("a file keeps its rights when it is written anew, and nothing else is left in its folder")
    func rights() throws {
        let (folder, file) = (root + "/other/rights", root + "/other/rights/a.csv")
        try makeFolders(folder)
        try writeFile("one".utf8, to: file)
        #expect(chmod(file, 0o640) == 0)
        try writeFile("two".utf8, to: file)
        var status = stat()
        #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o640)
        #expect(throws: Failure.self) { try writeFile("x".utf8, to: folder + "/" + String(repeating: "x", count: 300)) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.csv"])
    }
}
