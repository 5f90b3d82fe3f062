import Testing

@testable import SimulationKit

private func near(_ one: Double, _ other: Double, _ tolerance: Double = 1e-7) -> Bool {
    one == other || abs(one - other) <= tolerance * max(1e-3, abs(other))
}

@Suite struct RuledLineTests {
    struct Rule: Sendable {
        var rates: [Double]
        var servers: Int
        var reserves: [Int]
        var room: Int?
        var line: PriorityLine { PriorityLine(arrivalRates: rates, serviceRate: 1.25, servers: servers) }
    }

    static let rules = [
        Rule(rates: [0.6, 0.5], servers: 3, reserves: [0, 1], room: nil),
        Rule(rates: [0.3, 0.6], servers: 3, reserves: [0, 0], room: nil),
        Rule(rates: [0.4, 0.3], servers: 4, reserves: [1, 2], room: nil),
        Rule(rates: [0.3, 0.3, 0.4], servers: 4, reserves: [0, 1, 2], room: nil),
        Rule(rates: [1.2, 2], servers: 3, reserves: [0, 0], room: 5),
        Rule(rates: [2, 3, 1], servers: 3, reserves: [0, 1, 1], room: 3),
    ]

    @Test("A reserve's formula is what the solved chain says", arguments: rules.filter { $0.room == nil })
    func reserveFormula(rule: Rule) {
        let chain = SmallChain(line: rule.line, reserves: rule.reserves, room: rule.rates.count == 2 ? 60 : 24).solve()
        let found = ReserveLine(line: rule.line, reserves: rule.reserves).answers
        for (one, index) in zip(found, chain.meanWaits.indices) {
            #expect(near(one.meanWait, chain.meanWaits[index], 1e-4), "\(rule): \(one), \(chain)")
            #expect(near(one.waitProbability, chain.waiting[index], 1e-4), "\(rule): \(one), \(chain)")
        }
    }

    @Test("Without reserves it is Cobham's line, where the lowest classes grow without end too")
    func noReserve() {
        for rates in [[0.4, 0.9, 1.3], [0.4, 2, 3], [0.4, 3.7, 3]] {
            let line = PriorityLine(arrivalRates: rates, serviceRate: 1, servers: 4)
            let answers = ReserveLine(line: line, reserves: [0, 0, 0]).answers
            #expect(zip(answers, line.meanWaits).allSatisfy { near($0.meanWait, $1, 1e-9) }, "\(rates)")
            #expect(answers.allSatisfy { near($0.waitProbability, line.whole.waitProbability, 1e-9) })
        }
    }

    @Test("A waiting room that may be full: textbook and chain", arguments: [0, 1, 4, 30])
    func finite(room: Int) {
        for rate in [0.8, 2, 3, 7] {
            let line = WaitingLine(arrivalRate: rate, serviceRate: 1, servers: 2)
            let found = FiniteLine(line: line, waitingRoom: room)
            let chain = SmallChain(
                line: PriorityLine(arrivalRates: [rate], serviceRate: 1, servers: 2), reserves: [0], room: room
            ).solve()
            #expect(near(found.lostProbability, chain.lost[0]), "\(rate) \(room)")
            #expect(near(found.waitProbability, chain.waiting[0]), "\(rate) \(room)")
            #expect(near(found.meanWait, chain.meanWaits[0], 1e-6), "\(rate) \(room)")
            #expect(near(found.utilisation, chain.utilisation), "\(rate) \(room)")
        }
        // λ = μ, one server: every number in the system is as likely.
        let even = FiniteLine(line: WaitingLine(arrivalRate: 1, serviceRate: 1, servers: 1), waitingRoom: room)
        #expect(near(even.lostProbability, 1 / Double(room + 2)))
        let huge = FiniteLine(
            line: WaitingLine(arrivalRate: 1, serviceRate: 1, servers: 10_000), waitingRoom: 100_000)
        #expect(huge.lostProbability == 0 && near(huge.utilisation, 1e-4))
    }

    /// How far simulated means lie from exact ones, in half-widths of their intervals.
    private func errors(
        _ station: Station, _ exact: [Double], _ measures: @escaping @Sendable (StationResult) -> [Double]
    )
        -> [Double]
    {
        let runs = Replications(seed: 19, limit: 8).run { replication in
            var run = StationRun(station, span: StationSpan(warmUp: 1_000, calls: 8_000), replication: replication)
            return measures(run.run())
        }
        return exact.indices.map { index in
            let interval = Interval95(of: runs.map { $0[index] })
            return abs(interval.mean - exact[index]) / max(interval.halfWidth, 1e-12)
        }
    }

