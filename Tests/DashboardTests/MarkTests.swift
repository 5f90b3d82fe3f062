import DispatchModel
import DispatchPolicy
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
        guard let pick = desk.console.layers.popup(PickIncidentView.self) else { throw Missing.overlay }
        #expect(pick.units == [District.a12, District.a14])
        desk.shows("3A12")
        desk.type("1")
        #expect(Set(desk.units(on: District.robbery)) == [District.a12, District.a14], "\(desk.text)")
        #expect(desk.unit(District.foot)?.status == .available)
        #expect(desk.console.view.markedUnits.isEmpty)
    }

    @Test(
        "A key that would send others than the marked sends nobody, says so and keeps the marks",
        arguments: ["a1", "ap", "r"])
    func othersAreRefused(keys: String) throws {
        let desk = try marked("3A14", "Q5")
        let before = desk.core.head.position
        desk.type("1\(keys)")
        #expect(desk.core.head.position == before)
        #expect(desk.console.view.markedUnits == [District.a14, District.q5])
        desk.shows("nothing sent")
        desk.type(keys == "r" ? "a\n" : "\n")
        #expect(Set(desk.units(on: District.robbery)) == [District.a14, District.q5], "\(desk.text)")
    }

    @Test("A marked unit that the ranking leaves out is named, and Enter asks about it")
    func outsideTheRanking() throws {
        let desk = try marked("3A29")
        desk.type("1a")
        guard let assign = desk.console.layers.popup(AssignView.self) else { throw Missing.overlay }
        #expect(assign.marked == [District.away] && !assign.ranked.contains { $0.unit == District.away })
        desk.shows("3A29")
        desk.type("\n")
        guard let again = desk.console.layers.popup(AssignView.self) else { throw Missing.overlay }
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
        #expect(desk.console.view.markedUnits.isEmpty)
    }

    @Test(
        "What can be done to several incidents is done to the marked ones",
        arguments: ["+", "x1", "H2\n", "nseen\n", "ex2"])
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
        arguments: ["t", "r", "a", "~", "es", "R", "Dg"])
    func onlyOne(keys: String) throws {
        let desk = try Desk()
        for id in [District.noise, District.alarm] {
            desk.goTo(id)
            desk.type(" ")
        }
        desk.goTo(District.robbery)
        let before = desk.core.head.position
        desk.type(keys)
        #expect(desk.core.head.position == before && desk.console.layers.hasNoPopup && desk.console.prompt == nil)
        desk.shows("#4807, #4810 are marked")
        desk.type("\u{1B}\u{1B}t")
        guard desk.console.layers.popup is FormView else { throw Missing.overlay }
        desk.shows("#4821")
    }

    @Test("One marked incident is the one that is meant")
    func oneMarked() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type(" ")
        desk.goTo(District.robbery)
        desk.type("a")
        guard let assign = desk.console.layers.popup(AssignView.self) else { throw Missing.overlay }
        #expect(assign.incident == District.noise)
    }

    @Test(
        "One undo takes back all of an action on several, and then the one before it", arguments: ["+", "x1", "H2\n"])
    func oneUndo(keys: String) throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        desk.type("-")
        for id in [District.noise, District.alarm] {
            desk.goTo(id)
            desk.type(" ")
        }
        let ids = [District.noise, District.alarm]
        func states() -> [String] {
            ids.compactMap { desk.incident($0) }.map { "\($0.priority) \($0.held) \($0.isOpen)" }
        }
        let before = states()
        desk.type(keys)
        #expect(states() != before)
        desk.type("u")
        #expect(states() == before, "\(desk.text)")
        #expect(desk.incident(District.robbery)?.priority == .p2)
        desk.type("u")
        #expect(desk.incident(District.robbery)?.priority == .p1, "\(desk.text)")
        try desk.checkFold()
    }

    @Test("The same for units")
    func oneUndoOfUnits() throws {
        let desk = try marked("3A12", "Q5")
        desk.type("vxu")
        #expect(desk.unit(District.a12)?.status == .available && desk.unit(District.q5)?.status == .available)
        desk.type("u")
        desk.shows(Words(.english).refusal(.nothingToUndo, on: desk.board).reason)
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

    @Test("A detail acts on what it shows, alone, whatever is marked, by key, chord, line and palette")
    func detailAlone() throws {
        for keys in ["+", "e+", ":raise-priority\n", "\u{10}raise the\n", "x1", "nseen\n", "ex2"] {
            for enter in ["\n", "d"] {
                let desk = try Desk()
                for id in [District.noise, District.alarm] {
                    desk.goTo(id)
                    desk.type(" ")
                }
                desk.goTo(District.fight)
                let before = desk.core.head.position
                desk.type(enter + keys)
                let about = Set(try desk.records().filter { $0.position > before }.compactMap(\.body.incidents.first))
                #expect(about == [District.fight], "\(enter)\(keys)\n\(desk.text)")
                #expect(desk.console.view.incidentList.marked == [District.noise, District.alarm])
            }
        }
    }

    @Test("A unit's detail acts on that unit alone", arguments: ["vx", ":oos 3F03 test\n"])
    func unitDetailAlone(keys: String) throws {
        let desk = try marked("3A12", "Q5")
        desk.type("o3F03\n\n")
        desk.type(String(keys.prefix(1)))
        desk.hides("3A12, Q5")
        desk.type(String(keys.dropFirst()))
        #expect(desk.unit(District.foot)?.status == .outOfService, "\(desk.text)")
        #expect(desk.unit(District.a12)?.status == .available && desk.unit(District.q5)?.status == .available)
        #expect(desk.console.view.markedUnits == [District.a12, District.q5])
    }

    @Test(
        "A mark that a filter hides is refused by name, with what shows it",
        arguments: ["+", "x", "H", "n", "t", "a", "y"])
    func hiddenIncident(keys: String) throws {
        for language in Language.allCases {
            let desk = try Desk(language: language)
            desk.goTo(District.noise)
            desk.type(" ")
            desk.type("/fire\n")
            let before = desk.core.head.position
            desk.type(keys)
            #expect(desk.core.head.position == before && desk.console.layers.hasNoPopup && desk.console.prompt == nil)
            desk.shows(Words(language).marksOutOfSight("#4807", clear: "U"))
            #expect(desk.screen.clipboard.isEmpty)
            desk.type("Fex1")
            #expect(desk.incident(District.noise)?.isOpen == false, "\(desk.text)")
        }
    }

    @Test("Marked units that a filter hides are refused as well", arguments: ["a", "vx", "y"])
    func hiddenUnit(keys: String) throws {
        let desk = try marked("3A12")
        desk.type("2/3F\n")
        let before = desk.core.head.position
        desk.type(keys)
        #expect(desk.core.head.position == before && desk.console.layers.hasNoPopup)
        desk.shows(Words(.english).marksOutOfSight("3A12", clear: "U"))
    }

    @Test("Titles and tabs count the marks, in sight or not", arguments: Language.allCases)
    func counted(language: Language) throws {
        for size in [Size(columns: 120, rows: 36), Size(columns: 80, rows: 24)] {
            let desk = try Desk(size: size, language: language)
            for id in [District.noise, District.alarm] {
                desk.goTo(id)
                desk.type(" ")
            }
            let sign = size.columns == 80 ? "✓2" : Words(language).marked(2)
            desk.shows(sign)
            desk.type("/fight\n")
            desk.shows(sign)
            desk.type("2")
            desk.shows(sign)
        }
    }

    @Test("The marked rows are copied, a line each; from a detail only what it shows")
    func copies() throws {
        let desk = try Desk()
        for id in [District.noise, District.alarm] {
            desk.goTo(id)
            desk.type(" ")
        }
        desk.type("y")
        let lines = try #require(desk.screen.clipboard.last).split(separator: "\n")
        #expect(lines.count == 2 && lines[0].contains("#4807") && lines[1].contains("#4810"))
        desk.shows(Words(.english).message(.copied(lines: 2)))
        desk.goTo(District.robbery)
        desk.type("\ny")
        #expect(
            desk.screen.clipboard.last?.contains("\n") == false && desk.screen.clipboard.last?.contains("#4821") == true
        )
    }
}
