import DispatchModel
import DispatchPolicy
import Keymap
import Panes
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("An officer's call for help at the console")
struct EmergencyTests {
    /// The incident of the newest call for help.
    private func call(_ desk: Desk) throws -> IncidentID {
        try #require(desk.board.incidents.elements.filter { $0.emergency != nil }.map(\.id).max())
    }

    @Test("It is selected at once, whatever was filtered and sorted, and the next orders are about it")
    func selectedAtOnce() throws {
        let desk = try Desk()
        desk.type("/noise\n")
        desk.line("sort age")
        desk.type("2")
        desk.line("emergency Q5")
        let call = try call(desk)
        #expect(desk.selected == call, "\(desk.text)")
        #expect(desk.console.view.focus == .dispatch)
        #expect(desk.console.view.incidents.id(at: 0) == call)
        desk.type("a1")
        #expect(desk.units(on: call).count == 1, "\(desk.text)")
    }

    @Test("By every way it can be called", arguments: [":emergency 3A12\n", "2vE", "\u{5}3A12\n"])
    func everyWay(keys: String) throws {
        let desk = try Desk()
        if keys.hasPrefix("\u{5}") {
            try desk.chord("ctrl-e")
            desk.type(String(keys.dropFirst()))
        } else if keys.hasPrefix("2") {
            desk.type("2")
            try desk.chord("ctrl-e")
        } else {
            desk.type(keys)
        }
        #expect(desk.selected == (try call(desk)), "\(desk.text)")
        desk.shows("EMERGENCY 3A")
    }

    @Test(
        "The line stands after an answer, and goes once the unit is well and the incident closed",
        arguments: Language.allCases)
    func untilResolved(language: Language) throws {
        let desk = try Desk(language: language)
        let mark = Words(language).emergencyMark + " Q5"
        desk.line("emergency Q5")
        desk.shows(mark)
        desk.type("!a")
        #expect(desk.board.alerts.elements.allSatisfy { $0.kind != .emergency || $0.acknowledged }, "\(desk.text)")
        desk.shows(mark)
        desk.line("AV Q5")
        desk.shows(mark)
        desk.line("CE \(try call(desk).rawValue) report")
        desk.hides(mark)
    }

    @Test("It comes from the board: after a restart it stands there again, first and selected")
    func restart() throws {
        let first = try Desk()
        first.line("emergency Q5")
        let events = try first.records().map(\.body)
        let again = try Desk(events: events)
        again.shows("EMERGENCY Q5")
        #expect(again.selected == (try call(again)), "\(again.text)")
    }

    @Test("The keys for what waits and what asks go to it from anywhere, and on from there")
    func keys() throws {
        let desk = try Desk()
        desk.line("emergency Q5")
        let call = try call(desk)
        desk.goTo(District.noise)
        desk.type(".")
        #expect(desk.selected == call)
        desk.type(".")
        #expect(desk.selected == District.robbery, "\(desk.text)")
        desk.type(".")
        #expect(desk.selected != District.robbery && desk.selected != call)
        desk.type("2")
        desk.type("!")
        #expect(desk.console.view.focus == .alerts)
        let alert = try #require(desk.console.view.alertList.selected)
        #expect(desk.board.alerts[alert]?.kind == .emergency, "\(desk.text)")
        desk.type("a")
        desk.type("1!")
        #expect(desk.console.view.alertList.selected == alert, "answered it is still the first")
    }

    @Test("A proposed callsign gives way to the one that is typed, and is taken by Enter", arguments: [true, false])
    func proposal(types: Bool) throws {
        let desk = try Desk()
        desk.goTo(District.fight)
        try desk.chord("ctrl-e")
        #expect(desk.console.prompt?.line.field.text == "3A07")
        desk.type(types ? "Q5\n" : "\n")
        #expect(desk.unit(types ? District.q5 : District.a07)?.status == .emergency, "\(desk.text)")
        #expect(desk.unit(types ? District.a07 : District.q5)?.status != .emergency)
    }

    @Test(
        "A cursor moved into the proposal goes on from it; Backspace takes it away", arguments: ["left", "backspace"])
    func editedProposal(key: String) throws {
        let desk = try Desk()
        desk.goTo(District.fight)
        try desk.chord("ctrl-e")
        try desk.chord(key)
        #expect(desk.console.prompt?.line.field.text == (key == "left" ? "3A07" : ""))
    }

    @Test("A held picture goes on for it, and that is said")
    func frozen() throws {
        let desk = try Desk()
        desk.type("z")
        desk.feed(
            Observation(at: desk.hand.now, actor: .crew("Q5"), content: .status(callsign: "Q5", status: .emergency)))
        desk.settle()
        #expect(desk.console.view.frozenSince == nil)
        desk.shows(Words(.english).emergencyThaws("Q5"))
        #expect(desk.console.view.incidentList.inSight.first == (try call(desk)), "\(desk.text)")
    }

    @Test("One that somebody else calls does not move what a key is about")
    func fromElsewhere() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.feed(
            Observation(at: desk.hand.now, actor: .crew("Q5"), content: .status(callsign: "Q5", status: .emergency)))
        desk.settle()
        #expect(desk.selected == District.noise)
        desk.shows("EMERGENCY Q5")
    }

    @Test("Under an open form the line is in sight, and the form comes back as it was")
    func underForm() throws {
        let desk = try Desk(size: Size(columns: 80, rows: 24))
        desk.type("c")
        desk.typeAtOnce("robb")
        try desk.chord("ctrl-e")
        desk.type("Q5\n")
        desk.shows("EMERGENCY Q5")
        guard case .form(let form) = desk.console.view.overlay else {
            Issue.record("no form: \(desk.text)")
            return
        }
        #expect(form.fields[0].field.text == "robb")
        #expect(desk.selected == (try call(desk)))
    }

    @Test("Its type has words, never its code", arguments: Language.allCases)
    func words(language: Language) throws {
        let desk = try Desk(language: language)
        desk.line("emergency Q5")
        desk.hides("officer-emergency")
        desk.hides("officer_emergency")
    }

    @Test("A watching console goes there by itself")
    func watching() throws {
        let writer = try Desk()
        writer.line("emergency Q5")
        let known = District.events.count
        let records = try writer.records().filter { $0.position > known }
        var isOut = false
        let desk = try Desk(
            settings: { $0.watching = true },
            appended: { position in isOut ? records.filter { $0.position > position } : [] })
        desk.goTo(District.noise)
        isOut = true
        desk.run(for: .seconds(1))
        desk.shows("EMERGENCY Q5")
        #expect(desk.selected == (try call(desk)), "\(desk.text)")
    }
}
