/// The newest position heard from a unit. Latest wins; only a sample of it reaches the journal.
public struct Telemetry: Hashable, Sendable {
    /// Where the unit is.
    public var point: GeoPoint
    /// When it was there.
    public var at: Timestamp
}

extension Board {
    /// Takes a position that the journal does not keep. Older than what is known, it is dropped.
    ///
    /// Telemetry is no part of a snapshot or of the board's digest: facts are, and positions are sampled into facts.
    public mutating func hear(_ unit: UnitID, at point: GeoPoint, when: Timestamp) {
        if let known = telemetry[unit], known.at > when { return }
        telemetry[unit] = Telemetry(point: point, at: when)
    }

    /// The newest position known of a unit and its time; the duty point, without a time, when it never reported one.
    public func position(of unit: FieldUnit) -> (point: GeoPoint, at: Timestamp?)? {
        let recorded = unit.positionAt
        if let heard = telemetry[unit.id], heard.at >= recorded ?? heard.at { return (heard.point, heard.at) }
        if let point = unit.position { return (point, recorded) }
        return unit.dutyPoint.point.map { ($0, nil) }
    }

    /// When anything was last heard from a unit.
    public func lastHeard(from unit: FieldUnit) -> Timestamp {
        max(unit.heard, telemetry[unit.id]?.at ?? unit.heard)
    }
}
