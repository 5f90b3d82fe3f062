import Core
import DispatchModel
import Foundation
import GRDB

/// What is looked at before a journal is opened for writing, while nothing has been changed yet.
struct OpeningCheck {
    /// What is wrong with it; empty for a journal that ends as it was left.
    var findings: [JournalFinding] = []
    /// The folder with copies of the files as they were found; empty when nothing is wrong.
    var evidence = ""

    /// Nothing wrong.
    init() {}

    /// Looks at the files. What was recorded there must still be there in some form: throws `.databaseGone` otherwise, and
    /// leaves everything as it is.
    init(_ folder: JournalFolder, at now: Timestamp) throws(JournalError) {
        let names = Self.files(folder).filter { access("\(folder.path)/\($0)", F_OK) == 0 }
        let mark = EndMark.read(folder)
        let isThere = Self.size(folder.database) ?? 0 > 0
        guard isThere else {
            try Self.requireNothingRecorded(folder, mark)
            return
        }
        let end = try Self.end(folder)
        if end == 0, case .end(let marked) = mark, marked > 0 {
            throw JournalError(.databaseGone(end: marked), path: folder.path)
        }
        findings = EndMark.findings(mark, folder, end: end)
        if mark != .end(end), let damage = LogCheck.check(folder) { findings.append(damage) }
        if let size = Self.size(folder.database), size <= Self.digestLimit {
            findings += PageDigests.check(folder) ?? []
        }
        guard findings.contains(where: { $0.isDamage || mark == .unreadable }) else { return }
        evidence = try Self.keep(names, of: folder, at: now)
    }

    /// The events that tell what was found.
    func events(at recorded: Timestamp, found: Timestamp) -> [PendingEvent] {
        findings.map { finding in
            let fault = JournalFaultFound(
                code: finding.code.rawValue, english: finding.text.english, chinese: finding.text.chinese,
                evidence: evidence, found: found)
            return PendingEvent(at: recorded, actor: .system, body: .journalFaultFound(fault))
        }
    }

    /// A folder without a database may become a journal only when nothing says that it was one.
    private static func requireNothingRecorded(
        _ folder: JournalFolder, _ mark: EndMark.Reading
    ) throws(JournalError) {
        switch mark {
        case .end(let marked) where marked > 0: throw JournalError(.databaseGone(end: marked), path: folder.path)
        case .unreadable: throw JournalError(.databaseGone(end: nil), path: folder.path)
        case .end, .none: break
        }
        // A log without its database holds facts that a new database would wipe.
        if let bytes = size(folder.log), bytes > 0 { throw JournalError(.databaseGone(end: nil), path: folder.path) }
    }

    /// Where the journal ends as it can be read now.
    private static func end(_ folder: JournalFolder) throws(JournalError) -> JournalPosition {
        do {
            let connection = try DatabaseConnections.reader(folder, holdsLock: true)
            defer { try? connection.close() }
            return try connection.inDatabase { db in
                if case .empty = try Schema.identify(db) { return 0 }
                _ = try SQLiteJournal.expectJournal(db, folder)
                return try SQLiteJournal.readHead(db, folder).0
            }
        } catch {
            throw JournalError(error, folder)
        }
    }

    /// Bytes of a database above which opening does not wait for its digests to be compared; a check does.
    private static let digestLimit: Int64 = 64 << 20

    // MARK: Evidence

    private static func files(_ folder: JournalFolder) -> [String] {
        [folder.database, folder.log, folder.mark, folder.pages].map { URL(filePath: $0).lastPathComponent }
    }

    /// Copies the files into a folder of their own, readable by the owner alone. SQLite must not have them open.
    private static func keep(
        _ names: [String], of folder: JournalFolder, at now: Timestamp
    ) throws(JournalError) -> String {
        let name = free("evidence-" + stamp(now), in: folder)
        let place = "\(folder.path)/\(name)"
        guard mkdir(place, 0o700) == 0 else { throw JournalError(fileError: errno, path: place) }
        for file in names {
            do {
                try FileManager.default.copyItem(atPath: "\(folder.path)/\(file)", toPath: "\(place)/\(file)")
            } catch {
                let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace
                // Half a copy proves nothing; the originals are untouched.
                try? FileManager.default.removeItem(atPath: place)
                throw JournalError(
                    fileError: isFull ? ENOSPC : EIO, path: place, cause: "\(error.localizedDescription)")
            }
        }
        return name
    }

    private static func free(_ name: String, in folder: JournalFolder) -> String {
        var number = 1
        var found = name
        while access("\(folder.path)/\(found)", F_OK) == 0 {
            number += 1
            found = "\(name)-\(number)"
        }
        return found
    }

    /// `20261130T075643Z` (ISO 8601, basic format).
    private static func stamp(_ time: Timestamp) -> String {
        let date = Date(timeIntervalSince1970: Double(time.rawValue) / 1000)
        return date.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    }

    private static func size(_ path: String) -> Int64? {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : nil
    }
}
