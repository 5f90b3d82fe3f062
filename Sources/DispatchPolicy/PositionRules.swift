import DispatchModel

/// Tells positions that a unit of the room cannot have: its receiver is wrong, or its entry on the roster.
package struct PositionJudge: Sendable {
    /// The farthest from its duty point that a unit is believed to be, in metres.
    package static let reach = 1_000_000.0

    /// Creates a judge.
    package init() {}

    /// True for a point that is out of the unit's reach from its duty point, or from the middle of its beat when it has
    /// none. False when neither is known.
    package func isFar(_ point: GeoPoint, from unit: FieldUnit, on board: Board) -> Bool {
        guard let home = unit.dutyPoint.point ?? board.beats[unit.homeBeat]?.centre, !home.isAtZero else {
            return false
        }
        return PositionJudge.isFar(point, from: home)
    }

    static func isFar(_ point: GeoPoint, from home: GeoPoint) -> Bool {
        let north = abs(point.latitudeMicrodegrees - home.latitudeMicrodegrees)
        var east = point.longitudeMicrodegrees - home.longitudeMicrodegrees
        // The shorter way round.
        if east > 180_000_000 { east -= 360_000_000 } else if east < -180_000_000 { east += 360_000_000 }
        // Six degrees either way are 950 km at most.
        guard north > 6_000_000 || abs(east) > 6_000_000 else { return false }
        let turned = GeoPoint(
            latitudeMicrodegrees: point.latitudeMicrodegrees,
            longitudeMicrodegrees: home.longitudeMicrodegrees + east)
        return TravelModel.metres(from: home, to: turned) > reach
    }
}

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
