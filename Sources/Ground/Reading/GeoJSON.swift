import DispatchModel
import Formats

/// Reads GeoJSON: points, lines, polygons and collections of them in degrees (WGS 84), longitude first.
package struct GeoJSONReader {
    private let limits: GeoLimits
    private var places = 0

    private init(_ limits: GeoLimits) { self.limits = limits }

    /// What a file's bytes hold. Throws what makes the whole file useless; a fault of the JSON itself has the offset of its
    /// byte. What is wrong with single features stands in the answer.
    package static func read(_ bytes: [UInt8], limits: GeoLimits = GeoLimits()) throws(MessageFault) -> GeoFile {
        var json = JSONLimits()
        json.bytes = limits.bytes
        json.depth = 32
        json.values = 4 * limits.places + 100 * limits.features
        try GeoEncoding.check(bytes)
        let root = try JSONReader.read(bytes, limits: json)
        let kinds = "\"FeatureCollection\", as every GeoJSON export writes it"
        guard root.members != nil else {
            throw MessageFault.value("", root, "an object whose type is \(kinds)", "type 为“FeatureCollection”的对象")
        }
        try GeoReference.check(root)
        var reader = GeoJSONReader(limits)
        guard let written = root["type"] else { throw MessageFault.missing("type", kinds, "“FeatureCollection”") }
        switch written.text {
        case "FeatureCollection": return try reader.collection(root)
        case "Feature": return try reader.gather([root], path: nil)
        case let kind? where GeoJSONReader.kinds.contains(kind):
            return try reader.gather([.object([.init(name: "geometry", value: root)])], path: nil, bare: true)
        default: throw MessageFault.value("type", written, kinds, "“FeatureCollection”")
        }
    }

    private mutating func collection(_ root: JSON) throws(MessageFault) -> GeoFile {
        guard let written = root["features"] else {
            throw MessageFault.missing("features", "a list of features", "要素列表")
        }
        guard let elements = written.elements else {
            throw MessageFault.value("features", written, "a list of features", "要素列表")
        }
        guard elements.count <= limits.features else {
            throw MessageFault(
                path: "features", found: "\(elements.count) features", foundChinese: " \(elements.count) 个要素",
                expected: "at most \(limits.features): leave smaller roads out",
                expectedChinese: "至多 \(limits.features) 个：请去掉次要道路")
        }
        return try gather(elements, path: "features")
    }

    private mutating func gather(_ elements: [JSON], path: String?, bare: Bool = false) throws(MessageFault) -> GeoFile
    {
        var file = GeoFile()
        file.features.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            do throws(MessageFault) {
                file.features.append(try feature(element, number: index + 1, bare: bare))
            } catch {
                let fault = path.map { error.inside("\($0)[\(index + 1)]\(GeoJSONReader.label(element))") } ?? error
                // What passes a bound passes it in every feature after it.
                if places > limits.places { throw fault }
                if file.faults.count < GeoFile.faultLimit {
                    file.faults.append((index + 1, fault))
                } else {
                    file.moreFaults += 1
                }
            }
        }
        return file
    }

    /// By which name a person finds a feature again: the first of its properties that usually name one.
    private static func label(_ feature: JSON) -> String {
        for name in GroundKey.usual {
            guard let member = feature["properties"]?.members?.first(where: { $0.name.lowercased() == name }) else {
                continue
            }
            switch member.value {
            case .string(let text) where !text.isEmpty:
                return " (\(member.name) \"\(MessageFault.excerpt(text))\")"
            case .integer(let number): return " (\(member.name) \(number))"
            case .string, .number, .null, .bool, .array, .object: continue
            }
        }
        return ""
    }

    // MARK: Features

    private mutating func feature(_ value: JSON, number: Int, bare: Bool) throws(MessageFault) -> GeoFeature {
        guard value.members != nil else {
            throw MessageFault.value(
                "", value, "a feature: {\"type\": \"Feature\", ...}", "要素 {\"type\": \"Feature\", …}")
        }
        if !bare {
            guard let kind = value["type"] else { throw MessageFault.missing("type", "\"Feature\"", "“Feature”") }
            guard kind.text == "Feature" else { throw MessageFault.value("type", kind, "\"Feature\"", "“Feature”") }
        }
        var properties: [String: String] = [:]
        for member in value["properties"]?.members ?? [] {
            switch member.value {
            case .string(let text): properties[member.name] = text
            case .integer(let number): properties[member.name] = "\(number)"
            case .number(let number): properties[member.name] = "\(number)"
            case .null, .bool, .array, .object: continue
            }
        }
        var shapes: [GeoGeometry] = []
        switch value["geometry"] {
        case nil, .null?: break
        case let written?:
            do throws(MessageFault) {
                shapes = try geometry(written)
            } catch {
                throw bare ? error : error.inside("geometry")
            }
        }
        return GeoFeature(number: number, properties: properties, shapes: shapes)
    }

    private static let kinds = [
        "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
    ]

    private mutating func geometry(_ value: JSON) throws(MessageFault) -> [GeoGeometry] {
        let known = "Point, LineString, Polygon, a Multi of them or GeometryCollection"
        let knownChinese = "Point、LineString、Polygon、其 Multi 形式或 GeometryCollection"
        guard value.members != nil else {
            throw MessageFault.value("", value, "a shape with type and coordinates", "带 type 与 coordinates 的图形")
        }
        guard let written = value["type"] else { throw MessageFault.missing("type", known, knownChinese) }
        guard let kind = written.text, GeoJSONReader.kinds.contains(kind) else {
            throw MessageFault.value("type", written, known, knownChinese)
        }
        if kind == "GeometryCollection" { return try parts(of: value) }
        guard let coordinates = value["coordinates"] else {
            throw MessageFault.missing("coordinates", "a list", "列表")
        }
        do throws(MessageFault) {
            return [try shape(kind, coordinates)]
        } catch {
            throw error.inside("coordinates")
        }
    }

    private mutating func parts(of collection: JSON) throws(MessageFault) -> [GeoGeometry] {
        guard let written = collection["geometries"] else {
            throw MessageFault.missing("geometries", "a list of shapes", "图形列表")
        }
        guard let elements = written.elements else {
            throw MessageFault.value("geometries", written, "a list of shapes", "图形列表")
        }
        var shapes: [GeoGeometry] = []
        for (index, element) in elements.enumerated() {
            do throws(MessageFault) {
                shapes += try geometry(element)
            } catch {
                throw error.inside("geometries[\(index + 1)]")
            }
        }
        return shapes
    }

    private mutating func shape(_ kind: String, _ coordinates: JSON) throws(MessageFault) -> GeoGeometry {
        switch kind {
        case "Point": return .points([try place(coordinates)])
        case "MultiPoint": return .points(try line(coordinates, least: 0))
        case "LineString": return .lines([GeoRing.unwrapped(try line(coordinates, least: 2))])
        case "MultiLineString":
            return .lines(
                try list(coordinates) { value, reader throws(MessageFault) in
                    GeoRing.unwrapped(try reader.line(value, least: 2))
                })
        case "Polygon": return .areas(try rings(coordinates))
        default:
            let polygons = try list(coordinates) { value, reader throws(MessageFault) in try reader.rings(value) }
            return .areas(polygons.flatMap { $0 })
        }
    }

    // MARK: Coordinates

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
        let rings = try list(value) { value, reader throws(MessageFault) in
            try GeoRing.closed(try reader.line(value, least: 4))
        }
        guard let outer = rings.first, let box = WorldBox(outer) else {
            throw MessageFault(
                path: "", found: "a polygon without a ring", foundChinese: "没有环的多边形",
                expected: "at least its outer ring",
                expectedChinese: "至少有外环")
        }
        var turned = [GeoRing.turned(outer, isHole: false)]
        for (index, ring) in rings.enumerated().dropFirst() {
            let hole = GeoRing.beside(ring, box)
            guard hole.allSatisfy(box.contains) else {
                throw MessageFault(
                    path: "[\(index + 1)]", found: "a hole that reaches beyond its polygon", foundChinese: "超出多边形的孔",
                    expected: "holes inside the first ring", expectedChinese: "孔在首环之内")
            }
            turned.append(GeoRing.turned(hole, isHole: true))
        }
        return turned
    }

    private mutating func line(_ value: JSON, least: Int) throws(MessageFault) -> [WorldPoint] {
        let line = try list(value) { value, reader throws(MessageFault) in try reader.place(value) }
        guard line.count >= least else {
            throw MessageFault(
                path: "", found: line.count == 1 ? "1 place" : "\(line.count) places",
                foundChinese: " \(line.count) 个点", expected: "at least \(least)", expectedChinese: "至少 \(least) 个")
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
        else { throw GeoReference.fault(of: value, numbers) }
        return WorldPoint(latitude: numbers[1], longitude: numbers[0])
    }
}
