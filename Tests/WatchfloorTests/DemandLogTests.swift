import Foundation
import TestSupport
import Testing

/// Demand of logs as they come, and of the journals that they are played into.
@Suite("Demand of a log", .tags(.process), .full) struct DemandLogTests {
    private struct Figures: Decodable, Equatable {
        var hours: Int
        var inside80: Double
        var mae: Double
    }

    /// Six days of a town, some calls an hour, more by day, and none on a day on which nobody recorded.
    private static func rows() -> [String] {
        var rows: [String] = []
        for hour in 0..<144 where !(60..<90).contains(hour) {
            let calls = 3 + (hour % 24 >= 10 ? 4 : 0) + (hour * 7) % 5
            for call in 0..<calls {
                rows.append(row("2017-03-\(two(1 + hour / 24)) \(two(hour % 24)):\(two(call * 59 / calls))", call))
            }
        }
        return rows
    }

    private static let header = "lat,lng,title,timeStamp,twp,addr"

    private static func row(_ time: String, _ number: Int) -> String {
        "40.\(1000 + number * 37),-75.3,EMS: FALL VICTIM,\(time),TOWN,\(number) MAIN ST & OAK AV"
    }

    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

    private func figures(_ place: Workplace, _ file: String) throws -> Figures {
        let outcome = try place.run("demand", "--backtest", file, "--json")
        #expect(outcome.status == 0, "\(outcome)")
        return try JSONDecoder().decode(Figures.self, from: Data(outcome.output))
    }

    @Test("From the journal that a log was played into come the figures of the log")
    func journal() throws {
        let place = Workplace()
        let log = try place.write("town.csv", ([Self.header] + Self.rows()).joined(separator: "\n"))
        let data = place.file("data")
        let played = try place.run(
            "replay", log, "--as-recorded", "--speed", "max", "--headless", "--data-dir", data)
        #expect(played.status == 0, "\(played)")
        #expect(try figures(place, data) == figures(place, log))
    }

    @Test("Two rows with absurd dates and one with day and month swapped are told, and change no figure")
    func absurdDates() throws {
        let place = Workplace()
        let good = Self.rows()
        let bad = ["1970-01-01 00:00", "2099-06-01 12:00", "2017-12-03 08:00"].map { Self.row($0, 9) }
        let clean = try place.write("clean.csv", ([Self.header] + good).joined(separator: "\n"))
        let log = try place.write("bad.csv", ([Self.header] + bad + good).joined(separator: "\n"))
        #expect(try figures(place, log) == figures(place, clean))
        let told = try place.run("demand", log)
        #expect(told.text.contains("3 calls are left out, far from all others in time: 1970-01-01"), "\(told)")
    }

    @Test("A log with a header alone is refused as what it is")
    func headerOnly() throws {
        let place = Workplace()
        let log = try place.write("empty.csv", Self.header + "\n")
        for arguments in [["demand", log], ["demand", "--backtest", log, "--json"]] {
            let outcome = try place.start(arguments).wait()
            #expect(outcome.status == 2, "\(outcome)")
            #expect(outcome.errors.contains("the log has a header and no row"), "\(outcome)")
            #expect(outcome.text.isEmpty)
        }
    }

    @Test("One call is one call")
    func singular() throws {
        let place = Workplace()
        let log = try place.write("one.csv", Self.header + "\n" + Self.row("2017-03-01 10:10", 1) + "\n")
        let outcome = try place.run("demand", log)
        #expect(outcome.text.contains("1 call in 1 whole hour\n"), "\(outcome)")
    }

    @Test("A replay to be dispatched does not claim the log's responses")
    func responses() throws {
        let place = Workplace()
        let played = try place.run(
            "replay", "--headless", "--speed", "max", "--data-dir", place.file("data"))
        #expect(played.text.contains("unit responses of the log were not played"), "\(played)")
        let recorded = try place.run(
            "replay", "--headless", "--as-recorded", "--speed", "max", "--data-dir", place.file("other"))
        #expect(recorded.text.contains(" unit responses; journal at "), "\(recorded)")
    }
}
