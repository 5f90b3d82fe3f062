import DispatchModel
import DispatchPolicy
import SimulationKit
import TestSupport
import Testing

@testable import Districts

/// Each part of the model has the effect it is there for.
@Suite struct StaffingWorkingTests {
    @Test(.full) func plansBackUpAndEscalationSendMoreUnits() {
        var town = Township(cars: [6, 6], callsPerHour: 1)
        func perCall() -> Double {
            let result = town.simulated()
            return result.mean(.sendings, .perDay) / result.mean(.calls, .perDay)
        }
        #expect(abs(perCall() - 1) < 0.02)
        town.model.types[0].backUp = 1
        #expect(abs(perCall() - 2) < 0.03)
        town.model.types[0].backUp = 0
        town.model.responsePlans = ResponsePlans([Township.plan(3, downTo: .p2), Township.plan(1)])
        #expect(abs(perCall() - 1) < 0.02, "P3 asks for one")
        town.model.types[0].escalates = 1
        #expect(abs(perCall() - 3) < 0.05, "a P3 raised to P2 asks for three in all")
    }

    @Test func whatNobodyCanGiveIsNotWaitedFor() {
        var town = Township(callsPerHour: 0.5)
        town.model.responsePlans = ResponsePlans([
            ResponsePlan(
                name: "boat", types: [], downTo: .p5,
                requirements: [PlanRequirement(kinds: [.rescue], count: 1)])
        ])
        let result = town.simulated()
        #expect(result.mean(.unanswered, .perDay) < 0.5)
        #expect(abs(result.mean(.sendings, .perDay) - result.mean(.calls, .perDay)) < 0.5)
    }

    @Test func breaksTakeUnitsOffTheirBeat() {
        var town = Township(callsPerHour: 0)
        town.model.wear.breakAfterHours = 4
        town.model.wear.pause = .fixed(7200)
        #expect(abs(town.simulated(days: 28).mean(.covered, .share) - 4.0 / 6) < 0.01)
    }

    @Test(.full) func failuresComeAsOftenAsStated() {
        var town = Township(cars: [10, 10], callsPerHour: 4, onScene: .fixed(1800))
        town.model.wear.failureHours = 48
        town.model.wear.repair = .fixed(60)
        let result = town.simulated(days: 28, replications: 8)
        #expect(abs(result.mean(.failures, .perDay) - 10) < 0.8)
        #expect(result.mean(.unanswered, .perDay) < 0.5, "an incident whose unit failed gets another one")
    }

    @Test(.full) func aPatrolThatRadioDoesNotReachIsNotSent() {
        var town = Township(callsPerHour: 1)
        town.model.radio.blindSpots = [
            DistrictRadio.BlindSpot(name: BilingualText("all", "全域"), centre: Township.west, metres: 50_000)
        ]
        #expect(town.simulated(days: 1).mean(.unanswered, .perDay) < 1, "at their duty points they have a telephone")
        for index in town.model.units.indices { town.model.units[index].patrols = true }
        let result = town.simulated(days: 1, replications: 2)
        #expect(result[StaffingMeasure(.response, .mean)] == nil)
        #expect(result.mean(.unanswered, .perDay) == result.mean(.calls, .perDay))
    }

    @Test(.full) func anOutageMakesPeopleWaitUntilItIsOver() {
        var town = Township(cars: [4, 4], callsPerHour: 1)
        for index in town.model.units.indices { town.model.units[index].patrols = true }
        #expect(town.simulated(days: 2).mean(.wait, .mean) == 0)
        town.model.radio.outageHours = 2
        town.model.radio.outage = .fixed(7200)
        let result = town.simulated(days: 14, replications: 6)
        // Half the time radio is out, and who calls then waits an hour on average.
        #expect(abs(result.mean(.queued, .share) - 0.5) < 0.08)
        #expect(abs(result.mean(.wait, .mean) - 1800) < 400)
    }

    @Test func aBusyDistrictDropsWhatIsBeyondItsBound() {
        var town = Township(cars: [1, 0], callsPerHour: 600, onScene: .fixed(3600))
        town.model.types[0].priorities = [1, 0, 0, 0, 0]
        let layout = StaffingLayout(town.model)
        var run = StaffingRun(
            layout: layout, rule: DispatchRule(), rate: .ordinary, replication: Replication(index: 0, seed: 1),
            warmUp: 0, end: 86_400_000)
        _ = run.run()
        #expect(run.waitingCount == StaffingRun.waitingLimit)
        #expect(run.tally.lost > 3000)
    }

    @Test func memoryDoesNotGrowWithTime() {
        let town = Township(cars: [4, 4], callsPerHour: 8, onScene: .exponential(mean: 1200))
        func slots(days: Int64) -> Int {
            var run = StaffingRun(
                layout: StaffingLayout(town.model), rule: DispatchRule(), rate: .ordinary,
                replication: Replication(index: 0, seed: 3), warmUp: 0, end: days * 86_400_000)
            _ = run.run()
            return run.incidents.count
        }
        #expect(slots(days: 60) < 3 * slots(days: 6))
    }
}
