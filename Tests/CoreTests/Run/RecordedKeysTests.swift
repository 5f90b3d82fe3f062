import DispatchModel
import TestSupport
import Testing

@testable import Core

@Suite("Which records were decided before")
struct RecordedKeysTests {
    private func keys(_ numbers: some Sequence<Int>) -> [SourceKey] {
        numbers.map { SourceKey(source: "feed", id: "\($0)") }
    }

    @Test("The filter denies no key that is in it, and nearly every other")
    func filter() {
        var (filter, other) = (KeyFilter(), KeyFilter())
        for key in keys(0..<50_000) { filter.insert(key) }
        for key in keys(50_000..<100_000) { other.insert(key) }
        filter.formUnion(other)
        #expect(keys(0..<100_000).allSatisfy { filter.mayContain($0) })
        #expect(keys(100_000..<200_000).count { filter.mayContain($0) } < 100)
    }

    @Test("Repetitions are known whether they are of before the start, under way or on disk")
    func repetitions() throws {
        let desk = try Station()
        let journal = desk.journal
        let before = EventCore(board: try journal.openBoard().board, writer: JournalWriter(journal: journal) {})
        for number in 0..<100 { before.takeObservation(District.call(number)) }
        _ = try before.flush()
        let core = EventCore(board: try journal.openBoard().board, writer: JournalWriter(journal: journal) {})
        for _ in 0..<3 {
            for number in 0..<200 { core.takeObservation(District.call(number)) }
            _ = try core.flush()
        }
        #expect(core.ignored.recorded == 500)
        #expect(try journal.records(after: 0, limit: .max).compactMap(\.source).count == 200)
    }
}
