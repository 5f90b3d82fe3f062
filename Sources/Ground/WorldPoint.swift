import DispatchModel

/// A place on the Web-Mercator map of the world (EPSG:3857), whose width is 1: x from west to east, y from north to south.
package struct WorldPoint: Hashable, Sendable {
    /// Part of the world's width from 180° west, 0 to 1.
    package var x: Double
    /// Part of the world's width from the northern edge, 0 to 1.
    package var y: Double

    /// Creates a place.
    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// The farthest north and south that the map reaches, in degrees: where it is a square.
    package static let latitudeLimit = 85.051_128_779_806_6

    /// Where a point lies on the map. What lies beyond its edges is put on them.
    package init(_ point: GeoPoint) { self.init(latitude: point.latitude, longitude: point.longitude) }

    /// Where so many degrees north and east lie on the map.
    package init(latitude: Double, longitude: Double) {
        let bounded = min(max(-Self.latitudeLimit, latitude), Self.latitudeLimit)
        let sine = MapMath.sine(bounded * .pi / 180)
        // atanh of the sine is the Mercator ordinate.
        let ordinate = MapMath.logarithm((1 + sine) / (1 - sine)) / 2
        self.init(x: (longitude + 180) / 360, y: 0.5 - ordinate / (2 * .pi))
    }

    /// The point of the globe that lies here, by bisection of the way there, to a millionth of a degree.
    package var point: GeoPoint {
        var (low, high) = (-Self.latitudeLimit, Self.latitudeLimit)
        while high - low > 2e-8 {
            let middle = (low + high) / 2
            if WorldPoint(latitude: middle, longitude: 0).y > y { low = middle } else { high = middle }
        }
        // Beyond the world's edge it goes on at the other one.
        let turned = (0...1).contains(x) ? x : x - x.rounded(.down)
        return GeoPoint(latitude: (low + high) / 2, longitude: min(max(-180, turned * 360 - 180), 180)) ?? GeoPoint()
    }

    /// The same place a whole world farther east or west where it is nearer to a rectangle there; as it is without one.
    package func moved(beside box: WorldBox?) -> WorldPoint {
        guard let box else { return self }
        let shift = (box.middle.x - x).rounded()
        return shift == 0 ? self : WorldPoint(x: x + shift, y: y)
    }

    /// The square of the straight line to another place on the map: squares compare as lengths do.
    package func squaredDistance(to other: WorldPoint) -> Double {
        let (across, down) = (other.x - x, other.y - y)
        return across * across + down * down
    }

    /// How much of the world's width a metre is at this place.
    package var perMetre: Double {
        let latitude = point.latitude * .pi / 180
        let cosine = (1 - MapMath.sine(latitude) * MapMath.sine(latitude)).squareRoot()
        return 1 / (40_075_016.686 * max(cosine, 1e-6))
    }
}

/// What the map needs of mathematics, in plain arithmetic: every machine has the same map to the last bit.
enum MapMath {
    /// The sine of an angle within a quarter turn either way, by its Taylor series to the 23rd power (wrong by less than 1e-15).
    static func sine(_ angle: Double) -> Double {
        let square = angle * angle
        var (sum, term) = (angle, angle)
        for step in stride(from: 2.0, through: 22, by: 2) {
            term *= -square / (step * (step + 1))
            sum += term
        }
        return sum
    }

    /// The natural logarithm of a number above 0: that of its power of two, and of what is left by the series of atanh.
    static func logarithm(_ number: Double) -> Double {
        guard number > 0, number.isFinite else { return 0 }
        var (exponent, rest) = (Double(number.exponent), number.significand)
        // Nearer to 1 the series is short.
        if rest > 1.414_213_562 {
            rest /= 2
            exponent += 1
        }
        let part = (rest - 1) / (rest + 1)
        let square = part * part
        var (sum, power) = (0.0, part)
        for odd in stride(from: 1.0, through: 31, by: 2) {
            sum += power / odd
            power *= square
        }
        return exponent * 0.693_147_180_559_945_3 + 2 * sum
    }
}

/// A rectangle of the map, from north-west to south-east.
package struct WorldBox: Hashable, Sendable {
    /// The least x.
    package var west: Double
    /// The greatest x.
    package var east: Double
    /// The least y.
    package var north: Double
    /// The greatest y.
    package var south: Double

    /// Creates a rectangle.
    package init(west: Double, east: Double, north: Double, south: Double) {
        self.west = west
        self.east = east
        self.north = north
        self.south = south
    }

    /// The smallest that holds all of some places; nil for none.
    package init?(_ points: some Sequence<WorldPoint>) {
        var box: WorldBox?
        for point in points {
            guard let known = box else {
                box = WorldBox(west: point.x, east: point.x, north: point.y, south: point.y)
                continue
            }
            box = WorldBox(
                west: min(known.west, point.x), east: max(known.east, point.x), north: min(known.north, point.y),
                south: max(known.south, point.y))
        }
        guard let box else { return nil }
        self = box
    }

    /// Its middle.
    package var middle: WorldPoint { WorldPoint(x: (west + east) / 2, y: (north + south) / 2) }
    /// The longer of its sides.
    package var extent: Double { max(east - west, south - north) }

    /// The smallest that holds both.
    package func joined(_ other: WorldBox) -> WorldBox {
        WorldBox(
            west: min(west, other.west), east: max(east, other.east), north: min(north, other.north),
            south: max(south, other.south))
    }

    /// True when the two have a place in common.
    package func touches(_ other: WorldBox) -> Bool {
        west <= other.east && other.west <= east && north <= other.south && other.north <= south
    }

    /// True when a place lies in it.
    package func contains(_ point: WorldPoint) -> Bool {
        west <= point.x && point.x <= east && north <= point.y && point.y <= south
    }
}
