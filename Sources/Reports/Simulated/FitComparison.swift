import Districts
import Formats
import Foundation
import SimulationKit
import Wording

/// A log's own figures beside the simulated ones.
package struct FitComparison {
    let model: DistrictModel
    let recorded: RecordedFigures
    let result: StaffingResult
    let words: Words

    /// A comparison in the language of its words.
    package init(of model: DistrictModel, recorded: RecordedFigures, result: StaffingResult, words: Words) {
        self.model = model
        self.recorded = recorded
        self.result = result
        self.words = words
    }

    private var rows: [(measure: StaffingMeasure, recorded: Double, simulated: Interval95)] {
        result.measures.compactMap { measure in
            guard let recorded = self.recorded.values[measure], let simulated = result[measure] else {
                return nil
            }
            return (measure, recorded, simulated)
        }
    }

    /// The table.
    package var lines: [String] {
        let text = StaffingWords(words, of: model)
        let heads = [
            words.pick("figure", "指标"), words.pick("recorded", "记录值"), words.pick("simulated", "仿真值"),
            words.pick("difference", "差异"),
        ]
        let body = rows.map { row in
            let off =
                row.recorded == 0 ? "–" : String(format: "%+.1f %%", (row.simulated.mean / row.recorded - 1) * 100)
            return [
                text.name(row.measure), text.value(row.measure, row.recorded),
                text.interval(row.measure, row.simulated), off,
            ]
        }
        return TextTable(rows: [heads] + body).lines
    }

    /// Past this a time is told to be off: half as much again or less than two thirds, and more than two minutes, of what
    /// thirty calls and more say.
    private static let told = (factor: 1.5, seconds: 120.0, arrivals: 30)
    /// Past this nine in ten of all calls, the model is none of this district.
    private static let refused = 2.0

    private func factor(_ measure: StaffingMeasure) -> Double? {
        guard let own = recorded.values[measure], let simulated = result[measure]?.mean, own > 0, simulated > 0 else {
            return nil
        }
        return max(own / simulated, simulated / own)
    }

    /// The parts whose nine-in-ten response is off past the stated limit, a line each, the worst first.
    package var warnings: [String] {
        let text = StaffingWords(words, of: model)
        let off = rows.filter { row in
            guard row.measure.subject == .response, row.measure.statistic == .p90 else { return false }
            return abs(row.recorded - row.simulated.mean) > Self.told.seconds
                && (factor(row.measure) ?? 1) > Self.told.factor
                && recorded.arrivals[row.measure.part] ?? 0 >= Self.told.arrivals
        }
        return off.sorted { (factor($0.measure) ?? 1) > (factor($1.measure) ?? 1) }.map { row in
            let values = (text.value(row.measure, row.recorded), text.value(row.measure, row.simulated.mean))
            return words.pick(
                "\(text.name(row.measure)): \(values.0) recorded, \(values.1) simulated: past the limit of "
                    + "a half more or a third less",
                "\(text.name(row.measure))：记录 \(values.0)，仿真 \(values.1)，超出限值（多一半或少三分之一）")
        }
    }

    /// Why the model is not to be used at all; nil when it may be.
    package var refusal: (english: String, chinese: String)? {
        guard let factor = factor(StaffingMeasure(.response, .p90)), factor > Self.refused else { return nil }
        return (
            "nine in ten of all calls are off by more than twice: the model does not stand for this log",
            "全部警情九成响应时间相差两倍以上：该模型不能代表此记录"
        )
    }

    /// A list of measures, a line each.
    package var json: String {
        let rows = rows.map { row in
            "{\"measure\":\(SimulatedJSON.text(row.measure.id)),"
                + "\"recorded\":\(SimulatedJSON.number(row.recorded)),"
                + "\"simulated\":\(SimulatedJSON.number(row.simulated.mean)),"
                + "\"halfWidth95\":\(SimulatedJSON.number(row.simulated.halfWidth))}"
        }
        return "[\(rows.joined(separator: ",\n"))]"
    }
}
