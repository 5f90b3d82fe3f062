import DispatchModel

/// Makes messages of JSON objects by ``MessageRules``: every field is checked, nothing is guessed.
public struct MessageDecoder: Sendable {
    private let words: WordMapping

    /// A decoder that first puts a sender's own words into the console's.
    public init(words: WordMapping = WordMapping()) {
        self.words = words
    }

    /// The message of one line.
    public func decode(_ line: UnsafeBufferPointer<UInt8>) throws(MessageFault) -> FeedMessage {
        try message(try JSONReader.read(line))
    }

    /// The message of one line.
    public func decode(_ line: some Collection<UInt8>) throws(MessageFault) -> FeedMessage {
        try message(try JSONReader.read(line))
    }

    /// The message of a JSON object.
    public func message(_ value: JSON) throws(MessageFault) -> FeedMessage {
        guard let members = value.members else {
            throw MessageFault.value("", value, "a JSON object", "JSON 对象")
        }
        guard let kindValue = value["kind"] else {
            let expected = (
                "a message with a kind, see watchfloor feeds schema", "含 kind 的消息，见 watchfloor feeds schema"
            )
            if let fault = ForeignNotification.fault(value, expected: expected.0, expected.1) { throw fault }
            throw MessageFault.missing("kind", MessageDecoder.kinds.english, MessageDecoder.kinds.chinese)
        }
        guard let name = kindValue.text, let kind = MessageKind(rawValue: name) else {
            throw MessageFault.value("kind", kindValue, MessageDecoder.kinds.english, MessageDecoder.kinds.chinese)
        }
        return try read(kind, members)
    }

    private static let kinds: (english: String, chinese: String) = {
        let list = MessageKind.allCases.map(\.rawValue).joined(separator: ", ")
        return ("one of \(list)", "以下之一：\(list)")
    }()

    private func read(_ kind: MessageKind, _ members: [JSON.Member]) throws(MessageFault) -> FeedMessage {
        var message = FeedMessage(kind)
        let rules = MessageRules.fields(of: kind)
        let names = MessageRules.names(of: kind)
        var seen: UInt64 = 0
        var point: (latitude: Double?, longitude: Double?)
        for member in members where member.name != "kind" {
            guard let index = names.firstIndex(of: member.name) else {
                if member.name.hasPrefix(MessageRules.foreignPrefix) { continue }
                throw MessageDecoder.unknown(member.name, rules)
            }
            let value = words.mapped(member)
            if let fault = rules[index].fault(value) { throw fault }
            seen |= 1 << UInt64(index)
            switch member.name {
            case "lat": point.latitude = value.double
            case "lon": point.longitude = value.double
            default: message.set(member.name, value)
            }
        }
        let missing = MessageRules.required(of: kind) & ~seen
        if missing != 0 {
            let rule = rules[missing.trailingZeroBitCount]
            throw MessageFault.missing(rule.name, rule.expectation.english, rule.expectation.chinese)
        }
        return try complete(message, point)
    }

    private func complete(
        _ message: FeedMessage, _ point: (latitude: Double?, longitude: Double?)
    ) throws(MessageFault) -> FeedMessage {
        var message = message
        switch point {
        case (let latitude?, let longitude?): message.place.point = GeoPoint(latitude: latitude, longitude: longitude)
        case (nil, nil): break
        default:
            throw MessageFault.missing(
                point.latitude == nil ? "lat" : "lon", "both lat and lon, or neither", "lat 与 lon 同时给出或同时空缺")
        }
        if message.kind == .incidentReport, message.incident.isEmpty { message.incident = message.id }
        if message.kind == .alert, message.alert.isEmpty { message.alert = message.id }
        if message.kind == .incidentUpdate, message.saysNothing {
            throw MessageFault.missing(
                "text", "one of type, priority, place, beat, text, grade, disposition",
                "type、priority、place、beat、text、grade、disposition 之一")
        }
        return message
    }

    private static func unknown(_ name: String, _ rules: [FieldRule]) -> MessageFault {
        let known = rules.map(\.name).joined(separator: ", ")
        let shown = MessageFault.excerpt(name)
        return MessageFault(
            path: shown, found: "an unknown field", foundChinese: "未知字段", expected: "one of \(known), or x-…",
            expectedChinese: "\(known) 之一，或 x-…")
    }
}

extension FeedMessage {
    /// True for an update without anything to update.
    fileprivate var saysNothing: Bool {
        type.isEmpty && priority == nil && place == Place() && beat.isEmpty && text.isEmpty && grade == nil
            && disposition.isEmpty
    }

    /// Puts in a field whose value was found to be right.
    fileprivate mutating func set(_ name: String, _ value: JSON) {
        switch (name, value) {
        case ("id", .string(let text)): id = text
        case ("time", .string(let text)): time = RFC3339.instant(text)
        case ("incident", .string(let text)): incident = text
        case ("unit", .string(let text)): unit = text
        case ("type", .string(let text)): type = text
        case ("priority", .integer(let number)): priority = Priority(rawValue: UInt8(number))
        case ("place", .string(let text)): place.text = text
        case ("beat", .string(let text)): beat = text
        case ("caller", .string(let text)): caller = text
        case ("text", .string(let text)): self.text = text
        case ("disposition", .string(let text)): disposition = text
        case ("grade", .string(let text)): grade = MessageRules.grades.first { $0.word == text }?.grade
        case ("alert", .string(let text)): alert = text
        case ("expires", .string(let text)): expires = RFC3339.instant(text)
        case ("status", .string(let text)): status = MessageRules.statuses.first { $0.word == text }?.status
        case ("state", .string(let text)): isActive = text == "firing"
        case ("severity", .string(let text)):
            severity = MessageRules.severities.first { $0.word == text }?.severity ?? severity
        case ("standing", .string(let text)):
            standing = MessageRules.standings.first { $0.word == text }?.standing ?? standing
        case ("accuracy", _):
            if let metres = value.double, metres > 200 { doubts.insert(.inaccurate) }
        default: break
        }
    }
}

/// A sender's own words and the console's words for them, by field.
public struct WordMapping: Hashable, Sendable {
    /// The fields that a mapping may have.
    public static let fields = ["unit", "status", "type", "beat", "severity", "grade"]

    /// For each field the sender's word and the console's.
    public var words: [String: [String: String]]

    /// A mapping; without words everything stays as it is.
    public init(words: [String: [String: String]] = [:]) {
        self.words = words
    }

    /// The console's word for a sender's.
    public func word(_ field: String, _ text: String) -> String {
        words.isEmpty ? text : words[field]?[text] ?? text
    }

    func mapped(_ member: JSON.Member) -> JSON {
        guard !words.isEmpty, let field = words[member.name] else { return member.value }
        let key: String? =
            switch member.value {
            case .string(let text): text
            case .integer(let number): String(number)
            default: nil
            }
        return key.flatMap { field[$0] }.map(JSON.string) ?? member.value
    }
}
