import Demand
import Formats
import Foundation
import Wording

/// Where to stand, in words and as JSON.
package struct StandingReport {
    private let plan: StandingPlan
    private let minutes: Int
    private let busy: Double
    private let words: Words

    /// The report of a plan with a reach of so many minutes and units busy for a share of their time.
    package init(_ plan: StandingPlan, minutes: Int, busyFraction: Double, words: Words) {
        self.plan = plan
        self.minutes = minutes
        busy = busyFraction
        self.words = words
    }

    /// The posts and what is proven of them.
    package var lines: [String] {
        let units = plan.standings.reduce(0) { $0 + $1.units }
        let heads = [words.pick("units", "警力"), words.pick("stand at", "驻点")]
        let rows = plan.standings.map { ["\($0.units)", Sanitiser.visible($0.place.said(words))] }
        return [
            words.pick(
                "Where \(units) units stand best: \(minutes) min, each busy \(percent(busy)) of its time",
                "\(units) 个单元的最佳驻点：\(minutes) 分钟到达，忙碌率 \(percent(busy))")
        ] + TextTable(rows: [heads] + rows).lines + [
            words.pick(
                "a free unit is expected to reach \(percent(plan.covered)) of the calls in time; no placing reaches more than "
                    + "\(percent(plan.bound)): proven gap \(percent(plan.gap))",
                "预期 \(percent(plan.covered)) 的警情有空闲警力按时到达；任何部署不超过 \(percent(plan.bound))，已证明差距 \(percent(plan.gap))")
        ] + unreachable
    }

    private var unreachable: [String] {
        guard plan.unreachable > 0.0005 else { return [] }
        return [
            words.pick(
                "\(percent(plan.unreachable)) of the calls lie out of reach of every place",
                "\(percent(plan.unreachable)) 的警情不在任何驻点的到达范围内")
        ]
    }

    private func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }

    /// Everything, on one line.
    package var json: String {
        let posts = plan.standings.map { standing in
            "{\"post\":\(SimulatedJSON.text(standing.place.said(words))),\"units\":\(standing.units),"
                + "\"latitude\":\(degrees(standing.place.point.latitudeMicrodegrees)),"
                + "\"longitude\":\(degrees(standing.place.point.longitudeMicrodegrees))}"
        }
        return "{\"posts\":[\(posts.joined(separator: ","))],\"covered\":\(SimulatedJSON.number(plan.covered)),"
            + "\"bound\":\(SimulatedJSON.number(plan.bound)),\"gap\":\(SimulatedJSON.number(plan.gap)),"
            + "\"unreachable\":\(SimulatedJSON.number(plan.unreachable))}"
    }

    private func degrees(_ micro: Int64) -> String { SimulatedJSON.number(Double(micro) / 1_000_000) }
}

extension StandingPlan.Place {
    /// What it is called, or where it lies from what has a name.
    fileprivate func said(_ words: Words) -> String {
        near.map { words.place(near: $0.name, metres: $0.metres, direction: $0.direction) } ?? name
    }
}
