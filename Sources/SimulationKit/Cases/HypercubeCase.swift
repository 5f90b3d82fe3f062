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
