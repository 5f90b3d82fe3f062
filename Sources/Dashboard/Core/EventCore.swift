import DispatchModel
import DispatchPolicy
import Journal

/// The one way for data: command or observation → decide → events → journal → apply → panes.
///
/// Two boards are kept. `head` holds everything decided and is what the next decision is made against; `shown` holds
/// what the journal has on disk and is what panes draw. While the journal writes, the core goes on deciding and the
/// screen goes on answering keys, but nothing is shown before it is recorded.
///
/// A drill shows what is decided (`Showing.decided`): there what follows from what must not depend on how fast a disk
/// is. When its journal cannot be written, the core keeps what was decided, takes nothing more in, and tries again.
public final class EventCore {
    /// What is shown.
    public enum Showing: Sendable {
        /// What the journal has on disk.
        case recorded
        /// What was decided; the journal follows.
        case decided
    }

    /// Everything decided.
    public private(set) var head: Board
    /// Everything recorded.
    public private(set) var shown: Board
    /// The rules in force.
    public let policy: Policy
    /// Observations that could not be used, by reason: shown to the operator.
    public private(set) var ignored = IgnoredCounts()
    /// The failure that keeps the journal from being written; nil while all is well.
    public private(set) var failure: JournalError?
    /// Events between two snapshots.
    public static let snapshotInterval: JournalPosition = 20_000
    /// The most events in one batch.
    public static let batchLimit = 4096

    private let showing: Showing
    /// What was decided since somebody last asked, where what is decided is shown.
    private var decided: [EventRecord] = []
    /// Position up to which the journal has everything.
    public private(set) var recordedPosition: JournalPosition
    private let writer: JournalWriter
    private let commands: CommandDecider
    private let observations: ObservationDecider
    private let sampler = PositionSampler()
    private var engine: DeadlineEngine
    private var waiting = Batch()
    private var writing = Batch()
    /// Observations whose events could not be written; they are decided again once the journal takes writing.
    private var again: [Observation] = []
    /// Commands that were decided but could not be recorded, for the operator to be told.
    private var lost: [CommandRequest] = []
    private var snapshotAt: JournalPosition
    private var recordedSources: [String: Set<String>] = [:]

    /// A core on a board as the journal opened it.
    public init(board: Board, policy: Policy = Policy(), writer: JournalWriter, showing: Showing = .recorded) {
        head = board
        shown = board
        recordedPosition = board.position
        self.showing = showing
        self.policy = policy
        self.writer = writer
        commands = CommandDecider(policy: policy)
        observations = ObservationDecider(policy: policy)
        engine = DeadlineEngine(deadlines: policy.deadlines, board: board)
        snapshotAt = board.position
    }

    /// Tells the core which records of a source the journal has already, so that they are not decided again.
    public func skip(recorded ids: Set<String>, of source: String) {
        recordedSources[source] = ids
    }

    /// What was decided together and goes to the journal together.
    private struct Batch {
        var events: [EventRecord] = []
        var observations: [Observation] = []
        var commands: [CommandRequest] = []
    }

    /// True while something decided is not on disk yet.
    public var isWriting: Bool { !writing.events.isEmpty || !waiting.events.isEmpty }
    /// True when no more should be taken in before the journal has caught up.
    public var isFull: Bool { failure != nil || waiting.events.count >= EventCore.batchLimit }
    /// Board time at which a clock falls due; nil when none can.
    public var nextDue: Timestamp? { engine.nextDue }

    /// Decides an operator's command. What succeeds is on its way to the journal.
    public func perform(_ request: CommandRequest, now: Timestamp) -> Result<[EventRecord], Rejection> {
        commands.decide(request, board: head, now: now).map { events in
            waiting.commands.append(request)
            return record(events, at: now, actor: request.actor, source: nil)
        }
    }

    /// Decides an observation; what it says nothing new about is counted.
    @discardableResult
    public func take(_ observation: Observation) -> [EventRecord] {
        if let source = observation.source, recordedSources[source.source]?.contains(source.id) == true {
            ignored.recorded += 1
            return []
        }
        if case .position(let callsign, let point, let at) = observation.content {
            return take(position: point, of: callsign, at: at, observation)
        }
        switch observations.decide(observation, board: head) {
        case .success(let events):
            waiting.observations.append(observation)
            return record(events, at: observation.at, actor: observation.actor, source: observation.source)
        case .failure(let reason):
            ignored.count(reason)
            return []
        }
    }

    /// Raises and clears alerts whose time has come.
    @discardableResult
    public func tick(now: Timestamp) -> [EventRecord] {
        guard let due = engine.nextDue, due <= now else { return [] }
        return record(engine.due(at: now, board: head), at: now, actor: .policy, source: nil)
    }

    /// Hands what was decided to the journal when it is idle. Does not wait.
    public func startWriting() {
        guard writing.events.isEmpty, !waiting.events.isEmpty else { return }
        swap(&writing, &waiting)
        writer.start(writing.events, after: recordedPosition)
    }

    /// What was decided since the last time, in order, where what is decided is shown.
    public func takeDecided() -> [EventRecord] {
        defer { decided = [] }
        return decided
    }

    /// After a failure: decides again what could not be written and tries once more.
    public func retry() {
        guard failure != nil else { return }
        failure = nil
        if showing == .decided { return startWriting() }
        let observations = again
        again = []
        for observation in observations { take(observation) }
        startWriting()
    }

