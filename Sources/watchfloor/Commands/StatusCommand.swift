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

    /// What is printed; the keys are part of the interface.
    private struct Status: Encodable {
        var position: JournalPosition
        var hash: String
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
        let board = open.opened.board
        let incidents = board.incidents.elements
        let waiting = incidents.filter(\.isWaiting)
        let hash = try journalStep { () throws(JournalError) in try open.journal.lastHash() }
        return Status(
            position: board.position, hash: hash.hex, board: board.digest, mode: "\(board.mode.mode)",
            title: board.mode.title, lastEventAt: board.lastEventAt.rawValue,
            incidents: Int(board.counters.incidents), open: incidents.filter(\.isOpen).count, waiting: waiting.count,
            waitingByPriority: Dictionary(grouping: waiting) { "P\($0.priority.rawValue)" }.mapValues(\.count),
            units: board.units.count, free: board.units.elements.filter(\.isFree).count, alerts: board.alerts.count,
            unansweredAlerts: board.alerts.elements.filter { !$0.acknowledged }.count,
            archived: board.counters.archived)
    }

    private func text(_ status: Status) -> String {
        let words = Words(folder.language)
        let mode = BoardMode.allCases.first { "\($0)" == status.mode } ?? .live
        return words.pick(
            """
            \(words.mode(mode)) \(status.title)
            journal position \(status.position), hash \(status.hash.prefix(16))…
            incidents \(status.incidents), open \(status.open), waiting \(status.waiting)
            units \(status.units), free \(status.free); alerts \(status.alerts), unanswered \(status.unansweredAlerts)
            """,
            """
            \(words.mode(mode)) \(status.title)
            日志位置 \(status.position)，校验 \(status.hash.prefix(16))…
            警情 \(status.incidents)，未办结 \(status.open)，待派 \(status.waiting)
            警力 \(status.units)，可派 \(status.free)；告警 \(status.alerts)，未确认 \(status.unansweredAlerts)
            """)
    }
}
