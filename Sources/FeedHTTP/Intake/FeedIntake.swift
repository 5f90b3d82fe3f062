import Core
import Dispatch
import DispatchModel
import FeedTransports
import Feeds
import Formats
import Synchronization

/// The face of an intake that HTTP has: bodies are taken apart, offered once, and answered when it is certain what became
/// of them.
///
/// Bodies are worked on in order, on a queue of the feed's own, so that one feed's large body keeps no other waiting.
final class FeedIntake: Sendable {
    let settings: FeedSettings
    let around: IntakeSurroundings
    let letters: DeadLetterStore
    let reader: BodyReader
    private let limits: HTTPLimits
    private let queue: DispatchQueue
    private let end: EndFlag
    let counted = Mutex(FeedCounts())
    private let gate: Mutex<Gate>
    /// Only touched on the queue.
    let work: Mutex<Work>

    /// What decides at the door whether a request may come in.
    private struct Gate {
        var bucket: TokenBucket
        var requests = 0
        var bytes = 0
    }

    struct Work {
        var intake: Intake
        /// Words of the watches that the console had no room for.
        var unsaid: [Observation] = []
        var kept = RecentLetters()
    }

    init(
        _ settings: FeedSettings, limits: HTTPLimits, around: IntakeSurroundings, letters: DeadLetterStore, end: EndFlag
    ) {
        self.end = end
        self.settings = settings
        self.limits = limits
        self.around = around
        self.letters = letters
        reader = BodyReader(words: settings.words, limits: limits)
        queue = DispatchQueue(label: "watchfloor.feed.\(settings.name)")
        let now = around.steady()
        gate = Mutex(Gate(bucket: TokenBucket(rate: settings.rate, milliseconds: now.rawValue)))
        // Who gets no answer sends again: the journal, which knows what it has, says what is a repetition.
        var normalising = NormalisingLimits()
        normalising.repeatsAreTold = true
        work = Mutex(Work(intake: Intake(settings, limits: normalising, now: now)))
    }

    /// What has come of the feed so far.
    var counts: FeedCounts { counted.withLock { $0 } }

    // MARK: The door

    /// Lets a request in, or says why it must come later. One that was let in is let out once.
    func enter(_ route: Route) -> Answer? {
        let now = around.steady().rawValue
        let limit = limits.feedRequests
        let (refusal, wait) = gate.withLock { gate -> (RequestRefusal?, Int64) in
            if let wait = gate.bucket.wait(milliseconds: now) { return (.rate, wait) }
            guard gate.requests < limit else { return (.feedFull, 1000) }
            gate.requests += 1
            return (nil, 0)
        }
        guard let refusal else { return nil }
        counted.withLock { $0.heldBack += 1 }
        return full(route, refusal, wait)
    }

    /// Lets a request out again, with the bytes of its body.
    func leave(bytes: Int) {
        gate.withLock { gate in
            gate.requests -= 1
            gate.bytes -= bytes
        }
    }

    /// Makes room for bytes of a body; false when the feed has too many in memory.
    func reserve(bytes: Int) -> Bool {
        gate.withLock { gate in
            guard gate.bytes + bytes <= limits.feedBytes else { return false }
            gate.bytes += bytes
            return true
        }
    }

    /// The feed has too much under way, or sends too fast.
    func full(_ route: Route?, _ refusal: RequestRefusal, _ wait: Int64) -> Answer {
        let detail =
            switch refusal {
            case .rate: "this feed may send \(settings.rate) messages a second"
            case .feedFull: "this feed has too much under way"
            default: "the console has no room"
            }
        return .full(route, refusal, detail, wait: wait)
    }

    // MARK: Bodies

    /// Takes in a body; `reply` is called once, on any thread.
    func takeBody(_ request: BodyRequest, _ body: [UInt8], reply: @escaping @Sendable (Answer) -> Void) {
        queue.async { [self] in
            let now = around.now()
            hear(now)
            let pieces = pieces(request, body)
            let parcel = normalised(pieces, request, body, now)
            guard pass(pieces.count, around.steady()) else { return reply(full(request.route, .rate, 1000)) }
            offer(parcel, reply)
        }
    }

    private func pieces(_ request: BodyRequest, _ body: [UInt8]) -> [Piece] {
        do throws(MessageFault) {
            return try reader.pieces(
                request.kind, body, attributes: request.attributes, key: request.idempotencyKey)
        } catch {
            return [Piece(index: nil, content: .failure(error), source: .bytes(body))]
        }
    }

    /// Charges the feed's rate for messages; what passes its measure is paid for by those that follow.
    private func pass(_ count: Int, _ steady: Timestamp) -> Bool {
        gate.withLock { gate in
            guard gate.bucket.wait(milliseconds: steady.rawValue) == nil else { return false }
            gate.bucket.charge(count)
            return true
        }
    }

    private func normalised(_ pieces: [Piece], _ request: BodyRequest, _ body: [UInt8], _ now: Timestamp)
        -> RequestParcel
    {
        var parcel = RequestParcel(request: request, body: body, pieces: pieces)
        var marks: [TimeMark?] = []
        let (skew, forgotten) = work.withLock { work in
            for piece in pieces {
                parcel.add { observations in
                    guard case .success(let message) = piece.content else { return }
                    marks.append(work.intake.takeMessage(message, now: now, into: &observations).mark)
                }
            }
            return (work.intake.skew, work.intake.forgotten)
        }
        let (shift, lag) = (skew.estimate, skew.median)
        counted.withLock { counts in
            counts.hear(now: now, steady: around.steady())
            for (message, mark) in zip(pieces.compactMap { try? $0.content.get() }, marks) {
                counts.note(message, mark)
            }
            (counts.skew, counts.lag, counts.forgotten) = (shift, lag, forgotten)
        }
        return parcel
    }

