import DispatchModel
import Drills
import Wording

/// Writes a debriefing as a page that a trainer shows to a class.
struct ReportPage {
    /// What is told.
    let debriefing: Debriefing
    /// In which language, and in which zone times are shown.
    let words: Words

    /// The score.
    var score: DrillScore { debriefing.score }

    /// The page.
    var page: HTMLPage {
        let scenario = ReviewWords(words).text(debriefing.play.scenario.title)
        return HTMLPage(
            words.pick("After-action report: \(scenario)", "讲评报告：\(scenario)"),
            words: words.language == .english ? .english : .chinese, subtitle: ReviewWords(words).identity(debriefing),
            banner: words.mode(.exercise),
            sections: [
                summary, objectives, responseTimes, coverage, injects, deadlines, timeline, decisions, background,
            ].compactMap { $0 },
            footer: words.pick(
                "EXERCISE. Made by Watchfloor from the drill's journal; nothing here is a live incident.",
                "演练。由 Watchfloor 依据演练日志生成；其中没有真实警情。"))
    }

    /// The place of an instant on the charts' time axes: one offset for the whole drill, so that time never jumps back
    /// where daylight saving ends.
    func local(_ time: Timestamp) -> Double {
        Double(time.rawValue) / 1000 + Double(words.zone.secondsEast(score.start))
    }

    /// An incident's number, priority and type.
    func name(_ id: IncidentID) -> String {
        guard let lane = debriefing.incidents.first(where: { $0.incident == id }) else { return words.number(id) }
        return "\(words.number(id)) \(words.priority(lane.priority)) \(words.type(lane.type, on: debriefing.board))"
    }

    /// What the reader should take away.
    private var summary: PageSection {
        let answers = score.answers
        let missed = debriefing.missedDeadlines.count
        var facts = [
            PageFact(
                words.pick("objectives met", "达到的目标"), "\(score.metCount) / \(score.metCount + score.missedCount)",
                verdict: score.missedCount == 0 ? .met : .missed),
            PageFact(words.pick("incidents", "警情"), "\(score.incidents.count { !$0.isMerged })"),
        ]
        if let first = score.priorities.first {
            let value = ReviewWords(words).quantile(first.response.p90)
            facts.append(PageFact("\(words.priority(first.priority)) \(words.pick("response p90", "到场 90 分位"))", value))
        }
        if answers.expected > 0 {
            facts.append(
                PageFact(
                    words.pick("expected actions in time", "及时的预期行动"), "\(answers.inTime) / \(answers.expected)",
                    verdict: answers.inTime == answers.expected ? .met : .missed))
        }
        facts.append(
            PageFact(words.pick("missed deadlines", "超时"), "\(missed)", verdict: missed == 0 ? .met : .missed))
        facts.append(PageFact(words.pick("decisions", "决策"), "\(debriefing.decisions.count)"))
        if score.standing.asked > 0 {
            let say = ReviewWords(words)
            facts.append(PageFact(say.standingFact, say.standingCounts(score.standing)))
        }
        let held = debriefing.play.held
        if held.count > 0 {
            facts.append(
                PageFact(
                    words.pick("clock held by the trainee", "受训者暂停或放慢时钟"),
                    "\(held.count) × · \(words.duration(held.length))"))
        }
        let skipped = debriefing.play.ranAhead
        if skipped > .zero {
            facts.append(
                PageFact(words.pick("run ahead by the trainer, not charged", "导调员快进（不计入）"), words.duration(skipped)))
        }
        if !debriefing.play.keys.isEmpty {
            facts.append(PageFact(words.pick("keys pressed", "按键"), "\(debriefing.play.keys.count)"))
        }
        var blocks: [PageBlock] = [.facts(facts)]
        let purpose = ReviewWords(words).text(debriefing.play.scenario.purpose)
        if !purpose.isEmpty { blocks.append(.paragraph(purpose)) }
        if debriefing.baseline != nil { blocks.append(.note(ReviewWords(words).baselineNote)) }
        blocks += debriefing.play.gaps.map { .note("⚠ \($0)") }
        return PageSection(words.pick("In short", "概要"), blocks)
    }
}

