import DispatchModel
import Feeds
import Glibc
import Synchronization

/// Brings the lines of one feed into the console: decode, check, normalise, offer. Used by the feed's thread alone; its
/// counts may be read from any.
final class FeedPump {
    let settings: FeedSettings
    let stopper: Stopper
    private let sink: FeedSink
    private let shared: FeedState
    private var decoder: FeedDecoder
    private var normaliser: Normaliser
    private var bucket: TokenBucket
    private var watch: HeartbeatWatch?

    init(_ settings: FeedSettings, sink: FeedSink, stopper: Stopper, shared: FeedState) {
        self.settings = settings
        self.sink = sink
        self.stopper = stopper
        self.shared = shared
        decoder = FeedDecoder(format: settings.format, words: settings.words)
        normaliser = Normaliser(feed: settings.name)
        let now = sink.now()
        bucket = TokenBucket(rate: settings.rate, milliseconds: now.rawValue)
        watch = settings.heartbeat.map { HeartbeatWatch(feed: settings.name, deadline: $0, now: now) }
    }

    /// Takes a line; false when the feed was stopped before all of it was taken.
    func take(_ piece: LineSplitter.Piece) -> Bool {
        guard !stopper.isStopped else { return false }
        switch piece {
        case .line(let bytes, _):
            let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            return isBlank || take(bytes)
        case .tooLong(let beginning, let count):
            let fault = MessageFault(
                path: "", found: "a line of \(count) bytes", foundChinese: "\(count) 字节的一行",
                expected: "at most 1048576 bytes", expectedChinese: "至多 1048576 字节")
            bury(fault, beginning, sink.now())
            return true
        }
    }

    /// Takes a text in the feed's format.
    func take(_ bytes: [UInt8]) -> Bool {
        var now = sink.now()
        while let wait = bucket.take(milliseconds: now.rawValue) {
            guard hold(milliseconds: wait) else { return false }
            now = sink.now()
        }
        if let word = watch?.hear(now: now), !offer(word) { return false }
        do throws(MessageFault) {
            let decoded = try decoder.decode(bytes, now: now)
            for fault in decoded.faults { bury(fault, bytes, now) }
            for message in decoded.messages {
                guard take(message, now) else { return false }
            }
        } catch {
            bury(error, bytes, now)
        }
        return true
    }

    /// Looks at the clock: silence beyond the heartbeat deadline raises its alert.
    func look() {
        if let word = watch?.look(now: sink.now()) { _ = offer(word) }
    }

    /// Notes why the origin cannot be read; nil when it can again.
    func note(_ trouble: FeedTrouble?) {
        shared.update { $0.trouble = trouble }
    }

    /// Notes that the origin was opened again.
    func noteReopened() {
        shared.update { $0.reopened += 1 }
    }

    /// Notes how far a followed file was taken.
    func note(_ progress: FileProgress) {
        shared.progress.withLock { $0 = progress }
    }

    private func take(_ message: FeedMessage, _ now: Timestamp) -> Bool {
        let result = normaliser.take(message, now: now)
        for observation in result.observations {
            guard offer(observation) else { return false }
        }
        let skew = normaliser.skew.estimate
        shared.update { counts in
            counts.last = now
            counts.skew = skew
            if result.isRepetition { counts.repetitions += 1 } else { counts.taken += 1 }
            if let mark = result.mark { counts.marks[mark, default: 0] += 1 }
            if !message.doubts.isEmpty { counts.doubtful += 1 }
        }
        return true
    }

    /// Offers until there is room; false when the feed is stopped first.
    private func offer(_ observation: Observation) -> Bool {
        while !sink.offer(observation) {
            guard hold(milliseconds: 2) else { return false }
        }
        return true
    }

    private func hold(milliseconds: Int64) -> Bool {
        shared.update { $0.heldBack += 1 }
        stopper.sleep(milliseconds: milliseconds)
        return !stopper.isStopped
    }

    private func bury(_ fault: MessageFault, _ bytes: [UInt8], _ now: Timestamp) {
        let letter = DeadLetter(feed: settings.name, at: now, fault: fault, bytes: bytes)
        let isKept = sink.bury(letter)
        shared.update { counts in
            counts.last = now
            counts.faults += 1
            if !isKept { counts.lostLetters += 1 }
        }
    }
}

/// What may be known of a feed from any thread.
final class FeedState: Sendable {
    private let counts = Mutex(FeedCounts())
    let progress = Mutex<FileProgress?>(nil)
    /// The port of a listener, once it listens.
    let port = Mutex<UInt16?>(nil)

    func update(_ body: (inout FeedCounts) -> Void) { counts.withLock { body(&$0) } }
    var current: FeedCounts { counts.withLock { $0 } }
}
