import ArgumentParser
import Districts
import Reports
import Shell
import SimulationKit
import Wording

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
        let report = StaffingReport(job: job, result: result, words: Words(shellLanguage))
        let lines = shared.json ? [report.json] : report.lines
        try writeOutput((lines.joined(separator: "\n") + "\n").utf8)
    }
}
