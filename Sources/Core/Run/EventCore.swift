import DispatchModel
import DispatchPolicy

/// The one way for data: command or observation → decide → events → journal → apply → panes.
///
/// Two boards are kept. `head` holds everything decided and is what the next decision is made against; `shown` holds
/// what the journal has on disk and is what panes draw. While the journal writes, the core goes on deciding and the
/// screen goes on answering keys, but nothing is shown before it is recorded.
///
/// A drill shows what is decided (`Showing.decided`): there what follows from what must not depend on how fast a disk
/// is. When its journal cannot be written, the core keeps what was decided, takes nothing more in, and tries again.
///
/// Without a screen nothing is shown (`Showing.nothing`): events are folded once, into `head`, which is kept as a
/// snapshot whenever the journal has all of it. What cannot be written is kept as in a drill.
package final class EventCore {
    /// What is shown.
    package enum Showing: Sendable {
        /// What the journal has on disk.
        case recorded
        /// What was decided; the journal follows.
        case decided
        /// Nothing: there is no screen.
        case nothing
    }

    /// Everything decided.
    package var head: Board { decided.board }
    /// Everything recorded; what the core began with when nothing is shown.
    package private(set) var shown: Board
    /// What those are told of who give observations: what is recorded, where that is shown, else what is decided.
    package var told: Board { showing == .recorded ? shown : head }
    /// The rules in force.
    package var policy: Policy { decided.policy }
    /// The rules by which a board was decided, such as one of the past.
    package func policy(of board: Board) -> Policy { decided.policy(of: board) }
    /// Observations that could not be used, by reason: shown to the operator.
    package private(set) var ignored = IgnoredCounts()
    /// The failure that keeps the journal from being written, until something has been written again; nil while all is well.
    package private(set) var failure: JournalError?
    /// True while it is tried whether the journal can be written again.
    private var isRetrying = false
    /// True while the writer only tries, without a batch.
    private var isProbing = false
    /// Events between two snapshots, at least.
    static let snapshotInterval: JournalPosition = 20_000
    /// Time between two snapshots, at least: a snapshot copies the whole board, which a flood of events must not pay for
    /// over and over.
    static let snapshotPause = Span.seconds(10)
    /// The most events in one batch.
    static let batchLimit = 4096

    /// The most times that the rules about alerts are worked in one tick.
    static let roundLimit = 8

    private let showing: Showing
    /// What was decided since somebody last asked, where what is decided is shown.
    private var newlyDecided: [EventRecord] = []
    /// Position up to which the journal has everything.
    package private(set) var recordedPosition: JournalPosition
    private let writer: JournalWriter
    private var decided: HeadBoard
    private var waiting = Batch()
    private var writing = Batch()
    /// Observations whose events could not be written; they are decided again once the journal takes writing.
    private var again: [Observation] = []
    /// Commands that were decided but could not be recorded, for the operator to be told.
    private var lost: [CommandRequest] = []
    private var snapshotAt: JournalPosition
    private var snapshotTime: Timestamp?
    /// The time that never steps, as it was last told.
    private var steady = Timestamp.epoch
    private var keys: RecordedKeys

    /// A core on a board as the journal opened it. `snapshot` is where the journal's newest snapshot stands: the next is due
    /// so many events after it, however often the program has been started since.
    package init(
        board: Board, policy: Policy = Policy(), writer: JournalWriter, showing: Showing = .recorded,
        snapshot: JournalPosition? = nil
    ) {
        decided = HeadBoard(board: board, policy: policy)
        shown = board
        recordedPosition = board.position
        self.showing = showing
        self.writer = writer
        snapshotAt = snapshot ?? board.position
        keys = RecordedKeys(journal: writer, position: board.position)
    }

    /// From now on alerts are dealt with by these rules; what the old ones hide shows again, what the new ones hide goes.
    package func use(_ alerts: AlertRules, shifts: Shifts? = nil) {
        decided.use(alerts, shifts: shifts)
    }

    /// What was decided together and goes to the journal together.
    private struct Batch {
        var events: [EventRecord] = []
        var commands: [CommandRequest] = []
        /// Observations that made these events, or are only certain once these events are on disk.
        var answers: [(delivery: Delivery, settlement: Settlement)] = []

        /// What is to be decided again when the events could not be written.
        var observations: [Observation] {
            answers.lazy.filter { $0.settlement == .recorded }.map(\.delivery.observation)
        }

        /// Tells the senders; in place of what was expected, that it failed.
        func answer(failed: Bool = false) {
            for (delivery, settlement) in answers { delivery.settle(failed ? .failed : settlement) }
        }
    }

    /// True while something decided is not on disk yet.
    package var isWriting: Bool { !writing.events.isEmpty || !waiting.events.isEmpty }
    /// True while the journal cannot be written and it is not being tried again.
    package var isStuck: Bool { failure != nil && !isRetrying }
    /// What is decided and not on disk yet, in order.
    package var unrecorded: [EventRecord] { writing.events + waiting.events }
    /// True when no more should be taken in before the journal has caught up.
    package var isFull: Bool {
        isStuck || waiting.events.count >= EventCore.batchLimit
            || showing == .nothing && isSnapshotDue
    }
    /// Board time at which a clock falls due; nil when none can.
    package var nextDue: Timestamp? { decided.nextDue }

    /// Decides an operator's command. What succeeds is on its way to the journal.
    package func perform(_ request: CommandRequest, now: Timestamp) -> Result<[EventRecord], Rejection> {
        decided.decide(request, now: now).map { events in
            waiting.commands.append(request)
            return record(events, at: now, actor: request.actor, source: nil)
        }
    }

    /// Decides an observation; what it says nothing new about is counted.
    @discardableResult
    package func takeObservation(_ observation: Observation) -> [EventRecord] { takeDelivery(Delivery(observation)) }

    /// Decides what came in. The sender is told what became of it once everything that this depends on is on disk.
    @discardableResult
    func takeDelivery(_ delivery: Delivery) -> [EventRecord] {
        let observation = delivery.observation
        if let source = observation.source, let found = keys.find(source) {
            takeRepeated(delivery, found)
            return []
        }
        if case .position(let callsign, let point, let at) = observation.content {
            return takePosition(point, of: callsign, at: at, delivery)
        }
        if case .doubtfulPosition(let callsign, let reasons) = observation.content {
            takeDoubts(reasons, about: callsign, delivery)
            return []
        }
        switch decided.decide(observation) {
        case .success(let events):
            let records = record(events, at: observation.at, actor: observation.actor, source: observation.source)
            answer(delivery, records.isEmpty ? .known : .recorded)
            return records
        case .failure(let reason):
            ignored.count(reason)
            answer(delivery, reason == .known ? .known : .refused(reason))
            return []
        }
    }

    /// Takes what has an id that came before: the same again is known, something else under it is not to be swallowed.
    private func takeRepeated(_ delivery: Delivery, _ found: RecordedKeys.Found) {
        let observation = delivery.observation
        if observation.isComparable {
            let fault: Ignored? =
                switch record(found) {
                case nil: .unreadable
                case let record? where observation.contradicts(record, on: decided.board): .contradiction
                case .some: nil
                }
            if let fault {
                ignored.count(fault)
                return answer(delivery, .refused(fault))
            }
        }
        ignored.recorded += 1
        answer(delivery, .known)
    }

    /// A record that was decided before; nil when the journal cannot say.
    private func record(_ found: RecordedKeys.Found) -> EventRecord? {
        switch found {
        case .decided(let position): unrecorded(at: position)
        case .recorded(let position): writer.record(at: position)
        case .somewhere: nil
        }
    }

    /// An event that is decided and not on disk yet; the positions of those follow one another.
    private func unrecorded(at position: JournalPosition) -> EventRecord? {
        for events in [writing.events, waiting.events] {
            guard let first = events.first, position >= first.position else { continue }
            let place = Int(position - first.position)
            if place < events.count { return events[place] }
        }
        return nil
    }

    /// Tells the sender once everything decided so far is on disk: what is known or refused because of something that
    /// is still being written is no more certain than that.
    private func answer(_ delivery: Delivery, _ settlement: Settlement) {
        guard isWriting else { return delivery.settle(settlement) }
        guard delivery.isAwaited || settlement == .recorded else { return }
        if waiting.events.isEmpty {
            writing.answers.append((delivery, settlement))
        } else {
            waiting.answers.append((delivery, settlement))
        }
    }

    /// Raises and clears alerts whose time has come, then works the room's rules about alerts. `steady` is a time that never
    /// steps, for what has nothing to do with the board's.
    @discardableResult
    package func tick(now: Timestamp, steady: Timestamp? = nil) -> [EventRecord] {
        self.steady = max(self.steady, steady ?? now)
        if !isWriting { keepSnapshotIfDue() }
        var records: [EventRecord] = []
        if let events = decided.clocksDue(at: now) {
            records = record(events, at: now, actor: .policy, source: nil)
        }
        if let events = decided.personnelDue(at: now) {
            records += record(events, at: now, actor: .policy, source: nil)
        }
        if let events = decided.plansDue(at: now) {
            records += record(events, at: now, actor: .policy, source: nil)
        }
        // One rule may follow from another; what a round leaves is done at the next tick.
        for _ in 0..<EventCore.roundLimit {
            guard let events = decided.rulesDue(at: now) else { break }
            records += record(events, at: now, actor: .policy, source: nil)
        }
        return records
    }

    /// The incidents that an incident being entered is probably the same event as, the likeliest first.
    package func likelyDuplicates(of new: NewIncident, now: Timestamp) -> [DuplicateProposal] {
        decided.likelyDuplicates(of: new, now: now)
    }

    /// Hands what was decided to the journal when it is idle. Does not wait.
    package func startWriting() {
        guard writing.events.isEmpty, !waiting.events.isEmpty, !isStuck, !isProbing else { return }
        swap(&writing, &waiting)
        keys.startWriting()
        writer.start(writing.events, after: recordedPosition)
    }

    /// What was decided since the last time, in order, where what is decided is shown.
    func takeDecided() -> [EventRecord] {
        defer { newlyDecided = [] }
        return newlyDecided
    }

    /// After a failure: decides again what could not be written and tries once more. The failure stands until that has
    /// worked.
    package func retry() {
        guard failure != nil, !isRetrying else { return }
        isRetrying = true
        if showing == .recorded {
            let observations = again
            again = []
            for observation in observations { takeObservation(observation) }
        }
        startWriting()
        guard writing.events.isEmpty else { return }
        isProbing = true
        writer.start([], after: recordedPosition)
    }

    /// Has the journal say that its writer lives and how its board time runs, and learns whether it is still the one that was
    /// opened. To be asked about once a second; what is found is taken by `finishWriting`.
    func lookAfterJournal(clock: WriterClock? = nil, feeds: [WriterFeed] = []) {
        writer.keepAlive(failure.map { .failing($0.code) } ?? .recording, clock: clock, feeds: feeds)
    }

    /// Why a snapshot could not be kept, once.
    package func takeSnapshotFailure() -> JournalError? { writer.takeSnapshotFailure() }

    /// The commands that turned out not to be recorded, once.
    package func takeLostCommands() -> [CommandRequest] {
        defer { lost = [] }
        return lost
    }

    /// Takes what the journal has finished, shows it and starts the next batch. Returns what was newly recorded.
    func finishWriting() -> [EventRecord] {
        if !isWriting { keepSnapshotIfDue() }
        if writing.events.isEmpty, failure == nil, let trouble = writer.trouble { giveUp(because: trouble) }
        guard let result = writer.takeResult() else { return [] }
        isProbing = false
        defer { if failure == nil { startWriting() } }
        return conclude(result)
    }

    /// Writes everything decided and waits for it. Throws the journal's error.
    package func flush() throws(JournalError) -> [EventRecord] {
        var recorded: [EventRecord] = []
        if !writing.events.isEmpty || isProbing {
            writer.finish()
            recorded = finishWriting()
            writer.finish()
            recorded += finishWriting()
        }
        if !waiting.events.isEmpty {
            swap(&writing, &waiting)
            keys.startWriting()
            recorded += conclude(writer.write(writing.events, after: recordedPosition))
        }
        if let failure { throw failure }
        return recorded
    }

    /// Folds in what another console has recorded, for a console that only watches.
    package func follow(_ records: [EventRecord]) {
        for record in records where record.position == shown.position + 1 {
            shown.apply(record)
            decided.follow(record)
        }
    }

    /// Keeps a snapshot of what is recorded, so that the next opening is fast, and waits for it. Whoever still waits to be
    /// told is told that it failed.
    package func close() {
        writer.finish()
        _ = finishWriting()
        writer.finish()
        _ = finishWriting()
        let board = showing == .nothing ? head : shown
        if board.position > snapshotAt, board.position == recordedPosition { writer.keepSnapshot(of: board) }
        writer.finishSnapshots()
        writer.finish()
        // Nobody is left waiting for what will not be written any more.
        for batch in [writing, waiting] { batch.answer(failed: true) }
        (writing.answers, waiting.answers) = ([], [])
    }

    private func conclude(_ result: Result<JournalPosition, JournalError>) -> [EventRecord] {
        switch result {
        case .success:
            (failure, isRetrying) = (nil, false)
            let batch = writing
            writing = Batch()
            recordedPosition = batch.events.last?.position ?? recordedPosition
            keys.finishWriting()
            if showing == .recorded {
                for event in batch.events { shown.apply(event) }
            }
            batch.answer()
            keepSnapshotIfDue()
            return batch.events
        case .failure(let error):
            giveUp(because: error)
            return []
        }
    }

    private var isSnapshotDue: Bool {
        recordedPosition - snapshotAt >= EventCore.snapshotInterval
            && snapshotTime.map { steady - $0 >= EventCore.snapshotPause } ?? true
    }

    /// A board is only kept for later once the journal has all of it. When nothing is shown, nothing more is taken in until
    /// that is so.
    private func keepSnapshotIfDue() {
        let position = showing == .nothing ? decided.board.position : shown.position
        guard isSnapshotDue, position == recordedPosition else { return }
        snapshotAt = position
        snapshotTime = steady
        writer.keepSnapshot(of: showing == .nothing ? head : shown)
    }

    /// What could not be recorded did not happen: the board goes back to what is on disk, and whoever asked is told.
    private func giveUp(because error: JournalError) {
        (failure, isRetrying) = (error, false)
        guard showing == .recorded else {
            // It did happen on the screen: it stays decided and is written once that is possible.
            writing.events += waiting.events
            writing.answers += waiting.answers
            waiting = writing
            writing = Batch()
            return
        }
        again = writing.observations + waiting.observations
        for batch in [writing, waiting] { batch.answer(failed: true) }
        lost += writing.commands + waiting.commands
        keys.forgetPending()
        // What the journal turns out to have already must not stop everything after it for ever.
        if case .duplicateSource(let key, _) = error.kind { keys.refuse(key) }
        writing = Batch()
        waiting = Batch()
        decided.goBack(to: shown)
    }

    /// Records events, and what their evidence proposes right behind them: either both are on disk or neither is.
    private func record(
        _ events: [EventBody], at: Timestamp, actor: Actor, source: SourceKey?
    ) -> [EventRecord] {
        let records = append(events, at: at, actor: actor, source: source)
        guard let proposed = decided.duplicatesDue() else { return records }
        return records + append(proposed, at: at, actor: .policy, source: nil)
    }

    private func append(
        _ events: [EventBody], at: Timestamp, actor: Actor, source: SourceKey?
    ) -> [EventRecord] {
        var records: [EventRecord] = []
        records.reserveCapacity(events.count)
        for body in events {
            let key = records.isEmpty ? source : nil
            let event = EventRecord(position: decided.board.position + 1, at: at, actor: actor, source: key, body: body)
            decided.fold(event)
            records.append(event)
        }
        if showing == .decided {
            for event in records { shown.apply(event) }
            newlyDecided += records
        }
        if let source, let first = records.first { keys.insert(source, at: first.position) }
        waiting.events.append(contentsOf: records)
        return records
    }

    private func takeDoubts(_ doubts: Set<PositionDoubt>, about callsign: String, _ delivery: Delivery) {
        guard let unit = decided.doubt(callsign, doubts, at: delivery.observation.at) else {
            ignored.count(.unknownUnit(callsign))
            return delivery.settle(.refused(.unknownUnit(callsign)))
        }
        if showing != .nothing { shown.doubt(unit, doubts, at: delivery.observation.at) }
        delivery.settle(.recorded)
    }

    private func takePosition(
        _ point: GeoPoint, of callsign: String, at: Timestamp, _ delivery: Delivery
    ) -> [EventRecord] {
        guard !decided.doubts(point, of: callsign) else {
            takeDoubts([.farFromDuty], about: callsign, delivery)
            return []
        }
        guard let (unit, sample) = decided.hear(callsign, at: point, when: at) else {
            ignored.count(.unknownUnit(callsign))
            delivery.settle(.refused(.unknownUnit(callsign)))
            return []
        }
        defer { delivery.settle(.recorded) }
        if showing != .nothing { shown.hear(unit, at: point, when: at) }
        guard let event = sample else { return [] }
        let observation = delivery.observation
        return record([event], at: observation.at, actor: observation.actor, source: nil)
    }
}
