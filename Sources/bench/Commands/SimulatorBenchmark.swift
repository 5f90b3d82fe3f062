import ArgumentParser
import Reports
import Shell
import SimulationKit

/// The speed of the engine on two jobs that other engines can be given too.
struct SimulatorBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulator",
        abstract: say("Time one run of a job in the simulator, on one thread.", "单线程计时运行一项仿真任务。"))

    /// What is simulated.
    enum Job: String, CaseIterable, ExpressibleByArgument {
        /// Two priorities, 50 servers, a million calls.
        case mmc
        /// A year of the comparison city, variant A.
        case city
    }

    @Argument(help: ArgumentHelp(say("The job: mmc or city.", "任务：mmc 或 city。"), valueName: "job"))
    var job: Job

    @Option(help: ArgumentHelp(say("Seed of the random numbers.", "随机种子。")))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp(say("Simulated days of the city (default: 365).", "城市仿真天数（默认 365）。")))
    var days: Int?

    func validate() throws {
        guard let days else { return }
        guard job == .city else {
            throw ValidationError(say("--days is for the city alone", "--days 仅用于城市"))
        }
        guard (1...36_500).contains(days) else {
            throw ValidationError(say("--days must be 1 to 36500", "--days 须为 1 至 36500"))
        }
    }

    func run() throws {
        let replication = Replication(index: 0, seed: seed)
        switch job {
        case .mmc: print(stationLine(replication))
        case .city: print(cityLine(replication, days: days ?? 365))
        }
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
