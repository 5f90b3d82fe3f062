import Core
import Dashboard
import Foundation
import Glibc
import Synchronization

/// The drill's end of the control socket.
///
/// One thread of its own listens and reads and writes without ever waiting for a peer; the run loop takes whole requests
/// and hands back replies. Everything is bounded: peers, the length of a line, requests that wait, replies not read.
package final class ControlServer: Sendable {
    /// The most peers at a time; one more is told so and let go.
    package static let peerLimit = 8
    /// The most bytes of a request.
    package static let lineLimit = 16 << 10
    /// The most requests of a peer that wait; it is not read from until they are answered.
    package static let waitingLimit = 8
    /// The most bytes of replies that a peer has not taken; beyond them it is let go.
    package static let unreadLimit = 4 << 20

    /// A request and whose it is.
    package struct Ticket: Sendable {
        let peer: UInt64
        /// What is wanted.
        package let request: ControlRequest
    }

    struct State {
        var requests: [Ticket] = []
        var replies: [(peer: UInt64, bytes: [UInt8])] = []
        var isClosed = false
    }

    let state = Mutex(State())
    let folder: String
    let descriptor: Int32
    let wakeLoop: @Sendable () -> Void
    let wakeSelf: WakePipe

    /// Listens in a drill's folder. `wake` is called when a request has come.
    package init(folder: String, wake: @escaping @Sendable () -> Void) throws(DrillProblem) {
        guard let pipe = WakePipe() else {
            throw DrillProblem("control.socket", "the system has no file descriptor left", "系统已无可用的文件描述符")
        }
        self.folder = folder
        wakeLoop = wake
        wakeSelf = pipe
        descriptor = try ControlSocket.listen(in: folder)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        let thread = Thread { [self] in ControlPeers(server: self).run() }
        thread.name = "watchfloor.control"
        thread.start()
    }

    /// The requests that have come, in order.
    package func takeTickets() -> [Ticket] {
        let taken = state.withLock { state in
            defer { state.requests = [] }
            return state.requests
        }
        return taken
    }

    /// Answers a request.
    package func answer(_ ticket: Ticket, _ reply: ControlReply) {
        let bytes = ControlServer.line(reply)
        state.withLock { $0.replies.append((ticket.peer, bytes)) }
        wakeSelf.wake()
    }

    /// Stops listening. Replies under way are still sent as far as they go out at once.
    package func close() {
        let wasClosed = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed
        }
        guard !wasClosed else { return }
        _ = unlink(folder + "/" + DrillFolder.socketName)
        wakeSelf.wake()
    }

    /// A reply as a line.
    static func line(_ reply: ControlReply) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(reply) else { return Array("{\"ok\":false}\n".utf8) }
        return Array(data) + [0x0A]
    }
}
