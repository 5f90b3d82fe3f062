import DispatchModel
import DispatchPolicy
import Panes
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("Marks mean one thing everywhere")
struct MarkTests {
    /// A desk with units marked, the keys in the patrol pane.
    private func marked(_ callsigns: String..., language: Language = .english) throws -> Desk {
        let desk = try Desk(language: language)
        desk.goTo(District.robbery)
        for callsign in callsigns { desk.type("o\(callsign)\n ") }
        return desk
    }

    @Test("From the units' pane the marked go, not the one under the cursor", arguments: Language.allCases)
    func markedGo(language: Language) throws {
        let desk = try marked("3A12", "3A14", language: language)
        desk.type("o3F03\na")
        guard case .pickIncident(let pick) = desk.console.view.overlay else { throw Missing.overlay }
        #expect(pick.units == [District.a12, District.a14])
        desk.shows("3A12")
        desk.type("1")
        #expect(Set(desk.units(on: District.robbery)) == [District.a12, District.a14], "\(desk.text)")
        #expect(desk.unit(District.foot)?.status == .available)
        #expect(desk.console.markedUnits.isEmpty)
    }

    @Test(
        "A key that would send others than the marked sends nobody, says so and keeps the marks",
        arguments: ["a1", "ap", "r"])
    func othersAreRefused(keys: String) throws {
        let desk = try marked("3A14", "Q5")
        let before = desk.core.head.position
        desk.type("1\(keys)")
        #expect(desk.core.head.position == before)
        #expect(desk.console.markedUnits == [District.a14, District.q5])
        desk.shows("nothing sent")
        desk.type(keys == "r" ? "a\n" : "\n")
        #expect(Set(desk.units(on: District.robbery)) == [District.a14, District.q5], "\(desk.text)")
    }

    @Test("A marked unit that the ranking leaves out is named, and Enter asks about it")
    func outsideTheRanking() throws {
        let desk = try marked("3A29")
        desk.type("1a")
        guard case .assign(let assign) = desk.console.view.overlay else { throw Missing.overlay }
        #expect(assign.marked == [District.away] && !assign.ranked.contains { $0.unit == District.away })
        desk.shows("3A29")
        desk.type("\n")
        guard case .assign(let again) = desk.console.view.overlay else { throw Missing.overlay }
        #expect(again.marked == [District.away] && again.message?.kind == .error, "\(desk.text)")
        desk.type("U1")
        #expect(desk.units(on: District.robbery) == [District.a12], "\(desk.text)")
    }

    @Test(
        "The unit chord is about the marked units wherever the keys are, and its box names them",
        arguments: ["1", "2", "3", "4"])
    func chordTakesMarks(pane: String) throws {
        let desk = try marked("3A12", "Q5")
        desk.type(pane + "v")
        desk.shows("v · 3A12, Q5")
        desk.type("x")
        #expect(desk.unit(District.a12)?.status == .outOfService && desk.unit(District.q5)?.status == .outOfService)
        #expect(desk.unit(District.a07)?.status == .dispatched)
        #expect(desk.console.markedUnits.isEmpty)
    }

    @Test(
        "What can be done to several incidents is done to the marked ones",
        arguments: ["+", "x1", "H2", "nseen\n", "ex2"])
    func severalIncidents(keys: String) throws {
        let desk = try Desk()
        for id in [District.noise, District.alarm] {
            desk.goTo(id)
            desk.type(" ")
        }
        desk.goTo(District.robbery)
        let before = desk.core.head.position
        desk.type(keys)
        let about = Set(try desk.records().filter { $0.position > before }.compactMap(\.body.incidents.first))
        #expect(about == [District.noise, District.alarm], "\(desk.text)")
        #expect(desk.console.view.incidentList.marked.isEmpty)
    }

    @Test(
        "What is done to one incident is refused while several are marked",
        arguments: ["t", "r", "a", "~", "M", "R", "Dg"])
    func onlyOne(keys: String) throws {
        let desk = try Desk()
        for id in [District.noise, District.alarm] {
            desk.goTo(id)
            desk.type(" ")
        }
        desk.goTo(District.robbery)
        let before = desk.core.head.position
        desk.type(keys)
        #expect(desk.core.head.position == before && desk.console.view.overlay.isNone && desk.console.prompt == nil)
        desk.shows("#4807, #4810 are marked")
        desk.type("\u{1B}\u{1B}t")
        guard case .form = desk.console.view.overlay else { throw Missing.overlay }
        desk.shows("#4821")
    }

