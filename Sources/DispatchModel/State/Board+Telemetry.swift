/// The newest position heard from a unit. Latest wins; only a sample of it reaches the journal.
package struct Telemetry: Hashable, Sendable {
    /// Where the unit is.
    package var point: GeoPoint
    /// When it was there.
    package var at: Timestamp
}

/// A unit's receiver says where it is, but not so that it can be believed: the unit stays where it was last known.
package struct DoubtfulPosition: Hashable, Sendable {
    /// Why it is not believed; at least one reason.
    package var reasons: Set<PositionDoubt>
    /// When the first of an unbroken row of such was heard.
    package var since: Timestamp
    /// When the newest was heard.
    package var at: Timestamp
}

extension Board {
    /// Takes a position that the journal does not keep. Older than what is known, it is dropped. What is heard of a unit
    /// from then on is believed again.
    ///
    /// Telemetry is no part of a snapshot or of the board's digest: facts are, and positions are sampled into facts.
    package mutating func hear(_ unit: UnitID, at point: GeoPoint, when: Timestamp) {
        if let known = telemetry[unit], known.at > when { return }
        telemetry[unit] = Telemetry(point: point, at: when)
        if !doubts.isEmpty { doubts[unit] = nil }
    }

    /// Notes that the newest position of a unit is not to be believed, and when it was heard. It moves nothing: the
    /// last believed position stays and grows old.
    package mutating func doubt(_ unit: UnitID, _ reasons: Set<PositionDoubt>, at: Timestamp) {
        doubts[unit] = DoubtfulPosition(reasons: reasons, since: doubts[unit]?.since ?? at, at: at)
    }

    /// Why the newest position of a unit is not believed; nil when it is, or when none was heard.
    package func doubt(about unit: FieldUnit) -> DoubtfulPosition? { doubts[unit.id] }

    /// The newest position known of a unit and its time; the duty point, without a time, when it never reported one.
    package func position(of unit: FieldUnit) -> (point: GeoPoint, at: Timestamp?)? {
        let recorded = unit.positionAt
        if let heard = telemetry[unit.id], heard.at >= recorded ?? heard.at { return (heard.point, heard.at) }
        if let point = unit.position { return (point, recorded) }
        return unit.dutyPoint.point.map { ($0, nil) }
    }

    /// When anything was last heard from a unit: a receiver without a fix is heard too.
    package func lastHeard(from unit: FieldUnit) -> Timestamp {
        max(unit.heard, telemetry[unit.id]?.at ?? unit.heard, doubts[unit.id]?.at ?? unit.heard)
    }
}
