import DispatchModel
import TestSupport
import Testing

@testable import Core

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
            let batch = inbox.takeDeliveries(limit: 1000)
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
        let taken = inbox.takeDeliveries(limit: 10)
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
        let taken = inbox.takeDeliveries(limit: 10).map(\.observation.content)
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
        _ = inbox.takeDeliveries(limit: 10)
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
