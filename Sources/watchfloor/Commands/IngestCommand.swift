import ArgumentParser
import Dashboard
import DispatchModel
import FeedTransports
import Feeds
import Foundation
import RoomRules
import Wording

/// The feeds without a screen, for a console to open later.
struct IngestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: say("Take feeds into the journal without a screen.", "不开屏幕，将数据源写入日志。"),
        discussion: say(
            "Runs until every feed has ended or it is asked to stop; a followed file never ends. After a crash it goes on where the journal ends: nothing is lost, nothing is taken twice.",
            "运行至所有数据源结束或被要求停止；被跟随的文件不会结束。崩溃后从日志末尾继续：不丢失，不重复。"))

    @OptionGroup var folder: FolderOptions
    @OptionGroup var feeds: FeedOptions

    @Option(
        help: ArgumentHelp(
            say("TOML file whose units and beats the board has.", "列出单元与巡区的 TOML 文件。"), valueName: "file"))
    var roster: String?

    func run() throws {
        let folders = Folders()
        let room = try RoomRuleFile.read(folders: folders)
        let open = try openJournal(folder.path)
        defer { open.journal.close() }
        try requireMode(.live, source: "", on: open.opened.board, folder: folder.path)
        let running = try feeds.runner(folder: folder.path, journal: open.journal, folders: folders, printsTokens: true)
        guard !running.names.isEmpty else {
            throw Failure(
                .usage, say("there is no feed to run", "没有可运行的数据源"),
                remedy: say("give one with --feed, or write feeds.toml", "请用 --feed 指定，或编写 feeds.toml"))
        }
        guard let wake = WakePipe() else {
            throw Failure(.failure, say("the system has no file descriptor left", "系统已无可用的文件描述符"))
        }
        let core = EventCore(
            board: open.opened.board, policy: room.policy,
            writer: JournalWriter(journal: open.journal, wake: { wake.wake() }), showing: .nothing)
        var start = try RosterSource(file: roster ?? folders.configurationFile("roster.toml"))
        for observation in start.due(at: wallTime(), board: core.head) { core.take(observation) }
        let signals = StopSignals()
        let notifier = RoomNotifier(room.notices, words: Words(shellLanguage))
        try FeedIngest(core: core, feeds: running, notifier: notifier).run(wake: wake) {
            signals.isStopping
        }
        for (feed, counts) in running.counts { printError(line(feed, counts)) }
    }

    private func line(_ feed: String, _ counts: FeedCounts) -> String {
        let (taken, letters) = (counts.taken - counts.refused, counts.faults + counts.refused)
        return say(
            "\(feed): \(taken) taken, \(counts.repetitions) repeated, \(letters) dead letters",
            "\(feed)：收取 \(taken)，重复 \(counts.repetitions)，死信 \(letters)")
    }
}
