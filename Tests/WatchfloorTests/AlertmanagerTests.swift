import Foundation
import Glibc
import TestSupport
import Testing

/// Debian's Prometheus Alertmanager, pointed at the program by its webhook.
@Suite(.tags(.process), .full) struct AlertmanagerTests {
    private static let program = "/usr/bin/prometheus-alertmanager"
    private let place = Workplace()

    /// True when it is installed; says loudly when it is not.
    static let isAvailable: Bool = {
        let isThere = FileManager.default.isExecutableFile(atPath: program)
        if !isThere {
            print("SKIPPED: the tests with Alertmanager need it: apt-get install prometheus-alertmanager")
        }
        return isThere
    }()

    private func configuration(_ port: UInt16, _ token: String) -> String {
        """
        route:
          receiver: watchfloor
          group_by: [alertname]
          group_wait: 10ms
          group_interval: 200ms
          repeat_interval: 1s
        receivers:
          - name: watchfloor
            webhook_configs:
              - url: http://127.0.0.1:\(port)/v1/alertmanager
                send_resolved: true
                max_alerts: 0
                http_config:
                  authorization:
                    credentials: \(token)
        """
    }

    /// Tells Alertmanager of an alert, as Prometheus does.
    private func tell(_ port: UInt16, _ instance: String, ended: Bool = false) throws -> Int {
        let formatter = ISO8601DateFormatter()
        let ends = formatter.string(from: Date().addingTimeInterval(ended ? -1 : 3600))
        let starts = formatter.string(from: Date().addingTimeInterval(-60))
        let body = """
            [{"labels":{"alertname":"MastDown","instance":"\(instance)","severity":"critical"},\
            "annotations":{"summary":"no signal"},"startsAt":"\(starts)","endsAt":"\(ends)"}]
            """
        let client = try RawClient(port)
        client.send(
            "POST /api/v2/alerts HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        return try client.answer().status
    }

    /// A feed from Alertmanager, and where both listen.
    private struct Room {
        var feeds: String
        var configuration: String
        var data: String
        var own: UInt16
        var theirs: UInt16
    }

    private func room() throws -> Room {
        let (own, theirs) = (freePort(), freePort())
        let made = try place.run("feeds", "token", "prometheus").text
        let token = try #require(made.firstMatch(of: /Bearer (\S+)\n/)).output.1
        return Room(
            feeds: try place.write("feeds.toml", "[http]\nlisten = \"127.0.0.1:\(own)\"\n" + made),
            configuration: try place.write("alertmanager.yml", configuration(own, String(token))),
            data: place.file("d"), own: own, theirs: theirs)
    }

    private func manager(_ room: Room) throws -> Spawned {
        try Spawned(
            AlertmanagerTests.program,
            [
                "--config.file=\(room.configuration)", "--storage.path=\(place.file("am"))",
                "--web.listen-address=127.0.0.1:\(room.theirs)", "--cluster.listen-address=",
            ], environment: place.environment, input: "/dev/null", folder: place.path)
    }

    /// How often the journal has an event of a kind about an instance.
    private func count(_ data: String, _ kind: String, _ text: String = "") throws -> Int {
        try place.exported(data).filter { $0.contains("\"\(kind)\"") && (text.isEmpty || $0.contains(text)) }.count
    }

    @Test(
        "Alerts rise and resolve; its retry after a kill loses and doubles nothing",
        .enabled(if: AlertmanagerTests.isAvailable))
    func realAlertmanager() throws {
        let room = try room()
        let (data, theirs) = (room.data, room.theirs)
        let arguments = ["ingest", "--data-dir", data, "--feeds", room.feeds]
        var running = try place.start(arguments)
        #expect(eventually(seconds: 60) { (try? RawClient(room.own)) != nil }, "listening, its journal is there")
        let manager = try manager(room)
        defer {
            manager.kill()
            _ = manager.wait()
        }
        #expect(eventually(seconds: 60) { (try? tell(theirs, "mast-1")) == 200 })
        #expect(try eventually(seconds: 60) { try count(data, "alertRaised", "mast-1") == 1 })
        running.kill()
        _ = running.wait()
        // While nobody listens an alert rises and another ends: Alertmanager goes on trying.
        #expect(try tell(theirs, "mast-2") == 200)
        #expect(try tell(theirs, "mast-1", ended: true) == 200)
        running = try place.start(arguments)
        #expect(try eventually(seconds: 120) { try count(data, "alertRaised", "mast-2") == 1 })
        #expect(try eventually(seconds: 60) { try count(data, "alertCleared") == 1 })
        #expect(try tell(theirs, "mast-2", ended: true) == 200)
        #expect(try eventually(seconds: 60) { try count(data, "alertCleared") == 2 })
        kill(running.pid, SIGTERM)
        let outcome = running.wait()
        #expect(outcome.status == 0 && outcome.errors.contains("0 dead letters"), "\(outcome)")
        let events = try place.exported(data).filter { $0.contains("alert") }.joined(separator: "\n")
        #expect(try count(data, "alertRaised") == 2, "told again every second, each was taken once: \(events)")
        #expect(try count(data, "alertCleared") == 2)
    }

    @Test(
        "At the console: an alert rises, is acknowledged, outlives a kill of the console, and ends",
        .enabled(if: AlertmanagerTests.isAvailable && ProgramTerminal.isAvailable))
    func atTheConsole() throws {
        let room = try room()
        let arguments = ["--locale", "en", "--data-dir", room.data, "--feeds", room.feeds]
        var terminal = try ProgramTerminal(place, arguments)
        try terminal.wait(for: "4 Alerts")
        let manager = try manager(room)
        defer {
            manager.kill()
            _ = manager.wait()
        }
        #expect(eventually(seconds: 60) { (try? tell(room.theirs, "mast-1")) == 200 })
        try terminal.wait(for: "1 unanswered")
        try terminal.type("4", "a")
        try terminal.wait(without: "1 unanswered")
        #expect(try eventually(seconds: 60) { try count(room.data, "alertAcknowledged") == 1 })
        kill(try terminal.processID(), SIGKILL)
        #expect(try terminal.waitForEnd() == 128 + SIGKILL)
        #expect(try tell(room.theirs, "mast-2") == 200)
        #expect(try tell(room.theirs, "mast-1", ended: true) == 200)
        terminal = try ProgramTerminal(place, arguments)
        let screen = try terminal.wait("mast-2 alone") { $0.contains("mast-2") && !$0.contains("mast-1 ") }
        #expect(screen.contains("1 unanswered"), "\(screen)")
        #expect(try eventually(seconds: 60) { try count(room.data, "alertCleared") == 1 })
        try terminal.type(":q", "Enter")
        #expect(try terminal.waitForEnd() == 0)
        #expect(try count(room.data, "alertRaised") == 2)
        #expect(try count(room.data, "alertAcknowledged") == 1)
        #expect(try count(room.data, "alertCleared") == 1)
    }
}
