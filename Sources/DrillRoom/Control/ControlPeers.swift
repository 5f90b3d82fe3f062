import Foundation
import Glibc

/// The peers of a control server, on its own thread.
final class ControlPeers {
    private struct Peer {
        let id: UInt64
        let descriptor: Int32
        var input = LineBuffer(limit: ControlServer.lineLimit)
        var output: [UInt8] = []
        var waiting = 0
        /// To be let go once what is under way has been sent.
        var isLeaving = false
        var isGone = false
    }

    private let server: ControlServer
    private var peers: [Peer] = []
    private var nextID: UInt64 = 1

    init(server: ControlServer) {
        self.server = server
    }

    /// Serves until the server is closed.
    func run() {
        while true {
            let ready = wait()
            server.wakeSelf.drain()
            let isClosed = server.state.withLock { $0.isClosed }
            if ready.listening, !isClosed { accept() }
            for index in peers.indices where ready.readable.contains(peers[index].id) { read(&peers[index]) }
            for index in peers.indices where ready.gone.contains(peers[index].id) { peers[index].isGone = true }
            takeReplies()
            for index in peers.indices { send(&peers[index]) }
            for peer in peers where peer.isGone { close(peer.descriptor) }
            peers.removeAll(where: \.isGone)
            if isClosed { break }
        }
        for peer in peers { close(peer.descriptor) }
        close(server.descriptor)
    }

    /// Waits for something to do.
    private func wait() -> (listening: Bool, readable: Set<UInt64>, gone: Set<UInt64>) {
        var polled = [
            pollfd(fd: server.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: server.wakeSelf.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        for peer in peers {
            // Whoever asks faster than is answered waits in the socket.
            var events = peer.waiting < ControlServer.waitingLimit && !peer.isLeaving ? Int16(POLLIN) : 0
            if !peer.output.isEmpty { events |= Int16(POLLOUT) }
            polled.append(pollfd(fd: peer.descriptor, events: events, revents: 0))
        }
        _ = poll(&polled, nfds_t(polled.count), -1)
        func ids(with events: Int32) -> Set<UInt64> {
            Set(zip(peers, polled.dropFirst(2)).filter { $1.revents & Int16(events) != 0 }.map(\.0.id))
        }
        return (polled[0].revents != 0, ids(with: POLLIN), ids(with: POLLHUP | POLLERR))
    }

    private func accept() {
        let descriptor = Glibc.accept(server.descriptor, nil, nil)
        guard descriptor >= 0 else { return }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        // The file's mode keeps others out; root, and systems that do not look at the mode, are kept out here.
        guard ControlSocket.peer(of: descriptor) == geteuid() else { return refuse(descriptor, ControlPeers.stranger) }
        guard peers.count < ControlServer.peerLimit else { return refuse(descriptor, ControlPeers.tooMany) }
        peers.append(Peer(id: nextID, descriptor: descriptor))
        nextID += 1
    }

    private static let stranger = DrillProblem(
        "control.stranger", "only the user who runs the drill may drive it", "仅启动演练的用户可控制")
    private static let tooMany = DrillProblem("control.busy", "too many trainers are connected", "连接的导调端过多")
    private static let overlong = DrillProblem(
        "control.line", "a request is one line of at most \(ControlServer.lineLimit) bytes",
        "请求须为一行，至多 \(ControlServer.lineLimit) 字节")
    private static let malformed = DrillProblem(
        "control.json", "this is no request: a JSON object with \"do\" is wanted", "无法识别的请求：应为含 \"do\" 的 JSON 对象")

    private func refuse(_ descriptor: Int32, _ problem: DrillProblem) {
        let bytes = ControlServer.line(ControlReply(problem))
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        close(descriptor)
    }

    private func read(_ peer: inout Peer) {
        var bytes = [UInt8](repeating: 0, count: 8192)
        let count = recv(peer.descriptor, &bytes, bytes.count, 0)
        if count < 0, errno != EAGAIN, errno != EINTR { peer.isGone = true }
        // A peer that has said all it will may still be waiting for the answers.
        if count == 0 { peer.isLeaving = true }
        guard count > 0 else { return }
        peer.input.add(bytes[..<count])
        while let line = peer.input.next() { takeLine(line, &peer) }
        guard peer.input.isOverlong else { return }
        peer.output += ControlServer.line(ControlReply(ControlPeers.overlong))
        peer.isLeaving = true
    }

    /// One request: handed to the run loop, or answered here when it is none.
    private func takeLine(_ line: [UInt8], _ peer: inout Peer) {
        guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) else { return }
        do {
            let request = try JSONDecoder().decode(ControlRequest.self, from: Data(line)).checked()
            peer.waiting += 1
            let ticket = ControlServer.Ticket(peer: peer.id, request: request)
            server.state.withLock { $0.requests.append(ticket) }
            server.wakeLoop()
        } catch let problem as DrillProblem {
            peer.output += ControlServer.line(ControlReply(problem))
        } catch {
            peer.output += ControlServer.line(ControlReply(ControlPeers.malformed))
        }
    }

    private func takeReplies() {
        let replies = server.state.withLock { state in
            defer { state.replies = [] }
            return state.replies
        }
        for reply in replies {
            guard let index = peers.firstIndex(where: { $0.id == reply.peer }) else { continue }
            peers[index].waiting -= 1
            peers[index].output += reply.bytes
        }
    }

    private func send(_ peer: inout Peer) {
        while !peer.output.isEmpty, !peer.isGone {
            let count = Glibc.send(peer.descriptor, peer.output, peer.output.count, Int32(MSG_NOSIGNAL))
            if count > 0 {
                peer.output.removeFirst(count)
            } else if errno == EINTR {
                continue
            } else {
                if errno != EAGAIN { peer.isGone = true }
                break
            }
        }
        if peer.output.count > ControlServer.unreadLimit || (peer.isLeaving && peer.output.isEmpty && peer.waiting == 0)
        {
            peer.isGone = true
        }
    }
}
