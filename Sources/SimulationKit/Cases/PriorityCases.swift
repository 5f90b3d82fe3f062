/// M/M/c with priorities, under both disciplines.
public struct PriorityLineCase: SimulationCase {
    /// The model.
    public var line: PriorityLine

    /// Creates the case of a line with a steady state.
    public init(line: PriorityLine) { self.line = line }

    /// The classes down to one, which see nothing of those below when they preempt.
    private func line(upTo count: Int) -> PriorityLine {
        PriorityLine(
            arrivalRates: Array(line.arrivalRates.prefix(count)), serviceRate: line.serviceRate, servers: line.servers)
    }

    /// The simulations; each measure comes from one of them.
    public var jobs: [SimulationJob] {
        // From the top, the preempting classes whose line is so seldom full that it has to be climbed to.
        let rare = line.arrivalRates.indices.prefix { line(upTo: $0 + 1).whole.waitProbability < 0.01 }.count
        return [nonpreemptive, preemptive(rare: rare)]
    }

    private var nonpreemptive: SimulationJob {
        let station = Station(line, discipline: .priority)
        let span = StationSpan.steady(utilisation: line.whole.utilisation)
        return SimulationJob(batch: 20, limit: 1_200, precision: aimedPrecision) { replication in
            var run = StationRun(station, span: span, replication: replication)
            let result = run.run()
            return [
                Measure("p_wait", result.whole.allBusy / result.whole.time),
                Measure("mean_wait_nonpreemptive", result.classes.map(\.meanWait)),
            ]
        }
    }

    private func preemptive(rare: Int) -> SimulationJob {
        let line = line
        let station = Station(line, discipline: .preemptiveResume)
        let span = StationSpan.steady(utilisation: line.whole.utilisation)
        let ladders = (0..<rare).map { LevelLadder(line: self.line(upTo: $0 + 1).whole) }
        return SimulationJob(batch: 20, limit: 1_200, precision: aimedPrecision) { replication in
            var lengths = [0.0]
            for ladder in ladders { lengths.append(ladder.queueLength(ladder.probabilities(replication))) }
            let top = (0..<rare).map { (lengths[$0 + 1] - lengths[$0]) / line.arrivalRates[$0] }
            guard rare < line.arrivalRates.count else {
                return [Measure("mean_queue_time_preemptive_resume", top)]
            }
            var run = StationRun(station, span: span, replication: replication)
            let waits = run.run().classes.map(\.meanWait)
            return [Measure("mean_queue_time_preemptive_resume", top + waits.dropFirst(rare))]
        }
    }

    /// What the formulas say.
    public var exact: [Measure] {
        [
            Measure("p_wait", line.whole.waitProbability), Measure("mean_wait_nonpreemptive", line.meanWaits),
            Measure("mean_queue_time_preemptive_resume", line.meanQueueTimesPreemptive),
        ]
    }
}

/// M/G/c with priorities and without preemption, and the same calls first come first served.
public struct PriorityServerCase: SimulationCase {
    /// Calls per unit of time of each class.
    public var arrivalRates: [Double]
    /// The service of each class.
    public var services: [Distribution]
    /// How many servers.
    public var servers: Int

    /// Creates the case.
    public init(arrivalRates: [Double], services: [Distribution], servers: Int) {
        self.arrivalRates = arrivalRates
        self.services = services
        self.servers = servers
    }

    /// The share of time that a server is busy.
    public var utilisation: Double {
        zip(arrivalRates, services).reduce(0) { $0 + $1.0 * $1.1.mean } / Double(servers)
    }

    private func station(_ discipline: Station.Discipline) -> Station {
        let whole = arrivalRates.reduce(0, +)
        return Station(
            rates: [whole],
            classes: zip(arrivalRates, services).map { Station.CallClass(share: $0 / whole, service: $1) },
            servers: servers, discipline: discipline)
    }

    /// The simulations; each measure comes from one of them.
    public var jobs: [SimulationJob] {
        let (priority, fifo) = (station(.priority), station(.firstCome))
        var span = StationSpan.steady(utilisation: utilisation)
        span.calls *= 2
        return [
            SimulationJob(batch: 20, limit: 1_000, precision: aimedPrecision) { [span] replication in
                var run = StationRun(priority, span: span, replication: replication)
                let ordered = run.run()
                return [
                    Measure("mean_wait_nonpreemptive", ordered.classes.map(\.meanWait)),
                    Measure("mean_wait_all", ordered.meanWait),
                ]
            },
            SimulationJob(batch: 20, limit: 1_000, precision: aimedPrecision) { [span] replication in
                var run = StationRun(fifo, span: span, replication: replication)
                return [Measure("mean_wait_fifo", run.run().meanWait)]
            },
        ]
    }

    /// What the formulas say, for one server alone.
    public var exact: [Measure] {
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
