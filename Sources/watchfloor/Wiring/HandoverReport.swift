import Core
import DispatchModel
import DispatchPolicy
import Formats
import Foundation
import Reports
import Shell
import Wording

/// What a relief must know, and the last hand-over that was made.
struct HandoverReport {
    /// Whose journal.
    let folder: FolderOptions

    /// Writes it.
    func write(as format: ReportCommand.Format, to target: NamedOutput) throws {
        let open = try openJournal(folder.path, watching: true)
        defer { open.journal.close() }
        let board = open.opened.board
        let zone = zone(named: board.mode.timeZone)
        let now = board.mode.mode == .live ? max(wallTime(), board.lastEventAt) : board.lastEventAt
        let shifts = try RoomRuleFile.read().shifts
        let sheet = HandoverSheet(HandoverList(on: board, shifts: shifts, now: now), on: board, now: now)
        let words = Words(folder.language, zone: zone)
        try writeReport((format == .json ? try sheet.json() : sheet.text(words: words)) + "\n", to: target)
    }
}
