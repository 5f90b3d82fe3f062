import DispatchModel
import Formats

/// Reads CloudEvents 1.0 whose data is one of the console's messages or a position of one.
///
/// Source: CloudEvents specification 1.0.2 and its JSON event format and HTTP protocol binding. An event's `type` ends
/// with a message kind (`com.example.unit.status`); its data has the fields of that kind; `id` and `time` of the event
/// stand where the data has none. `source` and `id` together are the event's identity.
package struct CloudEventsDecoder: Sendable {
    private let messages: MessageDecoder

    /// A decoder that reads the data by these words.
    package init(messages: MessageDecoder = MessageDecoder()) {
        self.messages = messages
    }

    /// An event in structured mode, or a batch: a list of such.
    package func decode(_ text: some Collection<UInt8>) throws(MessageFault) -> DecodedText {
        let root = try JSONReader.read(text, limits: .batch)
        var decoded = DecodedText()
        if let events = root.elements {
            for (index, event) in events.enumerated() {
                decoded.add("[\(index)]") { () throws(MessageFault) in try message(event) }
            }
        } else {
            decoded.messages = [try message(root)]
        }
        return decoded
    }

    /// An event in binary mode: its attributes in headers `ce-…`, names in lower case without `ce-`, its data in the body.
    package func decode(attributes: [String: String], body: some Collection<UInt8>) throws(MessageFault) -> FeedMessage
    {
        let data = try JSONReader.read(body)
        let members = attributes.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key, value: .string($0.value)) }
        return try message(.object(members + [JSON.Member(name: "data", value: data)]))
    }

    private func message(_ event: JSON) throws(MessageFault) -> FeedMessage {
        guard event.members != nil else {
            throw MessageFault.value("", event, "a CloudEvent, a JSON object", "CloudEvent（JSON 对象）")
        }
        if event["specversion"] == nil,
            let fault = ForeignNotification.fault(event, expected: "a CloudEvent 1.0", " CloudEvent 1.0")
        {
            throw fault
        }
        guard try attribute(event, "specversion") == "1.0" else {
            throw MessageFault.value("specversion", event["specversion"] ?? .null, "\"1.0\"", "\"1.0\"")
        }
        let (id, source, type) = (
            try attribute(event, "id"), try attribute(event, "source"), try attribute(event, "type")
        )
        if let content = event["datacontenttype"]?.text, !content.lowercased().contains("json") {
            throw MessageFault.text("datacontenttype", content, "application/json", "application/json")
        }
        guard event["data_base64"] == nil else {
            throw MessageFault.text("data_base64", "…", "data as a JSON object", "以 JSON 对象给出 data")
        }
        guard let kind = MessageKind.allCases.first(where: { type == $0.rawValue || type.hasSuffix("." + $0.rawValue) })
        else {
            let list = NameList(MessageKind.allCases.map(\.rawValue))
            throw MessageFault.text(
                "type", type, "a name that ends with one of \(list.english)", "以 \(list.chinese) 之一结尾的名称")
        }
        guard let data = event["data"], var members = data.members else {
            throw MessageFault.missing("data", "the fields of \(kind.rawValue)", "\(kind.rawValue) 的各字段")
        }
        members.removeAll { $0.name == "kind" }
        members.append(JSON.Member(name: "kind", value: .string(kind.rawValue)))
        if data["id"] == nil {
            let identity = source + " " + id
            let short = identity.unicodeScalars.count <= 200 ? identity : "event-" + StableHash.hexadecimal(identity)
            members.append(JSON.Member(name: "id", value: .string(short)))
        }
        if data["time"] == nil, let time = event["time"] { members.append(JSON.Member(name: "time", value: time)) }
        do throws(MessageFault) {
            return try messages.message(.object(members))
        } catch {
            throw error.inside("data")
        }
    }

    private func attribute(_ event: JSON, _ name: String) throws(MessageFault) -> String {
        guard let value = event[name] else { throw MessageFault.missing(name, "a text that is not empty", "非空文本") }
        guard let text = value.text, !text.isEmpty, text.utf8.count <= 2048 else {
            throw MessageFault.value(name, value, "a text of 1 to 2048 bytes", "1 至 2048 字节的文本")
        }
        return text
    }
}

/// CloudEvents as a format of feeds.
struct CloudEventsFormat: WireFormat {
    static var framing: FeedFraming { .lineOrFile }
    static var wordFields: [String] { WordMapping.fields }
    static var path: String? { "/v1/cloudevents" }
    static var mediaTypes: String {
        "application/cloudevents+json, application/cloudevents-batch+json, or ce-specversion with application/json"
    }
    static var asksPermission: Bool { true }

    private let events: CloudEventsDecoder

    init(words: WordMapping) {
        events = CloudEventsDecoder(messages: MessageDecoder(words: words))
    }

    static func shape(of type: MediaType, hasEventHeader: Bool) -> BodyShape? {
        guard type.isUTF8 else { return nil }
        if type.name == "application/cloudevents+json" { return .event }
        if type.name == "application/cloudevents-batch+json" { return .events }
        let isJSON = type.name == "application/json" || type.name.hasSuffix("+json") || type.isUntold
        if hasEventHeader { return isJSON ? .eventInHeader : nil }
        return type.isUntold ? .event : nil
    }

    static func shape(of letter: [UInt8]) -> BodyShape {
        letter.first { $0 > 0x20 } == UInt8(ascii: "[") ? .events : .event
    }

    static func part(_ index: Int, of body: JSON) -> JSON? {
        guard let events = body.elements, events.indices.contains(index) else { return nil }
        return events[index]
    }

    func decode(_ text: [UInt8], now: Timestamp) throws(MessageFault) -> DecodedText { try events.decode(text) }
}
