import DispatchModel
import DispatchPolicy
import Wording

extension Bulletin {
    /// The bulletin as a page in one file, to be printed on A4.
    package func html(words: Words) -> String {
        let say = BulletinWords(words: words, bulletin: self)
        var sections = [PageSection(say.totalHeading, overview(say))]
        for grouping in BulletinGrouping.allCases {
            let blocks = blocks(grouping, say)
            if !blocks.isEmpty { sections.append(PageSection(say.heading(grouping), blocks)) }
        }
        let mark = isExercise ? words.mode(.exercise) : isComplete ? "" : words.pick("INCOMPLETE", "未完")
        return HTMLPage(
            say.title + (title.isEmpty ? "" : " · \(title)"), words: words.language == .chinese ? .chinese : .english,
            subtitle: say.days, banner: mark, sections: sections,
            footer: "\(words.title(of: profile)) · \(words.source(of: profile)) · \(words.dateAndClock(now))"
        ).html
    }

    private func overview(_ say: BulletinWords) -> [PageBlock] {
        var facts = [PageFact(say.callsHead, "\(say.calls(total)) (\(say.callsChange(total)))")]
        for (now, before) in zip(total.measures, total.measuresBefore) {
            let place = Self.keyLimit(now.target)
            let change = say.change(now.limits[place], before.limits[place])
            facts.append(
                PageFact(say.key(now.target), say.share(now.limits[place]) + (change.isEmpty ? "" : " (\(change))")))
        }
        var blocks = say.doubts.map(PageBlock.paragraph)
        blocks += [.facts(facts), .table(limits(say)), .note(say.ranking)]
        return blocks
    }

    /// Every measure with all its limits, beside the period before.
    private func limits(_ say: BulletinWords) -> PageTable {
        let count = profile.targets.map(\.limits.count).max() ?? 0
        let rows = zip(total.measures, total.measuresBefore).map { now, before -> [PageTable.Cell] in
            let shares = (0..<count).map { place -> PageTable.Cell in
                guard now.limits.indices.contains(place) else { return .text("") }
                let (limit, old) = (now.limits[place], before.limits[place])
                let change = say.change(limit, old)
                return .text(
                    "≤ \(say.words.limit(limit.limit.within))  \(say.share(limit))"
                        + (change.isEmpty ? "" : " (\(change))"))
            }
            return [.text(say.words.measure(now.target.measure))] + shares
                + [.text("\(now.ended)"), .text("\(now.open)"), .text("\(now.missing + now.backwards)")]
        }
        return PageTable(
            columns: [say.measureHead] + (0..<count).map { _ in "" } + [say.casesHead, say.openHead, say.missingHead],
            numeric: Set(1...(count + 3)), rows: rows)
    }

    private func blocks(_ grouping: BulletinGrouping, _ say: BulletinWords) -> [PageBlock] {
        if grouping == .station, !knowsStations { return [.note(say.noStations)] }
        guard let groups = groups[grouping], !groups.isEmpty else { return [] }
        let table = summary(groups, grouping, say)
        let page = PageTable(
            columns: table.heading, numeric: table.numeric, rows: table.rows.map { $0.map(PageTable.Cell.text) })
        guard grouping.isRanked else { return [.table(page)] }
        return [.table(page), .folded(say.allLimits, [.table(buckets(groups, grouping, say))])]
    }

    /// Each group with every limit of every measure.
    private func buckets(_ groups: [BulletinGroup], _ grouping: BulletinGrouping, _ say: BulletinWords) -> PageTable {
        let heads = profile.targets.flatMap { target in
            target.limits.map { "\(say.words.measureShort(target.measure)) ≤\(say.words.limit($0.within))" }
        }
        let rows = groups.map { group -> [PageTable.Cell] in
            [.text(say.name(group, grouping))]
                + group.measures.flatMap { measure in measure.limits.map { .text(say.share($0)) } }
        }
        return PageTable(columns: [say.nameHead] + heads, numeric: Set(1...max(1, heads.count)), rows: rows)
    }
}
