import Core
import DispatchModel
import Foundation
import Testing

@testable import JournalSQLite

/// What happens to the files of an open journal is noticed, and nothing is said to be recorded that is not.
@Suite struct FileLossTests {
    /// Something that is done to the files, and what it is called.
    enum Deed: String, CaseIterable {
        case databaseRemoved, databaseReplaced, folderRemoved, folderMoved, databaseEmptied, headerOverwritten
        case logRemoved, logEmptied, logOverwritten, indexRemoved

        var losses: Set<JournalError.FileLoss> {
            switch self {
            case .databaseRemoved, .folderRemoved, .logRemoved, .indexRemoved: [.removed]
            case .databaseReplaced: [.replaced]
            case .folderMoved: [.moved]
            case .databaseEmptied, .logEmptied: [.cut]
            case .headerOverwritten, .logOverwritten: [.overwritten]
            }
        }

        func happen(to folder: JournalFolder) throws {
            let files = FileManager.default
            switch self {
            case .databaseRemoved: try files.removeItem(atPath: folder.database)
            case .databaseReplaced:
                try Data().write(to: URL(filePath: folder.path + "/other"))
                #expect(rename(folder.path + "/other", folder.database) == 0)
            case .folderRemoved: try files.removeItem(atPath: folder.path)
            case .folderMoved: #expect(rename(folder.path, folder.path + ".away") == 0)
            case .databaseEmptied: #expect(truncate(folder.database, 0) == 0)
            case .headerOverwritten, .logOverwritten:
                let file = open(self == .logOverwritten ? folder.log : folder.database, O_WRONLY)
                #expect(pwrite(file, [UInt8](repeating: 0x5A, count: 4096), 4096, 0) == 4096)
                close(file)
            case .logRemoved: try files.removeItem(atPath: folder.log)
            case .logEmptied: #expect(truncate(folder.log, 0) == 0)
            case .indexRemoved: try files.removeItem(atPath: folder.sharedMemory)
            }
        }
    }

    private func loss(_ error: JournalError?) -> JournalError.FileLoss? {
        if case .filesLost(let loss)? = error?.kind { loss } else { nil }
    }

    /// A journal whose database has been moved to the disk once, so that it has its own header.
    private func opened(_ folder: TemporaryFolder) throws -> (SQLiteJournal, JournalPosition) {
        var journal = try folder.open()
        var last = try Evening.fill(journal, incidents: 2)
        journal.close()
        journal = try folder.open()
        last = try journal.append(Evening.incident(3, units: 8), expecting: last).last?.position ?? last
        try journal.keepAlive(.recording)
        return (journal, last)
    }

