import DispatchModel
import DispatchPolicy

/// What is asked about disputes.
extension Words {
    /// The title of the choice of a grade.
    package func gradeTitle(_ number: String) -> String { pick("Grade of dispute \(number)", "\(number) 纠纷等级") }

    /// The title of the choice of a mediation.
    package func mediationTitle(_ number: String) -> String { pick("Hand over \(number) to", "将 \(number) 移交") }

    /// What stands before the line that asks who mediates until when.
    package func mediationPrompt(_ number: String, _ kind: MediationKind) -> String {
        let kind = mediation(kind)
        return pick("\(number) to \(kind), by whom, due: ", "\(number) 移交\(kind)，调解机构与期限：")
    }

    /// What may be typed there.
    package var mediationWanted: String {
        pick(
            "who mediates, then the due date, such as Hexie St committee 7d, or … 2026-12-05",
            "调解机构，再写期限，例如 和谐街道调委会 7d，或 … 2026-12-05")
    }

    /// A grade with its spans, as a menu offers it: `red · warn 5 min, route 15 min, settle 1 d`.
    package func gradeChoice(_ grade: DisputeGrade, _ deadlines: DisputeDeadlines) -> String {
        let spans = deadlines.spans[grade]
        let steps: [(DisputeStep, Span?)] = [
            (.warned, spans?.warn), (.routed, spans?.route), (.settled, spans?.settle),
        ]
        let parts = steps.compactMap { step, span in span.map { "\(self.step(step)) \(length($0))" } }
        return parts.isEmpty ? self.grade(grade) : "\(self.grade(grade)) · \(list(parts))"
    }
}

/// Recommended units and response plans.
extension Words {
    /// One reason for a unit's place in the ranking.
    package func reason(_ reason: Recommendation.Reason) -> String {
        switch reason {
        case .nearest: pick("nearest", "最近")
        case .ownBeat: pick("beat's own", "本巡区")
        case .planKind(let name): pick("plan “\(plan(name))” asks for it", "预案“\(plan(name))”所需")
        case .ready(let minutes): pick("ready \(minutes) min", "已待命\(minutes)分钟")
        case .divertedFrom(let incident, let priority):
            pick(
                "diverted from \(number(incident)), \(self.priority(priority))",
                "从\(self.priority(priority))警情 \(number(incident)) 改派")
        case .insideCircle(let minutes): pick("inside its \(minutes) min circle", "在\(minutes)分钟快反圈内")
        }
    }

    /// Why a unit stands where it stands, and how old its position is when that is too old to trust.
    package func reasons(of recommendation: Recommendation) -> String {
        var parts = recommendation.reasons.map(reason)
        if let stale = recommendation.stalePosition {
            parts.append(pick("position \(length(stale)) old", "位置为\(length(stale))前"))
        }
        return parts.isEmpty ? pick("free", "可派") : list(parts)
    }

    /// What sending a unit leaves bare.
    package func uncovers(_ uncovered: Recommendation.Uncovered, on board: Board) -> String {
        switch uncovered {
        case .nothing(nil): return pick("nothing", "无")
        case .nothing(let stays?):
            let other = callsign(stays, on: board)
            return pick("nothing, \(other) stays", "无，\(other) 留守")
        case .beat(let beat, nil, _): return pick("\(beat) without a unit", "\(beat) 无警力")
        case .beat(let beat, let fill?, let seconds):
            let other = callsign(fill, on: board)
            guard let seconds else { return pick("\(beat); \(other) could fill in", "\(beat)，可由 \(other) 补位") }
            let travel = duration(.seconds(Int64(seconds)))
            return pick("\(beat) for \(travel), \(other) fills in", "\(beat) 空 \(travel)，\(other) 补位")
        case .circle(let dutyPoint, let minutes) where dutyPoint.isEmpty:
            return pick("its \(minutes) min circle", "\(minutes)分钟快反圈")
        case .circle(let dutyPoint, let minutes):
            return pick("\(dutyPoint.english), \(minutes) min circle", "\(dutyPoint.chinese) \(minutes)分钟快反圈")
        }
    }

    /// A travel time: `1:40`, or that it is not known.
    package func travel(_ seconds: Int?) -> String {
        seconds.map { duration(.seconds(Int64($0))) } ?? pick("unknown", "未知")
    }

