import Core
import Dispatch
import DispatchModel
import Synchronization

/// A journal in memory with a gate before its `append`: open, held shut until it is opened, or failing as a disk fails.
package final class GatedJournal: EventJournal {
    private struct Gate {
        var failure: JournalError.Kind?
        var isShut = false
        var hidesKeys = false
        var waiting = 0
        var appends = 0
        var loss: JournalError.Kind?
        var states: [WriterState] = []
        var clocks: [WriterClock?] = []
        var feeds: [[WriterFeed]] = []
    }

    private let memory = MemoryJournal()
    private let gate = Mutex(Gate())
    private let opened = DispatchSemaphore(value: 0)

    package init() {}

    /// Appends block from here on until `open`.
    package func shut() { gate.withLock { $0.isShut = true } }

    /// Lets what is blocked go on, and what comes.
    package func open() {
        let waiting = gate.withLock { gate in
            gate.isShut = false
            defer { gate.waiting = 0 }
            return gate.waiting
        }
        for _ in 0..<waiting { opened.signal() }
    }

    /// Appends fail from here on; nil lets them succeed again.
    package func fail(_ kind: JournalError.Kind?) { gate.withLock { $0.failure = kind } }

    /// Looking after it finds this from here on; appends go on working.
    package func lose(_ kind: JournalError.Kind?) { gate.withLock { $0.loss = kind } }

    /// What it was told about its writer, in order.
    package var states: [WriterState] { gate.withLock { $0.states } }
    /// What it was told about its writer's clock, in order.
    package var clocks: [WriterClock?] { gate.withLock { $0.clocks } }
    /// What it was told about its writer's feeds, in order.
    package var feeds: [[WriterFeed]] { gate.withLock { $0.feeds } }

    /// It cannot say any more which keys it has, as when its index cannot be read; it still refuses one that it has.
    package func hideKeys() { gate.withLock { $0.hidesKeys = true } }

    private var hidesKeys: Bool { gate.withLock { $0.hidesKeys } }

    /// True while appends would block.
    package var isShut: Bool { gate.withLock { $0.isShut } }

    private func pass() throws(JournalError) {
        let mustWait = gate.withLock { gate in
            gate.appends += 1
            if gate.isShut { gate.waiting += 1 }
            return gate.isShut
        }
        if mustWait { opened.wait() }
        if let failure = gate.withLock({ $0.failure }) { throw JournalError(failure) }
    }

    package var isReadOnly: Bool { false }

    package func append(_ events: [PendingEvent], expecting position: JournalPosition) throws(JournalError)
        -> [EventRecord]
    {
        try pass()
        return try memory.append(events, expecting: position)
    }

    package func append(
        expecting position: JournalPosition, from next: () throws(JournalError) -> [PendingEvent]?
    ) throws(JournalError) -> JournalPosition {
        try pass()
        return try memory.append(expecting: position, from: next)
    }

    package func records(after position: JournalPosition, limit: Int) throws(JournalError) -> [EventRecord] {
        try memory.records(after: position, limit: limit)
    }
    package func records(at positions: [JournalPosition]) throws(JournalError) -> [EventRecord] {
        try memory.records(at: positions)
    }
    package func forEach(
        after position: JournalPosition, _ body: (EventRecord) throws(JournalError) -> Void
    ) throws(JournalError) { try memory.forEach(after: position, body) }
    package func lastPosition() throws(JournalError) -> JournalPosition { try memory.lastPosition() }
    package func lastHash() throws(JournalError) -> ChainHash { try memory.lastHash() }
    package func position(of source: SourceKey) throws(JournalError) -> JournalPosition? {
        if hidesKeys { throw JournalError(.io) }
        return try memory.position(of: source)
    }
    package func sourceKeys(after key: SourceKey?, limit: Int) throws(JournalError) -> [SourceKey] {
        hidesKeys ? [] : try memory.sourceKeys(after: key, limit: limit)
    }
    package func save(_ snapshot: BoardSnapshot) throws(JournalError) { try memory.save(snapshot) }
    package func probe() throws(JournalError) { try pass() }
    package func keepAlive(
        _ state: WriterState, clock: WriterClock?, feeds: [WriterFeed]
    ) throws(JournalError) {
        let loss = gate.withLock { gate in
            gate.states.append(state)
            gate.clocks.append(clock)
            gate.feeds.append(feeds)
            return gate.loss
        }
        if let loss { throw JournalError(loss) }
    }
    package func openBoard() throws(JournalError) -> OpenedBoard { try memory.openBoard() }
    package func verify() throws(JournalError) -> JournalReport { try memory.verify() }
    package func close() { memory.close() }
}
