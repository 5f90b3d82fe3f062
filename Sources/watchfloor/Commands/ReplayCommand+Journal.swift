import Core
import Dashboard
import DispatchModel
import Shell
import Wording

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
        // The present of a recording is its end; that of a live journal is the wall's, beside a writer or after it.
        var clock = BoardClock()
        if board.mode.mode != .live {
            clock = BoardClock(start: board.lastEventAt, speed: 1, wall: steadyTime())
            clock.setPaused(true, wall: steadyTime())
        }
        let start = try log.from.map { try startTime($0, open) }
        try requireTerminal(orElse: .status)
        var session = ConsoleSession(open: open, options: options, settings: settings, clock: clock)
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
