/// M(t)/M/c over a cycle of hours.
package struct DailyLineCase: SimulationCase {
    /// The model.
    package var line: DailyLine

    /// Creates the case of a line that carries its mean load.
    package init(line: DailyLine) { self.line = line }

    /// The simulations; each measure comes from one of them.
    package var jobs: [SimulationJob] {
        guard isAnswered else { return [.formula(exact)] }
        let line = line
        let station = Station(
            rates: line.hourlyRates,
            classes: [Station.CallClass(service: .exponential(mean: 1 / line.serviceRate))], servers: line.servers)
        let span = span
        let limit = max(40, min(200, StationSpan.callBudget / (span.warmUp + span.calls) / 40 * 40))
        return [
            SimulationJob(batch: 40, limit: limit, precision: 0.01) { replication in
                var run = StationRun(station, span: span, replication: replication)
                let result = run.run()
                return [
                    Measure(
                        "by_hour",
                        .list(
                            result.hours.map {
                                Self.record(allBusy: $0.allBusy / $0.time, queue: $0.meanQueueLength, busy: $0.meanBusy)
                            }))
                ]
            }
        ]
    }

    private var daily: Double { line.hourlyRates.reduce(0, +) }

    /// Whole cycles until the start is forgotten, at least three.
    private var warmUpCycles: Double {
        let mean = daily / Double(line.hourlyRates.count)
        let load = mean / line.serviceRate
        return max(3, StationSpan.forgetting(utilisation: load / Double(line.servers), load: load) / daily).rounded(.up)
    }

    /// The cycles that are measured: five hundred, or as many as there is time for.
    private var cycles: Double { min(500, (Double(StationSpan.callBudget) / 40 / daily).rounded(.down) - warmUpCycles) }

    /// Whether the line has a steady cycle, and enough of it can be simulated within minutes.
    package var isAnswered: Bool { daily > 0 && cycles >= 10 && cycles * daily >= 100 }

    /// Whole cycles, by the calls that come in them.
    private var span: StationSpan {
        StationSpan(warmUp: Int(warmUpCycles * daily), calls: max(1, Int(max(10, cycles) * daily)))
    }

    private static func record(allBusy: Double, queue: Double, busy: Double) -> MeasureTree {
        .record([
            .init("p_all_busy", .number(allBusy)), .init("mean_queue_length", .number(queue)),
            .init("mean_busy", .number(busy)),
        ])
    }

    /// What the formulas say.
    package var exact: [Measure] {
        guard let hours = line.byHour() else { return [] }
        let records = hours.map { Self.record(allBusy: $0.allBusy, queue: $0.queueLength, busy: $0.busy) }
        return [Measure("by_hour", .list(records))]
    }
}

/// A covering location problem: searched, not simulated, so that its intervals are points.
package struct CoverageCase: SimulationCase {
    /// The problem.
    package var problem: CoverageLocation

    /// Creates the case.
    package init(problem: CoverageLocation) { self.problem = problem }

    /// The simulations; each measure comes from one of them.
    package var jobs: [SimulationJob] {
        let exact = exact
        return [SimulationJob(method: .search, batch: 2, limit: 2, precision: nil) { _ in exact }]
    }

    /// What the formulas say.
    package var exact: [Measure] {
        let best = problem.best()
        let places = best.places.map { Double($0) }
        guard best.isOptimal else {
            return [Measure("covered", best.value), Measure("bound", best.bound), Measure("one_solution", places)]
        }
        return [Measure("optimal_value", best.value), Measure("one_optimal_solution", places)]
    }
}

/// The comparison city.
package struct CityCase: SimulationCase {
    /// The model.
    package var city: City
    /// How many replications.
    package var replications: Int

    /// Creates the case.
    package init(city: City, replications: Int) {
        self.city = city
        self.replications = replications
    }

    /// The simulations; each measure comes from one of them.
    package var jobs: [SimulationJob] {
        let city = city
        return [
            SimulationJob(batch: replications, limit: replications, precision: nil) { replication in
                var run = CityRun(city, replication: replication)
                return Self.measures(run.run())
            }
        ]
    }

    /// Nothing is known of the city but by simulation.
    package var exact: [Measure] { [] }

    /// The measures of one replication.
    package static func measures(_ result: CityResult) -> [Measure] {
        [
            Measure("mean_response", result.meanResponse), Measure("p90_response", result.p90Response),
            Measure("mean_wait", result.meanWait), Measure("fraction_queued", result.fractionQueued),
            Measure("mean_travel", result.meanTravel), Measure("util_patrol", result.patrolUtilisation),
            Measure("util_qru", result.quickUtilisation), Measure("cross_sector", result.crossSector),
            Measure("p1_with_backup", result.withBackup), Measure("calls", Double(result.calls)),
        ]
    }
}

/// Larson's hypercube with its zero or infinite line.
package struct HypercubeCase: SimulationCase {
    /// The model.
    package var model: Hypercube

    /// Creates the case of a model with a steady state.
    package init(model: Hypercube) { self.model = model }

    /// The simulations; each measure comes from one of them.
    package var jobs: [SimulationJob] {
        let model = model
        let job = SimulationJob(batch: 20, limit: 400, precision: aimedPrecision) { replication in
            var run = HypercubeRun(model, warmUp: 5_000, calls: 200_000, replication: replication)
            return Self.measures(run.run(), of: model)
        }
        guard model.isQueueing else { return [job] }
        // A formula has no spread: one replication says all, and the interval is a point.
        let approximation = model.approximation().utilisation
        let formula = SimulationJob(method: .analytic, batch: 2, limit: 2, precision: nil) { _ in
            [Measure("larson_1975_approximation", approximation)]
        }
        return [job, formula]
    }

    /// What the formulas say.
    package var exact: [Measure] {
        let answer = model.exact() ?? model.approximation()
        let rest = model.isQueueing ? [Measure("larson_1975_approximation", model.approximation().utilisation)] : []
        return Self.measures(answer, of: model) + rest
    }

    private static func measures(_ answer: HypercubeAnswer, of model: Hypercube) -> [Measure] {
        var measures = [
            Measure("server_utilisation", answer.utilisation), Measure("p_all_idle", answer.allIdle),
            Measure("p_all_busy", answer.allBusy),
        ]
        if model.isQueueing {
            measures += [
                Measure("p_wait", answer.waiting), Measure("p_queue_nonempty", answer.queueNotEmpty),
                Measure("mean_wait", answer.meanWait),
            ]
            if let travel = answer.queuedTravel { measures.append(Measure("mean_travel_time_of_queued_calls", travel)) }
            measures.append(Measure("dispatch_fraction_immediate", .matrix(answer.immediate)))
        } else {
            measures += [
                Measure("p_lost", answer.lost), Measure("mean_travel_time_by_server", answer.travelByUnit(model)),
            ]
        }
        measures.append(Measure("dispatch_fraction", .matrix(answer.dispatch)))
        if !model.isQueueing || model.travelAtoms != nil {
            measures += [
                Measure("mean_travel_time_by_atom", answer.travelByAtom(model)),
                Measure("mean_travel_time", answer.travel(model)),
            ]
        }
        return measures + [Measure("fraction_out_of_primary_area", answer.outOfPrimary(model))]
    }
}
