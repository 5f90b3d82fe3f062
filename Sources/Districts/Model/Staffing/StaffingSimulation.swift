import SimulationKit

/// A district under a dispatch rule, ready to be simulated without a console: how long people wait, how busy units are,
/// what stays covered.
///
/// Each replication plays the same weeks with other luck. The calls of a replication, with all that belongs to them,
/// depend on its seed alone, and so do a unit's failures and rounds: variants of a district meet the same luck.
package struct StaffingSimulation: Sendable {
    /// The district.
    package var model: DistrictModel { layout.model }
    /// Who is sent.
    package let rule: DispatchRule
    /// How the demand is bent.
    package let rate: DemandRate
    /// What is measured, in the order of a replication's values.
    package let measures: [StaffingMeasure]
    private let layout: StaffingLayout

    /// Prepares a district; without a rule its own counts.
    package init(_ model: DistrictModel, rule: DispatchRule? = nil, rate: DemandRate = .ordinary) {
        self.rule = rule ?? model.rule
        self.rate = rate
        layout = StaffingLayout(model)
        measures = StaffingTally.measures(layout)
    }

    /// How long a replication is.
    package struct Length: Hashable, Sendable {
        /// Days that are measured, at least 1. Days begin on a Monday; whole weeks are fair to every weekday.
        package var days: Int
        /// Days before them, so that the district is not empty when measuring begins.
        package var warmUpDays: Int

        /// Creates a length.
        package init(days: Int, warmUpDays: Int = 1) {
            self.days = days
            self.warmUpDays = warmUpDays
        }
    }

    /// Plays one replication.
    /// - Returns: The values of `measures`; not-a-number where nothing of the kind happened.
    package func run(_ replication: Replication, length: Length) -> [Double] {
        let day: Int64 = 86_400_000
        var run = StaffingRun(
            layout: layout, rule: rule, rate: rate, replication: replication,
            warmUp: Int64(length.warmUpDays) * day, end: Int64(length.warmUpDays + length.days) * day)
        return run.run()
    }
}
