import Foundation
import TestSupport
import Testing

/// Where a played log goes, and what is told of it.
@Suite(.tags(.process), .full) struct LogStoreTests {
    private let place = Workplace()

    private func play(_ file: String, _ more: String...) throws -> Outcome {
        try place.start(["replay", file, "--as-recorded", "--speed", "max", "--headless"] + more).wait()
    }

    private var stores: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: place.file("share/watchfloor/replay"))) ?? []
    }

    @Test("two logs of one name have two stores; the same bytes under another name go on in theirs")
    func contentNotName() throws {
        let one = CallLogFile(seed: 71, calls: 4).csv
        let first = try place.write("a/calls.csv", one)
        let second = try place.write("b/calls.csv", CallLogFile(seed: 72, calls: 3).csv)
        let renamed = try place.write("c/other.csv", one)
        for file in [first, second] {
            let played = try play(file)
            #expect(played.status == 0 && !played.text.contains("already"), "\(played)")
        }
        #expect(stores.count == 2)
        let again = try play(renamed)
        #expect(again.status == 0 && again.text.contains("already"), "\(again)")
        #expect(stores.count == 2)
    }

    @Test("a mapping that says something else than before is refused in words; its comments say nothing")
    func editedMapping() throws {
        let log = try place.write("calls.csv", "id,t,type\n1,2024-03-01 08:00:00,A\n")
        func mapping(_ title: String, _ zone: String) -> String {
            """
            title = "\(title)"
            source = "x"
            [time]
            format = "yyyy-MM-dd HH:mm:ss"
            zone = "\(zone)"
            [columns]
            incident = "id"
            received = "t"
            type = "type"
            """
        }
        let file = try place.write("x.toml", mapping("X", "UTC"))
        #expect(try play(log, "--mapping", file).status == 0)
        try place.write("x.toml", "# a remark\n\n" + mapping("X", "UTC"))
        #expect(try play(log, "--mapping", file).status == 0)
        for edited in [mapping("Y", "UTC"), mapping("X", "UTC+8")] {
            try place.write("x.toml", edited)
            let refused = try play(log, "--mapping", file)
            #expect(refused.status == 2 && refused.errors.contains("--data-dir"), "\(refused)")
        }
        #expect(try play(log, "--mapping", file, "--data-dir", place.file("new")).status == 0)
        try place.write("x.toml", mapping("X", "UTC"))
        #expect(try play(log, "--mapping", file).text.contains("already"))
    }

    @Test("a log of which most rows are lost is an error, and nothing is recorded; rows that came before are no loss")
    func mostlyLost() throws {
        let rows = CallLogFile(seed: 73, calls: 10).csv.split(separator: "\n").map(String.init)
        let broken = rows.dropFirst(3).map { $0.replacingOccurrences(of: "01/02/2017", with: "31/31/2017") }
        let lost = try place.write("lost.csv", (rows.prefix(3) + broken).joined(separator: "\n"))
        let refused = try play(lost)
        #expect(refused.status == 2 && refused.errors.contains("rows skipped"), "\(refused)")
        #expect(refused.errors.contains("Received DtTm") && stores.isEmpty, "\(refused)")
        let twice = try place.write("twice.csv", (rows + rows.dropFirst() + rows.dropFirst()).joined(separator: "\n"))
        #expect(try play(twice).status == 0)
    }

    @Test("what is skipped is told first, by reason; what no rule is about by its values")
    func report() throws {
        var rows = CallLogFile(seed: 74, calls: 12).csv.split(separator: "\n").map(String.init)
        rows[2] = "only,three,fields"
        let file = try place.write("calls.csv", rows.joined(separator: "\n"))
        let played = try play(file)
        #expect(played.text.hasPrefix("1 rows skipped"), "\(played)")
        #expect(played.errors.contains("1 of \(rows.count - 1) rows skipped:\n  1 × 3 fields"), "\(played)")
        #expect(played.errors.contains("(line 3)"), "\(played)")
    }

    @Test("the shipped mappings are listed by the names that --mapping takes, and shown as they are read")
    func mappings() throws {
        let list = try place.run("mapping", "list")
        let names = list.text.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(names.contains("san-francisco-fire") && names.count >= 4, "\(list)")
        for name in names {
            let shown = try place.run("mapping", "show", name)
            #expect(shown.status == 0 && shown.text.contains("[columns]"), "\(shown)")
            let file = try place.write("\(name)-copy.toml", shown.output)
            #expect(try place.run("mapping", "check", file).status == 0)
            #expect(try place.run("mapping", "check", name).status == 0)
        }
        let unknown = try place.run("mapping", "show", "nope")
        #expect(unknown.status == 2 && unknown.errors.contains("san-francisco-fire"), "\(unknown)")
        let log = try place.write("calls.csv", "a,b\n1,2\n")
        let missing = try play(log, "--mapping", "san-francisco-fire")
        #expect(missing.status == 2 && missing.errors.contains("the mapping san-francisco-fire"), "\(missing)")
    }

    @Test("what a file is, is said before anything else", arguments: ["calls.xlsx", "calls.csv.gz", "page.html", "."])
    func kinds(_ name: String) throws {
        let bytes: [String: [UInt8]] = [
            "calls.xlsx": [0x50, 0x4B, 3, 4] + Array("xl/workbook.xml".utf8), "calls.csv.gz": [0x1F, 0x8B, 8, 0, 0],
            "page.html": Array("<!doctype html><html></html>".utf8),
        ]
        let words = ["calls.xlsx": "workbook", "calls.csv.gz": "gunzip", "page.html": "web page", ".": "journal"]
        let file = try bytes[name].map { try place.write(name, $0) } ?? place.path
        let refused = try play(file)
        #expect(refused.status == 2, "\(refused)")
        #expect(refused.errors.contains(words[name] ?? "?"), "\(refused)")
    }

    @Test("another log, way or seed is refused in the folder of what was played, and the same goes on")
    func anotherPlay() throws {
        let log = try place.write("a.csv", CallLogFile(seed: 81, calls: 6).csv)
        let other = try place.write("b.csv", CallLogFile(seed: 82, calls: 6).csv)
        let folder = place.file("store")
        func play(_ file: String, _ more: String...) throws -> Outcome {
            try place.start(["replay", file, "--speed", "max", "--headless", "--data-dir", folder] + more).wait()
        }
        #expect(try play(log, "--seed", "3").status == 0)
        let before = try place.status(folder)
        for refused in [
            try play(other, "--seed", "3"), try play(log, "--seed", "3", "--as-recorded"), try play(log, "--seed", "4"),
        ] {
            #expect(refused.status == 2 && refused.errors.contains("--data-dir"), "\(refused)")
        }
        #expect(try place.status(folder) == before)
        #expect(try play(log, "--seed", "3").text.contains("already"))
    }

    @Test("a log without a call to play says why there is none")
    func noCalls() throws {
        let whole = CallLogFile(seed: 83, calls: 5).csv
        let header = try place.write("header.csv", CallLogFile.header + "\n")
        let empty = try play(header)
        #expect(empty.status == 2 && empty.errors.contains("no row"), "\(empty)")
        let log = try place.write("calls.csv", whole)
        let beyond = try play(log, "--from", "2030-01-01")
        #expect(beyond.status == 1 && beyond.errors.contains("--from"), "\(beyond)")
        let turned = try play(log, "--from", "2018-01-01", "--to", "2017-01-01")
        #expect(turned.status == 2 && turned.errors.contains("before --to"), "\(turned)")
        #expect(stores.isEmpty)
    }
}
