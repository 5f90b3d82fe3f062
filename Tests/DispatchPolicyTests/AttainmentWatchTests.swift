import DispatchModel
import TestSupport
import Testing

@testable import DispatchPolicy

@Suite("Attainment kept in step with the board")
struct AttainmentWatchTests {
    private static let span = Span.minutes(40)
    /// Every measure, limits out of order, and parts of the room.
    private static let profile = DeadlineProfile(
        name: "x", english: "x", chinese: "x", source: "x",
        targets: [
            ProfileTarget(
                .process, [ProfileLimit(.seconds(20)), ProfileLimit(.minutes(10)), ProfileLimit(.minutes(2))]),
            ProfileTarget(.process, [ProfileLimit(.minutes(1))], priorities: [.p1, .p2]),
            ProfileTarget(.acknowledged, [ProfileLimit(.seconds(30)), ProfileLimit(.seconds(60))]),
            ProfileTarget(.enRoute, [ProfileLimit(.minutes(2))], kinds: [.vehiclePatrol, .ambulance]),
            ProfileTarget(.arrived, [ProfileLimit(.minutes(1)), ProfileLimit(.minutes(5))], panes: [.patrol]),
            ProfileTarget(.feedback, [ProfileLimit(.minutes(30)), ProfileLimit(.hours(1))]),
            ProfileTarget(.quickResponse, [ProfileLimit(.minutes(3))]), ProfileTarget(.answer, [ProfileLimit(.zero)]),
        ])

    /// A watch that is told of every event, and looks as often as it is asked to.
    private struct Desk {
        var watch: AttainmentWatch
        var seen = 0

        init(_ profile: DeadlineProfile) { watch = AttainmentWatch(profile, in: AttainmentWatchTests.span) }

        mutating func look(at room: Room, now: Timestamp) -> Bool {
            for record in room.records[seen...] {
                let (first, second) = record.body.incidents
                watch.note(
                    Set([first, second].compactMap { $0 }), units: Set([record.body.unit].compactMap { $0 }),
                    everything: false, board: room.board)
            }
            seen = room.records.count
            return watch.attainment(on: room.board, now: now)
                == watch.profile.attainment(on: room.board, in: AttainmentWatchTests.span, now: now)
        }
    }

    @Test("Whatever happens and however seldom it looks, it is as counted anew", arguments: [5, 23] as [UInt64])
    func anything(seed: UInt64) {
        var play = RandomRoom(seed: seed, takesBack: false)
        var random = Seeded(seed + 1)
        var desk = Desk(AttainmentWatchTests.profile)
        var kinds: Set<String> = []
        for step in 0..<800 {
            play.step()
            if random.below(100) == 0 { play.room.wait(.hours(Int64(random.below(30)))) }
            if random.below(100) == 0 { changeUnit(&play.room, &random) }
            guard random.below(4) > 0 else { continue }
            // A clock may be put back, and passes a limit to the millisecond.
            let back = random.below(50) == 0 ? Span.seconds(Int64(random.below(900))) : .zero
            let isSame = desk.look(at: play.room, now: play.room.now - back)
            #expect(isSame, "seed \(seed), step \(step)")
            guard isSame else { return }
            for target in desk.watch.attainment(on: play.room.board, now: play.room.now) {
                if target.ended > 0 { kinds.insert("ended") }
                if target.open > 0 { kinds.insert("open") }
                if target.missing > 0 { kinds.insert("missing") }
                if target.limits.contains(where: { $0.cases > $0.within }) { kinds.insert("outlasted") }
            }
        }
        #expect(
            kinds == ["ended", "open", "missing", "outlasted"], "seed \(seed): there was something to count")
        #expect(play.room.board.counters.archived > 0, "seed \(seed): incidents have left the board")
    }

    @Test("Nothing happens but time: each limit and the end of the span count to the millisecond")
    func timeAlone() {
        var room = Room.open()
        var desk = Desk(AttainmentWatchTests.profile)
        let start = room.now
        room.must(.assign(room.incident("robbery", .p1), [Room.car1, Room.quick], divert: false))
        room.incident("noise", .p4)
        let minutes = [
            Span.seconds(20), .seconds(30), .minutes(1), .minutes(2), .minutes(3), .minutes(5), .minutes(10),
            .minutes(30), .minutes(40), .hours(1),
        ]
        for span in minutes {
            for milliseconds in [-1, 0, 1, 2] as [Int64] {
                let now = start + span + Span(milliseconds: milliseconds)
                let isSame = desk.look(at: room, now: now)
                #expect(isSame, "\(span) and \(milliseconds) ms")
            }
        }
        let atEnd = desk.watch.attainment(on: room.board, now: start + .hours(1))
        #expect(atEnd.allSatisfy { $0.open == 0 }, "everything began before the span")
    }

    /// A unit is registered anew as another kind or in another pane.
    private func changeUnit(_ room: inout Room, _ random: inout Seeded) {
        guard let unit = random.element(of: room.board.units.elements) else { return }
        let kind = random.element(of: UnitKind.allCases) ?? .ambulance
        room.record(
            [
                .unitRegistered(
                    UnitRegistered(
                        unit: unit.id, callsign: unit.callsign, kind: kind,
                        pane: random.below(2) == 0 ? .patrol : .quickResponse, homeBeat: unit.homeBeat,
                        dutyPoint: unit.dutyPoint))
            ], by: .feed("roster"))
    }
}
