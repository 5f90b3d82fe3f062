import DispatchModel
import DispatchPolicy

extension Words {
    /// A measure of a profile in a word, as the status strip shows it.
    package func measureShort(_ measure: ProfileMeasure) -> String {
        switch measure {
        case .answer: pick("answer", "接听")
        case .process: pick("process", "派警")
        case .acknowledged: pick("ack", "签收")
        case .enRoute: pick("en route", "出警")
        case .arrived: pick("arrive", "到场")
        case .feedback: pick("feedback", "反馈")
        case .quickResponse: pick("quick", "快反")
        }
    }

    /// A measure of a profile with its beginning and end.
    package func measure(_ measure: ProfileMeasure) -> String {
        switch measure {
        case .answer: pick("answered (call → answer)", "接听（来电 → 接听）")
        case .process: pick("processed (first report → unit sent)", "派警（首次接报 → 派警）")
        case .acknowledged: pick("acknowledged (sent → read by the crew)", "签收（派警 → 签收）")
        case .enRoute: pick("en route (sent → under way)", "出警（派警 → 赶赴）")
        case .arrived: pick("arrived (sent → on scene)", "到场（派警 → 到场）")
        case .feedback: pick("feedback (sent → feedback)", "反馈（派警 → 反馈）")
        case .quickResponse: pick("quick response (sent → on scene)", "快反（派警 → 到场）")
        }
    }

    /// A limit in few columns: `60s`, `5m`, `2h`; 60秒, 5分, 2时.
    package func limit(_ span: Span) -> String {
        let seconds = span.seconds
        if seconds < 180 || seconds % 60 != 0 { return pick("\(seconds)s", "\(seconds)秒") }
        if seconds < 7200 || seconds % 3600 != 0 { return pick("\(seconds / 60)m", "\(seconds / 60)分") }
        return pick("\(seconds / 3600)h", "\(seconds / 3600)时")
    }

    /// What a profile is called.
    package func title(of profile: DeadlineProfile) -> String { pick(profile.english, profile.chinese) }

    /// The standard or bulletin that a profile comes from.
    package func source(of profile: DeadlineProfile) -> String { pick(profile.source, profile.sourceChinese) }

    /// What a measure is about when not everything counts: `P1, P2`; empty when everything does.
    package func scope(of target: ProfileTarget) -> String {
        let parts =
            target.priorities.sorted().map { priority($0) }
            + target.kinds.sorted { $0.rawValue < $1.rawValue }.map { kind($0) }
            + target.panes.sorted { $0.rawValue < $1.rawValue }.map { pane($0) }
        return list(parts)
    }

    /// A limit's cases in a line: `47 of 50, 94 %`; what cannot be said is not.
    package func share(_ limit: LimitAttainment) -> String {
        guard let percent = limit.percent else { return pick("no cases", "无数据") }
        let counts = pick("\(limit.within) of \(limit.cases)", "\(limit.within)/\(limit.cases)")
        guard !limit.isTooFew else { return pick("\(counts), too few", "\(counts)，数据不足") }
        return pick("\(counts), \(percent) %", "\(counts)，\(percent)%")
    }

    /// Whether the wanted share is attained: `wanted 90 %, attained`; empty when none is wanted.
    package func verdict(_ limit: LimitAttainment) -> String {
        guard let wanted = limit.limit.wanted else { return "" }
        let asked = pick("wanted \(wanted) %", "要求\(wanted)%")
        guard !limit.isTooFew, let isAttained = limit.isAttained else { return asked }
        return isAttained ? pick("\(asked), attained", "\(asked)，达标") : pick("\(asked), missed", "\(asked)，未达标")
    }

    /// What was left out of a measure, and what is still open; empty when nothing is.
    package func leftOut(_ target: TargetAttainment) -> String {
        guard target.target.measure.isRecorded else {
            return pick("not recorded: no journal has this time", "无记录：日志中没有该时间")
        }
        var parts: [String] = []
        if target.open > 0 { parts.append(pick("\(target.open) still open", "进行中\(target.open)")) }
        if target.missing > 0 { parts.append(pick("\(target.missing) without times", "缺时间\(target.missing)")) }
        if target.backwards > 0 { parts.append(pick("\(target.backwards) backwards", "时间倒置\(target.backwards)")) }
        return list(parts)
    }

    /// The span that the status strip's figures are of.
    package func ofTheLast(_ span: Span) -> String { pick("of the last \(length(span))", "最近\(length(span))") }

    /// A profile was chosen.
    package func profileChosen(_ profile: DeadlineProfile) -> String {
        pick("deadline profile: \(title(of: profile))", "考核方案：\(title(of: profile))")
    }

    /// There is no profile of a name.
    package func noProfile(_ name: String, among names: [String]) -> String {
        pick(
            "there is no deadline profile “\(name)” · one of \(list(names))",
            "没有名为“\(name)”的考核方案 · 可用：\(list(names))")
    }

    /// The heading of the profiles that can be chosen.
    package var otherProfiles: String { pick("Profiles (:profile NAME)", "考核方案（:profile 名称）") }
}
