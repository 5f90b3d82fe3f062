import DispatchModel
import Formats
import TestSupport
import Testing

@testable import Feeds

/// Documents of every kind that the real data has, written here, and what comes of each.
@Suite("What alerts of CAP mean")
struct CAPMeaningTests {
    private static func info(
        _ language: String, _ headline: String, urgency: String = "Immediate", severity: String = "Severe",
        certainty: String = "Observed", more: String = "", area: String = "<areaDesc>Here</areaDesc>"
    ) -> String {
        """
        <info><language>\(language)</language><category>Met</category><event>E</event>\(more)<urgency>\(urgency)</urgency>
        <severity>\(severity)</severity><certainty>\(certainty)</certainty><headline>\(headline)</headline>
        <area>\(area)</area></info>
        """
    }

    private static func alert(
        _ infos: String, id: String = "i1", type: String = "Alert", status: String = "Actual", references: String = "",
        after: String = ""
    ) -> String {
        """
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>\(id)</identifier><sender>s@x</sender>
        <sent>2026-11-24T10:55:20+08:00</sent><status>\(status)</status><msgType>\(type)</msgType><scope>Public</scope>
        \(references.isEmpty ? "" : "<references>\(references)</references>")\(infos)\(after)</alert>
        """
    }

    private static func feed(_ inside: String) -> String {
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:c="urn:oasis:names:tc:emergency:cap:1.1"><id>f</id>\(inside)</feed>
        """
    }

    private func first(_ text: String) throws -> FeedMessage {
        try #require(try CAPDecoder.decode(Array(text.utf8)).messages.first)
    }

    @Test(
        "Each kind of document has its outcome",
        arguments: [
            (alert(info("en-US", "A")), Outcome.taken(1)), (alert(""), .taken(1)),
            (alert(info("en-US", "A"), after: "<Signature xmlns='urn:d'><Value>AA</Value></Signature>"), .taken(1)),
            (
                alert(
                    info(
                        "en", "A", more: "<resource><resourceDesc>r</resourceDesc><derefUri>QUJD</derefUri></resource>")
                ),
                .taken(1)
            ), (alert(info("en", "A"), type: "Ack"), .alive), (alert(info("en", "A"), type: "Error"), .alive),
            (alert(info("en", "A"), type: "Update"), .taken(1)),
            (alert("", type: "Cancel"), .refused("alert.references", found: "nothing")),
            (alert("", type: "Cancel", references: "s@x,a,t"), .taken(0, ended: 1)),
            (alert("", type: "Cancel", references: "s@x,a,t s@x,b,t"), .taken(0, ended: 2)),
            (alert("", type: "Cancel", references: "s@x,a"), .refused("alert.references", found: "\"s@x,a\"")),
            (alert(info("en", "A"), type: "Update", references: "s@x,a,t s@x,b,t s@x,a,t"), .taken(1, ended: 1)),
            (alert(info("en", "A"), id: "a,b"), .refused("alert.identifier", found: "\"a,b\"")),
            (alert(info("en", "A"), id: "a\u{202E}b"), .refused("alert.identifier", found: "\"a\u{FFFD}b\"")),
            (alert(info("en", "A", urgency: "Soon")), .refused("alert.info[1].urgency", found: "\"Soon\"")),
            (
                alert(info("en", "A", more: "<expires>now</expires>")),
                .refused("alert.info[1].expires", found: "\"now\"")
            ),
            (
                alert("").replacing("cap:1.2", with: "cap:2.0"),
                .refused("alert.xmlns", found: "\"urn:oasis:names:tc:emergency:cap:2.0\"")
            ),
            ("<rss><channel/></rss>", .refused("", found: "<rss>")), (feed(""), .alive),
            (feed("<entry><content>\(alert(info("en", "A")))</content></entry>"), .taken(1)),
            (
                feed("<entry><link href='x'/></entry>"),
                .refused("entry[1].content", found: "only links, which are not followed")
            ),
            (feed(alert(info("en", "A"))), .refused("feed.alert", found: "an alert outside of an entry")),
            (
                feed("<entry><id>e</id><updated>2026-11-24T02:55:20Z</updated><c:status>Actual</c:status></entry>"),
                .taken(1)
            ),
            (
                feed("<entry><id>e</id><updated>x</updated><c:status>Actual</c:status></entry>"),
                .refused("entry[1].updated", found: "\"x\"")
            ),
        ])
    func outcomes(text: String, outcome: Outcome) {
        #expect(Outcome(.cap, Array(text.utf8)) == outcome)
        #expect(DecoderOracle.problems("cap", Array(text.utf8)) == [])
    }

    @Test("The gravest info speaks; words in the console's other language follow")
    func languages() throws {
        let zh = Self.info("zh-CN", "洪水", area: "<areaDesc>河边</areaDesc>")
        let message = try first(
            Self.alert(
                Self.info("en-GB", "Rain", severity: "Minor") + Self.info("en-GB", "Flood\n  rising")
                    + Self.info("fr-FR", "Inondation") + zh))
        #expect(message.text == "Flood rising; Rain / 洪水")
        #expect(message.severity == .high)
        #expect(message.place.text == "Here", "the areas of the leading language")
        #expect(try first(Self.alert(zh)).text == "洪水")
    }

    @Test(
        "High is what may harm now; what is past or unlikely is low",
        arguments: [
            ("Immediate", "Extreme", "Observed", AlertSeverity.high), ("Expected", "Severe", "Likely", .high),
            ("Future", "Extreme", "Likely", .medium), ("Expected", "Severe", "Possible", .medium),
            ("Unknown", "Extreme", "Unknown", .medium), ("Past", "Extreme", "Observed", .low),
            ("Immediate", "Extreme", "Unlikely", .low), ("Immediate", "Moderate", "Observed", .medium),
            ("Immediate", "Minor", "Observed", .low), ("Immediate", "Unknown", "Observed", .low),
        ])
    func severities(urgency: String, severity: String, certainty: String, expected: AlertSeverity) throws {
        let info = Self.info("en", "A", urgency: urgency, severity: severity, certainty: certainty)
        #expect(try first(Self.alert(info)).severity == expected)
    }

    @Test(
        "A point is a circle's centre or a polygon's middle, also across the 180th meridian",
        arguments: [
            ("<circle>31.5,121.5 3.0</circle>", GeoPoint(latitude: 31.5, longitude: 121.5)),
            ("<polygon>1,1 1,3 3,3 3,1 1,1</polygon>", GeoPoint(latitude: 2, longitude: 2)),
            ("<polygon>0,179 0,-179 2,-179 2,179 0,179</polygon>", GeoPoint(latitude: 1, longitude: 180)),
            ("<polygon>0,-179 0,178 2,178 2,-179 0,-179</polygon>", GeoPoint(latitude: 1, longitude: 179.5)),
            ("<polygon></polygon>", nil), ("<circle/>", nil),
            ("<polygon>5,6</polygon>", GeoPoint(latitude: 5, longitude: 6)),
        ])
    func points(area: String, point: GeoPoint?) throws {
        let message = try first(Self.alert(Self.info("en", "A", area: "<areaDesc>a</areaDesc>" + area)))
        #expect(message.place.point == point)
    }

    @Test("A message keeps its name, by which later ones refer to it")
    func names() throws {
        let update = try CAPDecoder.decode(
            Array(Self.alert(Self.info("en", "A"), id: "c", type: "Update", references: "s@x,a,t s@x,b,t").utf8))
        #expect(update.messages.map(\.name) == ["s@x,c", "s@x,c"])
        #expect(update.messages.map(\.alert) == ["s@x,a", "s@x,b"])
        #expect(update.messages.map(\.isActive) == [true, false])
        var normaliser = Normaliser(feed: "cap")
        let sent = try #require(RFC3339.instant("2026-11-24T10:55:20+08:00"))
        for message in update.messages {
            guard case .alert(let alert)? = normaliser.takeMessage(message, now: sent).observations.first?.content
            else {
                Issue.record("no alert")
                return
            }
            #expect(alert.reported.messages == ["s@x,c"] && alert.reported.sent == sent)
        }
    }

    @Test(
        "An update that names nothing, or names it wrongly, is an alert of its own and says so",
        arguments: ["", " ", "s@x,a", "a", "s@x,a b,t"])
    func unlinked(references: String) throws {
        let text = Self.alert(
            Self.info("en", "A"), id: "u", type: "Update", after: "<references>\(references)</references>")
        let messages = try CAPDecoder.decode(Array(text.utf8)).messages
        #expect(messages.map(\.alert) == ["s@x,u"])
        #expect(messages.map(\.isActive) == [true])
        #expect(messages.map(\.isUnlinked) == [true])
        let allClear = Self.info("en", "A", more: "<responseType>AllClear</responseType>")
        let end = text.replacing(Self.info("en", "A"), with: allClear)
        #expect(throws: MessageFault.self) { try CAPDecoder.decode(Array(end.utf8)) }
    }

    @Test("The entries of a feed are taken in the order in which they were sent, whatever order they stand in")
    func order() throws {
        func entry(_ id: String, _ type: String, _ minute: Int, _ references: String = "") -> String {
            let alert = Self.alert(Self.info("en", "A"), id: id, type: type, references: references)
                .replacing("10:55:20", with: "10:\(minute):20")
            return "<entry><content>\(alert)</content></entry>"
        }
        let entries = [
            entry("c", "Cancel", 40, "s@x,b,t"), entry("b", "Update", 30, "s@x,a,t"), entry("a", "Alert", 20),
            entry("e", "Cancel", 50, "s@x,d,t"), entry("d", "Alert", 50),
        ]
        let seed: UInt64 = 20_261_201
        var random = Seeded(seed)
        for _ in 0..<20 {
            let text = Self.feed(entries.shuffled(using: &random).joined())
            let ids = try CAPDecoder.decode(Array(text.utf8)).messages.map(\.id)
            #expect(ids == ["s@x,a", "s@x,b", "s@x,c", "s@x,d", "s@x,e"], "seed \(seed)")
        }
    }

    @Test(
        "However an index spells the type, a cancellation raises nothing",
        arguments: ["msgType", "message_type", "messageType", "msgtype"])
    func indexType(name: String) throws {
        for (word, isActive) in [("Alert", true), ("Update", true), ("Cancel", false)] {
            let text = Self.feed(
                "<entry><id>e</id><updated>2026-11-24T02:55:20Z</updated><c:status>Actual</c:status>"
                    + "<c:\(name)>\(word)</c:\(name)></entry>")
            #expect(try CAPDecoder.decode(Array(text.utf8)).messages.map(\.isActive) == [isActive], "\(word)")
        }
    }

    @Test("A sender's system that says nothing is alive; one that says something is told, low")
    func heartbeats() throws {
        #expect(Outcome(.cap, Array(Self.alert("", status: "System").utf8)) == .alive)
        #expect(
            Outcome(.cap, Array(Self.alert("", status: "System", references: "office@x,1,t").utf8)) == .alive)
        #expect(Outcome(.cap, Array(Self.alert(Self.info("en", "A"), status: "System").utf8)) == .taken(1))
        #expect(Outcome(.cap, Array(Self.alert("", status: "Actual").utf8)) == .taken(1))
        let cancel = Self.alert("", type: "Cancel", status: "System", references: "s@x,a,t")
        #expect(Outcome(.cap, Array(cancel.utf8)) == .taken(0, ended: 1))
    }

    @Test("The event's end counts where it is later than the end of the words")
    func eventEnd() throws {
        func parameter(_ value: String, _ name: String = "eventEndingTime") -> String {
            "<parameter><valueName>\(name)</valueName><value>\(value)</value></parameter>"
        }
        let expires = "<expires>2026-11-24T12:00:00+08:00</expires>"
        let later = "2026-11-24T18:00:00+08:00"
        let (end, event) = (RFC3339.instant("2026-11-24T12:00:00+08:00"), RFC3339.instant(later))
        let rows: [(String, Timestamp?, Timestamp?)] = [
            (expires, end, nil), (expires + parameter(later), end, event),
            (expires + parameter("2026-11-24T11:00:00+08:00"), end, nil), (expires + parameter("soon"), end, nil),
            (parameter(later), event, nil), (expires + parameter(later, "VTEC"), end, nil), ("", nil, nil),
        ]
        for (more, expires, ends) in rows {
            let message = try first(Self.alert(Self.info("en", "A", more: more)))
            #expect(message.expires == expires && message.ends == ends, "\(more)")
        }
        let both = try first(Self.alert(Self.info("en", "A", more: expires + parameter(later))))
        var normaliser = Normaliser(feed: "cap")
        let made = normaliser.takeMessage(both, now: try #require(end) + .minutes(1))
        #expect(made.observations.count == 1 && made.mark != .expired, "its words have expired, the event goes on")
    }

    @Test("The sender's own words of severity come first")
    func severityWords() throws {
        let words = WordMapping(words: ["severity": ["Minor": "high", "Catastrophic": "high"]])
        for (word, severity) in [("Minor", AlertSeverity.high), ("Catastrophic", .high), ("Severe", .high)] {
            let text = Self.alert(Self.info("en", "A", severity: word))
            #expect(try CAPDecoder.decode(Array(text.utf8), words: words).messages.first?.severity == severity)
        }
    }

    @Test("What had expired when it came comes and goes at once, low; what has not keeps its end")
    func expiry() throws {
        let text = Self.alert(Self.info("en", "A", more: "<expires>2026-11-24T12:00:00+08:00</expires>"))
        let message = try first(text)
        let end = try #require(RFC3339.instant("2026-11-24T12:00:00+08:00"))
        #expect(message.expires == end)
        func alerts(_ now: Timestamp) -> ([AlertObservation], TimeMark?) {
            var normaliser = Normaliser(feed: "cap")
            let made = normaliser.takeMessage(message, now: now)
            return (
                made.observations.compactMap { if case .alert(let alert) = $0.content { alert } else { nil } },
                made.mark
            )
        }
        let (live, mark) = alerts(end - .minutes(1))
        #expect(live.map(\.isActive) == [true])
        #expect(live.map(\.severity) == [.high])
        #expect(live.map(\.reported.expires) == [end])
        #expect(mark == .late)
        let (gone, late) = alerts(end)
        #expect(gone.map(\.isActive) == [true, false])
        #expect(gone.map(\.severity) == [.low, .low])
        #expect(gone.last?.at == end)
        #expect(late == .expired)
    }
}
