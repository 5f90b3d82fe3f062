import DispatchModel

/// A closed line on the map: corners joined by straight lines in degrees, the last with the first.
struct Ring {
    private let corners: [GeoPoint]

    init(_ corners: [GeoPoint]) {
        self.corners = corners
    }

    /// True when a line from the point to the east crosses it an odd number of times: the point lies inside.
    func contains(_ point: GeoPoint) -> Bool {
        guard var before = corners.last else { return false }
        var isOdd = false
        for corner in corners {
            if Ring.crosses(from: before, to: corner, point) { isOdd.toggle() }
            before = corner
        }
        return isOdd
    }

    private static func crosses(from before: GeoPoint, to corner: GeoPoint, _ point: GeoPoint) -> Bool {
        let isAbove = corner.latitudeMicrodegrees > point.latitudeMicrodegrees
        guard isAbove != (before.latitudeMicrodegrees > point.latitudeMicrodegrees) else { return false }
        let part =
            Double(point.latitudeMicrodegrees - corner.latitudeMicrodegrees)
            / Double(before.latitudeMicrodegrees - corner.latitudeMicrodegrees)
        let crossing =
            Double(corner.longitudeMicrodegrees)
            + part * Double(before.longitudeMicrodegrees - corner.longitudeMicrodegrees)
        return Double(point.longitudeMicrodegrees) < crossing
    }
}
