import DispatchModel

/// Reads what Prometheus Alertmanager posts to a webhook, version 4.
///
/// Source: Prometheus documentation, "Alerting: Configuration", `<webhook_config>`. An alert's identity is its
/// `fingerprint`, or else its labels, which Alertmanager itself takes for the identity.
public enum AlertmanagerDecoder {
    /// The alerts of a notification. Throws when the notification as a whole cannot be read.
    public static func decode(_ text: some Collection<UInt8>) throws(MessageFault) -> DecodedText {
        let root = try JSONReader.read(text, limits: .batch)
        guard root.members != nil else {
            throw MessageFault.value(
                "", root, "an Alertmanager notification, a JSON object", "Alertmanager 通知（JSON 对象）")
        }
        guard let version = root["version"] else { throw MessageFault.missing("version", "\"4\"", "\"4\"") }
        guard version == .string("4") else { throw MessageFault.value("version", version, "\"4\"", "\"4\"") }
        guard let alerts = root["alerts"]?.elements else {
            throw MessageFault.missing("alerts", "a list of alerts", "告警列表")
        }
        var decoded = DecodedText()
        for (index, alert) in alerts.enumerated() {
            decoded.add("alerts[\(index)]") { () throws(MessageFault) in try message(alert) }
        }
        if case .integer(let count)? = root["truncatedAlerts"], count > 0 {
            decoded.faults.append(
                MessageFault(
                    path: "truncatedAlerts", found: "\(count) alerts left out", foundChinese: "略去 \(count) 条告警",
                    expected: "all alerts; set max_alerts to 0", expectedChinese: "全部告警；请将 max_alerts 设为 0"))
        }
        return decoded
    }

    private static func message(_ alert: JSON) throws(MessageFault) -> FeedMessage {
        guard alert.members != nil else { throw MessageFault.value("", alert, "an object", "对象") }
        let labels = try texts(alert, "labels")
        let annotations = try texts(alert, "annotations")
        guard let status = alert["status"]?.text, status == "firing" || status == "resolved" else {
            throw MessageFault.value("status", alert["status"] ?? .null, "firing or resolved", "firing 或 resolved")
        }
        guard !labels.isEmpty else { throw MessageFault.missing("labels", "at least alertname", "至少有 alertname") }
        var message = FeedMessage(.alert)
        message.isActive = status == "firing"
        let starts = try time(alert, "startsAt")
        message.time = message.isActive ? starts : try time(alert, "endsAt")
        message.alert = try identity(alert, labels)
        message.id = "\(message.alert)@\(RFC3339.text(starts))"
        message.severity = severity(labels["severity"] ?? annotations["severity"])
        message.text = text(labels, annotations)
        message.place.text = String(
            (labels["location"] ?? labels["site"] ?? labels["instance"] ?? "").unicodeScalars.prefix(500))
        return message
    }

    private static func identity(_ alert: JSON, _ labels: [String: String]) throws(MessageFault) -> String {
        if let fingerprint = alert["fingerprint"]?.text, !fingerprint.isEmpty, fingerprint.utf8.count <= 64 {
            return fingerprint
        }
        let text = labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        return text.utf8.count <= 200 ? text : "labels-" + StableHash.hexadecimal(text)
    }

    private static func text(_ labels: [String: String], _ annotations: [String: String]) -> String {
        let name = labels["alertname"] ?? ""
        let summary = annotations["summary"] ?? annotations["message"] ?? annotations["description"] ?? ""
        let text = name.isEmpty ? summary : summary.isEmpty ? name : "\(name): \(summary)"
        return String(text.unicodeScalars.prefix(2000))
    }

    /// Prometheus leaves the words to its users; these are the usual ones.
    private static func severity(_ word: String?) -> AlertSeverity {
        switch word?.lowercased() {
        case "critical", "page", "emergency", "high", "p1": .high
        case "info", "information", "informational", "low", "none", "notice": .low
        default: .medium
        }
    }

    private static func time(_ alert: JSON, _ name: String) throws(MessageFault) -> Timestamp {
        guard let value = alert[name] else {
            throw MessageFault.missing(name, "a time such as 2026-11-24T02:55:20Z", "形如 2026-11-24T02:55:20Z 的时间")
        }
        guard let time = value.text.flatMap(RFC3339.instant) else {
            throw MessageFault.value(
                name, value, "a time such as 2026-11-24T02:55:20Z", "形如 2026-11-24T02:55:20Z 的时间")
        }
        return time
    }

    private static func texts(_ alert: JSON, _ name: String) throws(MessageFault) -> [String: String] {
        guard let value = alert[name] else { return [:] }
        guard let members = value.members else { throw MessageFault.value(name, value, "an object of texts", "文本的对象") }
        var texts: [String: String] = [:]
        for member in members {
            guard let text = member.value.text else {
                throw MessageFault.value("\(name).\(MessageFault.excerpt(member.name))", member.value, "a text", "文本")
            }
            texts[member.name] = text
        }
        return texts
    }
}

/// A hash that is the same in every run and on every machine: FNV-1a, 64 bits, twice with different starts.
enum StableHash {
    static func hexadecimal(_ text: String) -> String {
        [0xCBF2_9CE4_8422_2325, 0x6C62_272E_07BB_0142].map { (start: UInt64) in
            let hash = text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
