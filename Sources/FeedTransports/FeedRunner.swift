import Dispatch
import DispatchModel
import Feeds
import Glibc
import Synchronization

/// Runs one feed on a thread of its own. The thread only reads, checks and offers: it never decides anything.
package final class FeedRunner: Sendable {
    /// The feed's settings.
    package let settings: FeedSettings
    private let around: IntakeSurroundings
    private let resume: FileProgress?
    private let letters: DeadLetterStore?
    private let doorkeeper: Doorkeeper
    private let stopper: Stopper
    private let state: FeedState
    private let running = DispatchGroup()
    /// Set by the feed's thread, and looked at by others only after that has ended.
    private nonisolated(unsafe) var pump: FeedPump?

    /// A feed that is not running yet; nil when the system has no descriptor left.
    /// - Parameters:
    ///   - settings: What it reads and how.
    ///   - around: Where it puts what it reads, and the time.
    ///   - resume: How far a followed file was taken before; nil for not at all.
    ///   - letters: The dead letters, of which those to be sent again are taken; nil for none.
    ///   - keepProgress: Told how far a followed file was taken, when everything before is on disk; on any thread.
    package init?(
        _ settings: FeedSettings, around: IntakeSurroundings, resume: FileProgress? = nil,
        letters: DeadLetterStore? = nil,
        keepProgress: @escaping @Sendable (FileProgress) -> Void = { _ in }
    ) {
        guard let stopper = Stopper() else { return nil }
        self.settings = settings
        self.around = around
        self.resume = resume
        self.letters = letters
        self.stopper = stopper
        doorkeeper = Doorkeeper(settings)
        state = FeedState(keepProgress: keepProgress)
    }

    /// Begins to read.
    package func start() {
        DispatchQueue(label: "watchfloor.feed.\(settings.name)").async(group: running) { [self] in
            let pump = FeedPump(settings, around: around, stopper: stopper, shared: state, letters: letters)
            self.pump = pump
            let errand = Errand(pump: pump, letters: letters)
            switch settings.origin {
            case .standardInput: StreamReader(pump, errand).readStandardInput()
            case .fifo(let path): StreamReader(pump, errand).readFIFO(path)
            case .file(let path): FollowedFile(path, pump, errand, resume).follow()
            case .unixSocket(let path):
                let isShared = !settings.users.isEmpty
                Listener(pump, errand, state, doorkeeper).listen(at: path) { () throws(FeedTrouble) in
                    try SocketOpening.unix(path, isShared: isShared)
                }
            case .tcp(let host, let port):
                let isPublic = settings.isPublic
                Listener(pump, errand, state, doorkeeper).listen { () throws(FeedTrouble) in
                    try SocketOpening.listening(host, port, isPublic: isPublic)
                }
            case .gpsd(let host, let port): GPSDClient(host, port, pump, errand).run()
            // Requests come to the server that all such feeds share.
            case .http: break
            }
        }
    }

    /// From now on senders that connect are known by this token; nil asks for none.
    package func use(token hash: [UInt8]?) { doorkeeper.use(hash) }

    /// Ends reading and waits for the thread.
    package func stop() {
        stopper.stop()
        running.wait()
    }

    /// After ``stop()``, and once the console has told what became of everything offered: keeps how far a file was taken,
    /// and what a sender has given away but the journal does not have as dead letters.
    package func end() {
        pump?.end()
        pump = nil
    }

    /// Waits until the origin has ended by itself, as standard input does; false when the time is over first.
    package func waitForEnd(milliseconds: Int) -> Bool {
        running.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
    }

    /// What has come of it so far.
    package var counts: FeedCounts { state.current }
    /// How far a followed file was taken: everything before is on disk, or makes no event, or is a dead letter.
    package var progress: FileProgress? { state.progress }
    /// The port that a TCP feed listens on, once it does.
    package var port: UInt16? { state.port.withLock { $0 } }
}

/// What a feed's thread does now and then besides reading: the heartbeat, and letters that are sent again.
struct Errand {
    let pump: FeedPump
    let letters: DeadLetterStore?

    /// The longest wait between two errands, in milliseconds.
    static let interval: Int32 = 1000

    /// Waits to open a lost origin again; what is told by time meanwhile is.
    func rest(milliseconds: Int64, every interval: Int64 = Int64(Errand.interval)) {
        var left = milliseconds
        repeat {
            run()
            let part = min(left, interval)
            pump.stopper.sleep(milliseconds: part)
            left -= part
        } while left > 0 && !pump.stopper.isStopped
    }

    func run() {
        pump.look()
        guard let letters else { return }
        for letter in letters.takeResent(of: pump.settings.name) {
            let isTaken = letter.bytes.withUnsafeBufferPointer { pump.takeText($0, letter: letter.number) }
            if !isTaken { letters.putBack(letter.number) }
        }
        pump.flush()
    }
}

/// What may be known of a feed from any thread.
final class FeedState: Sendable {
    private let counts = Mutex(FeedCounts())
    private let reached = Mutex<FileProgress?>(nil)
    private let keepProgress: @Sendable (FileProgress) -> Void
    /// The port of a listener, once it listens.
    let port = Mutex<UInt16?>(nil)

    init(keepProgress: @escaping @Sendable (FileProgress) -> Void = { _ in }) {
        self.keepProgress = keepProgress
    }

    func update(_ body: (inout FeedCounts) -> Void) { counts.withLock { body(&$0) } }
    var current: FeedCounts { counts.withLock { $0 } }

    /// Notes how far a followed file was taken.
    func note(_ progress: FileProgress) {
        reached.withLock { $0 = progress }
        keepProgress(progress)
    }
    var progress: FileProgress? { reached.withLock { $0 } }
}
