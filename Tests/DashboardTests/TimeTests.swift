import DispatchModel
import TerminalKit
import Testing
import Wording

@testable import Core
@testable import Dashboard

@Suite("Time")
struct TimeTests {
    private static let start = District.now

    @Test(
        "The replay's keys and :speed",
        arguments: [
            ("]", 2.0), ("[", 0.5), (":speed x4\n", 4), (":speed max\n", .infinity), (":speed MAX\n]", .infinity),
            (":speed max\n[", 1000), (":speed nonsense\n", 1), (":speed -1\n", 1), (":speed 1e9\n", 1000), ("p", 1),
        ] as [(String, Double)])
    func keys(keys: String, speed: Double) throws {
        let desk = try Desk(clock: BoardClock(start: TimeTests.start, speed: 1, wall: TimeTests.start))
        desk.type(keys)
        #expect(desk.console.clock.speed == speed, "\(desk.text)")
        #expect(desk.console.clock.isPaused == (keys == "p"))
    }

    @Test("Deadlines are recorded at their board time, at any speed", arguments: [1.0, 60, 1000])
    func deadlines(speed: Double) throws {
        let desk = try Desk(clock: BoardClock(start: TimeTests.start, speed: speed, wall: TimeTests.start))
        for _ in 0..<400 where desk.console.now < TimeTests.start + .minutes(5) {
            let wait = try #require(desk.console.timeout())
            desk.pass(Span(milliseconds: Int64(max(1, wait))))
            desk.settle()
        }
        let raised = try desk.records().compactMap { record -> AlertRaised? in
            if case .alertRaised(let event) = record.body { event } else { nil }
        }
        let waiting = try #require(raised.first { $0.kind == .waitingTooLong && $0.incident == District.robbery })
        // Received 52 s before the start, a P1 waits 3 minutes.
        #expect(waiting.at == TimeTests.start + .seconds(128))
    }

    @Test("At unlimited speed with the log at its end the console sleeps until the next second")
    func calmAtTheEnd() throws {
        let desk = try Desk(clock: BoardClock(start: TimeTests.start, speed: .infinity, wall: TimeTests.start))
        desk.settle()
        #expect(desk.core.nextDue != nil)
        desk.hand.now = Timestamp(milliseconds: desk.hand.now.rawValue / 1000 * 1000 + 100)
        desk.console.step()
        #expect(try #require(desk.console.timeout()) > 100)
    }

    @Test("Idle, it draws once a second and no more; while an alert flashes, four times")
    func idle() throws {
        let desk = try Desk()
        #expect(frames(desk, in: .seconds(10)) == 10)
        desk.run(for: .minutes(4))
        #expect(desk.console.blinks)
        #expect(frames(desk, in: .seconds(10)) == 40)
        desk.type("!a")
        while desk.console.view.alerts.unanswered.high > 0 { desk.type("!a") }
        #expect(frames(desk, in: .seconds(10)) == 10)
    }

    private func frames(_ desk: Desk, in span: Span) -> Int {
        desk.hand.now = Timestamp(milliseconds: desk.hand.now.rawValue / 1000 * 1000 + 500)
        desk.console.draw()
        let before = desk.screen.frameCount
        let end = desk.hand.now + span
        while desk.hand.now < end {
            desk.pass(Span(milliseconds: 10))
            desk.console.step()
        }
        return desk.screen.frameCount - before
    }

    @Test("The bell rings for a new P1, at most once in two seconds")
    func bell() throws {
        let desk = try Desk()
        let before = desk.screen.bells
        desk.feed(District.call(1, priority: .p3))
        desk.settle()
        #expect(desk.screen.bells == before)
        for number in 2...6 { desk.feed(District.call(number, priority: .p1)) }
        desk.settle()
        #expect(desk.screen.bells == before + 1)
        desk.pass(.seconds(3))
        desk.feed(District.call(7, priority: .p1))
        desk.settle()
        #expect(desk.screen.bells == before + 2)
    }

    @Test("Messages go by themselves, refusals later than confirmations")
    func messages() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type("+")
        desk.run(for: .seconds(4))
        #expect(desk.console.teller.notice != nil)
        desk.run(for: .seconds(4))
        #expect(desk.console.teller.notice == nil)
        desk.type("R\n")
        desk.type("\u{1B}%")
        desk.type("U:go-to 9\n")
        desk.run(for: .seconds(9))
        #expect(desk.console.teller.notice?.kind == .warning, "\(desk.text)")
        desk.run(for: .seconds(5))
        #expect(desk.console.teller.notice == nil)
    }
}

@Suite("Playing logs")
struct PlayingTests {
    private static func log(_ count: Int64) -> ListSource {
        ListSource(
            waiting: (1...count).map { District.call(Int($0), priority: .p1, at: District.now + .seconds($0 * 10)) })
    }

    @Test(
        "In the console: the log plays by board time, pauses, and the keys answer meanwhile",
        arguments: [1.0, 30, .infinity])
    func onScreen(speed: Double) throws {
        let clock = BoardClock(start: District.now, speed: speed, wall: District.now)
        let desk = try Desk(clock: clock, sources: [PlayingTests.log(20)])
        desk.type("p")
        let paused = desk.board.position
        desk.run(for: .seconds(5))
        #expect(desk.board.position == paused)
        desk.type("p")
        desk.run(for: .seconds(speed == 1 ? 205 : 10))
        #expect(try desk.records().compactMap(\.source?.id) == (1...20).map(String.init))
        try desk.checkFold()
    }
}
