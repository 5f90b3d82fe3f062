import DispatchModel
import Feeds
import Glibc
import Synchronization

/// Brings the lines of one feed into the console: decode, check, normalise, offer. Used by the feed's thread alone; its
/// counts may be read from any.
///
/// Lines are gathered in a parcel and offered together. Each parcel is kept until it is certain what became of it: what
/// failed is offered again, what the console refuses becomes a dead letter, and only then a followed file counts as read.
final class FeedPump {
    let settings: FeedSettings
    let stopper: Stopper
    private let sink: FeedSink
    private let shared: FeedState
    private let letters: DeadLetterStore?
    private let outbox = Outbox()
    private var parcel = Parcel()
    private var decoder: FeedDecoder
    private var normaliser: Normaliser
    private var bucket: TokenBucket
    private var watch: HeartbeatWatch?

    init(_ settings: FeedSettings, sink: FeedSink, stopper: Stopper, shared: FeedState, letters: DeadLetterStore? = nil)
    {
        self.settings = settings
        self.sink = sink
        self.stopper = stopper
        self.shared = shared
        self.letters = letters
        decoder = FeedDecoder(format: settings.format, words: settings.words)
        normaliser = Normaliser(feed: settings.name)
        let now = sink.steady()
        bucket = TokenBucket(rate: settings.rate, milliseconds: now.rawValue)
        watch = settings.heartbeat.map { HeartbeatWatch(feed: settings.name, deadline: $0, now: now) }
    }

    // MARK: Lines

    /// Takes a line, which is offered at the next ``flush(at:)``; false when the feed was stopped first.
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

    /// Takes a text in the feed's format. `letter` is the number of the dead letter that it is, when it is sent again.
    func take(_ bytes: UnsafeBufferPointer<UInt8>, letter: Int64? = nil) -> Bool {
        var now = sink.now()
        while let wait = bucket.take(milliseconds: sink.steady().rawValue) {
            guard flush(), hold(milliseconds: wait) else { return false }
            now = sink.now()
        }
        if let word = watch?.hear(now: now, steady: sink.steady()) { parcel.observations.append(word) }
        var isKept = true
        let start = parcel.observations.count
        do throws(MessageFault) {
            if let message = decoder.scan(bytes) {
                take(message, now)
            } else {
                let decoded = try decoder.decode(bytes, now: now)
                for fault in decoded.faults where !bury(fault, bytes, now) { isKept = false }
                for message in decoded.messages { take(message, now) }
            }
            parcel.add(bytes, from: start, isLetter: letter != nil)
        } catch {
            isKept = bury(error, bytes, now)
        }
        if let letter, isKept { parcel.letters.append(letter) }
        return true
    }

    private func take(_ message: FeedMessage, _ now: Timestamp) {
        let result = normaliser.take(message, now: now, into: &parcel.observations)
        let forgotten = normaliser.forgotten
        shared.update { counts in
            (counts.last, counts.heard) = (now, sink.steady())
            counts.forgotten = forgotten
            if result.isRepetition { counts.repetitions += 1 } else { counts.taken += 1 }
            if let mark = result.mark { counts.marks[mark, default: 0] += 1 }
            if !message.doubts.isEmpty { counts.doubtful += 1 }
        }
    }

    /// Looks at the clock, at silence beyond the heartbeat deadline, which raises its alert, and at what came of what was
    /// offered.
    func look() {
        noteTimes()
        if let word = watch?.look(now: sink.now(), steady: sink.steady()) {
            parcel.observations.append(word)
            flush()
        }
        collect()
    }

    // MARK: Parcels

    /// Offers what was gathered. `progress` is how far a followed file is taken with it. False when the feed is stopped
    /// before there is room; what was gathered then counts as not taken.
    @discardableResult
    func flush(at progress: FileProgress? = nil) -> Bool {
        parcel.progress = progress
        guard !parcel.isEmpty else { return true }
        while outbox.isFull {
            collect()
            guard !outbox.isFull || hold(milliseconds: 2) else { return false }
        }
        let full = parcel
        parcel = Parcel()
        let number = outbox.add(full)
        guard !full.observations.isEmpty else { return true }
        while !offer(full, number) {
            collect()
            guard hold(milliseconds: 2) else { return false }
        }
        return true
    }

