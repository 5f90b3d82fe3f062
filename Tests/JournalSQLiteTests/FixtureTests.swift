import Core
import DispatchModel
import Foundation
import Testing

@testable import JournalSQLite

/// A journal that version 0.1.0 wrote: a desk's half hour with calls, alerts, a dispute, an emergency, an undo. It opens
/// and reads as it did then, whatever the program has become.
@Suite("A journal of the program as it was")
struct FixtureTests {
    private static let hash = "29c85c4a57a4cdb9b3a9f1627e8af700cd540df14cb820c8630e922c53ebe583"
    private static let board = "b72a518d35d23f3cc03a786f105b1a486b00824efecc43f651e36b38f5a9685f"

    private static func fixture(_ name: String) throws -> Data {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        return try Data(contentsOf: folder.appending(path: name))
    }

    /// The folder as that program left it.
    private func folder() throws -> TemporaryFolder {
        let folder = TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        let text = try Self.fixture("half-hour.sqlite.base64")
        let database = try #require(Data(base64Encoded: text, options: .ignoreUnknownCharacters))
        try database.write(to: URL(filePath: folder.folder.database))
        for name in ["end", "pages"] {
            try Self.fixture("half-hour.\(name)").write(to: URL(filePath: folder.path + "/journal.\(name)"))
        }
        return folder
    }

    @Test("It is sound, and folds into the board that it folded into")
    func opens() throws {
        let folder = try folder()
        let journal = try folder.open()
        #expect(try journal.lastPosition() == 105)
        #expect(try journal.lastHash().hex == Self.hash)
        #expect(try journal.openBoard().board.digest == Self.board)
        #expect(try journal.openBoard().warnings.isEmpty)
        #expect(try journal.verify().isSound)
    }

    @Test("Every record is written again as the same bytes")
    func writesAlike() throws {
        let folder = try folder()
        let journal = try folder.open()
        let records = try journal.records(after: 0, limit: 200)
        #expect(records.count == 105)
        let copy = MemoryJournal()
        for record in records { try copy.append([PendingEvent(record)], expecting: record.position - 1) }
        #expect(try copy.lastHash().hex == Self.hash)
    }

    @Test("Its export is taken in, proves itself, and is written again as it was")
    func imports() throws {
        let text = try Self.fixture("half-hour.jsonl")
        var lines = text.split(separator: UInt8(ascii: "\n")).map { Array($0) + [UInt8(ascii: "\n")] }[...]
        let journal = MemoryJournal()
        let imported = try JournalExport.read(into: journal) { () throws(JournalError) in lines.popFirst() }
        #expect(imported.position == 105)
        #expect(imported.proof == .proven)
        #expect(try journal.openBoard().board.digest == Self.board)
        var written = ""
        try JournalExport.export(journal) { written += $0 }
        #expect(written == String(decoding: text, as: UTF8.self))
    }
}
