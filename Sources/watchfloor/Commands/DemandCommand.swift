import ArgumentParser
import Demand
import DispatchModel
import DispatchPolicy
import Reports
import Shell
import Wording

/// What is asked for: by hour, beat and weekday, in the next hours, and where to stand for it.
struct DemandCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demand",
        abstract: say("Calls to be expected, hot beats, and where to stand.", "警情预测、热点巡区与驻点建议。"),
        discussion: say(
            """
            Reads a call log, a data folder or an exported journal; the live journal when none is named. Calls that patrols made
            themselves are left out.

              watchfloor demand calls.csv --heat --hot
              watchfloor demand --backtest calls.csv --json
              watchfloor demand calls.csv --posts --units 40 --minutes 5

            --backtest foretells every held-out hour from the hours before it alone. Its JSON: hours (held out), inside80 (share
            of them within the 80 % band, 0 to 1; a count at an edge as the part of its probability within), mae, maeLastHour,
            maeFlat (mean absolute errors of the forecast, of "as the last hour" and of the mean of all before).
            """,
            """
            读取警情记录、数据目录或导出的日志；未指定时读取实况日志。巡逻自行发现的警情不计入。

              watchfloor demand calls.csv --heat --hot
              watchfloor demand --backtest calls.csv --json
              watchfloor demand calls.csv --posts --units 40 --minutes 5

            --backtest 逐时仅用此前数据预测留出的小时。JSON：hours（留出小时数）、inside80（落入 80% 区间的份额，0 至 1，
            边界值按概率折算）、mae、maeLastHour、maeFlat（预测、“同上一小时”、此前均值的平均绝对误差）。
            """))

    @Argument(
        help: ArgumentHelp(
            say("Call log, data folder or exported journal.", "警情记录、数据目录或导出的日志。"), valueName: "file"))
    var file: String?

    @Option(
        help: ArgumentHelp(
            say("Try the forecast on this log or journal.", "用此记录或日志检验预测。"), valueName: "file"))
    var backtest: String?

    @OptionGroup var folder: FolderOptions
    @OptionGroup var log: DemandLogOptions
    @OptionGroup var standing: StandingOptions

    @Flag(help: ArgumentHelp(say("Calls an hour by weekday and hour.", "按星期与时段的每小时警情数。")))
    var heat = false

    @Flag(help: ArgumentHelp(say("Beats of which more is asked than usual.", "警情多于平常的巡区。")))
    var hot = false

    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。")))
    var json = false

    func validate() throws {
        if file != nil, backtest != nil {
            throw ValidationError(say("name one file: FILE or --backtest FILE", "请只指定一个文件：FILE 或 --backtest FILE"))
        }
        if file != nil || backtest != nil, folder.dataDir != nil {
            throw ValidationError(say("--data-dir does not go with a file", "--data-dir 不与文件同用"))
        }
        if backtest != nil, heat || hot || standing.posts {
            throw ValidationError(
                say("--backtest goes with none of --heat, --hot, --posts", "--backtest 不与 --heat、--hot、--posts 同用"))
        }
        if standing.posts, json, heat || hot {
            throw ValidationError(say("with --json ask for --posts alone", "使用 --json 时请单独指定 --posts"))
        }
    }

    func run() throws {
        let known = try KnownDemand(
            path: backtest ?? file, folder: folder.path, options: log)
        let words = Words(folder.language, zone: known.zone)
        let report = DemandReport(known.history, as: known.kind, name: known.name, words: words)
        if backtest != nil { return try tellBacktest(report) }
        if standing.posts, json { return try write([try standing.report(known, words).json]) }
        if json { return try write([report.json]) }
        var lines = report.heading
        let isPlain = !heat && !hot && !standing.posts
        if isPlain { lines += [""] + report.nextLines }
        if heat || isPlain { lines += [""] + report.heatLines }
        if hot || isPlain { lines += [""] + report.hotLines }
        if standing.posts { lines += [""] + (try standing.report(known, words).lines) }
        try write(lines)
    }

    private func tellBacktest(_ report: DemandReport) throws {
        guard let tried = BacktestReport(report) else {
            let said = BacktestReport.tooShort(report)
            throw Failure(
                .failure, say(said.english, said.chinese),
                remedy: say("give a longer log", "请提供更长的记录"))
        }
        try write(json ? [tried.json] : report.heading + tried.lines)
    }

    private func write(_ lines: [String]) throws {
        try writeOutput(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
}

/// How a call log is read, as `replay` reads it.
struct DemandLogOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "Mapping of a call log: a built-in name or a TOML file (default: found by the header).",
                "警情记录的映射：内置名称或 TOML 文件（默认按表头识别）。"),
            valueName: "name|file"))
    var mapping: String?

    @Option(
        help: ArgumentHelp(
            say("Calls of a log received from this time on, such as 2017-01-03.", "记录中此时刻起的警情，例如 2017-01-03。")))
    var from: String?

    @Option(help: ArgumentHelp(say("Calls of a log received before this time.", "记录中此时刻之前的警情。")))
    var to: String?
}

/// Where to stand.
struct StandingOptions: ParsableArguments {
    @Flag(help: ArgumentHelp(say("Where units stand best (MEXCLP), with the proven gap.", "最佳驻点（MEXCLP）及已证明的差距。")))
    var posts = false

    @Option(help: ArgumentHelp(say("How many units stand (default: 10).", "驻守单元数（默认 10）。")))
    var units: Int?

    @Option(help: ArgumentHelp(say("Minutes within which a call is reached (default: 5).", "到达时限，分钟（默认 5）。")))
    var minutes: Int?

    @Option(
        help: ArgumentHelp(
            say("Share of time that a unit is busy, 0 to below 1 (default: 0.4).", "单元忙碌率，0 至小于 1（默认 0.4）。")))
    var busy: Double?

    func validate() throws {
        guard posts || (units == nil && minutes == nil && busy == nil) else {
            throw ValidationError(
                say("--units, --minutes and --busy need --posts", "--units、--minutes、--busy 须与 --posts 同用"))
        }
        guard (1...1000).contains(units ?? 1) else {
            throw ValidationError(say("--units must be 1 to 1000", "--units 须为 1 至 1000"))
        }
        guard (1...120).contains(minutes ?? 5) else {
            throw ValidationError(say("--minutes must be 1 to 120", "--minutes 须为 1 至 120"))
        }
        guard (0..<1).contains(busy ?? 0) else {
            throw ValidationError(say("--busy must be from 0 to below 1", "--busy 须为 0 至小于 1"))
        }
    }

    /// The plan for what is known, in words.
    func report(_ known: KnownDemand, _ words: Words) throws -> StandingReport {
        let (reach, share) = (minutes ?? 5, busy ?? StandingChoice.busyFraction)
        let choice = StandingChoice(known.history, board: known.places, minutes: reach, busyFraction: share)
        guard let plan = choice.plan(units: units ?? 10) else {
            throw Failure(
                .failure, say("\(known.name): no call and no beat has a point", "\(known.name)：警情与巡区均无坐标"),
                remedy: say("give a log with coordinates, or beats with middles", "请提供含坐标的记录，或给出巡区中心"))
        }
        return StandingReport(plan, minutes: reach, busyFraction: share, words: words)
    }
}
