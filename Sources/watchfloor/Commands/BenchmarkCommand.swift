import ArgumentParser
import Core
import Dashboard
import DispatchModel
import Foundation
import Synchronization

/// Measurements, and the loads they are made on.
struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark",
        abstract: say(
            "Make a big board; run a console under a load of observations; time keys and feeds.",
            "生成大型看板；在观测负载下运行控制台；测量按键与数据源的速度。"),
        subcommands: [LoadBoard.self, LoadedConsole.self, KeyBenchmark.self, IngestBenchmark.self])

    /// Fills an empty data folder with a made-up board.
    struct LoadBoard: ParsableCommand {
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

    /// Opens a console while observations arrive at a rate.
    struct LoadedConsole: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "console",
            abstract: say(
                "Open the console on a made-up board while observations arrive at a rate.", "打开虚构看板的控制台，同时按速率注入观测。"))

        @OptionGroup var options: ConsoleOptions

        @Option(help: ArgumentHelp(say("Observations a second.", "每秒观测数。")))
        var rate = 10_000

        @Option(
            help: ArgumentHelp(
                say("File for the counts of what was offered and taken.", "写入注入与采纳计数的文件。"), valueName: "file"))
        var counts: String?

        func validate() throws { try requireCount("--rate", rate, from: 1) }

        func run() throws {
            let path = options.dataDir ?? Folders().live
            let open = try openJournal(path)
            let board = open.opened.board
            guard board.mode.source == BenchmarkLoad.source else {
                throw Failure(
                    .usage, say("\(path) holds no made-up board", "\(path) 中不是虚构看板"),
                    remedy: say("make one with watchfloor benchmark board", "请先用 watchfloor benchmark board 生成"))
            }
            var settings = options.settings(folders: Folders())
            settings.zone = zone(named: "")
            let clock = BoardClock(start: board.lastEventAt, speed: 1, wall: wallTime())
            var session = ConsoleSession(open: open, options: options, settings: settings, clock: clock)
            let feeder = LoadFeeder(callsigns: board.units.elements.map(\.callsign), rate: rate, clock: clock)
            session.started = { inbox in feeder.start(inbox) }
            session.stopped = { (core: EventCore) in
                feeder.stop()
                if let counts { try? feeder.report(core).write(toFile: counts, atomically: true, encoding: .utf8) }
            }
            try session.run()
        }
    }
}
