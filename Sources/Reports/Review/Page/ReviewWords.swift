import DispatchModel
import Drills
import Wording

/// What the review of a drill says, beside what the console says of the same things.
struct ReviewWords: Vocabulary {
    private let words: Words

    var language: Language { words.language }
    var zone: Zone { words.zone }
    var keys: [NamedKey: String] { words.keys }

    init(_ words: Words) { self.words = words }

    /// A scenario's text in this language, in the other when it has no other.
    func text(_ text: BilingualText) -> String {
        let (own, other) = language == .english ? (text.english, text.chinese) : (text.chinese, text.english)
        return own.isEmpty ? other : own
    }

    /// What is counted of proposals of where to stand.
    var standingFact: String { pick("asked to stand elsewhere", "驻点建议") }
    /// How many units were asked, and what they said.
    func standingCounts(_ tally: StandingTally) -> String {
        pick(
            "\(tally.asked) · \(tally.accepted) went, \(tally.declined) declined, \(tally.unanswered) unanswered",
            "\(tally.asked) 次 · 接受 \(tally.accepted)、谢绝 \(tally.declined)、未答复 \(tally.unanswered)")
    }

    /// How many units were asked to stand elsewhere, and what they said.
    func standing(_ tally: StandingTally) -> String {
        pick(
            "Asked to stand elsewhere: \(tally.asked); \(tally.accepted) went, \(tally.declined) declined, "
                + "\(tally.unanswered) unanswered",
            "驻点建议：\(tally.asked) 次，接受 \(tally.accepted)、谢绝 \(tally.declined)、未答复 \(tally.unanswered)")
    }

    /// From the first report until what.
    func interval(_ interval: Objective.Interval) -> String {
        switch interval {
        case .dispatch: pick("received to first unit sent", "接警至派警")
        case .acknowledge: pick("received to acknowledged", "接警至签收")
        case .response: pick("received to on scene", "接警至到场")
        case .close: pick("received to closed", "接警至办结")
        }
    }

    /// What an objective asks, with its threshold.
    func demand(_ measure: Objective.Measure) -> String {
        switch measure {
        case .interval(let interval, let filter, let percentile, let limit):
            let (what, limit, of) = (self.interval(interval), duration(limit), self.filter(filter))
            return pick(
                "\(percentile) % within \(limit), \(what)\(of)", "\(percentile)% 在 \(limit) 内，\(what)\(of)")
        case .acknowledged(let kind, let percentile, let limit):
            let alerts = kind.map { self.kind($0) } ?? pick("all alerts", "全部告警")
            return pick(
                "\(percentile) % answered within \(duration(limit)): \(alerts)",
                "\(percentile)% 在 \(duration(limit)) 内确认：\(alerts)")
        case .coverage(let free, let kinds, let beat, let share):
            return coverageDemand(free: free, kinds: kinds, beat: beat, share: share)
        case .injects(_, let share):
            return pick("\(share) % of expected actions in time", "\(share)% 预期行动及时")
        case .closed(let filter, let share, _):
            return pick("\(share) % closed by the end\(self.filter(filter))", "结束时办结 \(share)%\(self.filter(filter))")
        case .alerts(let kind, let most):
            let alerts = kind.map { self.kind($0) } ?? pick("alerts", "告警")
            return pick("at most \(most): \(alerts)", "至多 \(most) 次：\(alerts)")
        }
    }

    private func coverageDemand(free: Int, kinds: Set<UnitKind>, beat: String, share: Int) -> String {
        let names = list(kinds.sorted { $0.rawValue < $1.rawValue }.map { kind($0) })
        let which = kinds.isEmpty ? "" : pick(" (\(names))", "（\(names)）")
        let place = beat.isEmpty ? "" : pick(" in \(beat)", "，\(beat)")
        return pick(
            "at least \(free) free units\(which)\(place) for \(share) % of the time",
            "\(share)% 时间至少 \(free) 个待命单元\(which)\(place)")
    }

    private func filter(_ filter: Objective.Filter) -> String {
        var parts = filter.priorities.sorted().map { priority($0) }
        parts += filter.types.sorted().map { knownTypeOrCode($0) } + filter.injects.sorted()
        return parts.isEmpty ? "" : pick(" (\(list(parts)))", "（\(list(parts))）")
    }

    private func knownTypeOrCode(_ code: String) -> String { type(code, on: Board()) }

    /// What was measured, in the unit of its objective.
    func measured(_ value: Double?, _ unit: ObjectiveResult.MeasureUnit) -> String {
        guard let value, value.isFinite else { return "–" }
        switch unit {
        case .milliseconds: return duration(Span(milliseconds: Int64(value)))
        case .percent: return pick("\(tenths(value)) %", "\(tenths(value))%")
        case .count: return tenths(value)
        }
    }

    /// A quantile of times; in words when so many incidents never came to that point.
    func quantile(_ span: Span?) -> String {
        span.map { duration($0) } ?? pick("never", "未达")
    }

    /// A number with one decimal when it has any.
    func tenths(_ value: Double) -> String {
        let scaled = Int64((value * 10).rounded(.toNearestOrEven))
        let whole = "\(scaled < 0 ? "-" : "")\(scaled.magnitude / 10)"
        return scaled % 10 == 0 ? whole : "\(whole).\(scaled.magnitude % 10)"
    }

