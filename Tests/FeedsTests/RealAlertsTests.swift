import DispatchModel
import Formats
import Foundation
import TestSupport
import Testing

@testable import Feeds

/// What comes of a whole text.
enum Outcome: Equatable, CustomStringConvertible {
    /// So many alerts that are on, and so many ends, are taken.
    case taken(Int, ended: Int = 0)
    /// Nothing but a sign of life.
    case alive
    /// Refused at a path, for what was found there.
    case refused(String, found: String)

    /// What a decoder makes of a text.
    init(_ format: FeedFormat, _ text: [UInt8]) {
        var decoder = FeedDecoder(format: format)
        do throws(MessageFault) {
            let decoded = try decoder.decode(text, now: Timestamp(seconds: 1_790_000_000))
            let alerts = decoded.messages.filter { $0.kind == .alert }
            if let fault = decoded.faults.first {
                self = .refused(fault.path, found: fault.found)
            } else if alerts.isEmpty {
                self = .alive
            } else {
                self = .taken(alerts.count { $0.isActive }, ended: alerts.count { !$0.isActive })
            }
        } catch {
            self = .refused(error.path, found: error.found)
        }
    }

    var description: String {
        switch self {
        case .taken(let alerts, let ended): "\(alerts) alerts, \(ended) ends"
        case .alive: "alive"
        case .refused(let path, let found): "\(path): \(found)"
        }
    }
}

/// Every alert of the real data, with what its sender is told. Judged as a sender would: each refusal names the element
/// and what to send instead.
@Suite("Alerts of the real data")
struct RealAlertsTests {
    static let documents: [(name: String, outcome: Outcome)] = [
        // Alerts of CAP 1.1 and 1.2, plain, in several languages, with a signature, with 100 kB of embedded sound.
        ("google-KAR0-0306112239-SW.cap", .taken(1)), ("google-australia.cap", .taken(1)),
        ("google-earthquake.cap", .taken(1)), ("google-earthquake_signed.cap", .taken(1)),
        ("google-wcatwc-warning.cap", .taken(1)), ("google-weather.cap", .taken(1)),
        ("ipaws-5e6dd964023f1930ef638846.xml", .taken(1)), ("nws-5c2cf27b1f56885d61654dc47fa411d5.xml", .taken(1)),
        ("v1dot1_appendix_adot1.xml", .taken(1)), ("v1dot2_appendix_adot1.xml", .taken(1)),
        ("v1dot2_appendix_adot2.xml", .taken(1)),
        // Without an info it is low and shows what identifies it.
        ("google-no_optional_fields.cap", .taken(1)),
        // An update that says all clear and refers to two earlier messages ends both.
        ("google-canada.cap", .taken(0, ended: 2)),
        // Atom with the alert in the entry, and with CAP's fields in the entries.
        ("google-weather.atom", .taken(1)), ("google-weather_index.atom", .taken(2)),
        // An index of nothing is alive.
        ("google-empty_weather_index.atom", .alive),
        // Refused, with what to do instead.
        ("v1dot0_appendix_adot1.xml", .refused("alert.xmlns", found: "CAP 1.0")),
        ("google-invalid.cap", .refused("alert.scope", found: "nothing")),
        ("google-canada_errors.cap", .refused("alert.references", found: "nothing")),
        (
            "google-earthquake_index.atom",
            .refused("entry[1].content", found: "only links, which are not followed")
        ), ("google-invalid_element.atom", .refused("entry[1].content", found: "nothing")),
        ("google-no_id.atom", .refused("entry[1].content", found: "nothing")),
        ("google-no_entries.atom", .refused("feed.alert", found: "an alert outside of an entry")),
        ("google-weather_invalid.atom", .refused("entry[1].identifier", found: "\"INVALID,\"")),
    ]

    static let webhooks: [(name: String, outcome: Outcome)] = [
        ("alerta_prometheus_v4_alert.json", .taken(1)),
        (
            "alertmanager_post_alerts.json",
            .refused("", found: "a list of alerts, such as is posted to Alertmanager itself")
        ),
        (
            "alerta_cloudwatch_notification.json",
            .refused("", found: "an Amazon SNS notification, such as CloudWatch sends")
        ),
        ("alerta_cloudwatch_subscription_confirmation.json", .refused("", found: "an Amazon SNS subscription request")),
        ("alerta_grafana_alert_alerting.json", .refused("", found: "a Grafana notification")),
        ("alerta_grafana_alert_ok.json", .refused("", found: "a Grafana notification")),
        ("alerta_graylog_notification.json", .refused("", found: "a Graylog notification")),
        ("alerta_pingdom_down.json", .refused("", found: "a Pingdom notification")),
        ("alerta_pingdom_up.json", .refused("", found: "a Pingdom notification")),
    ]

    @Test("Every document of the real data is taken, or refused with a reason that its sender can act on")
    func everyDocument() throws {
        guard let folder = sharedData("data/alerts/cap") else { return }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "schema" }
        #expect(Set(names) == Set(Self.documents.map(\.name)), "each file has its expectation")
        for (name, outcome) in Self.documents {
            let text = try bytes(of: "\(folder)/\(name)")
            #expect(Outcome(.cap, text) == outcome, "\(name)")
            #expect(DecoderOracle.problems("cap", text) == [], "\(name)")
        }
    }

    @Test("Every webhook of the real data is taken, or refused by the name of what it is")
    func everyWebhook() throws {
        guard let folder = sharedData("data/alerts/webhooks") else { return }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(names) == Set(Self.webhooks.map(\.name)), "each file has its expectation")
        for (name, outcome) in Self.webhooks {
            let text = try bytes(of: "\(folder)/\(name)")
            #expect(Outcome(.alertmanager, text) == outcome, "\(name)")
            for format in FeedFormat.allCases {
                #expect(DecoderOracle.problems(format.rawValue, text) == [], "\(name) as \(format)")
            }
        }
    }

    @Test("Real alerts say what, where and how grave on the board")
    func words() throws {
        let rows: [(String, AlertSeverity, String, String, Bool)] = [
            ("google-earthquake.cap", .low, "EQ 6.3 Neiafu, Tonga", "NNE of Neiafu", true),
            ("v1dot2_appendix_adot2.xml", .high, "SEVERE THUNDERSTORM WARNING", "EXTREME NORTH CENTRAL TUOLUMNE", true),
            ("google-weather.cap", .medium, "Flash Flood Watch", "Central and Southern", false),
            ("google-canada.cap", .low, "severe thunderstorm watch", "Windsor", true),
            ("nws-5c2cf27b1f56885d61654dc47fa411d5.xml", .high, "Blizzard Warning issued", "Southern Lake", false),
        ]
        for (name, severity, text, place, hasPoint) in rows {
            guard let path = sharedData("data/alerts/cap/\(name)") else { return }
            let message = try #require(try CAPDecoder.decode(bytes(of: path)).messages.first)
            #expect(message.severity == severity, "\(name)")
            #expect(message.text.contains(text), "\(name): \(message.text)")
            #expect(message.place.text.contains(place), "\(name): \(message.place.text)")
            #expect((message.place.point != nil) == hasPoint, "\(name)")
        }
    }
}
