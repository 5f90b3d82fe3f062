import DispatchModel
import Formats
import TestSupport
import Testing

@testable import Feeds

@Suite("Webhooks: Alertmanager and CloudEvents")
struct WebhookTests {
    static let notification = #"""
        {"version":"4","groupKey":"{}:{}","status":"firing","receiver":"w","truncatedAlerts":0,"alerts":[
         {"status":"firing","labels":{"alertname":"MastDown","severity":"critical","instance":"mast-7"},
          "annotations":{"summary":"no carrier"},"startsAt":"2026-11-24T02:55:20.5Z","endsAt":"0001-01-01T00:00:00Z",
          "fingerprint":"0011223344556677"},
         {"status":"resolved","labels":{"alertname":"Disk"},"annotations":{},
          "startsAt":"2026-11-24T02:00:00Z","endsAt":"2026-11-24T02:55:00Z","fingerprint":"8899"},
         {"status":"gone","labels":{"alertname":"Disk"},"startsAt":"2026-11-24T02:00:00Z"}]}
        """#

    @Test("A notification's alerts rise and end under their fingerprints; a bad one does not keep out the others")
    func alertmanager() throws {
        let decoded = try AlertmanagerDecoder.decode(Array(Self.notification.utf8))
        #expect(decoded.messages.map(\.alert) == ["0011223344556677", "8899"])
        #expect(decoded.messages.map(\.isActive) == [true, false])
        #expect(decoded.messages.map(\.severity) == [.high, .medium])
        #expect(decoded.messages[0].text == "MastDown: no carrier")
        #expect(decoded.messages[0].place.text == "mast-7")
        #expect(decoded.messages[1].time == RFC3339.instant("2026-11-24T02:55:00Z"))
        #expect(decoded.faults.map(\.path) == ["alerts[2].status"])
        var normaliser = Normaliser(feed: "am")
        let now = Timestamp(seconds: 1_800_000_000)
        for round in 0..<2 {
            let made = decoded.messages.flatMap { normaliser.takeMessage($0, now: now).observations }
            #expect(made.count == 2, "round \(round): what is so is said each time, and has no identity")
            #expect(made.allSatisfy { $0.source == nil })
        }
    }

    @Test("The sender's own words of severity come first, then the usual ones, else it is medium")
    func severityWords() throws {
        let words = WordMapping(words: ["severity": ["disaster": "high", "critical": "low", "Info": "medium"]])
        let rows: [(String, AlertSeverity)] = [
            ("disaster", .high), ("critical", .low), ("Info", .medium), ("info", .low), ("page", .high), ("x", .medium),
        ]
        for (word, severity) in rows {
            let text = Self.notification.replacing("\"critical\"", with: "\"\(word)\"")
            let decoded = try AlertmanagerDecoder.decode(Array(text.utf8), words: words)
            #expect(decoded.messages.first?.severity == severity, "\(word)")
        }
    }

    @Test("Grafana's own alerting says the same as version 1")
    func grafana() throws {
        let text = Self.notification.replacing("\"version\":\"4\"", with: "\"version\":\"1\",\"orgId\":1")
        let decoded = try AlertmanagerDecoder.decode(Array(text.utf8))
        #expect(decoded.messages == (try AlertmanagerDecoder.decode(Array(Self.notification.utf8))).messages)
    }

    @Test(
        "What is no notification is refused with the field",
        arguments: [
            ("[]", ""), ("{}", "version"), (#"[{"labels":{"alertname":"a"}}]"#, ""),
            (#"{"version":"2","orgId":1,"groupKey":"g","alerts":[]}"#, ""),
            (#"{"version":"1","groupKey":"g","alerts":[]}"#, "version"), (#"{"kind":"alert"}"#, ""),
            (#"{"Type":"Notification","TopicArn":"arn:aws:sns:x"}"#, ""), (#"{"ruleName":"r","state":"ok"}"#, ""),
            (#"{"check_id":1,"current_state":"DOWN","version":1}"#, ""), (#"{"check_result":{},"stream":{}}"#, ""),
            (#"{"version":"3","alerts":[]}"#, "version"),
            (#"{"version":"4"}"#, "alerts"),
        ])
    func refused(text: String, path: String) {
        let fault = #expect(throws: MessageFault.self) { try AlertmanagerDecoder.decode(Array(text.utf8)) }
        #expect(fault?.path == path)
    }

    static let event = #"""
        {"specversion":"1.0","id":"e1","source":"/cad","type":"com.example.unit.status",
         "time":"2026-11-24T02:55:20Z","data":{"unit":"3A11","status":"on-scene"}}
        """#

    @Test("CloudEvents: structured, batch and binary say the same")
    func cloudEvents() throws {
        let decoder = CloudEventsDecoder()
        let one = try #require(try decoder.decode(Array(Self.event.utf8)).messages.first)
        #expect((one.kind, one.id, one.unit, one.status) == (.unitStatus, "/cad e1", "3A11", .onScene))
        let batch = try decoder.decode(Array("[\(Self.event),{\"specversion\":\"0.3\"}]".utf8))
        #expect(batch.messages == [one])
        #expect(batch.faults.map(\.path) == ["[1].specversion"])
        let binary = try decoder.decode(
            attributes: [
                "specversion": "1.0", "id": "e1", "source": "/cad", "type": "unit.status",
                "time": "2026-11-24T02:55:20Z",
            ], body: Array(#"{"unit":"3A11","status":"on-scene"}"#.utf8))
        #expect(binary == one)
    }

    @Test("An event's fault names the field of its data")
    func eventFault() {
        let text = Self.event.replacing("on-scene", with: "asleep")
        let fault = #expect(throws: MessageFault.self) { try CloudEventsDecoder().decode(Array(text.utf8)) }
        #expect(fault?.path == "data.status")
    }
}
