import DispatchModel
import Foundation

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
