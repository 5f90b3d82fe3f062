import Demand
import DispatchModel
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("Demand on the console")
struct DemandLayerTests {
    /// Five days of made-up calls in the first beat, on whatever board there is.
    private static func look(_ board: Board, _ now: Timestamp) -> DemandLook? {
        var history = DemandHistory { _ in 0 }
        for hour in 1...120 {
            for number in 0..<(hour % 5 + 2) {
                history.add(
                    ReceivedCall(
                        received: now - .hours(Int64(hour)) + .minutes(Int64(number * 7)), beat: "B01", priority: .p2,
                        group: "x", point: GeoPoint(latitude: 30.6, longitude: 114.3)))
            }
        }
        history.know(now)
        let series = HourSeries(history, as: .journal)
        return .picture(DemandPicture(history, series, DemandForecaster(series), on: board, at: now))
    }

    @Test("P shows it; Enter asks units, whose status stays; undo takes it back")
    func asking() throws {
        let desk = try Desk(demand: Self.look)
        desk.type("P")
        desk.shows("Demand")
        desk.shows("next hours")
        let before = desk.console.core.shown.units.elements.map(\.status)
        desk.type("\n")
        desk.settle()
        let asked = desk.console.core.shown.units.elements.filter { $0.standing != nil }
        #expect(!asked.isEmpty)
        #expect(asked.allSatisfy { $0.standing?.isOpen(at: desk.console.now) == true })
        #expect(desk.console.core.shown.units.elements.map(\.status) == before)
        desk.console.run(.close)
        desk.type("u")
        desk.settle()
        #expect(desk.console.core.shown.units.elements.allSatisfy { $0.standing == nil })
    }

    @Test(
        "Where a unit agreed to stand is told in its row, in either language, until it is sent somewhere",
        arguments: Language.allCases)
    func agreed(_ language: Language) throws {
        let place = Place(BilingualText("Ferry gate", "渡口门"), point: District.point(0, 900))
        let told = language == .chinese ? "→ 渡口门" : "→ Ferry gate"
        func desk(_ answer: StandingAnswer, _ more: [EventBody] = []) throws -> Desk {
            let proposal = StandingProposal(place: place, since: District.now, until: District.now + .minutes(10))
            let events: [EventBody] = [
                .standingProposed(StandingProposed(unit: District.a12, proposal: proposal)),
                .standingAnswered(StandingAnswered(unit: District.a12, answer: answer)),
            ]
            return try Desk(
                size: Size(columns: 240, rows: 67), language: language, events: District.events + events + more)
        }
        try desk(.accepted).shows(told)
        try desk(.declined).hides(told)
        let later = District.now + .minutes(20)
        let sent = try desk(
            .accepted,
            [.enRoute, .available].map {
                .unitStatusChanged(UnitStatusChanged(unit: District.a12, status: $0, since: later))
            })
        sent.hides(told)
    }

    @Test("In Chinese too, and by name on the line")
    func chinese() throws {
        let desk = try Desk(demand: Self.look)
        desk.type("L")
        desk.line("demand")
        desk.shows("信息研判")
    }

    @Test("While the journal is read it says how far; without one it says so")
    func reading() throws {
        let desk = try Desk(demand: { _, _ in .reading(percent: 40) })
        desk.type("P")
        desk.shows("40%")
        let other = try Desk()
        other.type("P")
        other.shows("this console has none")
    }

    @Test("On a narrow screen it has pages; Enter asks nobody from a page that does not show whom")
    func pages() throws {
        let desk = try Desk(size: Size(columns: 80, rows: 24), demand: Self.look)
        desk.type("P")
        desk.shows("[hours]")
        desk.shows("next hours")
        desk.type("\n")
        desk.settle()
        desk.shows("[where to stand]")
        #expect(desk.console.core.shown.units.elements.allSatisfy { $0.standing == nil })
        desk.type("\t")
        desk.shows("[hours]")
        desk.type("\t")
        desk.shows("[hot beats]")
        desk.shows("none beyond chance")
        desk.type("\t")
        desk.shows("[where to stand]")
        desk.type("\n")
        desk.settle()
        #expect(desk.console.core.shown.units.elements.contains { $0.standing != nil })
    }

    @Test("What is not known yet is not told as nothing: no hours, no beats, one reason")
    func nothingKnown() throws {
        let desk = try Desk(demand: { board, now in
            let history = DemandHistory { _ in 0 }
            let series = HourSeries(history, as: .journal)
            return .picture(DemandPicture(history, series, DemandForecaster(series), on: board, at: now))
        })
        desk.type("P")
        desk.shows("no advice yet: 0 of 24 whole hours known")
        desk.shows("the map of the week comes with a whole day: 0 of 24 hours known")
        desk.hides("Wed")
        desk.hides("last 0 h")
        desk.hides("nobody to move")
    }
}
