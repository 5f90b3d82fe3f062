import ArgumentParser
import Core
import DispatchModel
import FeedTransports
import Feeds
import Formats
import Foundation
import Shell

/// How fast messages get from a file to the disk, beside another program on the same file in the same run.
struct IngestBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: say(
            "Time messages from a JSON Lines file to the disk, beside another program on the same file.",
            "测量消息从 JSON Lines 文件到落盘的速度，并与另一程序对同一文件的处理作比较。"),
        discussion: say(
            "Runs `watchfloor ingest --feed x=file:` into a fresh journal until the file counts as read: every fact is then in the journal once and on the disk, which is checked. Positions are telemetry: the newest of each unit is taken and sampled; so a second file holds facts alone.",
            "运行 `watchfloor ingest --feed x=file:` 写入新日志，直至文件计为已读：此时每条事实均已落盘且仅一次，并经核对。位置属遥测：每个单元只取最新并采样，故另有一个仅含事实的文件。"
        ))

    @Option(help: ArgumentHelp(say("Messages of each file.", "每个文件的消息数。")))
    var messages = 1_000_000

    @Option(help: ArgumentHelp(say("Rounds; medians are printed.", "轮数，输出中位数。")))
    var rounds = 3

    @Option(
        help: ArgumentHelp(
            say(
                "Another program, which is given the file and a path for its database and says “N/s”.",
                "另一程序：以文件与其数据库路径为参数运行，并输出“N/s”。"), valueName: "command"))
    var peer: String?

    @Option(help: ArgumentHelp(say("Folder to work in; emptied at the end.", "工作目录，结束后清空。"), valueName: "dir"))
    var dir: String?

    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。")))
    var json = false

    func validate() throws {
        try requireCount("--messages", messages, from: 1)
        try requireCount("--rounds", rounds, from: 1)
    }

    private struct Figures {
        var name: String
        var facts = 0
        var bytes = 0
        var own: [Double] = []
        var peer: [Double] = []

        var ownMedian: Double { own.sorted()[own.count / 2] }
        var peerMedian: Double? { peer.isEmpty ? nil : peer.sorted()[peer.count / 2] }
    }

    func run() throws {
        let base = dir ?? FileManager.default.temporaryDirectory.path
        let folder = base + "/watchfloor-benchmark-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var all: [Figures] = []
        for onlyFacts in [false, true] {
            var figures = Figures(name: onlyFacts ? "facts" : "mixed")
            let file = "\(folder)/\(figures.name).jsonl"
            (figures.facts, figures.bytes) = try write(file, onlyFacts: onlyFacts)
            for round in 0..<max(1, rounds) {
                let seconds = try ingest(file, figures, into: "\(folder)/\(figures.name)-\(round)")
                figures.own.append(Double(messages) / seconds)
                if let peer { figures.peer.append(try race(peer, file, "\(folder)/peer-\(figures.name)-\(round).db")) }
            }
            all.append(figures)
        }
        if json { showJSON(all) } else { show(all) }
    }

    /// Writes the messages as if the last minute had brought them.
    private func write(_ file: String, onlyFacts: Bool) throws -> (facts: Int, bytes: Int) {
        guard FileManager.default.createFile(atPath: file, contents: nil),
            let handle = FileHandle(forWritingAtPath: file)
        else { throw Failure(.failure, say("\(file) cannot be written", "无法写入 \(file)")) }
        defer { try? handle.close() }
        var feed = MadeUpFeed(onlyFacts: onlyFacts)
        let start = wallTime() - .seconds(60)
        var (text, bytes) = ("", 0)
        for number in 0..<messages {
            text += feed.next(at: start + Span(milliseconds: Int64(number) * 60_000 / Int64(messages))) + "\n"
            guard text.utf8.count > 1 << 20 || number == messages - 1 else { continue }
            bytes += text.utf8.count
            try handle.write(contentsOf: Data(text.utf8))
            text = ""
        }
        return (feed.facts, bytes)
    }

    /// Seconds from the first read until everything is on the disk.
    private func ingest(_ file: String, _ figures: Figures, into folder: String) throws -> Double {
        try putRoster(into: folder)
        let run = try IngestRun(program: try watchfloorBeside(), file: file, folder: folder)
        let seconds = try run.seconds(reading: Int64(figures.bytes))
        try check(folder, figures, taken: try run.end())
        return seconds
    }

    /// Puts the units that the messages speak of on a live board.
    private func putRoster(into folder: String) throws {
        let open = try openJournal(folder)
        defer { open.journal.close() }
        let core = EventCore(
            board: open.opened.board, writer: JournalWriter(journal: open.journal) {}, showing: .nothing)
        let now = wallTime()
        let mode = Observation(at: now, actor: .system, content: .mode(ModeDeclared(mode: .live)))
        for observation in [mode] + MadeUpFeed.roster(at: now) { core.takeObservation(observation) }
        try journalStep { () throws(JournalError) in _ = try core.flush() }
        core.close()
    }

    /// Every fact is in the journal once; else the time means nothing.
    private func check(_ folder: String, _ figures: Figures, taken: Int?) throws {
        let open = try openJournal(folder, watching: true)
        defer { open.journal.close() }
        let count = try open.journal.count(from: IngestRun.feed)
        guard count == figures.facts, taken == messages else {
            let took = taken.map(String.init) ?? "?"
            throw Failure(
                .failure,
                say(
                    "\(figures.facts) facts, but \(count) in the journal (\(took) of \(messages) messages taken)",
                    "事实 \(figures.facts) 条，日志中 \(count) 条（消息 \(messages) 条，收取 \(took)）"))
        }
    }

    /// The messages a second that another program says it has taken.
    private func race(_ command: String, _ file: String, _ database: String) throws -> Double {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command.split(separator: " ").map(String.init) + [file, database]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self)
        guard process.terminationStatus == 0, let match = text.firstMatch(of: /([0-9.]+)\/s/),
            let rate = Double(match.output.1)
        else {
            throw Failure(.failure, say("\(command) does not say “N/s”: \(text)", "\(command) 未输出“N/s”：\(text)"))
        }
        return rate
    }

    private func show(_ all: [Figures]) {
        print(
            say(
                "messages a second from a file to the disk, medians of \(max(1, rounds)) rounds",
                "每秒从文件到落盘的消息数，\(max(1, rounds)) 轮中位数"))
        for figures in all {
            let size = String(format: "%.0f MB", Double(figures.bytes) / 1e6)
            print(
                say(
                    "\(figures.name): \(messages) messages, \(figures.facts) of them facts, \(size)",
                    "\(figures.name)：消息 \(messages) 条，其中事实 \(figures.facts) 条，\(size)"))
            var line = "    watchfloor " + String(format: "%.0f", figures.ownMedian)
            if let peer = figures.peerMedian {
                line += "   peer " + String(format: "%.0f   ×%.2f", peer, figures.ownMedian / peer)
            }
            print(line)
        }
    }

    private func showJSON(_ all: [Figures]) {
        let files = all.map { figures -> JSON in
            var members: [JSON.Member] = [
                .init(name: "file", value: .string(figures.name)),
                .init(name: "messages", value: .integer(Int64(messages))),
                .init(name: "facts", value: .integer(Int64(figures.facts))),
                .init(name: "bytes", value: .integer(Int64(figures.bytes))),
                .init(name: "messagesPerSecond", value: .array(figures.own.map { .number($0.rounded()) })),
            ]
            if let peer = figures.peerMedian {
                members.append(.init(name: "peerMessagesPerSecond", value: .array(figures.peer.map(JSON.number))))
                members.append(.init(name: "ratio", value: .number(figures.ownMedian / peer)))
            }
            return .object(members)
        }
        print(JSON.object([.init(name: "files", value: .array(files))]).written(indented: true))
    }
}

