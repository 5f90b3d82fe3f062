import Core
import DispatchModel
import Foundation
import Testing

@testable import JournalSQLite

/// What opening finds out is told and recorded, and what proves it is kept.
@Suite struct EvidenceTests {
    /// The files of a writer that was killed: the last incident stands in the log alone.
    private func killed() throws -> TemporaryFolder {
        let folder = TemporaryFolder()
        var journal = try folder.open()
        let last = try Evening.fill(journal, incidents: 3)
        journal.close()
        journal = try folder.open()
        try journal.append(Evening.incident(4, units: 8), expecting: last)
        let copy = TemporaryFolder()
        try FileManager.default.createDirectory(atPath: copy.path, withIntermediateDirectories: true)
        for name in ["journal.sqlite", "journal.sqlite-wal", "journal.end"] {
            try FileManager.default.copyItem(atPath: "\(folder.path)/\(name)", toPath: "\(copy.path)/\(name)")
        }
        return copy
    }

    private func evidence(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("evidence-") }
    }

    @Test func aLostLogIsToldRecordedAndGoesOnBeingTold() throws {
        let folder = try killed()
        try FileManager.default.removeItem(atPath: folder.folder.log)
        let mark = try Data(contentsOf: URL(filePath: folder.folder.mark))
        var journal = try folder.open()
        let opened = try journal.openBoard()
        #expect(opened.warnings.map(\.code) == [.end])
        #expect(opened.warnings[0].text.english.contains("24 to 28"))
        let kept = try evidence(folder)
        #expect(kept.count == 1)
        #expect(try Data(contentsOf: URL(filePath: "\(folder.path)/\(kept[0])/journal.end")) == mark)
        guard case .journalFaultFound(let fault)? = try journal.records(at: [24]).first?.body else {
            Issue.record("no event tells of it")
            return
        }
        #expect(fault.code == "chain.end" && fault.evidence == kept[0] && fault.found == Timestamp(seconds: 7))
        journal.close()
        for _ in 0..<2 {
            let report = try SQLiteJournal.verify(folder.folder)
            #expect(!report.isSound)
            #expect(report.findings.map(\.code) == [.end])
            #expect(report.findings[0].text.english.contains("24 to 28"))
            journal = try folder.open()
            #expect(try journal.openBoard().warnings.isEmpty, "told once, in the journal ever after")
            journal.close()
        }
        #expect(try evidence(folder).count == 1)
    }

    @Test func aFlippedBitInTheLogIsToldAndTheLogKept() throws {
        let folder = try killed()
        var bytes = try Data(contentsOf: URL(filePath: folder.folder.log))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: folder.folder.log))
        let journal = try folder.open()
        #expect(try !journal.openBoard().warnings.isEmpty)
        let kept = try #require(try evidence(folder).first)
        #expect(try Data(contentsOf: URL(filePath: "\(folder.path)/\(kept)/journal.sqlite-wal")) == bytes)
        journal.close()
        #expect(try !SQLiteJournal.verify(folder.folder).isSound)
    }

    @Test func aFlippedBitInTheClosedDatabaseIsTold() throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        try Evening.fill(journal, incidents: 60)
        journal.close()
        var bytes = try Data(contentsOf: URL(filePath: folder.folder.database))
        let needle = Data("call-37".utf8)
        let place = try #require(bytes.range(of: needle))
        bytes[place.lowerBound + 6] = UInt8(ascii: "9")
        try bytes.write(to: URL(filePath: folder.folder.database))
        let again = try folder.open()
        #expect(try again.openBoard().warnings.contains { $0.code == .fileChanged })
        again.close()
        #expect(try SQLiteJournal.verify(folder.folder).findings.contains { $0.code == .fileChanged })
    }

    @Test func aMissingMarkIsToldButProvesNoDamage() throws {
        let folder = try killed()
        try FileManager.default.removeItem(atPath: folder.folder.mark)
        #expect(try SQLiteJournal.verify(folder.folder).findings.map(\.code) == [.unchecked])
        let journal = try folder.open()
        #expect(try journal.openBoard().warnings.map(\.code) == [.unchecked])
        journal.close()
        let report = try SQLiteJournal.verify(folder.folder)
        #expect(report.isSound)
        #expect(report.findings.map(\.code) == [.unchecked])
    }

    @Test(arguments: [
        ["journal.sqlite"], ["journal.sqlite", "journal.sqlite-wal"], ["journal.sqlite", "journal.end"],
    ])
    func noJournalIsMadeBesideWhatIsLeftOfOne(_ removed: [String]) throws {
        let folder = try killed()
        for name in removed { try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)") }
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let error = #expect(throws: JournalError.self) { _ = try folder.open() }
        #expect(error?.code == "journal.databaseGone")
        if removed.count == 1 || removed[1] != "journal.end" { #expect(error?.kind == .databaseGone(end: 28)) }
        let after = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "writer.lock" }
        #expect(after.sorted() == before)
        let reading = #expect(throws: JournalError.self) { _ = try SQLiteJournal(folder.folder, .watch) }
        #expect(reading?.kind == (removed.last == "journal.end" ? .noJournal : .databaseGone(end: 28)))
    }

    @Test func anEmptyDatabaseBesideAMarkIsNoNewJournal() throws {
        let folder = try killed()
        try FileManager.default.removeItem(atPath: folder.folder.log)
        try Data().write(to: URL(filePath: folder.folder.database))
        #expect(#expect(throws: JournalError.self) { _ = try folder.open() }?.kind == .databaseGone(end: 28))
    }

    @Test func readingAFolderThatIsNotThereSaysSo() {
        let folder = TemporaryFolder()
        for read in [
            { _ = try SQLiteJournal(folder.folder, .watch) }, { _ = try SQLiteJournal.verify(folder.folder) },
        ] as [() throws -> Void] {
            let error = #expect(throws: JournalError.self) { try read() }
            #expect(error?.kind == .noJournal)
            #expect(error?.message.english.contains(folder.path) == true)
        }
    }

    /// An import that is killed leaves frames that were never committed, rewritten out of order when the cache ran over.
    @Test func aKilledImportIsNoDamage() throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        let copy = TemporaryFolder()
        var number: UInt32 = 0
        var failure: (any Error)?
        #expect(throws: JournalError.self) {
            try journal.append(expecting: 0) { () throws(JournalError) in
                number += 1
                guard number < 120 else {
                    do { try Self.copyFiles(folder, copy) } catch { failure = error }
                    throw JournalError(.closed)
                }
                return (0..<200).flatMap { Evening.incident(number * 200 + $0, units: 8) }
            }
        }
        #expect(failure == nil)
        let report = try SQLiteJournal.verify(copy.folder)
        #expect(report.findings.isEmpty, "\(report.findings)")
        #expect(report.records == 0)
        let again = try copy.open()
        #expect(try again.openBoard().warnings.isEmpty)
        #expect(try evidence(copy).isEmpty)
    }

    private static func copyFiles(_ folder: TemporaryFolder, _ copy: TemporaryFolder) throws {
        try FileManager.default.createDirectory(atPath: copy.path, withIntermediateDirectories: true)
        for name in ["journal.sqlite", "journal.sqlite-wal", "journal.end"] {
            try FileManager.default.copyItem(atPath: "\(folder.path)/\(name)", toPath: "\(copy.path)/\(name)")
        }
    }

    /// Where SQLite's shared memory cannot be made, what a killed writer left is read all the same.
    @Test func aJournalIsReadWithoutRoomForSharedMemory() throws {
        let folder = try killed()
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let connection = try #require(try ReadingCopy.connect(folder.folder, .init()))
        let last = try connection.inDatabase { db in try SQLiteJournal.readHead(db, folder.folder).0 }
        #expect(last == 28)
        try connection.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
    }
}
