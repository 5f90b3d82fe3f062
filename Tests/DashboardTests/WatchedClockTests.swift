import DispatchModel
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Core
@testable import Dashboard

@Suite("A watching console's clock is its writer's")
struct WatchedClockTests {
    /// A replay that somebody plays, as the file tells it that it leaves beside its journal.
    private final class Writer {
        var clock: BoardClock
        var sign: WriterSign?
        var tellsClock = true

        init(speed: Double) {
            clock = BoardClock(start: District.now, speed: speed, wall: District.now)
        }

        func board(_ desk: Desk) -> Timestamp { clock.now(wall: desk.hand.now) }

        func beat(at wall: Timestamp, _ state: WriterState = .recording) {
            sign = WriterSign(
                beat: (sign?.beat ?? 0) + 1, changed: wall.rawValue * 1_000_000, state: state,
                clock: tellsClock
                    ? WriterClock(
                        board: clock.now(wall: wall), wall: wall, speed: clock.speed, isPaused: clock.isPaused) : nil)
        }
    }

    private func desk(_ writer: Writer, _ language: Language = .english) throws -> Desk {
        writer.beat(at: District.now)
        return try Desk(
            size: Size(columns: 160, rows: 48), language: language,
            clock: BoardClock(start: District.now, speed: 1, wall: District.now),
            events: [.modeDeclared(ModeDeclared(mode: .replay, title: "log", source: "log"))] + District.events,
            settings: { $0.watching = true }, sign: { writer.sign })
    }

    /// Lets seconds pass in which the writer beats.
    private func beat(_ writer: Writer, _ desk: Desk, seconds: Int) {
        for _ in 0..<seconds {
            writer.beat(at: desk.hand.now)
            desk.run(for: .seconds(1))
        }
    }

    @Test("It runs at the writer's speed, stands when that stands, and is never off")
    func follows() throws {
        let writer = Writer(speed: 10)
        let desk = try desk(writer)
        func expectSame(_ comment: Comment) {
            let off = (desk.console.now - writer.board(desk)).milliseconds.magnitude
            #expect(off < 1000, comment)
        }
        beat(writer, desk, seconds: 20)
        expectSame("×10")
        desk.shows("×10")
        writer.clock.setPaused(true, wall: desk.hand.now)
        beat(writer, desk, seconds: 30)
        expectSame("paused")
        desk.shows(" PAUSED ")
        writer.clock.setPaused(false, wall: desk.hand.now)
        writer.clock.setSpeed(0.5, wall: desk.hand.now)
        beat(writer, desk, seconds: 7)
        expectSame("×0.5")
        desk.shows("×0.5")
        desk.hides("PAUSED")
        writer.clock.advance(to: writer.board(desk) + .hours(2), wall: desk.hand.now)
        beat(writer, desk, seconds: 2)
        expectSame("put forward")
        writer.clock.setSpeed(.infinity, wall: desk.hand.now)
        beat(writer, desk, seconds: 2)
        expectSame("as fast as it goes")
    }

    @Test("Keys and lines that steer a clock are refused in words, and change nothing", arguments: Language.allCases)
    func refused(language: Language) throws {
        let writer = Writer(speed: 8)
        let desk = try desk(writer, language)
        for keys in ["]", "[", "p", ":speed 60\n", ":pause\n"] {
            beat(writer, desk, seconds: 1)
            desk.type(keys)
            let error = desk.console.prompt?.line.error ?? ""
            let words = Words(language).clockIsTheWriters
            #expect(desk.text.contains(words) || error.contains(words), "\(keys)\n\(desk.text)")
            desk.type("\u{1B}")
            beat(writer, desk, seconds: 2)
            #expect(!desk.console.view.strip.paused)
            #expect(desk.console.clock.speed == 8)
            #expect((desk.console.now - writer.board(desk)).milliseconds.magnitude < 1000, "\(keys)")
        }
    }

    @Test("In the past the keys steer what is watched of the past")
    func steersThePast() throws {
        let desk = try desk(Writer(speed: 8))
        desk.line("asof start")
        desk.type("p")
        #expect(desk.console.disabledReason(.faster) == nil)
        desk.hides(Words(.english).clockIsTheWriters)
    }

