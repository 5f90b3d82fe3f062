/// M/M/c (Erlang C).
package struct WaitingLineCase: SimulationCase {
    /// The model.
    package var line: WaitingLine
    /// Waits whose excess is measured.
    package var times: [Double]
    /// Rarer than this, a state or a wait is climbed to rather than waited for.
    private static let rare = 0.02

    /// Creates the case of a line with a steady state.
    package init(line: WaitingLine, times: [Double]) {
        self.line = line
        self.times = times
    }

    private var isEmptyRare: Bool { line.emptyProbability < Self.rare }
    private var isTailRare: Bool { times.contains { line.waitExceeds($0) < Self.rare } }
    private var isWaitRare: Bool { line.waitProbability < Self.rare / 4 }

    /// The simulations; each measure comes from one of them.
    package var jobs: [SimulationJob] {
        let line = line
        let times = times
        let (isEmptyRare, isTailRare, isWaitRare) = (isEmptyRare, isTailRare, isWaitRare)
        let forgetting = StationSpan.forgetting(utilisation: line.utilisation, load: line.load)
        guard StationSpan.isShort(forgetting) else { return [.formula(exact)] }
        let span = StationSpan.steady(forgetting: forgetting, thresholds: isTailRare ? [] : times)
        let limit = span.replications(atMost: 1_200)
        let direct = SimulationJob(batch: 20, limit: limit, precision: aimedPrecision) { replication in
            var run = StationRun(Station(line), span: span, replication: replication)
            let result = run.run()
            return Self.direct(result, line: line, times: times).filter { measure in
                switch measure.name {
                case "p0": !isEmptyRare
                case "wait_tail": !isTailRare
                case "p_wait", "mean_wait", "mean_wait_given_wait", "mean_queue_length": !isWaitRare
                default: true
                }
            }
        }
        guard isEmptyRare || isTailRare || isWaitRare else { return [direct] }
        let ladder = LevelLadder(line: line)
        let climbed = SimulationJob(method: .ladder, batch: 20, limit: 200, precision: aimedPrecision) { replication in
            let shares = ladder.probabilities(replication)
            return Self.climbed(shares, ladder: ladder, line: line, times: times).filter { measure in
                switch measure.name {
                case "p0": isEmptyRare
                case "wait_tail": isTailRare
                default: isWaitRare
                }
            }
        }
        return [direct, climbed]
    }

    private static func tail(_ times: [Double], _ share: (Int) -> Double) -> Measure {
        let parts = times.indices.map { index in
            MeasureTree.record([.init("t", .number(times[index])), .init("p", .number(share(index)))])
        }
        return Measure("wait_tail", .list(parts))
    }

    private static func direct(_ result: StationResult, line: WaitingLine, times: [Double]) -> [Measure] {
        let whole = result.whole
        let calls = result.classes[0]
        let service = whole.busy / Double(calls.ended)
        return [
            Measure("offered_load", Double(calls.ended) / whole.time * service),
            Measure("utilisation", whole.meanBusy / Double(line.servers)),
            Measure("p0", whole.empty / whole.time),
            Measure("p_wait", whole.allBusy / whole.time),
            Measure("mean_wait", calls.meanWait),
            Measure("mean_wait_given_wait", calls.waiting / Double(max(1, calls.delayed))),
            Measure("mean_system_time", calls.meanWait + service),
            Measure("mean_queue_length", whole.meanQueueLength),
            Measure("mean_number_in_system", whole.meanQueueLength + whole.meanBusy),
            tail(times) { index in
                calls.exceeded.isEmpty ? 0 : Double(calls.exceeded[index]) / Double(max(1, calls.ended))
            },
        ].filter { $0.name != "wait_tail" || !times.isEmpty }
    }

    private static func climbed(
        _ shares: [Double], ladder: LevelLadder, line: WaitingLine, times: [Double]
    ) -> [Measure] {
        let waiting = shares.dropFirst(line.servers).reduce(0, +)
        let length = ladder.queueLength(shares)
        return [
            Measure("p0", shares[0]), Measure("p_wait", waiting), Measure("mean_wait", length / line.arrivalRate),
            Measure("mean_wait_given_wait", length / line.arrivalRate / waiting), Measure("mean_queue_length", length),
            tail(times) { ladder.waitExceeds(times[$0], shares) },
        ].filter { $0.name != "wait_tail" || !times.isEmpty }
    }

    /// What the formulas say.
    package var exact: [Measure] {
        [
            Measure("offered_load", line.load), Measure("utilisation", line.utilisation),
            Measure("p0", line.emptyProbability), Measure("p_wait", line.waitProbability),
            Measure("mean_wait", line.meanWait), Measure("mean_wait_given_wait", line.meanWaitOfWaiting),
            Measure("mean_system_time", line.meanSystemTime), Measure("mean_queue_length", line.meanQueueLength),
            Measure("mean_number_in_system", line.meanNumberInSystem),
            Self.tail(times) { line.waitExceeds(times[$0]) },
        ].filter { $0.name != "wait_tail" || !times.isEmpty }
    }
}

