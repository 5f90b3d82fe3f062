import ArgumentParser
import Core
import DispatchModel
import Foundation
import JournalSQLite
import Shell
import Wording

/// How a board stands, for scripts.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: say("How the board of a data folder stands.", "数据目录看板的现状。"))

    @OptionGroup var folder: FolderOptions

    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。")))
    var json = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            say(
                "The board as it stood then: 14:05, 2017-01-01T14:05, -10m, #1234.",
                "看板当时的状态：14:05、2017-01-01T14:05、-10m、#1234。"),
            valueName: "time"))
    var asof: String?

    func run() throws {
        let open = try openJournal(folder.path, watching: true)
        defer { open.journal.close() }
        let wall = wallTime()
        let present = open.opened.board
        let now = present.mode.mode == .live ? max(wall, present.lastEventAt) : present.lastEventAt
        let status = try status(of: open, now: now, wall: wall)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(status), as: UTF8.self))
        } else {
            let words = Words(folder.language, zone: zone(named: present.mode.timeZone))
            let wallWords = Words(folder.language, zone: zone(named: ""))
            print(status.text(words, wallWords: wallWords, present: now, wall: wall))
        }
    }

    private func status(of open: OpenJournal, now: Timestamp, wall: Timestamp) throws -> BoardStatus {
        let asked = try asof.map { try moment($0, "--asof", of: open, now: now) }
        let board = try asked.map { try watchfloor.board(at: $0, of: open) } ?? open.opened.board
        let hash = asked == nil ? try journalStep { () throws(JournalError) in try open.journal.lastHash().hex } : nil
        let sign = try journalStep { () throws(JournalError) in try open.journal.writerSign() }
        var asOf: Timestamp?
        if case .time(let time)? = asked { asOf = time } else if asked != nil { asOf = board.lastEventAt }
        return BoardStatus(board, hash: hash, asOf: asOf, sign: sign, wall: wall)
    }
}
