import Core
import DispatchModel
import Foundation
import JournalSQLite
import TestSupport
import Testing

/// A flipped byte is found and located; a killed writer leaves a sound journal.
@Suite struct DamageTests {
    /// A closed journal of some hundred events with two snapshots.
    private func closedJournal() throws -> TemporaryFolder {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        var last = try Evening.fill(journal, incidents: 60)
        try journal.saveSnapshot(of: journal.openBoard().board)
        last = try journal.append(Evening.incident(61, units: 8), expecting: last).last?.position ?? last
        try journal.saveSnapshot(of: journal.openBoard().board)
        try journal.append(Evening.incident(62, units: 8), expecting: last)
        journal.close()
        return folder
    }

    private func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

    private func write(_ bytes: [UInt8], _ path: String) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }

    @Test func aClosedJournalIsSoundToTheLastByte() throws {
        let folder = try closedJournal()
        let report = try SQLiteJournal.verify(folder.folder)
        #expect(report.isSound)
        #expect(report.findings.isEmpty)
        #expect(report.everyByteChecked)
        #expect(report.records == 318)
    }

    @Test func everyFlippedByteIsLocated() throws {
        let folder = try closedJournal()
        let path = folder.folder.database
        let good = try bytes(path)
        var generator = Seeded(20_260_731)
        for _ in 0..<120 {
            let offset = Int(generator.next() % UInt64(good.count))
            var flipped = good
            flipped[offset] ^= UInt8(1 << (generator.next() % 8))
            try write(flipped, path)
            let report = try SQLiteJournal.verify(folder.folder)
            #expect(!report.isSound, "offset \(offset)")
            let located = report.findings.contains { finding in
                guard let start = finding.offset, let length = finding.length else { return false }
                return start <= Int64(offset) && Int64(offset) < start + length
            }
            #expect(located, "offset \(offset)")
        }
    }

    /// Without the digests of a clean closing a flip may go unnoticed only where no fact is stored.
    @Test(.full) func noFlippedFactPassesWithoutTheDigests() throws {
        let folder = try closedJournal()
        let path = folder.folder.database
        try FileManager.default.removeItem(atPath: folder.folder.pages)
        let good = try bytes(path)
        let facts = try Facts(folder)
        var generator = Seeded(20_260_801)
        var unnoticed = 0
        for _ in 0..<300 {
            let offset = Int(generator.next() % UInt64(good.count))
            var flipped = good
            flipped[offset] ^= UInt8(1 << (generator.next() % 8))
            try write(flipped, path)
            let report = try SQLiteJournal.verify(folder.folder)
            guard report.isSound else { continue }
            unnoticed += 1
            #expect(try Facts(folder) == facts, "offset \(offset)")
        }
        print("flips unnoticed without page digests (free space, unused header fields): \(unnoticed) of 300")
        #expect(unnoticed < 150)
    }

    private struct Facts: Equatable {
        var records: [EventRecord]
        var hash: ChainHash
        var sources: Set<String>
        var board: String

        init(_ folder: TemporaryFolder) throws {
            let journal = try SQLiteJournal(folder.folder, .watch)
            records = try journal.records(after: 0, limit: 10_000)
            hash = try journal.lastHash()
            sources = Set(try journal.sourceKeys(after: nil, limit: 10_000).filter { $0.source == "log" }.map(\.id))
            board = try journal.openBoard().board.digest
            journal.close()
        }
    }

    @Test func aChangedRecordIsNamedByItsPosition() throws {
        let folder = try closedJournal()
        let path = folder.folder.database
        let good = try bytes(path)
        let needle = Array("call-37".utf8)
        let places = (0..<good.count - 7).filter { good[$0..<$0 + 7].elementsEqual(needle) }
        // In the record (key, incident, report), its column, the index, and the two snapshots.
        #expect(places.count >= 5)
        var positions: Set<JournalPosition> = []
        for place in places {
            var changed = good
            changed[place + 6] = UInt8(ascii: "9")
            try write(changed, path)
            let report = try SQLiteJournal.verify(folder.folder)
            #expect(!report.isSound)
            #expect(report.findings.contains { $0.code == .fileChanged })
            positions.formUnion(report.findings.filter { $0.code == .hash }.compactMap(\.position))
            for finding in report.findings { #expect(!finding.text.english.isEmpty && !finding.text.chinese.isEmpty) }
        }
        // The incident with number 37 comes after 8 units and 36 incidents of five events.
        #expect(positions == [189])
    }

    @Test func cutFilesAreFoundAndNeverTrap() throws {
        let folder = try closedJournal()
        let path = folder.folder.database
        let good = try bytes(path)
        for length in [0, 1, 15, 16, 99, 100, 511, 4095, 4096, good.count / 2, good.count - 4096, good.count - 1] {
            try write(Array(good[..<length]), path)
            #expect(try !SQLiteJournal.verify(folder.folder).isSound, "length \(length)")
            if let journal = try? SQLiteJournal(folder.folder, .watch) {
                _ = try? journal.openBoard()
                _ = try? journal.records(at: [1, 100, 300])
                _ = try? journal.sourceKeys(after: nil, limit: 10_000)
                journal.close()
            }
        }
    }

    /// The files as a killed process leaves them: copied while the journal is open.
    private func killed(_ folder: TemporaryFolder) throws -> TemporaryFolder {
        let copy = TemporaryFolder()
        try FileManager.default.createDirectory(atPath: copy.path, withIntermediateDirectories: true)
        for name in ["journal.sqlite", "journal.sqlite-wal", "journal.end", "writer.lock"] {
            try FileManager.default.copyItem(atPath: "\(folder.path)/\(name)", toPath: "\(copy.path)/\(name)")
        }
        return copy
    }

    @Test func aKilledWriterLeavesASoundJournal() throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        var last = try Evening.fill(journal, incidents: 3)
        for number in 4...9 as ClosedRange<UInt32> {
            last = try journal.append(Evening.incident(number, units: 8), expecting: last).last?.position ?? last
            let copy = try killed(folder)
            let report = try SQLiteJournal.verify(copy.folder)
            #expect(report.isSound, "\(report.findings)")
            let reopened = try copy.open()
            #expect(try reopened.lastPosition() == last)
            #expect(try reopened.openBoard().board.digest == journal.openBoard().board.digest)
            #expect(try reopened.openBoard().warnings.isEmpty)
            try reopened.append(Evening.incident(number + 1, units: 8), expecting: last)
            reopened.close()
            #expect(try SQLiteJournal.verify(copy.folder).isSound)
        }
    }

    @Test func aFlippedByteInTheLogOfAKilledWriterIsFound() throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        try Evening.fill(journal, incidents: 6)
        let good = try bytes(folder.folder.log)
        let facts = try Facts(folder)
        var generator = Seeded(20_260_901)
        for _ in 0..<60 {
            let copy = try killed(folder)
            var flipped = good
            let offset = Int(generator.next() % UInt64(good.count))
            flipped[offset] ^= UInt8(1 << (generator.next() % 8))
            try write(flipped, copy.folder.log)
            let report = try SQLiteJournal.verify(copy.folder)
            let sound = report.isSound
            if sound { #expect(try Facts(copy) == facts, "offset \(offset)") }
            // All but the last frame, whose damage looks like an unfinished write; there the end mark speaks.
            if offset < good.count - 4120 {
                let place = report.findings.first { $0.file == copy.folder.log && $0.offset != nil }
                let start = try #require(place?.offset, "offset \(offset)")
                #expect(start <= offset && Int64(offset) < start + (place?.length ?? 0), "offset \(offset)")
            } else {
                #expect(!sound, "offset \(offset)")
            }
            guard !sound, let reopened = try? copy.open() else { continue }
            #expect(try !reopened.openBoard().warnings.isEmpty || Facts(copy) == facts, "offset \(offset)")
            reopened.close()
        }
    }
}
