import DispatchModel
import TestSupport
import Testing

@testable import DispatchPolicy

/// Times of a response in seconds after the first report.
private struct Times {
    var assigned: Int64? = 0
    var acknowledged: Int64?
    var enRoute: Int64?
    var arrived: Int64?
    var feedback: Int64?
    var cleared: Int64?
    var withdrawn: Int64?

    func assignment(_ start: Timestamp) -> Assignment {
        func at(_ seconds: Int64?) -> Timestamp? { seconds.map { start + .seconds($0) } }
        return Assignment(
            assigned: at(assigned), acknowledged: at(acknowledged), enRoute: at(enRoute), arrived: at(arrived),
            feedback: at(feedback), cleared: at(cleared), withdrawn: at(withdrawn))
    }
}

@Suite("Attainment of a deadline profile")
struct AttainmentTests {
    private static let start = Timestamp(seconds: 1_800_000_000)

    private static func profile(_ target: ProfileTarget) -> DeadlineProfile {
        DeadlineProfile(name: "x", english: "x", chinese: "x", source: "x", targets: [target])
    }

    private func count(_ target: ProfileTarget, _ rows: [Times], now: Int64 = 100, isOpen: Bool = true)
        -> TargetAttainment
    {
        var tally = AttainmentTally(
            AttainmentTests.profile(target), since: nil, now: AttainmentTests.start + .seconds(now))
        let responses = rows.map {
            ResponseCase($0.assignment(AttainmentTests.start), kind: .vehiclePatrol, pane: .patrol)
        }
        tally.add(priority: .p2, received: AttainmentTests.start, isOpen: isOpen, responses: responses)
        return tally.targets[0]
    }

    @Test(
        "Answers are measured from the calls of reports, in step with the board; without any there is nothing to measure"
    )
    func answers() {
        let nena = AttainmentTests.profile(
            ProfileTarget(.answer, [ProfileLimit(.seconds(15)), ProfileLimit(.seconds(20))]))
        var room = Room.open()
        let span = Span.minutes(10)
        var watch = AttainmentWatch(nena, in: span)
        func kept() -> TargetAttainment { nena.attainment(on: room.board, in: span, now: room.now)[0] }
        room.incident()
        #expect(!kept().isRecorded)
        for (index, rings): (Int, Int64?) in [(0, 3), (1, 18), (2, 40), (3, nil)].map({ ($0.0, $0.1) }) {
            var report = Report(at: room.now, text: "smoke")
            report.rang = room.now - .seconds(60)
            report.answered = rings.map { room.now - .seconds(60) + .seconds($0) }
            let key = SourceKey(source: "cad", id: "\(index)")
            room.tell(.incident(IncidentReported(type: "fire", received: room.now, report: report, source: key)))
        }
        #expect(kept().isRecorded)
        #expect(figures(kept()) == [1, 3, 2, 3, 3, 0, 1, 0])
        watch.note([], units: [], everything: true, board: room.board)
        #expect(watch.attainment(on: room.board, now: room.now)[0] == kept())
        // A further call about one of them counts by itself, and leaves the span by its own ring.
        room.wait(.minutes(8))
        var again = Report(at: room.now, text: "more smoke")
        (again.rang, again.answered) = (room.now - .seconds(9), room.now)
        room.tell(.report(.source(SourceKey(source: "cad", id: "1")), again), source: "again")
        watch.note(Set(room.board.incidents.elements.map(\.id)), units: [], everything: false, board: room.board)
        #expect(figures(kept()) == [2, 4, 3, 4, 4, 0, 1, 0])
        #expect(watch.attainment(on: room.board, now: room.now)[0] == kept())
        room.wait(.minutes(3))
        #expect(figures(kept()) == [1, 1, 1, 1, 1, 0, 0, 0])
        #expect(watch.attainment(on: room.board, now: room.now)[0] == kept())
    }

    /// Within and cases of each limit, then ended, open, missing, backwards.
    private func figures(_ kept: TargetAttainment) -> [Int] {
        kept.limits.flatMap { [$0.within, $0.cases] } + [kept.ended, kept.open, kept.missing, kept.backwards]
    }

    private static let buckets = [ProfileLimit(.seconds(30)), ProfileLimit(.seconds(60))]