    /// What a response plan asks for that no free unit was found for; empty when nothing is missing.
    package func missing(_ requirements: [PlanRequirement]) -> String {
        guard !requirements.isEmpty else { return "" }
        return pick("no free unit for \(units(requirements))", "无空闲警力：缺 \(units(requirements))")
    }

    /// What a response plan lacks, after what was sent: `1 × engine missing`.
    package func lacks(_ shortfall: PlanShortfall) -> String {
        pick("\(units(shortfall.missing)) missing", "缺 \(units(shortfall.missing))")
    }

    /// A response plan that was sent short, with how much of it is there: `plan “fire” 1 of 2: 1 × truck missing`.
    package func short(_ shortfall: PlanShortfall) -> String {
        let (name, sent, asked) = (plan(shortfall.plan), shortfall.sent, shortfall.asked)
        return pick(
            "plan “\(name)”, \(sent) of \(asked): \(lacks(shortfall))",
            "预案“\(name)”，\(sent)/\(asked)：\(lacks(shortfall))")
    }

    /// What orders have done and what their incidents' response plans lack after them.
    package func done(_ what: String, short: [(incident: IncidentID, shortfall: PlanShortfall)]) -> String {
        let parts = short.map { incident, shortfall in
            short.count == 1
                ? lacks(shortfall)
                : pick("\(number(incident)): \(lacks(shortfall))", "\(number(incident))：\(lacks(shortfall))")
        }
        return ([what] + parts).joined(separator: " · ")
    }

    /// So many units of these kinds: `1 × engine, 2 × car or foot`.
    private func units(_ requirements: [PlanRequirement]) -> String {
        list(
            requirements.map { requirement in
                let kinds = requirement.kinds.sorted { $0.rawValue < $1.rawValue }.map { kind($0) }
                let slot = requirement.name?[language] ?? kinds.joined(separator: pick(" or ", "/"))
                return "\(requirement.count) × \(slot)"
            })
    }

    /// What a response plan's key would send.
    package func planSet(_ set: PlanSet, on board: Board) -> String {
        guard !set.name.isEmpty else { return pick("no response plan fits", "无适用预案") }
        let units = callsigns(set.units, on: board)
        let sends = pick("plan “\(plan(set.name))” sends \(units)", "预案“\(plan(set.name))”派出 \(units)")
        guard !set.missing.isEmpty else { return sends }
        return pick("\(sends); \(missing(set.missing))", "\(sends)；\(missing(set.missing))")
    }
}

/// What stands beside an incident.
extension Words {
    /// Units are ranked for a place that nobody knows the point of.
    package func rankedBlindly(_ place: String) -> String {
        pick(
            "no point known for “\(place)”: travel unknown, not ordered by distance", "“\(place)”无坐标：行程未知，排序不含距离")
    }

    /// Units were sent to a place that nobody knows the point of, in no order of travel.
    package func sentBlindly(_ units: [UnitID], to place: String, on board: Board) -> String {
        let units = callsigns(units, on: board)
        return pick(
            "\(units) sent without travel times: no point known for “\(place)”", "已派 \(units)，未按行程：“\(place)”无坐标")
    }

    /// The response plan found no free unit.
    package var planFindsNobody: String {
        pick("the response plan asks for nobody more", "预案所需警力已齐")
    }

    /// What and where an incident is whose number stands before it.
    package func about(_ incident: Incident, on board: Board) -> String {
        let type = type(of: incident, on: board)
        guard !incident.place.text.isEmpty else { return type }
        return pick("\(type), \(incident.place[.english])", "\(type)，\(incident.place[.chinese])")
    }

    /// Something said of an incident, which it names.
    package func of(_ incident: IncidentID, _ text: String) -> String {
        pick("\(number(incident)): \(text)", "\(number(incident))：\(text)")
    }
}

/// Whether two incidents are one event.
extension Words {
    /// Why two incidents seem to be one event: `40 m, 2 min, same type, words: knife, pharmacy`.
    package func reasons(of proposal: DuplicateProposal) -> String {
        var parts: [String] = []
        if proposal.samePlace { parts.append(pick("same place", "地点相同")) }
        if let metres = proposal.metres, metres > 0 || !proposal.samePlace {
            parts.append(pick(distance(metres), "相距\(distance(metres))"))
        }
        let apart = length(.seconds(proposal.seconds))
        parts.append(pick(apart, "相隔\(apart)"))
        if proposal.sameType { parts.append(pick("same type", "类型相同")) }
        if proposal.sameCaller { parts.append(pick("same caller", "同一报警人")) }
        let found = proposal.words.joined(separator: pick(", ", "、"))
        if !proposal.words.isEmpty { parts.append(pick("words: \(found)", "共有词：\(found)")) }
        return parts.joined(separator: pick(", ", "，"))
    }

