import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Dashboard

/// More units than a popup has rows, ever further away.
private let manyUnits = (10...30).map { number in
    EventBody.unitRegistered(
        UnitRegistered(
            unit: UnitID(rawValue: UInt32(number)), callsign: "5B\(number)", kind: .vehiclePatrol, pane: .patrol,
            homeBeat: "B02", dutyPoint: Place(text: "post", point: District.point(Int64(number) * 500, 0)),
            status: .available))
}

@Suite("The popups of assignment")
struct AssignPopupTests {
    @Test("Beyond nine rows it scrolls, and the row under the cursor goes")
    func scrolls() throws {
        let desk = try Desk(events: District.events + manyUnits)
        desk.goTo(District.robbery)
        desk.type("aG")
        guard let assign = desk.console.layers.popup(AssignView.self) else { throw Missing.overlay }
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
        guard let assign = desk.console.layers.popup(AssignView.self) else { throw Missing.overlay }
        #expect(assign.ranked.map(\.unit) == [District.q5], "\(desk.text)")
        desk.type("/\u{15}3A14\u{1B}")
        guard let back = desk.console.layers.popup(AssignView.self) else { throw Missing.overlay }
        #expect(back.ranked.map(\.unit) == [District.q5])
        desk.type("F")
        guard let all = desk.console.layers.popup(AssignView.self) else { throw Missing.overlay }
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
        guard let assign = desk.console.layers.popup(AssignView.self) else { throw Missing.overlay }
        #expect(assign.ranked.last?.unit == District.a07 && assign.ranked.last?.divertedFrom == District.fight)
        desk.type("\n")
        guard desk.console.layers.popup is ConfirmView else { throw Missing.overlay }
        desk.type("y")
        #expect(desk.units(on: District.noise) == [District.a07], "\(desk.text)")
    }

    @Test("From a unit also running calls are listed, after those that wait, and can be filtered")
    func running() throws {
        let desk = try Desk()
        desk.type("oQ5\na")
        guard let pick = desk.console.layers.popup(PickIncidentView.self) else { throw Missing.overlay }
        #expect(pick.choices.map(\.incident) == [District.robbery, District.alarm, District.noise, District.fight])
        desk.type("/fight\n1")
        #expect(Set(desk.units(on: District.fight)) == [District.a07, District.q5], "\(desk.text)")
    }

    @Test(
        "A digit means a row that can be seen: scrolled away it is refused and sends nobody",
        arguments: Language.allCases)
    func digitsInSight(language: Language) throws {
        let desk = try Desk(language: language, events: District.events + manyUnits)
        desk.goTo(District.robbery)
        desk.type("a")
        desk.press(Key(.pageDown))
        let words = Words(language)
        desk.shows(words.pick("▲ 5 above", "▲ 上方5项"))
        let before = desk.core.head.position
        desk.type("3")
        #expect(desk.core.head.position == before)
        desk.shows(words.rowOutOfSight(3, top: "g"))
        desk.type("6")
        #expect(desk.units(on: District.robbery).count == 1, "\(desk.text)")
    }

    @Test("The same where incidents are chosen for a unit")
    func incidentDigits() throws {
        let more = (1...20).map {
            District.incident(
                IncidentID(rawValue: UInt32(4900 + $0)), "063", .p4, Place(text: "Elm St \($0)"), "B07",
                report: Int64(100 + $0), age: 10)
        }
        let desk = try Desk(events: District.events + more)
        desk.type("oQ5\naG")
        let before = desk.core.head.position
        desk.type("2")
        #expect(desk.core.head.position == before)
        desk.shows(Words(.english).rowOutOfSight(2, top: "g"))
        desk.type("g2")
        #expect(desk.units(on: District.alarm) == [District.q5], "\(desk.text)")
    }

    @Test("A key that was refused and told is forgotten after a few seconds")
    func strayForgotten() throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        desk.type("aQ")
        desk.run(for: .seconds(5))
        desk.type("1")
        #expect(desk.units(on: District.robbery).count == 1, "\(desk.text)")
    }

    @Test("A digit or Enter behind letters that mean nothing sends nobody", arguments: ["aQ5", "aQf\n", "azzp"])
    func strayLetters(keys: String) throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        let before = desk.core.head.position
        desk.type(keys)
        #expect(desk.core.head.position == before)
        desk.shows("means nothing here")
        desk.type("1")
        #expect(desk.units(on: District.robbery).count == 1, "\(desk.text)")
    }
}