/// M/M/c/c (Erlang B).
package struct LossCase: SimulationCase {
    /// Arrival rate over service rate.
    package var load: Double
    /// How many servers.
    package var servers: Int

    /// Creates the case.
    package init(load: Double, servers: Int) {
        self.load = load
        self.servers = servers
    }

    /// The simulations; each measure comes from one of them.
    package var jobs: [SimulationJob] {
        let servers = servers
        var station = Station(WaitingLine(arrivalRate: load, serviceRate: 1, servers: servers))
        station.waitingRoom = 0
        let span = StationSpan.steady(forgetting: 25 * load)
        guard StationSpan.isShort(25 * load) else { return [.formula(exact)] }
        let limit = span.replications(atMost: 1_000)
        return [
            SimulationJob(batch: 20, limit: limit, precision: aimedPrecision) { [station] replication in
                var run = StationRun(station, span: span, replication: replication)
                let whole = run.run().whole
                // Calls find the servers as time does, and time says it with less noise.
                return [
                    Measure("p_lost", whole.allBusy / whole.time),
                    Measure("utilisation", whole.meanBusy / Double(servers)),
                ]
            }
        ]
    }

    /// What the formulas say.
    package var exact: [Measure] {
        let lost = Erlang.lossProbability(load: load, servers: servers)
        return [Measure("p_lost", lost), Measure("utilisation", load * (1 - lost) / Double(servers))]
    }
}

/// M/M/c+M (Erlang A).
package struct ImpatientCase: SimulationCase {
    /// The model.
    package var line: ImpatientLine

    /// Creates the case.
    package init(line: ImpatientLine) { self.line = line }

    /// What forgets the start is whichever is faster: the line if all had patience, or the patience of those who wait.
    private var forgetting: Double {
        let patient = StationSpan.forgetting(utilisation: line.line.utilisation, load: line.line.load)
        let patience = 25 * max(line.line.arrivalRate / line.abandonmentRate, line.line.load)
        return min(patient, patience)
    }

    /// The simulations; each measure comes from one of them.
    package var jobs: [SimulationJob] {
        let servers = line.line.servers
        var station = Station(line.line)
        station.classes[0].patience = .exponential(mean: 1 / line.abandonmentRate)
        guard StationSpan.isShort(forgetting) else { return [.formula(exact)] }
        let span = StationSpan.steady(forgetting: forgetting)
        let limit = span.replications(atMost: 1_000)
        return [
            SimulationJob(batch: 20, limit: limit, precision: aimedPrecision) { [station] replication in
                var run = StationRun(station, span: span, replication: replication)
                let result = run.run()
                return [
                    Measure("p_wait", result.whole.allBusy / result.whole.time),
                    Measure("p_abandon", result.share(\.abandoned)),
                    Measure("mean_queue_length", result.whole.meanQueueLength),
                    Measure("mean_wait_all", result.meanWait),
                    Measure("utilisation", result.whole.meanBusy / Double(servers)),
                ]
            }
        ]
    }

    /// What the formulas say.
    package var exact: [Measure] {
        [
            Measure("p_wait", line.waitProbability), Measure("p_abandon", line.abandonProbability),
            Measure("mean_queue_length", line.meanQueueLength), Measure("mean_wait_all", line.meanWaitOfAll),
            Measure("utilisation", line.utilisation),
        ]
    }
}
