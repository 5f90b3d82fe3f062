import DispatchModel

/// Sentences about what is asked for and where units stand for it.
extension Vocabulary {
    /// The days of the week from Monday on, as short as they go.
    package var weekdays: [String] {
        pick("Mon Tue Wed Thu Fri Sat Sun", "周一 周二 周三 周四 周五 周六 周日").split(separator: " ").map(String.init)
    }

    /// What the picture of demand is called.
    package var demandTitle: String { pick("Demand", "信息研判") }
    /// What it is of.
    package func demandNote(calls: Int, hours: Int) -> String {
        pick("\(grouped(calls)) calls in \(grouped(hours)) h", "\(grouped(hours)) 小时 \(grouped(calls)) 起")
    }
    /// Demand is not looked at here.
    package var demandElsewhere: String {
        pick("demand is read from a command room's journal; this console has none", "信息研判读取指挥室日志，本台没有")
    }
    /// The heading over the heat map.
    package var heatTitle: String { pick("calls an hour", "每小时警情") }
    /// So many hours are known, and so many are needed for a map of the week.
    package func noMapYet(hours: Int, of needed: Int) -> String {
        pick(
            "the map of the week comes with a whole day: \(hours) of \(needed) hours known",
            "满一天数据后显示每周时段图：已知 \(hours)/\(needed) 小时")
    }
    /// What the dot before a cell's number means.
    package func thinCells(_ times: Int, dot: String) -> String {
        pick("\(dot) seen less than \(times) times", "\(dot) 观测不足 \(times) 次")
    }
    /// No cell was seen often enough, so that none is marked.
    package func allThin(_ times: Int) -> String {
        pick("every hour seen less than \(times) times", "各时段观测均不足 \(times) 次")
    }
    /// The pages of the picture where there is no room for all of it.
    package var demandPages: [String] {
        [pick("hours", "时段"), pick("hot beats", "热点巡区"), pick("where to stand", "驻点")]
    }
    /// What Tab does.
    package var pageHint: String { pick("next page", "下一页") }
    /// What Enter does on the pages that ask nobody.
    package var toStandingHint: String { pick("where to stand", "看驻点") }
    /// The heading over the next hours.
    package var nextHoursTitle: String { pick("next hours, 80 % band", "未来数小时（80% 区间）") }
    /// Nothing is known yet.
    package var noDemandYet: String { pick("no whole hour is known yet", "尚无完整一小时的数据") }
    /// The heading over the hot beats, those of so many hours; of none nothing is known yet.
    package func hotTitle(hours: Int) -> String {
        guard hours > 0 else { return pick("hot beats", "热点巡区") }
        return pick("hot beats, last \(hours) h", "热点巡区（最近 \(hours) 小时）")
    }
    /// No beat stands out.
    package var noHotBeats: String { pick("none beyond chance", "无（均在偶然范围内）") }
    /// A hot beat, beside what it has usually, or beside the mean of all beats where too little is known of its own past.
    package func hotBeat(_ code: String, calls: Int, expected: Int, isOwn: Bool) -> String {
        isOwn
            ? pick("\(code)  \(calls), usually \(expected)", "\(code)  \(calls) 起，平时 \(expected)")
            : pick("\(code)  \(calls), a beat has \(expected) on average", "\(code)  \(calls) 起，各巡区平均 \(expected)")
    }
    /// The heading over where to stand.
    package func standTitle(covered: Int, gap: String) -> String {
        pick(
            "where to stand: \(covered) % of calls in reach, at most \(gap) % from the best",
            "驻点建议：\(covered)% 警情可及时到达，距最优不超过 \(gap)%")
    }
    /// No unit is free to stand anywhere.
    package var noUnitsToStand: String {
        pick("nobody to move: no patrol or response unit is free", "无需调整：没有空闲的巡逻或处置警力")
    }
    /// So much is known, and so much is needed before anybody is told where to stand; what is missing is told, hours first.
    package func littleToStand(hours: Int, of needed: Int, calls: Int, of neededCalls: Int) -> String {
        guard hours < needed else {
            return pick(
                "no advice yet: \(grouped(calls)) of \(neededCalls) calls known",
                "尚无建议：已知 \(grouped(calls))/\(neededCalls) 起警情")
        }
        return pick(
            "no advice yet: \(grouped(hours)) of \(needed) whole hours known",
            "尚无建议：已知 \(grouped(hours))/\(needed) 个完整小时")
    }
    /// Nothing has a point.
    package var noPlacesToStand: String {
        pick("no advice: no call, beat or post has a position", "无法建议：警情、巡区与驻点均无坐标")
    }
    /// Everybody stands well.
    package var allStandWell: String { pick("nobody to move: all free units stand well", "无需调整：空闲警力部署已合理") }
    /// A place by one that has a name: so many metres from it, which way in eighths of the circle from north on by east.
    package func place(near name: String, metres: Int, direction: Int) -> String {
        guard metres >= 250 else { return name }
        let english = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"]
        let chinese = ["北", "东北", "东", "东南", "南", "西南", "西", "西北"]
        let kilometres = "\((metres + 50) / 1000).\((metres + 50) % 1000 / 100)"
        let way = (direction % 8 + 8) % 8
        return pick("\(kilometres) km \(english[way]) of \(name)", "\(name) \(chinese[way]) \(kilometres) 公里")
    }
    /// The line that means all of them.
    package func askAll(_ units: Int) -> String { count(units, "unit: ask it", "units: ask all of them", " 个单元：全部询问") }
    /// A unit and where it would stand.
    package func offer(_ callsign: String, _ place: String, kilometres: String?) -> String {
        let way = kilometres.map { pick(", \($0) km", "，\($0) 公里") } ?? ""
        return pick("\(callsign) → \(place)\(way)", "\(callsign) → \(place)\(way)")
    }
    /// What Enter does.
    package var askHint: String { pick("ask to stand there", "询问是否前往") }
    /// Every one of them was asked already.
    package var allAsked: String { pick("asked already; they may answer", "已询问，等待答复") }

    /// What a unit was asked, and what it said.
    package func standing(_ proposal: StandingProposal, now: Timestamp) -> String {
        let place = proposal.place[language]
        return switch proposal.answer {
        case .open where now < proposal.until:
            pick(
                "\(place), may answer until \(clockMinutes(proposal.until))",
                "\(place)，\(clockMinutes(proposal.until)) 前答复")
        case .open: pick("\(place), lapsed", "\(place)，已失效")
        case .accepted: pick("\(place), accepted", "\(place)，已接受")
        case .declined: pick("\(place), declined", "\(place)，已谢绝")
        }
    }
    /// Where a unit agreed to stand, in its row.
    package func stands(at place: Place) -> String { "→ \(place[language])" }
    /// What stands before that.
    package var standingLabel: String { pick("asked to stand", "驻点建议") }
}
