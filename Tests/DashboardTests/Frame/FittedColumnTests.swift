import DispatchModel
import DispatchPolicy
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Dashboard

@Suite("Columns follow what stands in them")
struct FittedColumnTests {
    private static let street = "Long Embankment Rd 12"

    /// A district with a call at a long name, then calls at short ones.
    private static func events(_ short: Int) -> [EventBody] {
        var all: [EventBody] = []
        for number in 0...short {
            var event = IncidentReported()
            event.incident = IncidentID(rawValue: UInt32(100 + number))
            event.type = "noise"
            event.priority = number == 0 ? .p1 : .p4
            event.place = Place(text: number == 0 ? street : "Elm St")
            event.received = District.now
            event.report = Report(number: Int64(100 + number), at: District.now)
            all.append(.incidentReported(event))
        }
        return all
    }

    private func column(_ name: ColumnName, of pane: PaneName, on desk: Desk) -> Rect? {
        desk.console.painter.info.regions.last { $0.target == .header(pane, name) }?.rect
    }

    @Test("A long place is whole where the rest of the row leaves it room", arguments: [160, 240])
    func whole(columns: Int) throws {
        let desk = try Desk(
            size: Size(columns: columns, rows: 48), events: District.events + FittedColumnTests.events(1))
        desk.shows(FittedColumnTests.street)
    }

    @Test("Numbers and callsigns are whole beside a long place", arguments: [80, 160, 240])
    func never(columns: Int) throws {
        let desk = try Desk(
            size: Size(columns: columns, rows: 30), events: District.events + FittedColumnTests.events(1))
        desk.shows("#4821")
        desk.shows("#100")
        desk.shows("3A07")
    }

    @Test("A column does not become narrower when what was long is out of sight")
    func steady() throws {
        // Marks of what may be the same event would come into sight.
        var policy = Policy()
        policy.duplicates = nil
        let desk = try Desk(
            size: Size(columns: 160, rows: 40), events: District.events + FittedColumnTests.events(60), policy: policy)
        let before = try #require(column(.place, of: .dispatch, on: desk))
        for _ in 0..<4 { desk.press(Key(.pageDown)) }
        desk.hides(String(FittedColumnTests.street.prefix(20)))
        #expect(try #require(column(.place, of: .dispatch, on: desk)) == before)
    }

    @Test("A wide list has more columns in place of emptiness")
    func further() throws {
        let desk = try Desk(size: Size(columns: 240, rows: 48))
        #expect(column(.received, of: .dispatch, on: desk) != nil)
        let narrow = try Desk(size: Size(columns: 80, rows: 24))
        #expect(column(.received, of: .dispatch, on: narrow) == nil)
    }

    @Test("Units stand in the order of their distance from the selected incident, and follow the selection")
    func distance() throws {
        let desk = try Desk(size: Size(columns: 160, rows: 48))
        func expected(_ id: IncidentID) throws -> UnitID? {
            let there = try #require(desk.incident(id)?.place.point)
            let units = desk.board.units.elements.filter { $0.pane == .patrol }
            func away(_ unit: FieldUnit) -> Double {
                guard let here = desk.board.position(of: unit)?.point else { return .infinity }
                return TravelModel.metres(from: here, to: there)
            }
            return units.min { away($0) < away($1) }?.id
        }
        func listed() -> [UnitID] {
            (0..<desk.console.view.patrol.count).compactMap { desk.console.view.patrol.id(at: $0) }
        }
        desk.goTo(IncidentID(rawValue: 4821))
        desk.type("2")
        desk.line("sort distance")
        desk.shows("AWAY")
        #expect(listed().first == (try expected(IncidentID(rawValue: 4821))), "\(desk.text)")
        desk.type("1")
        desk.goTo(IncidentID(rawValue: 4810))
        #expect(listed().first == (try expected(IncidentID(rawValue: 4810))), "\(desk.text)")
    }
}
