import Foundation
import TestSupport
import Testing

/// Logs played without a screen, and the figures that come out.
@Suite(.tags(.process), .full) struct ReplayTests {
    @Test("the figures of a written log are those of its rows", arguments: [11, 12] as [UInt64])
    func figures(seed: UInt64) throws {
        let place = Workplace()
        let log = CallLogFile(seed: seed, calls: 120)
        let file = try place.write("day.csv", log.csv)
        let played = try play(file, place)
        #expect(played.status == 0, "\(played)")
        let report = try Figures(json: place.run("report", "--json", "--data-dir", place.file("data")).output)
        #expect(report.differences(from: Figures(log.rows)).isEmpty, "seed \(seed)")
    }

    @Test("the sample: twice into one folder records nothing twice")
    func twice() throws {
        let place = Workplace()
        let arguments = ["replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", place.file("data")]
        let first = try place.start(arguments).wait()
        #expect(first.status == 0, "\(first)")
        let before = try place.status(place.file("data"))
        #expect(before.position > 1000)
        #expect(before.open == 0)
        let second = try place.start(arguments).wait()
        #expect(second.status == 0, "\(second)")
        #expect(second.text.contains("were in the journal already"))
        #expect(try place.status(place.file("data")) == before)
    }

    @Test("a part of a log by its times, then the rest, is the whole")
    func partThenRest() throws {
        let place = Workplace()
        let log = CallLogFile(seed: 21, calls: 60)
        let file = try place.write("day.csv", log.csv)
        let part = try play(file, place, "--to", "2017-01-02T00:20")
        #expect(part.status == 0, "\(part)")
        let report = try Figures(json: place.run("report", "--json", "--data-dir", place.file("data")).output)
        #expect(report.differences(from: Figures(log.rows.filter { $0.received < 1200 })).isEmpty)
        #expect(try play(file, place).status == 0)
        let whole = try Figures(json: place.run("report", "--json", "--data-dir", place.file("data")).output)
        #expect(whole.incidents == 60)
        #expect(whole.unitResponses == log.rows.count)
    }

    @Test("crews answer without a screen; the same seed gives the same board")
    func toDispatch() throws {
        let place = Workplace()
        for data in ["one", "two"] {
            let played = try place.run("replay", "--speed", "max", "--headless", "--data-dir", place.file(data))
            #expect(played.status == 0, "\(played)")
        }
        let (one, two) = (try place.status(place.file("one")), try place.status(place.file("two")))
        #expect(one.board == two.board)
        #expect(one.incidents == 220)
        #expect(one.waiting == 220)
    }

    @Test("malformed rows are told by their line and skipped; the rest is played")
    func malformed() throws {
        let place = Workplace()
        let log = CallLogFile(seed: 31, calls: 20)
        var lines = log.csv.split(separator: "\n").map(String.init)
        lines[3] = "only,three,fields"
        lines[7] = lines[7].replacingOccurrences(of: "01/02/2017", with: "31/31/2017")
        let file = try place.write("day.csv", lines.joined(separator: "\n"))
        let played = try play(file, place)
        #expect(played.status == 0, "\(played)")
        #expect(played.errors.contains("line 4"), "\(played)")
        #expect(played.errors.contains("line 8"), "\(played)")
        #expect(played.text.contains("2 rows skipped"), "\(played)")
        #expect(try place.run("journal", "verify", "--data-dir", place.file("data")).status == 0)
    }

    @Test("a log of nothing, of a header alone, of noise: a message and no crash")
    func nothing() throws {
        let place = Workplace()
        var random = Seeded(41)
        let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let cases: [(String, [UInt8])] = [
            ("empty.csv", []), ("header.csv", Array((CallLogFile.header + "\n").utf8)), ("noise.csv", noise),
            ("quote.csv", Array((CallLogFile.header + "\n\"never closed").utf8)),
        ]
        for (name, bytes) in cases {
            let file = try place.write(name, bytes)
            let played = try play(file, place, data: name + ".d")
            #expect((0...2).contains(played.status), "\(name): \(played)")
            #expect(!played.errors.isEmpty || played.text.contains("0 rows"), "\(name): \(played)")
        }
    }

    @Test("different data never mix in a folder")
    func noMixing() throws {
        let place = Workplace()
        let one = try place.write("one.csv", CallLogFile(seed: 51, calls: 5).csv)
        #expect(try play(one, place).status == 0)
        let sample = try place.run(
            "replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", place.file("data"))
        #expect(sample.status == 2, "\(sample)")
        #expect(sample.errors.contains("--data-dir"))
    }

    // MARK: The real log

    static let realLog = sharedData("data/calls/sffd_units_2016-12-31_2017-01-04.csv")

    @Test("a real city's log has the figures that were worked out apart", .enabled(if: realLog != nil))
    func real() throws {
        let place = Workplace()
        let log = try #require(ReplayTests.realLog)
        let played = try play(log, place)
        #expect(played.status == 0, "\(played)")
        let report = try Figures(json: place.run("report", "--json", "--data-dir", place.file("data")).output)
        let answer = URL(filePath: log).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "bench/replay/sffd_2016-12-31.expected.json")
        let expected = try Figures(json: Array(Data(contentsOf: answer)))
        #expect(report.differences(from: expected).isEmpty)
    }

    @Test("a real log cut short and damaged: never a crash, problems told by line", .enabled(if: realLog != nil))
    func realDamaged() throws {
        let place = Workplace()
        let whole = try Array(Data(contentsOf: URL(filePath: #require(ReplayTests.realLog)))).prefix(300_000)
        for seed in 1...3 as ClosedRange<UInt64> {
            var random = Seeded(seed)
            // The header stays; half a line at the end, and stretches of bytes gone in the middle.
            var bytes = Array(whole.prefix(Int.random(in: 100_000..<300_000, using: &random)))
            for _ in 0..<20 {
                let start = Int.random(in: 1000..<bytes.count - 300, using: &random)
                bytes.removeSubrange(start..<start + Int.random(in: 1...200, using: &random))
            }
            let file = try place.write("cut\(seed).csv", bytes)
            let played = try play(file, place, data: "cut\(seed)")
            #expect(played.status == 0, "seed \(seed): \(played)")
            #expect(played.errors.contains("line "), "seed \(seed): \(played)")
            #expect(try place.run("journal", "verify", "--data-dir", place.file("cut\(seed)")).status == 0)
        }
    }

    private func play(_ file: String, _ place: Workplace, _ more: String..., data: String = "data") throws -> Outcome {
        try place.start(
            ["replay", file, "--as-recorded", "--speed", "max", "--headless", "--data-dir", place.file(data)] + more
        ).wait()
    }
}
