import DispatchModel

/// A milestone that somebody says was reached, with the time that counts: the one stated, else now. When it was entered is
/// told by the record's own time.
struct MilestoneReached {
    let milestone: Milestone
    /// When it was reached.
    let at: Timestamp
    private let isStated: Bool
    private let now: Timestamp

    init(_ milestone: Milestone, stated: Timestamp?, now: Timestamp) {
        self.milestone = milestone
        at = stated ?? now
        isStated = stated != nil
        self.now = now
    }

    /// True when one that comes after it is known already: it is put where it was missed, and the unit stays what it is.
    func isFilledIn(_ assignment: Assignment) -> Bool {
        guard isStated else { return false }
        return Milestone.allCases.contains {
            $0.rawValue > milestone.rawValue && $0.isOrdered && assignment[$0] != nil
        }
    }

    /// Refuses what the assignment has already, and a stated time that lies in the future or on the wrong side of another
    /// milestone. A time that was not stated is now, and what a feed put later than that is no dispatcher's mistake.
    func check(_ assignment: Assignment) throws(Rejection) {
        guard assignment[milestone] == nil else { throw .milestoneReached(assignment.unit, milestone) }
        guard isStated else { return }
        guard at <= now else { throw .milestoneInFuture(assignment.unit, milestone, at: at) }
        for other in Milestone.allCases {
            guard let known = assignment[other], !keepsOrder(with: other, known) else { continue }
            throw .milestoneOutOfOrder(assignment.unit, milestone, at: at, known: other, knownAt: known)
        }
    }

    /// Feedback may come at any time after the unit was sent; every other milestone in its order.
    private func keepsOrder(with other: Milestone, _ known: Timestamp) -> Bool {
        guard other == .assigned || milestone.isOrdered && other.isOrdered else { return true }
        return other.rawValue < milestone.rawValue ? known <= at : at <= known
    }
}

extension Milestone {
    /// True for a milestone that has its place among the others; feedback may come at any time.
    fileprivate var isOrdered: Bool { self != .feedback }
}

extension Incident {
    /// The latest time at which any of its units reached anything.
    var lastMilestone: Timestamp? {
        assignments.lazy.flatMap { assignment in Milestone.allCases.lazy.compactMap { assignment[$0] } }.max()
    }
}
