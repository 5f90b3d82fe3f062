import DispatchModel
import Feeds

/// The figures for Prometheus, in its text format 0.0.4.
///
/// Source: Prometheus documentation, "Exposition formats" and "Metric and label naming".
struct Metrics {
    var feeds: [(feed: String, counts: FeedCounts)]
    var inbox: (waiting: Int, limit: Int)
    var letters: (kept: Int, removed: Int64)
    var server: ServerCounts.Figures
    var version: String

    /// One line of a family: labels and value.
    private typealias Sample = (labels: [(String, String)], value: String)

    /// The whole text.
    var text: String {
        var text = ""
        writeFeeds(to: &text)
        family("watchfloor_inbox_waiting", "gauge", "Observations that wait to be looked at.", to: &text) {
            [([], "\(inbox.waiting)")]
        }
        family("watchfloor_inbox_limit", "gauge", "The most observations that may wait.", to: &text) {
            [([], "\(inbox.limit)")]
        }
        family("watchfloor_dead_letters", "gauge", "Dead letters that are kept.", to: &text) {
            [([], "\(letters.kept)")]
        }
        family(
            "watchfloor_dead_letters_removed_total", "counter", "Dead letters that gave way to newer ones.", to: &text
        ) { [([], "\(letters.removed)")] }
        writeServer(to: &text)
        family("watchfloor_build_info", "gauge", "The program's version.", to: &text) {
            [([("version", version)], "1")]
        }
        return text
    }

    private func writeFeeds(to text: inout String) {
        family(
            "watchfloor_feed_messages_total", "counter", "Messages of a feed by what became of them.", to: &text
        ) {
            feeds.flatMap { feed, counts in
                [
                    ("taken", counts.taken - counts.refused), ("repeated", counts.repetitions),
                    ("refused", counts.refused), ("not-understood", counts.faults),
                ].map { ([("feed", feed), ("outcome", $0.0)], "\($0.1)") }
            }
        }
        family("watchfloor_feed_marked_total", "counter", "Messages whose time is odd, by what is odd.", to: &text) {
            feeds.flatMap { feed in
                TimeMark.allCases.map { mark in
                    ([("feed", feed.feed), ("mark", mark.rawValue)], "\(feed.counts.marks[mark] ?? 0)")
                }
            }
        }
        let totals: [(String, String, KeyPath<FeedCounts, Int64>)] = [
            ("doubtful_positions", "Positions that are not trusted.", \.doubtful),
            ("held_back", "Times that something had to wait or to come again.", \.heldBack),
            ("lost_letters", "Dead letters that could not be kept.", \.lostLetters),
            ("reopened", "Times that the origin was lost and opened again.", \.reopened),
        ]
        for (name, help, path) in totals {
            family("watchfloor_feed_\(name)_total", "counter", help, to: &text) {
                feeds.map { ([("feed", $0.feed)], "\($0.counts[keyPath: path])") }
            }
        }
        family("watchfloor_feed_up", "gauge", "1 while the origin can be read.", to: &text) {
            feeds.map { ([("feed", $0.feed)], $0.counts.trouble == nil ? "1" : "0") }
        }
        family("watchfloor_feed_last_message_timestamp_seconds", "gauge", "When something last came.", to: &text) {
            feeds.compactMap { feed in
                feed.counts.last.map { ([("feed", feed.feed)], Metrics.seconds($0.rawValue)) }
            }
        }
        let spans: [(String, String, KeyPath<FeedCounts, Span?>)] = [
            ("clock_skew", "How far the sender's clock is behind.", \.skew),
            ("lag", "How long messages are on their way, by the sender's clock.", \.lag),
        ]
        for (name, help, path) in spans {
            family("watchfloor_feed_\(name)_seconds", "gauge", help, to: &text) {
                feeds.compactMap { feed in
                    feed.counts[keyPath: path].map { ([("feed", feed.feed)], Metrics.seconds($0.milliseconds)) }
                }
            }
        }
    }

    private func writeServer(to text: inout String) {
        family("watchfloor_http_connections", "gauge", "Connections that are open.", to: &text) {
            [([], "\(server.open)")]
        }
        family("watchfloor_http_connections_total", "counter", "Connections that were taken.", to: &text) {
            [([], "\(server.accepted)")]
        }
        family("watchfloor_http_requests_total", "counter", "Requests that were answered.", to: &text) {
            server.answers.map { key, count in
                ([("route", key.route?.path ?? "other"), ("code", "\(key.code)")], "\(count)")
            }.sorted { Metrics.labels($0.0) < Metrics.labels($1.0) }
        }
        family(
            "watchfloor_http_refusals_total", "counter", "Requests and connections not served, by reason.", to: &text
        ) { RequestRefusal.allCases.map { ([("reason", $0.rawValue)], "\(server.refusals[$0] ?? 0)") } }
    }

    private func family(
        _ name: String, _ type: String, _ help: String, to text: inout String, _ samples: () -> [Sample]
    ) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
        for sample in samples() { text += "\(name)\(Metrics.labels(sample.labels)) \(sample.value)\n" }
    }

    private static func labels(_ labels: [(String, String)]) -> String {
        if labels.isEmpty { return "" }
        return "{" + labels.map { "\($0.0)=\"\(escaped($0.1))\"" }.joined(separator: ",") + "}"
    }

    /// A label's value: backslash, quote and line feed are escaped.
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.append(character)
            }
        }
    }

    private static func seconds(_ milliseconds: Int64) -> String {
        let digits = String(milliseconds.magnitude % 1000)
        let sign = milliseconds < 0 ? "-" : ""
        return "\(sign)\(milliseconds.magnitude / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
    }
}
