import DispatchModel
import DispatchPolicy
import Wording

/// The sentences of a bulletin.
struct BulletinWords {
    let words: Words
    let bulletin: Bulletin

    func pick(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
        words.pick(english(), chinese())
    }

    /// What it is, and of what.
    var title: String {
        let kind =
            switch bulletin.period.span {
            case .week: pick("Weekly bulletin", "警情周报")
            case .month: pick("Monthly bulletin", "警情月报")
            case .quarter: pick("Quarterly bulletin", "警情季报")
            case .year: pick("Yearly bulletin", "警情年报")
            }
        return "\(kind) \(bulletin.period.name)"
    }

    /// The days it is about, and those it is compared with.
    var days: String {
        let until = bulletin.beforeEnd < bulletin.before.end ? pick(" for as long", "同期") : ""
        return pick(
            "\(bulletin.period.days), against \(bulletin.before.name) (\(bulletin.before.days))\(until)",
            "\(bulletin.period.days)，对比 \(bulletin.before.name)（\(bulletin.before.days)）\(until)")
    }

    /// What keeps the figures from being whole; empty when nothing does.
    var doubts: [String] {
        var doubts: [String] = []
        if !bulletin.isOver {
            doubts.append(
                pick(
                    "INCOMPLETE: the period is not over; figures up to \(words.dateAndClock(bulletin.now))",
                    "未完：本期尚未结束，数据截至 \(words.dateAndClock(bulletin.now))"))
        }
        if let from = bulletin.recordedFrom, !bulletin.isRecorded {
            doubts.append(
                pick(
                    "INCOMPLETE: the journal begins \(words.dateAndClock(from))",
                    "不全：日志自 \(words.dateAndClock(from)) 开始"))
        } else if bulletin.recordedFrom != nil, !bulletin.isBeforeRecorded {
            doubts.append(
                pick(
                    "The period before is not wholly in the journal: no changes are shown", "上期未完整记入日志，不列增减"))
        }
        if bulletin.isEmpty {
            doubts.append(pick("EMPTY: nothing was recorded in this period", "本期无记录"))
        }
        return doubts
    }

    /// How groups are ranked.
    var ranking: String {
        let target = bulletin.profile.targets[bulletin.ranking.measure]
        let limit = words.limit(target.limits[bulletin.ranking.limit].within)
        return pick(
            "Ranked by the share \(words.measureShort(target.measure)) ≤ \(limit); equal shares rank alike; "
                + "under \(Bulletin.fewestRanked) cases no rank.",
            "按“\(words.measureShort(target.measure)) ≤ \(limit)”占比排名；占比相同名次相同；不足 \(Bulletin.fewestRanked) 例不排名。")
    }

    /// The heading over a kind of groups.
    func heading(_ grouping: BulletinGrouping) -> String {
        switch grouping {
        case .station: pick("By station", "按派出所")
        case .beat: pick("By beat", "按巡区")
        case .unit: pick("By unit", "按警力单元")
        case .priority: pick("By priority", "按优先级")
        case .type: pick("By type", "按警情类型")
        }
    }

    /// What to write where no beat says which station it belongs to.
    var noStations: String {
        pick(
            "No beat says which station it belongs to: write station = \"…\" under [beats.CODE] of the roster or mapping.",
            "没有巡区注明所属派出所：请在名册或映射文件的 [beats.代码] 下写 station = \"…\"。")
    }

    /// A group by the name that people know.
    func name(_ group: BulletinGroup, _ grouping: BulletinGrouping) -> String {
        let name = group.shownName(words.language)
        guard !group.key.isEmpty else { return pick("unknown", "未知") }
        if grouping == .priority, let known = Priority.allCases.first(where: { "P\($0.rawValue)" == group.key }) {
            return words.priority(known)
        }
        guard !name.isEmpty, name != group.key else { return group.key }
        return grouping == .beat ? "\(group.key) \(name)" : name
    }

    /// A measure at the limit by which it is shown: `arrive ≤ 10m`.
    func key(_ target: ProfileTarget) -> String {
        "\(words.measureShort(target.measure)) ≤\(words.limit(target.limits[Bulletin.keyLimit(target)].within))"
    }

    /// A share: `93.3 %`, with few cases `3/4`, without any a dash.
    func share(_ limit: LimitAttainment) -> String {
        guard let tenths = limit.tenths else { return "–" }
        let percent = "\(tenths / 10).\(tenths % 10)"
        return limit.isTooFew ? "\(limit.within)/\(limit.cases)" : pick("\(percent) %", "\(percent)%")
    }

    /// By how many points a share has changed: `+2.9`; empty when it cannot be said.
    func change(_ now: LimitAttainment, _ before: LimitAttainment) -> String {
        guard bulletin.isBeforeRecorded else { return "" }
        guard let new = now.tenths, let old = before.tenths, !now.isTooFew, !before.isTooFew else { return "" }
        let tenths = new - old
        return tenths == 0 ? "0" : "\(tenths > 0 ? "+" : "−")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }

    /// A number beside what it was before: `812 (+22)`.
    func calls(_ group: BulletinGroup) -> String { "\(words.grouped(group.calls))" }

    /// By how many the calls have changed.
    func callsChange(_ group: BulletinGroup) -> String {
        guard bulletin.isBeforeRecorded else { return "–" }
        let change = group.calls - group.callsBefore
        return change == 0 ? "0" : "\(change > 0 ? "+" : "−")\(change.magnitude)"
    }

    /// A rank, or that there is none.
    func rank(_ rank: Int?) -> String { rank.map { "\($0)" } ?? "–" }

    var rankHead: String { pick("rank", "名次") }
    var rankBeforeHead: String { pick("before", "上期") }
    var callsHead: String { pick("calls", "警情") }
    var changeHead: String { pick("±", "增减") }
    var pointsHead: String { pick("± points", "±百分点") }
    var nameHead: String { pick("name", "名称") }
    var measureHead: String { pick("measure", "指标") }
    var casesHead: String { pick("cases", "例数") }
    var openHead: String { pick("open", "未结") }
    var missingHead: String { pick("no time", "缺时间") }
    var totalHeading: String { pick("Everything together", "总体") }
    var allLimits: String { pick("every limit", "全部时限") }
}
