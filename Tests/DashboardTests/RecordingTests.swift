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

    @Test(
        "While nothing is recorded quitting is asked first; Enter on the question stays", arguments: Language.allCases)
    func quitUnrecorded(language: Language) throws {
        let desk = try Desk(language: language)
        desk.journal.fail(.diskFull)
        desk.goTo(District.robbery)
        desk.type("a1")
        try #require(desk.core.failure != nil)
        desk.line("quit")
        #expect(desk.console.ended == nil)
        desk.shows(Words(language).quitUnrecordedQuestion)
        desk.type("\n")
        #expect(desk.console.ended == nil && desk.console.layers.isEmpty, "\(desk.text)")
        desk.line("quit")
        desk.type("y")
        #expect(desk.console.ended == .quit)
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
