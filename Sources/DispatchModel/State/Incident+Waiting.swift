extension Incident {
    /// Since when it counts as waiting for a unit: received or opened again, moved on by the time it was held.
    package var waitingFrom: Timestamp {
        (reopened ?? received) + Span(milliseconds: heldFor)
    }

    /// True when it waits and no unit was there since it was received or opened again. A unit taken away does not count, nor one
    /// that has ended before it arrived.
    package var isUnserved: Bool {
        guard isWaiting, dispute?.isInMediation != true else { return false }
        return !assignments.contains { assignment in
            guard assignment.withdrawn == nil, assignment.wasThere, let cleared = assignment.cleared else {
                return false
            }
            return reopened.map { cleared > $0 } ?? true
        }
    }

    /// When so much waiting time has passed. A hold stops the clock until it ends; nil when it has no end.
    package func waitingDue(after limit: Span) -> Timestamp? {
        guard held else { return waitingFrom + limit }
        guard let heldSince, let heldUntil else { return nil }
        return waitingFrom + limit + (heldUntil - heldSince)
    }

    /// Puts it aside; a hold that stands already goes on with its new end.
    mutating func beginHold(at: Timestamp, until: Timestamp?) {
        endHold(at: at)
        held = true
        heldSince = at
        heldUntil = until
    }

    /// Ends a hold and counts its time, at most up to its stated end.
    mutating func endHold(at: Timestamp) {
        if held, let heldSince {
            heldFor &+= max(0, (min(at, heldUntil ?? at) - heldSince).milliseconds)
        }
        held = false
        heldSince = nil
        heldUntil = nil
    }

    /// Ends a hold without a unit being sent. Whose end had come keeps that end, so that it is known as one that waits
    /// although its hold has run out, until it is held again or a unit is sent.
    mutating func releaseHold(at: Timestamp) {
        let end = heldUntil.flatMap { held && $0 <= at ? $0 : nil }
        endHold(at: at)
        heldUntil = end
    }

    /// Starts the waiting clock anew, as when it is opened again.
    mutating func restartWaiting(at: Timestamp) {
        reopened = at
        heldFor = 0
        if !held { heldUntil = nil }
    }
}
