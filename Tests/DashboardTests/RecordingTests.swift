import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Core
@testable import Dashboard

@Suite("Nothing is shown before it is on disk")
struct RecordingTests {
    @Test("While the journal writes, keys answer and the screen shows what is recorded", .timeLimit(.minutes(1)))
    func slowDisk() throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        desk.journal.shut()
        defer { desk.journal.open() }
        desk.type("a1")
        #expect(desk.core.isWriting)
        #expect(desk.core.head.incidents[District.robbery]?.openAssignments.count == 1)
        #expect(desk.units(on: District.robbery).isEmpty)
        #expect(desk.console.teller.notice == nil, "what is not recorded is not said to be done")
        desk.type("j")
        #expect(desk.selected != District.robbery, "keys answer")
        desk.type("?")
        #expect(!desk.console.layers.hasNoPopup)
        desk.type("\u{1B}")
        desk.journal.open()
        desk.settle()
        #expect(desk.units(on: District.robbery) == [District.a12])
        #expect(desk.console.teller.notice?.kind == .good, "\(desk.text)")
        try desk.checkFold()
    }

    @Test("Orders given one on another while the disk is slow are not refused because of each other")
    func ordersInARow() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.journal.shut()
        desk.type("++")
        desk.type("a1")
        desk.journal.open()
        desk.settle()
        #expect(desk.incident(District.noise)?.priority == .p2, "\(desk.text)")
        #expect(desk.units(on: District.noise).count == 1, "\(desk.text)")
        try desk.checkFold()
    }

    @Test("Somebody else's change in between is still refused while own orders are under way")
    func othersInBetween() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.journal.shut()
        desk.type("+")
        #expect(desk.other(.triage(District.noise, TriageChange(priority: .p5))))
        desk.type("+")
        #expect(desk.console.teller.notice?.kind == .error, "\(desk.text)")
        desk.journal.open()
        desk.settle()
        #expect(desk.incident(District.noise)?.priority == .p5)
    }

    @Test(
        "A full disk: the order is told as not recorded, the board goes back, it stays told until Esc",
        arguments: [
            JournalError.Kind.diskFull, .readOnly, .io,
        ], Language.allCases)
    func failure(kind: JournalError.Kind, language: Language) throws {
        let desk = try Desk(language: language)
        desk.goTo(District.robbery)
        let before = desk.board.position
        desk.journal.fail(kind)
        desk.type("a1")
        #expect(desk.board.position == before && desk.core.head.position == before)
        desk.shows("3A12 → #4821")
        let words = Words(language)
        let lost = words.notRecorded([], because: "").split(separator: language == .chinese ? "：" : ":")[0]
        desk.shows(String(lost))
        desk.type("j")
        desk.run(for: .seconds(15))
        #expect(!desk.console.orders.lost.isEmpty)
        desk.type("+")
        #expect(desk.board.position == before)
        desk.journal.fail(nil)
        desk.run(for: .seconds(3))
        #expect(desk.core.failure == nil)
        desk.goTo(District.robbery)
        desk.type("a1")
        #expect(desk.units(on: District.robbery) == [District.a12], "\(desk.text)")
        #expect(!desk.console.orders.lost.isEmpty, "still told")
        desk.type("\u{1B}")
        #expect(desk.console.orders.lost.isEmpty)
        try desk.checkFold()
    }

    @Test("While the disk is full the console does not spin")
    func calmFailure() throws {
        let desk = try Desk()
        desk.journal.fail(.diskFull)
        desk.feed(District.call(1))
        desk.run(for: .seconds(3))
        desk.settle()
        let frames = desk.screen.frameCount
        for _ in 0..<20 {
            desk.pass(Span(milliseconds: 1))
            desk.console.step()
        }
        #expect(desk.screen.frameCount - frames <= 1)
    }

    @Test("Observations outlast a failure: none lost, none twice")
    func observationsKept() throws {
        let desk = try Desk()
        desk.feed(District.call(1), District.call(2))
        desk.settle()
        desk.journal.fail(.diskFull)
        desk.feed(District.call(3), District.call(4), District.call(2))
        desk.run(for: .seconds(4))
        desk.feed(District.call(5))
        desk.run(for: .seconds(2))
        #expect(desk.board.incidents.elements.filter { $0.id.rawValue > 4821 }.count == 2)
        desk.journal.fail(nil)
        desk.run(for: .seconds(3))
        let sources = try desk.records().compactMap(\.source?.id)
        #expect(sources.sorted() == ["1", "2", "3", "4", "5"])
        try desk.checkFold()
    }

    @Test("A record that the journal has already does not stop what comes after it")
    func duplicateSource() throws {
        let desk = try Desk()
        let pending = PendingEvent(
            at: District.now, actor: .system, source: SourceKey(source: "feed", id: "7"),
            body: .noteAdded(NoteAdded(incident: District.noise, text: "there before")))
        let journal = desk.journal
        _ = try journal.append([pending], expecting: try journal.lastPosition())
        let core = EventCore(board: try journal.openBoard().board, writer: JournalWriter(journal: journal) {})
        core.take(District.call(7))
        core.take(District.call(8))
        _ = try core.flush()
        #expect(try journal.contains(SourceKey(source: "feed", id: "8")))
        #expect(core.ignored.contradictions == 1, "a note is recorded under the call's id")
        core.take(District.call(8))
        #expect(core.ignored.recorded == 1)
    }

    @Test("An id with another content is refused, decided, being written or on disk; the same content is known")
    func contradiction() throws {
        let desk = try Desk()
        let core = EventCore(
            board: try desk.journal.openBoard().board, writer: JournalWriter(journal: desk.journal) {})
        let other = District.call(8, type: "something else")
        for round in 1...2 {
            core.take(District.call(8))
            core.take(other)
            #expect(core.ignored.contradictions == round && core.ignored.recorded == round - 1)
            _ = try core.flush()
        }
    }

    @Test("One record that the journal refuses fails one batch, no other, and no batch twice")
    func refusedSources() throws {
        let desk = try Desk()
        let journal = desk.journal
        for number in [7, 9, 11] {
            let pending = PendingEvent(
                at: District.now, actor: .system, source: SourceKey(source: "feed", id: "\(number)"),
                body: .noteAdded(NoteAdded(incident: District.noise, text: "there before")))
            _ = try journal.append([pending], expecting: try journal.lastPosition())
        }
        journal.hideKeys()
        let core = EventCore(board: try journal.openBoard().board, writer: JournalWriter(journal: journal) {})
        for number in 1...12 { core.take(District.call(number)) }
        for _ in 0..<3 {
            #expect(throws: JournalError.self) { _ = try core.flush() }
            core.retry()
        }
        _ = try core.flush()
        let sources = try desk.records().compactMap(\.source?.id).compactMap(Int.init)
        #expect(sources == [7, 9, 11] + [1, 2, 3, 4, 5, 6, 8, 10, 12])
        #expect(core.ignored.unreadable == 3, "nobody can say whether they are the same: they go to the dead letters")
    }

    @Test("Ten thousand observations: none lost, in their order")
    func manyObservations() throws {
        let desk = try Desk()
        for number in 1...10_000 { #expect(desk.inbox.offer(District.call(number))) }
        desk.settle()
        let sources = try desk.records().compactMap(\.source?.id)
        #expect(sources == (1...10_000).map(String.init))
        #expect(desk.core.ignored == IgnoredCounts())
        try desk.checkFold()
    }

    @Test("What could not be recorded is tried once more at the end")
    func atTheEnd() throws {
        let desk = try Desk()
        desk.journal.fail(.diskFull)
        desk.feed(District.call(1))
        desk.settle()
        desk.journal.fail(nil)
        desk.console.finish()
        #expect(try desk.journal.contains(SourceKey(source: "feed", id: "1")))
    }
}

