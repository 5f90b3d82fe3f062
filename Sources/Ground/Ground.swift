import DispatchModel
import Formats

/// What lies under the things of a map: beats, water, roads, places, posts and where radio does not reach. Prepared once, so
/// that drawing only looks up.
package struct Ground: Hashable, Sendable {
    /// What it is called; text from outside.
    package var name: String
    /// The SHA-256 of everything it was read from, in hexadecimal; empty for none.
    package var digest: String
    /// The beats, by code in order.
    package internal(set) var beats: [Beat] = []
    /// Water: areas, and rivers as lines.
    package internal(set) var water: [Shape] = []
    /// Roads, the greatest first.
    package internal(set) var roads: [Road] = []
    /// Names on the map.
    package internal(set) var places: [Site] = []
    /// Where units may wait (值守点, 街面警务站).
    package internal(set) var posts: [Site] = []
    /// Where radio does not reach.
    package internal(set) var blindSpots: [BlindArea] = []
    /// The rectangle of its beats, or of everything where it has none; nil for an empty one.
    package private(set) var box: WorldBox?
    /// What is to be said about the files it was read from, though it can be used.
    package internal(set) var remarks: [Remark] = []

    /// Something about the files of a ground.
    package struct Remark: Hashable, Sendable {
        /// Where, what and what to do.
        package var problem: SettingsProblem
        /// How many features it is about.
        package var count: Int
        /// True where something is not on the map.
        package var isLoss: Bool
    }

    /// A beat (巡区).
    package struct Beat: Hashable, Sendable {
        /// Its code, as incidents and units carry it; text from outside.
        package var code: String
        /// Its outline.
        package var shape: Shape
    }

    /// A road.
    package struct Road: Hashable, Sendable {
        /// How great it is.
        package var roadClass: RoadClass
        /// Its line.
        package var shape: Shape
    }

    /// How great a road is; the smaller ones are drawn from nearer on.
    package enum RoadClass: String, CaseIterable, Sendable {
        /// Motorways and arterial roads.
        case major
        /// Main streets.
        case main
        /// Every other street.
        case minor
    }

    /// A point with a name.
    package struct Site: Hashable, Sendable {
        /// Its name, as `English / 中文` where it has one in each language; text from outside.
        package var name: String
        /// Where it is.
        package var at: WorldPoint

        /// Creates a point.
        package init(name: String, at: WorldPoint) {
            self.name = name
            self.at = at
        }

        /// Its name in each language.
        package var names: BilingualText { BilingualText(written: name) }
    }

    /// An area where radio does not reach.
    package struct BlindArea: Hashable, Sendable {
        /// What it is called; text from outside, empty for none.
        package var name: String
        /// Its outline.
        package var shape: Shape
    }

    /// Lines or rings at every zoom.
    package struct Shape: Hashable, Sendable {
        /// True for areas, whose rings are closed.
        package var isArea: Bool
        /// The lines at each zoom, the coarsest first; `Ground.zooms` of them.
        package var levels: [[[WorldPoint]]]
        /// The rectangle that it lies in.
        package var box: WorldBox

        /// The lines at a zoom.
        package func lines(_ zoom: Int) -> [[WorldPoint]] { levels[min(max(0, zoom), levels.count - 1)] }

        /// True when a place lies inside: a ray from it crosses the rings an odd number of times, so holes are outside.
        package func contains(_ place: WorldPoint) -> Bool {
            guard isArea, box.contains(place) else { return false }
            var isInside = false
            for ring in lines(Ground.zooms - 1) {
                guard var before = ring.last else { continue }
                for corner in ring {
                    if (corner.y > place.y) != (before.y > place.y) {
                        let part = (place.y - corner.y) / (before.y - corner.y)
                        if place.x < corner.x + part * (before.x - corner.x) { isInside.toggle() }
                    }
                    before = corner
                }
            }
            return isInside
        }
    }

    /// How many zooms the shapes are simplified for; at the last one they are as they were read.
    package static let zooms = 6

    /// A ground without anything on it.
    package init(name: String = "", digest: String = "") {
        self.name = name
        self.digest = digest
    }

    /// True while there is nothing to draw.
    package var isEmpty: Bool {
        beats.isEmpty && water.isEmpty && roads.isEmpty && places.isEmpty && posts.isEmpty && blindSpots.isEmpty
    }

    /// True when it has beats and none of them is one of these: it was read by another property than the one that incidents
    /// and units carry.
    package func hasNone(of codes: Set<String>) -> Bool {
        !codes.isEmpty && !beats.isEmpty && !beats.contains { codes.contains($0.code) }
    }

    /// The rectangle of what it holds; it is asked for in every frame, and a city has thousands of roads.
    mutating func measure() { box = measured }

    private var measured: WorldBox? {
        let shapes = beats.isEmpty ? (water + roads.map(\.shape) + blindSpots.map(\.shape)) : beats.map(\.shape)
        let all = shapes.map(\.box)
        if let first = all.first { return all.dropFirst().reduce(first) { $0.joined($1) } }
        return WorldBox((places + posts).map(\.at))
    }

    /// The rectangle of a ground that goes on beyond 180 degrees, to which points are moved; nil of every other.
    package var beyondDateLine: WorldBox? { box.flatMap { $0.east > 1 ? $0 : nil } }

    /// The first area without radio that a point of the globe lies in; nil where radio reaches.
    package func blindSpot(at point: GeoPoint) -> BlindArea? {
        let place = WorldPoint(point).moved(beside: beyondDateLine)
        return blindSpots.first { $0.shape.contains(place) }
    }

    /// The beat of a code.
    package func beat(_ code: String) -> Beat? { beats.first { $0.code == code } }

    /// The zoom at which a shape is drawn where the map's extent covers so many dots: the coarsest that moves no line by more
    /// than half a dot.
    package static func zoom(dots: Double) -> Int {
        for zoom in 0..<(zooms - 1) where Preparation.part(of: zoom) * dots <= 0.5 { return zoom }
        return zooms - 1
    }
}