    private func offer(_ parcel: RequestParcel, _ reply: @escaping @Sendable (Answer) -> Void) {
        guard !parcel.observations.isEmpty else { return finish(parcel, [], reply) }
        let isTaken = around.inlet.offer(parcel.observations) { [self] settlements in
            queue.async { [self] in finish(parcel, settlements, reply) }
        }
        if !isTaken {
            counted.withLock { $0.heldBack += 1 }
            reply(end.isSet ? .stopping : full(parcel.request.route, .inboxFull, 1000))
        }
    }

    private func finish(_ parcel: RequestParcel, _ settlements: [Settlement], _ reply: (Answer) -> Void) {
        guard !settlements.contains(.failed) else { return reply(.unrecorded) }
        var report = TakingReport(readsChinese: parcel.request.readsChinese)
        var refused: [Refused] = []
        for (piece, range) in zip(parcel.pieces, parcel.ranges) {
            if case .failure(let fault) = piece.content {
                refused.append(Refused(piece: piece, fault: fault, isTold: false))
                continue
            }
            switch Intake.fate(settlements[range], of: parcel.observations[range]) {
            case .taken: report.taken += 1
            case .repeated: report.repeated += 1
            case .refused(let reason, let isTelemetry):
                report.refusedByBoard += 1
                refused.append(Refused(piece: piece, fault: MessageFault(reason), isTold: isTelemetry))
            }
        }
        for (part, number) in zip(refused, keep(refused, parcel)) {
            report.refuse(part.piece.index, part.fault, letter: number)
        }
        counted.withLock { counts in
            counts.taken += Int64(report.taken + report.refusedByBoard)
            counts.repetitions += Int64(report.repeated)
            counts.refused += Int64(report.refusedByBoard)
            counts.unkept += Int64(refused.count(where: \.isTold))
            counts.faults += Int64(report.refused - report.refusedByBoard)
        }
        if let first = refused.first(where: { !$0.isTold }) { noteRefused(first.fault.english, first.fault.chinese) }
        reply(report.answer)
    }

    /// What is done about every second: the heartbeat, and letters that are sent again.
    func look() {
        queue.async { [self] in
            let now = around.now()
            let skew = work.withLock { work in
                work.unsaid += work.intake.look(now: now, steady: around.steady())
                return work.intake.skew
            }
            counted.withLock { ($0.skew, $0.lag) = (skew.estimate, skew.median) }
            speak()
            for letter in letters.takeResent(of: settings.name) { takeLetter(letter) }
        }
    }

    private func takeLetter(_ letter: DeadLetter) {
        let kind = BodyKind(letter: letter.format ?? settings.format, letter.bytes)
        let request = BodyRequest(route: .posts(kind.format), kind: kind, feed: 0)
        takeBody(request, letter.bytes) { [letters] answer in
            // What could not be taken for want of room, or not recorded, is taken again.
            if answer.status.code >= 429 { letters.putBack(letter.number) } else { letters.settle(letter.number) }
        }
    }

    private func hear(_ now: Timestamp) {
        work.withLock { work in
            if let word = work.intake.hear(now: now, steady: around.steady()) { work.unsaid.append(word) }
        }
        speak()
    }

    /// Offers the words of the watches; those without room wait for the next time.
    func speak() {
        let words = work.withLock { $0.unsaid }
        guard !words.isEmpty, around.inlet.offer(words, settled: nil) else { return }
        work.withLock { $0.unsaid.removeFirst(words.count) }
    }
}

/// What of a feed was not taken: kept as letters, and seen.
extension FeedIntake {
    /// A part that could not be taken. `isTold` when that is told alone, and no letter kept.
    struct Refused {
        var piece: Piece
        var fault: MessageFault
        var isTold: Bool
    }

    /// Keeps parts that could not be taken, together; gives the numbers of their letters. Of one request only so many are
    /// kept; of the same part that comes again, as of a sender that retries for ever, one.
    func keep(_ refused: [Refused], _ parcel: RequestParcel) -> [Int64?] {
        var numbers: [Int64?] = refused.map { _ in nil }
        var fresh: [(place: Int, mark: String, letter: DeadLetter)] = []
        for (place, part) in refused.enumerated().prefix(TakingReport.listLimit) where !part.isTold {
            let bytes = reader.kept(part.piece, parcel.request.kind, parcel.body)
            let mark = RecentLetters.mark(bytes, part.fault)
            if let number = work.withLock({ $0.kept[mark] }), letters.letter(number) != nil {
                numbers[place] = number
                continue
            }
            var letter = DeadLetter(feed: settings.name, at: around.now(), fault: part.fault, bytes: bytes)
            letter.format = parcel.request.kind.format
            fresh.append((place, mark, letter))
        }
        let kept = letters.numbers(keeping: fresh.map(\.letter))
        for (part, number) in zip(fresh, kept ?? []) {
            numbers[part.place] = number
            work.withLock { $0.kept[part.mark] = number }
        }
        let lost = (kept == nil ? fresh.count : 0) + refused.dropFirst(TakingReport.listLimit).count { !$0.isTold }
        if lost > 0 { counted.withLock { $0.lostLetters += Int64(lost) } }
        return numbers
    }

    /// A request of the feed's sender was not read at all.
    func noteLoss(_ english: String, _ chinese: String) {
        counted.withLock { counts in
            counts.faults += 1
            counts.lostLetters += 1
        }
        noteRefused(english, chinese)
    }

    /// Sees to it that somebody sees that something of the feed was not taken.
    func noteRefused(_ english: String, _ chinese: String) {
        let now = around.now()
        work.withLock { work in
            if let word = work.intake.refuse(english, chinese, now: now) { work.unsaid.append(word) }
        }
        speak()
    }
}
