import Core
import DispatchModel
import Feeds
import Formats
import Foundation
import Synchronization
import Testing

@testable import FeedTransports

@Suite("An origin that cannot be read")
struct OriginTroubleTests {
    /// A console whose clock is moved by hand.
    private final class Hand: ObservationInlet {
        private let state = Mutex((now: Timestamp(seconds: 1_790_000_000), own: [String]()))
        /// Seconds that pass whenever the time is asked for.
        private let pace: Int64

        init(pace: Int64 = 0) {
            self.pace = pace
        }

        var own: [String] { state.withLock { $0.own } }
        func pass(seconds: Int64) { state.withLock { $0.now = $0.now + .seconds(seconds) } }

        func offer(_ batch: [Observation], settled: (@Sendable ([Settlement]) -> Void)?) -> Bool {
            state.withLock { state in
                for case .alert(let alert) in batch.map(\.content) {
                    state.own.append((alert.isActive ? "+" : "-") + (alert.reported.unreadFeed ?? "?"))
                }
            }
            settled?(batch.map { _ in .recorded })
            return true
        }

        var around: IntakeSurroundings {
            IntakeSurroundings(
                inlet: self, bury: { _ in true },
                now: { [self] in
                    pass(seconds: pace)
                    return state.withLock { $0.now }
                })
        }
    }

    @Test("A feed that stays unreadable raises one alert, whatever its state, until it is read again")
    func raised() throws {
        let hand = Hand()
        let pump = FeedPump(
            FeedSettings(name: "avl", origin: .gpsd(host: "127.0.0.1", port: 2999)), around: hand.around,
            stopper: try #require(Stopper()), shared: FeedState())
        func look(_ trouble: FeedTrouble?, seconds: Int) {
            for _ in 0..<seconds {
                pump.note(trouble)
                pump.look()
                hand.pass(seconds: 1)
            }
        }
        look(FeedTrouble("nobody there", "无应答"), seconds: 120)
        #expect(hand.own == ["+avl"])
        look(nil, seconds: 2)
        #expect(hand.own == ["+avl", "-avl"])
    }

    @Test("While a lost origin waits to be opened again, what is told by time is told")
    func told() throws {
        let hand = Hand(pace: 4)
        let pump = FeedPump(
            FeedSettings(name: "avl", origin: .gpsd(host: "127.0.0.1", port: 2999)), around: hand.around,
            stopper: try #require(Stopper()), shared: FeedState())
        pump.note(FeedTrouble("nobody there", "无应答"))
        let errand = Errand(pump: pump, letters: nil)
        errand.rest(milliseconds: 1, every: 1)
        #expect(hand.own.isEmpty, "not yet")
        errand.rest(milliseconds: 20, every: 1)
        #expect(hand.own == ["+avl"])
    }

    @Test("Letters are counted by their feed, those of before and those of other programs too")
    func counted() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dead-\(UUID().uuidString.prefix(8))").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let fault = MessageFault(path: "", found: "x", foundChinese: "x", expected: "y", expectedChinese: "y")
        func letter(_ feed: String) -> DeadLetter { DeadLetter(feed: feed, at: .epoch, fault: fault, bytes: [1]) }
        let store = DeadLetterStore(folder: folder)
        #expect(store.countsByFeed.isEmpty)
        #expect(store.numbers(keeping: [letter("cad"), letter("avl"), letter("cad")]) == [1, 2, 3])
        let other = DeadLetterStore(folder: folder)
        #expect(other.countsByFeed == ["cad": 2, "avl": 1])
        #expect(other.remove(1))
        #expect(store.countsByFeed["cad"] == 1)
    }
}
