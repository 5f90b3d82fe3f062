import Dispatch
import DispatchModel
import FeedTransports
import Feeds
import Formats
import Synchronization

/// Takes in what one feed sends over HTTP: reads, normalises, offers, and answers once it is certain what became of it.
///
/// Bodies are worked on in order, on a queue of the feed's own, so that one feed's large body keeps no other waiting.
final class FeedIntake: Sendable {
    let settings: FeedSettings
    let sink: FeedSink
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
        var normaliser: Normaliser
        var watch: HeartbeatWatch?
        var refusals: RefusalWatch
        /// Words of the watches that the console had no room for.
        var unsaid: [Observation] = []
        var kept = RecentLetters()
    }

    init(_ settings: FeedSettings, limits: HTTPLimits, sink: FeedSink, letters: DeadLetterStore, end: EndFlag) {
        self.end = end
        self.settings = settings
        self.limits = limits
        self.sink = sink
        self.letters = letters
        reader = BodyReader(words: settings.words, limits: limits)
        queue = DispatchQueue(label: "watchfloor.feed.\(settings.name)")
        let now = sink.steady()
        gate = Mutex(Gate(bucket: TokenBucket(rate: settings.rate, milliseconds: now.rawValue)))
        let watch = settings.heartbeat.map { HeartbeatWatch(feed: settings.name, deadline: $0, now: now) }
        // Who gets no answer sends again: the journal, which knows what it has, says what is a repetition.
        var normalising = NormalisingLimits()
        normalising.repeatsAreTold = true
        work = Mutex(
            Work(
                normaliser: Normaliser(feed: settings.name, limits: normalising), watch: watch,
                refusals: RefusalWatch(feed: settings.name, now: now)))
    }

    /// What has come of the feed so far.
    var counts: FeedCounts { counted.withLock { $0 } }

    // MARK: The door

    /// Lets a request in, or says why it must come later. One that was let in is let out once.
    func enter(_ route: Route) -> Answer? {
        let now = sink.steady().rawValue
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
    func take(_ request: BodyRequest, _ body: [UInt8], reply: @escaping @Sendable (Answer) -> Void) {
        queue.async { [self] in
            let now = sink.now()
            hear(now)
            let pieces = pieces(request, body)
            let parcel = normalised(pieces, request, body, now)
            guard pass(pieces.count, sink.steady()) else { return reply(full(request.route, .rate, 1000)) }
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
        let results = work.withLock { work in
            pieces.map { piece -> Normalised? in
                guard case .success(let message) = piece.content else { return nil }
                return work.normaliser.take(message, now: now)
            }
        }
        for result in results { parcel.add(result?.observations ?? []) }
        let (times, forgotten) = work.withLock { ($0.normaliser.skew, $0.normaliser.forgotten) }
        let (skew, lag) = (times.estimate, times.median)
        counted.withLock { counts in
            (counts.last, counts.heard) = (now, sink.steady())
            (counts.skew, counts.lag, counts.forgotten) = (skew, lag, forgotten)
            for mark in results.compactMap({ $0?.mark }) { counts.marks[mark, default: 0] += 1 }
            for case .success(let message) in pieces.map(\.content) where !message.doubts.isEmpty {
                counts.doubtful += 1
            }
        }
        return parcel
    }

    private func offer(_ parcel: RequestParcel, _ reply: @escaping @Sendable (Answer) -> Void) {
        guard !parcel.observations.isEmpty else { return finish(parcel, [], reply) }
        let isTaken = sink.offer(parcel.observations) { [self] outcomes in
            queue.async { [self] in finish(parcel, outcomes, reply) }
        }
        if !isTaken {
            counted.withLock { $0.heldBack += 1 }
            reply(end.isSet ? .stopping : full(parcel.request.route, .inboxFull, 1000))
        }
    }

    private func finish(_ parcel: RequestParcel, _ outcomes: [FeedOutcome], _ reply: (Answer) -> Void) {
        guard !outcomes.contains(.failed) else { return reply(.unrecorded) }
        var report = TakingReport(readsChinese: parcel.request.readsChinese)
        var refused: [Refused] = []
        for (piece, range) in zip(parcel.pieces, parcel.ranges) {
            switch parcel.fate(piece, outcomes[range]) {
            case .taken: report.taken += 1
            case .repeated: report.repeated += 1
            case .refused(let fault, let isUnderstood):
                if isUnderstood { report.refusedByBoard += 1 }
                // A receiver that is no unit of the roster says so every second: that is told, not kept.
                refused.append(Refused(piece: piece, fault: fault, isTold: parcel.isTelemetry(range)))
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
            let now = sink.now()
            let skew = work.withLock { work in
                let words = [work.watch?.look(now: now, steady: sink.steady()), work.refusals.look(now: now)]
                work.unsaid += words.compactMap { $0 }
                return work.normaliser.skew
            }
            counted.withLock { ($0.skew, $0.lag) = (skew.estimate, skew.median) }
            speak()
            for letter in letters.takeResent(of: settings.name) { take(again: letter) }
        }
    }

    private func take(again letter: DeadLetter) {
        let kind = BodyKind(letter: letter.format ?? settings.format, letter.bytes)
        let route = Route.allCases.first { $0.format == kind.format } ?? .messages
        let request = BodyRequest(route: route, kind: kind, feed: 0)
        take(request, letter.bytes) { [letters] answer in
            // What could not be taken for want of room, or not recorded, is taken again.
            if answer.status.code >= 429 { letters.putBack(letter.number) } else { letters.settle(letter.number) }
        }
    }

    private func hear(_ now: Timestamp) {
        work.withLock { work in
            if let word = work.watch?.hear(now: now, steady: sink.steady()) { work.unsaid.append(word) }
        }
        speak()
    }

    /// Offers the words of the watches; those without room wait for the next time.
    func speak() {
        let words = work.withLock { $0.unsaid }
        guard !words.isEmpty, sink.offer(words, nil) else { return }
        work.withLock { $0.unsaid.removeFirst(words.count) }
    }
}
