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
    /// What the hatching of a cell means.
    package func thinCells(_ times: Int) -> String {
        pick("hatched: seen less than \(times) times", "阴影：观测不足 \(times) 次")
    }
    /// The heading over the next hours.
    package var nextHoursTitle: String { pick("next hours, 80 % band", "未来数小时（80% 区间）") }
    /// Nothing is known yet.
    package var noDemandYet: String { pick("no whole hour is known yet", "尚无完整一小时的数据") }
    /// The heading over the hot beats.
    package func hotTitle(hours: Int) -> String { pick("hot beats, last \(hours) h", "热点巡区（最近 \(hours) 小时）") }
    /// No beat stands out.
    package var noHotBeats: String { pick("none beyond chance", "无（均在偶然范围内）") }
    /// A hot beat.
    package func hotBeat(_ code: String, calls: Int, expected: Int) -> String {
        pick("\(code)  \(calls), usually \(expected)", "\(code)  \(calls) 起，平时 \(expected)")
    }
    /// The heading over where to stand.
    package func standTitle(covered: Int, gap: String) -> String {
        pick(
            "where to stand: \(covered) % of calls in reach, at most \(gap) % from the best",
            "驻点建议：\(covered)% 警情可及时到达，距最优不超过 \(gap)%")
    }
    /// Nobody is free, too little is known, or everybody stands well.
    package var nobodyToStand: String {
        pick(
            "nobody to move: no free unit, less than a day of calls, or all stand well",
            "无需调整：没有空闲警力、数据不足一天，或部署已合理")
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
        switch proposal.answer {
        case .open where now < proposal.until:
            pick(
                "\(proposal.place.text), may answer until \(clockMinutes(proposal.until))",
                "\(proposal.place.text)，\(clockMinutes(proposal.until)) 前答复")
        case .open: pick("\(proposal.place.text), lapsed", "\(proposal.place.text)，已失效")
        case .accepted: pick("\(proposal.place.text), accepted", "\(proposal.place.text)，已接受")
        case .declined: pick("\(proposal.place.text), declined", "\(proposal.place.text)，已谢绝")
        }
    }
    /// What stands before that.
    package var standingLabel: String { pick("asked to stand", "驻点建议") }
}
