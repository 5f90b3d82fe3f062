import DispatchModel
import Feeds
import Formats
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import FeedTransports

@Suite("Transports, on real files, pipes and sockets", .full)
struct TransportTests {
    static func line(_ id: some CustomStringConvertible) -> String {
        #"{"kind":"unit.status","id":"\#(id)","time":"\#(RFC3339.text(Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))))","unit":"U\#(id)","status":"clear"}"#
            + "\n"
    }

    /// A folder of the test's own.
    private func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "feeds-\(UUID().uuidString.prefix(8))").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    private func append(_ text: String, to path: String) throws {
        if !FileManager.default.fileExists(atPath: path) {
            try Data(text.utf8).write(to: URL(filePath: path))
            return
        }
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    @Test("A followed file: growth, half lines, rotation, truncation, and a file that comes later")
    func followedFile() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/cad.jsonl"
        let catcher = Catcher()
        let runner = try #require(FeedRunner(FeedSettings(name: "cad", origin: .file(path)), around: catcher.around))
        runner.start()
        defer { runner.stop() }
        try append(Self.line(1) + Self.line(2) + "{\"kind\":", to: path)
        #expect(catcher.wait { catcher.ids == ["1", "2"] })
        try append("\"heartbeat\"}\n" + Self.line(3), to: path)
        #expect(catcher.wait { catcher.ids == ["1", "2", "3"] })
        #expect(catcher.letters.isEmpty, "half a line is no line yet")
        try FileManager.default.moveItem(atPath: path, toPath: path + ".1")
        try append(Self.line(4), to: path + ".1")
        try append(Self.line(5), to: path)
        #expect(catcher.wait { catcher.ids.count == 5 })
        #expect(catcher.ids == ["1", "2", "3", "4", "5"], "the renamed file is read to its end first")
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.truncate(atOffset: 0)
        try handle.close()
        #expect(catcher.wait { runner.progress?.offset == 0 })
        try append(Self.line(6), to: path)
        #expect(catcher.wait { catcher.ids.last == "6" })
        #expect(catcher.ids.count == 6)
        #expect(runner.counts.reopened == 2)
    }

    @Test("It goes on where it was certain what became of what was read, wherever it was stopped")
    func resume() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/cad.jsonl"
        let seed: UInt64 = 77
        var random = Seeded(seed)
        let count = 400
        let text = (0..<count).map(Self.line).joined()
        try append(text, to: path)
        var recorded: [String] = []
        var kept: FileProgress?
        while recorded.count < count {
            let catcher = Catcher()
            let room = Int.random(in: 1...120, using: &random)
            let start = kept.map { $0.inode == 1 ? 0 : Int($0.offset) } ?? 0
            let lines = text.utf8.dropFirst(start).count { $0 == 0x0A }
            // What is offered again is refused as known; the machine stops so many new ones behind it.
            let again = recorded.count - (count - lines)
            #expect(again >= 0, "seed \(seed): progress is never ahead")
            catcher.dies(after: again + room)
            let runner = try #require(
                FeedRunner(FeedSettings(name: "cad", origin: .file(path)), around: catcher.around, resume: kept))
            runner.start()
            let wanted = min(again + room, lines)
            #expect(catcher.wait { catcher.ids.count == wanted }, "seed \(seed)")
            // The journal was cut off in the middle; progress was kept now and then, and is never ahead.
            if random.once(in: 2) { kept = runner.progress }
            runner.stop()
            // What was recorded before is offered again, and the journal refuses doubles.
            recorded += catcher.ids.filter { !recorded.contains($0) }
            if kept == nil, random.once(in: 3) { kept = FileProgress(inode: 1, offset: 5) }
        }
        #expect(recorded == (0..<count).map { "\($0)" }, "seed \(seed): nothing lost, nothing twice")
    }

    @Test("A named pipe outlives its writers")
    func fifo() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/pipe"
        let catcher = Catcher()
        let runner = try #require(FeedRunner(FeedSettings(name: "p", origin: .fifo(path)), around: catcher.around))
        mkfifo(path, 0o600)
        runner.start()
        defer { runner.stop() }
        for round in 1...3 {
            let handle = try #require(FileHandle(forWritingAtPath: path))
            try handle.write(contentsOf: Data((Self.line(round) + "no json\n").utf8))
            try handle.close()
            #expect(catcher.wait { catcher.ids.count == round && catcher.letters.count == round })
        }
        #expect(catcher.letters[0].english.hasPrefix("byte 1"))
    }

    @Test("TCP and Unix sockets take several senders at once, and a last line without its end")
    func sockets() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for origin in [FeedOrigin.tcp(host: "127.0.0.1", port: 0), .unixSocket(folder + "/s")] {
            let catcher = Catcher()
            let runner = try #require(FeedRunner(FeedSettings(name: "s", origin: origin), around: catcher.around))
            runner.start()
            defer { runner.stop() }
            let clients = try (0..<5).map { _ in try client(origin, runner, catcher) }
            for (number, client) in clients.enumerated() {
                let text = Array((Self.line("\(number)a") + Self.line("\(number)b").dropLast()).utf8)
                #expect(write(client, text, text.count) == text.count)
                close(client)
            }
            #expect(catcher.wait { catcher.ids.count == 10 })
            #expect(Set(catcher.ids).count == 10)
        }
        var status = stat()
        #expect(stat(folder + "/s", &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test("A socket or a pipe whose name is taken away is there again, and who was connected stays so")
    func nameTakenAway() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let catcher = Catcher()
        let (socket, pipe) = (folder + "/s", folder + "/p")
        let origins = [FeedOrigin.unixSocket(socket), .fifo(pipe)]
        let runners = try origins.map { origin in
            try #require(FeedRunner(FeedSettings(name: "s", origin: origin), around: catcher.around))
        }
        for runner in runners { runner.start() }
        defer { for runner in runners { runner.stop() } }
        let early = try client(.unixSocket(socket), runners[0], catcher)
        #expect(catcher.wait { FileManager.default.fileExists(atPath: pipe) })
        #expect(unlink(socket) == 0 && unlink(pipe) == 0)
        let late = try client(.unixSocket(socket), runners[0], catcher)
        var writer: Int32 = -1
        #expect(
            catcher.wait {
                writer = open(pipe, O_WRONLY | O_NONBLOCK)
                return writer >= 0
            })
        for (number, descriptor) in [early, late, writer].enumerated() {
            let text = Array(Self.line(number).utf8)
            #expect(write(descriptor, text, text.count) == text.count)
            close(descriptor)
        }
        #expect(catcher.wait { catcher.ids.count == 3 })
        #expect(runners.allSatisfy { $0.counts.reopened == 1 })
    }

    /// A connection to a feed that listens.
    private func client(_ origin: FeedOrigin, _ runner: FeedRunner, _ catcher: Catcher) throws -> Int32 {
        switch origin {
        case .unixSocket(let path):
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            let isConnected = catcher.wait {
                withUnsafePointer(to: &address) {
                    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
                    }
                }
            }
            #expect(isConnected)
            return descriptor
        default:
            #expect(catcher.wait { runner.port != nil })
            let descriptor = try SocketOpening.connecting("127.0.0.1", try #require(runner.port))
            var waited = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            #expect(poll(&waited, 1, 60_000) == 1)
            return descriptor
        }
    }

    @Test("A full console holds the sender back and loses nothing")
    func backPressure() throws {
        let catcher = Catcher()
        catcher.makeRoom(10)
        let runner = try #require(
            FeedRunner(FeedSettings(name: "s", origin: .tcp(host: "127.0.0.1", port: 0)), around: catcher.around))
        runner.start()
        defer { runner.stop() }
        let client = try client(.tcp(host: "127.0.0.1", port: 0), runner, catcher)
        for numbers in [0..<10, 10..<200] {
            let text = Array(numbers.map(Self.line).joined().utf8)
            #expect(write(client, text, text.count) == text.count)
            #expect(catcher.wait { catcher.ids.count == 10 })
        }
        #expect(catcher.wait { runner.counts.heldBack > 3 })
        #expect(catcher.ids.count == 10)
        catcher.makeRoom(1000)
        #expect(catcher.wait { catcher.ids.count == 200 })
        #expect(catcher.ids == (0..<200).map { "\($0)" })
        close(client)
    }

    @Test("Those who say nothing, or never end a line, keep nobody out and put out nobody who speaks")
    func silentClients() throws {
        let catcher = Catcher()
        let origin = FeedOrigin.tcp(host: "127.0.0.1", port: 0)
        let runner = try #require(FeedRunner(FeedSettings(name: "s", origin: origin), around: catcher.around))
        runner.start()
        defer { runner.stop() }
        let good = try client(origin, runner, catcher)
        func says(_ number: Int, _ client: Int32) {
            let text = Array(Self.line(number).utf8)
            #expect(write(client, text, text.count) == text.count)
            #expect(catcher.wait { catcher.ids.last == "\(number)" })
        }
        says(1, good)
        var idle: [Int32] = []
        for number in 0..<200 {
            idle.append(try client(origin, runner, catcher))
            var byte = UInt8(ascii: "{")
            if number % 2 == 0 { _ = write(idle[number], &byte, 1) }
        }
        #expect(catcher.wait { runner.counts.turnedAway == Int64(201 - Listener.limit) })
        says(2, good)
        let late = try client(origin, runner, catcher)
        says(3, late)
        says(4, good)
        #expect(catcher.letters.isEmpty)
        for client in idle + [good, late] { close(client) }
    }

    @Test("Other machines are not let in unless that is asked for")
    func loopback() {
        let refused = #expect(throws: FeedTrouble.self) { try SocketOpening.listening("0.0.0.0", 0, isPublic: false) }
        #expect(refused?.english.contains("public = true") == true)
    }

    @Test("A gpsd is asked, lost, and asked again")
    func gpsd() throws {
        let server = try SocketOpening.listening("127.0.0.1", 0, isPublic: false)
        defer { close(server) }
        var settings = FeedSettings(
            name: "g", origin: .gpsd(host: "127.0.0.1", port: try #require(SocketOpening.port(of: server))))
        settings.words = WordMapping(words: ["unit": ["*": "A12"]])
        let catcher = Catcher()
        let runner = try #require(FeedRunner(settings, around: catcher.around))
        runner.start()
        defer { runner.stop() }
        for round in 1...2 {
            var waited = readable(server)
            #expect(poll(&waited, 1, 60_000) == 1)
            let connection = accept(server, nil, nil)
            var question = [UInt8](repeating: 0, count: 200)
            #expect(read(connection, &question, question.count) > 0)
            #expect(String(decoding: question, as: UTF8.self).hasPrefix("?WATCH="))
            let time = RFC3339.text(Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))
            let text = Array(
                "{\"class\":\"VERSION\"}\n{\"class\":\"TPV\",\"mode\":3,\"time\":\"\(time)\",\"lat\":31,\"lon\":121}\n"
                    .utf8)
            #expect(write(connection, text, text.count) == text.count)
            close(connection)
            #expect(catcher.wait { catcher.ids.count == round })
        }
    }
}

