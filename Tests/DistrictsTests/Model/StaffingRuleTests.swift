import DispatchModel
import SimulationKit
import TestSupport
import Testing

@testable import Districts

/// Rules of dispatch differ as they should, and differences are found on common random numbers.
@Suite struct StaffingRuleTests {
    private static func town() -> Township {
        var town = Township(cars: [2, 2], callsPerHour: 5, onScene: .lognormal(mean: 1200, variation: 0.7))
        town.model.types[0].priorities = [0.2, 0.2, 0.6, 0, 0]
        town.model.beats[0].weight = 3
        return town
    }

    @Test func beatFirstStaysAtHomeMore() {
        var town = Self.town()
        // The duty points lie at the border, so that the nearest is often the other beat's.
        town.model.units[0].dutyPoint = Place(point: Township.north)
        town.model.units[2].dutyPoint = Place(point: Township.west)
        let nearest = town.simulated(rule: DispatchRule(choice: .nearest))
        let beatFirst = town.simulated(rule: DispatchRule(choice: .beatFirst))
        #expect(beatFirst.mean(.crossBeat, .share) < nearest.mean(.crossBeat, .share) - 0.05)
        #expect(nearest.mean(.response, .mean) < beatFirst.mean(.response, .mean))
    }

    @Test func coverageAwareLeavesFewerBeatsOpen() {
        let nearest = Self.town().simulated(rule: DispatchRule(choice: .nearest))
        let coverage = Self.town().simulated(rule: DispatchRule(choice: .coverage, coverageSeconds: 600))
        #expect(coverage.mean(.covered, .share) > nearest.mean(.covered, .share) + 0.005)
    }

    @Test func preemptionServesTheMostUrgentSooner() throws {
        var town = Self.town()
        // Long ways, so that there is somebody under way to be diverted.
        town.model.travel.detour = 5
        let patient = town.simulated(days: 14)
        let preempting = town.simulated(days: 14, rule: DispatchRule(preempts: true))
        #expect(patient.mean(.preempted, .perDay) == 0)
        #expect(preempting.mean(.preempted, .perDay) > 0.5)
        let measure = StaffingMeasure(.wait, .mean, .priority(.p1))
        let comparison = try #require(StaffingComparison(measure, base: patient, variant: preempting))
        #expect(comparison.verdict == .better)
        #expect(preempting.mean(.unanswered, .perDay) < 1, "whose unit was taken gets another one")
    }

    @Test(.full) func theSameSeedGivesTheSameBits() {
        var town = Self.town()
        town.model.wear.failureHours = 30
        for index in town.model.units.indices { town.model.units[index].patrols = true }
        let first = town.simulated(seed: 9)
        #expect(first.runs.map { $0.map(\.bitPattern) } == town.simulated(seed: 9).runs.map { $0.map(\.bitPattern) })
        #expect(first.mean(.response, .mean) != town.simulated(seed: 10).mean(.response, .mean))
    }

