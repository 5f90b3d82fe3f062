import Core
import DispatchModel
import Districts
import Shell

/// A made-up board of any size, given as the observations that make it.
struct BenchmarkLoad {
    /// The source of everything in it.
    static let source = "benchmark"

    private let incidents: Int
    private let units: Int
    private let start: Timestamp
    private let mode: BoardMode
    private var generator = SeededGenerator(seed: 1)

    /// - Parameter mode: An exercise, but where feeds are to speak to it: they do to a live board alone.
    init(incidents: Int, units: Int, start: Timestamp, mode: BoardMode = .exercise) {
        self.mode = mode
        self.incidents = incidents
        self.units = units
        self.start = start
    }

    /// The observations in batches, lazily: the roster, enough closed incidents to reach so many events, then the open ones.
    mutating func batches(events: Int) -> AnySequence<[Observation]> {
        let roster = roster()
        let openEvents = incidents + incidents / 10 * 3 + units
        // A closed incident makes six events: reported, assigned, en route, arrived, cleared, closed.
        let history = max(0, events - openEvents) / 6 + (events > openEvents ? 1 : 0)
        let copy = self
        var done = -1
        return AnySequence(
            AnyIterator {
                defer { done += 1 }
                if done < 0 { return roster }
                let first = done * 500
                if first < history { return copy.closed(from: first, to: min(first + 500, history)) }
                let open = first - (history + 499) / 500 * 500
                guard open < copy.incidents else { return nil }
                return copy.open(from: open, to: min(open + 500, copy.incidents))
            })
    }

    private func roster() -> [Observation] {
        var all = [say(.mode(ModeDeclared(mode: mode, title: "benchmark", source: BenchmarkLoad.source)))]
        for (code, english, chinese) in BenchmarkLoad.types {
            all.append(say(.type(TypeDefined(code: code, english: english, chinese: chinese))))
        }
        for beat in 0..<40 {
            all.append(say(.beat(BeatDefined(beat: beatCode(beat), name: "Beat \(beat)", centre: point(beat * 7919)))))
        }
        for unit in 0..<units {
            let quick = unit % 10 == 9
            all.append(
                say(
                    .unit(
                        UnitRegistered(
                            callsign: callsign(unit), kind: quick ? .quickResponse : .vehiclePatrol,
                            pane: quick ? .quickResponse : .patrol, homeBeat: beatCode(unit % 40),
                            dutyPoint: Place(text: "Post \(unit % 200)", point: point(unit * 104_729)),
                            circleMinutes: quick ? [1, 3, 5][unit / 10 % 3] : 0))))
        }
        return all
    }

    private func closed(from: Int, to: Int) -> [Observation] {
        (from..<to).flatMap { number -> [Observation] in
            let key = SourceKey(source: BenchmarkLoad.source, id: "closed-\(number)")
            let received = start - .hours(20) + .seconds(Int64(number % 60_000))
            let unit = callsign(number % max(1, units))
            func reach(_ milestone: Milestone, _ seconds: Int64) -> Observation {
                say(
                    .milestone(
                        MilestoneObservation(
                            incident: .source(key), callsign: unit, milestone: milestone,
                            stated: received + .seconds(seconds))), at: received + .seconds(seconds))
            }
            return [
                report(number, key: key, received: received), reach(.assigned, 60), reach(.enRoute, 110),
                reach(.arrived, 400), reach(.cleared, 1900),
                say(.closed(.source(key), disposition: "report"), at: received + .seconds(1900)),
            ]
        }
    }

    /// Puts it on the board of a core, batch after batch; `moved` is told how many events there are by then.
    mutating func fill(_ core: EventCore, events: Int = 0, moved: (Int) -> Void = { _ in }) throws {
        for batch in batches(events: events) {
            for observation in batch { core.takeObservation(observation) }
            _ = try journalStep { () throws(JournalError) in try core.flush() }
            moved(Int(core.shown.position))
        }
        core.close()
    }

    /// One in ten is urgent and has a unit at the scene; the others wait.
    private func open(from: Int, to: Int) -> [Observation] {
        (from..<to).flatMap { number -> [Observation] in
            let key = SourceKey(source: BenchmarkLoad.source, id: "open-\(number)")
            let received = start - .seconds(Int64((incidents - number) % 5400))
            var all = [report(number, key: key, received: received)]
            guard number % 10 == 0, units > 0 else { return all }
            for (milestone, seconds) in [(Milestone.assigned, Int64(30)), (.enRoute, 60), (.arrived, 300)] {
                all.append(
                    say(
                        .milestone(
                            MilestoneObservation(
                                incident: .source(key), callsign: callsign(number / 10 % units), milestone: milestone,
                                stated: received + .seconds(seconds))), at: received + .seconds(seconds)))
            }
            return all
        }
    }

    private func report(_ number: Int, key: SourceKey, received: Timestamp) -> Observation {
        let urgent = number % 10 == 0
        let priority: Priority = urgent ? (number % 40 == 0 ? .p1 : .p2) : [.p3, .p4, .p5][number % 3]
        let place = Place(text: "\(number * 37 % 9000) Jiefang Rd / 解放路", point: point(number * 15_485_863))
        let incident = IncidentReported(
            type: BenchmarkLoad.types[number % BenchmarkLoad.types.count].0, priority: priority, place: place,
            beat: beatCode(number % 40), received: received,
            report: Report(at: received, text: "made up for measuring", source: key), stage: .triaged, source: key)
        return Observation(source: key, at: received, actor: .feed(BenchmarkLoad.source), content: .incident(incident))
    }

    private func say(_ content: Observation.Content, at: Timestamp? = nil) -> Observation {
        Observation(at: at ?? start - .hours(21), actor: .feed(BenchmarkLoad.source), content: content)
    }

    private func callsign(_ number: Int) -> String { number % 10 == 9 ? "Q\(number)" : "3A\(number)" }
    private func beatCode(_ number: Int) -> String { number < 10 ? "B0\(number)" : "B\(number)" }

    /// A point of a city of about twenty kilometres across.
    static func point(_ number: Int) -> GeoPoint {
        let north = Int64(number &* 2_654_435_761 & 0xFFFF) * 3
        let east = Int64(number &* 40_503 & 0xFFFF) * 3
        return GeoPoint(latitudeMicrodegrees: 30_500_000 + north, longitudeMicrodegrees: 114_200_000 + east)
    }

    private func point(_ number: Int) -> GeoPoint { BenchmarkLoad.point(number) }

    private static let types: [(String, String, String)] = [
        ("robbery", "Robbery in progress", "抢劫正在发生"), ("fight", "Fight, two groups", "群体斗殴"),
        ("collision", "Traffic collision, injuries", "交通事故有伤"), ("noise", "Noise, third call", "噪音扰民"),
        ("dispute", "Dispute between neighbours", "邻里纠纷"), ("lost", "Lost property", "遗失物品"),
        ("parking", "Parking, blocked drive", "违停堵路"), ("theft", "Theft, held", "盗窃嫌疑人被控制"),
    ]
}
