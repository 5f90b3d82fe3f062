import DispatchModel
import Testing

@testable import Feeds

@Suite("A feed whose origin cannot be read")
struct TroubleWatchTests {
    private let trouble = FeedTrouble("127.0.0.1:2999: refused", "127.0.0.1:2999：被拒绝")

    /// Looks once a second; what it says, `+` for the alert and `-` for its end, with the seconds at which.
    private func play(_ watch: inout TroubleWatch, from start: Int64, seconds: Int64, _ trouble: FeedTrouble?)
        -> [String]
    {
        var said: [String] = []
        for second in start..<start + seconds {
            let now = Timestamp(seconds: second)
            watch.note(trouble, steady: now)
            // The wall's clock may be anywhere.
            guard let word = watch.look(now: now - .hours(3), steady: now) else { continue }
            guard case .alert(let alert) = word.content else {
                Issue.record("\(word)")
                continue
            }
            #expect(alert.reported.unreadFeed == "avl" && alert.reported.ownFeed == "avl")
            #expect(alert.at == now - .hours(3))
            if alert.isActive {
                #expect(alert.reported.bilingualText == (trouble?.english ?? "", trouble?.chinese ?? ""))
            }
            said.append((alert.isActive ? "+" : "-") + "\(second)")
        }
        return said
    }

    @Test("It is told once, after half a minute, and its end at once")
    func told() {
        var watch = TroubleWatch(feed: "avl")
        #expect(play(&watch, from: 0, seconds: 300, trouble) == ["+30"])
        #expect(play(&watch, from: 300, seconds: 300, nil) == ["-300"])
        #expect(play(&watch, from: 600, seconds: 60, trouble) == ["+630"])
    }

    @Test("What comes again by itself alarms nobody")
    func short() {
        var watch = TroubleWatch(feed: "avl")
        var said: [String] = []
        for round in 0..<20 as Range<Int64> {
            said += play(&watch, from: round * 40, seconds: 29, trouble)
            said += play(&watch, from: round * 40 + 29, seconds: 11, nil)
        }
        #expect(said.isEmpty)
    }

    @Test("An alert left from an earlier run ends once the feed is read for a while; of an unknown one nothing is said")
    func left() {
        var watch = TroubleWatch(feed: "avl")
        #expect(watch.look(now: Timestamp(seconds: 500), steady: Timestamp(seconds: 500)) == nil)
        #expect(play(&watch, from: 1000, seconds: 300, nil) == ["-1030"])
    }
}
