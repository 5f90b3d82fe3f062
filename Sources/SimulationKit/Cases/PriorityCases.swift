/// M/M/c with priorities, under both disciplines.
///
/// Where the load is too much, the highest classes may still be carried: these are simulated beside a class that never
/// runs out, and the waits of the others are infinite.
package struct PriorityLineCase: SimulationCase {
    /// The model.
    package var line: PriorityLine

    /// Creates the case of a line of which at least the highest class can be carried.
    package init(line: PriorityLine) { self.line = line }

    /// The simulations; each measure comes from one of them.
    package var jobs: [SimulationJob] {
        let carried = line.line(upTo: line.stableCount)
        let forgetting = StationSpan.forgetting(utilisation: carried.utilisation, load: carried.load)
        guard StationSpan.isShort(forgetting) else { return [.formula(exact)] }
        let span = StationSpan.steady(forgetting: forgetting)
        // From the top, the preempting classes whose line is so seldom full that it has to be climbed to.
        let rare = line.arrivalRates.indices.prefix { line.line(upTo: $0 + 1).waitProbability < 0.01 }.count
        return [nonpreemptive(span), preemptive(span, rare: rare)]
    }

    private var endless: [Double] {
        [Double](repeating: .infinity, count: line.arrivalRates.count - line.stableCount)
    }

    private func nonpreemptive(_ span: StationSpan) -> SimulationJob {
        let (stable, endless) = (line.stableCount, endless)
        let station = Station(line.carried, discipline: .priority).supplied(
            endless.isEmpty ? nil : .exponential(mean: 1 / line.serviceRate))
        let limit = span.replications(atMost: 1_200)
        return SimulationJob(batch: 20, limit: limit, precision: aimedPrecision) { replication in
            var run = StationRun(station, span: span, replication: replication)
            let result = run.run()
            return [
                Measure("p_wait", result.whole.allBusy / result.whole.time),
                Measure("mean_wait_nonpreemptive", result.classes.prefix(stable).map(\.meanWait) + endless),
            ]
        }
    }

    /// Classes that preempt see nothing of those below.
    private func preemptive(_ span: StationSpan, rare: Int) -> SimulationJob {
        let (line, endless) = (line.carried, endless)
        let station = Station(line, discipline: .preemptiveResume)
        let ladders = (0..<rare).map { LevelLadder(line: line.line(upTo: $0 + 1)) }
        let limit = span.replications(atMost: 1_200)
        return SimulationJob(batch: 20, limit: limit, precision: aimedPrecision) { replication in
            var lengths = [0.0]
            for ladder in ladders { lengths.append(ladder.queueLength(ladder.probabilities(replication))) }
            let top = (0..<rare).map { (lengths[$0 + 1] - lengths[$0]) / line.arrivalRates[$0] }
            guard rare < line.arrivalRates.count else {
                return [Measure("mean_queue_time_preemptive_resume", top + endless)]
            }
            var run = StationRun(station, span: span, replication: replication)
            let waits = run.run().classes.map(\.meanWait)
            return [Measure("mean_queue_time_preemptive_resume", top + waits.dropFirst(rare) + endless)]
        }
    }

    /// What the formulas say.
    package var exact: [Measure] {
        [
            Measure("p_wait", line.whole.waitProbability), Measure("mean_wait_nonpreemptive", line.meanWaits),
            Measure("mean_queue_time_preemptive_resume", line.meanQueueTimesPreemptive),
        ]
    }
}

/// M/G/c with priorities and without preemption, and the same calls first come first served.
package struct PriorityServerCase: SimulationCase {
    /// Calls per unit of time of each class.
    package var arrivalRates: [Double]
    /// The service of each class.
    package var services: [Distribution]
    /// How many servers.
    package var servers: Int

    /// Creates the case.
    package init(arrivalRates: [Double], services: [Distribution], servers: Int) {
        self.arrivalRates = arrivalRates
        self.services = services
        self.servers = servers
    }

    /// The load of the classes down to one, by server.
    private func utilisation(upTo count: Int) -> Double {
        zip(arrivalRates, services).prefix(count).reduce(0) { $0 + $1.0 * $1.1.mean } / Double(servers)
    }

    /// The classes, from the highest, that the servers can carry.
    var stableCount: Int { arrivalRates.indices.prefix { utilisation(upTo: $0 + 1) < PriorityLine.full }.count }

    /// Whether the highest class can be carried, and what can be is simulated within minutes or known by formula.
    package var isAnswered: Bool { stableCount > 0 && (servers == 1 || StationSpan.isShort(forgetting)) }

    private var forgetting: Double {
        let carried = utilisation(upTo: stableCount)
        return StationSpan.forgetting(utilisation: carried, load: carried * Double(servers))
    }

    /// The classes that can be carried, and the first that cannot as the one that never runs out.
    private func station(_ discipline: Station.Discipline) -> Station {
        let stable = stableCount
        let whole = arrivalRates.prefix(stable).reduce(0, +)
        return Station(
            rates: [whole],
            classes: zip(arrivalRates, services).prefix(stable).map {
                Station.CallClass(share: $0 / whole, service: $1)
            },
            servers: servers, discipline: discipline
        ).supplied(stable < services.count ? services[stable] : nil)
    }

    /// The simulations; each measure comes from one of them.
    package var jobs: [SimulationJob] {
        guard StationSpan.isShort(forgetting) else { return [.formula(exact)] }
        var span = StationSpan.steady(forgetting: forgetting)
        span.calls *= 2
        return [ordered(span), firstCome(span)]
    }

    private func ordered(_ span: StationSpan) -> SimulationJob {
        let (station, stable, all) = (station(.priority), stableCount, arrivalRates.count)
        let limit = span.replications(atMost: 1_000)
        return SimulationJob(batch: 20, limit: limit, precision: aimedPrecision) { replication in
            var run = StationRun(station, span: span, replication: replication)
            let ordered = run.run()
            let endless = [Double](repeating: .infinity, count: all - stable)
            return [
                Measure("mean_wait_nonpreemptive", ordered.classes.prefix(stable).map(\.meanWait) + endless),
                Measure("mean_wait_all", stable < all ? .infinity : ordered.meanWait),
            ]
        }
    }

    private func firstCome(_ span: StationSpan) -> SimulationJob {
        guard stableCount == arrivalRates.count else { return .formula([Measure("mean_wait_fifo", .infinity)]) }
        let station = station(.firstCome)
        let limit = span.replications(atMost: 1_000)
        return SimulationJob(batch: 20, limit: limit, precision: aimedPrecision) { replication in
            var run = StationRun(station, span: span, replication: replication)
            return [Measure("mean_wait_fifo", run.run().meanWait)]
        }
    }

    /// What the formulas say, for one server alone.
    package var exact: [Measure] {
        guard servers == 1 else { return [] }
        let server = PriorityServer(
            classes: zip(arrivalRates, services).map { rate, service in
                .init(arrivalRate: rate, serviceMean: service.mean, serviceSquare: service.square)
            })
        return [
            Measure("mean_wait_nonpreemptive", server.meanWaits), Measure("mean_wait_all", server.meanWaitOfAll),
            Measure("mean_wait_fifo", server.meanWaitFirstCome),
        ]
    }
}
