import Core
import DispatchModel
import Foundation
import GRDB

extension SQLiteJournal {
    /// Checks everything that is stored.
    package func verify() throws(JournalError) -> JournalReport {
        guard reader.withLock({ $0 != nil }) else { throw JournalError(.closed, path: folder.database) }
        return try SQLiteJournal.verify(folder)
    }

    /// Checks the journal in a folder, be it open or not, and however damaged: what cannot be read is a finding.
    ///
    /// Throws only when there is no journal, or it may not be read.
    package static func verify(_ folder: JournalFolder) throws(JournalError) -> JournalReport {
        try folder.requireReadable()
        let mark = EndMark.read(folder)
        var pages = PageDigests.check(folder)
        // Somebody opened it for writing meanwhile: then the bytes may change.
        if access(folder.pages, F_OK) != 0 { pages = nil }
        var report = JournalReport()
        do {
            let connection = try DatabaseConnections.reader(folder)
            report = try connection.inDatabase { db in
                var report = JournalReport()
                try db.inTransaction(.deferred) {
                    report = try check(db, folder)
                    return .commit
                }
                return report
            }
        } catch {
            report.note(unreadable(error, folder, after: 0))
        }
        report.everyByteChecked = pages != nil
        // What stands in the log behind all that was recorded was never finished: a writer was stopped in the middle of it.
        if mark != .end(report.lastPosition), let finding = LogCheck.check(folder) { report.note(finding) }
        for finding in (pages ?? []) + EndMark.findings(mark, folder, end: report.lastPosition) { report.note(finding) }
        return report
    }

    private static func check(_ db: Database, _ folder: JournalFolder) throws -> JournalReport {
        var before = JournalReport()
        checkIdentity(db, folder, &before)
        checkStructure(db, folder, &before)
        var snapshots: [BoardSnapshot] = []
        do {
            snapshots = try self.snapshots(db)
        } catch {
            before.note(unreadable(error, folder, after: 0))
        }
        var check = ChainCheck(snapshots: snapshots, path: folder.database)
        for finding in before.findings { check.report.note(finding) }
        do {
            try checkRecords(db, &check)
        } catch {
            check.report.note(unreadable(error, folder, after: check.report.lastPosition))
        }
        let head = try? Row.fetchOne(db, sql: "SELECT position, hash FROM head")
        return check.finish(expectedEnd: head?.integer(0) ?? -1, expectedHash: head?.bytes(1))
    }

    private static func checkRecords(_ db: Database, _ check: inout ChainCheck) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT position, record, hash, source, source_id FROM event ORDER BY position")
        while let row = try rows.next() {
            let position = row.integer(0) ?? -1
            let hash = row.bytes(2)
            let record = row.bytes(1).withUnsafeBytes { check.takeRecord(position: position, record: $0, hash: hash) }
            guard let record else { continue }
            let source = record.source.map { SourceColumn.encode($0.source) }
            let id = record.source.map { SourceColumn.encode($0.id) }
            if row.text(3) != source || row.text(4) != id { check.report.note(sourceFinding(position)) }
        }
    }

    private static func sourceFinding(_ position: JournalPosition) -> JournalFinding {
        JournalFinding(
            .source, position: position,
            text: BilingualText(
                "The source columns at \(position) are not those of the record",
                "位置 \(position) 的来源列与记录不符"))
    }

    /// The header's identity and the tables' definitions.
    private static func checkIdentity(_ db: Database, _ folder: JournalFolder, _ report: inout JournalReport) {
        do {
            _ = try expectJournal(db, folder)
            let found = try String.fetchAll(
                db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
            let wanted = Schema.tables.split(separator: ";").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            guard found != wanted.filter({ !$0.isEmpty }) else { return }
            let text = BilingualText(
                "The tables' definitions are not those of a journal", "表结构定义与日志格式不符")
            report.note(JournalFinding(.structure, file: folder.database, text: text))
        } catch {
            report.note(unreadable(error, folder, after: 0))
        }
    }

    /// SQLite's own check of pages, tables and indexes.
    private static func checkStructure(_ db: Database, _ folder: JournalFolder, _ report: inout JournalReport) {
        do {
            for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(100)") where line != "ok" {
                let text = BilingualText("The database reports: \(line)", "数据库报告：\(line)")
                report.note(JournalFinding(.structure, file: folder.database, text: text))
            }
        } catch {
            report.note(unreadable(error, folder, after: 0))
        }
    }

    private static func unreadable(
        _ error: any Error, _ folder: JournalFolder, after position: JournalPosition
    ) -> JournalFinding {
        let failure = JournalError(error, folder)
        return JournalFinding(
            .structure, position: position > 0 ? position + 1 : nil, file: folder.database,
            text: BilingualText(
                "\(failure.message.english) (\(failure.cause))",
                "\(failure.message.chinese)（\(failure.cause)）"))
    }
}
