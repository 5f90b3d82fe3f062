import Core
import DispatchModel
import Foundation
import Shell
import Synchronization

/// A live board as big as another one, in a folder of its own, that a feed speaks to while a console is open on it.
struct FedBoard {
    /// Sends the feed's messages.
    let sender: MessageSender
    private let folder: String
    private let start = ContinuousClock.now

    /// The feed's name.
    private static let feed = "load"

    /// Fills a folder with a live board as big as the one of a data folder, for a feed of so many messages a second.
    init(like dataFolder: String, rate: Int) throws {
        folder = FileManager.default.temporaryDirectory.path + "/watchfloor-keys-\(getpid())"
        let callsigns = try FedBoard.fill(folder, like: dataFolder)
        sender = MessageSender(path: FedBoard.socket(in: folder), rate: rate, callsigns: callsigns)
    }

    private static func socket(in folder: String) -> String { folder + "/feed.sock" }

    /// Fills a folder; returns the callsigns of the board's units.
    private static func fill(_ folder: String, like dataFolder: String) throws -> [String] {
        let like = try openJournal(dataFolder, watching: true)
        defer { like.journal.close() }
        let board = like.opened.board
        guard board.units.count > 0 else {
            throw Failure(
                .usage, say("\(dataFolder) has no units", "\(dataFolder) 中没有警力"),
                remedy: say("make one with bench board", "请先用 bench board 生成"))
        }
        let open = try openJournal(folder)
        defer { open.journal.close() }
        var load = BenchmarkLoad(
            incidents: board.incidents.elements.count(where: \.isOpen), units: board.units.count, start: wallTime(),
            mode: .live)
        let core = EventCore(board: open.opened.board, writer: JournalWriter(journal: open.journal) {})
        try load.fill(core)
        return core.shown.units.elements.map(\.callsign)
    }

    /// What a console is given to open it and to run the feed.
    var options: [String] {
        ["--data-dir", folder, "--feed", "\(FedBoard.feed)=unix:\(FedBoard.socket(in: folder))"]
    }

    /// How many messages were sent since it was made, and how many facts of them are in the journal, in words.
    func account() throws -> String {
        let seconds = Double((ContinuousClock.now - start).components.seconds)
        let open = try openJournal(folder, watching: true)
        defer { open.journal.close() }
        let recorded = try open.journal.count(from: FedBoard.feed)
        let sent = sender.sent
        let rate = String(format: "%.0f", Double(sent.messages) / max(1, seconds))
        return say(
            "\(sent.messages) messages sent, \(rate)/s; of \(sent.facts) facts \(recorded) in the journal",
            "已发送消息 \(sent.messages) 条，每秒 \(rate) 条；事实 \(sent.facts) 条，日志中 \(recorded) 条")
    }

    /// Takes the folder away.
    func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

extension EventJournal {
    /// How many records of another system it has.
    func count(from source: String) throws -> Int {
        var (count, last) = (0, SourceKey?.none)
        while true {
            let keys = try journalStep { () throws(JournalError) in try sourceKeys(after: last, limit: 10_000) }
            guard let end = keys.last else { return count }
            (count, last) = (count + keys.count { $0.source == source }, end)
        }
    }
}

/// Sends made-up messages to a feed's Unix socket at a rate, from a thread of its own, as another system would.
final class MessageSender: Sendable {
    private struct State {
        var sent = 0
        var facts = 0
        var isStopped = false
    }

    private let path: String
    private let rate: Int
    private let callsigns: [String]
    private let state = Mutex(State())
    private let ended = DispatchGroup()

    init(path: String, rate: Int, callsigns: [String]) {
        self.path = path
        self.rate = rate
        self.callsigns = callsigns
    }

    /// Messages sent so far, and how many of them are facts.
    var sent: (messages: Int, facts: Int) { state.withLock { ($0.sent, $0.facts) } }

    /// Begins to send as soon as the socket is there.
    func start() {
        DispatchQueue(label: "watchfloor.sender").async(group: ended) { [self] in
            let descriptor = connect()
            guard descriptor >= 0 else { return }
            defer { close(descriptor) }
            var feed = MadeUpFeed(callsigns: callsigns)
            var next = wallTime()
            while !state.withLock({ $0.isStopped }) {
                let count = max(1, rate / 100)
                var text = ""
                for _ in 0..<count { text += feed.next(at: wallTime()) + "\n" }
                guard write(text, descriptor) else { return }
                let facts = feed.facts
                state.withLock { ($0.sent, $0.facts) = ($0.sent + count, facts) }
                next = next + Span(milliseconds: 10)
                let wait = (next - wallTime()).milliseconds
                if wait > 0 { Thread.sleep(forTimeInterval: Double(wait) / 1000) }
            }
        }
    }

    /// Ends sending, and waits until it has ended.
    func stop() {
        state.withLock { $0.isStopped = true }
        ended.wait()
    }

    private func connect() -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8.prefix(MemoryLayout.size(ofValue: address.sun_path) - 1))
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        while !state.withLock({ $0.isStopped }) {
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            let result = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            if result == 0 { return descriptor }
            close(descriptor)
            Thread.sleep(forTimeInterval: 0.05)
        }
        return -1
    }

    private func write(_ text: String, _ descriptor: Int32) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            bytes = bytes.dropFirst(count)
        }
        return true
    }
}
