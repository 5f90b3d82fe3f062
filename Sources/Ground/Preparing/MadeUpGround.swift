/// A ground for a district that does not exist: its beats are the cells of the places nearest to each centre.
package enum MadeUpGround {
    /// A beat of such a district.
    package struct Centre: Hashable, Sendable {
        /// Its code.
        package var code: String
        /// Its middle.
        package var at: WorldPoint

        /// Creates a beat.
        package init(code: String, at: WorldPoint) {
            self.code = code
            self.at = at
        }
    }

    /// The beats around centres, clipped to the hull of some places. Nothing for fewer than three that do not lie on a line.
    package static func cells(of centres: [Centre], within places: [WorldPoint]) -> [(code: String, ring: [WorldPoint])]
    {
        let hull = ConvexHull.hull(places)
        guard hull.count > 2 else { return [] }
        return centres.compactMap { centre in
            var ring = hull
            for other in centres where other != centre && !ring.isEmpty {
                ring = nearer(to: centre.at, than: other.at, ring)
            }
            return ring.count > 2 ? (centre.code, ring) : nil
        }
    }

    /// The part of a ring whose places are nearer to one centre than to another (Sutherland and Hodgman, 1974). Corners are
    /// rounded to the same grid in every cell, so that neighbours share them.
    private static func nearer(to centre: WorldPoint, than other: WorldPoint, _ ring: [WorldPoint]) -> [WorldPoint] {
        let (dx, dy) = (other.x - centre.x, other.y - centre.y)
        let (mx, my) = ((centre.x + other.x) / 2, (centre.y + other.y) / 2)
        func side(_ point: WorldPoint) -> Double { (point.x - mx) * dx + (point.y - my) * dy }
        var result: [WorldPoint] = []
        guard var before = ring.last else { return [] }
        for point in ring {
            let (was, now) = (side(before), side(point))
            if (was <= 0) != (now <= 0) {
                let part = was / (was - now)
                result.append(
                    rounded(
                        WorldPoint(x: before.x + part * (point.x - before.x), y: before.y + part * (point.y - before.y))
                    ))
            }
            if now <= 0 { result.append(point) }
            before = point
        }
        return result.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    private static func rounded(_ point: WorldPoint) -> WorldPoint {
        let grid = 1e10
        return WorldPoint(x: (point.x * grid).rounded() / grid, y: (point.y * grid).rounded() / grid)
    }
}

/// The smallest convex ring around places (Andrew's monotone chain, 1979).
package enum ConvexHull {
    /// Its corners; fewer than three where the places lie on a line.
    package static func hull(_ places: [WorldPoint]) -> [WorldPoint] {
        let sorted = Set(places).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        guard sorted.count > 2 else { return sorted }
        func half(_ places: some Sequence<WorldPoint>) -> [WorldPoint] {
            var chain: [WorldPoint] = []
            for place in places {
                while chain.count > 1, turn(chain[chain.count - 2], chain[chain.count - 1], place) <= 0 {
                    chain.removeLast()
                }
                chain.append(place)
            }
            return chain
        }
        return half(sorted).dropLast() + half(sorted.reversed()).dropLast()
    }

    private static func turn(_ one: WorldPoint, _ two: WorldPoint, _ three: WorldPoint) -> Double {
        (two.x - one.x) * (three.y - one.y) - (two.y - one.y) * (three.x - one.x)
    }
}
