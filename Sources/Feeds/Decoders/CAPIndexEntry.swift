import DispatchModel

/// An entry of an index feed: the fields of CAP directly in the entry, the alert itself elsewhere.
struct CAPIndexEntry {
    private let entry: XMLNode
    private let fields: XMLNode

    init(_ entry: XMLNode, _ fields: [XMLNode]) {
        self.entry = entry
        self.fields = XMLNode(name: "entry", namespace: fields.first?.namespace ?? "", children: fields)
    }

    /// What the entry says of its alert.
    func message() throws(MessageFault) -> FeedMessage {
        var message = FeedMessage(.alert)
        let id = try CAPWords.text(entry, "id")
        let time = try CAPWords.time(entry, "updated")
        message.time = time
        message.standing = try CAPWords.word(fields, "status", CAPWords.standings)
        var type = CAPWords.MessageType.alert
        if fields.child("msgType") != nil { type = try CAPWords.word(fields, "msgType", CAPWords.types) }
        guard type != .other else { return FeedMessage(.heartbeat) }
        message.alert = StableHash.bounded(id, 170)
        message.id = message.alert + "@" + RFC3339.text(time)
        message.isActive = type != .cancel
        if fields.child("severity") != nil {
            message.severity = try CAPWords.word(fields, "severity", CAPWords.severities)
        }
        if fields.child("expires")?.text.isEmpty == false { message.expires = try CAPWords.time(fields, "expires") }
        let title = entry.child("title")?.text ?? fields.child("event")?.text ?? ""
        message.text = ForeignText.line(title, limit: 2000)
        message.place.text = ForeignText.line(fields.child("areaDesc")?.text ?? "", limit: 500)
        message.place.point = try CAPWords.point(fields)
        return message
    }
}
