import DispatchModel

/// How many cases kept within a limit.
package struct LimitAttainment: Hashable, Sendable {
    /// The limit.
    package var limit: ProfileLimit
    /// Cases within it.
    package var within = 0
    /// Cases of which it is certain whether they are: those that have ended, and those still open that have outlasted it.
    package var cases = 0

    /// Creates a limit's cases.
    package init(limit: ProfileLimit, within: Int = 0, cases: Int = 0) {
        self.limit = limit
        self.within = within
        self.cases = cases
    }

    /// The share within the limit in percent, rounded down so that nothing looks attained that is not; nil without cases.
    package var percent: Int? { cases > 0 ? within * 100 / cases : nil }
    /// True when the wanted share is attained, false when it is not; nil when none is wanted or there are no cases.
    package var isAttained: Bool? {
        guard let wanted = limit.wanted, cases > 0 else { return nil }
        return within * 100 >= Int(wanted) * cases
    }
    /// True when there are too few cases for the share to say anything.
    package var isTooFew: Bool { cases < LimitAttainment.fewest }

    /// The fewest cases of which a share is shown.
    package static let fewest = 5
}

/// How a measure of a profile was kept.
package struct TargetAttainment: Hashable, Sendable {
    /// What was measured against which limits.
    package var target: ProfileTarget
    /// Each limit's cases.
    package var limits: [LimitAttainment]
    /// Cases that have ended.
    package var ended = 0
    /// Cases that are still open; those that have outlasted a limit count against it.
    package var open = 0
    /// Cases without a time at one end, left out.
    package var missing = 0
    /// Cases that end before they begin, left out.
    package var backwards = 0

    /// True when a journal has its times: always, but for the answer to calls, which only senders can state.
    package var isRecorded: Bool { target.measure.isRecorded || ended + open + missing + backwards > 0 }

    init(_ target: ProfileTarget) {
        self.target = target
        limits = target.limits.map { LimitAttainment(limit: $0) }
    }

    /// The limit that the status strip shows; nil for none.
    package var headline: LimitAttainment? {
        target.headline.flatMap { limits.indices.contains($0) ? limits[$0] : nil }
    }

    /// Counts a case that counts as this; a step of -1 takes it away again.
    mutating func count(_ outcome: AttainmentCase.Outcome, _ step: Int) {
        switch outcome {
        case .missing: missing += step
        case .backwards: backwards += step
        case .open(let elapsed):
            open += step
            for index in limits.indices where elapsed > limits[index].limit.within { limits[index].cases += step }
        case .ended(let length):
            ended += step
            for index in limits.indices {
                limits[index].cases += step
                if length <= limits[index].limit.within { limits[index].within += step }
            }
        }
    }
}

/// Counts how the measures of a profile are kept, one incident after another.
///
/// A case belongs to the time at which it begins: an incident's first report, a unit's being sent. It counts for a limit
/// once it is certain on which side of it the case lies. What has no time at one end, or ends before it begins, is left out
/// and counted; what was withdrawn is not looked at, as in every figure.
package struct AttainmentTally: Sendable {
    /// What has been counted, a measure each.
    package private(set) var targets: [TargetAttainment]
    private let since: Timestamp?
    private let end: Timestamp?
    private let now: Timestamp

    /// Nothing counted yet; only cases that begin at a time or later, and before an end, will be, all of them when both are
    /// nil. Cases that are still open have lasted until now.
    package init(_ profile: DeadlineProfile, since: Timestamp?, before end: Timestamp? = nil, now: Timestamp) {
        targets = profile.targets.map(TargetAttainment.init)
        self.since = since
        self.end = end
        self.now = now
    }

    /// Counts an incident with its responses as they stand.
    package mutating func add(
        priority: Priority, received: Timestamp, isOpen: Bool, responses: [ResponseCase],
        calls: [CallCase] = []
    ) {
        let responses = responses.filter { $0.times.withdrawn == nil }
        for index in targets.indices {
            let target = targets[index].target
            target.cases(
                priority: priority, received: received, isOpen: isOpen, responses: responses, calls: calls
            ) { one in
                guard one.belongs >= since ?? one.belongs, end.map({ one.belongs < $0 }) ?? true else { return }
                targets[index].count(one.outcome(at: now), 1)
            }
        }
    }
}

extension DeadlineProfile {
    /// How it was kept in a span that ends now, by the incidents that the board still has: open ones, and those closed of
    /// late. Merged incidents count as the one that goes on.
    package func attainment(on board: Board, in span: Span, now: Timestamp) -> [TargetAttainment] {
        let start = now - span
        var tally = AttainmentTally(self, since: start, now: now)
        board.incidents.elements.withUnsafeBufferPointer { incidents in
            for index in incidents.indices {
                guard incidents[index].mergedInto == nil, incidents[index].hasBegun(since: start) else { continue }
                tally.add(
                    priority: incidents[index].priority, received: incidents[index].received,
                    isOpen: incidents[index].isOpen, responses: incidents[index].responses(on: board),
                    calls: incidents[index].calls)
            }
        }
        return tally.targets
    }
}

extension Incident {
    /// True when it came in at a time or later, or a unit was sent to it then.
    func hasBegun(since start: Timestamp) -> Bool {
        received >= start || assignments.contains { ($0.assigned ?? received) >= start }
            || reports.contains { $0.rang.map { $0 >= start } ?? false }
    }

    /// The calls that reported it, as far as somebody says when they rang.
    var calls: [CallCase] { reports.compactMap(CallCase.init) }

    /// Its responses as attainment looks at them, those that were withdrawn left out.
    func responses(on board: Board) -> [ResponseCase] {
        guard !assignments.isEmpty else { return [] }
        return assignments.compactMap { assignment in
            guard assignment.withdrawn == nil else { return nil }
            let (kind, pane) = board.units.read(assignment.unit) { ($0.kind, $0.pane) } ?? (nil, nil)
            return ResponseCase(assignment, kind: kind, pane: pane)
        }
    }
}