@Suite("The inbox")
struct InboxTests {
    @Test("Full, it refuses and keeps what it has; emptied, it takes again")
    func bounds() {
        let inbox = Inbox {}
        var taken = 0
        for number in 0..<Inbox.limit + 10 where inbox.offer(District.call(number)) { taken += 1 }
        #expect(taken == Inbox.limit && inbox.count == Inbox.limit)
        var seen = 0
        while inbox.count > 0 {
            let batch = inbox.take(limit: 1000)
            for delivery in batch {
                #expect(delivery.observation.source?.id == "\(seen)")
                seen += 1
            }
        }
        #expect(seen == Inbox.limit)
        #expect(inbox.offer(District.call(1)))
        #expect(inbox.count == 1)
    }

    @Test("A newer position replaces an older one, never the other way")
    func coalescing() throws {
        let inbox = Inbox {}
        for second in [1, 3, 2] as [Int64] {
            #expect(inbox.offer(position("3A12", second)))
        }
        #expect(inbox.offer(position("3A14", 1)))
        let taken = inbox.take(limit: 10)
        #expect(taken.map(\.observation.at) == [District.now + .seconds(3), District.now + .seconds(1)])
        #expect(inbox.coalesced == 1)
    }

    @Test("A doubt waits beside the position that came before it, and the newest doubt takes the place of the others")
    func doubts() {
        let inbox = Inbox {}
        #expect(inbox.offer(position("3A12", 1)))
        for reason in [PositionDoubt.noTime, .noFix] {
            let content = Observation.Content.doubtfulPosition(callsign: "3A12", reasons: [reason])
            #expect(inbox.offer(Observation(at: District.now + .seconds(2), actor: .feed("gps"), content: content)))
        }
        let taken = inbox.take(limit: 10).map(\.observation.content)
        #expect(taken.contains(position("3A12", 1).content))
        #expect(taken.contains(.doubtfulPosition(callsign: "3A12", reasons: [.noFix])))
        #expect(taken.count == 2)
    }

    @Test("It wakes the run loop once for many facts, and again after they were taken")
    func waking() {
        let counter = Counter()
        let inbox = Inbox { counter.increment() }
        for number in 0..<5 { _ = inbox.offer(District.call(number)) }
        #expect(counter.value == 1)
        _ = inbox.take(limit: 10)
        _ = inbox.offer(District.call(9))
        #expect(counter.value == 2)
    }

    private func position(_ callsign: String, _ second: Int64) -> Observation {
        let at = District.now + .seconds(second)
        return Observation(
            at: at, actor: .feed("gps"),
            content: .position(callsign: callsign, point: District.point(second, 0), at: at))
    }
}