    @Test("The station agrees with the chain under every rule", arguments: rules)
    func simulated(rule: Rule) {
        let chain = SmallChain(
            line: rule.line, reserves: rule.reserves, room: rule.room ?? (rule.rates.count == 2 ? 60 : 24)
        ).solve()
        var station = Station(rule.line, discipline: .priority)
        station.waitingRoom = rule.room
        for index in rule.rates.indices { station.classes[index].reserve = rule.reserves[index] }
        let off = errors(station, chain.meanWaits + chain.waiting + (rule.room == nil ? [] : chain.lost)) { result in
            let calls = result.classes.map { Double($0.calls) }
            let lost = zip(result.classes, calls).map { Double($0.lost) / $1 }
            let waiting = zip(result.classes, calls).map { Double($0.delayed - $0.lost) / $1 }
            return result.classes.map(\.meanWait) + waiting + lost
        }
        #expect(off.allSatisfy { $0 < 2.2 } && off.count { $0 > 1 } <= 2, "\(rule): \(off)")
    }

    @Test("Beside a class that grows without end the classes above it wait as the formulas say")
    func saturated() {
        let line = PriorityLine(arrivalRates: [1, 1.5, 4, 2], serviceRate: 1, servers: 4)
        #expect(line.stableCount == 2 && line.meanWaits[2] == .infinity && line.meanWaits[3] == .infinity)
        #expect(line.meanQueueTimesPreemptive[1].isFinite && line.meanQueueTimesPreemptive[2] == .infinity)
        let beside = Station(line.carried, discipline: .priority).supplied(.exponential(mean: 1))
        let waits = errors(beside, Array(line.meanWaits.prefix(2))) { Array($0.classes.map(\.meanWait).prefix(2)) }
        #expect(waits.allSatisfy { $0 < 2 }, "\(waits)")

        let reserve = ReserveLine(line: line, reserves: [0, 0, 1, 1])
        var held = beside
        held.classes[2].reserve = 1
        let gained = errors(held, reserve.answers.prefix(2).map(\.meanWait)) {
            Array($0.classes.map(\.meanWait).prefix(2))
        }
        #expect(gained.allSatisfy { $0 < 2 }, "\(gained)")

        let service = Distribution.gamma(shape: 3, scale: 0.25)
        let long = Distribution.deterministic(2)
        let server = PriorityServerCase(arrivalRates: [0.3, 0.5, 1], services: [service, service, long], servers: 1)
        let general = Station(
            rates: [0.8], classes: [.init(share: 0.375, service: service), .init(share: 0.625, service: service)],
            servers: 1
        ).supplied(long)
        let off = errors(general, Array(server.exact[0].tree.flat.prefix(2))) {
            Array($0.classes.map(\.meanWait).prefix(2))
        }
        #expect(server.exact[0].tree.flat[2] == .infinity && off.allSatisfy { $0 < 2 }, "\(off)")
    }

    @Test("What is infinite in every run is told as such, what ran out of work as not precise")
    func telling() {
        let job = SimulationJob(batch: 4, limit: 8, precision: 1e-9) { replication in
            var stream = replication.stream(1)
            return [Measure("some", [stream.uniform(), .infinity]), Measure("sure", 3)]
        }
        let measured = job.run(seed: 1)
        #expect(measured[0].endless == [1] && measured[0].halfWidth.flat[1] == 0)
        #expect(measured.map(\.isPrecise) == [false, true] && measured.allSatisfy { $0.replications == 8 })
    }

    @Test("No load makes a case work without bound", arguments: [0.1, 0.5, 0.9, 0.99, 0.995, 0.998, 0.9999])
    func bounded(utilisation: Double) {
        for servers in [1, 50, 10_000] {
            let load = utilisation * Double(servers)
            let forgetting = StationSpan.forgetting(utilisation: utilisation, load: load)
            guard StationSpan.isShort(forgetting) else {
                let line = WaitingLine(arrivalRate: load, serviceRate: 1, servers: servers)
                let jobs = WaitingLineCase(line: line, times: []).jobs
                #expect(utilisation > 0.99 && jobs.allSatisfy { $0.method == .analytic })
                continue
            }
            let span = StationSpan.steady(forgetting: forgetting)
            // Never biased by the start: what is measured begins when that is forgotten.
            #expect(Double(span.warmUp) >= min(forgetting, 1.5e7).rounded(.down))
            let calls = (span.warmUp + span.calls) * span.replications(atMost: 1_200)
            #expect(calls <= StationSpan.callBudget, "\(utilisation) \(servers)")
        }
        let tooMany = DailyLineCase(line: DailyLine(hourlyRates: [1e9], serviceRate: 1e9, servers: 2))
        #expect(!tooMany.isAnswered)
    }

    @Test("Impatience with far more calls than servers stays a number")
    func impatientFlood() {
        let line = ImpatientLine(
            line: WaitingLine(arrivalRate: 1000, serviceRate: 1, servers: 500), abandonmentRate: 0.01)
        #expect(near(line.abandonProbability, 0.5, 1e-6) && near(line.meanQueueLength, 50_000, 1e-6))
        #expect(near(line.utilisation, 1, 1e-9) && near(line.waitProbability, 1, 1e-9))
    }
}
