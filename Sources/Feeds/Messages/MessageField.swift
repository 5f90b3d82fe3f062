import DispatchModel
import Formats

/// The fields of messages, by their names.
enum MessageField: String, CaseIterable, Sendable {
    case id, time, incident, unit, type, priority, place, lat, lon, beat, caller, callback, flat, way, text, grade,
        disposition, reopened,
        status,
        alert
    case placeChinese = "place_zh"
    case state, severity, standing, expires, ends, accuracy, rang, answered
}

extension FeedMessage {
    /// Puts in a value that was found to be right.
    mutating func set(_ rule: FieldRule, _ value: JSON) {
        switch (rule.shape, value) {
        case (.identity, .string(let text)), (.text, .string(let text)): set(rule.field, text: text)
        case (.time, .string(let text)):
            if let time = RFC3339.instant(text) { set(rule.field, time: time) }
        case (.word(let words), .string(let text)):
            if let place = words.firstIndex(of: text) { set(rule.field, word: place) }
        case (.integer, .integer(let number)): set(rule.field, integer: number)
        default:
            if let number = value.double { set(rule.field, number: number) }
        }
    }

    mutating func set(_ field: MessageField, text: String) {
        switch field {
        case .id: id = text
        case .incident: incident = text
        case .unit: unit = text
        case .type: type = text
        case .place: place.text = text
        case .placeChinese: place.chinese = text
        case .beat: beat = text
        case .caller: caller.name = text
        case .callback: caller.callback = text
        case .flat: caller.flat = text
        case .text: self.text = text
        case .disposition: disposition = text
        case .reopened: reopened = text
        case .alert: alert = text
        default: break
        }
    }

    mutating func set(_ field: MessageField, time: Timestamp) {
        switch field {
        case .expires: expires = time
        case .ends: ends = time
        case .rang: rang = time
        case .answered: answered = time
        default: self.time = time
        }
    }

    /// - Parameter word: The place of the word among those of the field's rule.
    mutating func set(_ field: MessageField, word: Int) {
        switch field {
        case .grade: grade = MessageRules.grades[word].grade
        case .way: caller.way = MessageRules.ways[word].way
        case .status: status = MessageRules.statuses[word].status
        case .state: isActive = word == MessageRules.firing
        case .severity: severity = MessageRules.severities[word].severity
        case .standing: standing = MessageRules.standings[word].standing
        default: break
        }
    }

    mutating func set(_ field: MessageField, integer: Int64) {
        if field == .priority { priority = Priority(rawValue: UInt8(integer)) }
    }

    /// Latitude and longitude make one point: whoever reads them puts it in.
    mutating func set(_ field: MessageField, number: Double) {
        if field == .accuracy, number > 200 { doubts.insert(.inaccurate) }
    }
}

/// What one field of a message may hold. The checker and the printed JSON Schema both come from it.
package struct FieldRule: Sendable {
    /// The values a field may have.
    package enum Shape: Sendable {
        /// A name that identifies something: 1 to so many characters, none of them invisible.
        case identity(limit: Int)
        /// A text of at most so many characters.
        case text(limit: Int)
        /// A time of RFC 3339.
        case time
        /// One of these words.
        case word([String])
        /// A whole number of a range.
        case integer(ClosedRange<Int64>)
        /// A number of a range.
        case number(ClosedRange<Double>)
    }

    /// The field's name.
    package var name: String { field.rawValue }
    let field: MessageField
    /// What it may hold.
    package var shape: Shape
    /// True when a message without it is refused.
    package var isRequired: Bool
    /// What it means, in English.
    package var english: String
    /// What it means, in Chinese.
    package var chinese: String

    init(_ field: MessageField, _ shape: Shape, required: Bool = false, _ english: String, _ chinese: String) {
        self.field = field
        self.shape = shape
        isRequired = required
        self.english = english
        self.chinese = chinese
    }

    /// Says what is wrong with a value; nil when nothing is.
    func fault(_ value: JSON) -> MessageFault? {
        switch (shape, value) {
        case (.identity(let limit), .string(let text)):
            if FieldRule.isIdentity(text, limit) { return nil }
        case (.text(let limit), .string(let text)):
            if text.utf8.count <= limit || text.unicodeScalars.count <= limit { return nil }
        case (.time, .string(let text)):
            if RFC3339.instant(text) != nil { return nil }
        case (.word(let words), .string(let text)):
            if words.contains(text) { return nil }
        case (.integer(let range), .integer(let number)):
            if range.contains(number) { return nil }
        case (.number(let range), .integer), (.number(let range), .number):
            if let number = value.double, range.contains(number) { return nil }
        default: break
        }
        let expected = expectation
        return .value(name, value, expected.english, expected.chinese)
    }

    static func isIdentity(_ text: String, _ limit: Int) -> Bool {
        var (text, isPlain) = (text, true)
        let count = text.withUTF8 { bytes in
            isPlain = bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            return bytes.count
        }
        if isPlain { return count > 0 && count <= limit }
        return text.unicodeScalars.count <= limit && isVisible(text)
    }

    /// True for a text of visible characters, blanks between them allowed.
    static func isVisible(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
            default: true
            }
        } && text.unicodeScalars.contains { !$0.properties.isWhitespace }
    }

    /// What the field asks for, in words.
    package var expectation: (english: String, chinese: String) {
        switch shape {
        case .identity(let limit):
            ("a name of 1 to \(limit) visible characters", "1 至 \(limit) 个可见字符的名称")
        case .text(let limit): ("a text of at most \(limit) characters", "至多 \(limit) 个字符的文本")
        case .time:
            ("a time such as 2026-11-24T02:55:20Z", "形如 2026-11-24T02:55:20Z 的时间")
        case .word(let words):
            ("one of " + words.joined(separator: ", "), "以下之一：" + words.joined(separator: "、"))
        case .integer(let range):
            (
                "a whole number from \(range.lowerBound) to \(range.upperBound)",
                "\(range.lowerBound) 至 \(range.upperBound) 的整数"
            )
        case .number(let range):
            ("a number from \(range.lowerBound) to \(range.upperBound)", "\(range.lowerBound) 至 \(range.upperBound) 的数")
        }
    }
}
