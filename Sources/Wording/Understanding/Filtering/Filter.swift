import DispatchModel

/// A row filter such as `p1 beat:B02 robbery -held unit:3A age>10m`: every term has to hold, `-` turns a term round.
///
/// Of what a row has one of alone, several values mean any of them: `p1 p2` is `p1,p2`, for no row is both.
///
/// Terms are made ready when the filter is parsed, so that 20,000 rows are looked through at each key.
package struct Filter: Hashable, Sendable {
    /// The filter as typed.
    package let text: String
    let terms: [FilterTerm]

    /// A filter that lets everything through.
    package static let none = Filter(text: "", terms: [])

    /// True when it lets everything through.
    package var isEmpty: Bool { terms.isEmpty }

    /// Understands a filter, or says which columns of it cannot be understood. `words` is the language of messages; the
    /// terms may be in either language.
    package static func parse(_ text: String, words: Words = Words(.english)) -> Result<Filter, LineFailure> {
        guard text.utf8.count <= LineGrammar.longestLine else {
            return .failure(
                LineFailure(
                    columns: 0..<0, message: words.pick("the filter is too long", "筛选条件过长"),
                    remedy: words.pick("shorten it", "请缩短")))
        }
        do throws(LineFailure) {
            return .success(Filter(text: text, terms: try FilterReader(text, words).terms()))
        } catch {
            return .failure(error)
        }
    }

    /// True when an incident's row is shown.
    package func matches(_ incident: Incident, on board: Board, now: Timestamp) -> Bool {
        terms.allSatisfy { $0.holds { $0.matches(incident, board, now) } }
    }

    /// True when a unit's row is shown. Terms about incidents look at the one it is busy with, `age` at its status.
    package func matches(_ unit: FieldUnit, on board: Board, now: Timestamp) -> Bool {
        terms.allSatisfy { $0.holds { $0.matches(unit, board, now) } }
    }

    /// True when an alert's row is shown. Terms about incidents and units look at those it is about.
    package func matches(_ alert: Alert, on board: Board, now: Timestamp) -> Bool {
        terms.allSatisfy { $0.holds { $0.matches(alert, board, now) } }
    }

    /// The terms that may be typed, with an example each, for help.
    package static func help(in language: Language) -> [(form: String, text: String)] {
        let words = Words(language)
        return [
            ("p1  p1,p2", words.pick("priority", "等级")),
            (
                "robbery  \"mission st\"",
                words.pick("any text: number, type, place, beat, callsign", "任意文字：编号、类型、地点、巡区、呼号")
            ),
            ("type:robbery", words.pick("type, in either language or by code", "类型（中英文或代码）")),
            ("place:mission", words.pick("place", "地点")),
            ("cb:0100", words.pick("a caller's number, three of its digits or more", "报警人号码（至少三位数字）")),
            ("beat:B02", words.pick("beat", "巡区")),
            ("unit:3A", words.pick("callsign begins with", "呼号开头")),
            ("kind:car", words.pick("unit kind", "单元类别")),
            ("status:available", words.pick("unit status", "单元状态")),
            ("stage:waiting  held", words.pick("state of handling", "处置阶段")),
            ("age>10m  age<1h", words.pick("age of an incident, time in status of a unit", "警情时长、单元状态历时")),
            ("heard>4m", words.pick("how long a unit was not heard", "单元失联时长")),
            ("severity:high  state:unanswered", words.pick("alerts", "告警")),
            ("grade:red", words.pick("grade of a dispute", "纠纷等级")),
            ("-held", words.pick("- turns a term round", "- 表示排除")),
            (
                "p1 p2 beat:B02",
                words.pick("either priority, and that beat", "任一等级，且在该巡区")
            ),
        ]
    }
}

/// One term of a filter: any of its tests holds, or none of them when it is turned round.
struct FilterTerm: Hashable, Sendable {
    var tests: [FilterTest]
    var negated: Bool

    init(_ test: FilterTest, negated: Bool) {
        (tests, self.negated) = ([test], negated)
    }

    func holds(_ isSo: (FilterTest) -> Bool) -> Bool { tests.contains(where: isSo) != negated }
}

/// What a row has one of alone: two values of it hold for no row at once.
enum FilterChoice: Hashable, Sendable {
    case priority, beat, number, kind, status, stage, severity, grade, state
}

/// What a term looks at. Sets of enumeration cases are bit masks by raw value.
enum FilterTest: Hashable, Sendable {
    case priority(UInt64)
    case beat([Needle])
    case unit([Needle])
    case type([Needle])
    case place([Needle])
    case number(UInt32)
    case callback([PhoneDigits])
    case kind(UInt64)
    case status(UInt64)
    case stage(progress: UInt64, stage: UInt64)
    case severity(UInt64)
    case grade(UInt64)
    case state(UInt64)
    case age(longer: Bool, Span)
    case heard(longer: Bool, Span)
    case text(TextTest)
}

extension FilterTest {
    /// What it chooses a value of; nil for what a row may have several of, and for spans, of which two are a range.
    var choice: FilterChoice? {
        switch self {
        case .priority: .priority
        case .beat: .beat
        case .number: .number
        case .kind: .kind
        case .status: .status
        case .stage: .stage
        case .severity: .severity
        case .grade: .grade
        case .state: .state
        case .text(let text): text.progress != 0 ? .stage : text.status != 0 ? .status : nil
        case .unit, .type, .place, .callback, .age, .heard: nil
        }
    }
}

/// A word without a key: text anywhere in the row, or the row's state when the word names one.
struct TextTest: Hashable, Sendable {
    var needle: Needle
    /// The word as digits, to find them in an incident's number; nil for any other word.
    var digits: Digits?
    var progress: UInt64 = 0
    var status: UInt64 = 0

    init(_ text: String, shown language: Language) {
        needle = Needle(text, shown: language)
        digits = Digits(text)
    }
}

extension UInt64 {
    /// True when the mask has the case of a raw value.
    func has(_ rawValue: UInt8) -> Bool { self & (1 << UInt64(rawValue)) != 0 }
}
