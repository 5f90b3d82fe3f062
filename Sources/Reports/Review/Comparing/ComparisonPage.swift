import DispatchModel
import Drills
import Wording

/// Writes a comparison as a page.
struct ComparisonPage {
    let comparison: DrillComparison
    let words: Words

    /// Every score with its name.
    var columns: [(name: String, score: DrillScore)] { comparison.columns(words) }

    /// The page.
    var page: HTMLPage {
        let play = comparison.debriefings[0].play
        let title = ReviewWords(words).text(play.scenario.title)
        let people = words.list(comparison.names)
        return HTMLPage(
            words.pick("Comparison: \(title)", "对比讲评：\(title)"),
            words: words.language == .english ? .english : .chinese,
            subtitle: words.pick("\(people) · scenario \(play.scenario.id)", "\(people) · 情景 \(play.scenario.id)"),
            banner: words.mode(.exercise),
            sections: [summary, objectives, times, coverage, injects].compactMap { $0 },
            footer: words.pick(
                "EXERCISE. Made by Watchfloor from the drills' journals; nothing here is a live incident.",
                "演练。由 Watchfloor 依据演练日志生成；其中没有真实警情。"))
    }

    private var summary: PageSection {
        let notes = comparison.warnings(words).map { PageBlock.note("⚠ \($0)") }
        let baseline = comparison.baseline == nil ? [] : [PageBlock.note(ReviewWords(words).baselineNote)]
        let rows = ComparisonFigures(comparison: comparison, words: words).rows
        let table = PageTable(
            columns: [words.pick("measure", "指标")] + columns.map(\.name), numeric: Set(1...columns.count),
            rows: rows.map { row in [.text(row.name)] + row.values.map { .text($0) } })
        return PageSection(words.pick("In short", "概要"), notes + [.table(table)] + baseline)
    }

    private var objectives: PageSection? {
        let all = comparison.debriefings[0].score.objectives
        guard !all.isEmpty else { return nil }
        let rows = all.map { objective -> [PageTable.Cell] in
            let cells = columns.map { column -> PageTable.Cell in
                guard let result = column.score.objectives.first(where: { $0.objective.id == objective.objective.id })
                else { return .text("–") }
                return .verdict(result.outcome.verdict, ReviewWords(words).measured(result.value, result.unit))
            }
            return [
                .text(ReviewWords(words).text(objective.objective.title)),
                .text(ReviewWords(words).demand(objective.objective.measure)),
            ]
                + cells
        }
        let heads = [words.pick("objective", "目标"), words.pick("asked", "要求")] + columns.map(\.name)
        return PageSection(words.pick("Objectives", "目标"), [.table(PageTable(columns: heads, rows: rows))])
    }

    /// One chart a priority, one curve a person.
    private var times: PageSection? {
        let priorities = Set(columns.flatMap { $0.score.priorities.filter { $0.count >= 3 }.map(\.priority) }).sorted()
        guard !priorities.isEmpty else { return nil }
        var blocks: [PageBlock] = []
        for interval in [Objective.Interval.response, .dispatch] {
            let charts = priorities.map { priority in
                Chart.distribution(
                    words.priority(priority), summary: ReviewWords(words).interval(interval),
                    of: columns.map { PlotSeries($0.name, $0.score.seconds(interval, priority)) },
                    x: Axis(ReviewWords(words).interval(interval), scale: .duration),
                    yLabel: words.pick("incidents", "警情比例"),
                    thresholds: columns[0].score.thresholds(interval, priority, words: words))
            }
            blocks += [.heading(ReviewWords(words).intervalHeading(interval)), .charts(Chart.sharingAxes(charts))]
        }
        return PageSection(words.pick("Response times", "响应时间"), blocks)
    }

    /// One chart a person, all over the same ends.
    private var coverage: PageSection? {
        let charts = columns.filter { $0.score.coverage.count > 1 }.map { queue($0.name, $0.score) }
        guard !charts.isEmpty else { return nil }
        return PageSection(words.pick("Coverage and queue", "警力覆盖与待派"), [.charts(Chart.sharingAxes(charts))])
    }

    /// Free units and waiting incidents, counted from the beginning so that all plays lie over each other.
    private func queue(_ name: String, _ score: DrillScore) -> Chart {
        func seconds(_ time: Timestamp) -> Double { Double((time - score.start).milliseconds) / 1000 }
        func steps(_ value: (CoveragePoint) -> Int) -> [PlotPoint] {
            let points = score.coverage.map { PlotPoint(seconds($0.at), Double(value($0))) }
            return points + (points.last.map { [PlotPoint(seconds(score.end), $0.y)] } ?? [])
        }
        return Chart(
            name, x: Axis(words.pick("since the beginning", "自演练开始"), scale: .duration),
            y: Axis(scale: .count, lower: 0),
            layers: [
                ChartLayer(words.pick("units free", "可派单元"), .steps(steps { $0.free }), colour: .blue),
                ChartLayer(
                    words.pick("incidents waiting", "待派警情"), .steps(steps { $0.waiting }), colour: .vermillion, dash: 1),
            ], height: 240)
    }

    private var injects: PageSection? {
        let asked = comparison.debriefings[0].score.injects.filter { $0.inject.expected != nil }.map(\.inject)
        guard !asked.isEmpty else { return nil }
        let rows = asked.prefix(ReportPage.injectLimit).map { inject -> [PageTable.Cell] in
            let cells = columns.map { column -> PageTable.Cell in
                guard let result = column.score.injects.first(where: { $0.inject.id == inject.id }) else {
                    return .text("–")
                }
                let after = result.delay.map { words.duration($0) } ?? ReviewWords(words).outcome(result.outcome)
                return .verdict(result.outcome.verdict, after)
            }
            return [
                .text(ReviewWords(words).text(inject.title)),
                .text(inject.expected.map { ReviewWords(words).text($0.action) } ?? ""),
                .text(inject.expected.map { words.duration($0.within) } ?? ""),
            ] + cells
        }
        let heads = [
            words.pick("inject", "注入"), words.pick("expected action", "预期行动"), words.pick("allowed", "时限"),
        ]
        return PageSection(
            words.pick("Injects: answered after", "注入：应对用时"),
            [.table(PageTable(columns: heads + columns.map(\.name), numeric: [2], rows: Array(rows)))])
    }
}
