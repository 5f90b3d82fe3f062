import DispatchModel
import SimulationKit
import TestSupport
import Testing

@testable import Districts

/// Where a district is so simple that a formula knows the answer, the simulation gives it.
@Suite struct StaffingLimitTests {
    @Test(.full) func withoutDistanceItIsErlangsLine() throws {
        var town = Township(cars: [4, 3], callsPerHour: 10, onScene: .exponential(mean: 1800)).inOnePlace
        town.model.types[0].priorities = [0.3, 0, 0.7, 0, 0]
        let result = town.simulated(days: 14, replications: 10)
        let line = WaitingLine(arrivalRate: 10, serviceRate: 2, servers: 7)
        let waits = PriorityLine(arrivalRates: [3, 7], serviceRate: 2, servers: 7).meanWaits
        func near(_ measure: StaffingMeasure, _ exact: Double) throws {
            let interval = try #require(result[measure])
            // Three half-widths: a true model passes with any seed.
            #expect(abs(interval.mean - exact) < 3 * interval.halfWidth, "\(measure.id) \(interval) \(exact)")
            #expect(interval.halfWidth < 0.3 * exact, "\(measure.id) \(interval)")
        }
        try near(StaffingMeasure(.queued, .share), line.waitProbability)
        try near(StaffingMeasure(.utilisation, .share), line.utilisation)
        try near(StaffingMeasure(.wait, .mean), line.meanWait * 3600)
        try near(StaffingMeasure(.wait, .mean, .priority(.p1)), waits[0] * 3600)
        try near(StaffingMeasure(.wait, .mean, .priority(.p3)), waits[1] * 3600)
        try near(StaffingMeasure(.calls, .perDay), 240)
    }

    @Test func theFormulaOfADistrictIsErlangs() {
        let town = Township(cars: [4, 3], callsPerHour: 10)
        let formula = StaffingFormula(town.model, busySeconds: 1800)
        let line = WaitingLine(arrivalRate: 10, serviceRate: 2, servers: 7)
        #expect(abs(formula.queued - line.waitProbability) < 1e-9)
        #expect(abs(formula.utilisation - line.utilisation) < 1e-9)
        #expect(abs(formula.meanWaits[2] - line.meanWait * 3600) < 1e-6)
        #expect(abs(formula.unitsAskedPerDay - 240) < 1e-9)
        #expect(formula.unitsOnDuty == 7)
    }

    @Test func aResponseIsHandlingTurnoutAndRoad() {
        var town = Township(cars: [1, 0], callsPerHour: 0.2)
        town.model.beats[0].weight = 0
        town.model.callHandling = .fixed(60)
        town.model.turnout = [.vehiclePatrol: .fixed(30)]
        // 1000 m of straight line, 1.3 times as much road, 35 km/h.
        let road = 1000.0 * 1.3 / (35 / 3.6)
        #expect(abs(town.simulated().mean(.response, .p50) - (90 + road)) < 0.5)
        town.model.weather = 0.5
        #expect(abs(town.simulated().mean(.response, .p50) - (90 + 2 * road)) < 0.5)
        town.model.trafficByHour = [Double](repeating: 2, count: 24)
        #expect(abs(town.simulated().mean(.response, .p50) - (90 + road)) < 0.5)
        town.model.types[0].priorities = [0, 1, 0, 0, 0]
        // With lights and sirens 50 km/h.
        #expect(abs(town.simulated().mean(.response, .p50) - (90 + road * 0.7)) < 0.5)
    }

    @Test func whoCallsAtNightWaitsForTheMorningShift() {
        var town = Township(cars: [30, 0], callsPerHour: 0).inOnePlace
        town.model.callsPerHour[3] = 6
        town.model.shifts = [DistrictShift(name: "day", begins: 480, ends: 1200)]
        for index in town.model.units.indices { town.model.units[index].shifts = ["day"] }
        let result = town.simulated(days: 14, replications: 6)
        // From between three and four until eight: four and a half hours on average.
        #expect(abs(result.mean(.response, .mean) / 3600 - 4.5) < 0.05)
        #expect(result.mean(.queued, .share) == 1)
        #expect(abs(result.mean(.covered, .share, .beat("B0")) - 0.5) < 0.01)
    }

    @Test func busyTimeAndLoadAreWhatTheCallsTake() {
        var town = Township(cars: [5, 5], callsPerHour: 3, onScene: .fixed(1200)).inOnePlace
        town.model.types[0].paperwork = .fixed(600)
        let result = town.simulated()
        #expect(abs(result.mean(.busyTime, .mean) - 1800) < 15)
        let load = result.mean(.calls, .perDay) * 1800 / 86_400 / 10
        #expect(abs(result.mean(.utilisation, .share) - load) < 0.003)
        town.model.types[0].falseAlarms = 1
        town.model.falseAlarmFactor = 0.25
        #expect(abs(town.simulated().mean(.busyTime, .mean) - 900) < 15)
    }
}
