import DispatchModel
import TerminalKit
import Themes
import Wording

extension Frame {
    /// Everything there is to say of a unit but its timeline.
    func facts(of unit: FieldUnit, columns: Int) -> [RichText] {
        let look = age(of: unit)
        var lines = [
            RichText("\(shape(unit.status)) \(words.status(unit.status)) ", role(unit.status))
                .then(look.text, look.role)
                .then("  \(words.kindInFull(unit.kind))", .textDim)
        ]
        if let over = look.over, let limit = view.limits.deadlines.status[unit.status]?.limit {
            lines.append(RichText(words.past(limit, by: over), .ageOverdue))
        }
        if !unit.reason.isEmpty { lines += fact(words.label(.reason), unit.reason, columns: columns) }
        if let id = unit.incident {
            let task = board.incidents[id].map { words.incident($0, on: board) } ?? words.number(id)
            lines += fact(words.header(.task).lowercased(), task, columns: columns, role: .textStrong)
        }
        lines += fact(words.label(.homeBeat), words.beat(unit.homeBeat, on: board), columns: columns)
        if !unit.dutyPoint.text.isEmpty {
            lines += fact(words.header(.dutyPoint).lowercased(), unit.dutyPoint.text, columns: columns)
        }
        if unit.circleMinutes > 0 { lines += circleFact(of: unit, columns: columns) }
        lines += positionFact(of: unit, columns: columns)
        if !unit.skills.isEmpty { lines += fact(words.label(.skills), words.list(unit.skills), columns: columns) }
        return lines
    }

    private func circleFact(of unit: FieldUnit, columns: Int) -> [RichText] {
        let minutes = words.circle(unit.circleMinutes)
        let state =
            unit.isFree
            ? words.label(.covered) : "\(words.label(.uncovered)) \(words.age(now - unit.statusSince))"
        return fact(
            words.header(.circle).lowercased(), "\(minutes) \(glyphs.dot) \(state)", columns: columns,
            role: unit.isFree ? .coverageFull : .coverageOpen)
    }

    /// Where the unit is, how old that is, and when it was last heard: two ages, told apart.
    private func positionFact(of unit: FieldUnit, columns: Int) -> [RichText] {
        var lines: [RichText] = []
        if let known = board.position(of: unit) {
            let point = words.point(known.point)
            if let at = known.at {
                let old = now - at
                let isStale = unit.tracked && old >= view.limits.positionStale
                let age = words.old(old)
                let mark = isStale ? glyphs.warning + " " : ""
                lines += fact(
                    words.label(.position), "\(mark)\(point), \(age)", columns: columns, role: isStale ? .stale : .text)
            } else {
                lines += fact(words.label(.position), point, columns: columns)
            }
        }
        if let doubt = board.doubt(about: unit) {
            let since = words.forSoLong(now - doubt.since)
            lines += fact(
                words.label(.doubtful), "\(glyphs.warning) \(words.doubts(doubt.reasons)), \(since)", columns: columns,
                role: .stale)
        }
        guard unit.tracked || board.doubt(about: unit) != nil else { return lines }
        let silent = now - board.lastHeard(from: unit)
        let isStale = silent >= view.limits.deadlines.notHeard.limit
        let ago = words.ago(silent)
        return lines
            + fact(
                words.header(.heard).lowercased(), (isStale ? glyphs.warning + " " : "") + ago, columns: columns,
                role: isStale ? .stale : .text)
    }
}
