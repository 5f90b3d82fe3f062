import Core
import DispatchModel
import Foundation
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

/// Time that never steps: the wall's as it was when it was first asked, and what has passed since, sleep included. For
/// everything that lasts.
func steadyTime() -> Timestamp {
    steadyStart + Span(milliseconds: elapsedMilliseconds() - steadyStartElapsed)
}

private let steadyStart = wallTime()
private let steadyStartElapsed = elapsedMilliseconds()

private func elapsedMilliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
}

/// Tells on standard error what opening a journal found; the screen tells it too, once there is one.
func tellOpening(_ warnings: [JournalFinding], of path: String) {
    for warning in warnings { printError("watchfloor: \(path): " + say(warning.text.english, warning.text.chinese)) }
}

/// Opens a data folder's journal to write it, or to watch it while somebody else writes.
func openJournal(_ path: String, watching: Bool = false) throws -> OpenJournal {
    if !watching { try requireFolder(path, fits: .room) }
    return try journalStep { () throws(JournalError) in
        let access: SQLiteJournal.Access = watching ? .watch : .write(as: .thisProcess(at: wallTime()))
        let journal = try SQLiteJournal(JournalFolder(path), access)
        let opened = try journal.openBoard()
        tellOpening(opened.warnings, of: path)
        return OpenJournal(journal: journal, opened: opened)
    }
}

/// Refuses a folder that is set apart for the other kind of store, even while nothing is recorded in it: a drill's for
/// live data, the live one for an exercise.
func requireFolder(_ path: String, fits kind: JournalKind) throws {
    switch kind {
    case .room:
        guard FileManager.default.fileExists(atPath: path + "/drill.json") else { return }
        throw Failure(JournalError(.wrongKind(found: .exercise), path: path))
    case .exercise:
        guard isSameFolder(path, Folders().live) else { return }
        throw Failure(JournalError(.wrongKind(found: .room), path: path))
    }
}

/// True when two paths lead to the same place, through whatever links.
private func isSameFolder(_ first: String, _ second: String) -> Bool {
    func place(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return URL(filePath: path).standardizedFileURL.path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
    return place(first) == place(second)
}

/// Opens the journal of a drill, and nothing but that: a store of the other kind is refused, and so is the live folder.
func openExercise(_ path: String) throws -> ExerciseJournal {
    try requireFolder(path, fits: .exercise)
    return try journalStep { () throws(JournalError) in
        let access = SQLiteJournal.Access.write(as: .thisProcess(at: wallTime()), kind: .exercise)
        let store = try SQLiteJournal(JournalFolder(path), access)
        tellOpening(store.openingFindings, of: path)
        return try ExerciseJournal(store)
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

/// Refuses to read on by another mapping: what was recorded by the old one would stay as it is beside what the new one makes
/// of the same rows.
func requireMapping(_ digest: String, of log: OpenLog, on board: Board, folder: String) throws {
    let held = board.mode.mapping
    guard board.position > 0, !held.isEmpty, held != digest else { return }
    throw Failure(
        .usage,
        say(
            "\(folder) was recorded by another mapping; the one of \(log.name) has changed since",
            "\(folder) 是按另一映射记录的；\(log.name) 的映射此后已更改"),
        remedy: say(
            "give a new folder with --data-dir to play the log anew, or name the mapping as it was with --mapping",
            "请用 --data-dir 指定新目录重新播放，或用 --mapping 指定原来的映射"))
}

/// Refuses to play something else on top of what was played: other calls, other crews or another seed would be mixed with
/// what is recorded, or dropped.
func requireSamePlay(_ log: OpenLog, on board: Board, folder: String) throws {
    let held = board.mode
    guard board.position > 0 else { return }
    let remedy = say("give a new folder with --data-dir", "请用 --data-dir 指定新目录")
    if !held.log.isEmpty, held.log != log.digest {
        throw Failure(
            .usage,
            say(
                "\(folder) was recorded from another log than \(log.name)",
                "\(folder) 是由另一记录播放而成，并非 \(log.name)"),
            remedy: remedy)
    }
    if !held.way.isEmpty, held.way != log.way {
        throw Failure(
            .usage,
            say(
                "\(folder) was played as “\(held.way)”, and “\(log.way)” is asked for now",
                "\(folder) 原以“\(held.way)”方式播放，现要求“\(log.way)”"),
            remedy: say("\(remedy), or play it on with the options of before", "\(remedy)，或沿用原来的选项"))
    }
}
