import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("Alerts by keys")
struct AlertTests {
    private static let door = AlertID(rawValue: 1)

    private static func raised(
        _ number: UInt32, _ text: String = "door 7 open", _ severity: AlertSeverity = .medium, ago: Int64 = 60,
        place: Place = Place(text: "Pier 7"), standing: AlertStanding = .actual, latching: Bool = false
    ) -> EventBody {
        .alertRaised(
            AlertRaised(
                alert: AlertID(rawValue: number), kind: .reported, severity: severity, at: District.now - .seconds(ago),
                reported: ReportedAlert(
                    source: SourceKey(source: "plant", id: "\(number)"), text: text, place: place, standing: standing),
                latching: latching))
    }

    /// A desk whose alert pane has the keys, with one alert selected.
    private func desk(_ events: [EventBody] = [raised(1)], size: Size = Size(columns: 160, rows: 48)) throws -> Desk {
        let desk = try Desk(size: size, events: District.events + events)
        desk.type("4")
        return desk
    }

    private func alert(_ desk: Desk, _ id: AlertID = door) -> Alert? { desk.board.alerts[id] }

    @Test("H shelves with a reason and an end; V lists it, R shows it again, u takes it back")
    func shelving() throws {
        let desk = try desk()
        desk.type("H\n")
        #expect(alert(desk)?.hidings.isEmpty == true, "without a reason nothing is shelved")
        desk.shows("why; it stands in the journal")
        desk.type("works\n")
        let shelf = try #require(alert(desk)?.hiding(.shelved), "\(desk.text)")
        #expect(shelf.reason == "works" && !shelf.once)
        #expect(shelf.until.map { ($0 - shelf.since).seconds } == 1800)
        desk.run(for: .seconds(8))
        #expect(desk.console.view.alerts.count == 0, "\(desk.text)")
        desk.shows("1 shelved")
        desk.type("V")
        desk.shows("door 7 open")
        desk.shows("works")
        desk.type("R")
        #expect(alert(desk)?.hidings.isEmpty == true)
        desk.type("V")
        desk.shows("door 7 open")
        desk.type("u")
        #expect(alert(desk)?.hiding(.shelved) != nil)
        try desk.checkFold()
    }

    @Test(
        "A shelf's end is minutes, hours, a time, or the end of the shift",
        arguments: [("15m", 900), ("1h", 3600), ("22:30", 1000), ("shift", 6400), ("班末", 6400), ("45", 2700)])
    func ends(text: String, seconds: Int64) throws {
        let desk = try desk()
        desk.type("H")
        desk.press(Key(.up), Key(.up))
        try desk.chord("ctrl-u")
        desk.typeAtOnce(text)
        desk.press(Key(.down))
        desk.type("y")
        desk.press(Key(.down))
        desk.type("r\n")
        let shelf = try #require(alert(desk)?.hiding(.shelved), "\(desk.text)")
        let until = try #require(shelf.until)
        #expect(abs((until - District.now).seconds - seconds) <= 30, "\(until - District.now)")
        #expect(shelf.once)
    }

    @Test("Beyond the shift, or no time at all, is refused and the form stays")
    func refusedEnds() throws {
        let desk = try desk()
        for text in ["9h", "soon", "", "25:00"] {
            desk.type("H")
            desk.press(Key(.up), Key(.up))
            try desk.chord("ctrl-u")
            desk.typeAtOnce(text)
            desk.press(Key(.down), Key(.down))
            desk.type("why\n")
            #expect(alert(desk)?.hidings.isEmpty == true, "\(text)")
            guard desk.console.layers.popup is FormView else {
                Issue.record("the form is gone after “\(text)”")
                return
            }
            desk.type("\u{1B}")
        }
    }

    @Test("A flapping alert is shelved in one key and Enter")
    func flapping() throws {
        let desk = try desk([
            Self.raised(1),
            .alertConductChanged(AlertConductChanged(alert: Self.door, conduct: .flapping, percent: 44)),
        ])
        desk.shows("~ flapping")
        desk.type("H\n")
        let shelf = try #require(alert(desk)?.hiding(.shelved), "\(desk.text)")
        #expect(shelf.reason == "flapping")
    }

    @Test("By name: shelved with time and reason, out of service with one, shown again")
    func byName() throws {
        let desk = try desk()
        desk.line("shelve-alert 20m loose cable")
        #expect(alert(desk)?.hiding(.shelved)?.reason == "loose cable", "\(desk.text)")
        desk.line("alerts hidden")
        #expect(desk.console.view.alerts.showsHidden)
        desk.line("show-alert")
        #expect(alert(desk)?.hidings.isEmpty == true)
        desk.line("hidden-alerts")
        desk.line("alert-out-of-service broken")
        #expect(alert(desk)?.hiding(.outOfService)?.reason == "broken", "\(desk.text)")
        desk.line("alerts nonsense")
        #expect(desk.console.teller.notice?.kind == .warning)
    }