/// A `watchfloor ingest` that follows one file into the journal of a folder, timed from outside.
final class IngestRun {
    private let process = Process()
    private let errors = Pipe()
    private let folder: String
    private var said = ""

    /// The feed's name.
    static let feed = "benchmark"

    /// Starts it with settings of nobody's, so that no feed and no rule of this machine's user is in it.
    init(program: String, file: String, folder: String) throws {
        self.folder = folder
        process.executableURL = URL(filePath: program)
        process.arguments = [
            "ingest", "--data-dir", folder, "--feed", "\(Self.feed)=file:\(file)", "--log-level", "info", "--locale",
            "en",
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(["XDG_CONFIG_HOME": folder]) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
    }

    /// Waits until it takes in, then until so many bytes of the file count as read: every fact in them is then on the
    /// disk. Gives the seconds between the two.
    func seconds(reading bytes: Int64) throws -> Double {
        while !said.contains(" takes in ") {
            let data = errors.fileHandleForReading.availableData
            guard !data.isEmpty else { throw ended() }
            said += String(decoding: data, as: UTF8.self)
        }
        let start = ContinuousClock.now
        let store = ProgressStore(folder: folder + "/feeds")
        while (store.load(Self.feed)?.offset ?? 0) < bytes {
            guard process.isRunning else { throw ended() }
            usleep(2000)
        }
        return (ContinuousClock.now - start) / .seconds(1)
    }

    /// Asks it to end and waits for that; how many messages it says that it took. Nil when some were refused.
    func end() throws -> Int? {
        process.terminate()
        said += String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ended() }
        return said.firstMatch(of: /benchmark: (\d+) taken, \d+ repeated, 0 dead letters\n/).flatMap { Int($0.1) }
    }

    private func ended() -> Failure {
        Failure(.failure, say("watchfloor ingest has ended: \(said)", "watchfloor ingest 已结束：\(said)"))
    }
}
