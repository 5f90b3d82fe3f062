import DispatchModel
import Foundation
import Journal
import JournalSQLite

/// A journal that is open, with the board folded from it.
struct OpenJournal {
    var journal: any EventJournal
    var opened: OpenedBoard
}

extension Failure {
    /// What the journal says, in the language of the command line.
    init(_ error: JournalError) {
        let isChinese = shellLanguage == .chinese
        self.init(
            .failure, isChinese ? error.message.chinese : error.message.english,
            remedy: isChinese ? error.remedy.chinese : error.remedy.english)
    }
}

/// Runs a step of the journal; its error ends the program in words.
func journalStep<Result>(_ step: () throws(JournalError) -> Result) throws -> Result {
    do {
        return try step()
    } catch {
        throw Failure(error)
    }
}

/// The wall's time.
func wallTime() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
}

/// Opens a data folder's journal to write it, or to watch it while somebody else writes.
func openJournal(_ path: String, watching: Bool = false) throws -> OpenJournal {
    try journalStep { () throws(JournalError) in
        let access: SQLiteJournal.Access = watching ? .watch : .write(as: .thisProcess(at: wallTime()))
        let journal = try SQLiteJournal(JournalFolder(path), access)
        return OpenJournal(journal: journal, opened: try journal.openBoard())
    }
}

/// Refuses to mix: a data folder holds the world, one replay or one exercise, never two of them.
func requireMode(_ mode: BoardMode, source: String, on board: Board, folder: String) throws {
    guard board.position > 0, board.mode.mode != mode || board.mode.source != source else { return }
    let held = board.mode.mode == .live ? say("live data", "实况数据") : "“\(board.mode.title)”"
    throw Failure(
        .usage, say("\(folder) holds \(held); different data never mix", "\(folder) 中为\(held)，不同数据不得混用"),
        remedy: say("give another folder with --data-dir", "请用 --data-dir 指定其他目录"))
}
