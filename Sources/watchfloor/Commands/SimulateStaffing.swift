import ArgumentParser
import Foundation
import SimulationKit

/// How many units a load needs, from Erlang's and Cobham's formulas: an answer while planning a shift.
struct StaffingMode: SimulateMode {
    @Flag(help: ArgumentHelp(say("Answer by formula, at once.", "按公式立即给出结果。")))
    var staffing = false

    @Option(help: ArgumentHelp(say("Calls an hour.", "每小时警情数。")))
    var rate: Double?

    @Option(
        help: ArgumentHelp(
            say("Mean time that a unit is busy with a call: 90s, 45m, 1h.", "每起警情平均占用时长：90s、45m、1h。"), valueName: "time"
        ))
    var service: PlannedTime?

    @Option(help: ArgumentHelp(say("Units on the shift.", "当班警力数。")))
    var units: Int?

    @Option(
        help: ArgumentHelp(
            say("Wait for a unit that is still acceptable.", "可接受的等待派警时长。"), valueName: "time"))
    var within = PlannedTime(seconds: 60)

    @Option(help: ArgumentHelp(say("Calls in 100 that shall wait no longer.", "每 100 起警情中不超过该时长的起数。")))
    var percent = 95.0

    @Option(
        help: ArgumentHelp(
            say("Shares of the priorities, highest first: 0.3,0.7.", "各优先级占比，由高到低：0.3,0.7。"), valueName: "shares"))
    var mix: String?

    var isAsked: Bool { staffing || rate != nil || service != nil }

    func validate() throws {
        guard isAsked else { return }
        guard let rate, rate > 0, rate < 1e6, let service, service.seconds > 0 else {
            throw ValidationError(
                say("--staffing needs --rate and --service above zero", "--staffing 需要大于零的 --rate 与 --service"))
        }
        guard units.map({ (1...100_000).contains($0) }) ?? true else {
            throw ValidationError(say("--units must be 1 to 100000", "--units 须为 1 至 100000"))
        }
        guard percent > 0, percent < 100 else {
            throw ValidationError(say("--percent must lie between 0 and 100", "--percent 须在 0 与 100 之间"))
        }
        _ = try shares()
    }

    private func shares() throws -> [Double] {
        guard let mix else { return [1] }
        let shares = mix.split(separator: ",").map { Double($0.trimmingCharacters(in: .whitespaces)) ?? .nan }
        guard (1...9).contains(shares.count), shares.allSatisfy({ $0 > 0 }), abs(shares.reduce(0, +) - 1) < 1e-6 else {
            throw ValidationError(say("--mix must be shares above zero that make 1", "--mix 须为大于零且合计为 1 的占比"))
        }
        return shares
    }

    func run(_ shared: SimulateOptions) throws {
        guard let rate, let service else { return }
        let plan = StaffingPlan(
            callsPerHour: rate, serviceHours: service.seconds / 3600, withinHours: within.seconds / 3600,
            share: percent / 100, shares: try shares())
        let answers = [units, plan.needed].compactMap { $0 }.map(plan.answer)
        let lines = shared.json ? [plan.json(answers)] : plan.table(answers)
        try writeOutput((lines.joined(separator: "\n") + "\n").utf8)
    }
}

/// A length of time on the command line: `90s`, `45m`, `1.5h`; without a letter, minutes.
struct PlannedTime: ExpressibleByArgument, CustomStringConvertible {
    var seconds: Double

    init(seconds: Double) { self.seconds = seconds }

    init?(argument: String) {
        let scales: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
        let scale = argument.last.flatMap { scales[$0] }
        // A year is longer than any call or wait; more would leave what can be reckoned with.
        guard let number = Double(scale == nil ? argument : String(argument.dropLast())),
            (0...31_536_000).contains(number * (scale ?? 60))
        else { return nil }
        seconds = number * (scale ?? 60)
    }

    var description: String { String(format: "%gs", seconds) }
}
