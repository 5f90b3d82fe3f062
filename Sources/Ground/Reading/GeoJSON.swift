import DispatchModel
import Formats

/// A feature of a GeoJSON file (RFC 7946).
package struct GeoFeature: Hashable, Sendable {
    /// Its place in the file, from 1.
    package var number: Int
    /// Its properties that are texts or numbers, as texts.
    package var properties: [String: String]
    /// Its shape; nil for a feature without one.
    package var geometry: GeoGeometry?
}

/// The shape of a feature, on the map of the world.
package enum GeoGeometry: Hashable, Sendable {
    /// One point or several.
    case points([WorldPoint])
    /// One line or several.
    case lines([[WorldPoint]])
    /// The rings of one polygon or several, outlines and holes alike; none repeats its first place at its end.
    case areas([[WorldPoint]])
}

/// What is read of a file of shapes at most.
package struct GeoLimits: Hashable, Sendable {
    /// Bytes.
    package var bytes = 32 << 20
    /// Features.
    package var features = 20_000
    /// Places of all features together.
    package var places = 1_000_000

    /// The limits that hold.
    package init() {}
}

/// Reads GeoJSON: feature collections of points, lines and polygons in degrees, longitude first.
package struct GeoJSONReader {
    private let limits: GeoLimits
    private var places = 0

    private init(_ limits: GeoLimits) { self.limits = limits }

    /// The features of a file's bytes. Throws the first fault with the path of its field; a fault of the JSON itself has the
    /// offset of its byte.
    package static func read(_ bytes: [UInt8], limits: GeoLimits = GeoLimits()) throws(MessageFault) -> [GeoFeature] {
        var json = JSONLimits()
        json.bytes = limits.bytes
        json.values = 4 * limits.places + 100 * limits.features
        let root = try JSONReader.read(bytes, limits: json)
        var reader = GeoJSONReader(limits)
        switch root["type"]?.text {
        case "FeatureCollection": return try reader.collection(root)
        case "Feature": return [try reader.feature(root, number: 1)]
        case let other:
            throw MessageFault.text(
                "type", other ?? "", "\"FeatureCollection\", as every GeoJSON export writes it", "“FeatureCollection”")
        }
    }

    private mutating func collection(_ root: JSON) throws(MessageFault) -> [GeoFeature] {
        guard let elements = root["features"]?.elements else {
            throw MessageFault.missing("features", "a list of features", "要素列表")
        }
        guard elements.count <= limits.features else {
            throw MessageFault(
                path: "features", found: "\(elements.count) features", foundChinese: " \(elements.count) 个要素",
                expected: "at most \(limits.features): leave smaller roads out",
                expectedChinese: "至多 \(limits.features) 个：请去掉次要道路")
        }
        var features: [GeoFeature] = []
        features.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            do throws(MessageFault) {
                features.append(try feature(element, number: index + 1))
            } catch {
                throw error.inside("features[\(index + 1)]")
            }
        }
        return features
    }

    private mutating func feature(_ value: JSON, number: Int) throws(MessageFault) -> GeoFeature {
        var properties: [String: String] = [:]
        for member in value["properties"]?.members ?? [] {
            switch member.value {
            case .string(let text): properties[member.name] = text
            case .integer(let number): properties[member.name] = "\(number)"
            case .number(let number): properties[member.name] = "\(number)"
            case .null, .bool, .array, .object: continue
            }
        }
        var geometry: GeoGeometry?
        switch value["geometry"] {
        case nil, .null?: break
        case let written?:
            do throws(MessageFault) {
                geometry = try self.geometry(written)
            } catch {
                throw error.inside("geometry")
            }
        }
        return GeoFeature(number: number, properties: properties, geometry: geometry)
    }

    private mutating func geometry(_ value: JSON) throws(MessageFault) -> GeoGeometry {
        let coordinates = value["coordinates"] ?? .null
        let kind = value["type"]?.text ?? ""
        do throws(MessageFault) {
            switch kind {
            case "Point": return .points([try place(coordinates)])
            case "MultiPoint": return .points(try line(coordinates, least: 1))
            case "LineString": return .lines([try line(coordinates, least: 2)])
            case "MultiLineString":
                return .lines(
                    try list(coordinates) { value, reader throws(MessageFault) in
                        try reader.line(value, least: 2)
                    })
            case "Polygon": return .areas(try rings(coordinates))
            case "MultiPolygon":
                let polygons = try list(coordinates) { value, reader throws(MessageFault) in try reader.rings(value) }
                return .areas(polygons.flatMap { $0 })
            default: break
            }
        } catch {
            throw error.inside("coordinates")
        }
        throw MessageFault.text(
            "type", kind, "Point, LineString, Polygon or a Multi of them", "Point、LineString、Polygon 或其 Multi 形式")
    }

    private mutating func list<Value>(
        _ value: JSON, _ read: (JSON, inout GeoJSONReader) throws(MessageFault) -> Value
    ) throws(MessageFault) -> [Value] {
        guard let elements = value.elements else { throw MessageFault.value("", value, "a list", "列表") }
        var values: [Value] = []
        for (index, element) in elements.enumerated() {
            do throws(MessageFault) {
                values.append(try read(element, &self))
            } catch {
                throw error.inside("[\(index + 1)]")
            }
        }
        return values
    }

    /// The rings of a polygon: the outer one, and holes inside it (RFC 7946, section 3.1.6).
    private mutating func rings(_ value: JSON) throws(MessageFault) -> [[WorldPoint]] {
        let rings = try closedRings(value)
        guard let outer = rings.first else {
            throw MessageFault(
                path: "", found: "a polygon without a ring", foundChinese: "没有环的多边形",
                expected: "at least its outer ring",
                expectedChinese: "至少有外环")
        }
        let (columns, rows) = (outer.map(\.x), outer.map(\.y))
        for (index, hole) in rings.enumerated().dropFirst() {
            let isInside = hole.allSatisfy { point in
                columns.min()! <= point.x && point.x <= columns.max()! && rows.min()! <= point.y
                    && point.y <= rows.max()!
            }
            guard isInside else {
                throw MessageFault(
                    path: "[\(index + 1)]", found: "a hole that reaches beyond its polygon", foundChinese: "超出多边形的孔",
                    expected: "holes inside the first ring", expectedChinese: "孔在首环之内")
            }
        }
        return rings
    }

    /// Twice the area within a ring, in parts of the world's square.
    private static func area(_ ring: [WorldPoint]) -> Double {
        var sum = 0.0
        for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1)) { sum += one.x * other.y - other.x * one.y }
        return abs(sum)
    }

    private mutating func closedRings(_ value: JSON) throws(MessageFault) -> [[WorldPoint]] {
        try list(value) { value, reader throws(MessageFault) in
            var ring = try reader.line(value, least: 4)
            guard ring.first == ring.last else {
                throw MessageFault(
                    path: "", found: "a ring that ends elsewhere than it begins", foundChinese: "首尾不同的环",
                    expected: "the first place again at the end", expectedChinese: "末点与首点相同")
            }
            ring.removeLast()
            // A square of a centimetre is more.
            guard GeoJSONReader.area(ring) > 1e-19 else {
                throw MessageFault(
                    path: "", found: "a ring without an area", foundChinese: "没有面积的环",
                    expected: "at least three places that are not in a line", expectedChinese: "至少三个不共线的点")
            }
            return ring
        }
    }

    private mutating func line(_ value: JSON, least: Int) throws(MessageFault) -> [WorldPoint] {
        let line = try list(value) { value, reader throws(MessageFault) in try reader.place(value) }
        guard line.count >= least else {
            throw MessageFault(
                path: "", found: "\(line.count) places", foundChinese: " \(line.count) 个点",
                expected: "at least \(least)", expectedChinese: "至少 \(least) 个")
        }
        return line
    }

    private mutating func place(_ value: JSON) throws(MessageFault) -> WorldPoint {
        places += 1
        guard places <= limits.places else {
            throw MessageFault(
                path: "", found: "more than \(limits.places) places", foundChinese: "超过 \(limits.places) 个点",
                expected: "fewer: simplify the file or leave smaller roads out", expectedChinese: "更少：请先简化文件或去掉次要道路")
        }
        let numbers = value.elements?.compactMap(\.double) ?? []
        guard (2...4).contains(numbers.count), numbers.count == value.elements?.count, abs(numbers[0]) <= 180,
            abs(numbers[1]) <= WorldPoint.latitudeLimit
        else {
            throw MessageFault.value(
                "", value, "[longitude, latitude] in degrees (WGS 84), such as [121.47, 31.23]",
                "[经度, 纬度]（WGS 84，度），例如 [121.47, 31.23]")
        }
        return WorldPoint(latitude: numbers[1], longitude: numbers[0])
    }
}