    @Test("One marked incident is the one that is meant")
    func oneMarked() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type(" ")
        desk.goTo(District.robbery)
        desk.type("a")
        guard case .assign(let assign) = desk.console.view.overlay else { throw Missing.overlay }
        #expect(assign.incident == District.noise)
    }

    @Test("A closed incident is not marked any more")
    func closedIsUnmarked() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type(" ")
        #expect(desk.other(.close(District.noise, disposition: "report")))
        desk.settle()
        #expect(desk.console.view.incidentList.marked.isEmpty)
    }
}

@Suite("The popups of assignment")
struct AssignPopupTests {
    @Test("Beyond nine rows it scrolls, and the row under the cursor goes")
    func scrolls() throws {
        let more = (10...30).map { number in
            EventBody.unitRegistered(
                UnitRegistered(
                    unit: UnitID(rawValue: UInt32(number)), callsign: "5B\(number)", kind: .vehiclePatrol,
                    pane: .patrol,
                    homeBeat: "B02", dutyPoint: Place(text: "post", point: District.point(Int64(number) * 500, 0)),
                    status: .available))
        }
        let desk = try Desk(events: District.events + more)
        desk.goTo(District.robbery)
        desk.type("aG")
        guard case .assign(let assign) = desk.console.view.overlay else { throw Missing.overlay }
        #expect(assign.ranked.count > 20 && assign.cursor == assign.ranked.count - 1)
        let last = try #require(assign.ranked.last { $0.divertedFrom == nil })
        desk.type(String(repeating: "k", count: assign.ranked.count - 1 - assign.ranked.firstIndex(of: last)!))
        desk.shows(desk.unit(last.unit)?.callsign ?? "?")
        desk.type("\n")
        #expect(desk.units(on: District.robbery) == [last.unit], "\(desk.text)")
    }

    @Test("A filter finds a unit; its digit is that of the row shown; Esc takes the filter back")
    func filters() throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        desk.type("a/Q5\n")
        guard case .assign(let assign) = desk.console.view.overlay else { throw Missing.overlay }
        #expect(assign.ranked.map(\.unit) == [District.q5], "\(desk.text)")
        desk.type("/\u{15}3A14\u{1B}")
        guard case .assign(let back) = desk.console.view.overlay else { throw Missing.overlay }
        #expect(back.ranked.map(\.unit) == [District.q5])
        desk.type("F")
        guard case .assign(let all) = desk.console.view.overlay else { throw Missing.overlay }
        #expect(all.ranked.count > 5)
        desk.type("/Q5\n1")
        #expect(desk.units(on: District.robbery) == [District.q5], "\(desk.text)")
    }

    @Test("A unit on its way to something as urgent is shown last and is asked about")
    func equals() throws {
        let desk = try Desk()
        _ = desk.other(.triage(District.noise, TriageChange(priority: .p2)))
        desk.settle()
        desk.goTo(District.noise)
        desk.type("aG")
        guard case .assign(let assign) = desk.console.view.overlay else { throw Missing.overlay }
        #expect(assign.ranked.last?.unit == District.a07 && assign.ranked.last?.divertedFrom == District.fight)
        desk.type("\n")
        guard case .confirm = desk.console.view.overlay else { throw Missing.overlay }
        desk.type("y")
        #expect(desk.units(on: District.noise) == [District.a07], "\(desk.text)")
    }

    @Test("From a unit also running calls are listed, after those that wait, and can be filtered")
    func running() throws {
        let desk = try Desk()
        desk.type("oQ5\na")
        guard case .pickIncident(let pick) = desk.console.view.overlay else { throw Missing.overlay }
        #expect(pick.choices.map(\.incident) == [District.robbery, District.alarm, District.noise, District.fight])
        desk.type("/fight\n1")
        #expect(Set(desk.units(on: District.fight)) == [District.a07, District.q5], "\(desk.text)")
    }
}
