import DispatchModel
import Formats

/// The fields of messages, by their names.
enum MessageField: String, CaseIterable, Sendable {
    case id, time, incident, unit, type, priority, place, lat, lon, beat, caller, text, grade, disposition, reopened,
        status,
        alert
    case state, severity, standing, expires, ends, accuracy
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
        case .beat: beat = text
        case .caller: caller = text
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
        default: self.time = time
        }
    }

    /// - Parameter word: The place of the word among those of the field's rule.
    mutating func set(_ field: MessageField, word: Int) {
        switch field {
        case .grade: grade = MessageRules.grades[word].grade
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
