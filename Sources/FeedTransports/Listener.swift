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
        var splitter = LineSplitter()

        func goes(before other: Connection) -> Bool {
            hasSpoken == other.hasSpoken ? heard < other.heard : !hasSpoken
        }
    }

    private let pump: FeedPump
    private let errand: Errand
    private let state: FeedState
    private var connections: [Connection] = []
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

    init(_ pump: FeedPump, _ errand: Errand, _ state: FeedState) {
        self.pump = pump
        self.errand = errand
        self.state = state
    }

    deinit {
        for connection in connections { close(connection.descriptor) }
        buffer.deallocate()
    }

    /// Listens until it is stopped; a socket that cannot be opened is tried again.
    func listen(_ open: () throws(FeedTrouble) -> Int32) {
        var backoff = Backoff()
        var random = SystemRandomNumberGenerator()
        while !pump.stopper.isStopped {
            do throws(FeedTrouble) {
                let socket = try open()
                state.port.withLock { $0 = SocketOpening.port(of: socket) }
                pump.note(nil as FeedTrouble?)
                backoff.reset()
                serve(socket)
                close(socket)
            } catch {
                pump.note(error)
                errand.run()
                pump.stopper.sleep(milliseconds: backoff.wait(using: &random))
            }
        }
    }

    private func serve(_ socket: Int32) {
        while !pump.stopper.isStopped {
            let waited = [readable(socket)] + connections.map { readable($0.descriptor) }
            let ready = pump.stopper.wait(waited, milliseconds: Errand.interval)
            errand.run()
            for index in connections.indices.reversed() where ready[index + 1] != 0 && !pump.stopper.isStopped {
                if !readSome(index) { connections.remove(at: index) }
            }
            if ready[0] != 0 { accept(socket) }
        }
    }

    private func accept(_ socket: Int32) {
        let descriptor = Glibc.accept(socket, nil, nil)
        guard descriptor >= 0 else { return }
        becomeOurs(descriptor)
        if connections.count >= Listener.limit,
            let index = connections.indices.min(by: { connections[$0].goes(before: connections[$1]) })
        {
            close(connections[index].descriptor)
            connections.remove(at: index)
            pump.noteTurnedAway()
        }
        connections.append(Connection(descriptor: descriptor, heard: pump.now))
    }

    /// Reads once; false when the connection has ended.
    private func readSome(_ index: Int) -> Bool {
        let count = read(connections[index].descriptor, buffer.baseAddress, buffer.count)
        if count > 0 {
            let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            var hasSpoken = false
            connections[index].splitter.take(bytes) { piece in
                hasSpoken = true
                _ = pump.take(piece)
            }
            if hasSpoken { (connections[index].hasSpoken, connections[index].heard) = (true, pump.now) }
            pump.flush()
            return true
        }
        if count < 0, errno == EAGAIN || errno == EINTR { return true }
        connections[index].splitter.end { _ = pump.take($0) }
        pump.flush()
        close(connections[index].descriptor)
        return false
    }
}
