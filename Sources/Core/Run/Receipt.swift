import DispatchModel
import DispatchPolicy
import Synchronization

/// What became of an observation.
package enum Settlement: Hashable, Sendable {
    /// Its events are on disk. A position has no events of its own: it was taken, is shown, and is sampled.
    case recorded
    /// It says nothing new, and everything that makes it known is on disk. A position: a newer one took its place.
    case known
    /// It says something about what the board does not have, as the journal has it on disk.
    case refused(Ignored)
    /// It was not recorded and must be sent again: the journal failed, or the program ends.
    case failed
}

/// Tells a sender what became of a batch: exactly once, and never before it is certain.
///
/// Whatever is not settled when the last holder lets go of the receipt counts as failed, so no sender waits for ever.
package final class Receipt: Sendable {
    private struct State {
        var settlements: [Settlement]
        var left: Int
    }

    private let state: Mutex<State>
    private let settled: @Sendable ([Settlement]) -> Void

    /// A receipt for one or more observations. `settled` may be called on any thread.
    package init(count: Int, settled: @escaping @Sendable ([Settlement]) -> Void) {
        state = Mutex(State(settlements: Array(repeating: .failed, count: count), left: count))
        self.settled = settled
    }

    /// Notes what became of an observation of the batch; each is noted once.
    func settle(_ index: Int, _ settlement: Settlement) {
        let all = state.withLock { state -> [Settlement]? in
            state.settlements[index] = settlement
            state.left -= 1
            return state.left == 0 ? state.settlements : nil
        }
        if let all { settled(all) }
    }

    deinit {
        let rest = state.withLock { $0.left > 0 ? $0.settlements : nil }
        if let rest { settled(rest) }
    }
}

/// An observation on its way to being decided, and who is to be told what became of it.
package struct Delivery: Sendable {
    /// What was said.
    package var observation: Observation
    private var receipt: Receipt?
    private var index: Int

    /// An observation; without a receipt nobody is told.
    package init(_ observation: Observation, receipt: Receipt? = nil, index: Int = 0) {
        self.observation = observation
        self.receipt = receipt
        self.index = index
    }

    /// True when somebody is to be told.
    var isAwaited: Bool { receipt != nil }

    /// Tells what became of it, once.
    func settle(_ settlement: Settlement) {
        receipt?.settle(index, settlement)
    }
}

/// How many observations made no event, by reason.
package struct IgnoredCounts: Hashable, Sendable {
    /// In the journal already.
    package var recorded = 0
    /// Known to the board already.
    package var known = 0
    /// About an incident that the board does not have.
    package var unknownIncident = 0
    /// About a unit that the board does not have.
    package var unknownUnit = 0
    /// About an assignment that was withdrawn or never made.
    package var noAssignment = 0
    /// With an id under which something else is recorded.
    var contradictions = 0
    /// With an id whose record cannot be read.
    package var unreadable = 0
    /// About an incident of a time that has not come.
    package var ahead = 0

    /// Nothing ignored yet.
    package init() {}

    /// Those that somebody should look at: everything but repetitions.
    package var unusable: Int { unknownIncident + unknownUnit + noAssignment + contradictions + unreadable + ahead }

    mutating func count(_ reason: Ignored) {
        switch reason {
        case .known: known += 1
        case .unknownIncident: unknownIncident += 1
        case .unknownUnit: unknownUnit += 1
        case .noAssignment: noAssignment += 1
        case .contradiction: contradictions += 1
        case .unreadable: unreadable += 1
        case .ahead: ahead += 1
        }
    }
}
