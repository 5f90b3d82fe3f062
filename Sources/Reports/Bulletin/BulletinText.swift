import DispatchModel
import DispatchPolicy
import Formats
import Wording

extension Bulletin {
    /// The bulletin as lines for people. Text from outside is made safe for a terminal.
    package func text(words: Words) -> String {
        let say = BulletinWords(words: words, bulletin: self)
        var lines = isExercise ? [words.mode(.exercise)] : []
        lines += [say.title + (title.isEmpty ? "" : " · \(title)"), say.days] + say.doubts
        lines += ["", "\(words.title(of: profile)) (\(profile.name))"]
        lines.append("\(say.callsHead) \(say.calls(total)) (\(say.callsChange(total)))")
        lines += totals(say)
        lines += ["", say.ranking]
        for grouping in BulletinGrouping.allCases { lines += part(grouping, say) }
        return lines.map(Sanitiser.visible).joined(separator: "\n")
    }

    /// Every measure with all its limits.
    private func totals(_ say: BulletinWords) -> [String] {
        let rows = zip(total.measures, total.measuresBefore).map { now, before in
            let limits = zip(now.limits, before.limits).map { limit, old in
                let change = say.change(limit, old)
                return "≤\(say.words.limit(limit.limit.within)) \(say.share(limit))"
                    + (change.isEmpty ? "" : " (\(change))")
            }
            return [say.words.measureShort(now.target.measure)] + limits
        }
        return TextTable(heading: [], rows: rows, numeric: [], indent: 2).lines.filter { !$0.isEmpty }
    }

    private func part(_ grouping: BulletinGrouping, _ say: BulletinWords) -> [String] {
        if grouping == .station, !knowsStations { return ["", say.heading(.station), "  " + say.noStations] }
        guard let groups = groups[grouping], !groups.isEmpty else { return [] }
        let table = summary(groups, grouping, say)
        return ["", say.heading(grouping)]
            + TextTable(
                heading: table.heading, rows: table.rows, numeric: table.numeric, indent: 2
            ).lines
    }

    /// A line a group: rank, name, calls, each measure at its most telling limit, and the change of what is ranked.
    func summary(
        _ groups: [BulletinGroup], _ grouping: BulletinGrouping, _ say: BulletinWords
    ) -> (heading: [String], rows: [[String]], numeric: Set<Int>) {
        let isRanked = grouping.isRanked
        let ranks = isRanked ? [say.rankHead, say.rankBeforeHead] : []
        let heading =
            ranks + [say.nameHead, say.callsHead, say.changeHead] + profile.targets.map(say.key) + [say.pointsHead]
        let rows = groups.map { group in
            (isRanked ? [say.rank(group.rank), say.rank(group.rankBefore)] : [])
                + [say.name(group, grouping), say.calls(group), say.callsChange(group)]
                + group.measures.map { say.share($0.limits[Self.keyLimit($0.target)]) }
                + [
                    say.change(
                        group.measures[ranking.measure].limits[ranking.limit],
                        group.measuresBefore[ranking.measure].limits[ranking.limit])
                ]
        }
        let name = ranks.count
        return (heading, rows, Set(0..<heading.count).subtracting([name]))
    }
}
