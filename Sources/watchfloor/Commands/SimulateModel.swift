import ArgumentParser
import Districts
import Shell
import SimulationKit

/// A district simulated without a console.
struct ModelMode: SimulateMode {
    @Argument(
        help: ArgumentHelp(
            say("District to simulate: a TOML file or a built-in name (linjiang).", "要仿真的辖区：TOML 文件或内置名称（linjiang）。"),
            valueName: "model"))
    var model: String?

    var isAsked: Bool { model != nil }

    /// Four weeks measured, ten times: seconds of work, and narrow enough intervals for most questions.
    static let standard = (days: 28, replications: 10)

    func run(_ shared: SimulateOptions) throws {
        guard let model else { return }
        let job = StaffingJob(
            simulation: StaffingSimulation(try openStaffedDistrict(model)), days: shared.days ?? Self.standard.days,
            replications: shared.replications ?? Self.standard.replications, seed: shared.seed)
        let work = WorkProgress(total: job.replications)
        let result = job.run { work.show($0) }
        work.finish()
        let report = StaffingReport(job: job, result: result)
        let lines = shared.json ? [report.json] : report.lines
        try writeOutput((lines.joined(separator: "\n") + "\n").utf8)
    }
}

/// A simulation and how much of it is asked for.
struct StaffingJob {
    var simulation: StaffingSimulation
    var days: Int
    var replications: Int
    var seed: UInt64

    /// Plays it; `progress` hears how many replications are done.
    func run(_ progress: @escaping @Sendable (Int) -> Void) -> StaffingResult {
        simulation.run(Replications(seed: seed, limit: replications), length: .init(days: days)) { done, _ in
            progress(done)
        }
    }
}