    /// How an objective came out.
    func outcome(_ outcome: ObjectiveResult.Outcome) -> String {
        switch outcome {
        case .met: pick("met", "达到")
        case .missed: pick("missed", "未达到")
        case .notMeasured: pick("nothing to measure", "无可测量")
        }
    }

    /// How an inject was answered.
    func outcome(_ outcome: InjectResult.Outcome) -> String {
        switch outcome {
        case .notFired: pick("did not come", "未触发")
        case .nothingExpected: pick("nothing expected", "无预期行动")
        case .inTime: pick("in time", "及时")
        case .late: pick("late", "迟缓")
        case .missed: pick("missed", "未做到")
        case .open: pick("drill ended first", "演练先结束")
        }
    }

    /// A trainer's order; one that is not known by its own name.
    func order(_ verb: String) -> String {
        switch verb {
        case "pause": pick("pause", "暂停")
        case "resume": pick("go on", "继续")
        case "speed": pick("speed", "速度")
        case "step": pick("step", "单步")
        case "inject": pick("inject now", "立即注入")
        case "out": pick("take a unit out", "使单元离岗")
        case "message": pick("message to the player", "向学员发消息")
        case "jump": pick("jump ahead", "跳到")
        case "snapshot": pick("snapshot", "快照")
        case "back": pick("back to a snapshot", "回到快照")
        case "end": pick("end the drill", "结束演练")
        default: verb
        }
    }

    /// What a trainer's order needed, with times and lengths as people read them.
    func particulars(_ order: Intervention) -> String {
        let to = order.to.map { pick("to \(clock($0))", "至 \(clock($0))") }
        let by = order.to == nil ? order.by.map { pick("by \(duration($0))", "\(duration($0))") } : nil
        let speed = order.speed.map { self.speed($0 == 0 ? nil : $0) }
        return [to, by, speed, order.details.isEmpty ? nil : order.details].compactMap { $0 }.joined(separator: " ")
    }

    /// When an inject was to come.
    func planned(_ trigger: Inject.Trigger) -> String {
        switch trigger {
        case .at(let span): "+\(duration(span))"
        case .when(let condition, _): pick("when \(condition.text)", "当 \(condition.text)")
        case .byHand: pick("by the trainer", "教员触发")
        }
    }
}

/// What the page says at its head.
extension ReviewWords {
    /// Who played what, when, with which seed.
    func identity(_ debriefing: Debriefing) -> String {
        let play = debriefing.play
        let trainee = play.trainee.isEmpty ? pick("trainee not named", "学员未署名") : play.trainee
        let (start, end) = (dateAndClock(debriefing.score.start), clock(debriefing.score.end))
        let length = length(debriefing.score.end - debriefing.score.start)
        return pick(
            "\(trainee) · \(start) to \(end) (\(length)) · scenario \(play.scenario.id), seed \(play.seed)",
            "\(trainee) · \(start) 至 \(end)（\(length)）· 情景 \(play.scenario.id)，种子 \(play.seed)")
    }

    /// What the automatic dispatcher's figures mean.
    var baselineNote: String {
        pick(
            "The automatic dispatcher played the same scenario with the same seed: same calls, same crews, its own decisions.",
            "自动调度以相同情景和种子进行：警情与警组相同，决策由其自行作出。")
    }
}

/// What stands at the curves of times.
extension ReviewWords {
    /// What the automatic dispatcher is called beside the trainee.
    var automatic: String { pick("automatic dispatcher", "自动调度") }

    /// The heading over the curves of an interval.
    func intervalHeading(_ interval: Objective.Interval) -> String {
        interval == .response
            ? pick("From the first report until a unit is on scene", "自首次报警至到场")
            : pick("From the first report until a unit is sent", "自首次报警至派警")
    }
}

/// What a timeline leaves out.
extension ReviewWords {
    /// That only some incidents are drawn.
    func onlyIncidents(_ drawn: Int, of all: Int) -> String {
        pick(
            "Drawn are \(drawn) of \(all) incidents: those of injects, with missed deadlines and of P1 first, then P2, then "
                + "the others as they came. Every figure on this page counts them all.",
            "仅画出 \(all) 起警情中的 \(drawn) 起：先取注入、超时和一级警情，再取二级，其余按先后。本页数字均按全部警情计算。")
    }

    /// That only some units are drawn.
    func onlyUnits(_ drawn: Int, of all: Int) -> String {
        pick(
            "Drawn are \(drawn) of \(all) units, those that were sent most.", "仅画出 \(all) 个单元中出动最多的 \(drawn) 个。")
    }
}

/// Coverage.
extension ReviewWords {
    /// A tier of response circles.
    func tier(_ minutes: Int64) -> String { pick("\(minutes)-minute circle", "\(minutes) 分钟快反圈") }

    /// That only some beats are drawn.
    func onlyBeats(_ drawn: Int, of all: Int) -> String {
        pick(
            "Drawn are the \(drawn) of \(all) beats that stood bare for the longest; the table has them all.",
            "仅画出 \(all) 个巡区中无人待命最久的 \(drawn) 个；全部见表。")
    }
}

/// What the list of decisions leaves out.
extension ReviewWords {
    /// That only some decisions are listed.
    func onlyDecisions(_ listed: Int, of all: Int) -> String {
        pick(
            "Listed are \(listed) of \(all) decisions: those about injects, missed deadlines and P1 first. The JSON report has "
                + "them all.",
            "仅列 \(all) 项决策中的 \(listed) 项：先取注入、超时和一级警情的。JSON 报告有全部。")
    }
}
