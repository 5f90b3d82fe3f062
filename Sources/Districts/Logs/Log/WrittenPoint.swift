import DispatchModel

/// A point as a log writes it: `(37.77, -122.42)`, `POINT (-122.42 37.77)`, or its two numbers in columns of their own.
struct WrittenPoint {
    /// As it is written.
    let text: String
    private let latitude: Substring
    private let longitude: Substring

    /// A point whose two numbers stand in one field.
    init(pair: String) {
        text = pair
        // Well-known text has the degrees east first (OGC 06-103r4).
        let isWellKnown = pair.utf8.count > 5 && pair.prefix(5).uppercased() == "POINT"
        let body = isWellKnown ? pair.dropFirst(5) : pair[...]
        let parts = body.split { isWellKnown ? " ()\t".contains($0) : " (),;".contains($0) }
        let isPair = parts.count == 2
        latitude = isPair ? parts[isWellKnown ? 1 : 0] : ""
        longitude = isPair ? parts[isWellKnown ? 0 : 1] : ""
    }

    /// A point whose numbers stand apart; there a comma may stand for the point in a number.
    init(latitude: String, longitude: String) {
        text = latitude.isEmpty && longitude.isEmpty ? "" : "\(latitude), \(longitude)"
        self.latitude = Self.number(latitude)[...]
        self.longitude = Self.number(longitude)[...]
    }

    /// True when nothing is written.
    var isEmpty: Bool { text.isEmpty }

    /// The point; nil where the numbers are none, or lie off the globe.
    var point: GeoPoint? {
        guard let latitude = Double(latitude), let longitude = Double(longitude) else { return nil }
        return GeoPoint(latitude: latitude, longitude: longitude)
    }

    private static func number(_ text: String) -> String {
        guard !text.contains("."), text.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 1 else { return text }
        return text.replacing(",", with: ".")
    }
}
