import DispatchModel
import Districts
import Formats
import Foundation
import SimulationKit
import Wording

/// What a simulated district gave, as tables for people and as JSON.
package struct StaffingReport {
    let job: StaffingJob
    let result: StaffingResult
    private let text: StaffingWords
    private var words: Words { text.words }

    /// A report in the language of its words.
    package init(job: StaffingJob, result: StaffingResult, words: Words) {
        self.job = job
        self.result = result
        text = StaffingWords(words, of: job.simulation.model)
    }

    private var model: DistrictModel { job.simulation.model }

    /// The formulas on the same load, each sending binding a unit as long as was measured.
    var formula: StaffingFormula {
        StaffingFormula(model, busySeconds: result[StaffingMeasure(.busyTime, .mean)]?.mean ?? 1800)
    }

    /// The tables.
    package var lines: [String] {
        let parts: [[String]] = [[heading], answers, beats, units, quick, others, check]
        return Array(parts.joined(separator: [""]))
    }

    private var heading: String {
        let name = words.pick(model.name.english, model.name.chinese)
        return words.pick(
            "\(name): \(job.days) days, \(job.replications) replications, seed \(job.seed); "
                + "\(text.rule(job.simulation.rule)). Figures ± half the 95 % interval.",
            "\(name)：\(job.days) 天 × \(job.replications) 次，种子 \(job.seed)；\(text.rule(job.simulation.rule))。± 为 95% 区间半宽。"
        )
    }

    private func cell(_ measure: StaffingMeasure) -> String { text.interval(measure, result[measure]) }

    private func cells(
        _ figures: [(StaffingMeasure.Subject, StaffingMeasure.Statistic)], _ part: StaffingMeasure.Part
    ) -> [String] {
        figures.map { cell(StaffingMeasure($0.0, $0.1, part)) }
    }

    private var answers: [String] {
        let heads = [
            words.pick("call to arrival", "接警至到场"), words.pick("mean", "平均"), words.pick("median", "中位数"),
            words.pick("nine in ten", "九成"),
            words.pick("had to wait", "需等待"), words.pick("mean wait", "平均等待"), words.pick("past deadline", "等待超时"),
        ]
        let figures: [(StaffingMeasure.Subject, StaffingMeasure.Statistic)] = [
            (.response, .mean), (.response, .p50), (.response, .p90), (.queued, .share), (.wait, .mean),
            (.missedWait, .share),
        ]
        let parts: [StaffingMeasure.Part] = [.all] + Priority.allCases.map { .priority($0) }
        let rows = parts.filter { result[StaffingMeasure(.response, .mean, $0)] != nil }
            .map { [text.part($0)] + cells(figures, $0) }
        return TextTable(rows: [heads] + rows).lines
    }

    private var beats: [String] {
        let heads = [
            words.pick("beat", "巡区"), words.pick("median", "中位数"), words.pick("nine in ten", "九成"),
            words.pick("own unit free", "有本区空闲单元"),
        ]
        let rows = model.beats.map { beat in
            ["\(beat.code) \(words.pick(beat.name.english, beat.name.chinese))"]
                + cells([(.response, .p50), (.response, .p90), (.covered, .share)], .beat(beat.code))
        }
        return TextTable(rows: [heads] + rows).lines
    }

    private var units: [String] {
        let kinds = UnitKind.allCases.filter { kind in model.units.contains { $0.kind == kind } }
        let heads = [
            words.pick("units", "警力"), words.pick("roster", "编制"), words.pick("busy", "忙碌占比"),
            words.pick("most busy", "最忙单元"),
        ]
        let rows = kinds.map { kind in
            [
                text.part(.kind(kind)), "\(model.units.count { $0.kind == kind })",
                cell(StaffingMeasure(.utilisation, .share, .kind(kind))), busiest(kind),
            ]
        }
        let all = [
            text.part(.all), "\(model.units.count)", cell(StaffingMeasure(.utilisation, .share)), "",
        ]
        return TextTable(rows: [heads, all] + rows).lines
    }

    private func busiest(_ kind: UnitKind) -> String {
        let loads = model.units.filter { $0.kind == kind }.compactMap { unit in
            result[StaffingMeasure(.utilisation, .share, .unit(unit.callsign))].map { (unit.callsign, $0.mean) }
        }
        guard let most = loads.max(by: { $0.1 < $1.1 }) else { return "" }
        return "\(most.0) " + String(format: "%.0f %%", most.1 * 100)
    }

    private var quick: [String] {
        let heads = [words.pick("quick response", "快反")] + model.tiers.map { text.part(.tier($0)) }
        let sent =
            [words.pick("first unit there after sending", "派警后首个单元到场")]
            + model.tiers.map { cell(StaffingMeasure(.tier, .share, .tier($0))) }
        let reach =
            [words.pick("beats a free unit reaches", "空闲单元可及巡区")]
            + model.tiers.map { cell(StaffingMeasure(.reached, .share, .tier($0))) }
        let circles = result.measures.filter { if case .circle = $0.part { true } else { false } }.map { measure in
            [
                words.pick("circle \(text.part(measure.part)) has its unit", "快反圈 \(text.part(measure.part)) 有备勤单元"),
                cell(measure),
            ]
        }
        return TextTable(rows: [heads, sent, reach] + circles).lines
    }

    private var others: [String] {
        let measures = result.measures.filter { measure in
            switch measure.statistic {
            case .perDay: (result[measure]?.mean ?? 0) > 0
            default: [.crossBeat, .missedTurnout, .missedTravel, .busyTime].contains(measure.subject)
            }
        }
        return TextTable(rows: [[words.pick("further", "其他"), ""]] + measures.map { [text.name($0), cell($0)] }).lines
    }

    private var check: [String] {
        let formula = formula
        let busy = result[StaffingMeasure(.utilisation, .share)]?.mean ?? .nan
        let queued = result[StaffingMeasure(.queued, .share)]?.mean ?? .nan
        func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }
        let onDuty = String(format: "%.1f", formula.unitsOnDuty)
        return [
            words.pick(
                "Check by Erlang's and Cobham's formulas, hour by hour, if any of the \(onDuty) units on duty did any work: "
                    + "busy \(percent(formula.utilisation)) (simulated \(percent(busy))), "
                    + "had to wait \(percent(formula.queued)) (simulated \(percent(queued))).",
                "按 Erlang 与 Cobham 公式逐时校核（假定在岗 \(onDuty) 个单元互可替代）：忙碌 \(percent(formula.utilisation))"
                    + "（仿真 \(percent(busy))），需等待 \(percent(formula.queued))（仿真 \(percent(queued))）。")
        ]
    }

    // MARK: JSON

    /// Everything, on one line.
    package var json: String {
        let measures = result.measures.map { measure in
            "\(SimulatedJSON.text(measure.id)):\(Self.json(result[measure]))"
        }
        let formula = formula
        let waits = formula.meanWaits.map(SimulatedJSON.number).joined(separator: ",")
        return "{\"model\":\(SimulatedJSON.text(model.id)),\"days\":\(job.days),\"replications\":\(job.replications),"
            + "\"seed\":\(job.seed),\"rule\":\(SimulatedJSON.text(job.simulation.rule.choice.rawValue)),"
            + "\"preempts\":\(job.simulation.rule.preempts),\"measures\":{\(measures.joined(separator: ","))},"
            + "\"formula\":{\"unitsAskedPerDay\":\(SimulatedJSON.number(formula.unitsAskedPerDay)),"
            + "\"unitsOnDuty\":\(SimulatedJSON.number(formula.unitsOnDuty)),"
            + "\"utilisation\":\(SimulatedJSON.number(formula.utilisation)),"
            + "\"queued\":\(SimulatedJSON.number(formula.queued)),\"meanWaits\":[\(waits)]}}"
    }

    /// A value with its interval.
    static func json(_ interval: Interval95?) -> String {
        guard let interval else { return "null" }
        return "{\"value\":\(SimulatedJSON.number(interval.mean)),"
            + "\"halfWidth95\":\(SimulatedJSON.number(interval.halfWidth))}"
    }
}
