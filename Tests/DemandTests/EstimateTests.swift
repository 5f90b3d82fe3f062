import Demand
import DispatchModel
import SimulationKit
import Testing

@Suite("Heat, hot beats, history")
struct EstimateTests {
    /// 15 probabilities of a heart study, of which four are told at 0.05: the example of Benjamini and Hochberg (1995).
    @Test("The published example of false discoveries")
    func falseDiscoveries() {
        let probabilities = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0,
        ]
        let levels = FalseDiscoveries.levels(probabilities)
        #expect(levels.count { $0 <= 0.05 } == 4)
        #expect(abs(levels[0] - 0.0015) < 1e-12 && abs(levels[14] - 1) < 1e-12)
        #expect(FalseDiscoveries.levels([]).isEmpty)
    }

    private func call(_ hour: Int, _ beat: String, minute: Int = 30, officer: Bool = false) -> ReceivedCall {
        ReceivedCall(
            received: Timestamp(seconds: Int64(hour) * 3600 + Int64(minute) * 60), beat: beat, priority: .p2,
            group: "x",
            isOfficerInitiated: officer)
    }

    private func history(days: Int, beats: Int, rate: Double, surge: Double = 1, seed: UInt64) -> DemandHistory {
        var stream = RandomStream(seed: seed)
        var history = DemandHistory { _ in 0 }
        history.know(.epoch)
        for hour in 0..<(days * 24) {
            for beat in 0..<beats {
                let isHot = beat == 0 && hour >= (days - 1) * 24
                let law = NegativeBinomial(mean: rate * (isHot ? surge : 1), dispersion: 0)
                for _ in 0..<law.quantile(stream.uniform()) { history.add(call(hour, "B\(beat)")) }
            }
        }
        history.know(Timestamp(seconds: Int64(days) * 86_400))
        return history
    }

    private func hotBeats(_ history: DemandHistory) -> [HotBeats.Beat] {
        HotBeats(history, HourSeries(history, as: .journal)).hot
    }

    @Test("A beat that surges is told, and hardly any other")
    func hot() {
        var (found, wrong) = (0, 0)
        for seed in 1...20 {
            let hot = hotBeats(history(days: 7, beats: 30, rate: 0.4, surge: 3, seed: UInt64(seed)))
            found += hot.count { $0.code == "B0" }
            wrong += hot.count { $0.code != "B0" }
        }
        #expect(found >= 18 && wrong <= 6, "\(found) found, \(wrong) wrong")
    }

    @Test("Of noise nothing is ranked")
    func noise() {
        let told = (1...30).count { seed in
            !hotBeats(history(days: 6, beats: 30, rate: 0.4, seed: UInt64(seed))).isEmpty
        }
        // One in ten is borne; twice the spread beyond it.
        #expect(told <= 6, "\(told) of 30")
    }

    @Test("Officer-initiated calls stay out, and are counted")
    func officers() {
        var history = DemandHistory { _ in 0 }
        history.add(call(0, "A"))
        history.add(call(0, "A", officer: true))
        #expect(history.calls == 1 && history.officerInitiated == 1)
        var event = IncidentReported()
        event.report.text = "TRAFFIC STOP - OFFICER INITIATED ONVIEW"
        #expect(ReceivedCall(event, by: .feed("cad")).isOfficerInitiated)
        event.report.text = "ROBBERY"
        #expect(!ReceivedCall(event, by: .feed("cad")).isOfficerInitiated)
        #expect(ReceivedCall(event, by: .crew("A1")).isOfficerInitiated)
    }

    @Test("What is older than 26 weeks goes, however much comes in")
    func bounded() {
        var history = DemandHistory { _ in 0 }
        for week in 0..<60 { history.add(call(week * 168, "A")) }
        history.know(Timestamp(seconds: 60 * 168 * 3600))
        let series = HourSeries(history, as: .journal)
        #expect(series.hours.count <= 26 * 168)
        #expect(series.hours.reduce(0) { $0 + $1.calls } <= 26)
    }

    @Test("Hours begin when the local clock strikes, half-hour zones included")
    func zones() {
        let history = DemandHistory { _ in 19_800 }
        // 1970-01-01 00:00 UTC is Thursday 05:30 in India.
        #expect(history.weekHour(history.hour(of: .epoch)) == 3 * 24 + 5)
        #expect(history.start(ofHour: history.hour(of: .epoch)) == Timestamp(seconds: -1800))
    }

    @Test("A month between two days of a log is a hole, a quiet night is none")
    func holes() {
        var history = DemandHistory(weeks: DemandHistory.logWeeks) { _ in 0 }
        for start in [0, 24 * 30, 24 * 60] {
            for hour in 0..<6 { for minute in 0..<20 { history.add(call(start + hour, "A", minute: minute * 3)) } }
        }
        let series = HourSeries(history, as: .log)
        #expect(series.holes == 2 && series.hours.count == 18)
        #expect(series.hours.count { $0.isFirst } == 3)
        var quiet = DemandHistory { _ in 0 }
        for day in 0..<5 { for hour in 8..<24 { quiet.add(call(day * 24 + hour, "A", minute: 59)) } }
        #expect(HourSeries(quiet, as: .log).holes == 0)
    }

    @Test("A thin cell leans on its neighbours and says so; a thick one is its own mean")
    func heat() {
        let thin = HeatMap(HourSeries(counts: MadeUpCity(kind: .daily, days: 7, seed: 1).series.hours.map(\.calls)))
        #expect(thin.cells.allSatisfy { $0.isThin && $0.low <= $0.estimate && $0.estimate <= $0.high })
        let thick = HeatMap(MadeUpCity(kind: .weekly, days: 26 * 7, seed: 1).series)
        #expect(thick.cells.allSatisfy { !$0.isThin })
        let cell = thick.cells[5 * 24 + 16]
        #expect(abs(cell.estimate - Double(cell.calls) / Double(cell.hours)) < 1)
        #expect(HeatMap(HourSeries(counts: [])).cells.count == 168)
    }

    @Test("An incident counts as what it was last taken for, and a merged one not at all")
    func fold() {
        var fold = DemandFold(strays: StrayTimes()) { _ in 0 }
        func record(_ position: Int64, _ body: EventBody) -> EventRecord {
            EventRecord(position: position, at: Timestamp(seconds: 3600 * 50), actor: .feed("cad"), body: body)
        }
        for number in 1...3 {
            let event = IncidentReported(
                incident: IncidentID(rawValue: UInt32(number)), beat: "A", received: Timestamp(seconds: 3600 * 49))
            fold.apply(record(Int64(number), .incidentReported(event)))
        }
        var triage = IncidentTriaged()
        triage.incident = IncidentID(rawValue: 1)
        triage.beat = "B"
        fold.apply(record(4, .incidentTriaged(triage)))
        var merge = IncidentMerged()
        (merge.incident, merge.into) = (IncidentID(rawValue: 3), IncidentID(rawValue: 2))
        fold.apply(record(5, .incidentMerged(merge)))
        #expect(fold.history.calls == 2 && fold.position == 5)
        #expect(fold.history.beatCalls().map(\.beat) == ["A", "B"])
    }
}
