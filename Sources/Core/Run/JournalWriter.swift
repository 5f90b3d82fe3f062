import Dispatch
import DispatchModel
import Synchronization

/// Appends to the journal off the run loop's thread, one batch at a time, so that the screen never waits for a disk.
package final class JournalWriter: Sendable {
    private let journal: any EventJournal
    private let queue = DispatchQueue(label: "watchfloor.journal", qos: .userInitiated)
    private let finished = Mutex<Result<JournalPosition, JournalError>?>(nil)
    private let learned = Mutex<KeyFilter?>(nil)
    private let wake: @Sendable () -> Void
    private let care = Mutex(Care())
    /// Snapshots being encoded, beside the batches.
    private let snapshots = DispatchGroup()

    /// What is found while nothing is written.
    private struct Care {
        /// True while the journal is asked.
        var isAsked = false
        /// What keeps it from recording.
        var trouble: JournalError?
        /// Why a snapshot could not be kept.
        var snapshotFailure: JournalError?
    }

    /// Creates a writer that calls `wake` when a batch has been written or has failed.
    package init(journal: any EventJournal, wake: @escaping @Sendable () -> Void) {
        self.journal = journal
        self.wake = wake
    }

    /// Starts writing a batch; the caller waits for `takeResult` before the next.
    package func start(_ batch: [EventRecord], after position: JournalPosition) {
        queue.async { [self] in
            let result = append(batch, after: position)
            finished.withLock { $0 = result }
            wake()
        }
    }

    /// Writes a batch on the calling thread.
    package func write(_ batch: [EventRecord], after position: JournalPosition) -> Result<JournalPosition, JournalError>
    {
        queue.sync { append(batch, after: position) }
    }

    /// What became of the batch, once.
    func takeResult() -> Result<JournalPosition, JournalError>? {
        finished.withLock { result in
            defer { result = nil }
            return result
        }
    }

    /// Keeps a snapshot of the board. It is encoded beside the batches, which do not wait for that, and stored behind those
    /// already started. One that cannot be stored costs only time at the next start.
    package func keepSnapshot(of board: Board) {
        snapshots.enter()
        DispatchQueue.global(qos: .utility).async { [self] in
            let snapshot = BoardSnapshot(of: board)
            queue.async { [self] in
                defer { snapshots.leave() }
                do throws(JournalError) {
                    try journal.save(snapshot)
                } catch {
                    care.withLock { $0.snapshotFailure = error }
                    wake()
                }
            }
        }
    }

    /// Waits until the snapshots begun are stored.
    func finishSnapshots() {
        snapshots.wait()
    }

    /// Why a snapshot could not be stored, once.
    package func takeSnapshotFailure() -> JournalError? {
        care.withLock { care in
            defer { care.snapshotFailure = nil }
            return care.snapshotFailure
        }
    }

    /// Has the journal say that its writer lives, and looks after it, behind the batches already started.
    package func keepAlive(_ state: WriterState, clock: WriterClock? = nil, feeds: [WriterFeed] = []) {
        let isFree = care.withLock { care in
            defer { care.isAsked = true }
            return !care.isAsked
        }
        guard isFree else { return }
        queue.async { [self] in
            var trouble: JournalError?
            do throws(JournalError) {
                try journal.keepAlive(state, clock: clock, feeds: feeds)
            } catch {
                trouble = error
            }
            care.withLock { care in
                care.isAsked = false
                care.trouble = trouble
            }
            if trouble != nil { wake() }
        }
    }

    /// What keeps the journal from recording, as was found last.
    var trouble: JournalError? { care.withLock { $0.trouble } }

    /// Waits until everything started has been written.
    package func finish() {
        queue.sync {}
    }

    /// Where the journal has another system's record; nil also when it cannot be read, since a record that it has is
    /// refused when it is appended.
    func position(of key: SourceKey) -> JournalPosition? {
        try? journal.position(of: key)
    }

    /// A record of the journal; nil when it cannot be read.
    func record(at position: JournalPosition) -> EventRecord? {
        (try? journal.records(at: [position]))?.first
    }

    /// Begins to read the keys of all records of other systems, beside everything else.
    func learnKeys() {
        DispatchQueue.global(qos: .utility).async { [self] in
            var filter = KeyFilter()
            var last: SourceKey?
            while let keys = try? journal.sourceKeys(after: last, limit: 4096) {
                guard let end = keys.last else { return learned.withLock { $0 = filter } }
                for key in keys { filter.insert(key) }
                last = end
            }
        }
    }

    /// The keys that were read, once all are.
    func takeLearnedKeys() -> KeyFilter? {
        learned.withLock { learned in
            defer { learned = nil }
            return learned
        }
    }

    private func append(
        _ batch: [EventRecord], after position: JournalPosition
    ) -> Result<JournalPosition, JournalError> {
        do throws(JournalError) {
            // An empty batch only asks whether recording is possible again.
            guard !batch.isEmpty else {
                try journal.probe()
                care.withLock { $0.trouble = nil }
                return .success(position)
            }
            let records = try journal.append(batch.map(PendingEvent.init), expecting: position)
            return .success(records.last?.position ?? position)
        } catch {
            return .failure(error)
        }
    }
}
