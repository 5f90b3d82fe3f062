import DispatchModel
import Synchronization

/// What feeds have said and the run loop has not yet looked at. Bounded.
///
/// Positions are coalesced: a unit's newer position replaces the one that waits. Facts are never dropped: when the
/// inbox is full, `offer` says so and the feed keeps its message and comes again.
public final class Inbox: Sendable {
    /// The most facts that wait.
    public static let limit = 65_536

    private struct State {
        /// Facts in the order they came; those before `head` have been taken out.
        var facts: [Observation] = []
        var head = 0
        var positions: [String: Observation] = [:]
        var coalesced: Int64 = 0

        var count: Int { facts.count - head }

        /// Takes out the oldest facts. The room of those taken is given back once they are the greater part.
        mutating func takeFacts(_ limit: Int) -> [Observation] {
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
    public init(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
    }

    /// Takes an observation from any thread; false when the inbox is full and the sender must offer it again.
    public func offer(_ observation: Observation) -> Bool {
        let (taken, wasEmpty) = state.withLock { state -> (Bool, Bool) in
            let wasEmpty = state.count == 0 && state.positions.isEmpty
            if case .position(let callsign, _, let at) = observation.content {
                if case .position(_, _, let known)? = state.positions[callsign]?.content, known > at {
                    return (true, false)
                }
                if state.positions.updateValue(observation, forKey: callsign) != nil { state.coalesced += 1 }
                return (true, wasEmpty)
            }
            guard state.count < Inbox.limit else { return (false, false) }
            state.facts.append(observation)
            return (true, wasEmpty)
        }
        if wasEmpty { wake() }
        return taken
    }

    /// Takes out what waits: at most `limit` facts, and after them at most `limit` positions.
    public func take(limit: Int) -> [Observation] {
        state.withLock { state in
            var taken = state.takeFacts(limit)
            // Few at a time, so that a key never waits for many; those left go on being replaced by newer ones.
            for callsign in state.positions.keys.prefix(limit).sorted() {
                if let position = state.positions.removeValue(forKey: callsign) { taken.append(position) }
            }
            return taken
        }
    }

    /// Facts and positions that wait.
    public var count: Int { state.withLock { $0.count + $0.positions.count } }
    /// Positions that were replaced by newer ones before anybody looked.
    public var coalesced: Int64 { state.withLock { $0.coalesced } }
}
