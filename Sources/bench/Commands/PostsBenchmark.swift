import ArgumentParser
import Reports
import Shell
import SimulationKit

/// The time to place units so that the gap to the best is proven.
struct PostsBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "posts",
        abstract: say("Time the placing of units (MEXCLP), with the proven gap.", "计时驻点求解（MEXCLP）及已证明的差距。"))

    @Option(help: ArgumentHelp(say("Units to place.", "单元数。")))
    var units = 40

    @Option(help: ArgumentHelp(say("Posts to choose from.", "可选驻点数。")))
    var posts = 200

    @Option(help: ArgumentHelp(say("Points of demand.", "需求点数。")))
    var beats = 51

    @Option(help: ArgumentHelp(say("Share of time that a unit is busy.", "单元忙碌率。")))
    var busy = 0.4

    @Option(help: ArgumentHelp(say("Problems to solve.", "求解次数。")))
    var problems = 20

    func validate() throws {
        guard (1...1000).contains(units), (1...10_000).contains(posts), (1...10_000).contains(beats),
            (1...10_000).contains(problems), (0..<1).contains(busy)
        else {
            throw ValidationError(say("numbers must be from 1, and --busy below 1", "各数须不小于 1，--busy 须小于 1"))
        }
    }

    func run() throws {
        let clock = ContinuousClock()
        var (worst, longest, sum) = (0.0, 0.0, 0.0)
        for seed in 1...problems {
            let problem = problem(UInt64(seed))
            let start = clock.now
            let plan = problem.solved()
            let seconds = (clock.now - start) / .seconds(1)
            worst = max(worst, plan.gap)
            longest = max(longest, seconds)
            sum += seconds
        }
        print(
            "{\"problems\":\(problems),\"meanSeconds\":\(SimulatedJSON.number(sum / Double(problems))),"
                + "\"longestSeconds\":\(SimulatedJSON.number(longest)),\"worstGap\":\(SimulatedJSON.number(worst))}")
    }

    /// Points in a square, each post reaching what lies within 0.18 of its side.
    private func problem(_ seed: UInt64) -> CoverageLocation {
        var stream = RandomStream(seed: seed)
        let points = (0..<beats).map { _ in (stream.uniform(), stream.uniform()) }
        let sites = (0..<posts).map { _ in (stream.uniform(), stream.uniform()) }
        let reach = sites.map { site in
            points.indices.filter { index in
                let (x, y) = (points[index].0 - site.0, points[index].1 - site.1)
                return x * x + y * y <= 0.18 * 0.18
            }
        }
        return CoverageLocation(
            weights: (0..<beats).map { _ in stream.uniform() }, reach: reach, units: units, busyFraction: busy)
    }
}