    /// The commands that turned out not to be recorded, once.
    public func takeLostCommands() -> [CommandRequest] {
        defer { lost = [] }
        return lost
    }

    /// Takes what the journal has finished, shows it and starts the next batch. Returns what was newly recorded.
    public func finishWriting() -> [EventRecord] {
        guard let result = writer.takeResult() else { return [] }
        defer { if failure == nil { startWriting() } }
        return settle(result)
    }

    /// Writes everything decided and waits for it. Throws the journal's error.
    public func flush() throws(JournalError) -> [EventRecord] {
        var recorded: [EventRecord] = []
        if !writing.events.isEmpty {
            writer.finish()
            recorded = finishWriting()
            writer.finish()
            recorded += finishWriting()
        }
        if !waiting.events.isEmpty {
            swap(&writing, &waiting)
            recorded += settle(writer.write(writing.events, after: recordedPosition))
        }
        if let failure { throw failure }
        return recorded
    }

    /// Folds in what another console has recorded, for a console that only watches.
    public func follow(_ records: [EventRecord]) {
        for record in records where record.position == shown.position + 1 {
            shown.apply(record)
            head.apply(record)
        }
    }

    /// Keeps a snapshot of what is recorded, so that the next opening is fast, and waits for it.
    public func close() {
        writer.finish()
        _ = finishWriting()
        writer.finish()
        _ = finishWriting()
        if shown.position > snapshotAt, shown.position == recordedPosition { writer.keepSnapshot(of: shown) }
        writer.finish()
    }

    private func settle(_ result: Result<JournalPosition, JournalError>) -> [EventRecord] {
        switch result {
        case .success:
            let batch = writing.events
            writing = Batch()
            recordedPosition = batch.last?.position ?? recordedPosition
            guard showing == .recorded else {
                keepSnapshotIfDue()
                return batch
            }
            for event in batch { shown.apply(event) }
            keepSnapshotIfDue()
            return batch
        case .failure(let error):
            giveUp(because: error)
            return []
        }
    }

    /// A board is only kept for later once the journal has all of it.
    private func keepSnapshotIfDue() {
        guard shown.position - snapshotAt >= EventCore.snapshotInterval, shown.position == recordedPosition else {
            return
        }
        snapshotAt = shown.position
        writer.keepSnapshot(of: shown)
    }

    /// What could not be recorded did not happen: the board goes back to what is on disk, and whoever asked is told.
    private func giveUp(because error: JournalError) {
        failure = error
        guard showing == .recorded else {
            // It did happen on the screen: it stays decided and is written once that is possible.
            writing.events += waiting.events
            waiting = writing
            writing = Batch()
            return
        }
        again = writing.observations + waiting.observations
        lost += writing.commands + waiting.commands
        for source in again.compactMap(\.source) { recordedSources[source.source]?.remove(source.id) }
        // What the journal turns out to have already must not stop everything after it for ever.
        if case .duplicateSource(let key, _) = error.kind { recordedSources[key.source, default: []].insert(key.id) }
        writing = Batch()
        waiting = Batch()
        head = shown
        engine = DeadlineEngine(deadlines: policy.deadlines, board: head)
    }

    private func record(
        _ events: [EventBody], at: Timestamp, actor: Actor, source: SourceKey?
    ) -> [EventRecord] {
        var records: [EventRecord] = []
        records.reserveCapacity(events.count)
        for body in events {
            let key = records.isEmpty ? source : nil
            let event = EventRecord(position: head.position + 1, at: at, actor: actor, source: key, body: body)
            head.apply(event)
            engine.observe(event, board: head)
            records.append(event)
        }
        if showing == .decided {
            for event in records { shown.apply(event) }
            decided += records
        }
        if let source, !records.isEmpty { recordedSources[source.source, default: []].insert(source.id) }
        waiting.events.append(contentsOf: records)
        return records
    }

    private func take(
        position point: GeoPoint, of callsign: String, at: Timestamp, _ observation: Observation
    ) -> [EventRecord] {
        guard let unit = head.unit(callsign: callsign) else {
            ignored.count(.unknownUnit(callsign))
            return []
        }
        head.hear(unit.id, at: point, when: at)
        shown.hear(unit.id, at: point, when: at)
        engine.heard(unit.id)
        guard let event = sampler.sample(unit: unit, point: point, at: at, every: policy.positionSample) else {
            return []
        }
        return record([event], at: observation.at, actor: observation.actor, source: nil)
    }
}

/// How many observations made no event, by reason.
public struct IgnoredCounts: Hashable, Sendable {
    /// In the journal already.
    public var recorded = 0
    /// Known to the board already.
    public var known = 0
    /// About an incident that the board does not have.
    public var unknownIncident = 0
    /// About a unit that the board does not have.
    public var unknownUnit = 0
    /// About an assignment that was withdrawn or never made.
    public var noAssignment = 0

    /// Nothing ignored yet.
    public init() {}

    /// Those that somebody should look at: everything but repetitions.
    public var unusable: Int { unknownIncident + unknownUnit + noAssignment }

    mutating func count(_ reason: Ignored) {
        switch reason {
        case .known: known += 1
        case .unknownIncident: unknownIncident += 1
        case .unknownUnit: unknownUnit += 1
        case .noAssignment: noAssignment += 1
        }
    }
}
