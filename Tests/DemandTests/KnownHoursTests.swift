import Demand
import DispatchModel
import SimulationKit
import Testing

/// Which hours count: those in which somebody recorded, and no calls whose times cannot be right.
@Suite("Known hours")
struct KnownHoursTests {
    private static let start = Timestamp(seconds: 1_800_000_000 / 86_400 * 86_400)

    /// Times of calls, some so many an hour, over days.
    private func times(days: Int, rate: Double, seed: UInt64 = 1) -> [Timestamp] {
        var stream = RandomStream(seed: seed)
        return (0..<(days * 24)).flatMap { hour in
            let count = NegativeBinomial(mean: rate, dispersion: 0).quantile(stream.uniform())
            return (0..<count).map { number in
                Self.start + .hours(Int64(hour)) + .seconds(Int64(3599 * number / max(1, count)))
            }
        }
    }

    private func call(_ time: Timestamp) -> ReceivedCall {
        ReceivedCall(received: time, beat: "A", priority: .p2, group: "x")
    }

    private func report(_ time: Timestamp, _ number: Int) -> EventRecord {
        var event = IncidentReported()
        event.incident = IncidentID(rawValue: UInt32(number))
        event.received = time
        event.beat = "A"
        event.type = "x"
        return EventRecord(
            position: JournalPosition(number), at: time, actor: .feed("cad"), body: .incidentReported(event))
    }

    private func mode(_ mode: BoardMode, _ time: Timestamp, _ number: Int) -> EventRecord {
        EventRecord(
            position: JournalPosition(number), at: time, actor: .system, body: .modeDeclared(ModeDeclared(mode: mode)))
    }

    private func fold(_ mode: BoardMode, _ times: [Timestamp], strays: StrayTimes) -> DemandFold {
        var fold = DemandFold(strays: strays) { _ in 0 }
        fold.apply(self.mode(mode, times[0], 1))
        for (index, time) in times.enumerated() { fold.apply(report(time, index + 2)) }
        return fold
    }

    @Test("A row of 1970, one of 2099 and one with day and month swapped are told and left out, and no other")
    func strays() {
        let good = times(days: 12, rate: 4)
        let bad = [
            Timestamp(seconds: 86_400 * 14), Self.start + .hours(24 * 60), Timestamp(seconds: 4_071_000_000),
        ]
        let found = StrayTimes(good + bad)
        #expect(bad.allSatisfy(found.contains) && !good.contains(where: found.contains))
        #expect(StrayTimes(good) == StrayTimes())
    }

    @Test("Hours drawn from years are what a log is made of, and so are few calls far apart: none is left out")
    func noStrays() {
        let sample = (0..<30).flatMap { day in
            (0..<8).map { Self.start + .hours(Int64(day * 24 * 20)) + .minutes(Int64($0 * 7)) }
        }
        #expect(StrayTimes(sample) == StrayTimes())
        #expect(StrayTimes(times(days: 400, rate: 0.01)) == StrayTimes())
        #expect(StrayTimes([.epoch, Self.start]) == StrayTimes())
    }

    @Test("A log and the journal that it was played into know the same hours, with the same strays")
    func playedLog() {
        var all = times(days: 6, rate: 6).filter { $0 < Self.start + .hours(50) || $0 > Self.start + .hours(80) }
        // Tails of calls that were filed by their end lie before the first midnight.
        all = [Self.start - .hours(5), Self.start - .minutes(90)] + all + [Timestamp(seconds: 4_071_000_000)]
        let strays = StrayTimes(all)
        #expect(all.filter(strays.contains) == all.suffix(1))
        var history = DemandHistory(weeks: DemandHistory.logWeeks) { _ in 0 }
        for time in all { if strays.contains(time) { history.leaveOut(time) } else { history.add(call(time)) } }
        let played = fold(.replay, all, strays: strays)
        #expect(HourSeries(played.history, as: played.kind).hours == HourSeries(history, as: .log).hours)
        #expect(played.history.strays == 1 && HourSeries(history, as: .log).holes == 1)
        let first = HourSeries(history, as: .log).hours.first
        #expect(first?.number == history.hour(of: Self.start))
    }

