import Dispatch
import DispatchModel
import Synchronization

/// How many dead letters are kept of each feed, counted again every second beside everything else: whoever asks does not wait
/// for a disk.
package final class LetterCounts: Sendable {
    private struct State {
        var counts: [String: Int]
        var isCounting = false
        var countedAt: Timestamp?
    }

    private let store: DeadLetterStore
    private let state: Mutex<State>

    /// Counts what is kept from before.
    package init(_ store: DeadLetterStore) {
        self.store = store
        state = Mutex(State(counts: store.countsByFeed))
    }

    /// As counted last; counts again when that is long ago.
    package func look(at steady: Timestamp) -> [String: Int] {
        let (counts, isDue) = state.withLock { state in
            let isDue = !state.isCounting && state.countedAt.map { steady - $0 >= .seconds(1) } ?? true
            if isDue { (state.isCounting, state.countedAt) = (true, steady) }
            return (state.counts, isDue)
        }
        if isDue { DispatchQueue.global(qos: .utility).async { [self] in count() } }
        return counts
    }

    private func count() {
        let counts = store.countsByFeed
        state.withLock { state in (state.counts, state.isCounting) = (counts, false) }
    }
}
