import Formats

/// By which property the polygons of a file are named.
enum GroundKey {
    /// Properties that usually name a beat, the likeliest first.
    static let usual = ["beat", "name", "code", "id", "sector", "zone"]

    /// The likeliest of some polygons: of the usual ones the first that at least half of them have, else one that half of
    /// them have and that is different in each of these.
    static func likely(_ areas: [GeoFeature]) -> String? {
        var counts: [String: Int] = [:]
        for feature in areas {
            for name in feature.properties.keys where feature.text(name) != nil { counts[name, default: 0] += 1 }
        }
        let names = counts.filter { 2 * $0.value >= areas.count }.keys.sorted { rank($0) < rank($1) }
        return names.first { name in
            if usual.contains(name.lowercased()) { return true }
            let values = areas.compactMap { $0.text(name) }
            return Set(values).count == values.count
        }
    }

    private static func rank(_ name: String) -> (Int, String) {
        (usual.firstIndex(of: name.lowercased()) ?? usual.count, name)
    }

    /// The properties that some features have, but one, for a message.
    static func offered(_ features: [GeoFeature], but key: String? = nil) -> String {
        let names = Set(features.flatMap { $0.properties.keys }).filter { $0 != key }.sorted { rank($0) < rank($1) }
        let shown = names.prefix(8).map { MessageFault.excerpt($0) }.joined(separator: ", ")
        return names.count > 8 ? shown + ", …" : shown
    }
}
