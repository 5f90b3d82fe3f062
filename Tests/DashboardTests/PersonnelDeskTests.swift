import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("Roll call, checks and timers at the console")
struct PersonnelDeskTests {
    /// Thirty crews on duty beside those of the district.
    private func thirty(_ language: Language, _ size: Size) throws -> Desk {
        let known = District.events.filter { $0.kind == .unitRegistered }.count
        let more = (0..<max(0, 30 - known)).map { index in
            EventBody.unitRegistered(
                UnitRegistered(
                    unit: UnitID(rawValue: UInt32(200 + index)), callsign: "R\(100 + index)", kind: .footPatrol))
        }
        return try Desk(size: size, language: language, events: District.events + more)
    }

    @Test(
        "Thirty crews in 35 keys: one key each, on disk as one action, and undone by one key",
        arguments: Language.allCases, [Size(columns: 80, rows: 24), Size(columns: 160, rows: 48)])
    func rollCall(language: Language, size: Size) throws {
        let desk = try thirty(language, size)
        let say = PersonnelWords(Words(language))
        let onDuty = desk.board.units.elements.filter { $0.status != .outOfService && $0.status != .emergency }.count
        desk.type("vr")
        desk.shows(say.rollCallTitle)
        desk.type("m")
        desk.type(String(repeating: " ", count: onDuty - 1))
        desk.shows(say.called(onDuty, of: onDuty))
        desk.type("\n")
        let keys = 2 + onDuty + 1
        #expect(keys <= onDuty + 5)
        #expect(desk.console.layers.isEmpty)
        let missed = desk.board.units.elements.filter { ($0.check?.misses ?? 0) > 0 }
        #expect(missed.count == 1)
        #expect(desk.board.alerts.elements.contains { $0.kind == .personnelCheck && $0.unit == missed.first?.id })
        desk.type("u")
        #expect(desk.board.units.elements.allSatisfy { $0.check == nil })
        try desk.checkFold()
    }

    @Test("Where crews were not called that is said first; left half way it goes on where it was")
    func half() throws {
        let desk = try thirty(.english, Size(columns: 160, rows: 48))
        desk.type("vr")
        desk.type("   ")
        desk.type("\n")
        desk.shows("not called yet")
        #expect(!desk.console.layers.isEmpty)
        desk.press(Key(.escape))
        #expect(desk.console.layers.isEmpty)
        desk.line("rollcall")
        #expect(desk.console.layers.popup(RollCallView.self)?.called == 3)
        desk.type("\n\n")
        #expect(desk.console.layers.isEmpty)
        desk.shows("3 answered")
    }

    @Test(
        "Whatever way it is left it goes on where it was left, and says so", arguments: ["q", "\u{1B}"],
        Language.allCases)
    func left(way: String, language: Language) throws {
        let desk = try thirty(language, Size(columns: 160, rows: 48))
        desk.type("vr")
        desk.type("  m")
        desk.type(way)
        #expect(desk.console.layers.isEmpty)
        for _ in 0..<2 {
            desk.type("vr")
            #expect(desk.console.layers.popup(RollCallView.self)?.called == 3, "\(desk.text)")
            desk.shows(Words(language).goesOnWhereLeft)
            desk.type(way)
        }
        desk.type("vr")
        desk.type("\n\n")
        #expect(desk.console.layers.isEmpty)
        desk.type("vr")
        #expect(desk.console.layers.popup(RollCallView.self)?.called == 0, "what was recorded is not called again")
    }

    @Test("A crew that was noted and goes off duty stays until it is recorded; one that was not leaves the list")
    func offDuty() throws {
        let desk = try thirty(.english, Size(columns: 160, rows: 48))
        desk.type("vrGm")
        let view = try #require(desk.console.layers.popup(RollCallView.self))
        let noted = try #require(view.noted.keys.first)
        let other = try #require(view.units.first { $0 != noted && $0.rawValue >= 200 })
        #expect(desk.other(.setStatus(noted, .outOfService, reason: "refuel")))
        #expect(desk.other(.setStatus(other, .outOfService, reason: "refuel")))
        desk.settle()
        let after = try #require(desk.console.layers.popup(RollCallView.self))
        #expect(after.units.contains(noted) && after.noted[noted] == false, "\(desk.text)")
        #expect(!after.units.contains(other))
        desk.shows("out of service")
        desk.type("\n\n")
        #expect(desk.console.layers.isEmpty, "\(desk.text)")
        let isRecorded = try desk.records().contains { record in
            if case .crewMissed(let event) = record.body { event.unit == noted } else { false }
        }
        #expect(isRecorded, "\(desk.text)")
    }

    @Test("A timer set on the selected incident stands in its detail and in the list, which ends it")
    func timers() throws {
        let desk = try Desk(size: Size(columns: 160, rows: 48))
        desk.line("TM 10m . look in")
        desk.shows("look in")
        desk.line("timers")
        desk.shows(PersonnelWords(Words(.english)).timersTitle)
        desk.type("x")
        #expect(desk.board.openTimers.isEmpty)
        desk.shows("TM 10m #4821 look in")
        desk.press(Key(.escape))
        desk.type("u")
        #expect(desk.board.openTimers.map(\.text) == ["look in"])
        try desk.checkFold()
    }
}