    @Test("A fold that was not told of a log's strays finds those that its reader leaves out, and no others")
    func corrected() throws {
        let all = times(days: 12, rate: 4) + [Timestamp(seconds: 4_071_000_000)]
        var unaware = fold(.replay, all, strays: StrayTimes())
        #expect(unaware.history.strays == 0)
        let found = unaware.corrected()
        var anew = try #require(found)
        let again = unaware.corrected()
        #expect(again == nil, "judged already")
        anew.apply(mode(.replay, all[0], 1))
        for (index, time) in all.enumerated() { anew.apply(report(time, index + 2)) }
        let further = anew.corrected()
        #expect(anew.history.strays == 1 && further == nil)
        let told = fold(.replay, all, strays: StrayTimes(all))
        #expect(HourSeries(anew.history, as: anew.kind).hours == HourSeries(told.history, as: told.kind).hours)
        var live = fold(.live, all, strays: StrayTimes())
        let ofRoom = live.corrected()
        #expect(ofRoom == nil, "of a room each record tells it")
        var clean = fold(.replay, Array(all.dropLast()), strays: StrayTimes())
        let none = clean.corrected()
        #expect(none == nil)
    }

    @Test("Hours in which a live room did not record are no hours without calls", arguments: [true, false])
    func stopped(says: Bool) throws {
        // Two calls an hour; the room is off for two days, and may say that it begins anew.
        let kept = times(days: 10, rate: 2)
            .filter { $0 < Self.start + .hours(100) || $0 >= Self.start + .hours(148) }
        var fold = DemandFold(strays: StrayTimes()) { _ in 0 }
        fold.apply(mode(.live, Self.start, 1))
        for (index, time) in kept.enumerated() {
            if says, index > 0, time - kept[index - 1] > .hours(40) { fold.apply(mode(.live, time, 2)) }
            fold.apply(report(time, index + 3))
        }
        let series = HourSeries(fold.history, as: fold.kind)
        let from = fold.history.hour(of: Self.start)
        #expect(series.holes == 1 && !series.isSampled)
        #expect(!series.hours.contains { (from + 99..<from + 149).contains($0.number) && $0.calls == 0 })
        #expect(series.hours.count > 180)
    }

    @Test("Hours shown as they come are learned as if they had come at once, as a sample and after")
    func followed() {
        var history = DemandHistory { _ in 0 }
        var following = FollowingForecaster()
        var samples: [Bool] = []
        // Behind a hole they are a sample until there are as many as two days have.
        for hour in Array(0..<10) + Array(40..<100) {
            for quarter in 0..<4 {
                history.add(call(Self.start + .hours(Int64(hour)) + .minutes(Int64(15 * quarter))))
            }
            let series = HourSeries(history, as: .journal)
            following.follow(series)
            if series.holes > 0, samples.last != series.isSampled { samples.append(series.isSampled) }
            let whole = DemandForecaster(series)
            for lead in 1...DemandForecaster.leads {
                #expect(following.forecaster.law(lead: lead) == whole.law(lead: lead), "\(hour)")
            }
        }
        #expect(samples == [true, false])
    }

    @Test("A short stop counts when the room says so, and a quiet night without one does not")
    func shortStop() {
        var times = times(days: 6, rate: 1).filter { $0 < Self.start + .hours(60) || $0 >= Self.start + .hours(65) }
        let quiet = fold(.live, times, strays: StrayTimes())
        #expect(HourSeries(quiet.history, as: .journal).holes == 0)
        times.removeAll { $0 < Self.start }
        var fold = DemandFold(strays: StrayTimes()) { _ in 0 }
        fold.apply(mode(.live, Self.start, 1))
        for (index, time) in times.enumerated() {
            if index > 0, times[index - 1] < Self.start + .hours(60), time >= Self.start + .hours(65) {
                fold.apply(mode(.live, Self.start + .hours(64), 2))
            }
            fold.apply(report(time, index + 3))
        }
        #expect(HourSeries(fold.history, as: .journal).holes == 1)
    }

    @Test("A call of a live room from another age moves no hour, and is told")
    func liveStray() {
        var fold = fold(.live, times(days: 3, rate: 3), strays: StrayTimes())
        let before = HourSeries(fold.history, as: .journal).hours
        for (number, seconds) in [(9_001, Int64(5)), (9_002, 4_071_000_000)] {
            var record = report(Timestamp(seconds: seconds), number)
            record.at = Self.start + .hours(71)
            fold.apply(record)
        }
        #expect(HourSeries(fold.history, as: .journal).hours == before)
        #expect(fold.history.strays == 2)
    }
}
