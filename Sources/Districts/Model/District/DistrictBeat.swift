import DispatchModel
import SimulationKit

/// A beat of the district (巡区), or a community's police grid (警格).
package struct DistrictBeat: Hashable, Sendable {
    /// Its code, as incidents and units carry it.
    package var code: String
    /// Its name.
    package var name: BilingualText
    /// Its middle.
    package var centre: GeoPoint
    /// The corners of its parts, each a ring without holes; empty for the box of `reach` around the centre.
    package var outline: [[GeoPoint]]
    /// Half the width and half the height of its box in microdegrees of longitude and latitude.
    package var reach: Reach
    /// Its share of the district's calls, against the other beats'. At least 0.
    package var weight: Double
    /// Streets that calls come from.
    package var streets: [BilingualText]
    /// Places that calls come from, where they are known; each as likely. They stand for the area then.
    package var places: [GeoPoint] = []

    /// Half of a box around a centre, in microdegrees.
    package struct Reach: Hashable, Sendable {
        /// To the east and to the west.
        package var longitude: Int64
        /// To the north and to the south.
        package var latitude: Int64

        /// Creates a reach.
        package init(longitude: Int64, latitude: Int64) {
            self.longitude = longitude
            self.latitude = latitude
        }
    }

    /// Creates a beat.
    package init(
        code: String, name: BilingualText, centre: GeoPoint, outline: [[GeoPoint]] = [],
        reach: Reach = Reach(longitude: 9_500, latitude: 12_000), weight: Double = 1, streets: [BilingualText] = []
    ) {
        self.code = code
        self.name = name
        self.centre = centre
        self.outline = outline
        self.reach = reach
        self.weight = weight
        self.streets = streets
    }

    /// True when a point lies inside: within the outline (even-odd rule), or within the box where there is none.
    package func contains(_ point: GeoPoint) -> Bool {
        if outline.isEmpty {
            return abs(point.longitudeMicrodegrees - centre.longitudeMicrodegrees) <= reach.longitude
                && abs(point.latitudeMicrodegrees - centre.latitudeMicrodegrees) <= reach.latitude
        }
        var isInside = false
        for ring in outline where Ring(ring).contains(point) { isInside.toggle() }
        return isInside
    }

    /// The smallest and largest coordinates of a beat, in microdegrees.
    package struct Box: Hashable, Sendable {
        /// The least latitude.
        package var south: Int64
        /// The greatest latitude.
        package var north: Int64
        /// The least longitude.
        package var west: Int64
        /// The greatest longitude.
        package var east: Int64
    }

    /// The smallest and largest coordinates of the beat.
    package var box: Box {
        let corners = outline.joined()
        guard !corners.isEmpty else {
            return Box(
                south: centre.latitudeMicrodegrees - reach.latitude,
                north: centre.latitudeMicrodegrees + reach.latitude,
                west: centre.longitudeMicrodegrees - reach.longitude,
                east: centre.longitudeMicrodegrees + reach.longitude)
        }
        let latitudes = corners.map(\.latitudeMicrodegrees)
        let longitudes = corners.map(\.longitudeMicrodegrees)
        return Box(
            south: latitudes.min() ?? 0, north: latitudes.max() ?? 0, west: longitudes.min() ?? 0,
            east: longitudes.max() ?? 0)
    }

    /// The most tries for a point inside an outline, after which the beat's middle is taken.
    private static let tries = 64

    /// A point of the beat: one of its known places where it has any, else anywhere within its outline or its `box`.
    package func place(_ stream: inout RandomStream, in box: Box) -> GeoPoint {
        if !places.isEmpty { return places[stream.index(below: places.count)] }
        for _ in 0..<Self.tries {
            let point = GeoPoint(
                latitudeMicrodegrees: box.south + Int64(stream.uniform() * Double(box.north - box.south)),
                longitudeMicrodegrees: box.west + Int64(stream.uniform() * Double(box.east - box.west)))
            if outline.isEmpty || contains(point) { return point }
        }
        return centre
    }
}

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
