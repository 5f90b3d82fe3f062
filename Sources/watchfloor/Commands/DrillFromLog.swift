import ArgumentParser
import DispatchModel
import Districts
import Drills
import Foundation
import Shell

/// Makes a scenario of a real call log.
struct DrillFromLog: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "from-log",
        abstract: say(
            "Write a call log as a scenario: its calls come at their own times, the units are yours.",
            "将警情记录写成想定：警情按原时间到来，警力由学员调派。"))

    @Argument(
        help: ArgumentHelp(
            say("CSV call log; without it the made-up sample.", "CSV 警情记录；不给出时用虚构样例。"), valueName: "file"))
    var file: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Mapping: a built-in name or a TOML file (default: found by the header).", "映射：内置名称或 TOML 文件（默认按表头识别）。"),
            valueName: "name|file"))
    var mapping: String?

    @Option(
        help: ArgumentHelp(
            say("Calls received from this time on, such as 2017-01-01T18:00.", "从此时刻接报的警情开始，例如 2017-01-01T18:00。"),
            valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp(say("Calls received before this time.", "此时刻之前接报的警情。"), valueName: "time"))
    var to: String?

    @OptionGroup var output: OutputOption

    @OptionGroup var locale: LocaleOption

    func run() throws {
        let target = try output.target(reading: [file, mapping])
        let open = try openLog(LogChoice(file: file, mapping: mapping, from: from, to: to, asRecorded: true))
        let log = open.log
        let shift = RecordedShift(log.observations)
        let crews = FittedCrews(log)
        if crews.ways < Self.enoughWays {
            printError(
                say(
                    "too few ways with times and points were found in the log: crews drive as fast as everywhere,"
                        + " not as theirs did",
                    "记录中含时间与位置的出警路程过少：警组按通用速度行驶，而非该地实际速度"))
        }
        try writeScenario(
            of: shift, title: BilingualText(open.name, open.name), zone: log.mode.timeZone, crews: crews, to: target)
    }

    /// Fewer ways than this say nothing about how fast crews drive.
    private static let enoughWays = 30
}

/// Writes the scenario of a recorded shift, and says what was left out.
func writeScenario(
    of shift: RecordedShift, title: BilingualText, zone: String, crews: FittedCrews, to target: NamedOutput
) throws {
    let text: String
    do throws(ScenarioWriter.Refusal) {
        text = try ScenarioWriter.text(shift, title: title, zone: zone, crews: crews)
    } catch {
        throw Failure(
            .failure, words(of: error), remedy: say("pick a part by --from and --to", "请用 --from 和 --to 选取一段"))
    }
    if shift.dropped > 0 {
        printError(
            say(
                "\(shift.dropped) calls beyond the first \(shift.callCount) were left out; pick a part by --from and --to",
                "前 \(shift.callCount) 起之外的 \(shift.dropped) 起警情未写入；请用 --from 和 --to 选取一段"))
    }
    try target.write(text.utf8)
}

private func words(of refusal: ScenarioWriter.Refusal) -> String {
    switch refusal {
    case .noCalls: say("there is no call to play", "没有可播放的警情")
    case .tooLong: say("longer than the 7 days that a drill may last", "超过演练最长 7 天")
    case .tooLarge: say("larger than the 1 MiB that a scenario may have", "超过想定文件最大 1 MiB")
    }
}
