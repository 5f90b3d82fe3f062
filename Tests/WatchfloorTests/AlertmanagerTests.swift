import Foundation
import Glibc
import TestSupport
import Testing

/// Debian's Prometheus Alertmanager, pointed at the program by its webhook.
@Suite struct AlertmanagerTests {
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

    /// How often the journal has an event of a kind about an instance.
    private func count(_ data: String, _ kind: String, _ text: String = "") throws -> Int {
        try place.exported(data).filter { $0.contains("\"\(kind)\"") && (text.isEmpty || $0.contains(text)) }.count
    }

    @Test(
        "Alerts rise and resolve; its retry after a kill loses and doubles nothing",
        .enabled(if: AlertmanagerTests.isAvailable))
    func realAlertmanager() throws {
        let (own, theirs) = (freePort(), freePort())
        let made = try place.run("feeds", "token", "prometheus").text
        let token = try #require(made.firstMatch(of: /Bearer (\S+)\n/)).output.1
        let feeds = try place.write("feeds.toml", "[http]\nlisten = \"127.0.0.1:\(own)\"\n" + made)
        let config = try place.write("alertmanager.yml", configuration(own, String(token)))
        let data = place.file("d")
        let arguments = ["ingest", "--data-dir", data, "--feeds", feeds]
        var running = try place.start(arguments)
        let manager = try Spawned(
            AlertmanagerTests.program,
            [
                "--config.file=\(config)", "--storage.path=\(place.file("am"))",
                "--web.listen-address=127.0.0.1:\(theirs)", "--cluster.listen-address=",
            ], environment: place.environment, input: "/dev/null", folder: place.path)
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
}
