import Core
import DispatchModel
import DispatchPolicy
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Wall

/// A journal whose writer is moved by hand.
private final class HandJournal {
    let memory = MemoryJournal()
    var beat: Int64 = 1
    var state = WriterState.recording
    var feeds: [WriterFeed] = []
    var lost: JournalError?
}

extension HandJournal {
    /// The journal as a wall watches it.
    func watched() -> any EventJournal { Watched(self) }
}

/// Unchecked: a test uses it from one thread.
private final class Watched: EventJournal, @unchecked Sendable {
    let own: HandJournal

    init(_ own: HandJournal) { self.own = own }

    private func look() throws(JournalError) { if let lost = own.lost { throw lost } }

    var isReadOnly: Bool { true }
    func append(_ events: [PendingEvent], expecting position: JournalPosition) throws(JournalError) -> [EventRecord] {
        throw JournalError(.readOnly)
    }
    func append(
        expecting position: JournalPosition, from next: () throws(JournalError) -> [PendingEvent]?
    ) throws(JournalError) -> JournalPosition { throw JournalError(.readOnly) }
    func records(after position: JournalPosition, limit: Int) throws(JournalError) -> [EventRecord] {
        try look()
        return try own.memory.records(after: position, limit: limit)
    }
    func records(at positions: [JournalPosition]) throws(JournalError) -> [EventRecord] {
        try own.memory.records(at: positions)
    }
    func forEach(
        after position: JournalPosition, _ body: (EventRecord) throws(JournalError) -> Void
    ) throws(JournalError) { try own.memory.forEach(after: position, body) }
    func lastPosition() throws(JournalError) -> JournalPosition { try own.memory.lastPosition() }
    func lastHash() throws(JournalError) -> ChainHash { try own.memory.lastHash() }
    func position(of source: SourceKey) throws(JournalError) -> JournalPosition? { nil }
    func sourceKeys(after key: SourceKey?, limit: Int) throws(JournalError) -> [SourceKey] { [] }
    func save(_ snapshot: BoardSnapshot) throws(JournalError) {}
    func openBoard() throws(JournalError) -> OpenedBoard { try own.memory.openBoard() }
    func verify() throws(JournalError) -> JournalReport { try own.memory.verify() }
    func writerSign() throws(JournalError) -> WriterSign? {
        try look()
        return WriterSign(beat: own.beat, state: own.state, feeds: own.feeds)
    }
    func close() {}
}

/// The screen of a wall, and the last picture with what goes with it.
private final class HandScreen: WallScreen {
    let memory = MemoryScreen(size: Size(columns: 50, rows: 14), endsAfterScript: false)
    private(set) var sent: SentPicture?

    var size: Size { memory.size }
    var glyphs: Glyphs { memory.glyphs }

    func show(_ picture: SentPicture) {
        sent = picture
        memory.present(picture.grid, cursor: nil)
    }

    func inputs(timeout milliseconds: Int?, wake descriptor: Int32?) -> [TerminalInput] {
        memory.inputs(timeout: milliseconds, wake: descriptor)
    }
}

/// A wall whose time and journal are moved by hand.
private final class HandWall {
    let journal = HandJournal()
    let hand = HandClock()
    let shown = HandScreen()
    var screen: MemoryScreen { shown.memory }
    var isThere = true
    private(set) var program: WallProgram!

    init(events: [EventBody] = District.events) throws {
        let pending = events.map { PendingEvent(at: District.now, actor: .system, body: $0) }
        _ = try journal.memory.append(pending, expecting: 0)
        var settings = WallSettings(
            words: Words(.english), folder: "/data",
            themes: WallThemes(day: WallFixture.look().theme, night: WallFixture.look().theme))
        settings.contact = "4417"
        settings.profile = WallFixture.profile
        let (hand, journal) = (hand, journal)
        program = WallProgram(
            screen: shown,
            time: MachineTime(wall: { hand.now + hand.step }, steady: { hand.now }), settings: settings
        ) { [unowned self] () throws(JournalError) in
            guard isThere else { throw JournalError(.noJournal) }
            if let lost = journal.lost { throw lost }
            return WallRoom(journal: journal.watched(), board: try journal.memory.openBoard().board)
        }
    }

