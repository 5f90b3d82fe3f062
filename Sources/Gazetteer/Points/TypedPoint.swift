import DispatchModel

/// What was typed where a place is expected and is a point itself: degrees, or a plus code.
package enum TypedPoint: Hashable, Sendable {
    /// Just this point.
    case one(GeoPoint)
    /// Degrees that could be north first or east first, and lie in the room's district either way, or neither way.
    case either(northFirst: GeoPoint, eastFirst: GeoPoint)

    /// Reads `37.7793, -122.4193` in either order, signs or the letters N, S, E, W, and plus codes; nil for anything else.
    /// - Parameter box: Where the places of the room lie; it tells the order of two numbers that could be either.
    package static func read(_ text: String, in box: PlaceBox? = nil) -> TypedPoint? {
        let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard trimmed.utf8.count < 60 else { return nil }
        if trimmed.contains("+"), let point = PlusCode.point(trimmed, near: box?.middle) { return .one(point) }
        let parts = trimmed.split { $0 == "," || $0 == "，" || $0 == ";" || $0 == " " }
        guard parts.count == 2, let first = Degrees(parts[0]), let second = Degrees(parts[1]) else { return nil }
        // Two whole numbers without a letter are no point: `12 5` is a house and a street.
        guard first.axis != nil || second.axis != nil || first.hasFraction && second.hasFraction else { return nil }
        let northFirst = first.axis == .east || second.axis == .north ? nil : GeoPoint(first, second)
        let eastFirst = first.axis == .north || second.axis == .east ? nil : GeoPoint(second, first)
        switch (northFirst, eastFirst) {
        case (let point?, nil), (nil, let point?): return .one(point)
        case (nil, nil): return nil
        case (let north?, let east?):
            if north == east { return .one(north) }
            guard let box else { return .either(northFirst: north, eastFirst: east) }
            switch (box.isNear(north), box.isNear(east)) {
            case (true, false): return .one(north)
            case (false, true): return .one(east)
            case (true, true), (false, false): return .either(northFirst: north, eastFirst: east)
            }
        }
    }

    /// A number of degrees, and which way it is when that is said.
    fileprivate struct Degrees {
        enum Axis { case north, east }

        var value: Double
        var axis: Axis?
        var hasFraction: Bool

        init?(_ text: Substring) {
            var text = text.uppercased().filter { $0 != "°" }[...]
            var sign = 1.0
            let letter = text.last.flatMap { "NSEW".contains($0) ? $0 : nil } ?? text.first
            switch letter {
            case "N"?: axis = .north
            case "S"?: (axis, sign) = (.north, -1)
            case "E"?: axis = .east
            case "W"?: (axis, sign) = (.east, -1)
            default: axis = nil
            }
            if axis != nil { text = text.first == letter ? text.dropFirst() : text.dropLast() }
            let isPlain = text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+") }
            guard isPlain, let number = Double(text) else { return nil }
            value = number * sign
            hasFraction = text.contains(".")
        }
    }
}

extension GeoPoint {
    fileprivate init?(_ north: TypedPoint.Degrees, _ east: TypedPoint.Degrees) {
        self.init(latitude: north.value, longitude: east.value)
    }
}

/// The rectangle in which the places of a room lie.
package struct PlaceBox: Hashable, Sendable {
    /// Its southern edge in degrees.
    package var south: Double
    /// Its northern edge.
    package var north: Double
    /// Its western edge.
    package var west: Double
    /// Its eastern edge.
    package var east: Double

    /// Creates a rectangle.
    package init(south: Double, north: Double, west: Double, east: Double) {
        self.south = south
        self.north = north
        self.west = west
        self.east = east
    }

    /// Its middle.
    package var middle: GeoPoint {
        GeoPoint(latitude: (south + north) / 2, longitude: (west + east) / 2) ?? GeoPoint()
    }

    /// True within it, and half a degree around it.
    func isNear(_ point: GeoPoint) -> Bool {
        point.latitude >= south - 0.5 && point.latitude <= north + 0.5 && point.longitude >= west - 0.5
            && point.longitude <= east + 0.5
    }
}
