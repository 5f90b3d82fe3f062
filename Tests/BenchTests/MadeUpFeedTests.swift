import DispatchModel
import Testing

@testable import bench

@Suite struct MadeUpFeedTests {
    @Test("The same seed makes the same messages, and facts alone hold no position")
    func messages() {
        let start = Timestamp(milliseconds: 1_800_000_000_000)
        var (first, second, facts) = (MadeUpFeed(), MadeUpFeed(), MadeUpFeed(onlyFacts: true))
        var positions = 0
        for number in 0..<2000 {
            let time = start + Span(milliseconds: Int64(number))
            let message = first.next(at: time)
            #expect(message == second.next(at: time))
            if message.contains(#""kind":"unit.position""#) { positions += 1 }
            #expect(!facts.next(at: time).contains(#""kind":"unit.position""#))
        }
        #expect(facts.facts == 2000)
        // Seven in ten, once there are incidents.
        #expect((1200...1500).contains(positions), "\(positions)")
    }
}
