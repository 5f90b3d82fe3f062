import Feeds
import Formats

/// Gives a message without an id one that is the same whenever it is sent again, so that a retry doubles nothing.
///
/// With an `Idempotency-Key` it is that key and the message's place in the body, else a digest of the message itself:
/// two messages that are equal in every field are one. The kinds that need no id keep none.
enum MessageIdentity {
    /// The message with an id where its kind asks for one and it has none.
    static func named(_ value: JSON, index: Int?, key: String) -> JSON {
        guard case .object(var members) = value, value["id"] == nil,
            let kind = value["kind"]?.text.flatMap(MessageKind.init(rawValue:)), needsIdentity(kind)
        else { return value }
        let id = key.isEmpty ? "digest:" + digest(value) : "key:" + key + (index.map { "#\($0)" } ?? "")
        members.append(JSON.Member(name: "id", value: .string(id)))
        return .object(members)
    }

    private static func needsIdentity(_ kind: MessageKind) -> Bool {
        MessageRules.fields(of: kind).contains { $0.name == "id" && $0.isRequired }
    }

    private static func digest(_ value: JSON) -> String {
        hexadecimalText(SHA256.digest(of: Array(value.written().utf8)).prefix(20))
    }
}
