import DispatchModel
import Formats

/// Gathers what a ground consists of and prepares it.
package struct GroundBuilder {
    /// Its name.
    package var name: String
    private var beats: [String: [[WorldPoint]]] = [:]
    private var water: [GeoGeometry] = []
    private var roads: [(Ground.RoadClass, [WorldPoint])] = []
    private var blind: [(name: String, rings: [[WorldPoint]])] = []
    /// Names on the map.
    package var places: [Ground.Site] = []
    /// Where units may wait.
    package var posts: [Ground.Site] = []
    /// What is to be said about the files.
    var remarks: [Ground.Remark] = []

    /// Nothing yet.
    package init(name: String) { self.name = name }

    /// Adds rings to a beat; several of one code are parts of it.
    package mutating func add(beat code: String, rings: [[WorldPoint]]) { beats[code, default: []] += rings }

    /// Adds water: areas, or rivers as lines.
    package mutating func add(water geometry: GeoGeometry) { water.append(geometry) }

    /// Adds the lines of a road.
    package mutating func add(road roadClass: Ground.RoadClass, lines: [[WorldPoint]]) {
        roads += lines.map { (roadClass, $0) }
    }

    /// Adds an area where radio does not reach.
    package mutating func add(blindSpot rings: [[WorldPoint]], name: String = "") { blind.append((name, rings)) }

    /// Adds a circle of so many metres where radio does not reach.
    package mutating func add(blindSpot centre: WorldPoint, metres: Double, name: String = "") {
        add(blindSpot: [MapCircle.ring(around: centre, metres: metres)], name: name)
    }

    /// The ground, prepared for every zoom. `sources` are the bytes it was read from, by which it is known.
    package func build(sources: [[UInt8]]) -> Ground { inOnePiece.prepared(sources) }

    private func prepared(_ sources: [[UInt8]]) -> Ground {
        var ground = Ground(name: name, digest: GroundBuilder.digest(sources))
        ground.remarks = remarks
        let extent = WorldBox(everything)?.extent ?? 0
        let codes = beats.keys.sorted()
        let shapes = Preparation.areas(codes.map { beats[$0] ?? [] }, extent: extent)
        ground.beats = zip(codes, shapes).compactMap { code, shape in shape.map { Ground.Beat(code: code, shape: $0) } }
        ground.water = water.compactMap { geometry in
            switch geometry {
            case .areas(let rings): Preparation.areas([rings], extent: extent)[0]
            case .lines(let lines): Preparation.lines(lines, extent: extent)
            case .points: nil
            }
        }
        ground.roads = Ground.RoadClass.allCases.flatMap { roadClass in
            roads.filter { $0.0 == roadClass }.compactMap { road in
                Preparation.lines([road.1], extent: extent).map { Ground.Road(roadClass: roadClass, shape: $0) }
            }
        }
        ground.blindSpots = blind.compactMap { name, rings in
            Preparation.areas([rings], extent: extent)[0].map { Ground.BlindArea(name: name, shape: $0) }
        }
        ground.places = places
        ground.posts = posts
        ground.measure()
        return ground
    }

    /// The same where nothing crosses the date line; else with what lies west of it and east of it side by side.
    private var inOnePiece: GroundBuilder {
        guard let box = WorldBox(everything), box.east - box.west > 0.5 || box.west < 0 || box.east > 1 else {
            return self
        }
        func moved(_ line: [WorldPoint]) -> [WorldPoint] {
            guard let own = WorldBox(line) else { return line }
            let shift = own.middle.x < 0.5 ? 1.0 : own.middle.x > 1.5 ? -1 : 0
            return line.map { WorldPoint(x: $0.x + shift, y: $0.y) }
        }
        var other = self
        other.beats = beats.mapValues { $0.map(moved) }
        other.blind = blind.map { ($0.name, $0.rings.map(moved)) }
        other.roads = roads.map { ($0.0, moved($0.1)) }
        other.places = places.map { Ground.Site(name: $0.name, at: moved([$0.at])[0]) }
        other.posts = posts.map { Ground.Site(name: $0.name, at: moved([$0.at])[0]) }
        other.water = water.map { shape in
            switch shape {
            case .areas(let rings): .areas(rings.map(moved))
            case .lines(let lines): .lines(lines.map(moved))
            case .points: shape
            }
        }
        // A ground of half the world is no narrower that way.
        guard let narrow = WorldBox(other.everything), narrow.east - narrow.west < box.east - box.west || box.west < 0
        else { return self }
        return other
    }

    private var everything: [WorldPoint] {
        let lines = Array(beats.values.joined()) + blind.flatMap { $0.rings } + roads.map(\.1)
        return lines.flatMap { $0 } + (places + posts).map(\.at)
    }

    /// The digest of several texts: each with its length before it, so that no two lists of texts have one.
    private static func digest(_ sources: [[UInt8]]) -> String {
        guard !sources.isEmpty else { return "" }
        var digest = SHA256()
        for source in sources {
            digest.update(Array("\(source.count)\n".utf8))
            digest.update(source)
        }
        return digest.digest().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// Circles on the map.
package enum MapCircle {
    /// The corners of a circle of so many metres around a place: a ring of 32.
    package static func ring(around centre: WorldPoint, metres: Double) -> [WorldPoint] {
        let radius = metres * centre.perMetre
        return (0..<32).map { step in
            // Sine and cosine of a part of the circle, each within a quarter turn.
            let quarter = Double(step % 8) / 8 * .pi / 2
            let (sine, cosine) = (MapMath.sine(quarter), MapMath.sine(.pi / 2 - quarter))
            let (x, y) =
                switch step / 8 {
                case 0: (cosine, sine)
                case 1: (-sine, cosine)
                case 2: (-cosine, -sine)
                default: (sine, -cosine)
                }
            return WorldPoint(x: centre.x + radius * x, y: centre.y + radius * y)
        }
    }
}
