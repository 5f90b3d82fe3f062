import Feeds
import Formats
import Glibc

/// Asks a gpsd for positions and goes on asking: a lost connection is opened again after a growing wait.
struct GPSDClient {
    private let host: String
    private let port: UInt16
    private let pump: FeedPump
    private let errand: Errand

    /// What gpsd is told after connecting, see `gpsd_json(5)`.
    private static let watch = "?WATCH={\"enable\":true,\"json\":true};\n"

    init(_ host: String, _ port: UInt16, _ pump: FeedPump, _ errand: Errand) {
        self.host = host
        self.port = port
        self.pump = pump
        self.errand = errand
    }

    func run() {
        var backoff = Backoff()
        var random = SystemRandomNumberGenerator()
        while !pump.stopper.isStopped {
            do throws(FeedTrouble) {
                let socket = try SocketOpening.connecting(host, port)
                defer { close(socket) }
                try greet(socket)
                pump.note(nil as FeedTrouble?)
                backoff.reset()
                if StreamReader(pump, errand).read(socket) == .stopped { return }
                pump.note(FeedTrouble("\(host):\(port) has closed", "\(host):\(port) 已断开"))
            } catch {
                pump.note(error)
            }
            errand.rest(milliseconds: backoff.wait(using: &random))
            pump.noteReopened()
        }
    }

    /// Waits until the socket is connected and asks for reports.
    private func greet(_ socket: Int32) throws(FeedTrouble) {
        let writable = pollfd(fd: socket, events: Int16(POLLOUT), revents: 0)
        let ready = pump.stopper.wait([writable], milliseconds: 5000)[0]
        var code: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &length)
        guard ready != 0, code == 0 else {
            let reason = systemReason(code == 0 ? ETIMEDOUT : code)
            throw FeedTrouble("\(host):\(port): \(reason)", "\(host):\(port)：\(SystemReason.chinese(reason))")
        }
        let text = GPSDClient.watch
        guard write(socket, text, text.utf8.count) == text.utf8.count else {
            throw FeedTrouble(
                "\(host):\(port): \(systemReason())", "\(host):\(port)：\(SystemReason.chinese(systemReason()))")
        }
    }
}

/// How long to wait before the next try: doubling from half a second to half a minute, less up to a quarter by chance so
/// that many consoles do not come all at once.
struct Backoff {
    static let first: Int64 = 500
    static let longest: Int64 = 30_000
    private var next = Backoff.first

    /// The milliseconds to wait now.
    mutating func wait(using random: inout some RandomNumberGenerator) -> Int64 {
        defer { next = min(Backoff.longest, next * 2) }
        return next - Int64.random(in: 0...(next / 4), using: &random)
    }

    /// It went well: the next trouble begins again at the first wait.
    mutating func reset() { next = Backoff.first }
}