    private func offer(_ parcel: Parcel, _ number: Int) -> Bool {
        let (outbox, stopper) = (outbox, stopper)
        return sink.offer(parcel.observations) { outcomes in
            outbox.settle(number, outcomes)
            stopper.nudge()
        }
    }

    /// Deals with the parcels of which it is certain what became.
    private func collect() {
        finishSettled()
        while let (number, parcel) = outbox.takeFailed() {
            guard !offer(parcel, number) else { continue }
            outbox.settle(number, parcel.observations.map { _ in .failed })
            return
        }
    }

    private func finishSettled() {
        var reached: FileProgress?
        while let settled = outbox.takeSettled() {
            finish(settled)
            reached = settled.parcel.progress ?? reached
        }
        if let reached { shared.note(reached) }
    }

    private func finish(_ settled: Outbox.Settled) {
        let hasRefused = settled.outcomes.contains { outcome in
            if case .refused = outcome { true } else { false }
        }
        var isKept = true
        for line in settled.parcel.lines where hasRefused {
            let refused = line.observations.compactMap { index -> (MessageFault, Observation)? in
                guard case .refused(let fault) = settled.outcomes[index] else { return nil }
                return (fault, settled.parcel.observations[index])
            }
            guard let (fault, first) = refused.first else { continue }
            shared.update { $0.refused += 1 }
            // A receiver that is no unit of the roster says so every second: it is counted, not kept.
            if first.isPosition { continue }
            for (_, observation) in refused { normaliser.forget(observation.source?.id ?? "") }
            let text = settled.parcel.text[line.text]
            isKept = keep(DeadLetter(feed: settings.name, at: sink.now(), fault: fault, bytes: text)) && isKept
        }
        if isKept { for letter in settled.parcel.letters { letters?.settle(letter) } }
    }

    /// At the end, after the console has told what became of everything: what a sender has given away and the journal does
    /// not have is kept as dead letters, to be sent again. A file is simply read again, and a letter sent again.
    func end() {
        finishSettled()
        let isReadAgain = if case .file = settings.origin { true } else { false }
        let fault = MessageFault(
            path: "", found: "the end of the program before the message was recorded",
            foundChinese: "消息尚未记录而程序已结束", expected: "the message to be sent again",
            expectedChinese: "重新发送此消息")
        _ = outbox.add(parcel)
        for (text, isLetter) in outbox.takeRest() where !isLetter && !isReadAgain {
            keep(DeadLetter(feed: settings.name, at: sink.now(), fault: fault, bytes: text))
        }
    }

    private func hold(milliseconds: Int64) -> Bool {
        shared.update { $0.heldBack += 1 }
        stopper.sleep(milliseconds: milliseconds)
        return !stopper.isStopped
    }

    @discardableResult
    private func bury(_ fault: MessageFault, _ bytes: UnsafeBufferPointer<UInt8>, _ now: Timestamp) -> Bool {
        shared.update { counts in
            (counts.last, counts.heard) = (now, sink.steady())
            counts.faults += 1
        }
        return keep(DeadLetter(feed: settings.name, at: now, fault: fault, bytes: bytes))
    }

    @discardableResult
    private func keep(_ letter: DeadLetter) -> Bool {
        guard !sink.bury(letter) else { return true }
        shared.update { $0.lostLetters += 1 }
        return false
    }

    // MARK: The origin

    /// Notes how the sender's times compare with the console's.
    private func noteTimes() {
        let (skew, lag) = (normaliser.skew.estimate, normaliser.skew.median)
        shared.update { ($0.skew, $0.lag) = (skew, lag) }
    }

    /// Notes why the origin cannot be read; nil when it can again.
    func note(_ trouble: FeedTrouble?) {
        shared.update { $0.trouble = trouble }
    }

    /// The console's clock.
    var now: Timestamp { sink.now() }

    /// Notes that a connection was closed for another.
    func noteTurnedAway() {
        shared.update { $0.turnedAway += 1 }
    }

    /// Notes that the origin was opened again.
    func noteReopened() {
        shared.update { $0.reopened += 1 }
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