    /// How much alike two incidents are, and why: `82 %: 40 m, 2 min, same type`.
    package func alikeBecause(_ proposal: DuplicateProposal) -> String {
        let (much, why) = (likeness(proposal.likeness), reasons(of: proposal))
        return pick("\(much): \(why)", "\(much)：\(why)")
    }

    /// Which of two incidents survives a merge, and what it would then carry.
    package func mergePreview(_ from: Incident, into: Incident) -> String {
        let known = Set(into.reports.map(\.number))
        let reports = into.reports.count + from.reports.filter { !known.contains($0.number) }.count
        let urgent = min(from.priority, into.priority)
        return pick(
            "\(number(from.id)) goes into \(number(into.id)), the older: "
                + "\(count(reports, "report", "reports", "条报警")), \(priority(urgent))",
            "\(number(from.id)) 并入较早的 \(number(into.id))：\(count(reports, "report", "reports", "条报警"))，\(priority(urgent))"
        )
    }

    /// Asks before one incident is merged into another.
    package func mergeQuestion(_ incident: IncidentID, into other: IncidentID, on board: Board) -> String {
        func named(_ id: IncidentID) -> String {
            board.incidents[id].map { self.incident($0, on: board) } ?? number(id)
        }
        return pick(
            "Merge \(named(incident)) into \(named(other))? Every report is kept.",
            "将 \(named(incident)) 并入 \(named(other))？全部报警记录均保留。")
    }

    /// One of two incidents is closed: they cannot be merged.
    package func mergeNeedsOpen(_ closed: IncidentID) -> String {
        pick(
            "\(number(closed)) is closed: reopen it to merge, or cross-reference",
            "\(number(closed)) 已解决：重新打开后方可合并，或改为关联")
    }

    /// Units are assigned to both incidents of a merge.
    package func mergeUnits(_ incident: Incident, on board: Board) -> String {
        let units = callsigns(incident.openAssignments.map(\.unit), on: board)
        return pick("\(number(incident.id)) has \(units)", "\(number(incident.id)) 现有警力：\(units)")
    }

    /// Goes to the other of two incidents.
    package var showOther: String { pick("show it", "查看") }

    /// Duplicates are not searched for here.
    package var duplicatesOff: String {
        pick(
            "Duplicates are not searched for on this board: compare by hand, and MG merges",
            "此看板不查找重复警情：请自行比较，用 MG 合并")
    }

    /// Nothing on the board seems to be the same event.
    package func nothingAlike(_ incident: IncidentID) -> String {
        pick("Nothing seems to be the same event as \(number(incident))", "未发现与 \(number(incident)) 疑似同一的警情")
    }

    /// What an operator is about to enter is probably on the board already: `#4821 robbery, 2 min ago, 82 %: …`.
    package func alike(_ proposal: DuplicateProposal, _ incident: Incident, on board: Board, now: Timestamp) -> String {
        let ago = length(max(.zero, now - incident.lastReported))
        let type = type(of: incident, on: board)
        let why = reasons(of: proposal)
        return pick(
            "\(number(incident.id)) \(type), \(ago) ago, \(likeness(proposal.likeness)): \(why)",
            "\(number(incident.id)) \(type)，\(ago)前，\(likeness(proposal.likeness))：\(why)")
    }

    /// An open call at the place of one that is being entered: `#4821 robbery P1 is open at this place, 4 min`.
    package func openHere(_ incident: Incident, on board: Board, now: Timestamp) -> String {
        let ago = length(max(.zero, now - incident.lastReported))
        let (type, level) = (type(of: incident, on: board), priority(incident.priority))
        return pick(
            "\(number(incident.id)) \(level) \(type) is open at this place, last call \(ago) ago",
            "此地点已有未结警情 \(number(incident.id))\(level)\(type)，\(ago)前最近一次报警")
    }

    /// How a report that is being entered goes to the incident shown.
    package func joinHint(_ key: String, _ incident: IncidentID) -> String {
        pick("\(key) adds the report to \(number(incident))", "\(key) 将报警并入 \(number(incident))")
    }

