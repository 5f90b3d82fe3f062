import Foundation
import Glibc
import TestSupport
import Testing

/// Debian's gpsd itself, played to by its `gpsfake`, and the built program asking it.
@Suite(.tags(.process), .full, .serialized) struct ReceiverTests {
    private let place = Workplace()

    /// A sentence of NMEA 0183 with its checksum.
    private func sentence(_ text: String) -> String {
        let digits = String(text.utf8.reduce(0, ^), radix: 16, uppercase: true)
        return "$\(text)*\(digits.count < 2 ? "0" : "")\(digits)\r\n"
    }

    /// What a receiver says each second of a minute that began so many seconds ago: a drive north, without a fix in the middle, and one
    /// second far away.
    private func drive(ago: Double) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        let start = Date(timeIntervalSinceNow: -ago)
        return (0..<60).map { second in
            let time = start.addingTimeInterval(Double(second))
            formatter.dateFormat = "HHmmss"
            let clock = formatter.string(from: time) + ".00"
            formatter.dateFormat = "ddMMyy"
            let date = formatter.string(from: time)
            guard !(30..<40).contains(second) else {
                return sentence("GPGGA,\(clock),,,,,0,00,,,M,,M,,") + sentence("GPRMC,\(clock),V,,,,,,,\(date),,,N")
            }
            let minutes = String(format: "%07.4f", 12 + Double(second) * 0.006)
            let place = "\(second == 50 ? 35 : 31)\(minutes),N,12128.2000,E"
            return sentence("GPGGA,\(clock),\(place),1,08,1.0,10.0,M,5.0,M,,")
                + sentence("GPRMC,\(clock),A,\(place),10.0,90.0,\(date),,,A")
        }.joined()
    }

    private func play(_ logs: String..., at port: UInt16) throws -> Spawned { try play(logs, at: port) }

    private func play(_ logs: [String], at port: UInt16) throws -> Spawned {
        try Spawned(
            "/usr/bin/gpsfake", ["-q", "-c", "0.02", "-P", "\(port)"] + logs,
            environment: place.environment.merging(["PATH": "/usr/sbin:/usr/bin:/bin"]) { $1 }, input: "/dev/null",
            folder: place.path)
    }

    /// Kills the daemon that gpsfake has started, and gpsfake.
    private func stop(_ gpsfake: Spawned) {
        var family: [pid_t] = [gpsfake.pid]
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { pid_t($0) } ?? []
        // A parent's number is smaller than its child's but for a wrap-around, after which a second look finds it.
        for pid in all.sorted() + all.sorted() where !family.contains(pid) {
            guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
                let parent = stat.split(separator: ")").last?.split(separator: " ").dropFirst().first,
                let parent = pid_t(parent), family.contains(parent)
            else { continue }
            family.append(pid)
        }
        for pid in family.reversed() { kill(pid, SIGKILL) }
        _ = gpsfake.wait()
    }

    /// How many positions of a unit are in the journal.
    private func positions(_ data: String) -> Int {
        ((try? place.exported(place.file(data))) ?? []).count { $0.contains("unitPositionReported") }
    }

    private func settings(_ port: UInt16) throws -> [String] {
        let feeds = try place.write(
            "feeds.toml",
            "[[feed]]\nname = \"gps\"\nfrom = \"gpsd:127.0.0.1:\(port)\"\n[feed.words.unit]\n\"*\" = \"3A11\"\n")
        let roster = try place.write("roster.toml", "[roster]\n3A11 = { kind = \"vehiclePatrol\" }\n")
        return ["--feeds", feeds, "--roster", roster]
    }

    @Test("A receiver's positions reach the journal, and again after gpsd was killed and started anew")
    func reconnects() throws {
        guard access("/usr/bin/gpsfake", X_OK) == 0 else {
            print("no gpsfake: the journey with a real gpsd is left out; install gpsd and gpsd-clients")
            return
        }
        let port = freePort()
        let log = try place.write("car.log", drive(ago: 130))
        let ingest = try place.start(["ingest", "--data-dir", place.file("d")] + settings(port))
        var gpsd = try play(log, at: port)
        #expect(eventually(seconds: 60) { positions("d") > 0 }, "the first position")
        stop(gpsd)
        try Data(drive(ago: 65).utf8).write(to: URL(filePath: log))
        // Counted first: the first position of the second drive may be there before a count would be.
        let before = positions("d")
        gpsd = try play(log, at: port)
        #expect(eventually(seconds: 90) { positions("d") > before }, "a position after the reconnection")
        stop(gpsd)
        kill(ingest.pid, SIGTERM)
        let outcome = ingest.wait()
        #expect(outcome.status == 0, "\(outcome)")
        for line in try place.exported(place.file("d")) where line.contains("unitPositionReported") {
            #expect(line.contains("\"latitudeMicrodegrees\":312"), "no position of the jump: \(line)")
        }
    }

    /// A figure of the program's about the receivers' feed.
    private func figure(_ name: String, _ port: UInt16) -> Int {
        guard let client = try? RawClient(port) else { return 0 }
        client.send("GET /metrics HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
        let line = (try? client.answer())?.text.split(separator: "\n").first {
            $0.hasPrefix("watchfloor_feed_\(name)_total{feed=\"gps\"")
        }
        return line?.split(separator: " ").last.flatMap { Int($0) } ?? 0
    }

    @Test("Recorded receivers of many makes: what they say is understood, and what is years old is not believed")
    func recorded() throws {
        guard access("/usr/bin/gpsfake", X_OK) == 0, let folder = sharedData("data/avl/gpsd") else { return }
        // A handful: gpsfake goes through all of them in turn, a sentence each.
        let logs = ["haicom-305N", "blumax-gps009", "bt451", "tr737A+"].map { "\(folder)/\($0).log" }
        let (port, own) = (freePort(), freePort())
        let made = try place.run("feeds", "token", "web").text
        let feeds = try place.write(
            "feeds.toml",
            "[http]\nlisten = \"127.0.0.1:\(own)\"\n" + made
                + "[[feed]]\nname = \"gps\"\nfrom = \"gpsd:127.0.0.1:\(port)\"\n[feed.words.unit]\n\"*\" = \"3A11\"\n")
        let roster = try place.write("roster.toml", "[roster]\n3A11 = { kind = \"vehiclePatrol\" }\n")
        let ingest = try place.start(["ingest", "--data-dir", place.file("d"), "--feeds", feeds, "--roster", roster])
        let gpsd = try play(logs, at: port)
        #expect(eventually(seconds: 120) { figure("doubtful_positions", own) > 20 })
        stop(gpsd)
        kill(ingest.pid, SIGTERM)
        let outcome = ingest.wait()
        #expect(outcome.status == 0 && outcome.errors.contains("0 dead letters"), "\(outcome)")
    }
}
