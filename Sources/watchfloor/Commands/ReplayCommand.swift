import ArgumentParser
import Core
import Dashboard
import DispatchModel
import DispatchPolicy
import Districts
import Foundation
import Ground
import Shell
import Wording

/// Plays a call log.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: say(
            "Play a call log, to be dispatched or as it was recorded; or look back through a journal.",
            "播放警情记录（交由调度或按原记录重现），或回看日志。"),
        discussion: say(
            "Without a file it plays the made-up sample. Playing the same log into the same folder goes on where it stopped. A data folder or an exported journal in place of the file is shown as it stood, from --from on; nothing is written.",
            "不给出文件时播放虚构样例。向同一目录重复播放同一记录会从中断处继续。若给出数据目录或导出的日志，则自 --from 起重现当时的看板，不写入任何内容。"))

    @OptionGroup var log: LogOptions
    @OptionGroup var options: ConsoleOptions

    @Flag(
        help: ArgumentHelp(
            say(
                "No screen: a whole sentence a line, for screen readers; see tail. Nothing can be ordered.",
                "无屏幕：每行一句，适合读屏软件，参见 tail；不能下达指令。")))
    var plain = false

    func run() throws {
        let speed = try log.factor()
        if let file = log.file, let recorded = try openRecorded(file) {
            return try playJournal(recorded, path: file, speed: speed)
        }
        let played = try openLog(log.choice)
        try requireCalls(played, isPicked: log.from != nil || log.to != nil)
        if !log.headless, !plain { try requireTerminal(orElse: .headless) }
        // What was named wrong is told before anything is written.
        let ground = try ground()
        let path = options.dataDir ?? Folders().replay(digest: played.digest, asRecorded: log.asRecorded)
        // From the first record on it ends in order.
        let signals = log.headless || plain ? RunSignals.ofPlayer() : nil
        var open = try openJournal(path)
        let board = open.opened.board
        try requireMode(.replay, source: played.log.mode.source, on: board, folder: path)
        try requireMapping(played.mapping, of: played, on: board, folder: path)
        try requireSamePlay(played, on: board, folder: path)
        let start = try startTime(played.log, board)
        if board.position == 0 { try declare(played.mode, at: start, &open) }
        if let signals {
            guard log.headless else { return try playPlain(played.log, open, speed: speed, start: start, signals) }
            return try playHeadless(played.log, open, ground, speed: speed, start: start, signals)
        }
        try playOnConsole(played, open, ground, speed: speed, start: start)
    }

    /// Board time to begin at: the log's first call, or where the journal stands.
    private func startTime(_ log: CallLog, _ board: Board) throws -> Timestamp {
        guard !log.observations.isEmpty else {
            throw Failure(.failure, say("the log has no call to play", "记录中没有可播放的警情"))
        }
        return max(log.observations.time(at: 0), board.lastEventAt)
    }

    private func declare(_ mode: ModeDeclared, at: Timestamp, _ open: inout OpenJournal) throws {
        let journal = open.journal
        let event = PendingEvent(at: at, actor: .system, source: nil, body: .modeDeclared(mode))
        let records = try journalStep { () throws(JournalError) in try journal.append([event], expecting: 0) }
        for record in records { open.opened.board.apply(record) }
    }

    /// A log that drives the board by itself is shown as it was: nobody is asked about its calls.
    private var policy: Policy {
        var policy = Policy()
        if log.asRecorded { policy.duplicates = nil }
        return policy
    }

    private func playOnConsole(
        _ played: OpenLog, _ open: OpenJournal, _ ground: Ground?, speed: Double, start: Timestamp
    )
        throws
    {
        let log = played.log
        var settings = options.settings(folders: Folders())
        settings.zone = zone(named: log.mode.timeZone)
        settings.rejectedRows = log.problems.skipped
        if let summary = LogReport(log).summary { settings.notices.append(Notice(.warning, summary)) }
        options.lay(ground, under: &settings, on: open.opened.board, isRecorded: false)
        let clock = BoardClock(start: start, speed: speed, wall: steadyTime())
        var session = ConsoleSession(open: open, options: options, settings: settings, clock: clock)
        // The room's own places need not be those of the log's city.
        if let places = options.known.places { session.places = WatchedPlaces(places, ground: ground) }
        session.sources = [GroundSource(ground, at: start, board: open.opened.board), LogSource(log.observations)]
        if !self.log.asRecorded {
            session.sources.append(CrewSource(seed: self.log.seed, board: open.opened.board, now: start))
        }
        try session.run()
    }

    /// What lies under the map: what was named or configured, the mapping's own, or that of the sample's district.
    private func ground() throws -> Ground? {
        let found = try openGround(options.ground, folders: Folders(), sections: [log.mapping])
        return try found ?? (log.file == nil ? madeUpGround() : nil)
    }

    private func playHeadless(
        _ log: CallLog, _ open: OpenJournal, _ ground: Ground?, speed: Double, start: Timestamp, _ signals: RunSignals
    ) throws {
        let board = open.opened.board
        let core = EventCore(board: board, policy: policy, writer: JournalWriter(journal: open.journal) {})
        var sources: [any ObservationSource] = [
            GroundSource(ground, at: start, board: board), LogSource(log.observations),
        ]
        if !self.log.asRecorded { sources.append(CrewSource(seed: self.log.seed, board: board, now: start)) }
        let progress = Progress(total: log.observations.count)
        let run = Run(
            core, pace: .headless, clock: BoardClock(start: start, speed: speed, wall: steadyTime()),
            time: MachineTime(wall: wallTime, steady: steadyTime), sources: sources)
        let end = log.observations.isEmpty ? start : log.observations.time(at: log.observations.count - 1)
        // However it ends, whoever watches is told that nobody writes any more.
        defer {
            core.close()
            open.journal.close()
        }
        let isWhole = try journalStep { () throws(JournalError) in
            try run.play(to: end, progress: { progress.show($0) }, isStopping: { signals.isStopping })
        }
        progress.finish()
        if !isWhole, let signal = signals.stop { throw cutOff(by: signal) }
        tell(core, log)
    }

    private func cutOff(by signal: Int32) -> Failure {
        Failure(
            endedBy: signal,
            remedy: say("play it again to go on where it stopped", "再次播放即可从中断处继续"))
    }

    /// Plays a log in sentences, as fast as it is told to, to the end of the log.
    private func playPlain(
        _ log: CallLog, _ open: OpenJournal, speed: Double, start: Timestamp, _ signals: RunSignals
    ) throws {
        let board = open.opened.board
        let words = Words(options.language, zone: zone(named: log.mode.timeZone))
        let stream = LinearStream(board, words: words, json: false)
        let core = EventCore(board: board, policy: policy, writer: JournalWriter(journal: open.journal) {})
        var sources: [any ObservationSource] = [LogSource(log.observations)]
        if !self.log.asRecorded { sources.append(CrewSource(seed: self.log.seed, board: board, now: start)) }
        let run = Run(
            core, clock: BoardClock(start: start, speed: speed, wall: steadyTime()),
            time: MachineTime(wall: wallTime, steady: steadyTime), sources: sources)
        stream.tellSummary(at: start)
        while !run.isLogAtItsEnd, stream.failure == nil, core.failure == nil, !signals.isStopping {
            run.turn(stream)
            poll(nil, 0, Int32(min(max(run.untilDue() ?? ReplayCommand.patience, 1), ReplayCommand.patience)))
        }
        run.takeTheRest()
        let last = stream.board.position
        core.close()
        defer { open.journal.close() }
        if let failure = core.failure { throw Failure(failure) }
        try stream.tell(open.journal, after: last)
        if let signal = signals.stop, !run.isLogAtItsEnd { throw cutOff(by: signal) }
    }

    /// Milliseconds after which a replay in sentences looks again, whatever is due.
    private static let patience: Int64 = 200

    /// The log's own responses are part of what was played only as they were recorded: else nobody was sent.
    private func responses(_ log: CallLog) -> String {
        guard self.log.asRecorded else {
            return say(
                "; the \(log.responseCount) unit responses of the log were not played (--as-recorded plays them)",
                "；记录中的 \(log.responseCount) 次出警未播放（--as-recorded 方播放）")
        }
        return say(", \(log.responseCount) unit responses", "，\(log.responseCount) 次出警")
    }

    private func tell(_ core: EventCore, _ log: CallLog) {
        let ignored = core.ignored
        // What is lost comes first.
        if log.problems.skipped + log.problems.noted > 0 {
            print(
                say(
                    "\(log.problems.skipped) rows skipped, \(log.problems.noted) kept and marked",
                    "跳过 \(log.problems.skipped) 行，保留并标记 \(log.problems.noted) 行"))
        }
        print(
            say(
                "\(log.rowCount) rows, \(log.callCount) calls\(responses(log)); journal at \(core.shown.position)",
                "\(log.rowCount) 行，\(log.callCount) 起警情\(responses(log))；日志位置 \(core.shown.position)"))
        if ignored.recorded > 0 {
            print(say("\(ignored.recorded) records were in the journal already", "\(ignored.recorded) 条此前已在日志中"))
        }
        if ignored.unusable > 0 {
            print(say("\(ignored.unusable) observations could not be used", "\(ignored.unusable) 条观测无法采纳"))
        }
    }
}