    var text: String { screen.frame?.text() ?? "" }

    /// Lets seconds pass, four looks in each; a beat in each second where the writer lives.
    func pass(_ seconds: Int, beats: Bool = true) {
        for _ in 0..<seconds {
            if beats { journal.beat += 1 }
            for _ in 0..<4 {
                hand.now = hand.now + Span(milliseconds: 250)
                program.turn()
            }
        }
    }
}

@Suite("A wall that runs")
struct WallProgramTests {
    @Test("It lives while its writer beats: the clock goes on, one cell steps")
    func lives() throws {
        let wall = try HandWall()
        wall.pass(3)
        let first = wall.screen.frame?.text(row: 0) ?? ""
        #expect(first.contains("LIVE") && wall.text.contains("P1"), "\(wall.text)")
        var cells: Set<String> = []
        for _ in 0..<8 {
            wall.pass(1)
            cells.insert(String((wall.screen.frame?.text(row: 0) ?? "").filter { "▖▘▝▗".contains($0) }))
        }
        #expect(cells.count == 4)
        #expect(wall.screen.frame?.text(row: 0).contains(Words(.english).clock(wall.hand.now)) == true, "\(wall.text)")
    }

    @Test("A writer that stops: late after 3 s, not live after 5 s, ages and clock stand still; and back again")
    func stops() throws {
        let wall = try HandWall()
        wall.pass(4)
        wall.pass(2, beats: false)
        #expect(wall.text.contains("LIVE") && !wall.text.contains("NOT LIVE"))
        wall.pass(2, beats: false)
        #expect(wall.text.contains("LATE") && wall.text.contains("when last heard"), "\(wall.text)")
        wall.pass(1, beats: false)
        wall.pass(1, beats: false)
        #expect(
            wall.text.contains("NOT LIVE") && wall.text.contains("the console that writes is silent"), "\(wall.text)")
        let ages = wall.text.split(separator: "\n").last
        wall.pass(60, beats: false)
        #expect(wall.text.split(separator: "\n").last == ages && wall.text.contains("01:0"), "\(wall.text)")
        wall.pass(2)
        #expect(!wall.text.contains("NOT LIVE") && wall.text.contains("LIVE"), "\(wall.text)")
    }

    @Test("What ails the writer or the store is named at once, and none of it is swallowed")
    func named() throws {
        let cases: [((HandJournal) -> Void, String)] = [
            ({ $0.state = .failing("journal.diskFull") }, "the disk is full"),
            ({ $0.state = .ended }, "no console writes the journal"),
            ({ $0.lost = JournalError(.filesLost(.moved), path: "/data/journal.sqlite") }, "moved"),
            ({ $0.lost = JournalError(.filesLost(.overwritten), path: "/data/journal.sqlite") }, "overwritten"),
            (
                { $0.feeds = [WriterFeed(name: "avl", isFresh: false, silence: .seconds(90))] }, "every feed is silent"
            ),
        ]
        for (happen, says) in cases {
            let wall = try HandWall()
            wall.pass(3)
            #expect(!wall.text.contains("NOT LIVE"))
            happen(wall.journal)
            for _ in 0..<4 {
                wall.pass(1)
                #expect(wall.text.contains("NOT LIVE") && wall.text.contains(says), "\(says)\n\(wall.text)")
            }
        }
    }

    @Test("A store that comes back is opened anew; a silent feed is named on the strip")
    func reconnects() throws {
        let wall = try HandWall()
        wall.pass(2)
        wall.journal.lost = JournalError(.filesLost(.removed))
        wall.pass(4)
        #expect(wall.text.contains("NOT LIVE"))
        wall.journal.lost = nil
        wall.journal.feeds = WriterFeed.worstFirst([
            WriterFeed(name: "calls", isFresh: true, silence: .seconds(1)),
            WriterFeed(name: "avl", isFresh: false, silence: .seconds(40)),
        ])
        wall.pass(3)
        #expect(!wall.text.contains("NOT LIVE") && wall.text.contains("avl 40s"), "\(wall.text)")
    }

    @Test("Without a journal it waits, says for what, and begins when there is one")
    func waits() throws {
        let wall = try HandWall()
        wall.isThere = false
        wall.pass(5)
        #expect(wall.text.contains("waits for a journal in /data"), "\(wall.text)")
        wall.isThere = true
        wall.pass(3)
        #expect(wall.text.contains("LIVE") && wall.text.contains("P1"), "\(wall.text)")
    }

    @Test("Its guard is told of each picture what it is and where its strip or plate ends")
    func sent() throws {
        let drill = EventBody.modeDeclared(ModeDeclared(mode: .exercise, title: "Evening peak"))
        let wall = try HandWall(events: [drill, .exerciseNoted(ExerciseNoted())])
        wall.screen.feed([[.resized(Size(columns: 160, rows: 48))]])
        _ = wall.screen.inputs(timeout: 0, wake: nil)
        wall.pass(3)
        #expect(wall.shown.sent?.mode == .exercise && wall.shown.sent?.top == 1, "\(wall.text)")
        wall.pass(8, beats: false)
        #expect(wall.shown.sent?.mode == .exercise && wall.shown.sent?.top == 3, "\(wall.text)")
        wall.hand.now = wall.hand.now + .minutes(20)
        wall.pass(3)
        #expect(wall.shown.sent?.mode == .exercise && wall.shown.sent?.top == 2, "\(wall.text)")
        #expect(wall.screen.frame?.text(row: 1).contains("EXERCISE") == true, "\(wall.text)")
    }

    @Test("A step of the machine's clock is told")
    func clockStep() throws {
        let wall = try HandWall()
        wall.pass(3)
        wall.hand.step = .hours(-1)
        wall.pass(2)
        #expect(wall.text.contains("clock put back 1 h"), "\(wall.text)")
    }

    @Test("In recorded frames nothing flashes but the marker, at most 2 a second and for a minute")
    func flashes() throws {
        let wall = try HandWall(events: [])
        wall.pass(3)
        let call = EventBody.incidentReported(
            IncidentReported(
                incident: IncidentID(rawValue: 1), type: "robbery", priority: .p1, place: Place(text: "Pier"),
                received: wall.hand.now, report: Report(number: 1, at: wall.hand.now)))
        _ = try wall.journal.memory.append(
            [PendingEvent(at: wall.hand.now, actor: .system, body: call)], expecting: 0)
        var changes = 0
        var last: (style: Style, text: String)?
        for second in 0..<80 {
            wall.journal.beat += 1
            var inSecond = 0
            for _ in 0..<4 {
                wall.hand.now = wall.hand.now + Span(milliseconds: 250)
                wall.program.turn()
                guard let frame = wall.screen.frame, frame.text(row: 1).contains("P1") else { continue }
                if let last, last.style != frame[1, 1].style { inSecond += 1 }
                last = (frame[1, 1].style, frame.text())
            }
            changes += inSecond
            // Two flashes a second are four changes.
            #expect(inSecond <= 4)
            if second > 62 { #expect(inSecond == 0) }
        }
        #expect(changes > 100)
    }

    @Test("Pages turn every 12 s while all is calm, and never while a P1 waits")
    func pages() throws {
        let calm = District.events.filter { event in
            if case .incidentReported(let call) = event { return call.priority > .p2 }
            if case .unitAssigned = event { return false }
            return true
        }
        for (events, turns) in [(calm, true), (District.events, false)] {
            let wall = try HandWall(events: events)
            wall.screen.feed([[.resized(Size(columns: 160, rows: 48))]])
            _ = wall.screen.inputs(timeout: 0, wake: nil)
            wall.journal.feeds = [WriterFeed(name: "calls", isFresh: true, silence: .seconds(1))]
            var seen: Set<String> = []
            for _ in 0..<40 {
                wall.pass(1)
                if let last = wall.text.split(separator: "\n").last { seen.insert(String(last.suffix(3))) }
            }
            #expect(seen.contains("2/3") == turns, "\(seen) \(wall.text)")
        }
    }
}
