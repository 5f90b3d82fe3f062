import Demand
import DispatchModel
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
}
