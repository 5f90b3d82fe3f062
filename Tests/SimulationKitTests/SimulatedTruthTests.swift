import SimulationKit
import Testing

/// Short simulations beside exact answers. Seeds are fixed, so that what holds once holds always.
@Suite struct SimulatedTruthTests {
    /// How far simulated means lie from the exact ones, in units of their own standard error.
    private func errors(
        seed: UInt64, replications: Int = 8, exact: [Double], _ body: @escaping @Sendable (Replication) -> [Double]
    ) -> [Double] {
        let runs = Replications(seed: seed, limit: replications).run(body)
        return exact.indices.map { index in
            let interval = Interval95(of: runs.map { $0[index] })
            return (interval.mean - exact[index]) / interval.halfWidth
        }
    }

    private func station(
        _ station: Station, calls: Int = 6_000, _ measures: @escaping @Sendable (StationResult) -> [Double]
    ) -> @Sendable (Replication) -> [Double] {
        { replication in
            var run = StationRun(station, span: StationSpan(warmUp: 500, calls: calls), replication: replication)
            return measures(run.run())
        }
    }

    @Test("Stations agree with the formulas about as often as their intervals promise")
    func formulas() {
        let seed: UInt64 = 41
        var all: [Double] = []
        let line = WaitingLine(arrivalRate: 3, serviceRate: 1, servers: 5)
        all += errors(
            seed: seed, exact: [line.meanWait, line.utilisation, line.waitProbability],
            station(Station(line)) { [$0.meanWait, $0.whole.meanBusy / 5, $0.share(\.delayed)] })
        let classes = PriorityLine(arrivalRates: [0.5, 1], serviceRate: 1, servers: 2)
        for (discipline, waits) in [
            (Station.Discipline.priority, classes.meanWaits), (.preemptiveResume, classes.meanQueueTimesPreemptive),
            (.firstCome, [classes.whole.meanWait, classes.whole.meanWait]),
        ] {
            all += errors(
                seed: seed + 1, exact: waits,
                station(Station(classes, discipline: discipline)) { $0.classes.map(\.meanWait) })
        }
        var loss = Station(WaitingLine(arrivalRate: 4, serviceRate: 1, servers: 4))
        loss.waitingRoom = 0
        all += errors(
            seed: seed + 2, exact: [Erlang.lossProbability(load: 4, servers: 4)], station(loss) { [$0.share(\.lost)] })
        let impatient = ImpatientLine(
            line: WaitingLine(arrivalRate: 5, serviceRate: 1, servers: 4), abandonmentRate: 0.5)
        var hasty = Station(impatient.line)
        hasty.classes[0].patience = .exponential(mean: 2)
        all += errors(
            seed: seed + 3, exact: [impatient.abandonProbability, impatient.meanWaitOfAll],
            station(hasty) { [$0.share(\.abandoned), $0.meanWait] })
        let outside = all.count { abs($0) > 1 }
        #expect(outside <= 3, "seed \(seed): \(all)")
        #expect(all.allSatisfy { abs($0) < 2.5 }, "seed \(seed): \(all)")
    }

    @Test(
        "General service agrees with Cobham's formula",
        arguments: [
            Distribution.deterministic(0.7), .lognormal(mean: 0.7, coefficientOfVariation: 0.8),
            .gamma(shape: 3, scale: 0.2), .uniform(low: 0.2, high: 1.1), .weibull(shape: 1.5, scale: 0.7),
            .hyperexponential([.init(share: 0.8, mean: 0.4), .init(share: 0.2, mean: 1.6)]),
        ])
    func generalService(service: Distribution) {
        let model = PriorityServerCase(arrivalRates: [0.4, 0.5], services: [service, service], servers: 1)
        let plain = Station(
            rates: [0.9],
            classes: [.init(share: 4.0 / 9, service: service), .init(share: 5.0 / 9, service: service)], servers: 1)
        let exact = model.exact[0].tree.flat
        let off = errors(seed: 5, exact: exact, station(plain) { $0.classes.map(\.meanWait) })
        #expect(off.allSatisfy { abs($0) < 2.2 }, "seed 5: \(off)")
    }

    @Test("The hypercube simulated agrees with its exact answer", arguments: [false, true])
    func hypercube(isQueueing: Bool) throws {
        let model = HypercubeTests.city(isQueueing: isQueueing)
        let exact = try #require(model.exact())
        let flatten: @Sendable (HypercubeAnswer) -> [Double] = {
            $0.utilisation + [$0.allIdle, $0.allBusy] + $0.dispatch.joined() + $0.travelByAtom(model)
        }
        let off = errors(seed: 8, exact: flatten(exact)) { replication in
            var run = HypercubeRun(model, warmUp: 200, calls: 4_000, replication: replication)
            return flatten(run.run())
        }
        #expect(off.allSatisfy { abs($0) < 2.5 }, "seed 8: \(off)")
        #expect(off.count { abs($0) > 1 } <= off.count / 4, "seed 8: \(off)")
    }

    @Test("Rates by the hour agree with the integrated equations")
    func daily() throws {
        let line = DailyLine(hourlyRates: [1, 4, 2], serviceRate: 1, servers: 4)
        let exact = try #require(line.byHour())
        let model = Station(
            rates: line.hourlyRates, classes: [.init(service: .exponential(mean: 1))], servers: line.servers)
        let off = errors(
            seed: 6, exact: exact.flatMap { [$0.allBusy, $0.busy] },
            station(model, calls: 8_000) { $0.hours.flatMap { [$0.allBusy / $0.time, $0.meanBusy] } })
        #expect(off.allSatisfy { abs($0) < 2.2 }, "seed 6: \(off)")
    }

    @Test("A reserve holds the lower class back and the upper one gains")
    func reserve() {
        var station = Station(
            PriorityLine(arrivalRates: [1, 2], serviceRate: 1, servers: 5), discipline: .priority)
        let waits: @Sendable (Station) -> [Double] = { station in
            var run = StationRun(
                station, span: StationSpan(warmUp: 100, calls: 8_000), replication: Replication(index: 0, seed: 3))
            return run.run().classes.map(\.meanWait)
        }
        let open = waits(station)
        station.classes[1].reserve = 1
        let reserved = waits(station)
        #expect(reserved[0] < open[0] && reserved[1] > open[1])
    }

    @Test("States that are never waited for are reached level by level")
    func ladder() {
        let line = WaitingLine(arrivalRate: 45, serviceRate: 1, servers: 50)
        let ladder = LevelLadder(line: line, draws: 60)
        let off = errors(
            seed: 4,
            exact: [line.emptyProbability, line.waitExceeds(1), line.meanQueueLength].map { PlainMath.log($0) }
        ) { replication in
            let shares = ladder.probabilities(replication)
            return [shares[0], ladder.waitExceeds(1, shares), ladder.queueLength(shares)].map { PlainMath.log($0) }
        }
        #expect(off.allSatisfy { abs($0) < 2 }, "seed 4: \(off)")
    }

    @Test("A replication is the same twice, and its mirror is another")
    func determinism() {
        let station = Station(WaitingLine(arrivalRate: 3, serviceRate: 1, servers: 4))
        func run(_ replication: Replication) -> StationResult {
            var run = StationRun(station, span: StationSpan(warmUp: 10, calls: 1_000), replication: replication)
            return run.run()
        }
        let plain = Replication(index: 0, seed: 12)
        #expect(run(plain) == run(plain))
        #expect(run(plain) != run(Replication(index: 1, seed: 12, isAntithetic: true)))
    }
}
