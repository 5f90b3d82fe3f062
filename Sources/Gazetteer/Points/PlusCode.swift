import DispatchModel

/// A plus code (Open Location Code): a short word for an area of the globe.
///
/// Source: Open Location Code specification, github.com/google/open-location-code, docs/specification.md: five pairs of
/// digits to base 20, each a twentieth of the one before, then digits of a grid of 4 columns and 5 rows; digits left out in
/// front stand for those of a place nearby ("recover nearest").
package enum PlusCode {
    private static let digits = Array("23456789CFGHJMPQRVWX".utf8)
    private static let separator = UInt8(ascii: "+")
    private static let padding = UInt8(ascii: "0")

    /// The middle of the area that a code stands for; nil for what is no code, and for a short one without a place nearby.
    package static func point(_ text: String, near reference: GeoPoint? = nil) -> GeoPoint? {
        let code = Array(text.uppercased().utf8)
        guard code.count < 40, let plus = code.firstIndex(of: separator), code.lastIndex(of: separator) == plus,
            plus <= 8, plus % 2 == 0, code.count - plus != 2
        else { return nil }
        var body = Array(code[..<plus])
        let tail = Array(code[(plus + 1)...])
        if let zero = body.firstIndex(of: padding) {
            // Padding goes on to the sign, in pairs, and nothing comes behind.
            guard plus == 8, zero > 0, zero % 2 == 0, tail.isEmpty, body[zero...].allSatisfy({ $0 == padding }) else {
                return nil
            }
            body.removeLast(body.count - zero)
        }
        guard let values = values(body + tail) else { return nil }
        if plus == 8 { return area(values)?.middle }
        guard let reference else { return nil }
        return recovered(values, missing: 8 - plus, near: reference)
    }

    private static func values(_ code: [UInt8]) -> [Int]? {
        let values = code.compactMap { digits.firstIndex(of: $0) }
        return values.count == code.count && !values.isEmpty ? values : nil
    }

    /// An area: its south-western corner and its size, in degrees.
    private struct Area {
        var south = -90.0
        var west = -180.0
        var height = 0.0
        var width = 0.0

        var middle: GeoPoint? {
            GeoPoint(latitude: min(90, south + height / 2), longitude: west + width / 2)
        }
    }

    private static func area(_ values: [Int]) -> Area? {
        // The globe has 9 times 20 degrees from south to north, and 18 from west to east.
        guard values.count > 1, values[0] < 9, values[1] < 18 else { return nil }
        var area = Area()
        var size = 400.0
        for pair in stride(from: 0, to: min(10, values.count - values.count % 2), by: 2) {
            size /= 20
            area.south += Double(values[pair]) * size
            area.west += Double(values[pair + 1]) * size
        }
        (area.height, area.width) = (size, size)
        for value in values.dropFirst(10).prefix(5) {
            area.height /= 5
            area.width /= 4
            area.south += Double(value / 4) * area.height
            area.west += Double(value % 4) * area.width
        }
        return area
    }

    /// The area of a short code that lies nearest to a place.
    private static func recovered(_ values: [Int], missing: Int, near reference: GeoPoint) -> GeoPoint? {
        var size = 400.0
        for _ in 0..<(missing / 2) { size /= 20 }
        let front = front(of: reference, missing)
        guard let point = area(front + values)?.middle else { return nil }
        var (latitude, longitude) = (point.latitude, point.longitude)
        let half = size / 2
        if reference.latitude + half < latitude, latitude - size >= -90 {
            latitude -= size
        } else if reference.latitude - half > latitude, latitude + size <= 90 {
            latitude += size
        }
        if reference.longitude + half < longitude {
            longitude -= size
        } else if reference.longitude - half > longitude {
            longitude += size
        }
        let turned = longitude < -180 ? longitude + 360 : longitude >= 180 ? longitude - 360 : longitude
        return GeoPoint(latitude: latitude, longitude: turned)
    }

    /// The first digits of a place's own code.
    private static func front(of point: GeoPoint, _ count: Int) -> [Int] {
        var (north, east) = (min(point.latitude + 90, 179.999_999), point.longitude + 180)
        if east >= 360 { east -= 360 }
        var size = 400.0
        var found: [Int] = []
        for _ in 0..<(count / 2) {
            size /= 20
            let (row, column) = (Int(north / size), Int(east / size))
            found += [row, column]
            north -= Double(row) * size
            east -= Double(column) * size
        }
        return found
    }
}