@Suite("Boxes and sentences name what they are about")
struct NamingTests {
    @Test(
        "A box says the type and place of its incident, and closing how many units come free",
        arguments: Language.allCases)
    func titles(language: Language) throws {
        for keys in ["x", "H", "Dg"] {
            let desk = try Desk(language: language)
            desk.goTo(District.fight)
            desk.type(keys)
            guard let menu = desk.console.layers.popup(MenuView.self) else { throw Missing.overlay }
            let words = Words(language)
            #expect(menu.title.contains(words.number(District.fight)) && menu.title.contains("Zoo Rd"), "\(menu.title)")
            #expect(menu.title.contains(words.type("fight", on: desk.board)))
            if keys == "x" { #expect(menu.title.hasPrefix(words.closeTitle("#4805", units: 1))) }
        }
    }

    @Test("Diverting names both incidents; the plan that finds nobody names its incident")
    func questions() throws {
        let desk = try Desk()
        desk.line("D 3A07 4821")
        desk.shows("Divert 3A07 to #4821 P1 Robbery, Mission St / 16th?")
        desk.type("n")
        desk.goTo(District.robbery)
        desk.type("rr")
        desk.type("r")
        #expect(desk.console.teller.notice?.text.hasPrefix("#4821: ") == true, "\(desk.text)")
    }

    @Test("A place without a point is said where units are ranked for it", arguments: Language.allCases)
    func rankedBlindly(language: Language) throws {
        let desk = try Desk(language: language)
        desk.line("n robbery @\"12 Pike St\"")
        desk.type("a")
        desk.shows(Words(language).rankedBlindly("12 Pike St"))
        desk.type("\u{1B}")
        desk.goTo(District.robbery)
        desk.type("a")
        desk.hides(Words(language).rankedBlindly(District.mission.text))
    }

    @Test("The emergency key asks which unit is meant where the command line does")
    func whichUnit() throws {
        let desk = try Desk()
        try desk.chord("ctrl-e")
        desk.type("12\n")
        let line = try Desk()
        line.line("E 12")
        if let menu = line.console.layers.popup(MenuView.self) {
            #expect(desk.console.prompt?.line.error == menu.title, "\(desk.text)")
            #expect(desk.console.prompt?.line.completions.count == menu.rows.count)
        } else {
            #expect(desk.board.units.elements.contains { $0.status == .emergency }, "\(line.text)")
        }
    }
}

@Suite("Menus are chosen from by letters")
struct MenuLetterTests {
    private func menu(_ desk: Desk) throws -> MenuView {
        guard let menu = desk.console.layers.popup(MenuView.self) else { throw Missing.overlay }
        return menu
    }

    @Test(
        "Letters find the line that begins with them",
        arguments: [("unf", "unfounded"), ("g", "gone-on-arrival"), ("fal", "false-alarm"), ("d", "duplicate")])
    func finds(letters: String, disposition: String) throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type("x" + letters + "\n")
        #expect(desk.incident(District.noise)?.disposition == disposition, "\(desk.text)")
    }

    @Test("Letters that fit no line choose nothing, until they are taken back", arguments: Language.allCases)
    func unfit(language: Language) throws {
        let desk = try Desk(language: language)
        desk.goTo(District.noise)
        let before = desk.core.head.position
        desk.type("xwork\n")
        #expect(desk.core.head.position == before)
        desk.shows(Words(language).noLineBegins("work"))
        #expect(try menu(desk).typed == "work" && menu(desk).cursor == 0)
        desk.type("\u{7F}\u{7F}\u{7F}\u{7F}")
        desk.press(Key(.down))
        desk.type("\n")
        #expect(desk.incident(District.noise)?.isOpen == false, "\(desk.text)")
    }

    @Test("Arrows go on from the line that was found, and digits choose as ever")
    func movesOn() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type("xunf")
        let found = try menu(desk).cursor
        desk.press(Key(.down))
        #expect(try menu(desk).cursor == found + 1 && menu(desk).typed.isEmpty)
        desk.type("2")
        #expect(desk.incident(District.noise)?.disposition == "arrest", "\(desk.text)")
    }

    @Test("A digit of a line that is scrolled away is refused")
    func digitsInSight() throws {
        let desk = try Desk(size: Size(columns: 60, rows: 16))
        desk.goTo(District.noise)
        desk.type("xG")
        let before = desk.core.head.position
        desk.type("1")
        #expect(desk.core.head.position == before)
        desk.shows(Words(.english).rowOutOfSight(1, top: "g"))
        desk.shows("above")
    }
}
