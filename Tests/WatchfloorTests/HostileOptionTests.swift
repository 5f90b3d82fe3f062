import Foundation
import TestSupport
import Testing

/// No value on the command line and no file that it names ends the program by a signal.
@Suite(.tags(.process), .full) struct HostileOptionTests {
    private static let values = [
        "-9223372036854775808", "9223372036854775807", "99999999999999999999", "-1", "0", "1e400", "1e18", "nan", "inf",
        "-inf", "", " ", "٣", "0x10", "1,2", "💥", "2017-99-99", "999999999-01-01", "units.all=-9223372036854775808",
        "\u{0001}\u{001B}[2J",
    ]

    /// Commands with one option left to be filled.
    private static let commands: [[String]] = [
        ["simulate", "linjiang", "--replications", "2", "--days"],
        ["simulate", "linjiang", "--days", "1", "--replications"],
        ["simulate", "linjiang", "--days", "1", "--replications", "2", "--seed"],
        ["simulate", "--staffing", "--service", "45m", "--rate"],
        ["simulate", "--staffing", "--rate", "45", "--service"],
        ["simulate", "--staffing", "--rate", "45", "--service", "1h", "--units"],
        ["simulate", "--staffing", "--rate", "45", "--service", "1h", "--within"],
        ["simulate", "--staffing", "--rate", "45", "--service", "1h", "--percent"],
        ["simulate", "--staffing", "--rate", "45", "--service", "1h", "--mix"], ["simulate", "--city-trace"],
        ["study", "linjiang", "--days", "1", "--replications", "2", "--variant"],
        ["replay", "--headless", "--speed", "max", "--from"], ["replay", "--headless", "--speed", "max", "--to"],
        ["replay", "--headless", "--speed"], ["replay", "--headless", "--mapping"], ["sample", "--seed"],
        ["model", "fit"], ["model", "check"], ["scenario", "check"], ["drill", "from-log", "--from"],
        ["drill", "quiet-night", "--auto", "--headless", "--speed", "max", "--hours"], ["mapping", "show"],
        ["mapping", "check"], ["status", "--asof"], ["report", "--profile"], ["report", "--by"], ["picture", "--size"],
        ["picture", "--keys"], ["feeds", "dead-letters", "show"],
    ]

    @Test("an option is used or refused in words, whatever it says", arguments: 0..<2)
    func options(part: Int) throws {
        let place = Workplace()
        var random = Seeded(UInt64(900 + part))
        for command in Self.commands {
            let value = random.pick(Self.values)
            let outcome = try place.start(command + [value]).wait()
            #expect((0...3).contains(outcome.status), "\(command + [value]): \(outcome)")
            #expect(outcome.status == 0 || !outcome.errors.isEmpty, "\(command + [value]): \(outcome)")
        }
    }

    @Test("a fit without any place is refused in words; with the beat's middle it goes on")
    func fitWithoutPlaces() throws {
        let place = Workplace()
        let mapping = """
            title = "No coordinates"
            source = "nowhere"
            [time]
            format = "yyyy-MM-dd HH:mm:ss"
            zone = "UTC"
            [columns]
            incident = "call"
            unit = "unit"
            received = "received"
            assigned = "assigned"
            en_route = "en_route"
            arrived = "arrived"
            cleared = "cleared"
            type = "type"
            beat = "beat"
            """
        let log = try place.write(
            "calls.csv",
            """
            call,unit,received,assigned,en_route,arrived,cleared,type,beat
            1,E1,2024-03-01 08:00:00,2024-03-01 08:01:00,2024-03-01 08:02:00,2024-03-01 08:06:00,2024-03-01 08:30:00,Fire,B1
            """)
        let bare = try place.write("bare.toml", mapping)
        let refused = try place.run("model", "fit", log, "--mapping", bare)
        #expect(refused.status == 2 && refused.errors.contains("latitude"), "\(refused)")
        let placed = try place.write("placed.toml", mapping + "\n[beats]\nB1 = { name = \"One\", at = [48.1, 11.5] }\n")
        let fitted = try place.run("model", "fit", log, "--mapping", placed, "--replications", "2")
        #expect(fitted.status == 0 && !fitted.output.isEmpty, "\(fitted)")
    }
}
