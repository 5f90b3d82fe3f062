import Foundation
import TestSupport
import Testing

/// Journals that are damaged, foreign or newer: a clear message, and nothing overwritten.
@Suite(.tags(.process), .full) struct DamageTests {
    private let place = Workplace()
    private var data: String { place.file("data") }
    private var journal: URL { URL(filePath: data + "/journal.sqlite") }

    private func record() throws {
        let played = try place.run("replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", data)
        #expect(played.status == 0, "\(played)")
    }

    /// Every way into the folder refuses with a message and leaves the file as it was.
    private func expectRefused(containing words: String) throws {
        let before = try Data(contentsOf: journal)
        for command in [
            ["journal", "verify"], ["status"], ["report"], ["journal", "export"],
            ["replay", "--as-recorded", "--speed", "max", "--headless"],
        ] {
            let outcome = try place.start(command + ["--data-dir", data]).wait()
            #expect(outcome.status == 1, "\(command): \(outcome)")
            #expect(outcome.errors.contains(words), "\(command): \(outcome)")
        }
        #expect(try Data(contentsOf: journal) == before)
    }

    @Test("a flipped bit in a record of the closed file is found and located")
    func flipped() throws {
        try record()
        let whole = try Data(contentsOf: journal)
        // Streets are only named in what was recorded and in snapshots of it.
        let places = whole.ranges(of: Data("Block of".utf8))
        for seed in 1...4 as ClosedRange<UInt64> {
            var random = Seeded(seed)
            let offset = try #require(places.randomElement(using: &random)).lowerBound
            let verified = try verify(whole, flippedAt: offset)
            #expect(verified.status == 1, "seed \(seed), byte \(offset): \(verified)")
            #expect(verified.text.contains("\"position\" :"), "seed \(seed), byte \(offset): \(verified)")
        }
        // Wherever the journal says that it checks every byte, every byte counts.
        for seed in 1...4 as ClosedRange<UInt64> {
            var random = Seeded(seed)
            let offset = Int.random(in: 4096..<whole.count, using: &random)
            let verified = try verify(whole, flippedAt: offset)
            let isChecked = verified.text.contains("\"everyByteChecked\" : true")
            #expect(verified.status == 1 || !isChecked, "seed \(seed), byte \(offset): \(verified)")
        }
        try whole.write(to: journal)
        #expect(try place.run("journal", "verify", "--data-dir", data).status == 0)
    }

    private func verify(_ whole: Data, flippedAt offset: Int) throws -> Outcome {
        var damaged = whole
        damaged[offset] ^= 4
        try damaged.write(to: journal)
        return try place.run("journal", "verify", "--json", "--data-dir", data)
    }

    @Test("a file cut short")
    func truncated() throws {
        try record()
        let whole = try Data(contentsOf: journal)
        try whole.prefix(whole.count / 2).write(to: journal)
        try expectRefused(containing: "damaged")
    }

    @Test("a file that is no journal")
    func foreign() throws {
        try place.write("data/journal.sqlite", (1...5000).map(String.init).joined(separator: "\n"))
        try expectRefused(containing: "not a journal")
    }

    @Test("a journal of a newer program")
    func newer() throws {
        try record()
        // The user version is the big-endian number at byte 60 of an SQLite file.
        var bytes = try Data(contentsOf: journal)
        bytes.replaceSubrange(60..<64, with: [0, 0, 3, 231])
        try bytes.write(to: journal)
        try expectRefused(containing: "format 999")
    }

    @Test("an export with a damaged line imports nothing")
    func damagedExport() throws {
        try record()
        var lines = try place.exported(data)
        lines[200] = String(lines[200].dropLast(10))
        let file = try place.write("export.jsonl", lines.joined(separator: "\n") + "\n")
        let imported = try place.run("journal", "import", file, "--data-dir", place.file("other"))
        #expect(imported.status != 0, "\(imported)")
        #expect(imported.errors.contains("line 201"), "\(imported)")
        #expect(try place.status(place.file("other")).position == 0)
    }
}
