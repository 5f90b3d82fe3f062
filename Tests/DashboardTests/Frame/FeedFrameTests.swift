import Dashboard
import DispatchModel
import TerminalKit
import Testing
import Wording

@Suite("The feeds pane")
struct FeedFrameTests {
    private static let now = Timestamp(seconds: 1_767_209_527)

    @Test("the worst stands first, and names settle the rest")
    func order() {
        var index = FeedIndex()
        index.refresh(Fixture.feeds(at: Self.now), now: Self.now)
        let names = (0..<index.count).compactMap { index.id(at: $0) }
        #expect(names == ["alarms", "cameras", "社区网格", "weather", "cad", "positions", "night shift"])
        #expect(index.row(of: "weather") == 3 && index.row(of: "nobody") == nil)
        #expect(index.fresh(at: Self.now) == 5)
        let changed = index.refresh(Fixture.feeds(at: Self.now), now: Self.now)
        #expect(!changed, "the same changes nothing")
    }

    @Test("a state follows from facts and time alone")
    func states() {
        var feed = FeedStatus(name: "a")
        feed.started = Self.now
        #expect(feed.state(at: Self.now + .hours(9)) == .waiting, "without a deadline silence means nothing")
        feed.heartbeat = .seconds(30)
        #expect(feed.state(at: Self.now + .seconds(29)) == .waiting)
        #expect(feed.state(at: Self.now + .seconds(30)) == .silent)
        feed.last = Self.now + .seconds(40)
        #expect(feed.state(at: Self.now + .seconds(69)) == .fresh)
        #expect(feed.state(at: Self.now + .seconds(70)) == .silent)
        feed.hasEnded = true
        #expect(feed.state(at: Self.now + .seconds(70)) == .ended)
        feed.trouble = .init("a", "b")
        #expect(feed.state(at: Self.now) == .failed)
    }

    @Test("every state can be told without colour, with its word", arguments: Language.allCases)
    func words(language: Language) {
        var fixture = Fixture.evening()
        fixture.addFeeds()
        fixture.view.focus = .feeds
        fixture.view.zoomed = .feeds
        let grid = fixture.draw(160, 48, language, theme: Fixture.theme("dark", noColour: true))
        let text = grid.text()
        let words = Words(language)
        for state in FeedStatus.State.allCases { #expect(text.contains(words.state(state)), "\(state)\n\(text)") }
        #expect(text.contains("▯ \(words.state(.silent)) \(words.briefAge(.seconds(360)))"), "\(text)")
        #expect(text.contains("⚠ \(words.state(.failed))"))
    }

    @Test("a screen of any width shows the state and the name", arguments: [60, 80, 112, 190])
    func widths(columns: Int) {
        var fixture = Fixture.evening()
        fixture.addFeeds()
        fixture.view.focus = .feeds
        let text = fixture.draw(columns, 30).text()
        for wanted in ["▯ SILENT 6m", "cameras", "⚠ FAILED", "LAST", "MSG/S"] {
            #expect(text.contains(wanted), "\(wanted)\n\(text)")
        }
    }

    @Test("what a silent feed has reported shows how old it is; nothing else does", arguments: Language.allCases)
    func age(language: Language) throws {
        var fixture = Fixture.evening()
        let words = Words(language)
        let before = fixture.draw(160, 48, language).text()
        #expect(!before.contains("⚠ \(words.briefAge(.seconds(360)))"))
        fixture.addFeeds()
        let lines = fixture.draw(160, 48, language).text().split(separator: "\n")
        let mark = "⚠ \(words.briefAge(.seconds(360)))"
        let marked = lines.filter { $0.contains(mark) }
        #expect(marked.contains { $0.contains("Pier 7") }, "the incident")
        #expect(marked.contains { $0.contains("crowd") }, "the alert")
        #expect(marked.allSatisfy { $0.contains("Pier 7") || $0.contains("crowd") || $0.contains("3A40") }, "\(marked)")
        fixture.view.incidentList.select(IncidentID(rawValue: 4900), in: fixture.view.incidents)
        let detail = fixture.draw(160, 48, language).text()
        let sentence = words.fromSilentFeed("cameras", silence: .seconds(360))
        #expect(detail.contains("⚠ " + sentence.prefix(12)), "\(detail)")
        // It speaks again: the alert ends, and everything is of now.
        fixture.apply(.alertCleared(AlertCleared(alert: AlertID(rawValue: 60), at: fixture.now)))
        fixture.refresh()
        #expect(!fixture.draw(160, 48, language).text().contains("⚠ \(words.briefAge(.seconds(360))) "))
    }

    @Test("the strip tells of a silent feed on every screen, shortly where room is short", arguments: Language.allCases)
    func strip(language: Language) {
        var fixture = Fixture.evening()
        let why = String(repeating: "a long reason ", count: 8)
        fixture.strip.feeds = [
            FeedFreshness(name: "cad", condition: .fresh(.zero)), FeedFreshness(name: "b", condition: .failed(why)),
        ]
        for columns in [80, 112, 160, 240] {
            let first = fixture.draw(columns, 30, language).text(row: 0)
            #expect(first.contains("1/2 ▮▯"), "\(columns): \(first)")
        }
        #expect(fixture.draw(300, 30, language).text(row: 0).contains("a long reason"))
    }

    @Test("an empty pane says why and what to do", arguments: FeedsPlace.allCases)
    func empty(place: FeedsPlace) {
        var fixture = Fixture.evening()
        fixture.view.focus = .feeds
        fixture.view.feedsPlace = place
        let text = fixture.draw(80, 24).text()
        let wanted = Words(.english).noFeeds(place).split(separator: " ").prefix(6).joined(separator: " ")
        #expect(text.contains(wanted), "\(text)")
    }

    @Test("on the desk the queue and the alerts stay beside the feeds")
    func desk() {
        var fixture = Fixture.evening()
        fixture.addFeeds()
        fixture.view.focus = .feeds
        for (columns, rows) in [(112, 34), (160, 48), (240, 67)] {
            let text = fixture.draw(columns, rows).text()
            for title in ["1 Dispatch", "4 Alerts", "6 Feeds"] { #expect(text.contains(title), "\(columns)\n\(text)") }
        }
    }
}