    /// The bits of a run with everything in it, pinned: every machine and every build must give them.
    @Test func everyMachineGivesTheSameBits() {
        var town = Self.town()
        town.model.wear.failureHours = 30
        town.model.wear.breakAfterHours = 5
        town.model.radio.outageHours = 40
        town.model.travelVariation = 0.3
        town.model.types[0].backUp = 0.2
        town.model.types[0].escalates = 0.2
        for index in town.model.units.indices { town.model.units[index].patrols = index % 2 == 0 }
        let values = town.simulated(seed: 9).runs.joined().filter(\.isFinite)
        let digest = values.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ $1.bitPattern) &* 0x100_0000_01b3 }
        #expect(digest == 7_997_958_887_570_376_264)
    }

    @Test(.full) func commonRandomNumbersNarrowADifference() throws {
        let town = Self.town()
        var more = town
        more.model.units.append(
            DistrictUnit(
                callsign: "A9", kind: .vehiclePatrol, pane: .patrol, homeBeat: "B0",
                dutyPoint: Place(point: Township.west)))
        let measure = StaffingMeasure(.response, .mean)
        let base = town.simulated(replications: 12, seed: 5)
        let common = try #require(more.simulated(replications: 12, seed: 5).difference(measure, from: base))
        let apart = try #require(more.simulated(replications: 12, seed: 6).difference(measure, from: base))
        #expect(common.halfWidth < 0.8 * apart.halfWidth, "\(common) \(apart)")
        #expect(common.high < 0)
        // Both meet the same calls.
        #expect(
            more.simulated(seed: 5).values(StaffingMeasure(.calls, .perDay))
                == town.simulated(seed: 5).values(StaffingMeasure(.calls, .perDay)))
    }

    @Test func aStudyIsTheSameAsItsVariantsAlone() throws {
        let model = Self.town().model
        let study = StaffingStudy(
            variants: [
                StaffingVariant(name: "base", model: model), try StaffingVariant("less: units.all=-1", of: model),
                try StaffingVariant("demand=1.2, rule=beat-first, preempt=on", of: model),
            ], days: 3, replications: 3, seed: 4)
        let results = study.run()
        #expect(results.map(\.runs.count) == [3, 3, 3])
        #expect(results[1].measures.count == results[0].measures.count - 1)
        let alone = StaffingSimulation(model).run(Replications(seed: 4, limit: 3), length: .init(days: 3))
        #expect(results[0].runs.map { $0.map(\.bitPattern) } == alone.runs.map { $0.map(\.bitPattern) })
        #expect(results[2].mean(.calls, .perDay) > 1.1 * alone.mean(.calls, .perDay))
        #expect(study.variants[2].model.rule == DispatchRule(choice: .beatFirst, preempts: true))
    }

    @Test(
        "a change that cannot be made is refused in both languages",
        arguments: [
            "nothing", "x: y", "units.vehiclePatrol=two", "units.vehiclePatrol=-9", "units.all=-4", "units.boat=+1",
            "units.B7.vehiclePatrol=+1", "rule=best", "preempt=maybe", "demand=-1", "demand=nan", "weather=0",
            "colour=red", "units.vehiclePatrol=1", "demand=2, demand=1", "units.all=+1,units.all=+2",
            "rule=nearest, rule=coverage",
        ])
    func refusals(_ text: String) {
        let model = Self.town().model
        #expect {
            _ = try StaffingVariant(text, of: model)
        } throws: { error in
            guard let refusal = error as? StaffingVariant.Refusal else { return false }
            return !refusal.english.isEmpty && !refusal.chinese.isEmpty
        }
    }

    @Test func unitsAreAddedAndTakenWhereAsked() throws {
        let model = Self.town().model
        let more = try StaffingVariant("units.B1.vehiclePatrol=+3", of: model).model.units
        #expect(more.count == 7)
        #expect(more.suffix(3).allSatisfy { $0.homeBeat == "B1" })
        #expect(Set(more.map(\.callsign)).count == 7)
        let fewer = try StaffingVariant("units.vehiclePatrol=-2", of: model).model.units
        #expect(fewer.map(\.homeBeat).sorted() == ["B0", "B1"], "evenly over the roster")
    }

    @Test func verdictsFollowTheInterval() throws {
        func result(_ values: [Double]) -> StaffingResult {
            StaffingResult(measures: [StaffingMeasure(.response, .mean)], runs: values.map { [$0] })
        }
        func verdict(_ differences: [Double]) throws -> StaffingComparison {
            let base = result([100, 110, 120, 130])
            let variant = result(zip([100, 110, 120, 130], differences).map { $0 + $1 })
            return try #require(StaffingComparison(StaffingMeasure(.response, .mean), base: base, variant: variant))
        }
        #expect(try verdict([-5, -6, -5, -6]).verdict == .better)
        #expect(try verdict([-5, -6, -5, -6]).confidence == .verySure)
        #expect(try verdict([5, 6, 5, 6]).verdict == .worse)
        // Mean 2.5, deviation 1.29: the 95 % interval is ± 2.05, that of 99 % is ± 3.77.
        #expect(try verdict([1, 2, 3, 4]).confidence == .sure)
        #expect(try verdict([1, -2, 3, -4]).verdict == .noDifferenceSeen)
        #expect(try verdict([0, 0, 0, 0]).verdict == .noDifferenceSeen)
    }
}
