import DispatchModel
import TerminalKit
import Themes
import Wording

extension DetailRoom {
    /// Everything there is to say of a unit but its timeline.
    func facts(of unit: FieldUnit, columns: Int, in frame: Frame) -> [RichText] {
        let words = frame.words
        let look = frame.age(of: unit)
        var lines = [
            RichText("\(frame.shape(unit.status)) \(words.status(unit.status)) ", frame.role(unit.status))
                .then(look.text, look.role)
                .then("  \(words.kindInFull(unit.kind))", .textDim)
        ]
        if let over = look.over, let limit = frame.view.limits.deadlines.status[unit.status]?.limit {
            lines.append(RichText(words.past(limit, by: over), .ageOverdue))
        }
        if !unit.reason.isEmpty { lines += RichText.fact(words.label(.reason), unit.reason, columns: columns) }
        if let id = unit.incident {
            let task = frame.board.incidents[id].map { words.incident($0, on: frame.board) } ?? words.number(id)
            lines += RichText.fact(words.header(.task).lowercased(), task, columns: columns, role: .textStrong)
        }
        lines += RichText.fact(words.label(.homeBeat), words.beat(unit.homeBeat, on: frame.board), columns: columns)
        if !unit.dutyPoint.text.isEmpty {
            lines += RichText.fact(
                words.header(.dutyPoint).lowercased(), unit.dutyPoint[words.language], columns: columns)
        }
        if let standing = unit.standing {
            lines += RichText.fact(words.standingLabel, words.standing(standing, now: frame.now), columns: columns)
        }
        lines += dutyFacts(of: unit, columns: columns, in: frame)
        if unit.circleMinutes > 0 { lines += circleFact(of: unit, columns: columns, in: frame) }
        lines += positionFact(of: unit, columns: columns, in: frame)
        if !unit.skills.isEmpty {
            lines += RichText.fact(words.label(.skills), words.list(unit.skills.map(words.skill)), columns: columns)
        }
        return lines
    }

    /// By when the crew is to be heard, and what timers are on the unit.
    private func dutyFacts(of unit: FieldUnit, columns: Int, in frame: Frame) -> [RichText] {
        let say = PersonnelWords(frame.words)
        var lines: [RichText] = []
        if let check = unit.check {
            lines += RichText.fact(
                say.checkLabel, say.check(check, now: frame.now), columns: columns,
                role: check.misses > 0 ? .ageOverdue : .text)
        }
        return lines + timerFacts(frame.board.openTimers.filter { $0.unit == unit.id }, columns: columns, in: frame)
    }

    /// Each timer that runs or rings, with what is left of it.
    func timerFacts(_ timers: [DutyTimer], columns: Int, in frame: Frame) -> [RichText] {
        let say = PersonnelWords(frame.words)
        return timers.flatMap { timer in
            RichText.fact(
                say.timerLabel, say.timer(timer, now: frame.now), columns: columns,
                role: timer.due <= frame.now ? .ageOverdue : .text)
        }
    }

    private func circleFact(of unit: FieldUnit, columns: Int, in frame: Frame) -> [RichText] {
        let words = frame.words
        let minutes = words.circle(unit.circleMinutes)
        let state =
            unit.isCircleOpen
            ? "\(words.label(.uncovered)) \(words.age(frame.now - unit.statusSince))" : words.label(.covered)
        return RichText.fact(
            words.header(.circle).lowercased(), "\(minutes) \(frame.glyphs.dot) \(state)", columns: columns,
            role: unit.isCircleOpen ? .coverageOpen : .coverageFull)
    }

    /// Where the unit is, how old that is, and when it was last heard: two ages, told apart.
    private func positionFact(of unit: FieldUnit, columns: Int, in frame: Frame) -> [RichText] {
        let words = frame.words
        var lines: [RichText] = []
        if let known = frame.board.position(of: unit) {
            let point = words.point(known.point)
            if let at = known.at {
                let old = frame.now - at
                let isStale = unit.tracked && old >= frame.view.limits.positionStale
                let age = words.old(old)
                let mark = isStale ? frame.glyphs.warning + " " : ""
                lines += RichText.fact(
                    words.label(.position), "\(mark)\(point), \(age)", columns: columns, role: isStale ? .stale : .text)
            } else {
                lines += RichText.fact(words.label(.position), point, columns: columns)
            }
        }
        if let doubt = frame.board.doubt(about: unit) {
            let since = words.forSoLong(frame.now - doubt.since)
            lines += RichText.fact(
                words.label(.doubtful), "\(frame.glyphs.warning) \(words.doubts(doubt.reasons)), \(since)",
                columns: columns,
                role: .stale)
        }
        guard unit.tracked || frame.board.doubt(about: unit) != nil else { return lines }
        let silent = frame.now - frame.board.lastHeard(from: unit)
        let isStale = silent >= frame.view.limits.deadlines.notHeard.limit
        let ago = words.ago(silent)
        return lines
            + RichText.fact(
                words.header(.heard).lowercased(), (isStale ? frame.glyphs.warning + " " : "") + ago, columns: columns,
                role: isStale ? .stale : .text)
    }
}