    @Test(arguments: Deed.allCases)
    func isNoticedAndNothingIsRecordedAnyMore(_ deed: Deed) throws {
        let folder = TemporaryFolder()
        let (journal, last) = try opened(folder)
        try deed.happen(to: folder.folder)
        defer { try? FileManager.default.removeItem(atPath: folder.path + ".away") }
        for _ in 0..<2 {
            let looked = #expect(throws: JournalError.self) { try journal.keepAlive(.recording) }
            #expect(loss(looked).map(deed.losses.contains) == true, "\(String(describing: looked))")
            let appended = #expect(throws: JournalError.self) {
                try journal.append(Evening.incident(4, units: 8), expecting: last)
            }
            #expect(loss(appended) != nil, "\(String(describing: appended))")
            #expect(throws: JournalError.self) { try journal.probe() }
        }
        #expect(looked(journal)?.message.english.isEmpty == false)
        journal.close()
        #expect(deed != .databaseRemoved || !folder.folder.exists, "a journal that is gone is not made anew by closing")
    }

    private func looked(_ journal: SQLiteJournal) -> JournalError? {
        do throws(JournalError) {
            try journal.keepAlive(.recording)
            return nil
        } catch {
            return error
        }
    }

    @Test func aHeartbeatThatIsTakenAwayIsThereAgain() throws {
        let folder = TemporaryFolder()
        let (journal, _) = try opened(folder)
        try FileManager.default.removeItem(atPath: folder.folder.heartbeat)
        try journal.keepAlive(.recording)
        #expect(try journal.writerSign()?.state == .recording)
        journal.close()
    }

    @Test func recordingGoesOnWhenTheFolderComesBack() throws {
        let folder = TemporaryFolder()
        let (journal, last) = try opened(folder)
        let away = folder.path + ".away"
        #expect(rename(folder.path, away) == 0)
        #expect(throws: JournalError.self) { try journal.append(Evening.incident(4, units: 8), expecting: last) }
        #expect(rename(away, folder.path) == 0)
        try journal.probe()
        try journal.append(Evening.incident(4, units: 8), expecting: last)
        #expect(try journal.lastPosition() == last + 5)
        journal.close()
        #expect(try SQLiteJournal.verify(folder.folder).findings.isEmpty)
    }

    @Test func anotherJournalCopiedOverItIsNoticed() throws {
        let folder = TemporaryFolder()
        let (journal, _) = try opened(folder)
        let other = TemporaryFolder()
        let stranger = try other.open()
        try Evening.fill(stranger, incidents: 40)
        stranger.close()
        let bytes = try Data(contentsOf: URL(filePath: other.folder.database))
        let file = FileHandle(forWritingAtPath: folder.folder.database)
        try file?.write(contentsOf: bytes)
        try file?.close()
        let error = #expect(throws: JournalError.self) { try journal.keepAlive(.recording) }
        #expect(loss(error) == .overwritten)
    }

    @Test func aTouchedDatabaseAndCheckpointsAreNoLoss() throws {
        let folder = TemporaryFolder()
        let (journal, last) = try opened(folder)
        #expect(utimes(folder.folder.database, nil) == 0)
        try journal.keepAlive(.recording)
        try journal.writing { head in try journal.checkpointer.empty(head.writer) }
        try journal.keepAlive(.recording)
        try journal.append(Evening.incident(4, units: 8), expecting: last)
        try journal.keepAlive(.recording)
    }

    @Test func aWatcherNoticesToo() throws {
        let folder = TemporaryFolder()
        let (journal, _) = try opened(folder)
        let watcher = try SQLiteJournal(folder.folder, .watch)
        _ = try watcher.writerSign()
        try Deed.databaseReplaced.happen(to: folder.folder)
        let error = #expect(throws: JournalError.self) { _ = try watcher.writerSign() }
        #expect(loss(error) == .replaced)
        journal.close()
    }

    @Test func theWritersSignChangesAndTellsHowItDoes() throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        try Evening.fill(journal, incidents: 1)
        let watcher = try SQLiteJournal(folder.folder, .watch)
        let first = try #require(try watcher.writerSign())
        #expect(first.state == .recording)
        try journal.keepAlive(.failing("journal.diskFull"))
        let second = try #require(try watcher.writerSign())
        #expect(second.beat > first.beat)
        #expect(second.state == .failing("journal.diskFull"))
        let size = try FileManager.default.attributesOfItem(atPath: folder.folder.heartbeat)[.size] as? Int
        try journal.keepAlive(.recording)
        #expect(
            try FileManager.default.attributesOfItem(atPath: folder.folder.heartbeat)[.size] as? Int == size,
            "it needs no room on a full disk")
        journal.close()
        #expect(try watcher.writerSign()?.state == .ended)
    }

    @Test(arguments: [0.1, 0.30000000000000004, 1, 8, 1000, .infinity], [false, true])
    func theWritersClockIsReadAsItWasSaid(speed: Double, isPaused: Bool) throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        try Evening.fill(journal, incidents: 1)
        let watcher = try SQLiteJournal(folder.folder, .watch)
        #expect(try #require(try watcher.writerSign()).clock == nil)
        let clock = WriterClock(
            board: Timestamp(milliseconds: 1_483_228_800_123), wall: Timestamp(milliseconds: 1_796_055_000_456),
            speed: speed, isPaused: isPaused)
        let before = Date()
        try journal.keepAlive(.failing("journal.filesLost"), clock: clock)
        let sign = try #require(try watcher.writerSign())
        #expect(sign.clock == clock)
        #expect(sign.state == .failing("journal.filesLost"))
        let touched = try #require(sign.touched)
        #expect(abs(Double(touched.rawValue) / 1000 - before.timeIntervalSince1970) < 5)
        journal.close()
        #expect(try watcher.writerSign()?.clock == clock)
    }

    @Test(arguments: [
        "", "   ", "1 2 3", "1 2 1.0 walking", "a 2 1.0 running", "1 b 1.0 paused", "1 2 0 running", "1 2 -4 running",
        "1 2 nan running", "1 2 1e300 running", "9223372036854775807 2 1.0 running",
        "1 -9223372036854775808 1.0 paused",
        "1 2 1.0 running more",
    ])
    func aClockThatNobodyCanHaveIsNone(text: String) {
        #expect(WriterClock(code: text) == nil)
    }

    /// A copy of another journal over the file that is watched: what it holds beyond the place is not read as what follows.
    @Test func anotherJournalInTheSameFileIsNotReadOn() throws {
        let (folder, other) = (TemporaryFolder(), TemporaryFolder())
        for (place, units, incidents) in [(folder, UInt32(8), UInt32(2)), (other, 9, 40)] {
            let journal = try place.open()
            try Evening.fill(journal, units: units, incidents: incidents)
            journal.close()
        }
        let watcher = try SQLiteJournal(folder.folder, .watch)
        let last = try watcher.records(after: 0, limit: .max).last?.position ?? 0
        #expect(try last > 0 && watcher.records(after: last, limit: 10).isEmpty)
        let bytes = try Data(contentsOf: URL(filePath: other.folder.database))
        let handle = try FileHandle(forWritingTo: URL(filePath: folder.folder.database))
        try handle.write(contentsOf: bytes)
        try handle.close()
        for _ in 0..<2 {
            let error = #expect(throws: JournalError.self) { try watcher.records(after: last, limit: 10) }
            #expect(loss(error) == .overwritten, "\(String(describing: error))")
        }
        #expect(try SQLiteJournal(folder.folder, .watch).records(after: last, limit: 10).count == 10)
    }

    @Test func theWritersFeedsAreReadWorstFirst() throws {
        let folder = TemporaryFolder()
        let journal = try folder.open()
        try Evening.fill(journal, incidents: 1)
        let watcher = try SQLiteJournal(folder.folder, .watch)
        #expect(try #require(try watcher.writerSign()).feeds.isEmpty)
        let length = { try FileManager.default.attributesOfItem(atPath: folder.folder.heartbeat)[.size] as? Int }
        let before = try length()
        let many = (0..<20).map { index in
            WriterFeed(
                name: "feed of a very long name \(index) 数据源", isFresh: index != 7,
                silence: .seconds(Int64(index) * 1000))
        }
        let clock = WriterClock(board: .epoch, wall: .epoch, speed: 1, isPaused: false)
        for clock in [nil, clock] {
            try journal.keepAlive(.recording, clock: clock, feeds: many)
            let sign = try #require(try watcher.writerSign())
            #expect(sign.clock == clock && sign.state == .recording)
            #expect(sign.feeds.count == WriterFeed.most)
            #expect(sign.feeds.first?.isFresh == false && sign.feeds.first?.silence == .seconds(7000))
            #expect(sign.feeds.first?.name.hasPrefix("feed of a very long") == true)
        }
        #expect(try length() == before, "it needs no room on a full disk")
    }

    @Test func aFeedWithoutAHeartbeatIsToldAsSuch() {
        for (isFresh, isJudged) in [(true, true), (true, false), (false, true)] {
            let feed = WriterFeed(name: "cad", isFresh: isFresh, silence: .seconds(4), isJudged: isJudged)
            #expect(WriterFeed(code: feed.code) == feed)
        }
    }

    @Test(arguments: [
        "", "feed", "feed fresh 3", "feed loud 3 avl", "feed fresh -1 avl", "feed fresh x avl", "fed fresh 3 avl",
        "feed fresh 99999999999 avl",
    ])
    func aFeedThatNobodyCanHaveIsNone(text: String) {
        #expect(WriterFeed(code: text) == nil)
    }
}
