import Demand
import Formats
import Foundation
import Wording

/// What the forecast would have been worth on a history.
package struct BacktestReport {
    /// The figures of all calls.
    package let figures: Backtest
    /// Those of beats, the worst beside the mean of all hours first.
    package let beats: [(code: String, figures: Backtest)]
    private let words: Words

    /// The most beats that are tried, the busiest, and the most hours that are in all.
    private static let limits = (beats: 60, hours: 500_000)
    /// The worst that are told.
    private static let told = 5

    /// Plays a history; nil when it is too short to hold anything out.
    package init?(_ report: DemandReport) {
        guard let figures = Backtest(report.series) else { return nil }
        self.figures = figures
        words = report.words
        let history = report.history
        var tried: [(code: String, figures: Backtest)] = []
        let most = min(Self.limits.beats, max(5, Self.limits.hours / max(1, report.series.hours.count)))
        for (code, _) in history.beatCalls().prefix(most) where !code.isEmpty {
            let number = history.beats.names.firstIndex(of: code)
            let series = HourSeries(history, as: report.kind) { beat, _, _ in beat == number }
            if let figures = Backtest(series) { tried.append((code, figures)) }
        }
        beats = tried.sorted { ($1.figures.error, $0.code) < ($0.figures.error, $1.code) }
    }

    /// What a history must have at least.
    package static func tooShort(_ report: DemandReport) -> (english: String, chinese: String) {
        let hours = report.series.hours.count
        let least = 8 + Backtest.leastHours
        return (
            "\(report.name): \(hours) whole \(hours == 1 ? "hour is" : "hours are") too few to hold any out; \(least) in a row are the least",
            "\(report.name)：仅 \(hours) 个完整小时，不足以留出检验；至少须连续 \(least) 小时"
        )
    }

    /// The figures in words.
    package var lines: [String] {
        let whole = Int((figures.insideWhole * 100).rounded())
        let heads = [words.pick("mean absolute error, calls an hour", "平均绝对误差（起/小时）"), ""]
        let rows = [
            [words.pick("forecast", "预测"), text(figures.error)],
            [words.pick("as the last hour", "同上一小时"), text(figures.errorLastHour)],
            [words.pick("mean of all before", "此前均值"), text(figures.errorFlat)],
        ]
        return [
            words.pick(
                words.count(figures.hours, "hour", "hours", "小时")
                    + " held out, each foretold from those before it; \(figures.learned) learned from",
                "留出 \(figures.hours) 小时，逐时由此前数据预测；\(figures.learned) 小时仅供学习"),
            words.pick(
                "inside the 80 % band: \(percent(figures.inside80)) (edges by the part of their probability that lies within; "
                    + "\(whole) % lie in its whole numbers)",
                "落入 80% 区间：\(percent(figures.inside80))（边界值按概率折算；落入整数区间者 \(whole)%）"),
        ] + TextTable(rows: [heads] + rows).lines + beatLines
    }

    private var beatLines: [String] {
        let worst = beats.prefix(Self.told)
        guard !worst.isEmpty else { return [] }
        let heads = [
            words.pick("beats of the worst errors", "误差最大的巡区"), words.pick("forecast", "预测"),
            words.pick("last hour", "上一小时"), words.pick("mean", "均值"), words.pick("inside", "落入区间"),
        ]
        let rows = worst.map { beat in
            [
                Sanitiser.visible(beat.code), text(beat.figures.error), text(beat.figures.errorLastHour),
                text(beat.figures.errorFlat), percent(beat.figures.inside80),
            ]
        }
        return TextTable(rows: [heads] + rows).lines
    }

    private func text(_ value: Double) -> String { String(format: "%.2f", value) }
    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    /// The figures for scripts: `inside80` is a share from 0 to 1, the rest in calls an hour.
    package var json: String {
        "{\"hours\":\(figures.hours),\"inside80\":\(SimulatedJSON.number(figures.inside80)),"
            + "\"mae\":\(SimulatedJSON.number(figures.error)),"
            + "\"maeLastHour\":\(SimulatedJSON.number(figures.errorLastHour)),"
            + "\"maeFlat\":\(SimulatedJSON.number(figures.errorFlat))}"
    }
}