    /// There is nothing to join a report to.
    package var nothingToJoin: String {
        pick("no incident on the board seems to be the same event", "看板上没有疑似同一的警情")
    }

    /// An earlier incident at a place: `#4711 fight 3 h ago, closed: report`.
    package func earlier(_ incident: Incident, on board: Board, now: Timestamp) -> String {
        let ago = length(max(.zero, now - incident.received))
        let type = type(of: incident, on: board)
        let head = pick("\(number(incident.id)) \(type) \(ago) ago", "\(number(incident.id)) \(type)，\(ago)前")
        guard !incident.isOpen else { return head + pick(", ", "，") + progress(incident.progress) }
        let how = incident.disposition.isEmpty ? "" : pick(": ", "：") + disposition(incident.disposition)
        return head + pick(", closed", "，已解决") + how
    }

    /// How many further earlier incidents there are.
    package func moreEarlier(_ count: Int) -> String { pick("and \(grouped(count)) more", "另有\(grouped(count))起") }
}

/// What the detail view and the popups say of one thing.
extension Words {
    /// A limit that is kept so far.
    package func within(_ limit: Span) -> String { pick("limit \(duration(limit))", "限 \(duration(limit))") }

    /// A limit that is passed, and by how much.
    package func past(_ limit: Span, by late: Span) -> String {
        pick("limit \(duration(limit)), over by \(duration(late))", "限 \(duration(limit))，超 \(duration(late))")
    }

    /// Until when an incident is held.
    package func held(until end: Timestamp, now: Timestamp) -> String {
        pick("held until \(when(end, now: now))", "搁置至 \(when(end, now: now))")
    }

    /// A log whose times contradict each other.
    package var timesBackwards: String { pick("times run backwards in the log", "日志中时间倒序") }

    /// Where an incident's reports went.
    package func merged(into other: IncidentID) -> String {
        pick("merged into \(number(other))", "已并入 \(number(other))")
    }

    /// An assignment that was taken back; when stands behind it.
    package var withdrawn: String { pick("withdrawn", "撤回") }

    /// A report without words.
    package var noText: String { pick("no text", "无文字") }

    /// Who called, before what was said.
    package func said(by caller: Caller) -> String { pick("\(self.caller(caller)): ", "\(self.caller(caller))：") }

    /// How long a call rang before somebody answered it.
    package func answered(after ring: Span) -> String {
        pick("answered after \(length(ring))", "振铃\(length(ring))后接听")
    }

    /// Until when a dispute's step is to be done.
    package func due(_ by: Timestamp, now: Timestamp) -> String {
        pick("by \(deadline(by, now: now))", "限 \(deadline(by, now: now))")
    }

    /// When a dispute's step was done, and by how much too late.
    package func done(_ at: Timestamp, late: Span?, now: Timestamp) -> String {
        let when = deadline(at, now: now)
        guard let late else { return pick("done \(when)", "\(when) 完成") }
        return pick("done \(when), \(length(late)) late", "\(when) 完成，迟\(length(late))")
    }

    /// How often an alert came on.
    package func cameOn(_ times: Int64) -> String { pick("came on \(times) times", "第\(times)次触发") }

    /// A response circle in a column.
    package func circleBriefly(_ minutes: Int64) -> String { pick("\(minutes) min", "\(minutes)分") }

    /// How wide a response circle is.
    package func circle(_ minutes: Int64) -> String { pick("\(minutes) min", "\(minutes)分钟") }

    /// How old a position is.
    package func old(_ age: Span) -> String { pick("\(briefAge(age)) old", "\(briefAge(age))前") }

    /// For how long a position has not been believed.
    package func forSoLong(_ age: Span) -> String { pick("for \(briefAge(age))", "已\(briefAge(age))") }

    /// How long ago a unit was heard.
    package func ago(_ age: Span) -> String { pick("\(briefAge(age)) ago", "\(briefAge(age))前") }

    /// No unit can be ranked.
    package var noUnitToSend: String {
        pick(
            "No unit can be sent: none is free, and none is on its way to something no more urgent.",
            "无可派警力：没有待命单元，也没有正赶赴同级或较低等级警情的单元。")
    }

    /// The units that are marked in a popup.
    package func marked(_ units: [UnitID], on board: Board) -> String {
        pick("marked: \(callsigns(units, on: board))", "已标记：\(callsigns(units, on: board))")
    }
}
