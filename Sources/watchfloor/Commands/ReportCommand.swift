import ArgumentParser
import Figures
import Journal
import Wording

extension FigureGrouping: ExpressibleByArgument {}

/// The figures a command room is judged by.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: say(
            "Figures of what is recorded: dispatch, turn-out, travel, response, busy.", "记录的统计：派警、出动、行车、到场、占用。"))

    @OptionGroup var folder: FolderOptions

    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。")))
    var json = false

    @Option(
        help: ArgumentHelp(say("Group by priority, type, beat or unit-kind.", "按 priority、type、beat 或 unit-kind 分组。")))
    var by: FigureGrouping?

    func run() throws {
        let open = try openJournal(folder.path, watching: true)
        let journal = open.journal
        defer { journal.close() }
        if json {
            print(
                try journalStep { () throws(JournalError) in try figures(of: journal, by: by) }.json(
                    exercise: open.opened.board.mode.mode == .exercise))
        } else {
            print(
                try journalStep { () throws(JournalError) in
                    try reportText(of: journal, on: open.opened.board, by: by, words: Words(folder.language))
                })
        }
    }
}
