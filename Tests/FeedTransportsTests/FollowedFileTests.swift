import DispatchModel
import Feeds
import Formats
import Foundation
import TestSupport
import Testing

@testable import FeedTransports

/// What a writer does to a file, and what the program is stopped for meanwhile: nothing is lost, or it is said.
@Suite("Followed files", .full)
struct FollowedFileTests {
    private let folder: String
    private var path: String { folder + "/cad.jsonl" }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "follow-\(UUID().uuidString.prefix(8))").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func line(_ id: String) -> String { TransportTests.line(id) }
    private func lines(_ ids: String...) -> String { ids.map(line).joined() }

    /// Writes into a file from its front as `>` does: the same file, cut short first.
    private func overwrite(_ path: String, _ bytes: some Sequence<UInt8>) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let bytes = Array(bytes)
        #expect(write(descriptor, bytes, bytes.count) == bytes.count)
        close(descriptor)
    }

    private func append(_ path: String, _ text: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        let bytes = Array(text.utf8)
        #expect(write(descriptor, bytes, bytes.count) == bytes.count)
        close(descriptor)
    }

    private func move(_ from: String, _ to: String) { #expect(rename(folder + from, folder + to) == 0) }

    /// Follows the file while `body` runs; gives what was taken and the letters, and how far it was taken.
    @discardableResult
    private func following(
        _ resume: FileProgress? = nil, _ body: (Catcher, FeedRunner) throws -> Void
    ) throws -> (ids: [String], letters: [DeadLetter], progress: FileProgress?) {
        let catcher = Catcher()
        let runner = try #require(
            FeedRunner(FeedSettings(name: "cad", origin: .file(path)), around: catcher.around, resume: resume))
        runner.start()
        try body(catcher, runner)
        runner.stop()
        runner.end()
        return (catcher.ids, catcher.letters, runner.progress)
    }

    /// Follows until so many were taken.
    private func taking(
        _ count: Int, from resume: FileProgress? = nil
    ) throws -> (ids: [String], letters: [DeadLetter], progress: FileProgress?) {
        try following(resume) { catcher, runner in
            #expect(catcher.wait { catcher.ids.count >= count && runner.progress.map { $0.offset > 0 } ?? false })
        }
    }

    private func kept(_ progress: FileProgress?) throws -> FileProgress {
        let store = ProgressStore(folder: folder + "/kept")
        #expect(store.save(try #require(progress), of: "cad"))
        let loaded = try #require(store.load("cad"))
        #expect(loaded == progress, "what is kept is what was reached")
        return loaded
    }

    @Test(
        "A file that is written over while it is followed, shorter, longer or as long as before, is read from its front"
    )
    func overwritten() throws {
        try append(path, lines("a1", "a2"))
        try following { catcher, _ in
            #expect(catcher.wait { catcher.ids == ["a1", "a2"] })
            try overwrite(path, lines("b1", "b2", "b3", "b4").utf8)
            #expect(catcher.wait { catcher.ids.suffix(4) == ["b1", "b2", "b3", "b4"] })
            try overwrite(path, lines("c1").utf8)
            #expect(catcher.wait { catcher.ids.last == "c1" })
            let first = line("d1")
            try overwrite(path, first.utf8)
            #expect(catcher.wait { catcher.ids.last == "d1" })
            // The same beginning and more.
            try overwrite(path, (first + line("d2")).utf8)
            #expect(catcher.wait { catcher.ids.last == "d2" })
            #expect(catcher.ids.count == 9)
        }
    }

    @Test("Written over while stopped, or another file with the same number: read from its front, and told")
    func overwrittenWhileStopped() throws {
        try append(path, lines("a1", "a2"))
        let first = try taking(2)
        try overwrite(path, lines("b1", "b2", "b3").utf8)
        let second = try taking(3, from: kept(first.progress))
        #expect(second.ids == ["b1", "b2", "b3"])
        #expect(second.letters.count == 1 && second.letters[0].english.contains("where reading stopped"))
    }

    @Test("What was rotated while stopped, once or several times, by renaming or by copying, is read in its order")
    func rotatedWhileStopped() throws {
        try append(path, lines("a1"))
        let first = try taking(1)
        try append(path, lines("a2"))
        move("/cad.jsonl", "/cad.jsonl.3")
        try append(path, lines("m1", "m2"))
        move("/cad.jsonl", "/cad.jsonl.2")
        try append(path, lines("n1"))
        move("/cad.jsonl", "/cad-20261129.jsonl")
        try append(path, lines("o1"))
        // Neither is a rotated file of this one.
        try append(folder + "/other.jsonl", lines("x1"))
        try append(folder + "/cad.jsonl.lock", "nobody's\n")
        let second = try taking(5, from: kept(first.progress))
        #expect(second.ids == ["a2", "m1", "m2", "n1", "o1"])
        #expect(second.letters.isEmpty)
        // Cut short behind a copy.
        try append(path, lines("p1"))
        #expect(Glibc.system("cp '\(path)' '\(path).1'") == 0)
        try overwrite(path, lines("q1").utf8)
        let third = try taking(2, from: kept(second.progress))
        #expect(third.ids == ["p1", "q1"])
    }

    @Test("What is written to a rotated file afterwards is read, also after a restart")
    func writtenOn() throws {
        try append(path, lines("a1"))
        let first = try following { catcher, _ in
            #expect(catcher.wait { catcher.ids == ["a1"] })
            move("/cad.jsonl", "/cad.jsonl.1")
            try append(path, lines("b1"))
            #expect(catcher.wait { catcher.ids == ["a1", "b1"] })
            try append(path + ".1", lines("a2"))
            #expect(catcher.wait { catcher.ids == ["a1", "b1", "a2"] })
        }
        try append(path + ".1", lines("a3"))
        try append(path, lines("b2"))
        let second = try taking(2, from: kept(first.progress))
        #expect(Set(second.ids) == ["a3", "b2"])
    }

    @Test("Cut short behind a copy while followed: what was not read yet is read from the copy")
    func copied() throws {
        try append(path, lines("a1"))
        try following { catcher, runner in
            #expect(catcher.wait { catcher.ids == ["a1"] && runner.progress.map { $0.offset > 0 } ?? false })
            catcher.makeRoom(0)
            try append(path, lines("a2", "a3"))
            #expect(catcher.wait { runner.counts.heldBack > 0 })
            try append(path, lines("a4"))
            #expect(Glibc.system("cp '\(path)' '\(path).1'") == 0)
            try overwrite(path, lines("b1").utf8)
            catcher.makeRoom(100)
            #expect(catcher.wait { catcher.ids.count == 5 })
            #expect(Set(catcher.ids) == ["a1", "a2", "a3", "a4", "b1"])
        }
    }

    @Test("Byte order marks, zero bytes in front of, within and behind lines, and a last line without its end", .full)
    func oddBytes() throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let zeros = [UInt8](repeating: 0, count: 3 << 20)
        var bytes = mark + Array(line("1").utf8) + mark + Array(line("2").utf8)
        bytes += zeros + Array(line("3").utf8) + Array("{\"kind\":".utf8) + [0, 0, 0] + Array(line("4").utf8)
        bytes += Array(line("5").dropLast().utf8)
        try overwrite(path, bytes)
        try following { catcher, _ in
            #expect(catcher.wait { catcher.ids == ["1", "2", "3", "4", "5"] })
            #expect(catcher.letters.count == 1, "half a line is told of")
            try append(path, "\n" + line("6"))
            #expect(catcher.wait { catcher.ids.last == "6" })
            // A writer that goes on where it was after somebody else has cut the file short leaves a hole.
            let writer = open(path, O_WRONLY)
            lseek(writer, 0, SEEK_END)
            #expect(truncate(path, 0) == 0)
            let text = Array(line("7").utf8)
            #expect(write(writer, text, text.count) == text.count)
            close(writer)
            #expect(catcher.wait { catcher.ids.last == "7" })
            #expect(catcher.letters.count == 1)
        }
    }

    @Test("Room that was taken for a file beforehand is no text yet")
    func preallocated() throws {
        try overwrite(path, Array(line("1").utf8) + [UInt8](repeating: 0, count: 100_000))
        try following { catcher, _ in
            #expect(catcher.wait { catcher.ids == ["1"] })
            let writer = open(path, O_WRONLY)
            lseek(writer, off_t(line("1").utf8.count), SEEK_SET)
            let text = Array(line("2").utf8)
            #expect(write(writer, text, text.count) == text.count)
            close(writer)
            #expect(catcher.wait { catcher.ids == ["1", "2"] })
            #expect(catcher.letters.isEmpty)
        }
    }

    @Test("UTF-16 is told of once, not taken for thousands of bad lines", .full, arguments: [true, false])
    func wide(hasMark: Bool) throws {
        let text = (0..<200).map { line("\($0)") }.joined()
        let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        try overwrite(path, (hasMark ? [0xFF, 0xFE] : []) + bytes)
        try following { catcher, runner in
            #expect(catcher.wait { runner.counts.trouble?.english.contains("UTF-16") ?? false })
            #expect(catcher.wait { catcher.letters.count == 1 })
            #expect(unlink(path) == 0)
            try append(path, lines("a1"))
            #expect(catcher.wait { catcher.ids == ["a1"] && runner.counts.trouble == nil })
            #expect(catcher.letters.count == 1)
        }
    }

    @Test("A file that goes is told of and taken up again when it returns, with its folder too")
    func returning() throws {
        try append(path, lines("a1"))
        try following { catcher, runner in
            #expect(catcher.wait { catcher.ids == ["a1"] })
            try FileManager.default.removeItem(atPath: folder)
            #expect(catcher.wait { runner.counts.trouble?.english.contains("is gone") ?? false })
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try append(path, lines("b1"))
            #expect(catcher.wait { catcher.ids == ["a1", "b1"] && runner.counts.trouble == nil })
        }
    }

    @Test("While letters cannot be kept nothing counts as read; then all of them are there")
    func unkept() throws {
        try append(path, lines("a1") + "bad\n")
        try following { catcher, runner in
            catcher.keepsLetters(false)
            try append(path, "worse\n" + lines("a2"))
            #expect(catcher.wait { catcher.ids == ["a1", "a2"] })
            catcher.keepsLetters(true)
            #expect(catcher.wait { catcher.letters.count == 2 })
            let end = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int64)
            #expect(catcher.wait { runner.progress?.offset == end })
            #expect(runner.counts.lostLetters == 0)
            #expect(catcher.own == ["+watchfloor.refusals/cad"], "one alert, however many are refused")
        }
    }

    @Test("An id used again with another content is offered: the board decides; the same content is a repetition")
    func usedAgain() throws {
        let first = line("1")
        try following { catcher, runner in
            catcher.answers(.atOnce { _ in .refused(.contradiction) })
            try append(path, first + first + first.replacingOccurrences(of: "clear", with: "en-route"))
            #expect(catcher.wait { runner.counts.refused == 2 })
            #expect(catcher.ids == ["1", "1"])
            #expect(runner.counts.taken == 2 && runner.counts.repetitions == 1)
        }
    }
}
