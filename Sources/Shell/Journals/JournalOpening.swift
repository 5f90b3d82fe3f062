import Core
import DispatchModel
import Foundation
import JournalSQLite

/// A journal that is open, with the board folded from it.
package struct OpenJournal {
    /// The journal.
    package var journal: any EventJournal
    /// The board, and what opening found.
    package var opened: OpenedBoard

    /// Creates one.
    package init(journal: any EventJournal, opened: OpenedBoard) {
        self.journal = journal
        self.opened = opened
    }
}

extension Failure {
    /// What the journal says, in the language of the command line.
    package init(_ error: JournalError) {
        let isChinese = shellLanguage == .chinese
        // A folder without a journal was named wrongly; anything else befell the program at work.
        let isAbsent = if case .noJournal = error.kind { true } else { false }
        self.init(
            isAbsent ? .usage : .failure, isChinese ? error.message.chinese : error.message.english,
            remedy: isChinese ? error.remedy.chinese : error.remedy.english)
    }
}

/// Runs a step of the journal; its error ends the program in words.
package func journalStep<Result>(_ step: () throws(JournalError) -> Result) throws -> Result {
    do {
        return try step()
    } catch {
        throw Failure(error)
    }
}

/// Tells on standard error what opening a journal found; the screen tells it too, once there is one.
func tellOpening(_ warnings: [JournalFinding], of path: String) {
    for warning in warnings { printError("watchfloor: \(path): " + say(warning.text.english, warning.text.chinese)) }
}

/// Opens a data folder's journal to write it, or to watch it while somebody else writes.
package func openJournal(_ path: String, watching: Bool = false) throws -> OpenJournal {
    if watching { try requirePlace(path, isMade: false) } else { try requireFolder(path, fits: .room) }
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
package func requireFolder(_ path: String, fits kind: JournalKind) throws {
    try requirePlace(path)
    switch kind {
    case .room:
        guard FileManager.default.fileExists(atPath: path + "/drill.json") else { return }
        throw Failure(JournalError(.wrongKind(found: .exercise), path: path))
    case .exercise:
        guard isSameFolder(path, Folders().live) else { return }
        throw Failure(JournalError(.wrongKind(found: .room), path: path))
    }
}

/// Refuses a path that can be no folder: none at all, one where a file lies, or that leads through a file. `isMade` says whether a
/// folder that is not there would be made.
package func requirePlace(_ path: String, isMade: Bool = true) throws {
    // Without a name it would be the root of all folders.
    guard !path.isEmpty else {
        throw Failure(
            .usage, say("the name of the data folder is empty", "数据目录名为空"),
            remedy: say("give a folder, or leave --data-dir out", "请给出目录，或不使用 --data-dir"))
    }
    var status = stat()
    let isThere = stat(path, &status) == 0
    guard isThere ? status.st_mode & S_IFMT != S_IFDIR : errno == ENOTDIR else { return }
    throw Failure(
        .usage, say("\(path): this is no folder", "\(path)：这不是目录"),
        remedy: isMade
            ? say("give a folder; one that is not there yet is made", "请给出目录；不存在的目录会自动创建")
            : say("give the folder that holds a journal", "请给出日志所在的目录"))
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
package func openExercise(_ path: String) throws -> ExerciseJournal {
    try requireFolder(path, fits: .exercise)
    return try journalStep { () throws(JournalError) in
        let access = SQLiteJournal.Access.write(as: .thisProcess(at: wallTime()), kind: .exercise)
        let store = try SQLiteJournal(JournalFolder(path), access)
        tellOpening(store.openingFindings, of: path)
        return try ExerciseJournal(store)
    }
}

/// Refuses to mix: a data folder holds the world, one replay or one exercise, never two of them.
package func requireMode(_ mode: BoardMode, source: String, on board: Board, folder: String) throws {
    guard board.position > 0, board.mode.mode != mode || board.mode.source != source else { return }
    let held =
        board.mode.mode == .live
        ? say("live data", "实况数据") : "“\(say(board.mode.titles.english, board.mode.titles.chinese))”"
    throw Failure(
        .usage, say("\(folder) holds \(held); different data never mix", "\(folder) 中为\(held)，不同数据不得混用"),
        remedy: say("give another folder with --data-dir", "请用 --data-dir 指定其他目录"))
}
