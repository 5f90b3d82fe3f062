import ArgumentParser
import Core
import Shell

/// Fills an empty data folder with a made-up board.
struct BoardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board",
        abstract: say("Fill an empty data folder with a made-up board of a size.", "在空目录中生成指定规模的虚构看板。"))

    @Option(help: ArgumentHelp(say("Folder to fill.", "要填充的目录。"), valueName: "dir"))
    var dataDir: String

    @Option(help: ArgumentHelp(say("Open incidents.", "未办结警情数。")))
    var incidents = 20_000

    @Option(help: ArgumentHelp(say("Units.", "警力单元数。")))
    var units = 5_000

    @Option(help: ArgumentHelp(say("Events in the journal, at least.", "日志中的最少事件数。")))
    var events = 0

    func validate() throws {
        for (option, value, least) in [
            ("--incidents", incidents, 0), ("--units", units, 0), ("--events", events, 0),
        ] {
            try requireCount(option, value, from: least)
        }
    }

    func run() throws {
        let open = try openJournal(dataDir)
        defer { open.journal.close() }
        guard open.opened.board.position == 0 else {
            throw Failure(.usage, say("\(dataDir) is not empty", "\(dataDir) 不是空目录"))
        }
        var load = BenchmarkLoad(incidents: incidents, units: units, start: wallTime())
        let core = EventCore(board: open.opened.board, writer: JournalWriter(journal: open.journal) {})
        let progress = Progress(total: max(events, incidents * 2 + units))
        try load.fill(core, events: events) { progress.show($0) }
        progress.finish()
        print(say("\(core.shown.position) events", "\(core.shown.position) 条事件"))
    }
}