extension ReplayCommand {
    /// Plays a recorded journal on a console that cannot write: the whole board as it stood, from the start or `--from`.
    func playJournal(_ open: OpenJournal, path: String, speed: Double) throws {
        try requireViewing(path)
        let board = open.opened.board
        guard board.position > 0 else {
            throw Failure(.failure, say("\(path): nothing is recorded in it", "\(path)：日志中没有记录"))
        }
        var settings = options.settings(folders: Folders())
        settings.zone = zone(named: board.mode.timeZone)
        settings.wallZone = zone(named: "")
        settings.watching = true
        options.lay(try openGround(options.ground, folders: Folders()), under: &settings, on: board, isRecorded: true)
        // The present of a recording is its end; that of a live journal is the wall's, beside a writer or after it.
        var clock = BoardClock()
        if board.mode.mode != .live {
            clock = BoardClock(start: board.lastEventAt, speed: 1, wall: steadyTime())
            clock.setPaused(true, wall: steadyTime())
        }
        if plain {
            defer { open.journal.close() }
            return try TailCommand.tell(
                open, at: path, in: options.language, json: false, following: false,
                since: ("--from", log.from ?? "start"))
        }
        let start = try log.from.map { try startTime($0, open) }
        try requireTerminal(orElse: .status)
        var session = ConsoleSession(open: open, options: options, settings: settings, clock: clock)
        if let places = options.known.places { session.places = WatchedPlaces(places, ground: nil) }
        session.opening = { $0.play(from: start, speed: speed) }
        try session.run()
    }

    private func startTime(_ text: String, _ open: OpenJournal) throws -> Timestamp {
        let board = open.opened.board
        let named = try moment(text, "--from", of: open, now: board.lastEventAt)
        if case .time(let time) = named { return time }
        return try watchfloor.board(at: named, of: open).lastEventAt
    }

    /// A journal is shown as it is; what changes how a log is read has no meaning for it.
    private func requireViewing(_ path: String) throws {
        let given = [
            ("--headless", log.headless), ("--as-recorded", log.asRecorded), ("--mapping", log.mapping != nil),
            ("--to", log.to != nil), ("--data-dir", options.dataDir != nil),
        ]
        guard let option = given.first(where: \.1)?.0 else { return }
        throw Failure(
            .usage, say("\(option) is for call logs; \(path) is a journal", "\(option) 用于警情记录，而 \(path) 是日志"),
            remedy: say("leave it out; --from and --speed can be given", "请去掉该选项；可用 --from 与 --speed"))
    }
}
