import DispatchModel

/// The ways to end an incident (处置结果) that the console offers and completes; any other text is allowed as well.
package enum Disposition: String, CaseIterable, Hashable, Sendable {
    /// A report was written.
    case report
    /// An arrest was made.
    case arrest
    /// Somebody was cited.
    case citation
    /// Dealt with by words on the spot.
    case advised
    /// A dispute was settled (调解).
    case mediated
    /// Somebody was taken to hospital or custody.
    case transported
    /// Handed to another service.
    case referred
    /// Nobody was found there.
    case goneOnArrival = "gone-on-arrival"
    /// Nothing was found to be wrong.
    case unfounded
    /// A false alarm.
    case falseAlarm = "false-alarm"
    /// The same as another incident.
    case duplicate
    /// No longer needed.
    case cancelled
    /// Entered in error; also how an undone creation ends.
    case enteredInError = "entered in error"

    /// The disposition that a text names by its word in either language or by its code; nil for any other text.
    package init?(naming text: String) {
        let wanted = text.lowercased()
        let found = Disposition.allCases.first {
            $0.rawValue == wanted || $0.text(in: .english) == wanted || $0.text(in: .chinese) == wanted
        }
        guard let found else { return nil }
        self = found
    }

    /// The words in a language.
    package func text(in language: Language) -> String {
        let words = Words(language)
        switch self {
        case .report: return words.pick("report", "已出报告")
        case .arrest: return words.pick("arrest", "抓获")
        case .citation: return words.pick("citation", "处罚")
        case .advised: return words.pick("advised", "现场劝导")
        case .mediated: return words.pick("mediated", "调解")
        case .transported: return words.pick("transported", "已押送")
        case .referred: return words.pick("referred", "移交")
        case .goneOnArrival: return words.pick("gone on arrival", "到场已离开")
        case .unfounded: return words.pick("unfounded", "查无此事")
        case .falseAlarm: return words.pick("false alarm", "误报")
        case .duplicate: return words.pick("duplicate", "重复警情")
        case .cancelled: return words.pick("cancelled", "取消")
        case .enteredInError: return words.pick("entered in error", "录入有误")
        }
    }
}
