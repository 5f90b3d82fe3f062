import DispatchModel
import Feeds
import Glibc

/// Takes lines from everybody who connects to a socket, each in turn, so that one fast sender does not keep out others.
final class Listener {
    /// The most connections at once. For a further one another is closed: of those that never sent a line the oldest,
    /// else the one whose last line lies back the longest. So nobody keeps out others by saying nothing, and who speaks
    /// is not put out by those who do not.
    static let limit = 64

    private struct Connection {
        var descriptor: Int32
        /// When it last sent a whole line, or else was opened.
        var heard: Timestamp
        var hasSpoken = false
        /// False until it has shown the token that is asked for.
        var isKnown: Bool
        var splitter = LineSplitter()

        func goes(before other: Connection) -> Bool {
            hasSpoken == other.hasSpoken ? heard < other.heard : !hasSpoken
        }
    }

    private let pump: FeedPump
    private let errand: Errand
    private let state: FeedState
    private let doorkeeper: Doorkeeper
    private var connections: [Connection] = []
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

    init(_ pump: FeedPump, _ errand: Errand, _ state: FeedState, _ doorkeeper: Doorkeeper) {
        self.pump = pump
        self.errand = errand
        self.state = state
        self.doorkeeper = doorkeeper
    }

    deinit {
        for connection in connections { close(connection.descriptor) }
        buffer.deallocate()
    }

    /// Listens until it is stopped; a socket that cannot be opened is tried again, and one whose name at a path has gone is
    /// opened anew. Who is connected stays so.
    func listen(at path: String? = nil, _ open: () throws(FeedTrouble) -> Int32) {
        var backoff = Backoff()
        var random = SystemRandomNumberGenerator()
        while !pump.stopper.isStopped {
            do throws(FeedTrouble) {
                let socket = try open()
                state.port.withLock { $0 = SocketOpening.port(of: socket) }
                pump.note(nil as FeedTrouble?)
                backoff.reset()
                serve(socket, path.flatMap(NamedOrigin.init))
                close(socket)
                if !pump.stopper.isStopped { pump.noteReopened() }
            } catch {
                pump.note(error)
                errand.rest(milliseconds: backoff.wait(using: &random))
            }
        }
    }

    /// Serves until it is stopped, or until nobody can find the socket any more.
    private func serve(_ socket: Int32, _ name: NamedOrigin?) {
        while !pump.stopper.isStopped {
            let waited = [readable(socket)] + connections.map { readable($0.descriptor) }
            let ready = pump.stopper.wait(waited, milliseconds: Errand.interval)
            errand.run()
            for index in connections.indices.reversed() where ready[index + 1] != 0 && !pump.stopper.isStopped {
                if !readSome(index) { connections.remove(at: index) }
            }
            if ready[0] != 0 {
                accept(socket)
            } else if let name, !name.isThere {
                return
            }
        }
    }

    private func accept(_ socket: Int32) {
        let descriptor = Glibc.accept(socket, nil, nil)
        guard descriptor >= 0 else { return }
        becomeOurs(descriptor)
        guard doorkeeper.lets(descriptor) else {
            close(descriptor)
            return pump.noteStranger("a program of a user who may not speak", "无权发送的用户的程序")
        }
        if connections.count >= Listener.limit,
            let index = connections.indices.min(by: { connections[$0].goes(before: connections[$1]) })
        {
            close(connections[index].descriptor)
            connections.remove(at: index)
            pump.noteTurnedAway()
        }
        connections.append(
            Connection(descriptor: descriptor, heard: pump.now, isKnown: !doorkeeper.asksForToken))
    }

    /// Reads once; false when the connection has ended, or is closed for not showing its token.
    private func readSome(_ index: Int) -> Bool {
        let count = read(connections[index].descriptor, buffer.baseAddress, buffer.count)
        if count > 0 { return takeBytes(UnsafeRawBufferPointer(rebasing: buffer[..<count]), index) }
        if count < 0, errno == EAGAIN || errno == EINTR { return true }
        if connections[index].isKnown { connections[index].splitter.end { _ = pump.takeLine($0) } }
        pump.flush()
        close(connections[index].descriptor)
        return false
    }

    private func takeBytes(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
        var (hasSpoken, isKnown, isStranger) = (false, connections[index].isKnown, false)
        connections[index].splitter.takeBytes(bytes) { piece in
            if isStranger { return }
            if isKnown {
                hasSpoken = true
                _ = pump.takeLine(piece)
            } else if case .line(let line, _) = piece, doorkeeper.accepts(line) {
                isKnown = true
            } else {
                isStranger = true
            }
        }
        let hasTooMuch = !isKnown && connections[index].splitter.pendingBytes > Doorkeeper.lineLimit
        guard !isStranger, !hasTooMuch else {
            close(connections[index].descriptor)
            pump.noteStranger("a sender that does not show the token in its first line", "首行未出示令牌的发送方")
            return false
        }
        connections[index].isKnown = isKnown
        if hasSpoken { (connections[index].hasSpoken, connections[index].heard) = (true, pump.now) }
        pump.flush()
        return true
    }
}
