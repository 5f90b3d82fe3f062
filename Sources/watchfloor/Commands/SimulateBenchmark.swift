import ArgumentParser
import SimulationKit

/// The speed of the engine on two jobs that other engines can be given too.
struct SpeedMode: SimulateMode {
    /// What is simulated.
    enum Job: String, CaseIterable, ExpressibleByArgument {
        /// Two priorities, 50 servers, a million calls.
        case mmc
        /// A year of the comparison city, variant A.
        case city
    }

    @Option(
        help: ArgumentHelp(
            say("Time one run of a job, one thread: mmc or city.", "单线程计时运行一项任务：mmc 或 city。"), valueName: "job"))
    var benchmark: Job?

    var isAsked: Bool { benchmark != nil }
    var takes: Set<String> { benchmark == .city ? ["--json", "--seed", "--days"] : ["--json", "--seed"] }

    func run(_ shared: SimulateOptions) throws {
        guard let benchmark else { return }
        let replication = Replication(index: 0, seed: shared.seed)
        let line: String
        switch benchmark {
        case .mmc: line = stationLine(replication)
        case .city: line = cityLine(replication, days: shared.days ?? 365)
        }
        try writeOutput((line + "\n").utf8)
    }

    private func stationLine(_ replication: Replication) -> String {
        let model = PriorityLine(arrivalRates: [13.5, 31.5], serviceRate: 1, servers: 50)
        let clock = ContinuousClock()
        let start = clock.now
        var run = StationRun(
            Station(model, discipline: .priority), span: StationSpan(warmUp: 0, calls: 1_000_000),
            replication: replication)
        let result = run.run()
        let seconds = (clock.now - start) / .seconds(1)
        return head("watchfloor", seconds: seconds, events: result.events)
            + ",\"arrivals\":1000000,\"wait_hi\":\(SimulatedJSON.number(result.classes[0].meanWait))"
            + ",\"wait_lo\":\(SimulatedJSON.number(result.classes[1].meanWait))"
            + ",\"util\":\(SimulatedJSON.number(result.whole.meanBusy / 50))}"
    }

    private func cityLine(_ replication: Replication, days: Int) -> String {
        let clock = ContinuousClock()
        let start = clock.now
        var run = CityRun(City(variant: .a, days: days), replication: replication)
        let result = run.run()
        let seconds = (clock.now - start) / .seconds(1)
        let measures = CityCase.measures(result).map { measure in
            let flat = measure.tree.flat.map(SimulatedJSON.number)
            return "\"\(measure.name)\":" + (flat.count == 1 ? flat[0] : "[\(flat.joined(separator: ","))]")
        }
        return head("watchfloor", seconds: seconds, events: result.events)
            + ",\"variant\":\"A\",\"days\":\(days),\(measures.joined(separator: ","))}"
    }

    private func head(_ engine: String, seconds: Double, events: Int) -> String {
        "{\"engine\":\"\(engine)\",\"seconds\":\(SimulatedJSON.number(seconds)),\"events\":\(events),"
            + "\"events_per_s\":\(SimulatedJSON.number((Double(events) / seconds).rounded()))"
    }
}
