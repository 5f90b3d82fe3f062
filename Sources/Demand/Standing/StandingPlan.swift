import DispatchModel
import SimulationKit

/// Where units stand best for the calls that are to be expected: the maximal expected covering location problem (Daskin,
/// Transportation Science 17, 1983) over posts, middles of beats and cells of the ground.
package struct StandingPlan: Hashable, Sendable {
    /// A place to stand at.
    package struct Place: Hashable, Sendable {
        /// What it is called: a post, a beat's code, or a point as people write it.
        package var name: String
        /// Where it is.
        package var point: GeoPoint
        /// The beat that it is the middle of; empty for a post.
        package var beat: String
        /// Of a place without a name of its own, the nearest one that has one; nil when none is near.
        package var near: NearPlace?

        /// Creates a place.
        package init(name: String, point: GeoPoint, beat: String = "", near: NearPlace? = nil) {
            (self.name, self.point, self.beat, self.near) = (name, point, beat, near)
        }
    }

    /// Demand at a point.
    package struct Demand: Hashable, Sendable {
        /// Where.
        package var point: GeoPoint
        /// Calls, in whatever measure.
        package var weight: Double

        /// Creates a point of demand.
        package init(point: GeoPoint, weight: Double) { (self.point, self.weight) = (point, weight) }
    }

    /// Units at a place.
    package struct Standing: Hashable, Sendable {
        /// The place.
        package var place: Place
        /// How many.
        package var units: Int
    }

    /// Who stands where; most units first, then by name.
    package let standings: [Standing]
    /// The share of the demand that a free unit is expected to reach in time, 0 to 1.
    package let covered: Double
    /// What no placing exceeds of it.
    package let bound: Double
    /// How much better the best placing could be, as a share of this one: proven.
    package let gap: Double
    /// The share that no place reaches at all.
    package let unreachable: Double

    /// Plans for so many units; nil without a place or demand.
    ///
    /// - Parameters:
    ///   - units: How many stand, from 1 to 1,000.
    ///   - places: Where they may stand; several units may share a place.
    ///   - demand: What is to be expected, and where.
    ///   - busyFraction: The share of time that a unit is busy, from 0 to below 1.
    ///   - reaches: Whether a unit at a point is in time at another.
    package init?(
        units: Int, places: [Place], demand: [Demand], busyFraction: Double,
        reaches: (_ from: GeoPoint, _ to: GeoPoint) -> Bool
    ) {
        let reach = places.map { place in demand.indices.filter { reaches(place.point, demand[$0].point) } }
        self.init(units: units, places: places, demand: demand, busyFraction: busyFraction, reach: reach)
    }

    /// Plans with what is known already of which demand each place reaches.
    init?(units: Int, places: [Place], demand: [Demand], busyFraction: Double, reach: [[Int]]) {
        let total = demand.reduce(0) { $0 + $1.weight }
        guard (1...1000).contains(units), !places.isEmpty, total > 0 else { return nil }
        let problem = CoverageLocation(
            weights: demand.map { $0.weight / total }, reach: reach, units: units,
            busyFraction: min(0.99, max(0, busyFraction)))
        let plan = problem.solved()
        var counts: [Int: Int] = [:]
        for place in plan.places { counts[place, default: 0] += 1 }
        standings = counts.map { Standing(place: places[$0.key], units: $0.value) }
            .sorted { ($1.units, $0.place.name) < ($0.units, $1.place.name) }
        covered = plan.value
        bound = plan.bound
        gap = plan.gap
        let reached = Set(reach.joined())
        unreachable = demand.indices.reduce(0) { $0 + (reached.contains($1) ? 0 : demand[$1].weight / total) }
    }
}
