import DispatchModel
import Feeds
import Formats
import Foundation
import TestSupport
import Testing

@testable import FeedTransports

@Suite("What becomes of what was offered")
struct ReceiptTests {

    private func place() throws -> (folder: String, path: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "out-\(UUID().uuidString.prefix(8))").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return (folder, folder + "/cad.jsonl")
    }

    private func write(_ ids: ClosedRange<Int>, to path: String) throws {
        let text = Data(ids.map { TransportTests.line($0) }.joined().utf8)
        guard let handle = FileHandle(forWritingAtPath: path) else { return try text.write(to: URL(filePath: path)) }
        try handle.seekToEnd()
        try handle.write(contentsOf: text)
        try handle.close()
    }

    @Test("A file counts as read up to what is on disk, in order, whatever is certain first")
    func progress() throws {
        let (folder, path) = try place()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let catcher = Catcher()
        catcher.answers(.later)
        let runner = try #require(FeedRunner(FeedSettings(name: "cad", origin: .file(path)), around: catcher.around))
        runner.start()
        defer { runner.stop() }
        try write(1...3, to: path)
        #expect(catcher.wait { catcher.waiting.count == 1 })
        try write(4...4, to: path)
        #expect(catcher.wait { catcher.waiting.count == 2 })
        #expect((runner.progress?.offset ?? 0) == 0, "nothing is on disk yet")
        let end = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int64)
        let last = Int64(TransportTests.line(4).utf8.count)
        catcher.answer { _ in .recorded }
        #expect(catcher.wait { runner.progress?.offset == end - last })
        catcher.answer { _ in .known }
        #expect(catcher.wait { runner.progress?.offset == end })
    }

    @Test("What the console refuses is a dead letter with its reason and its bytes, and may be sent again")
    func refused() throws {
        let (folder, path) = try place()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let catcher = Catcher()
        catcher.answers(.atOnce { $0 == "2" ? .refused(.unknownUnit("U2")) : .recorded })
        let runner = try #require(FeedRunner(FeedSettings(name: "cad", origin: .file(path)), around: catcher.around))
        runner.start()
        defer { runner.stop() }
        let texts = (1...3).map { TransportTests.line($0) }
        try Data(texts.joined().utf8).write(to: URL(filePath: path))
        #expect(catcher.wait { catcher.letters.count == 1 })
        let fault = MessageFault(.unknownUnit("U2"))
        #expect(catcher.letters[0].english == fault.english && catcher.letters[0].chinese == fault.chinese)
        #expect(String(decoding: catcher.letters[0].bytes, as: UTF8.self).contains(#""id":"2""#))
        #expect(runner.counts.refused == 1 && runner.counts.taken == 3)
        catcher.answers(.atOnce { _ in .recorded })
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(texts[..<2].joined().utf8))
        try handle.close()
        #expect(catcher.wait { catcher.ids == ["1", "2", "3", "2"] }, "the refused one is no repetition")
        #expect(catcher.wait { runner.counts.repetitions == 1 })
    }

    @Test("A position of an unknown unit is counted, not kept")
    func refusedPosition() throws {
        let (folder, path) = try place()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let catcher = Catcher()
        catcher.answers(.atOnce { _ in .refused(.unknownUnit("U2")) })
        let runner = try #require(FeedRunner(FeedSettings(name: "avl", origin: .file(path)), around: catcher.around))
        runner.start()
        defer { runner.stop() }
        let time = RFC3339.text(Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))
        let line = #"{"kind":"unit.position","time":"\#(time)","unit":"Z","lat":31,"lon":121}"# + "\n"
        try Data((line + TransportTests.line(1)).utf8).write(to: URL(filePath: path))
        #expect(catcher.wait { runner.counts.refused == 2 && catcher.letters.count == 1 })
    }

    @Test("What failed is offered again, in its order, until it is on disk; only then the file counts as read")
    func failed() throws {
        let (folder, path) = try place()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let catcher = Catcher()
        catcher.answers(.later)
        let runner = try #require(FeedRunner(FeedSettings(name: "cad", origin: .file(path)), around: catcher.around))
        runner.start()
        defer { runner.stop() }
        try write(1...3, to: path)
        #expect(catcher.wait { catcher.waiting.count == 1 })
        for _ in 0..<3 {
            catcher.answer { $0 == "2" ? .failed : .recorded }
            #expect(catcher.wait { catcher.waiting.count == 1 })
            #expect((runner.progress?.offset ?? 0) == 0)
        }
        catcher.answer { $0 == "2" ? .recorded : .known }
        #expect(catcher.wait { (runner.progress?.offset ?? 0) > 0 })
        #expect(catcher.letters.isEmpty)
    }

    @Test("At the end a stream's messages that are not on disk are kept; a file's are read again")
    func end() throws {
        let (folder, path) = try place()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for origin in [FeedOrigin.file(path), .fifo(folder + "/pipe")] {
            let catcher = Catcher()
            catcher.answers(.later)
            let runner = try #require(FeedRunner(FeedSettings(name: "cad", origin: origin), around: catcher.around))
            if case .fifo(let pipe) = origin { mkfifo(pipe, 0o600) }
            runner.start()
            if case .fifo(let pipe) = origin {
                let handle = try #require(FileHandle(forWritingAtPath: pipe))
                try handle.write(contentsOf: Data((TransportTests.line(1) + TransportTests.line(2)).utf8))
                try handle.close()
            } else {
                try write(1...2, to: path)
            }
            #expect(catcher.wait { catcher.ids.count == 2 })
            runner.stop()
            catcher.answer { $0 == "1" ? .recorded : .failed }
            runner.end()
            if case .fifo = origin {
                #expect(catcher.letters.count == 1)
                #expect(catcher.letters.first?.english.contains("before the message was recorded") == true)
            } else {
                #expect(catcher.letters.isEmpty && (runner.progress?.offset ?? 0) == 0)
            }
        }
    }
}