extension ReportPage {
    /// How long incidents waited for a unit to be sent and to arrive, by priority, against the thresholds and the automatic
    /// dispatcher.
    var responseTimes: PageSection? {
        guard !score.priorities.isEmpty else { return nil }
        var blocks: [PageBlock] = [.table(quantiles)]
        for interval in [Objective.Interval.response, .dispatch] {
            let charts = score.priorities.filter { $0.count >= 3 }.map { distribution(interval, $0.priority) }
            guard !charts.isEmpty else { continue }
            blocks.append(.heading(ReviewWords(words).intervalHeading(interval)))
            blocks.append(.charts(Chart.sharingAxes(charts)))
        }
        blocks.append(
            .note(
                words.pick(
                    "A curve shows which share of the incidents had been reached after a time. One that ends below 100 % "
                        + "leaves out incidents that were never reached. Priorities with fewer than 3 incidents have no curve. "
                        + "“never” stands where too many incidents were not reached by the end. An incident that the end of "
                        + "the drill cut off counts against every time that it had lasted longer than, and not otherwise.",
                    "曲线表示在某一用时内已达到的警情比例；末端低于 100% 表示有警情始终未达到。少于 3 起的等级不画曲线。“未达”表示结束时未达到的警情过多。因演练结束而中断的警情，仅对其已超过的用时计为未达，其余不计。"
                )))
        return PageSection(words.pick("Response times", "响应时间"), blocks)
    }

    private var quantiles: PageTable {
        var rows: [[PageTable.Cell]] = []
        for figures in score.priorities {
            rows.append(row(figures, who: debriefing.player(words)))
            if let other = debriefing.baseline?.priorities.first(where: { $0.priority == figures.priority }) {
                rows.append(row(other, who: ReviewWords(words).automatic))
            }
        }
        let shown = PriorityFigure.all(in: .page)
        return PageTable(
            columns: [words.pick("priority", "等级"), words.pick("who", "何人"), words.pick("incidents", "警情")]
                + shown.map { $0.name[words.language] },
            numeric: Set(2...shown.count + 2), rows: rows)
    }

    private func row(_ figures: PriorityFigures, who: String) -> [PageTable.Cell] {
        [.text(words.priority(figures.priority)), .text(who), .text("\(figures.count)")]
            + PriorityFigure.all(in: .page).map { .text($0.text(figures, words)) }
    }

    private func distribution(_ interval: Objective.Interval, _ priority: Priority) -> Chart {
        var series = [PlotSeries(debriefing.player(words), score.seconds(interval, priority))]
        if let baseline = debriefing.baseline {
            series.append(PlotSeries(ReviewWords(words).automatic, baseline.seconds(interval, priority)))
        }
        return .distribution(
            words.priority(priority), summary: ReviewWords(words).interval(interval), of: series,
            x: Axis(ReviewWords(words).interval(interval), scale: .duration), yLabel: words.pick("incidents", "警情比例"),
            thresholds: score.thresholds(interval, priority, words: words))
    }
}

extension Debriefing {
    /// What the trainee is called in legends and tables.
    func player(_ words: Words) -> String {
        play.trainee.isEmpty ? words.pick("trainee", "学员") : play.trainee
    }
}

extension DrillScore {
    /// The times in seconds of the incidents of a priority, nil for all; infinite where the point was never reached.
    func seconds(_ interval: Objective.Interval, _ priority: Priority?) -> [Double] {
        let counted = incidents.filter { !$0.isMerged && (priority == nil || $0.priority == priority) }
        let longest = counted.compactMap { $0.span(interval) }.max() ?? .zero
        return counted.compactMap { incident in
            if let span = incident.span(interval) { return Double(span.milliseconds) / 1000 }
            // One that the end cut off says nothing about times longer than it had lasted.
            return end - incident.received > longest ? .infinity : nil
        }
    }

    /// The limits that objectives set for an interval and a priority.
    func thresholds(_ interval: Objective.Interval, _ priority: Priority?, words: Words) -> [PlotThreshold] {
        var seen: Set<Span> = []
        return objectives.compactMap { result in
            guard case .interval(interval, let filter, let percentile, let limit) = result.objective.measure,
                priority == nil || filter.priorities.isEmpty || filter.priorities.contains(priority ?? .p1),
                seen.insert(limit).inserted
            else { return nil }
            return PlotThreshold("\(percentile)% ≤ \(words.duration(limit))", Double(limit.milliseconds) / 1000)
        }
    }
}
