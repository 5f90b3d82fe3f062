import DispatchModel
import Formats

/// Makes messages of JSON objects by ``MessageRules``: every field is checked, nothing is guessed.
package struct MessageDecoder: Sendable {
    private let words: WordMapping

    /// A decoder that first puts a sender's own words into the console's.
    package init(words: WordMapping = WordMapping()) {
        self.words = words
    }

    /// The message of one line.
    package func decode(_ line: UnsafeBufferPointer<UInt8>) throws(MessageFault) -> FeedMessage {
        try message(try JSONReader.read(line))
    }

    /// The message of a line as most are; nil when it has to be read the long way, by `decode`.
    package func scan(_ line: UnsafeBufferPointer<UInt8>) -> FeedMessage? {
        words.isEmpty ? MessageScanner.scan(line) : nil
    }

    /// The message of one line.
    package func decode(_ line: some Collection<UInt8>) throws(MessageFault) -> FeedMessage {
        try message(try JSONReader.read(line))
    }

    /// The message of a JSON object.
    package func message(_ value: JSON) throws(MessageFault) -> FeedMessage {
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
        let list = NameList(MessageKind.allCases.map(\.rawValue))
        return ("one of \(list.english)", "以下之一：\(list.chinese)")
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
            switch rules[index].field {
            case .lat: point.latitude = value.double
            case .lon: point.longitude = value.double
            default: message.set(rules[index], value)
            }
        }
        let missing = MessageRules.required(of: kind) & ~seen
        if missing != 0 {
            let rule = rules[missing.trailingZeroBitCount]
            throw MessageFault.missing(rule.name, rule.expectation.english, rule.expectation.chinese)
        }
        try message.complete(point)
        return message
    }

    private static func unknown(_ name: String, _ rules: [FieldRule]) -> MessageFault {
        let known = NameList(rules.map(\.name))
        let shown = MessageFault.excerpt(name)
        return MessageFault(
            path: shown, found: "an unknown field", foundChinese: "未知字段", expected: "one of \(known.english), or x-…",
            expectedChinese: "\(known.chinese) 之一，或 x-…")
    }
}

extension FeedMessage {
    /// Puts in its point and the identities that follow from others. Throws when something is missing that is only missing
    /// beside something else.
    mutating func complete(_ point: (latitude: Double?, longitude: Double?)) throws(MessageFault) {
        switch point {
        case (let latitude?, let longitude?): place.point = GeoPoint(latitude: latitude, longitude: longitude)
        case (nil, nil): break
        default:
            throw MessageFault.missing(
                point.latitude == nil ? "lat" : "lon", "both lat and lon, or neither", "lat 与 lon 同时给出或同时空缺")
        }
        if place.text.isEmpty, !place.chinese.isEmpty { place = Place(place.words, point: place.point) }
        if kind == .unitPosition, place.point?.isAtZero == true { doubts.insert(.atZero) }
        if kind == .incidentReport, incident.isEmpty { incident = id }
        if kind == .alert, alert.isEmpty { alert = id }
        if kind == .incidentUpdate, saysNothing {
            throw MessageFault.missing(
                "text",
                "one of type, priority, place, beat, caller, callback, flat, way, text, grade, disposition, reopened",
                "type、priority、place、beat、caller、callback、flat、way、text、grade、disposition、reopened 之一")
        }
    }

    /// True for an update without anything to update.
    private var saysNothing: Bool {
        type.isEmpty && priority == nil && place == Place() && beat.isEmpty && caller.isEmpty && text.isEmpty
            && grade == nil && disposition.isEmpty && reopened.isEmpty
    }
}

/// A sender's own words and the console's words for them, by field.
package struct WordMapping: Hashable, Sendable {
    /// The fields that a mapping may have.
    package static let fields = ["unit", "status", "type", "beat", "severity", "grade"]

    /// For each field the sender's word and the console's.
    package var words: [String: [String: String]]

    /// A mapping; without words everything stays as it is.
    package init(words: [String: [String: String]] = [:]) {
        self.words = words
    }

    var isEmpty: Bool { words.isEmpty }

    /// The console's word for a sender's.
    package func word(_ field: String, _ text: String) -> String {
        words.isEmpty ? text : words[field]?[text] ?? text
    }

    /// The severity that the mapping gives a sender's word; nil when it has none for it.
    func severity(_ text: String) -> AlertSeverity? {
        words["severity"]?[text].flatMap { word in MessageRules.severities.first { $0.word == word }?.severity }
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