@Suite("Parcels under way")
struct OutboxTests {
    private func parcel(_ count: Int, bytes: Int = 10) -> Parcel {
        var parcel = Parcel()
        for _ in 0..<count {
            let start = parcel.observations.count
            parcel.observations.append(
                Observation(at: .epoch, actor: .feed("f"), content: .status(callsign: "A", status: .clear)))
            [UInt8](repeating: 0x20, count: bytes).withUnsafeBufferPointer {
                parcel.add($0, from: start, isLetter: false)
            }
        }
        return parcel
    }

    @Test("They come out in order; one that says nothing waits for those before it")
    func order() {
        let outbox = Outbox()
        var mark = Parcel()
        mark.progress = FileProgress(inode: 1, offset: 5)
        let numbers = [parcel(1), parcel(2), mark].map { outbox.add($0) }
        outbox.settle(numbers[1], [.recorded, .known])
        #expect(outbox.takeSettled() == nil)
        outbox.settle(numbers[0], [.failed])
        #expect(outbox.takeSettled() == nil)
        #expect(outbox.takeFailed()?.number == numbers[0])
        #expect(outbox.takeFailed() == nil)
        outbox.settle(numbers[0], [.recorded])
        #expect(outbox.takeSettled()?.parcel.lines.count == 1)
        #expect(outbox.takeSettled()?.parcel.lines.count == 2)
        #expect(outbox.takeSettled()?.parcel.progress?.offset == 5)
        #expect(outbox.takeSettled() == nil)
    }

    @Test("It is full by number and by bytes, and has room again")
    func bounds() {
        let outbox = Outbox()
        let numbers = (0..<Outbox.parcelLimit).map { _ in outbox.add(parcel(1)) }
        #expect(outbox.isFull)
        outbox.settle(numbers[0], [.recorded])
        _ = outbox.takeSettled()
        #expect(!outbox.isFull)
        _ = outbox.add(parcel(1, bytes: Outbox.byteLimit))
        outbox.settle(numbers[1], [.recorded])
        _ = outbox.takeSettled()
        #expect(outbox.isFull)
    }
}
