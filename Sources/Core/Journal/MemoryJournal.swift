import DispatchModel
import Synchronization

/// A journal that lives as long as the program: for headless runs, drills that are thrown away, and tests.
///
/// It keeps the encoded records and their chain like any other backend; it just writes them nowhere.
package final class MemoryJournal: EventJournal {
    private struct State {
        var records: [[UInt8]] = []
        var hashes: [ChainHash] = []
        var sources: [SourceKey: JournalPosition] = [:]
        var snapshots: [BoardSnapshot] = []
        var closed = false

        var position: JournalPosition { JournalPosition(records.count) }
        var hash: ChainHash { hashes.last ?? .zero }
    }

    private let state = Mutex(State())

    /// What it may hold.
    package let kind: JournalKind

    /// An empty journal.
    package init(kind: JournalKind = .room) {
        self.kind = kind
    }

    /// Always false.
    package var isReadOnly: Bool { false }

    /// Records events, all or none.
    @discardableResult
    package func append(
        _ events: [PendingEvent], expecting position: JournalPosition
    ) throws(JournalError) -> [EventRecord] {
        try locked { state throws(JournalError) in try MemoryJournal.add(events, expecting: position, to: &state) }
    }

    /// Records a long run of events, all or none.
    @discardableResult
    package func append(
        expecting position: JournalPosition, from next: () throws(JournalError) -> [PendingEvent]?
    ) throws(JournalError) -> JournalPosition {
        try locked { state throws(JournalError) in
            let before = state
            do throws(JournalError) {
                guard state.position == position else { throw JournalError(.positionMoved(actual: state.position)) }
                while let batch = try next() {
                    _ = try MemoryJournal.add(batch, expecting: state.position, to: &state)
                }
                return state.position
            } catch {
                state = before
                throw error
            }
        }
    }

    private static func add(
        _ events: [PendingEvent], expecting position: JournalPosition, to state: inout State
    ) throws(JournalError) -> [EventRecord] {
        guard position == state.position else { throw JournalError(.positionMoved(actual: state.position)) }
        var fresh: [SourceKey: JournalPosition] = [:]
        var made: [EventRecord] = []
        for event in events {
            let record = event.record(at: position + JournalPosition(made.count) + 1)
            if let key = record.source {
                if let known = state.sources[key] ?? fresh[key] { throw JournalError(.duplicateSource(key, at: known)) }
                fresh[key] = record.position
            }
            made.append(record)
        }
        for record in made {
            let bytes = record.encoded()
            state.hashes.append(state.hash.next(position: record.position, record: bytes))
            state.records.append(bytes)
        }
        state.sources.merge(fresh) { old, _ in old }
        return made
    }

    /// Up to `limit` records after a position.
    package func records(after position: JournalPosition, limit: Int) throws(JournalError) -> [EventRecord] {
        let found = try locked { state throws(JournalError) -> ArraySlice<[UInt8]> in
            let start = Int(min(max(position, 0), state.position))
            return state.records[start..<min(start + max(limit, 0), state.records.count)]
        }
        var result: [EventRecord] = []
        result.reserveCapacity(found.count)
        for index in found.indices {
            result.append(try EventRecord(stored: found[index], at: JournalPosition(index + 1), path: ""))
        }
        return result
    }

    /// The records at these positions.
    package func records(at positions: [JournalPosition]) throws(JournalError) -> [EventRecord] {
        let all = try locked { state throws(JournalError) in state.records }
        var result: [EventRecord] = []
        for position in positions where position >= 1 && position <= all.count {
            result.append(try EventRecord(stored: all[Int(position - 1)], at: position, path: ""))
        }
        return result
    }

    /// Goes through all records after a position.
    package func forEach(
        after position: JournalPosition, _ body: (EventRecord) throws(JournalError) -> Void
    ) throws(JournalError) {
        var last = position
        while true {
            let batch = try records(after: last, limit: 1024)
            guard let end = batch.last else { return }
            for record in batch { try body(record) }
            last = end.position
        }
    }

    /// Position of the last event.
    package func lastPosition() throws(JournalError) -> JournalPosition {
        try locked { state throws(JournalError) in state.position }
    }

    /// The digest of the chain up to the last event.
    package func lastHash() throws(JournalError) -> ChainHash {
        try locked { state throws(JournalError) in state.hash }
    }

    /// The position of another system's record; nil when it is not in the journal.
    package func position(of source: SourceKey) throws(JournalError) -> JournalPosition? {
        try locked { state throws(JournalError) in state.sources[source] }
    }

    /// Up to `limit` keys after a key, in the order of their positions.
    package func sourceKeys(after key: SourceKey?, limit: Int) throws(JournalError) -> [SourceKey] {
        try locked { state throws(JournalError) in
            let start = key.flatMap { state.sources[$0] } ?? 0
            let rest = state.sources.filter { $0.value > start }.sorted { $0.value < $1.value }
            return rest.prefix(max(0, limit)).map(\.key)
        }
    }

    /// Keeps a board; the newest two are kept.
    package func save(_ snapshot: BoardSnapshot) throws(JournalError) {
        try locked { state throws(JournalError) in
            guard snapshot.position <= state.position else {
                throw JournalError(.positionMoved(actual: state.position))
            }
            state.snapshots.removeAll { $0.position == snapshot.position }
            state.snapshots.append(snapshot)
            state.snapshots.sort { $0.position > $1.position }
            if state.snapshots.count > BoardSnapshot.kept { state.snapshots.removeLast() }
        }
    }

    /// The board as of the last event.
    package func openBoard() throws(JournalError) -> OpenedBoard {
        try openBoard(from: try locked { state throws(JournalError) in state.snapshots })
    }

    /// Checks the chain, the records and the snapshots.
    package func verify() throws(JournalError) -> JournalReport {
        let (records, hashes, snapshots) = try locked { state throws(JournalError) in
            (state.records, state.hashes, state.snapshots)
        }
        var check = ChainCheck(snapshots: snapshots)
        for (index, bytes) in records.enumerated() {
            let position = JournalPosition(index + 1)
            _ = bytes.withUnsafeBytes { check.takeRecord(position: position, record: $0, hash: hashes[index].bytes) }
        }
        return check.finish(expectedEnd: JournalPosition(records.count), expectedHash: hashes.last?.bytes)
    }

    /// Lets go of the records.
    package func close() {
        state.withLock { $0 = State(closed: true) }
    }

    private func locked<Value>(
        _ body: (inout State) throws(JournalError) -> Value
    ) throws(JournalError) -> Value {
        let result = state.withLock { state -> Result<Value, JournalError> in
            guard !state.closed else { return .failure(JournalError(.closed)) }
            do throws(JournalError) {
                return .success(try body(&state))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
