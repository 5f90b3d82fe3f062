import DispatchModel
import Districts
import Foundation
import SimulationKit
import Wording

/// Measures of a staffing simulation in the words of a language.
package struct StaffingWords {
    /// The language.
    package let words: Words

    /// What the places of response circles are called, by their names in measures.
    private let places: [String: BilingualText]

    /// In the words of a language; `model` has the names of its places in both.
    package init(_ words: Words, of model: DistrictModel) {
        self.words = words
        places = Dictionary(
            model.units.map { ($0.dutyPoint.text, $0.dutyPoint.words) }, uniquingKeysWith: { first, _ in first })
    }

    /// A measure's name, such as `response, nine in ten · P1`.
    package func name(_ measure: StaffingMeasure) -> String {
        let statistic: String =
            switch measure.statistic {
            case .mean: words.pick(", mean", "（平均）")
            case .p50: words.pick(", median", "（中位数）")
            case .p90: words.pick(", nine in ten within", "（九成不超过）")
            case .share, .perDay: ""
            }
        return part(measure.part, of: subject(measure.subject) + statistic)
    }

    /// A part of the district by itself.
    package func part(_ part: StaffingMeasure.Part) -> String {
        switch part {
        case .all: words.pick("all", "全部")
        case .priority(let priority): words.priority(priority)
        case .beat(let code), .unit(let code): code
        case .circle(let name): places[name]?[words.language] ?? name
        case .kind(let kind): words.kindInFull(kind)
        case .tier(let minutes): words.pick("\(minutes) min", "\(minutes) 分钟")
        }
    }

    private func part(_ part: StaffingMeasure.Part, of name: String) -> String {
        part == .all ? name : "\(name) · \(self.part(part))"
    }

    private func subject(_ subject: StaffingMeasure.Subject) -> String {
        switch subject {
        case .calls: words.pick("calls a day", "每日警情")
        case .response: words.pick("response", "接警至到场")
        case .wait: words.pick("wait for a unit", "等待派警")
        case .queued: words.pick("had to wait", "需等待的警情")
        case .tier: words.pick("first unit there within", "首个单元到场不超过")
        case .crossBeat: words.pick("first unit from another beat", "跨巡区首派")
        case .utilisation: words.pick("busy", "忙碌占比")
        case .covered: words.pick("free unit of its own", "有本区空闲单元的时间")
        case .reached: words.pick("beats reached within", "可及巡区")
        case .missedWait: words.pick("waited past the deadline", "等待超时")
        case .missedTurnout: words.pick("under way too late", "出动超时")
        case .missedTravel: words.pick("too long on the road", "行车超时")
        case .sendings: words.pick("sendings a day", "每日派警")
        case .busyTime: words.pick("a sending binds a unit for", "每次派警占用")
        case .duplicates: words.pick("second callers a day", "每日重复报警")
        case .falseAlarms: words.pick("false alarms a day", "每日虚警")
        case .preempted: words.pick("units diverted a day", "每日改派")
        case .backUps: words.pick("back-up asked for a day", "每日请求增援")
        case .escalated: words.pick("raised in priority a day", "每日升级")
        case .failures: words.pick("units failing a day", "每日故障单元")
        case .unsent: words.pick("units never sent a day", "每日未能派出")
        case .unanswered: words.pick("nobody there at the end, a day", "每日结束时无人到场")
        }
    }

    /// A value as it reads: `4:27`, `12.3 %`, `330.2`.
    package func value(_ measure: StaffingMeasure, _ value: Double) -> String {
        guard value.isFinite else { return "–" }
        switch measure.statistic {
        case .mean, .p50, .p90: return Self.time(value)
        case .share: return String(format: "%.1f %%", value * 100)
        case .perDay: return String(format: "%.1f", value)
        }
    }

    /// Half the width of an interval: `3 s`, `0.2 %`, `1.4`.
    package func width(_ measure: StaffingMeasure, _ width: Double) -> String {
        guard width.isFinite else { return "–" }
        switch measure.statistic {
        case .mean, .p50, .p90: return width < 10 ? String(format: "%.1f s", width) : String(format: "%.0f s", width)
        case .share: return String(format: "%.1f %%", width * 100)
        case .perDay: return String(format: "%.1f", width)
        }
    }

    /// A difference with its sign: `+12 s`, `−1.4 points` of percent.
    package func difference(_ measure: StaffingMeasure, _ difference: Double) -> String {
        (difference < 0 ? "−" : "+") + size(measure, difference.magnitude)
    }

    /// The size of a difference; shares differ by points of percent.
    package func size(_ measure: StaffingMeasure, _ size: Double) -> String {
        guard measure.statistic == .share, size.isFinite else { return width(measure, size) }
        return String(format: words.pick("%.1f points", "%.1f 个百分点"), size * 100)
    }

    /// Value and interval together: `4:27 ± 3 s`.
    package func interval(_ measure: StaffingMeasure, _ interval: Interval95?) -> String {
        guard let interval else { return "–" }
        return "\(value(measure, interval.mean)) ± \(width(measure, interval.halfWidth))"
    }

    /// A dispatch rule in words.
    package func rule(_ rule: DispatchRule) -> String {
        let choice =
            switch rule.choice {
            case .nearest: words.pick("nearest available", "就近派警")
            case .beatFirst: words.pick("own beat first, then nearest", "属地优先，其次就近")
            case .coverage: words.pick("nearest, sparing coverage", "兼顾布防的就近派警")
            }
        return choice + (rule.preempts ? words.pick(", P1 may divert", "，一级可改派") : "")
    }

    private static func time(_ seconds: Double) -> String {
        let whole = Int64(seconds.rounded())
        return String(format: "%lld:%02lld", whole / 60, whole % 60)
    }
}
