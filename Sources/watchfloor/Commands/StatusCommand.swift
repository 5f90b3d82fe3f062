import ArgumentParser
import DispatchModel
import Foundation
import Journal
import JournalSQLite
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

    /// What is printed; the keys are part of the interface.
    private struct Status: Encodable {
        var position: JournalPosition
        /// The chain's end; left out of a board as it stood before.
        var hash: String?
        /// The time that was asked for, in milliseconds; left out of the present board.
        var asOf: Int64?
        var board: String
        var mode: String
        var title: String
        var lastEventAt: Int64
        var incidents: Int
        var open: Int
        var waiting: Int
        var waitingByPriority: [String: Int]
        var units: Int
        var free: Int
        var alerts: Int
        var unansweredAlerts: Int
        var archived: Int64
    }

    func run() throws {
        let open = try openJournal(folder.path, watching: true)
        defer { open.journal.close() }
        let status = try status(of: open)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(status), as: UTF8.self))
        } else {
            print(text(status))
        }
    }

    private func status(of open: OpenJournal) throws -> Status {
        let present = open.opened.board
        let isLive = present.mode.mode == .live
        let now = isLive ? max(wallTime(), present.lastEventAt) : present.lastEventAt
        let asked = try asof.map { try moment($0, "--asof", of: open, now: now) }
        let board = try asked.map { try watchfloor.board(at: $0, of: open) } ?? present
        let incidents = board.incidents.elements
        let waiting = incidents.filter(\.isWaiting)
        let hash = asked == nil ? try journalStep { () throws(JournalError) in try open.journal.lastHash().hex } : nil
        var asOf: Int64?
        if case .time(let time)? = asked {
            asOf = time.rawValue
        } else if asked != nil {
            asOf = board.lastEventAt.rawValue
        }
        return Status(
            position: board.position, hash: hash, asOf: asOf, board: board.digest, mode: "\(board.mode.mode)",
            title: board.mode.title, lastEventAt: board.lastEventAt.rawValue,
            incidents: Int(board.counters.incidents), open: incidents.filter(\.isOpen).count, waiting: waiting.count,
            waitingByPriority: Dictionary(grouping: waiting) { "P\($0.priority.rawValue)" }.mapValues(\.count),
            units: board.units.count, free: board.units.elements.filter(\.isFree).count, alerts: board.alerts.count,
            unansweredAlerts: board.alerts.elements.filter { !$0.acknowledged }.count,
            archived: board.counters.archived)
    }

    private func text(_ status: Status) -> String {
        let words = Words(folder.language)
        let hash = status.hash.map { words.pick(", hash \($0.prefix(16))…", "，校验 \($0.prefix(16))…") } ?? ""
        let mode = BoardMode.allCases.first { "\($0)" == status.mode } ?? .live
        return words.pick(
            """
            \(words.mode(mode)) \(status.title)
            journal position \(status.position)\(hash)
            incidents \(status.incidents), open \(status.open), waiting \(status.waiting)
            units \(status.units), free \(status.free); alerts \(status.alerts), unanswered \(status.unansweredAlerts)
            """,
            """
            \(words.mode(mode)) \(status.title)
            日志位置 \(status.position)\(hash)
            警情 \(status.incidents)，未办结 \(status.open)，待派 \(status.waiting)
            警力 \(status.units)，可派 \(status.free)；告警 \(status.alerts)，未确认 \(status.unansweredAlerts)
            """)
    }
}
