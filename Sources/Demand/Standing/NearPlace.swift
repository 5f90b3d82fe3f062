import DispatchModel

/// A place with a name that lies near one without, and how the one lies from it.
package struct NearPlace: Hashable, Sendable {
    /// What the place with a name is called: a post, or a beat's code.
    package var name: String
    /// Metres along the straight line.
    package var metres: Int
    /// Which way from it, in eighths of the circle from north on by east: 2 is east.
    package var direction: Int

    /// The farthest that a place is said to lie from another, in metres.
    private static let farthest = 5_000.0
    /// The tangent of a quarter of a right angle: what lies within it of an axis lies along it.
    private static let tangent = 0.414_213_562_373_095_05

    /// The nearest of some named places to a point; nil when none is near.
    init?(to point: GeoPoint, of places: [StandingPlan.Place]) {
        var best: (place: StandingPlan.Place, metres: Double)?
        for place in places {
            let metres = StandingChoice.metres(place.point, point)
            if metres <= Self.farthest, metres < best?.metres ?? .infinity { best = (place, metres) }
        }
        guard let best else { return nil }
        name = best.place.name
        metres = Int(best.metres)
        direction = Self.direction(from: best.place.point, to: point)
    }

    private static func direction(from: GeoPoint, to: GeoPoint) -> Int {
        let north = Double(to.latitudeMicrodegrees - from.latitudeMicrodegrees)
        let corner = GeoPoint(
            latitudeMicrodegrees: from.latitudeMicrodegrees, longitudeMicrodegrees: to.longitudeMicrodegrees)
        let isEast = to.longitudeMicrodegrees >= from.longitudeMicrodegrees
        let east = StandingChoice.metres(from, corner) / 0.111_195
        if east <= abs(north) * tangent { return north >= 0 ? 0 : 4 }
        if abs(north) <= east * tangent { return isEast ? 2 : 6 }
        return north >= 0 ? (isEast ? 1 : 7) : (isEast ? 3 : 5)
    }
}
