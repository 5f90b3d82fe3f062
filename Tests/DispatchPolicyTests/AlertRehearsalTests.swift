import DispatchModel
import DispatchPolicy
import Testing

@Suite("Rules rehearsed on what is recorded")
struct AlertRehearsalTests {
    private static let start = Timestamp(seconds: 1_800_000_000)

    private static func raised(
        _ id: UInt32, _ severity: AlertSeverity, feed: String = "nms", standing: AlertStanding = .actual
    ) -> EventBody {
        .alertRaised(
            AlertRaised(
                alert: AlertID(rawValue: id), kind: .reported, severity: severity, at: start,
                reported: ReportedAlert(
                    source: SourceKey(source: feed, id: "\(id)"), text: "link \(id)", standing: standing)))
    }

    private static func journal() -> [EventBody] {
        func cleared(_ id: UInt32) -> EventBody {
            .alertCleared(AlertCleared(alert: AlertID(rawValue: id), at: start))
        }
        return [
            raised(1, .low), raised(2, .high), raised(3, .medium, feed: "other"), raised(4, .high, standing: .test),
            cleared(1), raised(1, .medium),
            .alertSeverityRaised(AlertSeverityRaised(alert: AlertID(rawValue: 1), severity: .high, at: start)),
            // What a rule hid then is not what the rules on trial hide.
            .alertHidden(
                AlertHidden(
                    alert: AlertID(rawValue: 3), hiding: AlertHiding(way: .suppressed, since: start, reason: "old"))),
            raised(5, .low, feed: "site"), raised(6, .low, feed: "site"), cleared(6),
        ]
    }

    private static func rehearse(_ rules: [SuppressionRule], since: Timestamp = .epoch) -> AlertRehearsal {
        var rehearsal = AlertRehearsal(rules: rules, shifts: .standard, since: since)
        for (index, body) in journal().enumerated() {
            rehearsal.apply(
                EventRecord(
                    position: JournalPosition(index + 1), at: start + .seconds(Int64(index)), actor: .feed("x"),
                    body: body))
        }
        rehearsal.settle(before: start + .hours(1))
        return rehearsal
    }

    @Test("Each rule says what it would have hidden, and names the P1s")
    func counts() throws {
        let rehearsal = Self.rehearse([
            SuppressionRule(name: "all nms", pattern: AlertPattern(feeds: [TextPattern("nms")], mostSevere: .high)),
            SuppressionRule(name: "site", pattern: AlertPattern(feeds: [TextPattern("site")], mostSevere: .medium)),
            SuppressionRule(name: "never", pattern: AlertPattern(feeds: [TextPattern("gone")])),
        ])
        #expect(rehearsal.raised == 7)
        let results = rehearsal.results
        // 1 twice (low, then medium that rose to high), 2 and 4.
        #expect(results.map(\.total) == [4, 2, 0])
        #expect(results[0].high == 3 && results[0].medium == 0 && results[0].low == 1)
        #expect(results[0].named.map(\.alert.rawValue).sorted() == [1, 2])
        #expect(results[0].highNotMeant == 1)
        #expect(results[0].named.first?.facts.reported?.text == "link 2")
    }

    @Test("A rule that does not say so hides no P1")
    func cautious() {
        let rule = SuppressionRule(name: "nms", pattern: AlertPattern(feeds: [TextPattern("nms")], mostSevere: .medium))
        let result = Self.rehearse([rule]).results[0]
        #expect(result.high == 0 && result.named.isEmpty)
        #expect(result.low == 1 && result.medium == 1)
    }

    @Test("What came on before the moment asked for does not count")
    func since() {
        let rule = SuppressionRule(name: "site", pattern: AlertPattern(feeds: [TextPattern("site")]))
        #expect(Self.rehearse([rule], since: Self.start + .seconds(100)).results[0].total == 0)
    }
}
