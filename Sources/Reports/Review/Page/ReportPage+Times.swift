import DispatchModel
import Drills
import Wording

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
