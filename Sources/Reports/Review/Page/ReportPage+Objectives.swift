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

extension ReportPage {
    /// What was put in, what was to be done about it, and what was done.
    var injects: PageSection? {
        guard !score.injects.isEmpty else { return nil }
        let columns = [
            words.pick("came", "触发"), words.pick("inject", "注入"), words.pick("expected action", "预期行动"),
            words.pick("what was done", "实际行动"), words.pick("after", "用时"), words.pick("allowed", "时限"),
            words.pick("answer", "结果"), words.pick("evaluator's note", "评估要点"),
        ]
        let shown = score.injects.prefix(Self.injectLimit)
        var blocks: [PageBlock] = [.table(PageTable(columns: columns, numeric: [4, 5], rows: shown.map(row)))]
        if shown.count < score.injects.count {
            blocks.append(
                .note(
                    words.pick(
                        "The first \(shown.count) of \(score.injects.count) injects; the JSON report has them all.",
                        "仅列前 \(shown.count) 条，共 \(score.injects.count) 条；JSON 报告有全部。")))
        }
        return PageSection(words.pick("Injects", "注入"), blocks)
    }

    /// The most injects in the table.
    static let injectLimit = 300

    private func row(_ result: InjectResult) -> [PageTable.Cell] {
        let inject = result.inject
        // An inject without an incident of its own has no actions on it, only the event that answered it.
        let done = (result.actions.isEmpty ? [result.answerPosition].compactMap { $0 } : result.actions)
            .compactMap { debriefing.lines[$0] }
        let subject = result.incident.map { " \(words.number($0))" } ?? ""
        return [
            .text(result.fired.map { words.clock($0) } ?? ReviewWords(words).planned(inject.trigger)),
            .text(ReviewWords(words).text(inject.title) + subject),
            .text(inject.expected.map { ReviewWords(words).text($0.action) } ?? ""),
            .text(done.joined(separator: "; ")), .text(result.delay.map { words.duration($0) } ?? ""),
            .text(inject.expected.map { words.duration($0.within) } ?? ""),
            .verdict(result.outcome.verdict, ReviewWords(words).outcome(result.outcome)),
            .text(ReviewWords(words).text(inject.note)),
        ]
    }

    /// Every deadline that passed, with when somebody looked at it and when it was over.
    var deadlines: PageSection {
        let missed = debriefing.missedDeadlines
        let title = words.pick("Missed deadlines", "超时")
        guard !missed.isEmpty else {
            return PageSection(title, [.paragraph(words.pick("No deadline was missed.", "没有超时。"))])
        }
        let shown = missed.prefix(Self.deadlineLimit)
        let table = PageTable(
            columns: [
                words.pick("passed at", "超时时间"), words.pick("deadline", "时限"), words.pick("limit", "限值"),
                words.pick("about", "对象"), words.pick("answered after", "确认用时"), words.pick("lasted", "持续"),
                words.pick("journal", "日志位置"),
            ], numeric: [0, 2, 4, 5, 6], rows: shown.map(row))
        var blocks: [PageBlock] = [.table(table)]
        if let baseline = debriefing.baseline {
            let count = baseline.missedDeadlines.count
            blocks.insert(
                .paragraph(
                    words.pick(
                        "\(missed.count) missed; the automatic dispatcher missed \(count).",
                        "共超时 \(missed.count) 次；自动调度超时 \(count) 次。")), at: 0)
        }
        if shown.count < missed.count {
            let note = words.pick(
                "The first \(shown.count) of \(missed.count); the JSON report has them all.",
                "仅列前 \(shown.count) 条，共 \(missed.count) 条；JSON 报告有全部。")
            blocks.append(.note(note))
        }
        return PageSection(title, blocks)
    }

    /// The most missed deadlines in the table.
    static let deadlineLimit = 300

    private func row(_ alert: AlertTimes) -> [PageTable.Cell] {
        let about = alert.incident.map(name) ?? alert.unit.map { words.callsign($0, on: debriefing.board) } ?? ""
        let open = words.pick("not by the end", "至结束未")
        return [
            .text(words.clock(alert.raised)), .text(words.kind(alert.kind)),
            .text(alert.limit > 0 ? words.duration(.seconds(alert.limit)) : ""), .text(about),
            .text(alert.acknowledged.map { words.duration($0 - alert.raised) } ?? open),
            .text(alert.cleared.map { words.duration($0 - alert.raised) } ?? open), .text("\(alert.position)"),
        ]
    }
}

extension InjectResult.Outcome {
    /// The verdict that the page shows.
    var verdict: PageVerdict {
        switch self {
        case .inTime: .met
        case .late, .missed: .missed
        case .notFired, .nothingExpected, .open: .open
        }
    }
}