    @Test("O asks for the reason and takes the alert out of service")
    func outOfService() throws {
        let desk = try desk()
        desk.type("O")
        desk.type("sensor broken\n")
        #expect(alert(desk)?.hiding(.outOfService)?.reason == "sensor broken", "\(desk.text)")
        desk.shows("1 out of service")
    }

    @Test("r resets what is latched, gone and answered, and says why it does not reset the rest")
    func reset() throws {
        let desk = try desk([Self.raised(1, latching: true)])
        desk.type("r")
        #expect(alert(desk) != nil)
        #expect(desk.console.teller.notice?.kind == .error)
        desk.type("a")
        desk.feed(
            Observation(
                at: desk.hand.now, actor: .feed("plant"),
                content: .alert(
                    AlertObservation(
                        reported: ReportedAlert(source: SourceKey(source: "plant", id: "1")), severity: .medium,
                        isActive: false, at: desk.hand.now))))
        desk.settle()
        desk.shows("latched")
        desk.type("r")
        #expect(alert(desk) == nil, "\(desk.text)")
    }

    @Test("i makes an incident of the alert, linked and answered at once; Enter opens it; its detail shows the alert")
    func incident() throws {
        let point = District.point(100, 100)
        let desk = try desk([Self.raised(1, "crowd at the gate", .high, place: Place(text: "Gate 4", point: point))])
        desk.type("i")
        desk.shows("New incident from: crowd at the gate")
        desk.type("robb\t")
        desk.type("\n")
        let made = try #require(desk.board.incidents.elements.last, "\(desk.text)")
        #expect(made.type == "robbery" && made.priority == .p1)
        #expect(made.place.text == "Gate 4" && made.place.point == point)
        #expect(made.reports.first?.text == "crowd at the gate")
        #expect(alert(desk)?.incident == made.id && alert(desk)?.acknowledged == true)
        #expect(made.alerts == [Self.door])
        desk.run(for: .seconds(8))
        desk.goTo(made.id)
        desk.shows("crowd at the gate, acknowledged")
        desk.type("4\n")
        #expect(desk.console.view.focus == .dispatch && desk.selected == made.id)
        desk.type("u")
        #expect(alert(desk)?.acknowledged == false)
        try desk.checkFold()
    }

    @Test("An alert's point without words belongs to the incident, unless the place typed has its own")
    func pointWithoutWords() throws {
        let point = District.point(100, 100)
        for (place, expected) in [("back gate", point), (District.mission.text, District.mission.point)] {
            let desk = try desk([Self.raised(1, "crowd", place: Place(text: "", point: point))])
            desk.type("i")
            desk.typeAtOnce("robb\t\(place)\n")
            let made = try #require(desk.board.incidents.elements.last, "\(desk.text)")
            #expect(made.place.text == place && made.place.point == expected, "\(desk.text)")
        }
    }

    @Test(
        "Of an alert that has its incident none is made: i says so at once and names it", arguments: Language.allCases)
    func hasIncident(language: Language) throws {
        let desk = try Desk(language: language, events: District.events + [Self.raised(1)])
        #expect(desk.other(.joinAlert(Self.door, District.fight)))
        desk.settle()
        desk.type("4i")
        #expect(desk.console.layers.hasNoPopup, "\(desk.text)")
        desk.shows(Words(language).refusal(.alertHasIncident(Self.door, District.fight), on: desk.board).line)
    }

    @Test("X asks for the incident to join the alert to and names the one selected in the queue; a line names its own")
    func joining() throws {
        let desk = try desk()
        desk.goTo(District.fight)
        desk.type("4X")
        // The queue has no cursor now: what the alert goes to is said before it counts.
        #expect(alert(desk)?.incident == nil)
        #expect(desk.console.prompt?.line.field.text == "\(District.fight.rawValue)")
        desk.type("\n")
        #expect(alert(desk)?.incident == District.fight, "\(desk.text)")
        desk.line("join-alert 4807")
        #expect(alert(desk)?.incident == District.noise, "\(desk.text)")
        desk.line("join-alert 9999")
        #expect(desk.console.teller.notice?.kind == .error)
    }

    @Test("An order is bound to the occurrence that was drawn")
    func binding() throws {
        let desk = try desk()
        desk.type("H")
        desk.core.takeObservation(again(desk, active: false))
        desk.core.takeObservation(again(desk, active: true))
        desk.settle()
        desk.type("why\n")
        #expect(alert(desk)?.hidings.isEmpty == true)
        #expect(desk.console.teller.notice?.kind == .error, "\(desk.text)")
    }

