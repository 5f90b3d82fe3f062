import DispatchModel
import DispatchPolicy

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
        case .circle("", let minutes): return pick("its \(minutes) min circle", "\(minutes)分钟快反圈")
        case .circle(let dutyPoint, let minutes):
            return pick("\(dutyPoint), \(minutes) min circle", "\(dutyPoint) \(minutes)分钟快反圈")
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
                return "\(requirement.count) × \(kinds.joined(separator: pick(" or ", "/")))"
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
