import DispatchModel

/// A unit's response as attainment looks at it.
package struct ResponseCase: Hashable, Sendable {
    /// Its times. One that was withdrawn counts in nothing.
    package var times: Assignment
    /// What the unit is; nil when it is not known.
    package var kind: UnitKind?
    /// Where the unit is shown; nil when it is not known.
    package var pane: UnitPane?

    /// Creates a case.
    package init(_ times: Assignment, kind: UnitKind?, pane: UnitPane?) {
        self.times = times
        self.kind = kind
        self.pane = pane
    }

    /// True while it may still reach a milestone: it is open and has reached none that comes after.
    func awaits(_ milestone: Milestone) -> Bool {
        guard times.isOpen else { return false }
        if milestone == .feedback { return true }
        return !Milestone.allCases.contains { $0.rawValue > milestone.rawValue && $0 != .feedback && times[$0] != nil }
    }
}

/// A call as attainment looks at it.
package struct CallCase: Hashable, Sendable {
    /// When it began to ring.
    package var rang: Timestamp
    /// When it was answered; nil when nobody says so.
    package var answered: Timestamp?

    /// The call of a report; nil for a report of which nobody says when it rang.
    package init?(_ report: Report) {
        guard let rang = report.rang else { return nil }
        (self.rang, answered) = (rang, report.answered)
    }
}

/// What a measure looks at: something that began, and has ended or may still end.
struct AttainmentCase {
    /// The time that it belongs to: an incident's first report, a unit's being sent.
    var belongs: Timestamp
    /// When it began; nil when nobody says so.
    var start: Timestamp?
    /// When it ended; nil when it has not, or nobody says so.
    var end: Timestamp?
    /// True while it may still end.
    var isOpen: Bool

    /// What it counts as.
    enum Outcome: Hashable, Sendable {
        /// Without a time at one end.
        case missing
        /// Ended before it began.
        case backwards
        /// Still open, for so long.
        case open(Span)
        /// Ended after so long.
        case ended(Span)
    }

    /// What it counts as at a time.
    func outcome(at now: Timestamp) -> Outcome {
        guard let start else { return .missing }
        guard let end else { return isOpen ? .open(now - start) : .missing }
        return end >= start ? .ended(end - start) : .backwards
    }

    /// When time alone will next change what it counts as against these limits: it outlasts one of them, or began before
    /// the span of so much in which cases count. Nil when it never does.
    func nextChange(after now: Timestamp, limits: [ProfileLimit], span: Span) -> Timestamp? {
        let least = Span(milliseconds: 1)
        var next = belongs + span + least
        if case .open = outcome(at: now), let start {
            for limit in limits {
                let passed = start + limit.within + least
                if passed > now { next = min(next, passed) }
            }
        }
        return next > now ? next : nil
    }
}

extension ProfileTarget {
    /// Shows the cases of an incident that it measures to a visitor. `responses` are without withdrawn ones.
    func cases(
        priority: Priority, received: Timestamp, isOpen: Bool, responses: [ResponseCase], calls: [CallCase],
        _ visit: (AttainmentCase) -> Void
    ) {
        guard priorities.isEmpty || priorities.contains(priority) else { return }
        guard let milestone = measure.milestone else {
            if measure == .answer {
                // What was reported was answered: without its time nobody can say when.
                for call in calls {
                    visit(AttainmentCase(belongs: call.rang, start: call.rang, end: call.answered, isOpen: false))
                }
                return
            }
            guard measure == .process else { return }
            let sent = responses.compactMap(\.times.assigned).min()
            // A response of which the log does not say when it was sent was sent all the same.
            return visit(
                AttainmentCase(belongs: received, start: received, end: sent, isOpen: isOpen && responses.isEmpty))
        }
        for response in responses where takes(response) {
            // One without a time of sending belongs to its incident's time.
            let start = response.times.assigned
            visit(
                AttainmentCase(
                    belongs: start ?? received, start: start, end: response.times[milestone],
                    isOpen: response.awaits(milestone)))
        }
    }

    private func takes(_ response: ResponseCase) -> Bool {
        guard kinds.isEmpty || response.kind.map(kinds.contains) == true else { return false }
        guard panes.isEmpty || response.pane.map(panes.contains) == true else { return false }
        return measure != .quickResponse || response.pane == .quickResponse
    }
}