@Suite("Dead letters")
struct DeadLetterTests {
    @Test("They are kept up to the limit, shown as they came, sent again once")
    func store() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dead-\(UUID().uuidString.prefix(8))").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = DeadLetterStore(folder: folder)
        let fault = MessageFault(
            path: "unit", found: "x", foundChinese: "x", expected: "y", expectedChinese: "y")
        let messages: [[UInt8]] = [Array("text \u{0}\u{1B}[31m é".utf8), [0xFF, 0x00, 0x80], []]
        for bytes in messages {
            #expect(store.keep(DeadLetter(feed: "cad", at: Timestamp(seconds: 5), fault: fault, bytes: bytes)))
        }
        #expect(store.letters().map(\.bytes) == messages)
        #expect(store.letters().map(\.number) == [1, 2, 3])
        #expect(store.letter(2)?.english == fault.english)
        #expect(store.resend(2) && !store.resend(2))
        #expect(store.takeResent(of: "other").isEmpty)
        #expect(DeadLetterStore(folder: folder).takeResent(of: "cad").map(\.bytes) == [messages[1]])
        #expect(store.takeResent(of: "cad").map(\.bytes) == [messages[1]], "not settled, so not lost with its taker")
        #expect(store.takeResent(of: "cad").isEmpty, "under way")
        store.putBack(2)
        #expect(store.takeResent(of: "cad").count == 1)
        store.settle(2)
        #expect(store.takeResent(of: "cad").isEmpty && DeadLetterStore(folder: folder).takeResent(of: "cad").isEmpty)
        let one = DeadLetter(feed: "cad", at: .epoch, fault: fault, bytes: [1])
        let most = DeadLetterStore.limit + DeadLetterStore.limit / 4
        #expect(store.numbers(keeping: Array(repeating: one, count: most - 2))?.last == Int64(most) + 1)
        #expect(store.count == most && store.removed == 0)
        #expect(store.keep(one))
        #expect(store.count == DeadLetterStore.limit, "the oldest gave way")
        #expect(store.removed == Int64(most + 1 - DeadLetterStore.limit))
        #expect(store.kept.last == Int64(most) + 2 && store.letter(store.kept[0])?.bytes == [1])
        #expect(DeadLetterStore(folder: folder).kept == store.kept)
    }

    @Test("A feed's letters give way to its own alone, and those of a batch are kept together or not at all")
    func quota() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dead-\(UUID().uuidString.prefix(8))").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = DeadLetterStore(folder: folder)
        let fault = MessageFault(path: "", found: "x", foundChinese: "x", expected: "y", expectedChinese: "y")
        func letter(_ feed: String, _ text: String) -> DeadLetter {
            DeadLetter(feed: feed, at: .epoch, fault: fault, bytes: Array(text.utf8))
        }
        #expect(store.numbers(keeping: (0..<50).map { letter("good", "g\($0)") }) == Array(1...50))
        for round in 0..<5 {
            #expect(store.numbers(keeping: (0..<700).map { letter("bad", "b\(round) \($0)") }) != nil)
        }
        let kept = store.letters()
        #expect(kept.filter { $0.feed == "good" }.map(\.number) == Array(1...50))
        #expect(kept.filter { $0.feed == "bad" }.count >= DeadLetterStore.limit)
        #expect(kept.last.map { String(decoding: $0.bytes, as: UTF8.self) } == "b4 699")
        #expect(store.removed + Int64(store.count) == 3550)
        // A line that was not written to its end is no letter, and hides none that follows.
        let handle = try #require(FileHandle(forWritingAtPath: folder + "/good.letters"))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(#"{"number":9999,"feed":"go"#.utf8))
        try handle.close()
        #expect(store.numbers(keeping: [letter("good", "late")]) == [3551])
        #expect(store.letter(3551)?.feed == "good" && store.letter(9999) == nil && store.letter(50)?.feed == "good")
    }

    @Test("Letters of earlier versions, a file each, are still there, and can be sent again and removed")
    func earlier() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dead-\(UUID().uuidString.prefix(8))").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let text = #"{"feed":"cad","at":"2026-11-28T20:00:00Z","english":"e","chinese":"c","length":2,"text":"{}"}"#
        for number in [4, 7] { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(number).json")) }
        let store = DeadLetterStore(folder: folder)
        let fault = MessageFault(path: "", found: "x", foundChinese: "x", expected: "y", expectedChinese: "y")
        #expect(store.number(keeping: DeadLetter(feed: "cad", at: .epoch, fault: fault, bytes: [])) == 8)
        #expect(store.letters().map(\.number) == [4, 7, 8])
        #expect(store.remove(4) && store.resend(7) && store.kept == [8])
        #expect(store.takeResent(of: "cad").map(\.bytes) == [Array("{}".utf8)])
    }

    @Test("Numbers are given once, also by several stores at once and after a letter has gone")
    func numbers() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dead-\(UUID().uuidString.prefix(8))").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let fault = MessageFault(path: "", found: "x", foundChinese: "x", expected: "y", expectedChinese: "y")
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for number in 0..<40 {
                        let bytes = Array("\(writer) \(number)".utf8)
                        let letter = DeadLetter(feed: "cad", at: .epoch, fault: fault, bytes: bytes)
                        #expect(DeadLetterStore(folder: folder).keep(letter))
                    }
                }
            }
        }
        let store = DeadLetterStore(folder: folder)
        #expect(store.letters().map(\.number) == Array(1...160))
        #expect(Set(store.letters().map(\.bytes)).count == 160, "none was written over another")
        #expect(store.remove(160) && !store.remove(160) && store.resend(159))
        #expect(store.takeResent(of: "cad").count == 1)
        #expect(store.keep(DeadLetter(feed: "cad", at: .epoch, fault: fault, bytes: [])))
        #expect(store.letters().last?.number == 161)
    }

    @Test("A letter is kept whole up to 4 MiB, and says when it is not; all together have a bound")
    func sizes() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dead-\(UUID().uuidString.prefix(8))").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let fault = MessageFault(path: "", found: "x", foundChinese: "x", expected: "y", expectedChinese: "y")
        let store = DeadLetterStore(folder: folder)
        for count in [DeadLetter.limit, DeadLetter.limit + 1] {
            let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
            #expect(store.keep(DeadLetter(feed: "cad", at: .epoch, fault: fault, bytes: bytes)))
        }
        #expect(store.letters().map(\.isWhole) == [true, false])
        #expect(store.letters().map(\.length) == [DeadLetter.limit, DeadLetter.limit + 1])
        let small = DeadLetterStore(folder: folder + "/small", byteLimit: 10_000)
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 2900)
        for _ in 0..<5 {
            #expect(small.keep(DeadLetter(feed: "cad", at: .epoch, fault: fault, bytes: bytes)))
        }
        #expect(small.removed == 2, "10,000 bytes and a quarter hold four of 3,000; then three are kept")
        #expect(small.letters().map(\.number) == [3, 4, 5])
    }

    @Test("What is sent again goes through its feed")
    func resent() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dead-\(UUID().uuidString.prefix(8))").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = DeadLetterStore(folder: folder)
        let fault = MessageFault(path: "", found: "x", foundChinese: "x", expected: "y", expectedChinese: "y")
        let line = Array(TransportTests.line("again").dropLast().utf8)
        #expect(store.keep(DeadLetter(feed: "cad", at: .epoch, fault: fault, bytes: line)))
        #expect(store.resend(1))
        let catcher = Catcher()
        let settings = FeedSettings(name: "cad", origin: .tcp(host: "127.0.0.1", port: 0))
        let runner = try #require(FeedRunner(settings, around: catcher.around, letters: store))
        runner.start()
        defer { runner.stop() }
        #expect(catcher.wait { catcher.ids == ["again"] })
    }
}
