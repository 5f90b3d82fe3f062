import DispatchModel
import TerminalKit
import Testing
import Wording

@testable import Core
@testable import Dashboard

@Suite("Feeds on the console")
struct FeedTests {
    /// Feeds as the shell would tell of them.
    private final class Station {
        var feeds: [FeedStatus] = []
        var looks = 0

        init() {
            for name in ["cad", "cameras"] {
                var feed = FeedStatus(name: name)
                (feed.origin, feed.heartbeat, feed.started) = ("tcp:127.0.0.1:7001", .seconds(30), District.now)
                feed.last = District.now
                feeds.append(feed)
            }
        }
    }

    private func desk(_ station: Station, size: Size = Size(columns: 120, rows: 36)) throws -> Desk {
        try Desk(
            size: size,
            feeds: {
                station.looks += 1
                return station.feeds
            })
    }

    @Test("6 and :feeds go there, Tab passes it, Enter opens the feed, Esc comes back")
    func ways() throws {
        let desk = try desk(Station())
        for keys in ["6", ":feeds\n", ":focus-feeds\n", "4\t\t"] {
            desk.type("1" + keys)
            #expect(desk.console.view.focus == .feeds, "\(keys)")
            desk.shows("6 Feeds")
        }
        #expect(desk.console.view.subject == .feed("cad"))
        desk.type("j\n")
        desk.shows("feed cameras")
        desk.shows("stale after 30 s of silence")
        desk.type("\u{1B}")
        desk.type("a")
        #expect(desk.console.teller.notice?.kind != .good, "a feed takes no unit")
        #expect(desk.core.head.position == desk.board.position)
    }

    @Test("The strip tells each feed's own state")
    func strip() throws {
        let station = Station()
        let desk = try desk(station)
        desk.run(for: .seconds(3))
        desk.shows("feeds 2/2")
        for _ in 0..<40 {
            station.feeds[0].last = desk.hand.now
            desk.run(for: .seconds(1))
        }
        desk.shows("feeds 1/2")
        desk.shows("cameras feed SILENT")
        station.feeds[0].trouble = .init("nobody answers", "无应答")
        desk.run(for: .seconds(2))
        desk.shows("feeds 0/2")
        desk.shows("cad feed FAILED: nobody answers")
    }

    @Test("They are looked at once a second at most, and rates are of the last minute")
    func rates() throws {
        let station = Station()
        let desk = try desk(station)
        let before = station.looks
        for _ in 0..<50 { desk.step() }
        #expect((1...3).contains(station.looks - before), "\(station.looks - before) looks in two seconds")
        for _ in 0..<90 {
            station.feeds[0].taken += 5
            desk.run(for: .seconds(1))
        }
        let rate = try #require(desk.console.view.feeds["cad"]?.rate)
        #expect((4.5...5.5).contains(rate), "\(rate)")
        desk.run(for: .seconds(62))
        #expect(desk.console.view.feeds["cad"]?.rate == 0)
    }

    @Test("A counter that begins again gives no rate below nothing, and is measured from there")
    func rateAfterRestart() {
        var rates = FeedRates()
        var feed = FeedStatus(name: "a")
        feed.taken = 900
        #expect(rates.rated([feed], at: District.now)[0].rate == nil)
        feed.taken = 3
        #expect(rates.rated([feed], at: District.now + .seconds(1))[0].rate == nil)
        feed.taken = 5
        #expect(rates.rated([feed], at: District.now + .seconds(2))[0].rate == 2)
    }

    @Test("The row under the cursor stays when another feed fails and goes to the top")
    func selection() throws {
        let station = Station()
        let desk = try desk(station)
        desk.type("6")
        #expect(desk.console.view.feedList.selected == "cad")
        station.feeds[1].trouble = .init("gone", "中断")
        desk.run(for: .seconds(2))
        #expect(desk.console.view.feeds.id(at: 0) == "cameras")
        #expect(desk.console.view.feedList.selected == "cad")
    }

    @Test("A console that only watches, and a replay, say where the feeds are", arguments: [true, false])
    func elsewhere(watching: Bool) throws {
        let clock = watching ? BoardClock() : BoardClock(start: District.now, speed: 1, wall: District.now)
        let mode: [EventBody] = watching ? [] : [.modeDeclared(ModeDeclared(mode: .replay))]
        let desk = try Desk(clock: clock, events: mode + District.events) { $0.watching = watching }
        desk.run(for: .seconds(2))
        desk.type("6")
        desk.shows(watching ? "This console only watches" : "A recording or an exercise")
    }

    @Test("A silent feed's alert speaks the language of the screen", arguments: Language.allCases)
    func stale(language: Language) throws {
        let desk = try Desk(size: Size(columns: 160, rows: 48), language: language)
        let source = SourceKey(source: ReportedAlert.feedWatch, id: "cameras")
        desk.feed(
            Observation(
                at: desk.hand.now, actor: .feed("cameras"),
                content: .alert(
                    AlertObservation(
                        reported: ReportedAlert(source: source, text: "source stale: cameras"), severity: .medium,
                        isActive: true, at: desk.hand.now, limit: 30))))
        desk.run(for: .seconds(30))
        desk.shows(language == .chinese ? "数据源 cameras 失效" : "source cameras stale")
        #expect(desk.board.lastHeard(fromSilentFeed: "cameras") != nil)
    }
}
