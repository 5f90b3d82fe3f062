import DispatchModel
import DispatchPolicy
import SimulationKit
import TestSupport
import Testing

@testable import Districts

@Suite("A district out of a call log")
struct DistrictFitTests {
    static let seed: UInt64 = 77

    /// Worked out once for all tests.
    private static let fitted = Result { try makeFit() }

    private func fit() throws -> DistrictFit { try Self.fitted.get() }

    private static func makeFit() throws -> DistrictFit {
        let mapping = try Mapping(text: WrittenLog.mapping, file: "written.toml")
        let log = try CallLog(
            bytes: Array(WrittenLog.csv(seed: seed).utf8), name: "written.csv", mapping: mapping)
        return try DistrictFit(log, id: "written", title: BilingualText("Written", "写成"))
    }

    private func agrees(_ value: Double, _ truth: Double, within part: Double) -> Bool {
        abs(value - truth) <= part * truth
    }

    @Test("The parameters of a log whose truth is known are found again", .full)
    func recovers() throws {
        let fit = try fit()
        let model = fit.model
        let seed = Comment(rawValue: "seed \(Self.seed)")
        #expect(fit.days == WrittenLog.days)
        #expect(fit.weekday == 0)
        #expect(agrees(model.callsPerDay, WrittenLog.callsPerHour * 24, within: 0.1), seed)
        #expect(agrees(model.callHandling.mean, WrittenLog.handling, within: 0.08), seed)
        #expect(agrees(model.turnout(of: .engine).mean, WrittenLog.turnout, within: 0.05), seed)
        let fire = try #require(model.type("fire"))
        let medical = try #require(model.type("medical"))
        #expect(agrees(fire.onScene.mean, WrittenLog.onScene.fire, within: 0.1), seed)
        #expect(agrees(medical.onScene.mean, WrittenLog.onScene.medical, within: 0.1), seed)
        #expect(agrees(fire.weights[0] / (fire.weights[0] + medical.weights[0]), 0.3, within: 0.15), seed)
        #expect(fire.priorities == [0, 1, 0, 0, 0])
        #expect(medical.priorities == [0, 0, 1, 0, 0])
        #expect(agrees(model.travel.speed(of: .engine, urgent: true), WrittenLog.kilometresPerHour, within: 0.15), seed)
        #expect(
            agrees(model.travel.speed(of: .engine, urgent: false), WrittenLog.kilometresPerHour, within: 0.15), seed)
        #expect(abs(model.travelStart - WrittenLog.start) < 25, "seed \(Self.seed): \(model.travelStart)")
        #expect(abs(model.travelVariation - 0.2) < 0.08, "seed \(Self.seed): \(model.travelVariation)")
    }

    @Test("A kind of unit that went to too few calls for any plan to ask for it is told, with how often it went", .full)
    func unsent() throws {
        #expect(try fit().unsent.isEmpty)
        let mapping = WrittenLog.mapping.replacing(
            "[units.types]", with: "[units.types]\nTRUCK = { kind = \"truck\", pane = \"patrol\" }")
        var lines = WrittenLog.csv(seed: Self.seed).split(separator: "\n").map(String.init)
        for number in [5, 9] {
            let sent = lines[number].replacing("ENGINE", with: "TRUCK").replacing(/^([0-9]+),E/) { "\($0.1),T" }
            lines.append(sent)
        }
        let log = try CallLog(
            bytes: Array(lines.joined(separator: "\n").utf8), name: "written.csv",
            mapping: try Mapping(text: mapping, file: "written.toml"))
        let unsent = try DistrictFit(log, id: "written", title: BilingualText("Written", "写成")).unsent
        #expect(unsent.map(\.kind) == [.truck])
        #expect(unsent.map(\.count) == [2])
    }

    @Test("Units, homes, beats and what is sent come out of the log", .full)
    func roster() throws {
        let model = try fit().model
        #expect(model.units.map(\.callsign) == ["E1", "E2", "E3", "E4"])
        #expect(model.units.allSatisfy { $0.kind == .engine })
        for (unit, station) in zip(model.units, WrittenLog.stations) {
            let home = try #require(unit.dutyPoint.point)
            let truth = try #require(GeoPoint(latitude: station.0, longitude: station.1))
            #expect(TravelModel.metres(from: home, to: truth) < 250, "seed \(Self.seed)")
        }
        #expect(model.beats.map(\.code) == ["1", "2", "3", "4"])
        #expect(model.beats.allSatisfy { (1...400).contains($0.places.count) })
        let engine = [PlanRequirement(kinds: [.engine], count: 1)]
        #expect(model.responsePlans.plans.map(\.requirements) == [engine, engine, engine])
    }

    @Test("What is written reads back and simulates as the log was")
    func simulates() throws {
        let fit = try fit()
        let model = try DistrictReader.read(text: DistrictWriter.text(fit.model), file: "written.toml")
        #expect(model.travelStart > 0)
        #expect(model.beats[0].places == fit.model.beats[0].places)
        let result = StaffingSimulation(model).run(Replications(seed: 3, limit: 4), length: .init(days: 7))
        for measure in [
            StaffingMeasure(.response, .p50), StaffingMeasure(.response, .p90), StaffingMeasure(.busyTime, .mean),
        ] {
            let simulated = try #require(result[measure]?.mean)
            let recorded = try #require(fit.recorded.values[measure])
            #expect(
                agrees(simulated, recorded, within: 0.1),
                "\(measure.id), seeds \(Self.seed), 3: \(simulated) for \(recorded)")
        }
    }

    @Test("A log without units says what it lacks")
    func withoutUnits() throws {
        let mapping = try Mapping(text: WrittenLog.mapping, file: "written.toml")
        let rows = """
            Id,Unit,Received,Sent,Moved,There,Free,Type,Priority,Station,Location,Kind
            1,E1,2024-01-01T00:00:00Z,,,,,Fire,2,1,,ENGINE
            """
        let log = try CallLog(bytes: Array(rows.utf8), name: "few.csv", mapping: mapping)
        #expect(throws: FitError.noResponses) { try DistrictFit(log, id: "few", title: BilingualText("Few", "少")) }
    }

    @Test("Observed laws need enough numbers; fewer give a lognormal one, too few the other law")
    func laws() {
        let other = DurationLaw.fixed(7)
        #expect(FitLaws.law([1, 2, 3], else: other) == other)
        #expect(FitLaws.law([4, 4, 4, 4, 4], else: other) == .fixed(4))
        if case .lognormal(let mean, _) = FitLaws.law([1, 2, 3, 4, 5], else: other) {
            #expect(mean == 3)
        } else {
            Issue.record("five numbers do not make a lognormal law")
        }
        let many = FitLaws.law((0...100).map(Double.init) + [90_000], else: other)
        #expect(abs(many.mean - 50) < 1)
    }
}
