import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Core
@testable import Dashboard

@Suite("Looking back")
struct PastTests {
    /// A desk on which, after the district was set up, a call came in and the robbery was noted and sent a unit.
    private static func busyDesk(_ language: Language = .english, size: Size = Size(columns: 160, rows: 48)) throws
        -> Desk
    {
        let desk = try Desk(size: size, language: language)
        desk.pass(.minutes(5))
        desk.feed(District.call(1, priority: .p4, at: desk.hand.now))
        desk.settle()
        desk.pass(.minutes(10))
        desk.other(.note(District.robbery, text: "a note of later"))
        desk.settle()
        desk.pass(.minutes(15))
        desk.other(.assign(District.robbery, [District.a12], divert: false))
        desk.settle()
        desk.pass(.minutes(7))
        desk.settle()
        return desk
    }

    private static let setUp = JournalPosition(District.events.count)

    private static func folded(_ desk: Desk, upTo position: JournalPosition) throws -> Board {
        var board = Board()
        for record in try desk.records() where record.position <= position { board.apply(record) }
        return board
    }

    @Test(
        ":asof shows the whole board as it stood; Esc shows the present; nothing is written",
        arguments: Language.allCases)
    func asOf(language: Language) throws {
        let desk = try PastTests.busyDesk(language)
        let (before, hash) = (desk.board.position, try desk.journal.lastHash())
        desk.goTo(District.robbery)
        desk.shows("a note of later")
        desk.line("asof -30m")
        desk.shows(language == .english ? "PAST 22:" : "历史 22:")
        desk.hides("a note of later")
        let position = desk.console.board.position
        #expect(position < before && position >= PastTests.setUp)
        #expect(desk.console.board.digest == (try PastTests.folded(desk, upTo: position)).digest)
        #expect(desk.console.board.incidents[District.robbery]?.openAssignments.isEmpty == true)
        #expect(desk.selected == District.robbery)
        desk.type("\u{1B}")
        desk.hides(language == .english ? "PAST" : "历史 22")
        desk.shows("a note of later")
        #expect(desk.console.board.position == before)
        #expect(try desk.journal.lastHash() == hash)
    }

    @Test("the age of things counts against the time shown")
    func ages() throws {
        let desk = try PastTests.busyDesk()
        let clock = Words(.english).clock(District.now)
        desk.line("asof \(clock)")
        // The robbery came in 52 s before the district's time.
        desk.shows("00:52")
        #expect(desk.console.now == District.now)
        #expect(desk.console.presentNow > District.now + .minutes(30))
    }

    @Test(
        "every order is refused with its reason",
        arguments: [
            "a", "r", "n", "+", "c", "x", "H", "u", "ve", "vx", "ec", "m", ":D 3A12 4821\n", ":N 4821 hello\n",
            ":undo\n", ":CE 4821 report\n",
        ], Language.allCases)
    func refused(keys: String, language: Language) throws {
        let desk = try PastTests.busyDesk(language)
        desk.goTo(District.robbery)
        desk.line("asof -30m")
        let before = desk.core.head.position
        desk.type(keys)
        #expect(desk.core.head.position == before)
        let reason = Words(language).notInThePast(desk.console.now)
        let error = desk.console.prompt?.line.error ?? ""
        #expect(desk.text.contains(reason) || error.contains(reason), "\(keys)\n\(desk.text)")
        #expect(desk.console.isInThePast)
    }

    @Test("the present goes on being recorded; what is new and which alerts came is told")
    func present() throws {
        let desk = try PastTests.busyDesk()
        desk.type("<")
        #expect(desk.console.isInThePast)
        let shown = desk.console.board.position
        for number in 10...14 { desk.feed(District.call(number, priority: .p1, at: desk.hand.now)) }
        desk.settle()
        #expect(desk.core.shown.position > shown + 4)
        #expect(desk.console.board.position == shown)
        desk.hides("Feed St 12")
        desk.shows("+\(desk.core.shown.position - (desk.console.travel.past?.openedAt ?? 0)) since")
        desk.run(for: .minutes(4))
        desk.shows("new alert")
        desk.type("=")
        #expect(!desk.console.isInThePast)
        desk.shows("Feed St 12")
        desk.shows("back to now")
        try desk.checkFold()
    }

    @Test("the emergency key shows the present first and asks whose it is", arguments: ["ctrl-e", "f12"])
    func emergency(key: String) throws {
        let desk = try PastTests.busyDesk()
        desk.goTo(District.robbery)
        desk.line("asof -30m")
        try desk.chord(key)
        #expect(!desk.console.isInThePast)
        #expect(desk.console.prompt != nil)
        desk.press(Key(.character("u"), .control))
        desk.type("3A14\n")
        #expect(desk.board.alerts.elements.contains { $0.kind == .emergency && $0.unit == District.a14 })
    }

    @Test("scrubbing, stepping, both ends, and never beyond them")
    func moving() throws {
        let desk = try PastTests.busyDesk()
        desk.type("<")
        let ago = desk.console.presentNow - desk.console.now
        #expect(ago >= .minutes(1) && ago < .seconds(62))
        let start = desk.console.now
        desk.type("{{}")
        #expect(desk.console.now == start - .minutes(10))
        desk.type("(")
        desk.shows("the journal begins here")
        #expect(desk.console.board.position == 1)
        desk.type(")")
        #expect(desk.console.now == District.now + .hours(1) || desk.console.board.position == desk.core.shown.position)
        desk.type("$")
        #expect(desk.console.board.position == desk.core.shown.position)
        var seen: [JournalPosition] = []
        for _ in 0..<8 {
            desk.type("K")
            seen.append(desk.console.board.position)
        }
        #expect(seen == seen.sorted(by: >) && Set(seen).count > 4)
        let last = desk.console.board.position
        desk.type("J")
        #expect(desk.console.board.position > last)
        desk.type("0")
        #expect(desk.console.board.position == 1)
        desk.line("asof #20")
        #expect(desk.console.board.position == 20)
        try desk.checkFold()
    }

