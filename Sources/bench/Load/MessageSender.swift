import DispatchModel
import Foundation
import Shell
import Synchronization

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
