import DispatchModel
import Formats
import Foundation

extension DistrictReader {
    /// Beats: boxes around a centre, rings of corners, or the outlines of a GeoJSON file.
    func readBeats(_ beats: SettingsTable, into model: inout DistrictModel) {
        guard beats.keys.count <= Self.limits.beats else {
            root.fault("beats", "more than \(Self.limits.beats) beats", "巡区超过 \(Self.limits.beats) 个")
            return
        }
        let outlines = readOutlines()
        for code in beats.keys {
            guard let table = beats.subtable(code) else { continue }
            if let beat = readBeat(code, table, outlines) { model.beats.append(beat) }
        }
        if !model.beats.isEmpty, model.beats.allSatisfy({ $0.weight == 0 }) {
            root.fault("beats", "at least one beat needs a weight above 0", "至少一个巡区的权重须大于 0")
        }
    }

    private func readBeat(_ code: String, _ table: SettingsTable, _ outlines: [String: [[GeoPoint]]]) -> DistrictBeat? {
        table.expect(["name", "at", "corners", "outline", "reach", "streets", "weight", "places"])
        var outline = points("corners", least: 3, in: table).map { [$0] } ?? []
        if let name = table.string("outline") {
            if let found = outlines[name] {
                outline = found
            } else {
                table.fault("outline", "the outline file has no \"\(name)\"", "边界文件中没有“\(name)”")
            }
        } else if outline.isEmpty, let found = outlines[code] {
            outline = found
        }
        guard let centre = point("at", in: table) ?? middle(of: outline) else {
            if !table.has("at"), !table.has("corners") {
                table.fault(
                    "at", "missing; write at = [31.23, 121.47], or corners", "缺少；请写 at = [31.23, 121.47] 或 corners")
            }
            return nil
        }
        let name = table.name("name").map(BilingualText.init) ?? BilingualText(code, code)
        var beat = DistrictBeat(code: code, name: name, centre: centre, outline: outline)
        if let reach = table.numbers("reach", count: 2...2, 0.0001...5) {
            beat.reach = DistrictBeat.Reach(
                longitude: Int64(reach[1] * 1_000_000), latitude: Int64(reach[0] * 1_000_000))
        }
        beat.places = points("places", least: 1, in: table) ?? []
        beat.weight = table.number("weight", 0...1_000_000) ?? 1
        beat.streets = table.names("streets").map(BilingualText.init)
        return beat
    }

    /// The outlines of the GeoJSON file that `outlines = { file = "...", property = "name" }` names, by that property.
    private func readOutlines() -> [String: [[GeoPoint]]] {
        guard let table = root.subtable("outlines") else { return [:] }
        table.expect(["file", "property"])
        guard let file = table.string("file", required: true) else { return [:] }
        guard let text = files(file) else {
            table.fault("file", "\(file) cannot be read", "无法读取 \(file)")
            return [:]
        }
        do throws(OutlineFault) {
            return try GeoJSONOutlines.read(text, property: table.string("property") ?? "name")
        } catch {
            table.fault("file", "\(file): \(error.english)", "\(file)：\(error.chinese)")
            return [:]
        }
    }

    private func points(_ key: String, least: Int, in table: SettingsTable) -> [GeoPoint]? {
        guard let array = table.table[key]?.array else {
            if table.has(key) { table.fault(key, "must be a list of [latitude, longitude]", "应为 [纬度, 经度] 的列表") }
            return nil
        }
        let points = array.compactMap { element -> GeoPoint? in
            let numbers = element.array?.compactMap(\.number) ?? []
            return numbers.count == 2 ? GeoPoint(latitude: numbers[0], longitude: numbers[1]) : nil
        }
        if points.count == array.count, points.count >= least { return points }
        table.fault(
            key, "must be a list of at least \(least) [latitude, longitude]", "应为至少 \(least) 个 [纬度, 经度] 的列表")
        return nil
    }

    /// A point in degrees.
    func point(_ key: String, in table: SettingsTable, required: Bool = false) -> GeoPoint? {
        table.degrees(key, required: required).flatMap { GeoPoint(latitude: $0.latitude, longitude: $0.longitude) }
    }

    private func middle(of outline: [[GeoPoint]]) -> GeoPoint? {
        let corners = Array(outline.joined())
        guard !corners.isEmpty else { return nil }
        let count = Int64(corners.count)
        return GeoPoint(
            latitudeMicrodegrees: corners.reduce(0) { $0 + $1.latitudeMicrodegrees } / count,
            longitudeMicrodegrees: corners.reduce(0) { $0 + $1.longitudeMicrodegrees } / count)
    }
}

/// Why a file of outlines cannot be used.
struct OutlineFault: Error, Hashable {
    var english: String
    var chinese: String
}

/// Outlines from GeoJSON (RFC 7946): the outer rings of Polygon and MultiPolygon features.
enum GeoJSONOutlines {
    /// The longest file that is read, in bytes.
    static let limit = 32 << 20

    /// The rings by a property of their feature. Features of one name are joined; other geometries are left out.
    static func read(_ text: String, property: String) throws(OutlineFault) -> [String: [[GeoPoint]]] {
        guard text.utf8.count <= limit else {
            throw OutlineFault(english: "longer than \(limit) bytes", chinese: "超过 \(limit) 字节")
        }
        let parsed = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        guard let root = parsed as? [String: Any], let features = root["features"] as? [[String: Any]] else {
            throw OutlineFault(english: "is no GeoJSON feature collection", chinese: "不是 GeoJSON 要素集合")
        }
        var outlines: [String: [[GeoPoint]]] = [:]
        for feature in features {
            guard let properties = feature["properties"] as? [String: Any], let value = properties[property],
                let geometry = feature["geometry"] as? [String: Any]
            else { continue }
            let name = (value as? String) ?? "\(value)"
            outlines[name, default: []] += rings(of: geometry)
        }
        guard outlines.contains(where: { !$0.value.isEmpty }) else {
            throw OutlineFault(
                english: "has no polygon with the property \"\(property)\"", chinese: "没有带属性“\(property)”的多边形")
        }
        return outlines
    }

    private static func rings(of geometry: [String: Any]) -> [[GeoPoint]] {
        switch geometry["type"] as? String {
        case "Polygon":
            return outer(geometry["coordinates"]).map { [$0] } ?? []
        case "MultiPolygon":
            return (geometry["coordinates"] as? [Any] ?? []).compactMap { outer($0) }
        default:
            return []
        }
    }

    private static func outer(_ polygon: Any?) -> [GeoPoint]? {
        guard let ring = (polygon as? [Any])?.first as? [Any] else { return nil }
        let points = ring.compactMap { position -> GeoPoint? in
            guard let numbers = position as? [NSNumber], numbers.count >= 2 else { return nil }
            return GeoPoint(latitude: numbers[1].doubleValue, longitude: numbers[0].doubleValue)
        }
        return points.count >= 3 && points.count == ring.count ? points : nil
    }
}