    @Test("While nothing comes from the writer it stands still; neither pause nor speed is claimed")
    func standsStill() throws {
        let writer = Writer(speed: 60)
        let desk = try desk(writer)
        beat(writer, desk, seconds: 5)
        desk.run(for: .seconds(6))
        let stood = desk.console.now
        desk.run(for: .minutes(2))
        #expect(desk.console.now == stood)
        #expect(stood - writer.board(desk) < .zero)
        desk.shows("NOT LIVE")
        desk.hides("PAUSED")
        desk.hides("×60")
        beat(writer, desk, seconds: 2)
        #expect((desk.console.now - writer.board(desk)).milliseconds.magnitude < 1000)
        writer.beat(at: desk.hand.now, .ended)
        desk.run(for: .seconds(1))
        let ended = desk.console.now
        desk.run(for: .minutes(1))
        #expect(desk.console.now == ended)
    }

    @Test("A writer that does not tell its clock is watched as before")
    func older() throws {
        let writer = Writer(speed: 1)
        writer.tellsClock = false
        let desk = try desk(writer)
        beat(writer, desk, seconds: 90)
        #expect((desk.console.now - writer.board(desk)).milliseconds.magnitude < 1000)
        desk.run(for: .seconds(30))
        beat(writer, desk, seconds: 2)
        let before = desk.console.now
        beat(writer, desk, seconds: 10)
        #expect((desk.console.now - before).seconds >= 10)
    }

    @Test("A writer tells its clock every second, and at once when it runs otherwise; a live one tells none")
    func tells() throws {
        let desk = try Desk(clock: BoardClock(start: District.now, speed: 4, wall: District.now))
        desk.run(for: .seconds(3))
        desk.writer.finish()
        let running = try #require(desk.journal.clocks.last ?? nil)
        #expect(running.speed == 4 && !running.isPaused)
        #expect(running.board - District.now >= .seconds(8))
        desk.type("p")
        desk.writer.finish()
        #expect(desk.journal.clocks.last??.isPaused == true)
        let live = try Desk()
        live.run(for: .seconds(2))
        live.writer.finish()
        #expect(!live.journal.clocks.isEmpty && live.journal.clocks.allSatisfy { $0 == nil })
    }
}

@Suite("Since when a watched picture is not live")
struct LastSignTests {
    private func desk(
        _ sign: WriterSign?, _ language: Language = .english, clock: BoardClock = BoardClock()
    ) throws -> Desk {
        try Desk(
            size: Size(columns: 160, rows: 48), language: language, clock: clock,
            settings: { $0.watching = true }, sign: { sign })
    }

    private func sign(_ ago: Span, _ state: WriterState = .recording) -> WriterSign {
        WriterSign(beat: 7, changed: (District.now - ago).rawValue * 1_000_000, state: state)
    }

    @Test(
        "A writer that died before is told in the first picture, with its last sign of life", .full,
        arguments: Language.allCases, [false, true])
    func dead(language: Language, isReplay: Bool) throws {
        let start = District.now - .hours(1000)
        let clock = isReplay ? BoardClock(start: start, speed: 1, wall: District.now) : BoardClock()
        let desk = try desk(sign(.minutes(10)), language, clock: clock)
        let words = Words(language)
        let since = words.clock(District.now - .minutes(10))
        desk.shows(language == .english ? "NOT LIVE since \(since)" : "自 \(since) 起画面非实时")
        desk.shows(words.length(.minutes(10)))
        desk.run(for: .minutes(5))
        desk.shows(since)
        desk.shows(words.length(.minutes(15)))
    }

    @Test("The end of the writer is told with its time, on another day with the date")
    func ended() throws {
        let today = try desk(sign(.minutes(3), .ended))
        today.shows("NOT LIVE since \(Words(.english).clock(District.now - .minutes(3)))")
        let desk = try desk(sign(.hours(30), .ended))
        desk.shows("NOT LIVE since \(Words(.english).dateAndClock(District.now - .hours(30)))")
    }

    @Test("A sign that is young, of later, or of no known time is waited for as ever")
    func young() throws {
        for sign in [sign(.seconds(2)), sign(.minutes(-5)), WriterSign(beat: 1)] {
            let desk = try desk(sign)
            desk.hides("NOT LIVE")
            desk.run(for: .seconds(4))
            desk.shows("NOT LIVE since")
        }
    }

    @Test("Without any sign a live board's last record says it")
    func noSign() throws {
        let desk = try desk(nil)
        desk.run(for: .minutes(1))
        desk.shows("NOT LIVE since \(Words(.english).clock(District.now))")
    }
}
