import Districts
import Formats
import Foundation
import Reports
import SimulationKit
import Wording

/// A log's own figures beside the simulated ones.
struct FitComparison {
    let fit: DistrictFit
    let result: StaffingResult
    let words: Words

    private var rows: [(measure: StaffingMeasure, recorded: Double, simulated: Interval95)] {
        result.measures.compactMap { measure in
            guard let recorded = fit.recorded.values[measure], let simulated = result[measure] else {
                return nil
            }
            return (measure, recorded, simulated)
        }
    }

    var lines: [String] {
        let text = StaffingWords(words)
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

    var json: String {
        let rows = rows.map { row in
            "{\"measure\":\(SimulatedJSON.text(row.measure.id)),"
                + "\"recorded\":\(SimulatedJSON.number(row.recorded)),"
                + "\"simulated\":\(SimulatedJSON.number(row.simulated.mean)),"
                + "\"halfWidth95\":\(SimulatedJSON.number(row.simulated.halfWidth))}"
        }
        return "[\(rows.joined(separator: ",\n"))]"
    }
}
