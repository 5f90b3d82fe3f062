import Foundation
import SimulationKit
import Wording

/// A load to be staffed: times in hours.
package struct StaffingPlan {
    private let callsPerHour: Double
    private let serviceHours: Double
    private let withinHours: Double
    private let share: Double
    private let shares: [Double]

    /// Calls an hour, each of which binds a unit so long; so great a share of them shall wait no longer than `withinHours`.
    /// `shares` are those of the priorities, the highest first.
    package init(
        callsPerHour: Double, serviceHours: Double, withinHours: Double, share: Double, shares: [Double]
    ) {
        (self.callsPerHour, self.serviceHours, self.withinHours) = (callsPerHour, serviceHours, withinHours)
        (self.share, self.shares) = (share, shares)
    }

    /// What a number of units gives.
    package struct Answer {
        var units: Int
        var line: WaitingLine
        var waits: [Double]
        var waitExceeds: Double

        /// The priorities, counted from 1, whose lines grow without end.
        var saturated: [Int] { waits.indices.filter { waits[$0] == .infinity }.map { $0 + 1 } }
    }

    private func line(_ units: Int) -> WaitingLine {
        WaitingLine(arrivalRate: callsPerHour, serviceRate: 1 / serviceHours, servers: units)
    }

    /// The least units that meet the target.
    package var needed: Int? {
        Erlang.leastServers(load: callsPerHour * serviceHours) { line($0).waitExceeds(withinHours) <= 1 - share }
    }

    /// What so many units give.
    package func answer(_ units: Int) -> Answer {
        let line = line(units)
        let priorities = PriorityLine(
            arrivalRates: shares.map { $0 * callsPerHour }, serviceRate: 1 / serviceHours, servers: units)
        return Answer(
            units: units, line: line, waits: priorities.meanWaits, waitExceeds: line.waitExceeds(withinHours))
    }

    /// The answers, on one line.
    package func json(_ answers: [Answer]) -> String {
        let parts = answers.map { answer in
            let waits = answer.waits.map { SimulatedJSON.number($0 * 60) }.joined(separator: ",")
            return "{\"units\":\(answer.units),\"utilisation\":\(SimulatedJSON.number(answer.line.utilisation)),"
                + "\"waitProbability\":\(SimulatedJSON.number(answer.line.waitProbability)),"
                + "\"meanWaitMinutes\":\(SimulatedJSON.number(answer.line.meanWait * 60)),"
                + "\"meanWaitMinutesByPriority\":[\(waits)],\"saturatedPriorities\":\(answer.saturated),"
                + "\"waitsTooLong\":\(SimulatedJSON.number(answer.waitExceeds))}"
        }
        return "{\"load\":\(SimulatedJSON.number(callsPerHour * serviceHours)),"
            + "\"unitsNeeded\":\(needed.map(String.init) ?? "null"),\"answers\":[\(parts.joined(separator: ","))]}"
    }

    /// The answers in sentences, a line each.
    package func table(_ answers: [Answer], _ words: Words) -> [String] {
        let percent = String(format: "%g", share * 100)
        let minutes = String(format: "%g", withinHours * 60)
        var lines = [
            words.pick(
                String(format: "Load %.2f units busy on average.", callsPerHour * serviceHours),
                String(format: "平均占用警力 %.2f。", callsPerHour * serviceHours))
        ]
        lines += answers.flatMap { describe($0, words) }
        if let needed {
            lines.append(
                words.pick(
                    "\(needed) units are needed so that \(percent) in 100 calls wait at most \(minutes) min.",
                    "要使每 100 起警情中 \(percent) 起等待不超过 \(minutes) 分钟，需要 \(needed) 个警力单元。"))
        }
        lines.append(
            words.pick(
                "By Erlang's and Cobham's formulas: Poisson calls, exponential service, any unit serves any call.",
                "依据 Erlang 与 Cobham 公式：泊松到达、指数服务时长、任一单元可处置任一警情。"))
        return lines
    }

    private func describe(_ answer: Answer, _ words: Words) -> [String] {
        let (units, saturated) = (answer.units, answer.saturated)
        guard saturated.count < answer.waits.count else {
            return [words.pick("\(units) units: too few, the line grows without end.", "\(units) 个单元：不足，等待队列无限增长。")]
        }
        let several = answer.waits.count > 1
        let mean = answer.waits.enumerated().map { index, wait in
            (several ? "P\(index + 1) " : "")
                + (wait == .infinity ? words.pick("without end", "无限增长") : String(format: "%.2f", wait * 60))
        }
        if !saturated.isEmpty {
            let names = saturated.map { "P\($0)" }.joined(separator: ", ")
            return [
                words.pick(
                    "\(units) units: too few for all, busy 100 %; the line of \(names) grows without end, "
                        + "mean wait \(mean.joined(separator: ", ")) min.",
                    "\(units) 个单元：不足以承担全部，忙碌 100%；\(names) 队列无限增长，平均等待 \(mean.joined(separator: "、")) 分钟。")
            ]
        }
        let busy = String(format: "%.1f", answer.line.utilisation * 100)
        let waiting = String(format: "%.2f", answer.line.waitProbability * 100)
        let late = String(format: "%.2f", answer.waitExceeds * 100)
        return [
            words.pick(
                "\(units) units: busy \(busy) %, calls that wait \(waiting) %, "
                    + "mean wait \(mean.joined(separator: ", ")) min, wait too long \(late) %.",
                "\(units) 个单元：忙碌 \(busy)%，需等待 \(waiting)%，"
                    + "平均等待 \(mean.joined(separator: "、")) 分钟，等待过久 \(late)%。")
        ]
    }
}
