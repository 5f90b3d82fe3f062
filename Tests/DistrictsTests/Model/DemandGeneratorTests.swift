import DispatchModel
import SimulationKit
import Testing

@testable import Districts

@Suite("The district's calls")
struct DemandGeneratorTests {
    /// A district with two beats and two types whose rate differs by hour and weekday.
    static func district() -> DistrictModel {
        var model = DistrictModel(id: "test", name: BilingualText("Test", "测试"), timeZone: "UTC")
        func point(_ latitude: Int64, _ longitude: Int64) -> GeoPoint {
            GeoPoint(latitudeMicrodegrees: latitude, longitudeMicrodegrees: longitude)
        }
        let triangle = [point(0, 0), point(20_000, 0), point(0, 20_000)]
        model.beats = [
            DistrictBeat(
                code: "B1", name: BilingualText("One", "一"), centre: point(5_000, 5_000), outline: [triangle], weight: 3
            ),
            DistrictBeat(code: "B2", name: BilingualText("Two", "二"), centre: point(40_000, 40_000), weight: 1),
        ]
        model.types = [
            DistrictCallType(
                code: "fight", name: BilingualText("Fight", "打架"), priorities: [1, 3, 0, 0, 0],
                onScene: .lognormal(mean: 1000, variation: 0.5), falseAlarms: 0.2),
            DistrictCallType(
                code: "noise", name: BilingualText("Noise", "噪声"),
                weights: (0..<24).map { $0 < 12 ? 1 : 3 }, priorities: [0, 0, 0, 0, 1], onScene: .fixed(300)),
        ]
        model.callsPerHour = (0..<24).map { $0 < 12 ? 30 : 60 }
        model.weekdayFactors = [1, 1, 1, 1, 1, 2, 0.5]
        model.duplicateCallers = 0.25
        return model
    }

    private func calls(
        of model: DistrictModel, seed: UInt64, weeks: Int64 = 4, rate: DemandRate = .ordinary, antithetic: Bool = false
    ) -> [DemandCall] {
        var generator = DemandGenerator(model: model, seed: seed, rate: rate, antithetic: antithetic)
        var calls: [DemandCall] = []
        while let call = generator.next(), call.at < weeks * 604_800_000 { calls.append(call) }
        return calls
    }

    /// True when a count lies within four standard deviations of what a Poisson process has.
    private func isPlausible(_ count: Int, mean: Double) -> Bool {
        abs(Double(count) - mean) < 4 * mean.squareRoot()
    }

    @Test("Rates by hour and weekday, shares of types, beats and priorities", arguments: [3, 4] as [UInt64])
    func shares(seed: UInt64) {
        let model = Self.district()
        let calls = calls(of: model, seed: seed)
        #expect(zip(calls, calls.dropFirst()).allSatisfy { $0.at <= $1.at })
        func count(_ holds: (DemandCall) -> Bool) -> Int { calls.count(where: holds) }
        func hour(_ call: DemandCall) -> Int { Int(call.at / 3_600_000 % 24) }
        func day(_ call: DemandCall) -> Int { Int(call.at / 86_400_000 % 7) }
        let perDay = 30.0 * 12 + 60 * 12
        #expect(isPlausible(count { day($0) == 0 }, mean: 4 * perDay), "seed \(seed)")
        #expect(isPlausible(count { day($0) == 5 }, mean: 8 * perDay), "seed \(seed)")
        #expect(isPlausible(count { day($0) == 6 }, mean: 2 * perDay), "seed \(seed)")
        let afternoons = 4 * 60.0 * 12 * 7.5
        #expect(isPlausible(count { hour($0) >= 12 }, mean: afternoons), "seed \(seed)")
        #expect(isPlausible(count { hour($0) >= 12 && $0.type == 0 }, mean: afternoons / 4), "seed \(seed)")
        let whole = Double(calls.count)
        #expect(isPlausible(count { $0.beat == 1 }, mean: whole / 4), "seed \(seed)")
        let fights = Double(count { $0.type == 0 })
        #expect(isPlausible(count { $0.type == 0 && $0.priority == .p1 }, mean: fights / 4), "seed \(seed)")
        #expect(isPlausible(count { $0.isFalseAlarm }, mean: fights / 5), "seed \(seed)")
        #expect(isPlausible(count { $0.duplicateAfter != nil }, mean: whole / 4), "seed \(seed)")
        #expect(calls.allSatisfy { model.beats[$0.beat].contains($0.point) })
    }

