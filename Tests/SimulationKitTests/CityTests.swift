import Foundation
import SimulationKit
import Testing

@Suite struct CityTests {
    /// The city by its text alone: every unit is asked, every time compared; slow and plain.
    private struct PlainCity {
        struct Unit {
            var home: (x: Double, y: Double)
            var at: (x: Double, y: Double)
            var cleared = -1e9
            var isQuick: Bool
        }

        var units: [Unit] = []
        let reserve: Int

        init(_ variant: City.Variant) {
            reserve = variant == .c ? 6 : 0
            for sector in 0..<40 {
                let isShort = variant != .a && (sector < 8 || sector >= 32)
                for place in 1...(isShort ? 2 : 3) {
                    let home = (x: 2 * Double(sector % 8) + 0.5 * Double(place), y: 2 * Double(sector / 8) + 1)
                    units.append(Unit(home: home, at: home, isQuick: false))
                }
            }
            for unit in 0..<12 {
                let home = (x: 2 + 4 * Double(unit % 4), y: 10.0 / 6 * Double(2 * (unit / 4) + 1))
                units.append(Unit(home: home, at: home, isQuick: true))
            }
        }

        func isFree(_ unit: Int, _ now: Double) -> Bool { units[unit].cleared <= now }

        func travel(_ index: Int, _ call: CityCall, _ now: Double) -> Double {
            let unit = units[index]
            let driven = 0.5 * (now - unit.cleared)
            let (offX, offY) = (unit.home.x - unit.at.x, unit.home.y - unit.at.y)
            var place = unit.home
            if driven < abs(offX) {
                place = (unit.at.x + (offX < 0 ? -driven : driven), unit.at.y)
            } else if driven < abs(offX) + abs(offY) {
                place.y = unit.at.y + (offY < 0 ? -1 : 1) * (driven - abs(offX))
            }
            let speed = call.priority > 2 ? 40.0 / 60 : unit.isQuick ? 1.2 : 1
            return (abs(place.x - call.x) + abs(place.y - call.y)) / speed
        }

        /// Decides the calls as long as none has to wait; stops there.
        mutating func decide(_ calls: [CityCall]) -> [(unit: Int, backup: Int, onScene: Double)] {
            var decisions: [(unit: Int, backup: Int, onScene: Double)] = []
            for call in calls {
                let patrols = units.indices.count { !units[$0].isQuick && isFree($0, call.time) }
                guard call.priority < 4 || patrols > reserve, let first = nearest(call) else { return decisions }
                let onScene = call.time + travel(first, call, call.time)
                send(first, call, until: onScene + call.service)
                var backup = -1
                if call.priority == 1, let second = nearest(call) {
                    backup = second
                    send(second, call, until: call.time + travel(second, call, call.time) + call.backupService)
                }
                decisions.append((first, backup, onScene))
            }
            return decisions
        }

        func nearest(_ call: CityCall) -> Int? {
            let fit = units.indices.filter { isFree($0, call.time) && (call.priority <= 2 || !units[$0].isQuick) }
            return fit.min { (travel($0, call, call.time), $0) < (travel($1, call, call.time), $1) }
        }

        mutating func send(_ index: Int, _ call: CityCall, until: Double) {
            units[index].at = (call.x, call.y)
            units[index].cleared = until
        }
    }

    private func calls(seed: UInt64, gap: Double) -> [CityCall] {
        var stream = RandomStream(seed: seed)
        var time = 0.0
        return (0..<400).map { _ in
            time += stream.exponential(mean: gap)
            return CityCall(
                time: time, priority: 1 + stream.index(below: 5), x: stream.uniform(0...16), y: stream.uniform(0...10),
                service: stream.exponential(mean: 30), backupService: stream.exponential(mean: 20))
        }
    }

    @Test("Every decision is that of the rules asked plainly", arguments: City.Variant.allCases, 1...3)
    func decisions(variant: City.Variant, seed: UInt64) {
        let calls = calls(seed: seed, gap: 0.5)
        var plain = PlainCity(variant)
        let expected = plain.decide(calls)
        var run = CityRun(variant, calls: calls)
        _ = run.run()
        #expect(expected.count > 150)
        for (index, one) in expected.enumerated() {
            let decision = run.decisions[index]
            #expect(decision.unit == one.unit && decision.backup == one.backup, "seed \(seed), call \(index)")
            #expect(abs(decision.onScene - one.onScene) < 1e-6)
        }
    }

    @Test("Under too many calls the urgent wait least, and all are served")
    func overload() {
        let calls = calls(seed: 9, gap: 0.05)
        var run = CityRun(.c, calls: calls)
        let result = run.run()
        #expect(run.decisions.allSatisfy { $0.unit >= 0 && $0.onScene >= $0.dispatched })
        let waits = (1...5).map { priority in
            calls.indices.filter { calls[$0].priority == priority }
                .map { run.decisions[$0].dispatched - calls[$0].time }.max() ?? 0
        }
        #expect(waits[0] <= waits[2] && waits[2] < waits[4], "\(waits)")
        #expect(result.calls == 400 && result.events == 400 + 2 * 400 + 2 * run.decisions.count { $0.backup >= 0 })
    }

    @Test("A reserve speeds the urgent up")
    func reserve() {
        let plan = Replication(index: 0, seed: 1)
        var plain = CityRun(City(variant: .b, days: 3), replication: plan)
        var reserved = CityRun(City(variant: .c, days: 3), replication: plan)
        let (open, held) = (plain.run(), reserved.run())
        #expect(open.calls == held.calls)
        #expect(held.meanResponse[0] < open.meanResponse[0])
        #expect(held.meanWait[4] > open.meanWait[4])
    }
}
