import DispatchModel
import Drills
import Wording

extension ReportPage {
    /// How many units were left to send, over time: in all, by tier of the response circle, and by beat.
    var coverage: PageSection? {
        guard score.coverage.count > 1 else { return nil }
        var blocks: [PageBlock] = [.charts([freeChart, waitingChart])]
        let tiers = debriefing.freeByTier.map { (ReviewWords(words).tier($0.minutes), $0.series) }
        if !tiers.isEmpty {
            blocks.append(.heading(words.pick("By tier of the response circle", "按快反圈")))
            blocks.append(.multiples(multiples(tiers)))
        }
        let beats = debriefing.freeByBeat.map { (words.beat($0.beat, on: debriefing.board), $0.series) }
        if !beats.isEmpty {
            blocks.append(.heading(words.pick("By beat", "按巡区")))
            blocks.append(.multiples(multiples(Array(thinnest(beats)))))
            if beats.count > Self.beatLimit {
                blocks.append(.note(ReviewWords(words).onlyBeats(Self.beatLimit, of: beats.count)))
            }
        }
        if !(tiers + beats).isEmpty { blocks.append(uncovered(tiers + beats)) }
        return PageSection(words.pick("Coverage", "警力覆盖"), blocks)
    }

    /// The most beats drawn.
    static let beatLimit = 12

    /// The beats that were bare for the longest, in the order of their names.
    private func thinnest(_ beats: [(name: String, series: FreeSeries)]) -> [(name: String, series: FreeSeries)] {
        guard beats.count > Self.beatLimit else { return beats }
        let chosen = Set(
            beats.sorted { $0.series.shareWithout > $1.series.shareWithout }.prefix(Self.beatLimit).map(\.name))
        return beats.filter { chosen.contains($0.name) }
    }

    private var freeChart: Chart {
        var layers: [ChartLayer] = []
        if let baseline = debriefing.baseline {
            layers.append(
                ChartLayer(
                    ReviewWords(words).automatic, .steps(steps(baseline) { $0.free }), colour: .vermillion, dash: 1))
        }
        layers.append(ChartLayer(debriefing.player(words), .steps(steps(score) { $0.free }), colour: .blue))
        let limits = score.objectives.compactMap { result -> Int? in
            guard case .coverage(let free, _, "", _) = result.objective.measure else { return nil }
            return free
        }
        for limit in Set(limits).sorted() {
            let name = words.pick("objective: \(limit)", "目标：\(limit)")
            layers.append(ChartLayer(name, .atY(Double(limit)), colour: .ink))
        }
        return Chart(
            words.pick("Units free to be sent", "可派单元"), x: Axis(scale: .clock),
            y: Axis(words.pick("units", "单元"), scale: .count, lower: 0), layers: layers)
    }

    private var waitingChart: Chart {
        var layers = [
            ChartLayer(
                words.pick("all, \(debriefing.player(words))", "全部，\(debriefing.player(words))"),
                .steps(steps(score) { $0.waiting }), colour: .blue),
            ChartLayer(
                words.pick("P1, \(debriefing.player(words))", "一级，\(debriefing.player(words))"),
                .steps(steps(score) { $0.waitingP1 }), colour: .vermillion),
        ]
        if let baseline = debriefing.baseline {
            let name = words.pick("all, \(ReviewWords(words).automatic)", "全部，\(ReviewWords(words).automatic)")
            layers.insert(
                ChartLayer(name, .steps(steps(baseline) { $0.waiting }), colour: .green, dash: 1), at: 0)
        }
        return Chart(
            words.pick("Incidents waiting for a unit", "待派警情"), x: Axis(scale: .clock),
            y: Axis(words.pick("incidents", "警情"), scale: .count, lower: 0), layers: layers)
    }

    /// A number over time, from the drill's beginning to its end.
    private func steps(_ score: DrillScore, _ value: (CoveragePoint) -> Int) -> [PlotPoint] {
        var points = score.coverage.map { PlotPoint(local($0.at), Double(value($0))) }
        if let last = points.last { points.append(PlotPoint(local(score.end), last.y)) }
        return points
    }

    private func multiples(_ groups: [(name: String, series: FreeSeries)]) -> [Chart] {
        Chart.sharingAxes(
            groups.map { group in
                var points = group.series.counts.map { PlotPoint(local($0.at), Double($0.free)) }
                if let last = points.last { points.append(PlotPoint(local(score.end), last.y)) }
                return Chart(
                    group.name,
                    summary: words.pick(
                        "\(group.series.units) units, none free for \(ReviewWords(words).tenths(group.series.shareWithout * 100)) %",
                        "\(group.series.units) 个单元，无人待命占 \(ReviewWords(words).tenths(group.series.shareWithout * 100))%"
                    ),
                    x: Axis(scale: .clock), y: Axis(scale: .count, lower: 0), layers: [ChartLayer("", .steps(points))],
                    width: 360,
                    height: 150)
            })
    }

    private func uncovered(_ groups: [(name: String, series: FreeSeries)]) -> PageBlock {
        let table = PageTable(
            columns: [
                words.pick("where", "范围"), words.pick("units", "单元"), words.pick("time with none free", "无人待命时间"),
            ], numeric: [1, 2],
            rows: groups.sorted { $0.series.shareWithout > $1.series.shareWithout }.map {
                [
                    .text($0.name), .text("\($0.series.units)"),
                    .text(ReviewWords(words).measured($0.series.shareWithout * 100, .percent)),
                ]
            })
        return .folded(words.pick("How long each stood bare", "各处无人待命的时间"), [.table(table)])
    }
}
