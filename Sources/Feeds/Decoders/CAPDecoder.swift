import DispatchModel

/// Reads Common Alerting Protocol 1.1 and 1.2 in XML, alone or as the entries of an Atom feed.
///
/// Source: OASIS CAP-V1.1 (2005) and CAP-v1.2 (2010), section 3.2. `status` decides what an alert is meant as; an update
/// goes on under the identity of the first message that it refers to, and a cancellation ends it.
public enum CAPDecoder {
    /// The namespaces that are read.
    static let namespaces: Set<String> = [
        "urn:oasis:names:tc:emergency:cap:1.1", "urn:oasis:names:tc:emergency:cap:1.2",
    ]
    private static let atom = "http://www.w3.org/2005/Atom"

    /// The alerts of a document. Throws when the document as a whole cannot be read.
    public static func decode(_ text: some Collection<UInt8>) throws(MessageFault) -> DecodedText {
        let root = try XMLReader.read(text)
        var decoded = DecodedText()
        if root.name == "alert", namespaces.contains(root.namespace) {
            do throws(MessageFault) {
                decoded.messages = [try CAPAlert(root).message()]
            } catch {
                throw error.inside("alert")
            }
        } else if root.name == "feed", root.namespace == atom {
            for (index, entry) in root.all("entry").enumerated() {
                decoded.add("entry[\(index + 1)]") { () throws(MessageFault) in try message(entry) }
            }
            // A feed without entries says that it is alive.
            if decoded.messages.isEmpty, decoded.faults.isEmpty { decoded.messages = [FeedMessage(.heartbeat)] }
        } else {
            throw MessageFault.text(
                MessageFault.excerpt(root.name), root.namespace, "an alert of CAP 1.1 or 1.2, or an Atom feed of such",
                "CAP 1.1 或 1.2 的 alert，或其 Atom 源")
        }
        return decoded
    }

    private static func message(_ entry: XMLNode) throws(MessageFault) -> FeedMessage {
        if let content = entry.child("content"),
            let alert = content.children.first(where: { $0.name == "alert" && namespaces.contains($0.namespace) })
        {
            return try CAPAlert(alert).message()
        }
        let fields = entry.children.filter { namespaces.contains($0.namespace) }
        guard fields.contains(where: { $0.name == "status" }) else {
            throw MessageFault.missing(
                "content", "a CAP alert in the entry; links are not followed", "条目内含 CAP alert；不跟随链接")
        }
        return try CAPIndexEntry(entry, fields).message()
    }
}

/// An alert of CAP.
struct CAPAlert {
    private let node: XMLNode

    init(_ node: XMLNode) {
        self.node = node
    }

    func message() throws(MessageFault) -> FeedMessage {
        var message = FeedMessage(.alert)
        let (identifier, sender) = (try CAPWords.name(node, "identifier"), try CAPWords.name(node, "sender"))
        let sent = try CAPWords.time(node, "sent")
        message.standing = try CAPWords.word(node, "status", CAPWords.standings)
        let type = try CAPWords.word(
            node, "msgType",
            ["Alert": "Alert", "Update": "Update", "Cancel": "Cancel", "Ack": "Ack", "Error": "Error"])
        _ = try CAPWords.word(
            node, "scope", ["Public": 0, "Restricted": 1, "Private": 2])
        if type == "Ack" || type == "Error" { return FeedMessage(.heartbeat) }
        message.time = sent
        message.id = CAPWords.bounded("\(sender),\(identifier)", 200)
        message.isActive = type != "Cancel"
        message.alert = CAPWords.bounded(try reference() ?? "\(sender),\(identifier)", 300)
        try describe(&message)
        return message
    }

    /// The first message that this one refers to, as `sender,identifier`.
    private func reference() throws(MessageFault) -> String? {
        guard let text = node.child("references")?.text, !text.isEmpty else { return nil }
        let first = text.split(whereSeparator: \.isWhitespace).first ?? ""
        let parts = first.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw MessageFault.text(
                "references", text, "sender,identifier,sent of each message", "各消息的 sender,identifier,sent")
        }
        return "\(parts[0]),\(parts[1])"
    }

    private func describe(_ message: inout FeedMessage) throws(MessageFault) {
        let infos = node.all("info")
        guard let first = infos.first else {
            guard !message.isActive || message.standing != .actual else {
                throw MessageFault.missing("info", "at least one info", "至少一个 info")
            }
            message.text = String((node.child("note")?.text ?? message.alert).unicodeScalars.prefix(2000))
            return
        }
        var severity = AlertSeverity.low
        for (index, info) in infos.enumerated() {
            do throws(MessageFault) {
                severity = min(severity, try checked(info))
            } catch {
                throw error.inside("info[\(index + 1)]")
            }
        }
        message.severity = severity
        let headline = first.child("headline")?.text ?? ""
        let event = first.child("event")?.text ?? ""
        message.text = String((headline.isEmpty ? event : headline).unicodeScalars.prefix(2000))
        let area = first.child("area")
        message.place.text = String((area?.child("areaDesc")?.text ?? "").unicodeScalars.prefix(500))
        message.place.point = try area.flatMap(CAPWords.point)
    }

    /// The severity of an info, all of whose required elements are there.
    private func checked(_ info: XMLNode) throws(MessageFault) -> AlertSeverity {
        _ = try CAPWords.name(info, "category")
        _ = try CAPWords.name(info, "event")
        _ = try CAPWords.word(
            info, "urgency", ["Immediate": 0, "Expected": 1, "Future": 2, "Past": 3, "Unknown": 4])
        _ = try CAPWords.word(
            info, "certainty",
            ["Observed": 0, "Likely": 1, "Possible": 2, "Unlikely": 3, "Unknown": 4, "Very Likely": 1])
        return try CAPWords.word(info, "severity", CAPWords.severities)
    }
}

/// An entry of an index feed: the fields of CAP directly in the entry, the alert itself elsewhere.
struct CAPIndexEntry {
    private let entry: XMLNode
    private let fields: XMLNode

    init(_ entry: XMLNode, _ fields: [XMLNode]) {
        self.entry = entry
        self.fields = XMLNode(name: "entry", namespace: fields.first?.namespace ?? "", children: fields)
    }

    func message() throws(MessageFault) -> FeedMessage {
        var message = FeedMessage(.alert)
        let id = try CAPWords.name(entry, "id")
        message.time = try CAPWords.time(entry, "updated")
        message.standing = try CAPWords.word(fields, "status", CAPWords.standings)
        message.alert = CAPWords.bounded(id, 300)
        message.id = CAPWords.bounded(id, 170) + "@" + RFC3339.text(message.time ?? .epoch)
        message.isActive = fields.child("msgType")?.text != "Cancel"
        if fields.child("severity") != nil {
            message.severity = try CAPWords.word(fields, "severity", CAPWords.severities)
        }
        let title = entry.child("title")?.text ?? fields.child("event")?.text ?? ""
        message.text = String(title.unicodeScalars.prefix(2000))
        message.place.text = String((fields.child("areaDesc")?.text ?? "").unicodeScalars.prefix(500))
        return message
    }
}
