import Core
import DispatchModel
import Foundation
import Testing

@testable import JournalSQLite

/// Opening, and refusing to open, with errors that say what is the matter.
@Suite struct OpeningTests {
    @Test func whatWasRecordedIsThereAfterReopening() throws {
        let folder = TemporaryFolder()
        var journal = try folder.open()
        let last = try Evening.fill(journal, incidents: 20)
        let (hash, digest) = (try journal.lastHash(), try journal.openBoard().board.digest)
        journal.close()
        journal = try folder.open()
        #expect(try journal.lastPosition() == last)
        #expect(try journal.lastHash() == hash)
        #expect(try journal.openBoard().board.digest == digest)
        #expect(try journal.openBoard().warnings.isEmpty)
        try journal.append(Evening.incident(21, units: 8), expecting: last)
        #expect(try journal.verify().isSound)
    }

    @Test func filesAreTheOwnersAlone() throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        try Evening.fill(journal, incidents: 1)
        var status = stat()
        #expect(stat(folder.path, &status) == 0 && status.st_mode & 0o777 == 0o700)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            #expect(stat("\(folder.path)/\(name)", &status) == 0 && status.st_mode & 0o077 == 0, "\(name)")
        }
        journal.close()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == ["journal.end", "journal.pages", "journal.sqlite", "writer.beat", "writer.lock"])
    }

    @Test func aSecondWriterIsToldWhoWrites() throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        try Evening.fill(journal, incidents: 3)
        let error = #expect(throws: JournalError.self) {
            _ = try SQLiteJournal(folder.folder, .write(as: WriterIdentity(pid: 43, host: "other")))
        }
        #expect(error?.kind == .busy(WriterIdentity(pid: 42, host: "desk", since: Timestamp(seconds: 7))))
        #expect(error?.message.english.contains("process 42 on desk") == true)
        #expect(error?.message.chinese.contains("42") == true)
        journal.close()
        #expect(try folder.open().lastPosition() == 23)
    }

    @Test func aWatcherSeesWhatIsRecordedAndCannotRecord() throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        try Evening.fill(journal, incidents: 2)
        let watcher = try SQLiteJournal(folder.folder, .watch)
        #expect(watcher.isReadOnly)
        #expect(try watcher.lastPosition() == 18)
        try journal.append(Evening.incident(3, units: 8), expecting: 18)
        #expect(try watcher.records(after: 18, limit: 10).count == 5)
        #expect(try watcher.openBoard().board.digest == journal.openBoard().board.digest)
        let error = #expect(throws: JournalError.self) { try watcher.append(Evening.units(1), expecting: 23) }
        #expect(error?.kind == .readOnly)
        #expect(throws: JournalError.self) { try watcher.saveSnapshot(of: Board()) }
        journal.close()
        #expect(try watcher.lastPosition() == 23)
    }

    @Test func checkingBesideAWriterRaisesNoAlarm() async throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        var last = try Evening.fill(journal, incidents: 1)
        let place = folder.folder
        let checks = Task { try (0..<30).map { _ in try SQLiteJournal.verify(place).findings } }
        for number in 2...120 as ClosedRange<UInt32> {
            last = try journal.append(Evening.incident(number, units: 8), expecting: last).last?.position ?? last
        }
        for findings in try await checks.value { #expect(findings.isEmpty, "\(findings)") }
        #expect(try journal.lastPosition() == last)
    }

    @Test func aWatcherNeedsAJournal() {
        let folder = TemporaryFolder()
        #expect(throws: JournalError.self) { _ = try SQLiteJournal(folder.folder, .watch) }
        #expect(!folder.folder.exists)
    }

    @Test func aFileOfAnotherKindIsLeftAlone() throws {
        let folder = TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        let text = Data(String(repeating: "this is a diary, not a journal\n", count: 200).utf8)
        try text.write(to: URL(filePath: folder.folder.database))
        let error = #expect(throws: JournalError.self) { _ = try folder.open() }
        #expect(error?.kind == .notAJournal)
        #expect(try Data(contentsOf: URL(filePath: folder.folder.database)) == text)
    }

    @Test(arguments: [
        ("PRAGMA user_version = 2", "journal.newerVersion"), ("PRAGMA application_id = 5", "journal.notAJournal"),
    ])
    func anotherFormatIsRefused(_ change: String, _ code: String) throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        try Evening.fill(journal, incidents: 1)
        try journal.writing { head in try head.writer.inDatabase { db in try db.execute(sql: change) } }
        journal.close()
        #expect(#expect(throws: JournalError.self) { _ = try folder.open() }?.code == code)
        #expect(#expect(throws: JournalError.self) { _ = try SQLiteJournal(folder.folder, .watch) }?.code == code)
    }

    @Test(.disabled(if: getuid() == 0, "the superuser may write everywhere"))
    func aFolderThatCannotBeWrittenIsReadAsItLies() throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        try Evening.fill(journal, incidents: 2)
        journal.close()
        chmod(folder.folder.database, 0o400)
        chmod(folder.path, 0o500)
        #expect(#expect(throws: JournalError.self) { _ = try folder.open() }?.code == "journal.readOnly")
        let watcher = try SQLiteJournal(folder.folder, .watch)
        #expect(try watcher.lastPosition() == 18)
        #expect(try watcher.verify().isSound)
    }

    @Test func aFullDiskLosesNothingAndRecordingGoesOnAfterwards() throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        var last = try Evening.fill(journal, incidents: 5)
        let limit = try journal.writing { head in
            try head.writer.inDatabase { db in
                let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                return try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages + 2)") ?? 0
            }
        }
        #expect(limit > 0)
        var failure: JournalError?
        var number: UInt32 = 5
        while failure == nil, number < 500 {
            do throws(JournalError) {
                last =
                    try journal.append(Evening.incident(number + 1, units: 8), expecting: last).last?.position ?? last
                number += 1
            } catch {
                failure = error
            }
        }
        #expect(failure?.kind == .diskFull)
        #expect(try journal.lastPosition() == last)
        #expect(try journal.verify().isSound)
        try journal.writing { head in
            try head.writer.inDatabase { db in try db.execute(sql: "PRAGMA max_page_count = 100000") }
        }
        try journal.append(Evening.incident(number + 1, units: 8), expecting: last)
        #expect(try journal.lastPosition() == last + 5)
        #expect(try journal.verify().isSound)
    }

    @Test func snapshotsThatCannotBeUsedAreSkipped() throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        var last = try Evening.fill(journal, incidents: 2)
        try journal.saveSnapshot(of: journal.openBoard().board)
        for number in 3...4 as ClosedRange<UInt32> {
            last = try journal.append(Evening.incident(number, units: 8), expecting: last).last?.position ?? last
            try journal.saveSnapshot(of: journal.openBoard().board)
        }
        let digest = try journal.openBoard().board.digest
        func change(_ sql: String) throws {
            try journal.writing { head in try head.writer.inDatabase { db in try db.execute(sql: sql) } }
        }
        #expect(try journal.openBoard().snapshot == 28)
        try change("UPDATE snapshot SET version = 9 WHERE position = 28")
        var opened = try journal.openBoard()
        #expect(opened.snapshot == 23)
        #expect(opened.warnings.map(\.code) == [.snapshotVersion])
        #expect(opened.board.digest == digest)
        #expect(try journal.verify().isSound)
        try change("UPDATE snapshot SET board = substr(board, 1, 50) WHERE position = 23")
        opened = try journal.openBoard()
        #expect(opened.snapshot == 0)
        #expect(opened.warnings.map(\.code) == [.snapshotVersion, .snapshot])
        #expect(opened.board.digest == digest)
        #expect(try !journal.verify().isSound)
    }

    @Test(arguments: [JournalKind.room, .exercise])
    func oneKindOfStoreIsNeverOpenedAsTheOther(_ kind: JournalKind) throws {
        let folder = TemporaryFolder()
        let writer = WriterIdentity(pid: 42, host: "desk")
        let journal = try SQLiteJournal(folder.folder, .write(as: writer, kind: kind))
        #expect(journal.kind == kind)
        try Evening.fill(journal, incidents: 1)
        let hash = try journal.lastHash()
        journal.close()
        let error = #expect(throws: JournalError.self) {
            _ = try SQLiteJournal(folder.folder, .write(as: writer, kind: kind == .room ? .exercise : .room))
        }
        #expect(error?.kind == .wrongKind(found: kind))
        let watcher = try SQLiteJournal(folder.folder, .watch)
        #expect(watcher.kind == kind)
        #expect(try watcher.lastHash() == hash)
    }
}
