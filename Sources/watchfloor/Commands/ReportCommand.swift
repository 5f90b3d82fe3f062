import ArgumentParser
import Core
import DispatchModel
import Formats
import Reports
import Shell
import Wording

extension FigureGrouping: ExpressibleByArgument {}
extension BulletinSpan: ExpressibleByArgument {}

/// The figures a command room is judged by, and the after-action report of a drill.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: say(
            "Figures of what is recorded: dispatch, turn-out, travel, response, busy; with --drill the after-action report.",
            "记录的统计：派警、出动、行车、到场、占用；加 --drill 为演练讲评报告。"))

    /// What a report is written as.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case html, text, json, csv
    }

    @OptionGroup var folder: FolderOptions

    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。")))
    var json = false

    @Option(
        help: ArgumentHelp(say("Group by priority, type, beat or unit-kind.", "按 priority、type、beat 或 unit-kind 分组。")))
    var by: FigureGrouping?

    @Flag(
        help: ArgumentHelp(
            say(
                "The scorecard of alerts instead, against the limits of ISA-18.2 and EEMUA 191.",
                "改为告警记分卡，对照 ISA-18.2 与 EEMUA 191 的限值。")))
    var scorecard = false

    @Option(
        help: ArgumentHelp(
            say(
                "How a deadline profile was kept: nena, nfpa, 110, 1-3-5, or one of profiles.toml.",
                "考核方案的达标情况：nena、nfpa、110、1-3-5，或 profiles.toml 中的方案。"), valueName: "name"))
    var profile: String?

    @Option(
        help: ArgumentHelp(
            say(
                "A drill's name or folder; several compare those who played.", "演练名称或目录；给出多个则对比各学员。"),
            valueName: "name|dir"))
    var drill: [String] = []

    @Option(
        help: ArgumentHelp(
            say(
                "The bulletin of a week, month, quarter or year: acknowledged, under way, on scene and feedback by station, beat and unit, ranked, beside the period before.",
                "通报：周、月、季或年（week、month、quarter、year）。按派出所、巡区、单元列签收、出警、到场、反馈时限占比并排名，与上期对比。"),
            valueName: "week|month|quarter|year"))
    var bulletin: BulletinSpan?

    @Option(
        help: ArgumentHelp(
            say(
                "With --bulletin: a day in the period, by the room's clock (default: the last one that is over).",
                "与 --bulletin 同用：该期中的某一天（默认为最近结束的一期）。"), valueName: "yyyy-mm-dd"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            say(
                "With --bulletin: the measure to rank by: acknowledged, en-route, arrived, feedback.",
                "与 --bulletin 同用：排名指标：acknowledged、en-route、arrived、feedback。"), valueName: "measure"))
    var rank: String?

    @Flag(
        help: ArgumentHelp(
            say(
                "What a relief must know now, and the last hand-over that was made.", "接班人须知事项，及最近一次交接班。")))
    var handover = false

    @Option(
        help: ArgumentHelp(
            say(
                "With --drill, --bulletin or --handover: html, text, json; a bulletin also csv.",
                "与 --drill、--bulletin、--handover 同用：html、text、json；通报另可用 csv。")))
    var format: Format?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            say(
                "With --drill, --bulletin or --handover: the file to write (default, and -: standard output).",
                "与 --drill、--bulletin、--handover 同用：输出文件（默认及 - 为标准输出）。"),
            valueName: "file"))
    var output: String?

    func validate() throws {
        try validateKinds()
        if scorecard, by != nil || !drill.isEmpty {
            throw ValidationError(
                say("--scorecard goes with neither --by nor --drill", "--scorecard 不与 --by、--drill 同用"))
        }
        if bulletin != nil || handover { return }
        if profile != nil, by != nil || scorecard || !drill.isEmpty {
            throw ValidationError(
                say(
                    "--profile goes with none of --by, --scorecard, --drill", "--profile 不与 --by、--scorecard、--drill 同用"
                ))
        }
        if !drill.isEmpty {
            if by != nil || folder.dataDir != nil {
                throw ValidationError(
                    say("--drill goes with neither --by nor --data-dir", "--drill 不与 --by、--data-dir 同用"))
            }
            if json, let format, format != .json {
                throw ValidationError(
                    say("--json and --format \(format) exclude each other", "--json 与 --format \(format) 不可并用"))
            }
            if format == .csv { throw ValidationError(say("a drill has no CSV", "演练报告没有 CSV")) }
        } else if format != nil || output != nil {
            throw ValidationError(
                say(
                    "--format and --output need --drill, --bulletin or --handover",
                    "--format 与 --output 须与 --drill、--bulletin 或 --handover 同用"))
        }
    }

    /// A bulletin and a hand-over are reports of their own.
    private func validateKinds() throws {
        let others = by != nil || scorecard || !drill.isEmpty
        if bulletin != nil, others || handover {
            throw ValidationError(
                say(
                    "--bulletin goes with none of --by, --scorecard, --drill, --handover",
                    "--bulletin 不与 --by、--scorecard、--drill、--handover 同用"))
        }
        if handover, others || profile != nil || format == .csv || format == .html {
            throw ValidationError(
                say("--handover goes with --format text or json alone", "--handover 仅可与 --format text 或 json 同用"))
        }
        if bulletin == nil, from != nil || rank != nil {
            throw ValidationError(say("--from and --rank need --bulletin", "--from 与 --rank 须与 --bulletin 同用"))
        }
        if let from { try validateDay(from) }
        if bulletin != nil || handover, json, let format, format != .json {
            throw ValidationError(
                say("--json and --format \(format) exclude each other", "--json 与 --format \(format) 不可并用"))
        }
    }

    private func validateDay(_ from: String) throws {
        guard let date = BulletinPeriod.date(from) else {
            throw ValidationError(
                say("--from \(from) is no day; write 2026-11-23", "--from \(from) 不是日期；请写如 2026-11-23"))
        }
        guard !BulletinPeriod.canHold(date) else { return }
        let (first, last) = (BulletinPeriod.text(BulletinPeriod.firstDay), BulletinPeriod.text(BulletinPeriod.lastDay))
        throw ValidationError(
            say(
                "--from \(from): bulletins are of days from \(first) to \(last)",
                "--from \(from)：通报日期须在 \(first) 至 \(last) 之间"))
    }

    func run() throws {
        let target = try NamedOutput(
            output, reading: drill.isEmpty ? [folder.path] : try drill.map { try DrillReport.folder($0) })
        guard drill.isEmpty else {
            let report = try DrillReport(names: drill, language: folder.language)
            return try report.write(as: format ?? (json ? .json : .text), to: target)
        }
        if let bulletin {
            let report = BulletinReport(
                span: bulletin, from: from.flatMap(BulletinPeriod.date), profile: profile ?? "110", rank: rank,
                folder: folder)
            return try report.write(as: format ?? (json ? .json : .text), to: target)
        }
        if handover {
            return try HandoverReport(folder: folder).write(as: format ?? (json ? .json : .text), to: target)
        }
        let chosen = try profile.map { try RoomProfiles(folders: Folders()).profile(named: $0) }
        let open = try openJournal(folder.path, watching: true)
        let journal = open.journal
        defer { journal.close() }
        if scorecard {
            let board = open.opened.board
            let now = board.mode.mode == .live ? max(wallTime(), board.lastEventAt) : board.lastEventAt
            let card = try journalStep { () throws(JournalError) in try self.scorecard(of: journal, at: now) }
            print(
                json ? card.json : scorecardText(card, Words(folder.language, zone: zone(named: board.mode.timeZone))))
        } else if let chosen {
            let kept: AttainmentReport = try journalStep { () throws(JournalError) in
                try attainment(of: journal, chosen)
            }
            let isExercise = open.opened.board.mode.mode == .exercise
            let words = Words(folder.language)
            let mark = isExercise ? words.mode(.exercise) + "\n" : ""
            print(json ? kept.json(exercise: isExercise) : mark + attainmentText(kept, words: words))
        } else if json {
            let report: FigureReport = try journalStep { () throws(JournalError) in try figures(of: journal, by: by) }
            print(report.json(exercise: open.opened.board.mode.mode == .exercise))
        } else {
            print(
                try journalStep { () throws(JournalError) in
                    try reportText(of: journal, on: open.opened.board, by: by, words: Words(folder.language))
                })
        }
    }

    private func scorecard(of journal: some EventJournal, at now: Timestamp) throws(JournalError) -> Scorecard {
        var accumulator = ScorecardAccumulator()
        try journal.forEach(after: 0) { record throws(JournalError) in accumulator.apply(record) }
        return accumulator.scorecard(at: now)
    }
}

