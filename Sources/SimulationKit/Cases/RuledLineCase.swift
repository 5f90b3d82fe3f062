/// M/M/c with priorities and the rules by which a room holds calls back: a reserve for the higher classes, a waiting room
/// that may be full. Without preemption.
package struct RuledLineCase: SimulationCase {
    /// The line without the rules.
    package var line: PriorityLine
    /// Servers that must stay free behind a start, by class; all below the number of servers, and none lower than that of
    /// the class above it.
    package var reserves: [Int]
    /// How many may wait; nil for room enough.
    package var waitingRoom: Int?

    /// Creates the case.
    package init(line: PriorityLine, reserves: [Int]? = nil, waitingRoom: Int? = nil) {
        self.line = line
        self.reserves = reserves ?? [Int](repeating: 0, count: line.arrivalRates.count)
        self.waitingRoom = waitingRoom
    }

    private var hasReserve: Bool { reserves.contains { $0 > 0 } }
    private var reserveLine: ReserveLine { ReserveLine(line: line, reserves: reserves) }
    /// The classes, from the highest, whose lines do not grow without end; a waiting room ends all.
    private var stableCount: Int { waitingRoom == nil ? reserveLine.stableCount : line.arrivalRates.count }

    /// Whether the highest class can be carried, and what can be is simulated within minutes or known by formula.
    package var isAnswered: Bool { stableCount > 0 && (waitingRoom == nil || StationSpan.isShort(forgetting)) }

    /// Calls until the start is forgotten: of the classes with a line of their own that of the slowest.
    private var forgetting: Double {
        if let waitingRoom {
            // A full room forgets in so many services; an endless one would do as the whole line does.
            let room = 25 * (Double(waitingRoom) + line.whole.load) * max(1, line.whole.utilisation)
            return min(room, StationSpan.forgetting(utilisation: line.whole.utilisation, load: line.whole.load))
        }
        return reserveLine.turns.prefix(stableCount).reduce(25 * line.whole.load) { longest, turn in
            let slack = 1 - turn.load.squareRoot()
            return max(longest, 25 * line.whole.arrivalRate * turn.square / turn.mean / (slack * slack))
        }
    }

    private var station: Station {
        let stable = stableCount
        let carried = PriorityLine(
            arrivalRates: Array(line.arrivalRates.prefix(stable)), serviceRate: line.serviceRate,
            servers: line.servers)
        var station = Station(carried, discipline: .priority)
        if stable < line.arrivalRates.count {
            station = station.supplied(.exponential(mean: 1 / line.serviceRate))
        }
        for index in station.classes.indices { station.classes[index].reserve = reserves[index] }
        station.waitingRoom = waitingRoom
        return station
    }

    /// The simulations; each measure comes from one of them.
    package var jobs: [SimulationJob] {
        guard StationSpan.isShort(forgetting) else { return [.formula(exact)] }
        let (station, stable) = (station, stableCount)
        let span = StationSpan.steady(forgetting: forgetting)
        let limit = span.replications(atMost: 1_200)
        return [
            SimulationJob(batch: 20, limit: limit, precision: aimedPrecision) { [self] replication in
                var run = StationRun(station, span: span, replication: replication)
                return measures(of: run.run(), stable: stable)
            }
        ]
    }

    private func measures(of result: StationResult, stable: Int) -> [Measure] {
        let classes = result.classes.prefix(stable)
        let all = line.arrivalRates.count - stable
        let waiting = classes.map { Double($0.delayed - $0.lost) / Double(max(1, $0.calls)) }
        let waits = classes.map(\.meanWait) + [Double](repeating: .infinity, count: all)
        var measures = [
            Measure("utilisation", result.whole.meanBusy / Double(line.servers)),
            Measure("p_wait_by_class", waiting + [Double](repeating: 1, count: all)),
            Measure("mean_wait_nonpreemptive", waits),
        ]
        if waitingRoom != nil {
            measures += [
                Measure("p_lost", result.share(\.lost)),
                Measure("p_lost_by_class", classes.map { Double($0.lost) / Double(max(1, $0.calls)) }),
            ]
        }
        if all == 0 { measures.append(Measure("mean_queue_length", result.whole.meanQueueLength)) }
        return measures
    }

    /// What the formulas say: all of a reserve, and of a waiting room without one what does not depend on the order.
    package var exact: [Measure] {
        guard let waitingRoom else { return exactReserve }
        guard !hasReserve else { return [] }
        let finite = FiniteLine(line: line.whole, waitingRoom: waitingRoom)
        let classes = line.arrivalRates.count
        let single = classes == 1 ? [Measure("mean_wait_nonpreemptive", [finite.meanWait])] : []
        return [
            Measure("utilisation", finite.utilisation),
            Measure("p_wait_by_class", [Double](repeating: finite.waitProbability, count: classes)),
            Measure("p_lost", finite.lostProbability),
            Measure("p_lost_by_class", [Double](repeating: finite.lostProbability, count: classes)),
            Measure("mean_queue_length", finite.meanQueueLength),
        ] + single
    }

    private var exactReserve: [Measure] {
        let answers = reserveLine.answers
        let waits = answers.map(\.meanWait)
        let shares = Measure("p_wait_by_class", answers.map(\.waitProbability))
        let rest = [shares, Measure("mean_wait_nonpreemptive", waits)]
        guard waits.allSatisfy(\.isFinite) else { return rest }
        let length = zip(line.arrivalRates, waits).reduce(0) { $0 + $1.0 * $1.1 }
        return [Measure("utilisation", line.whole.utilisation)] + rest + [Measure("mean_queue_length", length)]
    }
}

/// M/M/c/K: one class with a waiting room that may be full.
package struct FiniteLineCase: SimulationCase {
    private let ruled: RuledLineCase

    /// Creates the case.
    package init(line: WaitingLine, waitingRoom: Int) {
        ruled = RuledLineCase(
            line: PriorityLine(
                arrivalRates: [line.arrivalRate], serviceRate: line.serviceRate, servers: line.servers),
            waitingRoom: waitingRoom)
    }

    /// See ``RuledLineCase/isAnswered``.
    package var isAnswered: Bool { ruled.isAnswered }

    /// One class has no lists: its measures have the names of M/M/c.
    private static func plain(_ measures: [Measure]) -> [Measure] {
        measures.compactMap { measure in
            switch measure.name {
            case "p_wait_by_class": Measure("p_wait", measure.tree.flat[0])
            case "mean_wait_nonpreemptive": Measure("mean_wait", measure.tree.flat[0])
            case "p_lost_by_class": nil
            default: measure
            }
        }
    }

    /// The simulations; each measure comes from one of them.
    package var jobs: [SimulationJob] {
        ruled.jobs.map { job in
            var plain = job
            plain.body = { Self.plain(job.body($0)) }
            return plain
        }
    }

    /// What the formulas say.
    package var exact: [Measure] { Self.plain(ruled.exact) }
}
