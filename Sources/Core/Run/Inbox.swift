import DispatchModel
import Synchronization

/// Where observations are offered from any thread.
package protocol ObservationInlet: AnyObject, Sendable {
    /// Takes a batch, all of it or nothing; false when there is no room and the sender must offer it again.
    ///
    /// `settled` is called once for a batch that was taken, from any thread, with what became of each observation when that
    /// is certain: nothing is told before it is on disk. It must return at once.
    func offer(_ batch: [Observation], settled: (@Sendable ([Settlement]) -> Void)?) -> Bool
}

/// What feeds have said and the run loop has not yet looked at. Bounded.
///
/// Positions are coalesced: a unit's newer position replaces the one that waits, and a doubt about it the one before.
/// Facts are never dropped: when the
/// inbox is full, `offer` says so and the feed keeps its batch and comes again.
package final class Inbox: ObservationInlet {
    /// The most observations that wait; only a batch that is longer by itself passes it, in an empty inbox.
    package static let limit = 65_536

    private struct State {
        /// Facts in the order they came; those before `head` have been taken out.
        var facts: [Delivery] = []
        var head = 0
        var positions: [String: Delivery] = [:]
        var coalesced: Int64 = 0
        var isClosed = false

        var count: Int { facts.count - head + positions.count }

        /// Puts in an observation; gives back the one that is not looked at because of it.
        mutating func put(_ delivery: Delivery) -> Delivery? {
            switch delivery.observation.content {
            case .position(let callsign, _, let at):
                guard let slot = positions.index(forKey: callsign) else {
                    positions[callsign] = delivery
                    return nil
                }
                if case .position(_, _, let known) = positions.values[slot].observation.content, known > at {
                    return delivery
                }
                coalesced += 1
                var replaced = delivery
                swap(&positions.values[slot], &replaced)
                return replaced
            case .doubtfulPosition(let callsign, _):
                // Beside the position that waits, which it does not make untrue; a callsign has no control characters.
                let replaced = positions.updateValue(delivery, forKey: "\u{0}" + callsign)
                if replaced != nil { coalesced += 1 }
                return replaced
            default:
                facts.append(delivery)
                return nil
            }
        }

        /// Takes out the oldest facts. The room of those taken is given back once they are the greater part.
        mutating func takeFacts(_ limit: Int) -> [Delivery] {
            if head == 0, facts.count <= limit {
                defer { facts = [] }
                return facts
            }
            let end = min(facts.count, head + max(0, limit))
            let taken = Array(facts[head..<end])
            head = end
            if head * 2 >= facts.count {
                facts.removeFirst(head)
                head = 0
            }
            return taken
        }
    }

    private let state = Mutex(State())
    private let wake: @Sendable () -> Void

    /// Creates an inbox that calls `wake` when something has come in.
    package init(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
    }

    /// Takes a batch from any thread, all of it or nothing.
    ///
    /// False when there is no room and the sender must offer it again, or when the inbox was closed. `settled` is
    /// called once, from any thread, with what became of each observation; it is never called for a batch not taken.
    package func offer(_ batch: [Observation], settled: (@Sendable ([Settlement]) -> Void)? = nil) -> Bool {
        guard !batch.isEmpty else {
            settled?([])
            return true
        }
        let (wasEmpty, replaced) = state.withLock { state -> (Bool?, [Delivery]) in
            let count = state.count
            guard !state.isClosed, count == 0 || count + batch.count <= Inbox.limit else { return (nil, []) }
            let receipt = settled.map { Receipt(count: batch.count, settled: $0) }
            var replaced: [Delivery] = []
            for (index, observation) in batch.enumerated() {
                let delivery = Delivery(observation, receipt: receipt, index: index)
                if let other = state.put(delivery), other.isAwaited { replaced.append(other) }
            }
            return (count == 0, replaced)
        }
        guard let wasEmpty else { return false }
        for other in replaced { other.settle(.known) }
        if wasEmpty { wake() }
        return true
    }

    /// Takes one observation from any thread; false when the inbox is full and the sender must offer it again.
    package func offer(_ observation: Observation) -> Bool { offer([observation]) }

    /// Takes out what waits: at most `limit` facts, and after them at most `limit` positions.
    func takeDeliveries(limit: Int) -> [Delivery] {
        state.withLock { state in
            var taken = state.takeFacts(limit)
            if state.positions.count <= limit {
                for (_, position) in state.positions.sorted(by: { $0.key < $1.key }) { taken.append(position) }
                state.positions.removeAll(keepingCapacity: true)
                return taken
            }
            // Few at a time, so that a key never waits for many; those left go on being replaced by newer ones.
            for callsign in state.positions.keys.prefix(limit).sorted() {
                if let position = state.positions.removeValue(forKey: callsign) { taken.append(position) }
            }
            return taken
        }
    }

    /// Takes nothing more from now on. What waits can still be taken out.
    package func close() {
        state.withLock { $0.isClosed = true }
    }

    /// Facts and positions that wait.
    package var count: Int { state.withLock { $0.count } }
    /// Positions that were replaced by newer ones before anybody looked.
    var coalesced: Int64 { state.withLock { $0.coalesced } }
}
