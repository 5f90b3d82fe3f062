import Feeds
import Glibc

/// Takes lines from everybody who connects to a socket, each in turn, so that one fast sender does not keep out others.
final class Listener {
    /// The most connections at once; a further one is closed at once.
    static let limit = 64

    private struct Connection {
        var descriptor: Int32
        var splitter = LineSplitter()
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
        guard connections.count < Listener.limit else {
            close(descriptor)
            return
        }
        connections.append(Connection(descriptor: descriptor))
    }

    /// Reads once; false when the connection has ended.
    private func readSome(_ index: Int) -> Bool {
        let count = read(connections[index].descriptor, buffer.baseAddress, buffer.count)
        if count > 0 {
            let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            connections[index].splitter.take(bytes) { _ = pump.take($0) }
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
