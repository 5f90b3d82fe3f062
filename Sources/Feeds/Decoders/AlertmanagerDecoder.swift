import DispatchModel
import Formats

/// Reads what Prometheus Alertmanager posts to a webhook, version 4, and Grafana's own alerting, which says the same as
/// version 1.
///
/// Source: Prometheus documentation, "Alerting: Configuration", `<webhook_config>`; Grafana documentation, "Configure the
/// webhook notifier". An alert's identity is its `fingerprint`, or else its labels, which Alertmanager itself takes for the
/// identity. A notification has none: it says what is so, and whether that is news is for the board to say, also when it
/// fires again with the same start.
package enum AlertmanagerDecoder {
    /// The alerts of a notification, their severities by the sender's words first. Throws when the notification as a whole
    /// cannot be read.
    package static func decode(
        _ text: some Collection<UInt8>, words: WordMapping = WordMapping()
    ) throws(MessageFault) -> DecodedText {
        let root = try JSONReader.read(text, limits: .batch)
        let expected = ("an Alertmanager webhook notification, version 4", "Alertmanager webhook 通知（第 4 版）")
        if let elements = root.elements, elements.allSatisfy({ $0["labels"] != nil }), !elements.isEmpty {
            throw MessageFault(
                path: "", found: "a list of alerts, such as is posted to Alertmanager itself",
                foundChinese: "发往 Alertmanager 自身的告警列表",
                expected: expected.0 + "; post the list to Alertmanager and let it call this webhook",
                expectedChinese: expected.1 + "；请将列表发往 Alertmanager，由其调用此 webhook")
        }
        guard root.members != nil else { throw MessageFault.value("", root, expected.0, expected.1) }
        let version = JSON.string(root["orgId"] == nil ? "4" : "1")
        guard root["version"] == version, root["groupKey"] != nil || root["orgId"] == nil else {
            if let fault = ForeignNotification.fault(root, expected: expected.0, expected.1),
                root["groupKey"] == nil || root["orgId"] != nil
            {
                throw fault
            }
            guard let version = root["version"] else { throw MessageFault.missing("version", "\"4\"", "\"4\"") }
            throw MessageFault.value("version", version, "\"4\"", "\"4\"")
        }
        guard let alerts = root["alerts"]?.elements else {
            throw MessageFault.missing("alerts", "a list of alerts", "告警列表")
        }
        var decoded = DecodedText()
        for (index, alert) in alerts.enumerated() {
            decoded.add("alerts[\(index)]") { () throws(MessageFault) in try message(alert, words) }
        }
        if case .integer(let count)? = root["truncatedAlerts"], count > 0 {
            decoded.faults.append(
                MessageFault(
                    path: "truncatedAlerts", found: "\(count) alerts left out", foundChinese: "略去 \(count) 条告警",
                    expected: "all alerts; set max_alerts to 0", expectedChinese: "全部告警；请将 max_alerts 设为 0"))
        }
        return decoded
    }

    private static func message(_ alert: JSON, _ words: WordMapping) throws(MessageFault) -> FeedMessage {
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
        let word = labels["severity"] ?? annotations["severity"]
        message.severity = word.flatMap(words.severity) ?? severity(word)
        message.text = text(labels, annotations)
        message.place.text = ForeignText.line(
            labels["location"] ?? labels["site"] ?? labels["instance"] ?? "", limit: 500)
        return message
    }

    private static func identity(_ alert: JSON, _ labels: [String: String]) throws(MessageFault) -> String {
        if let fingerprint = alert["fingerprint"]?.text, fingerprint.utf8.count <= 64, FieldRule.isVisible(fingerprint)
        {
            return fingerprint
        }
        let text = labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        return StableHash.bounded(text, 200)
    }

    private static func text(_ labels: [String: String], _ annotations: [String: String]) -> String {
        let name = labels["alertname"] ?? ""
        let summary = annotations["summary"] ?? annotations["message"] ?? annotations["description"] ?? ""
        let text = name.isEmpty ? summary : summary.isEmpty ? name : "\(name): \(summary)"
        return ForeignText.line(text, limit: 2000)
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

/// Alertmanager's notifications as a format of feeds.
struct AlertmanagerFormat: WireFormat {
    static var framing: FeedFraming { .lineOrFile }
    static var wordFields: [String] { ["severity"] }
    static var path: String? { "/v1/alertmanager" }
    static var mediaTypes: String { "application/json" }
    static var takesRefusalsForFinal: Bool { true }

    let words: WordMapping

    static func shape(of type: MediaType, hasEventHeader: Bool) -> BodyShape? {
        (type.name == "application/json" || type.isUntold) && type.isUTF8 ? .document : nil
    }

    /// A notification of one alert alone.
    static func part(_ index: Int, of body: JSON) -> JSON? {
        guard let alerts = body["alerts"]?.elements, alerts.indices.contains(index) else { return nil }
        return .object([
            JSON.Member(name: "version", value: .string("4")),
            JSON.Member(name: "alerts", value: .array([alerts[index]])),
        ])
    }

    func decode(_ text: [UInt8], now: Timestamp) throws(MessageFault) -> DecodedText {
        try AlertmanagerDecoder.decode(text, words: words)
    }
}
