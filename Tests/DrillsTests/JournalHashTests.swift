import Core
import DispatchModel
import TestSupport
import Testing

@testable import Drills

@Suite struct JournalHashTests {
    @Test(.full) func givesTheSameJournalTwice() throws {
        let scenario = try #require(try Scenario.shipped("evening-peak"))
        func hash(_ seed: UInt64) throws -> ChainHash {
            let journal = MemoryJournal()
            let events = Rehearsal.play(scenario, seed: seed).records.map {
                PendingEvent(at: $0.at, actor: $0.actor, source: $0.source, body: $0.body)
            }
            _ = try journal.append(events, expecting: 0)
            return try journal.verify().lastHash
        }
        #expect(try hash(1) == hash(1))
        #expect(try hash(1) != hash(2))
    }
}