    @Test("Acknowledged, by hand, now 100 s after the first report")
    func acknowledged() {
        let target = ProfileTarget(.acknowledged, AttainmentTests.buckets)
        let rows: [(Times, [Int])] = [
            (Times(acknowledged: 30), [1, 1, 1, 1, 1, 0, 0, 0]),
            (Times(acknowledged: 31), [0, 1, 1, 1, 1, 0, 0, 0]),
            (Times(acknowledged: 61), [0, 1, 0, 1, 1, 0, 0, 0]),
            (Times(assigned: 10, acknowledged: 5), [0, 0, 0, 0, 0, 0, 0, 1]),
            (Times(assigned: nil, acknowledged: 5), [0, 0, 0, 0, 0, 0, 1, 0]),
            // Nobody has read it for 100, 50 and 20 seconds.
            (Times(), [0, 1, 0, 1, 0, 1, 0, 0]),
            (Times(assigned: 50), [0, 1, 0, 0, 0, 1, 0, 0]),
            (Times(assigned: 80), [0, 0, 0, 0, 0, 1, 0, 0]),
            // A crew that is under way or done without having said that it has read it never will.
            (Times(enRoute: 20), [0, 0, 0, 0, 0, 0, 1, 0]), (Times(cleared: 90), [0, 0, 0, 0, 0, 0, 1, 0]),
            (Times(acknowledged: 5, withdrawn: 9), [0, 0, 0, 0, 0, 0, 0, 0]),
        ]
        for (times, expected) in rows { #expect(figures(count(target, [times])) == expected, "\(times)") }
        let sums = rows.reduce([Int](repeating: 0, count: 8)) { sum, row in zip(sum, row.1).map(+) }
        #expect(figures(count(target, rows.map(\.0))) == sums, "together they are the sum")
    }

    @Test("Under way, arrived and feedback, by hand")
    func others() {
        let rows: [(ProfileMeasure, Times, [Int])] = [
            (.enRoute, Times(enRoute: 60), [0, 1, 1, 1, 1, 0, 0, 0]),
            (.enRoute, Times(acknowledged: 10), [0, 1, 0, 1, 0, 1, 0, 0]),
            (.enRoute, Times(arrived: 20), [0, 0, 0, 0, 0, 0, 1, 0]),
            (.arrived, Times(enRoute: 2, arrived: 20), [1, 1, 1, 1, 1, 0, 0, 0]),
            (.arrived, Times(enRoute: 2), [0, 1, 0, 1, 0, 1, 0, 0]),
            (.arrived, Times(enRoute: 2, cleared: 50), [0, 0, 0, 0, 0, 0, 1, 0]),
            (.feedback, Times(arrived: 20, feedback: 45), [0, 1, 1, 1, 1, 0, 0, 0]),
            (.feedback, Times(arrived: 20), [0, 1, 0, 1, 0, 1, 0, 0]),
            (.feedback, Times(arrived: 20, cleared: 80), [0, 0, 0, 0, 0, 0, 1, 0]),
            (.quickResponse, Times(arrived: 20), [0, 0, 0, 0, 0, 0, 0, 0]),
            (.answer, Times(arrived: 20), [0, 0, 0, 0, 0, 0, 0, 0]),
        ]
        for (measure, times, expected) in rows {
            let kept = count(ProfileTarget(measure, AttainmentTests.buckets), [times])
            #expect(figures(kept) == expected, "\(measure) \(times)")
        }
    }

    @Test("First report to first unit, by hand")
    func processed() {
        let target = ProfileTarget(.process, AttainmentTests.buckets)
        #expect(figures(count(target, [Times(assigned: 70), Times(assigned: 40)])) == [0, 1, 1, 1, 1, 0, 0, 0])
        #expect(figures(count(target, [])) == [0, 1, 0, 1, 0, 1, 0, 0])
        #expect(figures(count(target, [], now: 40)) == [0, 1, 0, 0, 0, 1, 0, 0])
        #expect(figures(count(target, [], isOpen: false)) == [0, 0, 0, 0, 0, 0, 1, 0])
        #expect(figures(count(target, [Times(assigned: -5)])) == [0, 0, 0, 0, 0, 0, 0, 1])
        #expect(figures(count(target, [Times(assigned: nil, arrived: 5)])) == [0, 0, 0, 0, 0, 0, 1, 0])
        #expect(figures(count(target, [Times(assigned: 3, withdrawn: 9)])) == [0, 1, 0, 1, 0, 1, 0, 0])
    }

    @Test("Only what the profile names counts")
    func scope() {
        let limits = AttainmentTests.buckets
        let quick = ResponseCase(
            Times(arrived: 10).assignment(AttainmentTests.start), kind: .quickResponse, pane: .quickResponse)
        let car = ResponseCase(
            Times(arrived: 10).assignment(AttainmentTests.start), kind: .vehiclePatrol, pane: .patrol)
        let stranger = ResponseCase(Times(arrived: 10).assignment(AttainmentTests.start), kind: nil, pane: nil)
        let rows: [(ProfileTarget, Int)] = [
            (ProfileTarget(.arrived, limits), 3), (ProfileTarget(.arrived, limits, priorities: [.p1]), 0),
            (ProfileTarget(.arrived, limits, priorities: [.p1, .p2]), 3),
            (ProfileTarget(.arrived, limits, kinds: [.vehiclePatrol]), 1),
            (ProfileTarget(.arrived, limits, panes: [.quickResponse]), 1), (ProfileTarget(.quickResponse, limits), 1),
        ]
        for (target, expected) in rows {
            var tally = AttainmentTally(AttainmentTests.profile(target), since: nil, now: AttainmentTests.start)
            tally.add(
                priority: .p2, received: AttainmentTests.start, isOpen: true, responses: [quick, car, stranger])
            #expect(tally.targets[0].ended == expected, "\(target)")
        }
    }

    @Test("A share is attained at exactly what is wanted, and never by rounding")
    func wanted() {
        let rows: [(within: Int, cases: Int, percent: Int?, isAttained: Bool?)] = [
            (9, 10, 90, true), (89, 99, 89, false), (899, 1000, 89, false), (900, 1000, 90, true), (0, 0, nil, nil),
            (3, 4, 75, false),
        ]
        for row in rows {
            var kept = LimitAttainment(limit: ProfileLimit(.seconds(60), wanted: 90))
            (kept.within, kept.cases) = (row.within, row.cases)
            #expect(kept.percent == row.percent && kept.isAttained == row.isAttained, "\(row)")
            #expect(kept.isTooFew == (row.cases < 5))
        }
        var bucket = LimitAttainment(limit: ProfileLimit(.seconds(60)))
        (bucket.within, bucket.cases) = (10, 10)
        #expect(bucket.isAttained == nil)
    }

    @Test("On a board: what began in the span, merged incidents once")
    func board() {
        var room = Room.open()
        let target = ProfileTarget(.acknowledged, [ProfileLimit(.seconds(60))])
        let profile = AttainmentTests.profile(target)
        let old = room.incident("robbery", .p2)
        room.must(.assign(old, [Room.car1], divert: false))
        room.wait(.seconds(30))
        room.must(.advance(Room.car1, .acknowledged, disposition: ""))
        #expect(profile.attainment(on: room.board, in: .hours(8), now: room.now)[0].ended == 1)
        room.wait(.hours(9))
        let new = room.incident("robbery", .p2)
        room.must(.assign(new, [Room.car2, Room.quick], divert: false))
        room.wait(.seconds(70))
        room.must(.advance(Room.car2, .acknowledged, disposition: ""))
        let kept = profile.attainment(on: room.board, in: .hours(8), now: room.now)[0]
        #expect(figures(kept) == [0, 2, 1, 1, 0, 0], "the old one is out of the span, the quick unit has not answered")
        room.must(.merge(new, into: old))
        #expect(figures(profile.attainment(on: room.board, in: .hours(8), now: room.now)[0]) == [0, 2, 1, 1, 0, 0])
    }

    @Test("Counted on a board as anew by hand, whatever happened", arguments: [3, 19] as [UInt64])
    func random(seed: UInt64) {
        var random = Seeded(seed)
        let measures: [ProfileMeasure] = [.acknowledged, .enRoute, .arrived, .feedback]
        for _ in 0..<300 {
            func time() -> Int64? { random.below(3) == 0 ? nil : Int64(random.below(200)) - 20 }
            let rows = (0..<random.below(12)).map { _ in
                Times(
                    assigned: time(), acknowledged: time(), enRoute: time(), arrived: time(), feedback: time(),
                    cleared: random.below(2) == 0 ? nil : 200, withdrawn: random.below(9) == 0 ? 1 : nil)
            }
            for measure in measures {
                let kept = count(ProfileTarget(measure, AttainmentTests.buckets), rows)
                let live = rows.filter { $0.withdrawn == nil }.count
                #expect(kept.ended + kept.open + kept.missing + kept.backwards == live, "seed \(seed) \(rows)")
                for limit in kept.limits {
                    #expect(limit.within <= kept.ended && limit.within <= limit.cases, "seed \(seed) \(rows)")
                    #expect((kept.ended...kept.ended + kept.open).contains(limit.cases), "seed \(seed) \(rows)")
                }
                #expect(kept.limits[0].within <= kept.limits[1].within, "seed \(seed) \(rows)")
            }
        }
    }
}
