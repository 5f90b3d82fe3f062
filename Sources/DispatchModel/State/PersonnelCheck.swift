/// The personnel accountability of a unit (PAR, 人员清点): within an interval its crew is to be heard by word. Positions are
/// no word.
package struct PersonnelCheck: Recordable, Hashable, Sendable {
    /// How long the crew may be silent, in seconds; 0 for one that did not answer a roll call and is asked once.
    package var interval: Int64 = 0
    /// When the crew last said a word, or the check began.
    package var since: Timestamp = Timestamp.epoch
    /// How often it was asked in vain since.
    package var misses: Int64 = 0
    /// When it was asked in vain last; nil while it was not.
    package var missedAt: Timestamp?
    /// The incident that asks for it, with which it ends; nil when it is the unit's own.
    package var incident: IncidentID?

    /// Every field at its default.
    package init() {}

    /// Creates the record; what is left out keeps its default.
    package init(
        interval: Int64 = 0, since: Timestamp = Timestamp.epoch, misses: Int64 = 0, missedAt: Timestamp? = nil,
        incident: IncidentID? = nil
    ) {
        self.interval = interval
        self.since = since
        self.misses = misses
        self.missedAt = missedAt
        self.incident = incident
    }

    /// Shows every field to the visitor.
    package mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "interval", &interval)
        visitor.visit(2, "since", &since)
        visitor.visit(3, "misses", &misses)
        visitor.visit(4, "missedAt", &missedAt)
        visitor.visit(5, "incident", &incident)
    }
}

extension PersonnelCheck {
    /// When it is next to be asked or given up on; nil when it waits for a word alone.
    /// - Parameter retry: How long after a miss the next one counts.
    package func due(retry: Span) -> Timestamp? {
        guard interval > 0 else { return nil }
        return missedAt.map { $0 + retry } ?? since + .seconds(interval)
    }

    /// The same after something was taken back: its time runs from then on, since nobody was asked meanwhile.
    func anew(at time: Timestamp) -> PersonnelCheck {
        var check = self
        check.since = max(since, time)
        if let missedAt { check.missedAt = max(missedAt, time) }
        return check
    }

    /// The crew was heard at a time: what was missed before is over, and what was asked once is answered.
    func heard(at time: Timestamp) -> PersonnelCheck? {
        guard time >= missedAt ?? since else { return self }
        guard interval > 0 else { return nil }
        var check = self
        (check.since, check.misses, check.missedAt) = (time, 0, nil)
        return check
    }
}