    @Test("The same seed gives the same calls, another seed others, and the mirrored partner its own")
    func repeatable() {
        let model = Self.district()
        let first = calls(of: model, seed: 9, weeks: 1)
        #expect(first == calls(of: model, seed: 9, weeks: 1))
        #expect(first != calls(of: model, seed: 10, weeks: 1))
        #expect(first != calls(of: model, seed: 9, weeks: 1, antithetic: true))
    }

    @Test("Longer work changes neither when nor where calls come")
    func streamsAreApart() {
        var longer = Self.district()
        longer.types[0].onScene = .fixed(5)
        let before = calls(of: Self.district(), seed: 5, weeks: 1)
        let after = calls(of: longer, seed: 5, weeks: 1)
        #expect(before.map(\.at) == after.map(\.at))
        #expect(before.map(\.point) == after.map(\.point))
        #expect(before.map(\.onScene) != after.map(\.onScene))
    }

    @Test("A drill bends the demand in time and by type")
    func bent() {
        let half: Int64 = 302_400_000
        let model = Self.district()
        let rate = DemandRate(highest: 2, types: ["noise": 0]) { $0 < half ? 0 : 2 }
        let bent = calls(of: model, seed: 6, weeks: 1, rate: rate)
        #expect(bent.allSatisfy { $0.at >= half && $0.type == 0 })
        #expect(!bent.isEmpty)
        #expect(calls(of: model, seed: 6, rate: DemandRate(types: ["noise": 0, "fight": 0])).isEmpty)
    }

    @Test(
        "Laws of duration have the mean they say",
        arguments: [
            DurationLaw.fixed(30), .exponential(mean: 40), .lognormal(mean: 50, variation: 0.7),
            .observed([10, 20, 60, 200]),
        ])
    func laws(law: DurationLaw) {
        var stream = RandomStream(seed: 12)
        var mean = RunningMean()
        for _ in 0..<20_000 { mean.add(Double(law.draw(&stream)) / 1000) }
        let error = 4 * mean.deviation / 20_000.0.squareRoot() + 0.001
        #expect(abs(mean.mean - law.mean) < error, "seed 12: \(mean.mean) instead of \(law.mean)")
    }

    @Test("A district tells the board its types, beats and units; who is off duty begins out of service")
    func board() {
        var model = Self.district()
        model.shifts = [DistrictShift(name: "night", begins: 1200, ends: 480)]
        model.units = [
            DistrictUnit(callsign: "A1", kind: .vehiclePatrol, pane: .patrol, homeBeat: "B1"),
            DistrictUnit(callsign: "A2", kind: .vehiclePatrol, pane: .patrol, homeBeat: "B2", shifts: ["night"]),
        ]
        func statuses(_ minute: Int?) -> [UnitStatus] {
            model.observations(at: .epoch, actor: .system, minuteOfDay: minute).compactMap {
                if case .unit(let unit) = $0.content { unit.status } else { nil }
            }
        }
        #expect(statuses(600) == [.available, .outOfService])
        #expect(statuses(1300) == [.available, .available])
        #expect(statuses(479) == [.available, .available])
        #expect(statuses(480) == [.available, .outOfService])
        #expect(statuses(nil) == [.available, .available])
        #expect(model.observations(at: .epoch, actor: .system).count == 6)
    }
}
