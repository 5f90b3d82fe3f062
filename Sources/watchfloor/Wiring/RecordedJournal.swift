import Core
import DispatchModel
import Foundation
import JournalSQLite
import Shell
import Wording

/// The journal that a path means, opened to be read alone: a data folder, its database, or an exported file; nil when the
/// path is none of these, such as a call log.
func openRecorded(_ path: String) throws -> OpenJournal? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    if isFolder.boolValue {
        guard JournalFolder(path).exists else {
            throw Failure(
                .usage, say("there is no journal in \(path)", "\(path) 中没有日志"),
                remedy: say("give a data folder, an exported journal or a call log", "请给出数据目录、导出的日志或警情记录"))
        }
        return try openJournal(path, watching: true)
    }
    let start = firstBytes(of: path)
    if start.starts(with: Array("SQLite format 3".utf8)) {
        guard URL(filePath: path).lastPathComponent == "journal.sqlite" else {
            throw Failure(JournalError(.notAJournal, path: path))
        }
        return try openJournal(URL(filePath: path).deletingLastPathComponent().path, watching: true)
    }
    guard String(decoding: start, as: UTF8.self).contains("\"\(JournalExport.format)\"") else { return nil }
    return try openExport(path)
}

/// Enough of a file to know it by.
private func firstBytes(of path: String) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path) else { return [] }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: 256)).flatMap { $0 }.map(Array.init) ?? []
}

/// An exported file, taken into memory; the file is not touched.
private func openExport(_ path: String) throws -> OpenJournal {
    let lines = try LineReader(file: path)
    let journal = MemoryJournal()
    do {
        // To be looked at alone: what is doubtful is told, not refused.
        let imported = try JournalExport.read(into: journal, forced: true) { lines.next() }
        if let failure = lines.failure { throw failure }
        if let doubt = imported.doubt { printError("\(path): \(doubt)") }
        return OpenJournal(journal: journal, opened: try journal.openBoard())
    } catch let error as JournalError {
        let said = lines.failure ?? Failure(error)
        throw Failure(said.code, "\(path): \(said.message)", remedy: said.remedy)
    }
}

extension JournalExport.Imported {
    /// What is to be told of an export that is not proven whole; nil for one that is.
    var doubt: String? {
        switch proof {
        case .proven: nil
        case .absent:
            say(
                "the export has no count and digest, as older programs wrote it: whether it is whole cannot be told",
                "导出文件没有条数与摘要（由旧版程序生成），无法判断是否完整")
        case .broken:
            say(
                "the export is cut or was changed: its count or digest is not that of its header",
                "导出文件不完整或被改动：条数或摘要与首行不符")
        }
    }
}

/// Reads an option that names a moment of a journal, such as `14:05`, `2017-01-01T14:05`, `-10m` or `#1234`.
func moment(_ text: String, _ option: String, of open: OpenJournal, now: Timestamp) throws -> Moment {
    let board = open.opened.board
    let first = try journalStep { () throws(JournalError) in try open.journal.records(after: 0, limit: 1).first }
    let scale = Moment.Scale(
        shown: now, present: max(now, board.lastEventAt), first: first?.at ?? now, last: board.position)
    do throws(Moment.Refusal) {
        return try Moment.read(
            text, on: scale, words: Words(shellLanguage, zone: zone(named: board.mode.timeZone)))
    } catch {
        throw Failure(.usage, "\(option) \(text): \(error.message)", remedy: error.remedy)
    }
}

/// The board of a journal as it stood at a moment.
func board(at moment: Moment, of open: OpenJournal) throws -> Board {
    try journalStep { () throws(JournalError) in
        let journal = open.journal
        var history = BoardHistory { position, limit throws(JournalError) in
            try journal.records(after: position, limit: limit)
        }
        switch moment {
        case .end, .now: return open.opened.board
        case .start: return try history.board(at: 1)
        case .position(let position): return try history.board(at: position)
        case .time(let time):
            while history.indexedTime <= time {
                guard try history.index(limit: 4096) else { break }
            }
            return try history.board(at: history.position(asOf: time))
        }
    }
}
