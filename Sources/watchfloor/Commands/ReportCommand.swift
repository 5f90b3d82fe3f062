import ArgumentParser
import Figures
import Journal
import Wording

extension FigureGrouping: ExpressibleByArgument {}

/// The figures a command room is judged by, and the after-action report of a drill.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: say(
            "Figures of what is recorded: dispatch, turn-out, travel, response, busy; with --drill the after-action report.",
            "记录的统计：派警、出动、行车、到场、占用；加 --drill 为演练讲评报告。"))

    /// What a report is written as.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case html, text, json
    }

    @OptionGroup var folder: FolderOptions

    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。")))
    var json = false

    @Option(
        help: ArgumentHelp(say("Group by priority, type, beat or unit-kind.", "按 priority、type、beat 或 unit-kind 分组。")))
    var by: FigureGrouping?

    @Option(
        help: ArgumentHelp(
            say(
                "A drill's name or folder; several compare those who played.", "演练名称或目录；给出多个则对比各学员。"),
            valueName: "name|dir"))
    var drill: [String] = []

    @Option(help: ArgumentHelp(say("With --drill: html, text or json.", "与 --drill 同用：html、text 或 json。")))
    var format: Format?

    @Option(help: ArgumentHelp(say("With --drill: the file to write.", "与 --drill 同用：写入的文件。"), valueName: "file"))
    var output: String?

    func validate() throws {
        if !drill.isEmpty {
            if by != nil || folder.dataDir != nil {
                throw ValidationError(
                    say("--drill goes with neither --by nor --data-dir", "--drill 不与 --by、--data-dir 同用"))
            }
            if json, let format, format != .json {
                throw ValidationError(
                    say("--json and --format \(format) exclude each other", "--json 与 --format \(format) 不可并用"))
            }
        } else if format != nil || output != nil {
            throw ValidationError(say("--format and --output need --drill", "--format 与 --output 须与 --drill 同用"))
        }
    }

    func run() throws {
        guard drill.isEmpty else {
            let report = try DrillReport(names: drill, language: folder.language)
            return try report.write(as: format ?? (json ? .json : .text), to: output)
        }
        let open = try openJournal(folder.path, watching: true)
        let journal = open.journal
        defer { journal.close() }
        if json {
            let report: FigureReport = try journalStep { () throws(JournalError) in try figures(of: journal, by: by) }
            print(report.json(exercise: open.opened.board.mode.mode == .exercise))
        } else {
            print(
                try journalStep { () throws(JournalError) in
                    try reportText(of: journal, on: open.opened.board, by: by, words: Words(folder.language))
                })
        }
    }
}