    private func again(_ desk: Desk, active: Bool) -> Observation {
        Observation(
            at: desk.hand.now, actor: .feed("plant"),
            content: .alert(
                AlertObservation(
                    reported: ReportedAlert(source: SourceKey(source: "plant", id: "1"), text: "door 7 open"),
                    severity: .medium, isActive: active, at: desk.hand.now)))
    }

    // MARK: Floods

    private var flood: [EventBody] {
        [Self.raised(1, "pump 3 stopped", ago: 300, place: Place(text: "Waterworks"))]
            + (2...13).map { Self.raised($0, "low flow \($0)", .low, ago: 200, place: Place(text: "Waterworks")) }
            + [
                Self.raised(14, "overflow", .high, ago: 100, place: Place(text: "Waterworks")),
                .floodChanged(FloodChanged(isFlood: true, count: 14, at: District.now - .seconds(90))),
            ]
    }

    @Test("In a flood what follows folds; Enter and the arrows unfold it, the cursor stays on the first")
    func folding() throws {
        let desk = try desk(flood)
        desk.shows("FLOOD")
        desk.shows("+12")
        desk.hides("low flow 7")
        desk.type("j")
        #expect(desk.console.view.alertList.selected == AlertID(rawValue: 1))
        for (open, close) in [("\n", "h"), ("l", "h")] {
            desk.type(open)
            #expect(desk.console.view.alerts.isUnfolded(AlertID(rawValue: 1)), "\(open)")
            #expect(desk.console.view.alertList.selected == AlertID(rawValue: 1))
            desk.type("j" + close)
            #expect(!desk.console.view.alerts.isUnfolded(AlertID(rawValue: 1)), "\(close)")
            #expect(desk.console.view.alertList.selected == AlertID(rawValue: 1))
        }
        desk.type("h")
        #expect(desk.console.view.focus != .alerts, "with nothing to fold the key goes to the next pane")
    }

    @Test("! finds every unanswered alert of a flood, folded or not")
    func nextInFlood() throws {
        let desk = try desk(flood)
        for _ in 0..<20 where desk.console.view.alerts.unansweredCount > 0 { desk.type("!a") }
        #expect(desk.console.view.alerts.unansweredCount == 0, "\(desk.text)")
        let unanswered = desk.board.alerts.elements.count { !$0.acknowledged }
        #expect(unanswered == 0)
    }

    // MARK: The bell

    @Test("It rings for what is severe, meant and in sight, and when nobody answers")
    func bell() throws {
        func bells(_ body: EventBody, after first: [EventBody] = []) throws -> Int {
            let desk = try desk(first)
            desk.run(for: .seconds(5))
            let before = desk.screen.bells
            let position = desk.board.position
            let record = EventRecord(position: position + 1, at: desk.hand.now, actor: .policy, body: body)
            desk.core.follow([record])
            desk.console.show([record])
            return desk.screen.bells - before
        }
        #expect(try bells(Self.raised(1, "a", .high)) == 1)
        #expect(try bells(Self.raised(1, "a", .medium)) == 0)
        #expect(try bells(Self.raised(1, "a", .high, standing: .exercise)) == 0)
        #expect(try bells(Self.raised(1, "a", .high, standing: .test)) == 0)
        let hidden = EventBody.alertHidden(
            AlertHidden(alert: Self.door, hiding: AlertHiding(way: .outOfService, reason: "broken")))
        #expect(try bells(Self.raised(1, "a", .high), after: [Self.raised(1, "a", .low), hidden]) == 0)
        let escalated = EventBody.alertEscalated(AlertEscalated(alert: Self.door, occurrence: 1, level: 1))
        #expect(try bells(escalated, after: [Self.raised(1, "a", .high)]) == 1)
        #expect(try bells(escalated, after: [Self.raised(1, "a", .high, standing: .test)]) == 0)
        let rose = EventBody.alertSeverityRaised(AlertSeverityRaised(alert: Self.door, severity: .high))
        #expect(try bells(rose, after: [Self.raised(1, "a", .low)]) == 1)
    }

    @Test(
        "A console that only watches, and the past, refuse every order about alerts",
        arguments: ["H", "O", "i", "X", "r", "R"])
    func refused(key: String) throws {
        let desk = try Desk(events: District.events + [Self.raised(1)]) { $0.watching = true }
        desk.type("4")
        let before = desk.core.head.position
        desk.type(key)
        desk.shows(Words(.english).watchingOnly)
        #expect(desk.core.head.position == before)
    }
}
