import DispatchModel
import DispatchPolicy
import Districts
import SimulationKit

/// A small district of which everything is known: two beats a kilometre apart, cars that stand in their middles.
struct Township {
    var model: DistrictModel

    static let west = GeoPoint(latitudeMicrodegrees: 0, longitudeMicrodegrees: 0)
    /// A kilometre further north.
    static let north = GeoPoint(latitudeMicrodegrees: 8993, longitudeMicrodegrees: 0)

    /// - Parameters:
    ///   - cars: Cars in the first and in the second beat.
    ///   - callsPerHour: At every hour.
    init(cars: [Int] = [1, 1], callsPerHour: Double = 1, onScene: DurationLaw = .fixed(600)) {
        model = DistrictModel(id: "township", name: BilingualText("Township", "小镇"), timeZone: "UTC")
        let places = [Self.west, Self.north]
        model.beats = places.enumerated().map { index, place in
            DistrictBeat(
                code: "B\(index)", name: BilingualText("Beat \(index)", "\(index) 区"), centre: place,
                reach: DistrictBeat.Reach(longitude: 0, latitude: 0))
        }
        for (beat, count) in cars.enumerated() {
            for number in 0..<count {
                model.units.append(
                    DistrictUnit(
                        callsign: "A\(beat)\(number)", kind: .vehiclePatrol, pane: .patrol, homeBeat: "B\(beat)",
                        dutyPoint: Place(point: places[beat])))
            }
        }
        model.types = [DistrictCallType(code: "call", name: BilingualText("Call", "警情"), onScene: onScene)]
        model.callsPerHour = [Double](repeating: callsPerHour, count: 24)
        model.callHandling = .fixed(0)
        model.turnout = [.vehiclePatrol: .fixed(0)]
        model.falseAlarmFactor = 1
        model.responsePlans = ResponsePlans([Self.plan(1)])
    }

    /// So many cars to every call down to a priority.
    static func plan(_ count: Int, downTo: Priority = .p5) -> ResponsePlan {
        ResponsePlan(
            name: "\(count)", types: [], downTo: downTo,
            requirements: [PlanRequirement(kinds: [.vehiclePatrol], count: count)])
    }

    /// Everything at one place, so that nobody drives.
    var inOnePlace: Township {
        var copy = self
        copy.model.beats[1].centre = Self.west
        for index in copy.model.units.indices { copy.model.units[index].dutyPoint = Place(point: Self.west) }
        return copy
    }

    /// The result of some replications.
    func simulated(
        days: Int = 7, replications: Int = 4, seed: UInt64 = 1, rule: DispatchRule? = nil
    ) -> StaffingResult {
        StaffingSimulation(model, rule: rule)
            .run(Replications(seed: seed, limit: replications), length: .init(days: days))
    }
}

extension StaffingResult {
    /// A measure's mean; not-a-number where there is none.
    func mean(
        _ subject: StaffingMeasure.Subject, _ statistic: StaffingMeasure.Statistic,
        _ part: StaffingMeasure.Part = .all
    ) -> Double {
        self[StaffingMeasure(subject, statistic, part)]?.mean ?? .nan
    }
}
