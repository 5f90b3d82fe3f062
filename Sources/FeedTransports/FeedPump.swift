import Core
import DispatchModel
import Feeds
import Formats
import Glibc

/// The face of an ``Intake`` that lines have: decoded, gathered, offered until there is room. Used by the feed's thread alone;
/// its counts may be read from any.
///
/// Lines are gathered in a parcel and offered together. Each parcel is kept until it is certain what became of it: what
/// failed is offered again, what the console refuses becomes a dead letter, and only then a followed file counts as read.
final class FeedPump {
    let settings: FeedSettings
    let stopper: Stopper
    let around: IntakeSurroundings
    let shared: FeedState
    private let letters: DeadLetterStore?
    private let outbox = Outbox()
    private var parcel = Parcel()
    private var decoder: FeedDecoder
    var intake: Intake
    private var bucket: TokenBucket
    private var burial: LetterBurial
    /// How far a file is read while letters from before are not kept.
    private var withheld: FileProgress?

    init(
        _ settings: FeedSettings, around: IntakeSurroundings, stopper: Stopper, shared: FeedState,
        letters: DeadLetterStore? = nil
    ) {
        self.settings = settings
        self.around = around
        self.stopper = stopper
        self.shared = shared
        self.letters = letters
        decoder = FeedDecoder(format: settings.format, words: settings.words)
        let now = around.steady()
        intake = Intake(settings, now: now)
        bucket = TokenBucket(rate: settings.rate, milliseconds: now.rawValue)
        burial = LetterBurial(around.bury)
    }

    // MARK: Lines

    /// Takes a line, which is offered at the next ``flush(at:)``; false when the feed was stopped first.
    func takeLine(_ piece: LineSplitter.Piece) -> Bool {
        guard !stopper.isStopped else { return false }
        switch piece {
        case .line(let line, _):
            let bytes = FeedPump.withoutMark(line)
            let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            return isBlank || takeText(bytes)
        case .tooLong(let beginning, let count):
            let fault = MessageFault(
                path: "", found: "a line of \(count) bytes", foundChinese: "\(count) 字节的一行",
                expected: "at most 1048576 bytes", expectedChinese: "至多 1048576 字节")
            bury(fault, beginning, around.now())
            return true
        }
    }

    /// A line without the byte order mark that a file, or what was put together of several, may have in front of it.
    private static func withoutMark(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard line.count >= 3, line[0] == 0xEF, line[1] == 0xBB, line[2] == 0xBF else { return line }
        return UnsafeBufferPointer(rebasing: line[3...])
    }

    /// True for a whole text in the feed's format.
    func understands(_ text: [UInt8]) -> Bool {
        var decoder = decoder
        let decoded = text.withUnsafeBufferPointer { try? decoder.decode(FeedPump.withoutMark($0), now: around.now()) }
        return decoded.map { !$0.messages.isEmpty && $0.faults.isEmpty } ?? false
    }

    /// Takes a text in the feed's format. `letter` is the number of the dead letter that it is, when it is sent again.
    func takeText(_ bytes: UnsafeBufferPointer<UInt8>, letter: Int64? = nil) -> Bool {
        // The clocks are read once a message: a second reading is felt at a million of them.
        var (now, steady) = (around.now(), around.steady())
        while let wait = bucket.takePlace(milliseconds: steady.rawValue) {
            guard flush(), hold(milliseconds: wait) else { return false }
            (now, steady) = (around.now(), around.steady())
        }
        if let word = intake.hear(now: now, steady: steady) { parcel.observations.append(word) }
        do throws(MessageFault) {
            var isRepetition = false
            var start = parcel.observations.count
            if let message = decoder.scan(bytes) {
                isRepetition = takeMessage(
                    message, (now, steady), content: message.id.isEmpty ? nil : ContentDigest.of(bytes))
            } else {
                let decoded = try decoder.decode(bytes, now: now)
                for fault in decoded.faults { bury(fault, bytes, now) }
                start = parcel.observations.count
                for message in decoded.messages where takeMessage(message, (now, steady), content: nil) {
                    isRepetition = true
                }
            }
            parcel.add(bytes, from: start, isLetter: letter != nil, isRepetition: isRepetition)
        } catch {
            bury(error, bytes, now)
        }
        if let letter { parcel.letters.append(letter) }
        return true
    }

    /// Takes a message that came at a time, by the clock and by one that never steps; true when its id came before.
    private func takeMessage(_ message: FeedMessage, _ came: (now: Timestamp, steady: Timestamp), content: UInt64?)
        -> Bool
    {
        let result = intake.takeMessage(message, now: came.now, content: content, into: &parcel.observations)
        let forgotten = intake.forgotten
        shared.update { counts in
            counts.hear(now: came.now, steady: came.steady)
            counts.note(message, result.mark)
            counts.forgotten = forgotten
            if result.isRepetition { counts.repetitions += 1 } else { counts.taken += 1 }
        }
        return result.isRepetition
    }

