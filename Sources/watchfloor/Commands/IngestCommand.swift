import ArgumentParser
import Core
import DispatchModel
import DispatchPolicy
import FeedTransports
import Feeds
import Formats
import Foundation
import Shell
import Wording

/// The feeds without a screen, for a console to open later.
struct IngestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: say("Take feeds into the journal without a screen.", "不开屏幕，将数据源写入日志。"),
        discussion: say(
            "Runs until every feed has ended or it is asked to stop; a followed file never ends. After a crash it goes on where the journal ends: nothing is lost, nothing is taken twice. While the journal cannot be written nothing is taken in, and it tries again every second. SIGUSR1 and SIGHUP read alerts.toml, tokens and certificates again.",
            "运行至所有数据源结束或被要求停止；被跟随的文件不会结束。崩溃后从日志末尾继续：不丢失，不重复。日志无法写入时暂停收取，每秒重试。SIGUSR1 与 SIGHUP 使其重新读取 alerts.toml、令牌与证书。"
        ))

    @OptionGroup var folder: FolderOptions
    @OptionGroup var feeds: FeedOptions

    @Option(
        help: ArgumentHelp(
            say("TOML file whose units and beats the board has.", "列出单元与巡区的 TOML 文件。"), valueName: "file"))
    var roster: String?

    @Flag(
        name: .customLong("adopt-rules"),
        help: ArgumentHelp(
            say(
                "Have the board work by room.toml where that differs from the rules in force.",
                "room.toml 与现用规则不同时，改用 room.toml。")))
    var adoptRules = false

    @Option(
        name: .customLong("log-format"),
        help: ArgumentHelp(say("How it logs on standard error: text or json.", "标准错误上的记录格式：text 或 json。")))
    var logFormat: RunLog.Format = .text

    @Option(
        name: .customLong("log-level"),
        help: ArgumentHelp(
            say(
                "The least that is logged: error, warning, notice, info or debug.",
                "最低记录级别：error、warning、notice、info 或 debug。")))
    var logLevel: RunLog.Level = .info

    func run() throws {
        let folders = Folders()
        let room = try RoomRuleFile.read(folders: folders)
        let rules = try RulesFile.read(folders: folders)
        // What is named or set wrongly is told before anything is made.
        let configuration = try feeds.settings(folders: folders, printsTokens: true)
        let roster = try RosterSource(file: roster ?? folders.configurationFile("roster.toml"))
        let open = try openJournal(folder.path)
        defer { open.journal.close() }
        try requireMode(.live, source: "", on: open.opened.board, folder: folder.path)
        let adoption = try rules.flatMap { try adopt($0, on: open.opened.board) }
        let running = RunningFeeds(configuration: configuration, folder: folder.path)
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
            writer: JournalWriter(journal: open.journal, wake: { wake.wake() }), showing: .nothing,
            snapshot: open.opened.snapshot)
        if let adoption { _ = core.perform(CommandRequest(.adoptRules(adoption), by: .system), now: wallTime()) }
        let run = Run(
            core, pace: .headless, time: MachineTime(wall: wallTime, steady: steadyTime), sources: [roster],
            inbox: Inbox { wake.wake() })
        let signals = RunSignals { wake.wake() }
        let log = RunLog(format: logFormat, level: logLevel)
        tellStart(running, core, log)
        let notifier = RoomNotifier(room.notices, words: Words(shellLanguage))
        try FeedIngest(run: run, feeds: running, notifier: notifier, log: log, health: running.health).run(
            wake: wake, isStopping: { signals.isStopping },
            reload: { if signals.takeReload() { reload(core, running, notifier, folders, log) } })
        for (feed, counts) in running.counts { log.say(.info, line(counts), feed: feed) }
    }

    /// What is to be adopted; nil where the room's file says what the board works by.
    private func adopt(_ file: RulesFile, on board: Board) throws -> RulesAdopted? {
        let (own, inForce) = (file.rules.digest, board.rules?.digest ?? RoomRules().digest)
        guard own != inForce else { return nil }
        guard adoptRules else {
            throw Failure(
                .usage,
                say(
                    "\(file.path) is \(RuleWords.short(own)), the board works by \(RuleWords.short(inForce))",
                    "\(file.path) 为 \(RuleWords.short(own))，看板现用 \(RuleWords.short(inForce))"),
                remedy: say(
                    "give --adopt-rules to change to the file's, or look with watchfloor rules diff",
                    "使用 --adopt-rules 改用该文件，或先用 watchfloor rules diff 查看差异"))
        }
        return file.rules.adoption
    }

    private func tellStart(_ running: RunningFeeds, _ core: EventCore, _ log: RunLog) {
        let names = NameList(running.names)
        log.say(
            .info,
            say(
                "watchfloor \(Version.text) takes in \(names.english); the journal has \(core.recordedPosition) events",
                "watchfloor \(Version.text) 收取 \(names.chinese)；日志含 \(core.recordedPosition) 个事件"))
        for finding in running.findings {
            log.say(finding.isFault ? .error : .notice, running.text(finding), feed: finding.feed)
        }
    }

    /// Takes over what was changed in the settings; what cannot be used leaves the last good ones in force.
    private func reload(
        _ core: EventCore, _ running: RunningFeeds, _ notifier: RoomNotifier, _ folders: Folders, _ log: RunLog
    ) {
        let (room, problem) = RoomRuleFile.reread(folders: folders)
        if let room {
            core.use(room.alerts, shifts: room.shifts)
            notifier.use(room.notices)
        }
        let problems = [problem].compactMap { $0 } + feeds.reread(for: running, folders: folders)
        for problem in problems { log.say(.error, problem) }
        if problems.isEmpty { log.say(.notice, say("settings read again", "已重新读取设置")) }
    }

    private func line(_ counts: FeedCounts) -> String {
        let (taken, letters) = (counts.taken - counts.refused, counts.faults + counts.refused - counts.unkept)
        let text = say(
            "\(taken) taken, \(counts.repetitions) repeated, \(letters) dead letters",
            "收取 \(taken)，重复 \(counts.repetitions)，死信 \(letters)")
        guard counts.unkept > 0 else { return text }
        return text + say(", ", "，") + Words(shellLanguage).positionsOfNobody(counts.unkept)
    }
}

extension RunLog.Format: ExpressibleByArgument {}
extension RunLog.Level: ExpressibleByArgument {}
