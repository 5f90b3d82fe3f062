import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("Assigning units by keyboard")
struct AssigningTests {
    @Test("The best unit goes in two keystrokes", arguments: ["a1", "a\n"], Language.allCases)
    func bestUnit(keys: String, language: Language) throws {
        let desk = try Desk(language: language)
        desk.goTo(District.robbery)
        desk.type(keys)
        #expect(desk.units(on: District.robbery) == [District.a12], "\(desk.text)")
        #expect(desk.unit(District.a12)?.status == .dispatched)
        #expect(desk.console.layers.hasNoPopup)
        desk.shows("3A12")
        try desk.checkFold()
    }

    @Test("Two chosen units go in at most five keystrokes", arguments: ["a  \n", "a j \n"])
    func twoUnits(keys: String) throws {
        #expect(keys.count <= 5)
        let desk = try Desk()
        desk.goTo(District.robbery)
        desk.type(keys)
        #expect(desk.units(on: District.robbery).count == 2, "\(desk.text)")
        try desk.checkFold()
    }

    @Test("Units marked in their panes are the ones that go")
    func markedUnits() throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        desk.type("o3A14\n o3F03\n 1a\n")
        #expect(Set(desk.units(on: District.robbery)) == [District.a14, District.foot], "\(desk.text)")
        #expect(desk.console.view.patrolList.marked.isEmpty)
    }

    @Test("One key sends the response plan, from the list and from the popup", arguments: ["r", "ap"])
    func plan(keys: String) throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        let incident = try #require(desk.incident(District.robbery))
        let plan = Recommender(policy: Policy()).planSet(for: incident, board: desk.board, now: desk.hand.now)
        try #require(plan.units.count > 1)
        desk.type(keys)
        #expect(Set(desk.units(on: District.robbery)) == Set(plan.units), "\(desk.text)")
    }

    @Test("From a unit: the waiting incidents, the most urgent first, then those that are running")
    func fromUnit() throws {
        let desk = try Desk()
        desk.type("oQ5\na")
        guard let pick = desk.console.layers.popup(PickIncidentView.self) else { throw Missing.overlay }
        #expect(pick.choices.map(\.incident) == [District.robbery, District.alarm, District.noise, District.fight])
        desk.type("2")
        #expect(desk.units(on: District.alarm) == [District.q5])
    }

    @Test(
        "Where an incident is picked, keys for ranked units say so and reach no row beneath",
        arguments: [" ", "U", "p"])
    func nothingBeneath(key: String) throws {
        let desk = try Desk()
        desk.type("o3A12\n oQ5\n")
        let (marks, selected) = (desk.console.view.markedUnits, desk.console.view.subject)
        desk.type("a" + key)
        desk.shows(desk.console.words.oneIncidentIsPicked)
        #expect(desk.console.view.markedUnits == marks && desk.console.view.subject == selected, "\(desk.text)")
        #expect(desk.console.layers.popup(PickIncidentView.self) != nil)
        #expect(!desk.bottom.contains(Words(.english).message(.nothingSelected)))
    }

    @Test("A busy unit is diverted only after a question whose focus is on Cancel", arguments: Language.allCases)
    func divert(language: Language) throws {
        let desk = try Desk(language: language)
        desk.goTo(District.robbery)
        desk.line("D 3A07 4821")
        guard let confirm = desk.console.layers.popup(ConfirmView.self) else { throw Missing.overlay }
        #expect(confirm.focused == 0)
        desk.shows("#4805")
        let before = desk.core.head.position
        desk.type("\n")
        #expect(desk.core.head.position == before, "Enter on a fresh question changes nothing")
        #expect(desk.console.layers.hasNoPopup)
        desk.line("D 3A07 4821")
        desk.type("y")
        #expect(desk.units(on: District.robbery) == [District.a07])
        #expect(desk.units(on: District.fight).isEmpty)
    }

    @Test("A question answered after the unit has moved on is refused with the difference")
    func staleQuestion() throws {
        let desk = try Desk()
        desk.line("D 3A07 4821")
        #expect(desk.other(.advance(District.a07, .arrived, disposition: "")))
        desk.type("y")
        #expect(desk.units(on: District.robbery).isEmpty, "\(desk.text)")
        #expect(desk.unit(District.a07)?.status == .onScene)
    }

    @Test(
        "Lines of the command language",
        arguments: [
            ("D 3A12 4821", [District.a12], UnitStatus.dispatched), ("d 3a14 #4821", [District.a14], .dispatched),
            ("D 3A12 3A14 4821", [District.a12, District.a14], .dispatched),
        ])
    func dispatchLines(line: String, units: [UnitID], status: UnitStatus) throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.line(line)
        #expect(desk.units(on: District.robbery) == units, "\(desk.text)")
        for unit in units { #expect(desk.unit(unit)?.status == status) }
    }

    @Test("A unit's way from en route to its report, line by line")
    func unitLines() throws {
        let desk = try Desk()
        desk.line("D 3A12 4821")
        for (line, status) in [("AK 3A12", UnitStatus.dispatched), ("EN 3A12", .enRoute), ("A 3A12", .onScene)] {
            desk.line(line)
            #expect(desk.unit(District.a12)?.status == status, "\(line)\n\(desk.text)")
        }
        desk.line("CU 3A12 REPORT")
        #expect(desk.unit(District.a12)?.status == .available, "\(desk.text)")
        #expect(desk.incident(District.robbery)?.isOpen == false)
        #expect(desk.incident(District.robbery)?.disposition == "report")
    }

    @Test("Hold and a new incident with units, in one line each")
    func holdAndCreate() throws {
        let desk = try Desk()
        desk.line("H 4821 15m")
        #expect(desk.incident(District.robbery)?.held == true)
        desk.line("n robbery @mission st p1 > 3A12 3A14")
        if desk.console.layers.popup is MenuView { desk.type("\n") }
        let made = try #require(desk.board.incidents.elements.last)
        #expect(made.id.rawValue == 4822)
        #expect(Set(desk.units(on: made.id)) == [District.a12, District.a14], "\(desk.text)")
        #expect(made.priority == .p1)
    }

    @Test("Several meanings open a menu; nothing is guessed, a digit answers")
    func ambiguity() throws {
        let desk = try Desk()
        let before = desk.core.head.position
        desk.line("D 3A 4821")
        guard let menu = desk.console.layers.popup(MenuView.self) else {
            Issue.record("no menu\n\(desk.text)")
            return
        }
        #expect(menu.rows.count > 1)
        #expect(desk.core.head.position == before)
        let free = try #require(menu.rows.firstIndex { $0.label.contains("3A12") })
        desk.type("\(free + 1)")
        #expect(desk.console.layers.hasNoPopup, "\(desk.text)")
        #expect(desk.units(on: District.robbery) == [District.a12], "\(desk.text)")
    }

    @Test("A refused order keeps the popup open, says why and keeps the marks")
    func refusedKeepsPopup() throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        desk.type("a  ")
        #expect(desk.other(.note(District.robbery, text: "a note changes no meaning")))
        #expect(desk.other(.triage(District.robbery, TriageChange(priority: .p2))))
        desk.type("\n")
        #expect(desk.units(on: District.robbery).isEmpty)
        guard let assign = desk.console.layers.popup(AssignView.self) else { throw Missing.overlay }
        #expect(assign.marked.count == 2)
        #expect(assign.message?.kind == .error)
        desk.type("\n")
        #expect(desk.units(on: District.robbery).count == 2, "\(desk.text)")
    }
}

/// Something that a test counted on being there.
enum Missing: Error {
    case overlay
    case region
}
