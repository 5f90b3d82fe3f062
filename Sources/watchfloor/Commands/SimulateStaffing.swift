import ArgumentParser
import Foundation
import Reports
import Shell
import SimulationKit
import Wording

/// How many units a load needs, from Erlang's and Cobham's formulas: an answer while planning a shift.
struct StaffingMode: SimulateMode {
    @Flag(help: ArgumentHelp(say("Answer by formula, at once.", "按公式立即给出结果。")))
    var staffing = false

    @Option(help: ArgumentHelp(say("Calls an hour.", "每小时警情数。")))
    var rate: Double?

    @Option(
        help: ArgumentHelp(
            say("Mean time that a unit is busy with a call: 90s, 45m, 1h30m.", "每起警情平均占用时长：90s、45m、1h30m。"),
            valueName: "time"), transform: PlannedTime.init(typed:))
    var service: PlannedTime?

    @Option(help: ArgumentHelp(say("Units on the shift.", "当班警力数。")))
    var units: Int?

    @Option(
        help: ArgumentHelp(
            say("Wait for a unit that is still acceptable (default: 60s).", "可接受的等待派警时长（默认 60s）。"),
            valueName: "time"), transform: PlannedTime.init(typed:))
    var within: PlannedTime?

    @Option(
        help: ArgumentHelp(
            say("Calls in 100 that shall wait no longer (default: 95).", "每 100 起警情中不超过该时长的起数（默认 95）。")))
    var percent: Double?

    @Option(
        help: ArgumentHelp(
            say("Shares of the priorities, highest first: 0.3,0.7.", "各优先级占比，由高到低：0.3,0.7。"), valueName: "shares"))
    var mix: String?

    var isAsked: Bool { staffing || rate != nil || service != nil }
    var takes: Set<String> { ["--json"] }
    var given: [String] {
        let isGiven = [
            ("--units", units != nil), ("--within", within != nil), ("--percent", percent != nil),
            ("--mix", mix != nil),
        ]
        return isGiven.filter(\.1).map(\.0)
    }

    func validate() throws {
        guard isAsked else { return }
        guard let rate, rate > 0, rate < 1e6, let service, service.seconds > 0 else {
            throw ValidationError(
                say("--staffing needs --rate and --service above zero", "--staffing 需要大于零的 --rate 与 --service"))
        }
        guard units.map({ (1...100_000).contains($0) }) ?? true else {
            throw ValidationError(say("--units must be 1 to 100000", "--units 须为 1 至 100000"))
        }
        guard percent.map({ $0 > 0 && $0 < 100 }) ?? true else {
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
            callsPerHour: rate, serviceHours: service.seconds / 3600, withinHours: (within?.seconds ?? 60) / 3600,
            share: (percent ?? 95) / 100, shares: try shares())
        let answers = [units, plan.needed].compactMap { $0 }.map(plan.answer)
        let lines = shared.json ? [plan.json(answers)] : plan.table(answers, Words(shellLanguage))
        try writeOutput((lines.joined(separator: "\n") + "\n").utf8)
    }
}

/// A length of time on the command line with its units: `90s`, `45m`, `1.5h`, `1h30m`.
struct PlannedTime {
    let seconds: Double

    /// Reads what was typed. Throws what is none, and a number alone: nobody knows of what.
    init(typed text: String) throws {
        var (total, digits, hasUnit) = (0.0, "", false)
        for character in text {
            guard let scale = Self.scales[character] else {
                digits.append(character)
                continue
            }
            total += (Double(digits) ?? .nan) * scale
            (digits, hasUnit) = ("", true)
        }
        // A year is longer than any call or wait; more would leave what can be reckoned with.
        guard digits.isEmpty, hasUnit, (0...31_536_000).contains(total) else {
            throw ValidationError(
                say("write a length with its unit, such as 60s, 45m or 1h30m", "请写明时长单位，例如 60s、45m 或 1h30m"))
        }
        seconds = total
    }

    private static let scales: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
}
