import DispatchModel
import Formats

/// An entry of an index feed: the fields of CAP directly in the entry, the alert itself elsewhere.
struct CAPIndexEntry {
    private let entry: XMLNode
    private let fields: XMLNode
    private let words: WordMapping

    /// How the message's type is called: by CAP, and by feeds that take words apart.
    private static let typeNames = ["msgType", "msgtype", "message_type", "messageType"]

    init(_ entry: XMLNode, _ fields: [XMLNode], words: WordMapping) {
        self.entry = entry
        self.words = words
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
        if let name = CAPIndexEntry.typeNames.first(where: { fields.child($0) != nil }) {
            type = try CAPWords.word(fields, name, CAPWords.types)
        }
        guard type != .other else { return FeedMessage(.heartbeat) }
        message.alert = StableHash.bounded(id, 170)
        message.id = message.alert + "@" + RFC3339.text(time)
        message.isActive = type != .cancel
        if fields.child("severity") != nil {
            message.severity = try CAPWords.severity(fields, words)
        }
        if fields.child("expires")?.text.isEmpty == false { message.expires = try CAPWords.time(fields, "expires") }
        let title = entry.child("title")?.text ?? fields.child("event")?.text ?? ""
        message.text = ForeignText.line(title, limit: 2000)
        message.place.text = ForeignText.line(fields.child("areaDesc")?.text ?? "", limit: 500)
        message.place.point = try CAPWords.point(fields)
        return message
    }
}