/// The scorecard as a table for people.
func scorecardText(_ card: Scorecard, _ words: Words) -> String {
    let chinese = words.language == .chinese
    var lines = [
        words.pick(
            "\(card.alerts) alerts from \(words.dateAndClock(card.from)) to \(words.dateAndClock(card.to))",
            "\(words.dateAndClock(card.from)) 至 \(words.dateAndClock(card.to))，共 \(card.alerts) 条告警")
    ]
    if let shortfall = card.shortfall(chinese: chinese) { lines.append(shortfall) }
    let rows = card.lines.map { line in
        [
            line.measure.name(chinese: chinese), line.measure.text(line.value), line.measure.limitText,
            line.verdict.name(chinese: chinese),
        ]
    }
    let widths = (0..<4).map { column in rows.map { TextWidth.columns(of: $0[column]) }.max() ?? 0 }
    for row in rows {
        let cells = row.enumerated().map { column, text in
            let blanks = String(repeating: " ", count: widths[column] - TextWidth.columns(of: text))
            return column == 1 || column == 2 ? blanks + text : text + blanks
        }
        lines.append("  " + cells.joined(separator: "  "))
    }
    if !card.worst.isEmpty { lines.append(words.pick("ten worst sources", "告警最多的十个来源")) }
    lines += card.worst.map { "  \(words.grouped($0.alerts))  \(Sanitiser.visible($0.text(words)))" }
    return lines.joined(separator: "\n")
}