    @Test("to the previous and next event of the selected incident")
    func ownEvents() throws {
        let desk = try PastTests.busyDesk()
        desk.goTo(District.robbery)
        let own = try #require(desk.incident(District.robbery)?.history)
        desk.type("$")
        desk.type("<B")
        var seen: [JournalPosition] = [desk.console.board.position]
        for _ in own.indices.dropLast() {
            desk.type("B")
            seen.append(desk.console.board.position)
        }
        #expect(Set(seen).isSubset(of: Set(own)), "\(seen) \(own)")
        #expect(desk.console.board.position == own.first)
        desk.type("B")
        desk.shows("no earlier event of #4821")
        desk.type("W")
        #expect(own.contains(desk.console.board.position) && desk.console.board.position > own[0])
    }

    @Test("it plays at a speed, pauses, and stops where nothing more is recorded", arguments: ["60", "1000", "max"])
    func playing(speed: String) throws {
        let desk = try PastTests.busyDesk()
        desk.type("0")
        let start = desk.console.board.position
        desk.type("p")
        desk.line("speed \(speed)")
        desk.run(for: .seconds(5))
        #expect(desk.console.board.position > start)
        for _ in 0..<2000 where desk.console.travel.past?.isPlaying == true { desk.run(for: .seconds(1)) }
        #expect(desk.console.board.position == desk.core.shown.position)
        desk.shows(Words(.english).label(.paused))
        #expect(desk.console.board.digest == desk.core.shown.digest)
        desk.type("\u{1B}")
        #expect(!desk.console.isInThePast)
        try desk.checkFold()
    }

    @Test(
        "times that cannot be shown are refused with a reason, while they are typed too",
        arguments: [
            ("25:99", "is not a time"), ("1999-01-01 10:00", "the journal begins at"), ("2099-01-01", "still to come"),
            ("#999999", "the last one is"), ("#x", "not an event's number"), ("2023-02-30 10:00", "is not a time"),
            ("-9999999h", "the journal begins at"), ("+10m", "still to come"),
        ] as [(String, String)])
    func refusedTimes(text: String, reason: String) throws {
        let desk = try PastTests.busyDesk()
        desk.type(":")
        desk.typeAtOnce("asof \(text)")
        desk.shows(reason)
        desk.press(Key(.enter))
        #expect(!desk.console.isInThePast)
        desk.shows(reason)
        desk.type("\u{1B}@")
        desk.typeAtOnce(text)
        desk.press(Key(.enter))
        desk.shows(reason)
        #expect(desk.console.prompt != nil, "the line stays to be mended")
    }

    @Test("the line says what would be shown; the chord lists every key")
    func help() throws {
        let desk = try PastTests.busyDesk()
        desk.type(":")
        desk.typeAtOnce("asof -10m")
        desk.shows("shows ")
        desk.type("\u{1B}b")
        desk.shows("Back by ten minutes")
        desk.type("<")
        #expect(desk.console.isInThePast)
    }

    @Test(
        "every frame of the past says so, at every size and over dialogs",
        arguments: [(80, 24), (160, 48), (240, 67), (40, 12), (20, 5), (12, 2)], Language.allCases)
    func marked(size: (columns: Int, rows: Int), language: Language) throws {
        let desk = try PastTests.busyDesk(language)
        desk.line("asof -30m")
        desk.resize(Size(columns: size.columns, rows: size.rows))
        for keys in ["", "?", "\u{1B}", ":", "\u{1B}", "d", "A", "Z"] {
            desk.type(keys)
            #expect(desk.console.isInThePast, "\(keys)")
            desk.shows(language == .english ? "PAST" : "历史")
        }
    }

    @Test("a damaged journal is told in words and leaves the present on the screen")
    func damaged() throws {
        let desk = try Desk(events: District.events)
        desk.console.travel.history = BoardHistory { after, limit in
            after > 0 ? [] : [EventRecord(position: 2, at: .epoch, actor: .system, body: District.events[0])]
        }
        desk.type("0")
        #expect(!desk.console.isInThePast)
        desk.shows("record 1 is missing")
        desk.type("<")
        #expect(desk.console.isInThePast, "read anew")
    }

    @Test("a long journal is read in slices; keys answer meanwhile and Esc calls it off")
    func slices() throws {
        let desk = try Desk()
        let more = (1...30_000).map { number in
            PendingEvent(
                at: District.now + Span(milliseconds: Int64(number)), actor: .system, source: nil,
                body: .noteAdded(NoteAdded(incident: District.noise, text: "\(number)")))
        }
        _ = try desk.journal.append(more, expecting: desk.board.position)
        desk.core.follow(try desk.journal.records(after: desk.board.position, limit: 50_000))
        desk.screen.feed([[.key(Key(.character("$")))]])
        desk.type("<")
        desk.screen.feed([[.key(Key(.character("$")))]])
        desk.step()
        #expect(desk.console.timeout() == 0)
        desk.step()
        desk.shows("reading journal")
        desk.settle()
        for _ in 0..<20 { desk.step() }
        #expect(desk.console.board.position == desk.core.shown.position)
        #expect(desk.console.travel.readingProgress(end: desk.core.shown.position) == nil)
    }
}
