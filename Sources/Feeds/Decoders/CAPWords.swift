import DispatchModel

/// The values of CAP's elements, checked.
enum CAPWords {
    static let standings: [String: AlertStanding] = [
        "Actual": .actual, "Exercise": .exercise, "System": .system, "Test": .test, "Draft": .draft,
    ]
    static let severities: [String: AlertSeverity] = [
        "Extreme": .high, "Severe": .high, "Moderate": .medium, "Minor": .low, "Unknown": .low,
    ]

    /// The text of an element that must be there, at most 1000 bytes long.
    static func name(_ node: XMLNode, _ element: String) throws(MessageFault) -> String {
        guard let text = node.child(element)?.text, !text.isEmpty else {
            throw MessageFault.missing(element, "a text that is not empty", "非空文本")
        }
        guard text.utf8.count <= 1000 else {
            throw MessageFault.text(element, text, "at most 1000 bytes", "至多 1000 字节")
        }
        return text
    }

    /// The meaning of an element's word.
    static func word<Value>(
        _ node: XMLNode, _ element: String, _ words: [String: Value]
    ) throws(MessageFault) -> Value {
        let list = words.keys.sorted().joined(separator: ", ")
        guard let text = node.child(element)?.text else {
            throw MessageFault.missing(element, "one of \(list)", "以下之一：\(list)")
        }
        guard let value = words[text] else {
            throw MessageFault.text(element, text, "one of \(list)", "以下之一：\(list)")
        }
        return value
    }

    /// The time of an element.
    static func time(_ node: XMLNode, _ element: String) throws(MessageFault) -> Timestamp {
        let text = try name(node, element)
        guard let time = RFC3339.instant(text) else {
            throw MessageFault.text(
                element, text, "a time such as 2026-11-24T02:55:20+08:00", "形如 2026-11-24T02:55:20+08:00 的时间")
        }
        return time
    }

    /// The middle of an area: its circle's centre, else the mean of its polygon's corners; nil when it has neither.
    static func point(_ area: XMLNode) throws(MessageFault) -> GeoPoint? {
        if let circle = area.child("circle")?.text {
            let centre = circle.split(separator: " ").first.map(String.init) ?? ""
            return try corner(centre, "area.circle")
        }
        guard let polygon = area.child("polygon")?.text, !polygon.isEmpty else { return nil }
        var (latitude, longitude, count) = (Int64(0), Int64(0), Int64(0))
        let corners = polygon.split(whereSeparator: \.isWhitespace)
        for text in corners.count > 1 ? corners.dropLast() : corners[...] {
            let point = try corner(String(text), "area.polygon")
            latitude += point.latitudeMicrodegrees
            longitude += point.longitudeMicrodegrees
            count += 1
        }
        return GeoPoint(latitudeMicrodegrees: latitude / count, longitudeMicrodegrees: longitude / count)
    }

    private static func corner(_ text: String, _ path: String) throws(MessageFault) -> GeoPoint {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard parts.count == 2, let latitude = parts[0], let longitude = parts[1],
            let point = GeoPoint(latitude: latitude, longitude: longitude)
        else { throw MessageFault.text(path, text, "latitude,longitude in degrees", "以度表示的 纬度,经度") }
        return point
    }

    /// A name within a limit of scalars: itself, or a hash of it.
    static func bounded(_ text: String, _ limit: Int) -> String {
        text.unicodeScalars.count <= limit ? text : "long-" + StableHash.hexadecimal(text)
    }
}
