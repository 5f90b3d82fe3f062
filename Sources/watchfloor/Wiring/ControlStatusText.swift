import DispatchModel
import DrillRoom
import Formats
import Wording

/// How a drill stands, as text for a terminal.
struct ControlStatusText {
    private let status: ControlStatus
    private let words: Words

    init(_ status: ControlStatus, _ words: Words) {
        self.status = status
        let east = status.secondsEast
        self.words = Words(words.language, zone: Zone { _ in east })
    }

    /// The lines.
    var text: String {
        (facts + injects + objectives).map { Sanitiser.visible($0) }.joined(separator: "\n")
    }

    private func pick(_ text: ControlStatus.Text) -> String { words.pick(text.english, text.chinese) }
    private func clock(_ at: Int64) -> String { words.clock(Timestamp(rawValue: at)) }

    private var facts: [String] {
        let ahead = status.ahead.map { clock($0.at) }
        let pace =
            status.ended.map(pick)
            ?? ahead.map { words.pick("running ahead to \($0)", "正快进至 \($0)") }
            ?? (status.paused ? words.pick("paused", "已暂停") : words.speed(status.speed == 0 ? nil : status.speed))
        return [
            "\(words.mode(.exercise)) \(status.drill): \(pick(status.title))",
            "\(clock(status.at)) · \(pace) · "
                + words.pick(
                    "journal position \(status.position), seed \(status.seed)",
                    "日志位置 \(status.position)，种子 \(status.seed)"),
            words.pick(
                "open \(status.open), waiting \(status.waiting); units free \(status.free) of \(status.units); alerts \(status.alerts)",
                "未办结 \(status.open)，待派 \(status.waiting)；可派 \(status.free)/\(status.units)；告警 \(status.alerts)"),
        ] + held
    }

    /// How long the trainee held the clock.
    private var held: [String] {
        guard let milliseconds = status.held else { return [] }
        let length = words.duration(Span(milliseconds: milliseconds))
        return [words.pick("the trainee held or slowed the clock for \(length)", "受训者暂停或放慢时钟共 \(length)")]
    }

    private var injects: [String] {
        status.injects.map { inject in
            let state: String
            if let fired = inject.fired {
                let answer = inject.answered.map { words.pick("answered \(clock($0))", "处置 \(clock($0))") }
                let open = inject.expected == nil ? "" : words.pick("not answered", "未处置")
                state = "\(clock(fired)) \(answer ?? open)"
            } else {
                state = inject.planned.map { "(\(clock($0)))" } ?? "(\(inject.condition.map(pick) ?? ""))"
            }
            return "  \(inject.id)  \(pick(inject.title))  \(state)"
        }
    }

    private var objectives: [String] {
        status.objectives.map { objective in
            let mark =
                objective.met.map { $0 ? words.pick("met", "达成") : words.pick("missed", "未达成") } ?? words.pick("–", "–")
            return "  \(mark)  \(pick(objective.title))  (\(pick(objective.evidence)))"
        }
    }
}
