import DispatchModel
import Formats

/// The values of CAP's elements, checked.
enum CAPWords {
    /// What a message does.
    enum MessageType {
        case alert
        case update
        case cancel
        /// It acknowledges or rejects another and says nothing about the world.
        case other
    }

    /// How much an urgency or certainty speaks for a danger.
    enum Weight {
        case great
        case some
        case small
    }

    static let types: [String: MessageType] = [
        "Alert": .alert, "Update": .update, "Cancel": .cancel, "Ack": .other, "Error": .other,
    ]
    static let standings: [String: AlertStanding] = [
        "Actual": .actual, "Exercise": .exercise, "System": .system, "Test": .test, "Draft": .draft,
    ]
    static let severities: [String: AlertSeverity] = [
        "Extreme": .high, "Severe": .high, "Moderate": .medium, "Minor": .low, "Unknown": .low,
    ]
    static let urgencies: [String: Weight] = [
        "Immediate": .great, "Expected": .great, "Future": .some, "Past": .small, "Unknown": .some,
    ]
    static let certainties: [String: Weight] = [
        "Observed": .great, "Very Likely": .great, "Likely": .great, "Possible": .some, "Unlikely": .small,
        "Unknown": .some,
    ]

    /// The text of an element that must be there, at most 1000 bytes long.
    static func text(_ node: XMLNode, _ element: String) throws(MessageFault) -> String {
        guard let text = node.child(element)?.text, !text.isEmpty else {
            throw MessageFault.missing(element, "a text that is not empty", "非空文本")
        }
        guard text.utf8.count <= 1000 else {
            throw MessageFault.text(element, text, "at most 1000 bytes", "至多 1000 字节")
        }
        return text
    }

    /// A name that identifies: CAP forbids blanks and commas in it, with which references are written.
    static func name(_ node: XMLNode, _ element: String) throws(MessageFault) -> String {
        let text = try text(node, element)
        guard isName(text) else {
            throw MessageFault.text(
                element, text, "a name without blanks, commas and invisible characters", "不含空白、逗号及不可见字符的名称")
        }
        return text
    }

    /// True for a name that references can be written with.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 1000 && FieldRule.isVisible(text)
            && !text.contains { $0.isWhitespace || $0 == "," }
    }

    /// The meaning of an element's word.
    static func word<Value>(
        _ node: XMLNode, _ element: String, _ words: [String: Value]
    ) throws(MessageFault) -> Value {
        guard let text = node.child(element)?.text, let value = words[text] else {
            let list = NameList(words.keys.sorted())
            guard let text = node.child(element)?.text else {
                throw MessageFault.missing(element, "one of \(list.english)", "以下之一：\(list.chinese)")
            }
            throw MessageFault.text(element, text, "one of \(list.english)", "以下之一：\(list.chinese)")
        }
        return value
    }

    /// The severity of an element: by the sender's own words first.
    static func severity(_ node: XMLNode, _ words: WordMapping) throws(MessageFault) -> AlertSeverity {
        if let text = node.child("severity")?.text, let severity = words.severity(text) { return severity }
        return try word(node, "severity", severities)
    }

    /// The time of an element.
    static func time(_ node: XMLNode, _ element: String) throws(MessageFault) -> Timestamp {
        let text = try text(node, element)
        guard let time = RFC3339.instant(text) else {
            throw MessageFault.text(
                element, text, "a time such as 2026-11-24T02:55:20+08:00", "形如 2026-11-24T02:55:20+08:00 的时间")
        }
        return time
    }

    /// The middle of an area: its circle's centre, else the mean of its polygon's corners; nil when it has neither.
    static func point(_ area: XMLNode) throws(MessageFault) -> GeoPoint? {
        if let circle = area.child("circle")?.text, !circle.isEmpty {
            return try corner(circle.prefix { !$0.isWhitespace }, "area.circle")
        }
        guard let polygon = area.child("polygon")?.text, !polygon.isEmpty else { return nil }
        let corners = polygon.split(whereSeparator: \.isWhitespace)
        var (latitude, longitude, count, first) = (Int64(0), Int64(0), Int64(0), Int64(0))
        // The last corner is the first again.
        for text in corners.count > 1 ? corners.dropLast() : corners[...] {
            let point = try corner(text, "area.polygon")
            if count == 0 { first = point.longitudeMicrodegrees }
            latitude += point.latitudeMicrodegrees
            // Beyond the 180th meridian it goes on counting, seen from the first corner.
            longitude += turned(point.longitudeMicrodegrees - first)
            count += 1
        }
        return GeoPoint(
            latitudeMicrodegrees: latitude / count, longitudeMicrodegrees: turned(first + longitude / count))
    }

    /// An angle in millionths of a degree between -180 and 180 degrees.
    private static func turned(_ angle: Int64) -> Int64 {
        angle > 180_000_000 ? angle - 360_000_000 : angle < -180_000_000 ? angle + 360_000_000 : angle
    }

    private static func corner(_ text: Substring, _ path: String) throws(MessageFault) -> GeoPoint {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard parts.count == 2, let latitude = parts[0], let longitude = parts[1],
            let point = GeoPoint(latitude: latitude, longitude: longitude)
        else { throw MessageFault.text(path, String(text), "latitude,longitude in degrees", "以度表示的 纬度,经度") }
        return point
    }

    /// The identity of a message, of which its parts may be a thousand bytes each.
    static func identity(_ sender: String, _ identifier: String) -> String {
        StableHash.bounded("\(sender),\(identifier)", 190)
    }
}
