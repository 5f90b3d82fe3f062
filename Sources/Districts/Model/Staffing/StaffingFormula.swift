import DispatchModel
import SimulationKit

/// What Erlang's and Cobham's formulas say of a district's load: a check on the simulation, and an answer at once.
///
/// Hour by hour of the week the district is taken as one line whose units do any work (pointwise stationary
/// approximation; Green and Kolesar, "The pointwise stationary approximation for queues with nonstationary arrivals",
/// Management Science 37, 1991): calls come as units asked for, each binds a unit for an exponential time. Distance,
/// kinds, plans of several units and radio are left out, so that the simulation waits longer where these matter.
package struct StaffingFormula: Hashable, Sendable {
    /// Units asked for a day.
    package let unitsAskedPerDay: Double
    /// Mean units on duty over the week.
    package let unitsOnDuty: Double
    /// The share of its time that a unit is busy.
    package let utilisation: Double
    /// The share of the calls for units that wait; 1 in hours with more work than units.
    package let queued: Double
    /// The mean wait by priority in seconds, P1 first; infinite where some hour has more work than units.
    package let meanWaits: [Double]

    /// Works the formulas out.
    /// - Parameter busySeconds: How long one sending binds a unit, as measured or as planned.
    package init(_ model: DistrictModel, busySeconds: Double, demand: Double = 1) {
        let layout = StaffingLayout(model)
        let asked = Self.askedPerCall(model, layout)
        let perCall = asked.reduce(0, +)
        var load = (weight: 0.0, queued: 0.0, duty: 0.0, busy: 0.0)
        var waits = [Double](repeating: 0, count: 5)
        for slot in 0..<168 {
            let duty = model.units.count { model.works($0, minuteOfDay: slot % 24 * 60 + 30) }
            let calls = model.callsPerHour[slot % 24] * model.weekdayFactors[slot / 24] * demand
            load.duty += Double(duty)
            guard calls > 0, perCall > 0 else { continue }
            let line = PriorityLine(
                arrivalRates: asked.map { max($0 * calls, 1e-12) }, serviceRate: 3600 / busySeconds,
                servers: max(1, duty))
            load.weight += calls * perCall
            load.busy += min(line.whole.load, Double(duty))
            load.queued += calls * perCall * line.whole.waitProbability
            for (index, wait) in line.meanWaits.enumerated() { waits[index] += calls * asked[index] * wait * 3600 }
        }
        unitsAskedPerDay = load.weight / 7
        unitsOnDuty = load.duty / 168
        utilisation = load.duty > 0 ? load.busy / load.duty : 0
        queued = load.weight > 0 ? load.queued / load.weight : 0
        meanWaits = waits.enumerated().map { index, sum in
            asked[index] > 0 && load.weight > 0 ? sum * perCall / (load.weight * asked[index]) : 0
        }
    }

    /// Units that a call asks for on average, by priority; back-up among them.
    private static func askedPerCall(_ model: DistrictModel, _ layout: StaffingLayout) -> [Double] {
        var asked = [Double](repeating: 0, count: 5)
        let callsOfDay = model.callsPerHour.reduce(0, +)
        guard callsOfDay > 0 else { return asked }
        for (type, kind) in model.types.enumerated() {
            let share = (0..<24).reduce(0.0) { sum, hour in
                let all = model.types.reduce(0) { $0 + $1.weights[hour] }
                return all > 0 ? sum + model.callsPerHour[hour] / callsOfDay * kind.weights[hour] / all : sum
            }
            let whole = kind.priorities.reduce(0, +)
            guard whole > 0 else { continue }
            for priority in 0..<5 {
                let plan = layout.plans[layout.planOf[type * 5 + priority]]
                let units = (0..<plan.width).reduce(0.0) { $0 + Double(plan.counts[$1]) } + kind.backUp
                asked[priority] += share * kind.priorities[priority] / whole * units
            }
        }
        return asked
    }
}
