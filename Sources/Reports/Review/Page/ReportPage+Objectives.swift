import DispatchModel
import Drills
import Wording

extension ReportPage {
    /// Every objective with what was asked, what was reached, and the cases that decided it.
    var objectives: PageSection {
        let columns = [
            words.pick("result", "结果"), words.pick("objective", "目标"), words.pick("asked", "要求"),
            words.pick("reached", "实际"), words.pick("cases inside", "达标例数"),
        ]
        let hasBaseline = debriefing.baseline != nil
        let rows = score.objectives.map { result -> [PageTable.Cell] in
            var cells: [PageTable.Cell] = [
                .verdict(result.outcome.verdict, ReviewWords(words).outcome(result.outcome)),
                .text(ReviewWords(words).text(result.objective.title)),
                .text(ReviewWords(words).demand(result.objective.measure)),
                .text(ReviewWords(words).measured(result.value, result.unit)),
                .text(result.count == 0 ? "–" : "\(result.good) / \(result.count)"),
            ]
            if hasBaseline { cells.append(baselineCell(result.objective.id)) }
            return cells
        }
        let last = hasBaseline ? [words.pick("automatic dispatcher", "自动调度")] : []
        var blocks: [PageBlock] = [.table(PageTable(columns: columns + last, numeric: [3, 4], rows: rows))]
        if rows.isEmpty { blocks = [.note(words.pick("The scenario sets no objectives.", "该情景未设目标。"))] }
        blocks += score.objectives.filter { !$0.evidence.isEmpty }.flatMap { evidence(of: $0) }
        return PageSection(words.pick("Objectives", "目标"), blocks)
    }

    private func baselineCell(_ id: String) -> PageTable.Cell {
        guard let result = debriefing.baseline?.objectives.first(where: { $0.objective.id == id }) else {
            return .text("–")
        }
        return .verdict(result.outcome.verdict, ReviewWords(words).measured(result.value, result.unit))
    }

    /// The cases behind an objective. The worst of a missed one stand open: they are what the class talks about.
    private func evidence(of result: ObjectiveResult) -> [PageBlock] {
        let title = ReviewWords(words).text(result.objective.title)
        let table = PageTable(
            columns: [
                words.pick("inside", "达标"), words.pick("case", "事例"), words.pick("from", "起"),
                words.pick("to", "止"), words.pick("took", "用时"), words.pick("journal", "日志位置"),
            ], numeric: [2, 3, 4], rows: result.evidence.map(row))
        let all = PageBlock.folded(words.pick("Evidence: \(title)", "依据：\(title)"), [.table(table)])
        let worst = result.evidence.filter { !$0.isGood }.prefix(Self.worstShown)
        guard result.outcome == .missed, !worst.isEmpty else { return [all] }
        var open = table
        open.caption = words.pick("Why it was missed: \(title)", "未达到的原因：\(title)")
        open.rows = worst.map(row)
        return [.table(open)] + (worst.count < result.evidence.count ? [all] : [])
    }

    /// How many cases of a missed objective stand open.
    static let worstShown = 5

    private func row(_ evidence: ObjectiveEvidence) -> [PageTable.Cell] {
        var subject = [evidence.incident.map(name), evidence.unit.map { words.callsign($0, on: debriefing.board) }]
        subject.append(
            evidence.inject.flatMap { debriefing.play.scenario.inject($0) }.map { ReviewWords(words).text($0.title) })
        let never = words.pick("not by the end", "至结束未到")
        let inside = words.pick(evidence.isGood ? "yes" : "no", evidence.isGood ? "是" : "否")
        return [
            .verdict(evidence.isGood ? .met : .missed, inside),
            .text(words.list(subject.compactMap { $0 })), .text(words.clock(evidence.from)),
            .text(evidence.to.map { words.clock($0) } ?? never), .text(words.duration(evidence.took)),
            .text(evidence.positions.map { "\($0)" }.joined(separator: ", ")),
        ]
    }
}

extension ObjectiveResult.Outcome {
    /// The verdict that the page shows.
    var verdict: PageVerdict {
        switch self {
        case .met: .met
        case .missed: .missed
        case .notMeasured: .open
        }
    }
}
