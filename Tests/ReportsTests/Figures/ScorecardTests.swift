import DispatchModel
import Reports
import Testing

@Suite("The scorecard of alerts")
struct ScorecardTests {
    private static let start = Timestamp(seconds: 1_800_000_000)

    /// Made-up alerts, told by minutes since the start.
    private struct Play {
        var accumulator = ScorecardAccumulator()
        var position: JournalPosition = 0
        var number: UInt32 = 0

        mutating func tell(_ body: EventBody, _ minutes: Double) {
            position += 1
            accumulator.apply(
                EventRecord(position: position, at: Play.at(minutes), actor: .policy, body: body))
        }

        @discardableResult
        mutating func raise(
            _ minutes: Double, _ severity: AlertSeverity = .low, _ id: String? = nil,
            standing: AlertStanding = .actual, clear: Bool = true
        ) -> AlertID {
            number += 1
            let alert = AlertID(rawValue: number)
            let key = SourceKey(source: "nms", id: id ?? "\(number)")
            tell(
                .alertRaised(
                    AlertRaised(
                        alert: alert, kind: .reported, severity: severity, at: Play.at(minutes),
                        reported: ReportedAlert(source: key, standing: standing))), minutes)
            if clear { tell(.alertCleared(AlertCleared(alert: alert, at: Play.at(minutes))), minutes) }
            return alert
        }

        static func at(_ minutes: Double) -> Timestamp {
            ScorecardTests.start + Span(milliseconds: Int64(minutes * 60_000))
        }

        func card(_ minutes: Double) -> Scorecard { accumulator.scorecard(at: Play.at(minutes)) }
    }

    private static func verdicts(_ card: Scorecard) -> [String] {
        card.lines.map { "\($0.measure.rawValue) \($0.measure.text($0.value)) \($0.verdict.rawValue)" }
    }

    @Test("A quiet day is good in every figure")
    func quiet() {
        var play = Play()
        for hour in 0..<300 {
            play.raise(Double(hour) * 5, hour % 20 == 0 ? .high : hour % 7 == 1 ? .medium : .low)
        }
        let card = play.card(1500)
        #expect(card.isEnough && card.shortfall(chinese: false) == nil)
        #expect(
            Self.verdicts(card) == [
                "mean 2.0 bearable", "peak 2 good", "flood-share 0.0 % good", "worst-ten 3.3 % good",
                "chattering 0 good", "stale 0 good", "high 5.0 % good", "medium 13.7 % good", "low 81.3 % good",
            ])
    }

    @Test("A bad day is poor in every figure")
    func bad() {
        var play = Play()
        for second in 0..<200 { play.raise(Double(second) / 30, .high, "\(second % 4)") }
        for number in 0..<5 { play.raise(10, .medium, "stuck \(number)", clear: false) }
        let card = play.card(1500)
        // The flood begins with the eleventh, at 20 s, and is over when fewer than five of ten minutes are left: the
        // five that are stuck came on at 10 min.
        #expect(
            Self.verdicts(card) == [
                "mean 1.4 bearable", "peak 204 poor", "flood-share 1.3 % poor", "worst-ten 100.0 % poor",
                "chattering 4 poor", "stale 5 poor", "high 97.6 % poor", "medium 2.4 % good", "low 0.0 % poor",
            ])
        #expect(card.worst.first == Scorecard.Source(name: "nms/0", alerts: 50))
    }

    @Test("Less than a day or fifty alerts is too little data, and says what is missing")
    func little() {
        var play = Play()
        for minute in 0..<60 { play.raise(Double(minute) * 10) }
        #expect(play.card(600).lines.allSatisfy { $0.verdict == .tooLittle })
        #expect(
            play.card(600).shortfall(chinese: false)
                == "too little data: 10 h and 60 alerts; a verdict needs 24 h and 50")
        #expect(play.card(600).shortfall(chinese: true)?.contains("数据不足") == true)
        #expect(play.card(1440).isEnough)
        var few = Play()
        for minute in 0..<49 { few.raise(Double(minute) * 30) }
        #expect(!few.card(2000).isEnough)
        let empty = ScorecardAccumulator().scorecard(at: Self.start)
        #expect(empty.alerts == 0 && empty.lines.count == Scorecard.Measure.allCases.count)
    }

    @Test("What nobody saw does not count: hidden at once, come on while hidden, or not meant")
    func unseen() {
        var play = Play()
        let hidden = play.raise(1, clear: false)
        play.tell(
            .alertHidden(AlertHidden(alert: hidden, hiding: AlertHiding(way: .suppressed, reason: "rule"))), 1.05)
        play.raise(2, standing: .test)
        let shelved = play.raise(3, clear: false)
        play.tell(.alertHidden(AlertHidden(alert: shelved, hiding: AlertHiding(way: .shelved, reason: "x"))), 4)
        play.tell(.alertCleared(AlertCleared(alert: shelved, at: Play.at(5))), 5)
        play.tell(.alertRaised(AlertRaised(alert: shelved, kind: .reported, at: Play.at(6))), 6)
        #expect(play.card(2000).alerts == 1)
        #expect(play.card(2000)[.stale]?.value == 0, "what is hidden is not stale")
        play.tell(.alertShown(AlertShown(alert: shelved, way: .shelved, at: Play.at(7))), 7)
        #expect(play.card(2000)[.stale]?.value == 1)
    }

    @Test("The JSON holds every measure with its limit and verdict")
    func json() {
        var play = Play()
        play.raise(1, .low, "a \"quoted\" one")
        let json = play.card(10).json
        for measure in Scorecard.Measure.allCases { #expect(json.contains("\"\(measure.rawValue)\": {\"value\": ")) }
        #expect(json.contains("{\"source\": \"nms/a \\\"quoted\\\" one\", \"alerts\": 1}"))
        #expect(json.contains("\"verdict\": \"too-little-data\""))
    }

    @Test("Every measure and verdict has its words in both languages")
    func words() {
        for measure in Scorecard.Measure.allCases {
            #expect(measure.name(chinese: true) != measure.name(chinese: false))
            #expect(!measure.limitText.isEmpty)
        }
        for verdict in Scorecard.Verdict.allCases {
            #expect(verdict.name(chinese: true) != verdict.name(chinese: false))
        }
    }
}
