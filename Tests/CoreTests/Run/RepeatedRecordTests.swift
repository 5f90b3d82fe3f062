import DispatchModel
import TestSupport
import Testing

@testable import Core

@Suite("Records that the journal has already")
struct RepeatedRecordTests {
    @Test("A record that the journal has already does not stop what comes after it")
    func duplicateSource() throws {
        let desk = try Station()
        let pending = PendingEvent(
            at: District.now, actor: .system, source: SourceKey(source: "feed", id: "7"),
            body: .noteAdded(NoteAdded(incident: District.noise, text: "there before")))
        let journal = desk.journal
        _ = try journal.append([pending], expecting: try journal.lastPosition())
        let core = EventCore(board: try journal.openBoard().board, writer: JournalWriter(journal: journal) {})
        core.takeObservation(District.call(7))
        core.takeObservation(District.call(8))
        _ = try core.flush()
        #expect(try journal.contains(SourceKey(source: "feed", id: "8")))
        #expect(core.ignored.contradictions == 1, "a note is recorded under the call's id")
        core.takeObservation(District.call(8))
        #expect(core.ignored.recorded == 1)
    }

    @Test("An id with another content is refused, decided, being written or on disk; the same content is known")
    func contradiction() throws {
        let desk = try Station()
        let core = EventCore(
            board: try desk.journal.openBoard().board, writer: JournalWriter(journal: desk.journal) {})
        let other = District.call(8, type: "something else")
        for round in 1...2 {
            core.takeObservation(District.call(8))
            core.takeObservation(other)
            #expect(core.ignored.contradictions == round && core.ignored.recorded == round - 1)
            _ = try core.flush()
        }
    }

    @Test("One record that the journal refuses fails one batch, no other, and no batch twice")
    func refusedSources() throws {
        let desk = try Station()
        let journal = desk.journal
        for number in [7, 9, 11] {
            let pending = PendingEvent(
                at: District.now, actor: .system, source: SourceKey(source: "feed", id: "\(number)"),
                body: .noteAdded(NoteAdded(incident: District.noise, text: "there before")))
            _ = try journal.append([pending], expecting: try journal.lastPosition())
        }
        journal.hideKeys()
        let core = EventCore(board: try journal.openBoard().board, writer: JournalWriter(journal: journal) {})
        for number in 1...12 { core.takeObservation(District.call(number)) }
        for _ in 0..<3 {
            #expect(throws: JournalError.self) { _ = try core.flush() }
            core.retry()
        }
        _ = try core.flush()
        let sources = try desk.records().compactMap(\.source?.id).compactMap(Int.init)
        #expect(sources == [7, 9, 11] + [1, 2, 3, 4, 5, 6, 8, 10, 12])
        #expect(core.ignored.unreadable == 3, "nobody can say whether they are the same: they go to the dead letters")
    }

    @Test("Ten thousand observations: none lost, in their order", .full)
    func manyObservations() throws {
        let desk = try Station()
        for number in 1...10_000 { #expect(desk.inbox.offer(District.call(number))) }
        desk.settle()
        let sources = try desk.records().compactMap(\.source?.id)
        #expect(sources == (1...10_000).map(String.init))
        #expect(desk.core.ignored == IgnoredCounts())
        try desk.checkFold()
    }
}
