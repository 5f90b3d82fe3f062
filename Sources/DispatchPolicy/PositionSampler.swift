import DispatchModel

/// Decides which positions go into the journal: the first of a unit, then at most one in a stated time.
package struct PositionSampler: Sendable {
    /// Creates a sampler.
    package init() {}

    /// The event that records the position, or nil when the last recorded one is recent enough.
    package func sample(
        unit: FieldUnit, point: GeoPoint, at: Timestamp, every: Span
    ) -> EventBody? {
        if let recorded = unit.positionAt, at - recorded < every { return nil }
        return .unitPositionReported(UnitPositionReported(unit: unit.id, point: point, at: at))
    }
}
