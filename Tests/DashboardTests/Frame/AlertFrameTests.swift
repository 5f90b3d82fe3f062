import Dashboard
import DispatchModel
import TerminalKit
import TestSupport
import Testing
import Wording

@Suite("The alert pane")
struct AlertFrameTests {
    private func id(_ number: UInt32) -> AlertID { AlertID(rawValue: number) }

    @Test("every state, conduct and standing has a word or a shape of its own", arguments: Language.allCases)
    func states(language: Language) throws {
        var fixture = Fixture.evening()
        fixture.addStates()
        fixture.view.focus = .alerts
        fixture.view.zoomed = .alerts
        let lines = fixture.draw(160, 48, language, theme: Fixture.theme("dark", noColour: true)).text()
            .split(separator: "\n").map(String.init)
        func line(_ text: String) throws -> String {
            try #require(lines.first { $0.contains(text) }, "\(text)\n\(lines.joined(separator: "\n"))")
        }
        let words = Words(language)
        #expect(try line("gate 4 density").contains(language == .chinese ? "已锁定" : "latched"))
        #expect(try line("gate 4 density").contains("▮ "))
        #expect(try line("fire panel").contains("▯ "))
        #expect(try line("door 84").contains("~ " + words.conduct(.flapping)))
        #expect(try line("bank vault").contains("▲ " + words.escalated(2)))
        let drill = try line("tsunami drill")
        #expect(
            drill.contains(words.standing(.exercise)) && !drill.contains("●") && !drill.contains(words.severity(.high)))
        #expect(try line("link test").contains(words.standing(.test)))
        #expect(!lines.contains { $0.contains("door 80") || $0.contains("door 82") }, "hidden ones are not listed")
        #expect(lines.contains { $0.contains(words.hiddenSummary(fixture.view.alerts.hidden)) }, "they are counted")
        #expect(fixture.view.alerts.hidden == [.shelved: 2, .suppressed: 1, .outOfService: 1])
    }

    @Test("what is out of sight is listed with its reason and end", arguments: Language.allCases)
    func hidden(language: Language) {
        var fixture = Fixture.evening()
        fixture.addStates()
        fixture.view.alerts.showsHidden = true
        fixture.view.focus = .alerts
        fixture.view.zoomed = .alerts
        fixture.refresh()
        #expect(fixture.view.alerts.ids.map(\.rawValue).sorted() == [80, 81, 82, 83])
        let text = fixture.draw(160, 30, language).text()
        let words = Words(language)
        for number in UInt32(80)...83 {
            guard let hiding = fixture.board.alerts[id(number)]?.hidings.first else { continue }
            #expect(text.contains(words.hidden(hiding, now: fixture.now)), "\(number)\n\(text)")
        }
        #expect(text.contains(words.hiddenListNote))
        #expect(fixture.view.alerts.nextUnanswered(after: nil) == nil)
    }

    @Test("in a flood what follows folds under the first with exact counts; what is severe never does")
    func flood() throws {
        var fixture = Fixture.evening()
        fixture.addFlood()
        let index = fixture.view.alerts
        let group = try #require(index.group(of: id(100)))
        #expect((group.folded.count, group.medium, group.low) == (41, 3, 38))
        #expect(index.root(of: id(120)) == id(100) && index.row(of: id(120)) == nil)
        #expect(index.row(of: id(142)) != nil, "P1 stands alone")
        #expect(index.row(of: id(142)) ?? 9 < index.row(of: id(100)) ?? 0)
        let listed = Set(index.ids)
        let counted = listed.reduce(0) { $0 + 1 + (index.group(of: $1)?.folded.count ?? 0) }
        #expect(counted == fixture.board.alerts.elements.count { $0.isInSight }, "every alert once")
        #expect(index.unanswered.low == 39 && index.unanswered.high == 2)
        for language in Language.allCases {
            fixture.view.focus = .alerts
            let text = fixture.draw(160, 48, language).text()
            let words = Words(language)
            #expect(text.contains(words.foldedCount(group)), "\(text)")
            #expect(text.contains(words.floodMark))
            let recent = fixture.board.alerts.elements.count { fixture.now - $0.raised <= .minutes(10) }
            #expect(recent > 43)
            let banner = words.flood(recent, since: fixture.now - .seconds(395), now: fixture.now)
            #expect(text.contains(banner), "\(text)")
            fixture.view.zoomed = .alerts
            let wide = fixture.draw(160, 48, language).text()
            #expect(wide.contains(words.folded(group)), "\(wide)")
            fixture.view.zoomed = nil
        }
    }

    @Test("unfolded, every alert has a row below its first, which stays where it is")
    func unfolding() {
        var fixture = Fixture.evening()
        fixture.addFlood()
        let before = fixture.view.alerts.row(of: id(100))
        let opened = fixture.view.alerts.unfold(id(100), true)
        #expect(opened)
        fixture.refresh()
        let index = fixture.view.alerts
        #expect(index.row(of: id(100)) == before)
        #expect((UInt32(101)...141).allSatisfy { index.row(of: id($0)) != nil })
        let rows = (UInt32(101)...141).compactMap { index.row(of: id($0)) }
        #expect(rows.min() == (before ?? 0) + 1 && rows.max() == (before ?? 0) + 41)
        let again = fixture.view.alerts.unfold(id(100), true)
        #expect(!again, "open already")
        fixture.apply(.floodChanged(FloodChanged(isFlood: false, count: 4, at: fixture.now)))
        fixture.refresh()
        #expect(fixture.view.alerts.group(of: id(100)) == nil)
        #expect(fixture.view.alerts.count == fixture.board.alerts.elements.count { $0.isInSight })
    }

    @Test("a first that is answered stays pinned while anything under it is not")
    func pinned() {
        var fixture = Fixture.evening()
        fixture.addFlood()
        let place = fixture.view.alerts.row(of: id(100))
        fixture.apply(.alertAcknowledged(AlertAcknowledged(alert: id(100), occurrence: 1)))
        fixture.refresh()
        #expect(fixture.view.alerts.row(of: id(100)) == place)
        for number in UInt32(101)...141 {
            fixture.apply(.alertAcknowledged(AlertAcknowledged(alert: id(number), occurrence: 1)))
        }
        fixture.refresh()
        #expect(fixture.view.alerts.row(of: id(100)) ?? 0 > place ?? 0)
    }

    @Test(
        "merging step by step lists what looking at everything lists, in and out of floods", .full,
        arguments: [71, 72, 73, 74])
    func refreshEqualsRebuild(seed: UInt64) {
        var random = Seeded(seed)
        var fixture = Fixture.evening()
        fixture.addStates()
        var index = fixture.view.alerts
        for step in 0..<150 {
            var touched: Set<AlertID> = []
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let number = UInt32.random(in: 200...230, using: &random)
                touched.insert(id(number))
                let alert = id(number)
                switch Int.random(in: 0..<6, using: &random) {
                case 0, 1:
                    let severity = AlertSeverity.allCases.randomElement(using: &random) ?? .low
                    fixture.report(number, "x", severity, ago: Int64(400 - step), place: "P\(number % 3)")
                case 2:
                    let known = fixture.board.alerts[alert]?.occurrence ?? 1
                    fixture.apply(.alertAcknowledged(AlertAcknowledged(alert: alert, occurrence: known)))
                case 3: fixture.apply(.alertCleared(AlertCleared(alert: alert, at: fixture.now)))
                case 4:
                    fixture.apply(
                        .alertHidden(AlertHidden(alert: alert, hiding: AlertHiding(until: fixture.now, reason: "r"))))
                default: fixture.apply(.alertShown(AlertShown(alert: alert, way: .shelved, at: fixture.now)))
                }
            }
            if step % 20 == 10 {
                let isFlood = fixture.board.floodSince == nil
                fixture.apply(.floodChanged(FloodChanged(isFlood: isFlood, count: 9, at: fixture.now)))
            }
            if let root = index.ids.first(where: { index.group(of: $0) != nil }) {
                _ = index.unfold(root, Bool.random(using: &random))
            }
            fixture.fold()
            index.refresh(board: fixture.board, touched: touched)
            var anew = index
            anew.refresh(board: fixture.board, touched: [], everything: true)
            #expect(index.ids == anew.ids, "seed \(seed), step \(step)")
            let counted = index.ids.reduce(0) { count, id in
                count + 1 + (index.isUnfolded(id) ? 0 : index.group(of: id)?.folded.count ?? 0)
            }
            let inSight = fixture.board.alerts.elements.filter(\.isInSight)
            #expect(counted == inSight.count, "seed \(seed), step \(step): each once")
            #expect(index.unansweredCount == inSight.count { $0.state == .unacknowledged })
            #expect(index.hiddenCount == fixture.board.alerts.elements.count - inSight.count)
        }
    }

    @Test("an incident's detail shows its alerts, an alert's detail how it is dealt with")
    func details() {
        var fixture = Fixture.evening()
        fixture.addStates()
        fixture.view.incidentList.select(IncidentID(rawValue: 4826), in: fixture.view.incidents)
        #expect(fixture.draw(160, 48).text().contains("bank vault, unanswered"))
        fixture.view.focus = .alerts
        fixture.view.alertList.select(id(84), in: fixture.view.alerts)
        #expect(fixture.draw(160, 48).text().contains("H shelves it for 30 min"))
    }

    @Test("hostile text in every field of an alert leaves the borders where they are", arguments: Language.allCases)
    func hostile(language: Language) {
        for text in Hostile.own {
            var fixture = Fixture.evening()
            fixture.report(200, text, .high, ago: 10, place: text, feed: text.isEmpty ? "f" : text)
            fixture.report(201, text, .low, ago: 10, place: text, standing: .test)
            fixture.apply(
                .alertHidden(AlertHidden(alert: id(201), hiding: AlertHiding(until: fixture.now, reason: text))))
            for shows in [false, true] {
                fixture.view.alerts.showsHidden = shows
                fixture.refresh()
                fixture.view.focus = .alerts
                let grid = fixture.draw(112, 34, language)
                for row in 1..<33 {
                    #expect(
                        [0x2502, 0x250C, 0x2510, 0x2514, 0x2518].contains(grid[111, row].base),
                        "\(text.debugDescription)")
                }
            }
        }
    }
}
