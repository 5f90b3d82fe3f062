import ArgumentParser
import Core
import Dashboard
import DispatchModel
import DispatchPolicy
import Districts
import FeedTransports
import Foundation
import Shell
import Wording

/// The console on the live journal.
struct LiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console",
        abstract: say("Open the console on the journal of the data folder.", "打开数据目录日志上的控制台。"))

    @OptionGroup var options: ConsoleOptions

    @Flag(help: ArgumentHelp(say("Only watch, while another console writes.", "仅观看，由另一控制台写入。")))
    var watch = false

    @Option(
        help: ArgumentHelp(
            say("TOML file whose units and beats the board has.", "列出单元与巡区的 TOML 文件。"), valueName: "file"))
    var roster: String?

    @OptionGroup var feeds: FeedOptions

    @Flag(
        help: ArgumentHelp(
            say(
                "No screen: a whole sentence a line, for screen readers; see tail. Nothing can be ordered.",
                "无屏幕：每行一句，适合读屏软件，参见 tail；不能下达指令。")))
    var plain = false

    func run() throws {
        let folders = Folders()
        let path = options.dataDir ?? folders.live
        if plain { return try tell(path) }
        if !watch {
            try requireFolder(path, fits: .room)
            // What was typed wrong is told first, terminal or none.
            if !feeds.feed.isEmpty || feeds.feeds != nil {
                _ = try feeds.settings(folders: folders, printsTokens: false)
            }
            if let roster { _ = try RosterSource(file: roster) }
            try requireTerminal(orElse: .ingest)
        }
        let open = try openJournal(path, watching: watch)
        if watch { try requireTerminal(orElse: .status) }
        let board = open.opened.board
        var settings = options.settings(folders: folders)
        settings.watching = watch
        settings.zone = zone(named: board.mode.timeZone)
        settings.wallZone = zone(named: "")
        let rosterFile = roster ?? folders.configurationFile("roster.toml")
        let ground = try openGround(options.ground, folders: folders, sections: [rosterFile])
        options.lay(ground, under: &settings, on: board, isRecorded: watch)
        // A recording or an exercise that is opened without its log goes on from where it stood, as what it is.
        let isLive = board.position == 0 || board.mode.mode == .live
        let clock = isLive ? BoardClock() : BoardClock(start: board.lastEventAt, speed: 1, wall: steadyTime())
        var session = ConsoleSession(open: open, options: options, settings: settings, clock: clock)
        session.places = WatchedPlaces(options.known.places, ground: ground)
        if watch || !isLive, !feeds.feed.isEmpty || feeds.feeds != nil {
            // Left out in silence, they would look as if nothing came.
            throw Failure(
                .usage,
                isLive
                    ? say("a console that watches runs no feeds", "旁观的控制台不运行数据源")
                    : say("feeds speak to a live board alone; this one is none", "数据源只用于实时看板，此看板不是"),
                remedy: say("leave --feed and --feeds out, or open another folder", "去掉 --feed 与 --feeds，或打开其他目录"))
        }
        if watch, isLive { session.letters = DeadLetterStore(folder: path + "/dead-letters") }
        if !watch, isLive {
            let room = try RoomRuleFile.read(folders: folders)
            session.room = room
            let rules = WatchedRules(folders: folders)
            // What is wrong with the file is told all at once before there is a screen.
            _ = try RulesFile.read(folders: folders)
            session.rules = { rules.changed() }
            session.settings.bell = room.notices.bell
            session.sources = [
                try RosterSource(file: rosterFile), GroundSource(ground, at: wallTime(), board: board),
            ]
            let running = try feeds.runner(folder: path, folders: folders)
            session.started = { running.start($0) }
            session.letters = running.letters
            session.feeds = { running.statuses }
            session.health = running.health
            session.rereadFeeds = { feeds.reread(for: running, folders: folders) }
            session.stopped = { _ in
                running.stop()
                running.end()
            }
        }
        try session.run()
    }

    /// Tells in sentences what another program records.
    private func tell(_ path: String) throws {
        guard feeds.feed.isEmpty, feeds.feeds == nil, roster == nil else {
            throw Failure(
                .usage,
                say("--plain tells what another program records, and runs no feeds", "--plain 只播报其他程序所记录的内容，不运行数据源"),
                remedy: say("run watchfloor ingest beside it", "请另行运行 watchfloor ingest"))
        }
        let open = try openJournal(path, watching: true)
        defer { open.journal.close() }
        try TailCommand.tell(
            open, at: path, in: options.language, json: false, following: true, since: nil)
    }
}