    /// Looks at the clock, at silence beyond the heartbeat deadline and at an origin that cannot be read, which raise their
    /// alerts, at what was refused, at letters that could not be kept, and at what came of what was offered.
    func look() {
        noteTimes()
        let words = intake.look(now: around.now(), steady: around.steady())
        parcel.observations += words
        if !words.isEmpty || burial.isDue { flush() }
        collect()
        if !parcel.isEmpty { flush() }
    }

    // MARK: Parcels

    /// Offers what was gathered. `progress` is how far a followed file is taken with it. False when the feed is stopped
    /// before there is room; what was gathered then counts as not taken.
    @discardableResult
    func flush(at progress: FileProgress? = nil) -> Bool {
        if let progress { withheld = progress }
        burial.keep()
        // What was read counts once all letters from it are on disk.
        if burial.isEmpty { (parcel.progress, withheld) = (withheld, nil) }
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
        return around.inlet.offer(parcel.observations) { settlements in
            outbox.settle(number, settlements)
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
        let (parcel, settlements) = (settled.parcel, settled.settlements)
        let hasRefused = settlements.contains { if case .refused = $0 { true } else { false } }
        for line in parcel.lines where hasRefused {
            let said = parcel.observations[line.observations]
            guard case .refused(let reason, let isTelemetry) = Intake.fate(settlements[line.observations], of: said)
            else { continue }
            shared.update { counts in
                counts.refused += 1
                // An id that was used for something else is no repetition after all.
                if line.isRepetition { (counts.taken, counts.repetitions) = (counts.taken + 1, counts.repetitions - 1) }
                if isTelemetry { counts.unkept += 1 }
            }
            guard !isTelemetry else { continue }
            for index in line.observations {
                if case .refused = settlements[index] { intake.forget(parcel.observations[index]) }
            }
            gather(MessageFault(reason), parcel.text[line.text])
        }
        burial.keep()
        if burial.isEmpty { for letter in parcel.letters { letters?.settle(letter) } }
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
        for (text, isLetter) in outbox.takeRest() where !isLetter && !isReadAgain { gather(fault, text) }
        burial.keep()
        let lost = burial.giveUp()
        shared.update { $0.lostLetters += lost }
    }

    private func hold(milliseconds: Int64) -> Bool {
        shared.update { $0.heldBack += 1 }
        stopper.sleep(milliseconds: milliseconds)
        return !stopper.isStopped
    }

    private func bury(_ fault: MessageFault, _ bytes: UnsafeBufferPointer<UInt8>, _ now: Timestamp) {
        shared.update { counts in
            counts.hear(now: now, steady: around.steady())
            counts.faults += 1
        }
        gather(fault, bytes)
    }

    /// Tells of something that could not be read at all.
    func tell(_ fault: MessageFault, about name: String) {
        shared.update { $0.faults += 1 }
        gather(fault, Array(name.utf8))
    }

    /// Gathers a letter, which is kept with others at the next flush, and sees to it that somebody sees that there is one.
    private func gather(_ fault: MessageFault, _ bytes: some Collection<UInt8>) {
        let now = around.now()
        let lost = burial.gather(DeadLetter(feed: settings.name, at: now, fault: fault, bytes: bytes))
        if lost > 0 { shared.update { $0.lostLetters += lost } }
        if let word = intake.refuse(fault.english, fault.chinese, now: now) { parcel.observations.append(word) }
    }

    /// Notes how the sender's times compare with the console's.
    private func noteTimes() {
        let (skew, lag) = (intake.skew.estimate, intake.skew.median)
        shared.update { ($0.skew, $0.lag) = (skew, lag) }
    }

    /// Notes that a connection was closed because it did not show who it is, and sees to it that somebody sees that.
    func noteStranger(_ english: String, _ chinese: String) {
        shared.update { $0.strangers += 1 }
        if let word = intake.refuse(english, chinese, now: around.now()) { parcel.observations.append(word) }
        flush()
    }
}

/// What is noted of the origin of a feed.
extension FeedPump {
    /// Notes why the origin cannot be read; nil when it can again.
    func note(_ trouble: FeedTrouble?) {
        shared.update { $0.trouble = trouble }
        intake.note(trouble, steady: around.steady())
    }

    /// The console's clock.
    var now: Timestamp { around.now() }

    /// Notes that a connection was closed for another.
    func noteTurnedAway() {
        shared.update { $0.turnedAway += 1 }
    }

    /// Notes that the origin was opened again.
    func noteReopened() {
        shared.update { $0.reopened += 1 }
    }
}
