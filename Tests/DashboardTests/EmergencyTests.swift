import DispatchModel
import DispatchPolicy
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
        desk.type("..")
        #expect(desk.selected == call, "nobody is sent there")
        desk.line("D 3A12 \(call.rawValue)")
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

    /// A crew calls for help.
    private func callForHelp(_ callsign: String, at desk: Desk) {
        desk.feed(
            Observation(
                at: desk.hand.now, actor: .crew(callsign), content: .status(callsign: callsign, status: .emergency)))
        desk.settle()
    }

    @Test("While an earlier time is shown the calls of now stand over it, and the keys that go to them go to now")
    func inThePast() throws {
        let desk = try Desk()
        callForHelp("Q5", at: desk)
        for key in [".", "!"] {
            desk.line("asof start")
            desk.shows("NOW: EMERGENCY Q5")
            #expect(desk.console.isInThePast)
            callForHelp("3A12", at: desk)
            desk.shows("NOW: EMERGENCY 3A12")
            desk.type(key)
            #expect(!desk.console.isInThePast)
            desk.hides("NOW: EMERGENCY")
            desk.shows("EMERGENCY Q5")
        }
    }

    @Test("The key that goes to what waits stays on a call to which nobody is sent, and says so, before it goes on")
    func stays() throws {
        let desk = try Desk()
        desk.line("emergency Q5")
        let call = try call(desk)
        desk.type(".")
        #expect(desk.selected == call)
        desk.shows(Words(.english).nobodySent(to: "Q5"))
        desk.line("emergency Q2")
        let calls = desk.console.view.emergencies.calls.compactMap(\.incident)
        #expect(calls.count == 2)
        for _ in 0..<2 {
            for _ in calls { desk.type(".") }
            #expect(calls.contains(desk.selected ?? IncidentID(rawValue: 0)), "round and round among them")
        }
        for call in calls { desk.line("D 3A\(call == calls[0] ? 12 : 14) \(call.rawValue)") }
        desk.type("..")
        #expect(!calls.contains(desk.selected ?? IncidentID(rawValue: 0)), "then it goes on: \(desk.text)")
    }

    @Test("One undo too many asks before it calls the help off, in both languages", arguments: Language.allCases)
    func takenBack(language: Language) throws {
        let desk = try Desk(language: language)
        let words = Words(language)
        desk.line("emergency Q5")
        let call = try call(desk)
        desk.type("u")
        desk.shows(words.takeBackCallQuestion(District.q5, on: desk.board))
        desk.type("\u{1B}")
        #expect(desk.incident(call)?.isOpen == true)
        desk.type("u")
        desk.type("y")
        #expect(desk.incident(call)?.isOpen == false, "\(desk.text)")
        #expect(desk.unit(District.q5)?.status != .emergency)
    }

    @Test("Calls to which nobody is sent come before the others, and those without a line are named")
    func order() throws {
        let desk = try Desk()
        desk.line("emergency Q5")
        let first = try call(desk)
        desk.line("D 3A12 \(first.rawValue)")
        for callsign in ["3A07", "3A14", "Q2"] {
            desk.line("emergency \(callsign)")
        }
        let calls = desk.console.view.emergencies.calls
        #expect(calls.last?.incident == first, "\(calls)")
        let unsent = calls.dropLast().map { $0.isNobodySent }
        #expect(!unsent.contains(false))
        desk.shows("MORE: ")
        desk.shows(" Q5")
    }

    @Test("One that cannot be recorded stands over everything, whatever is pressed, and is entered again by itself")
    func notRecorded() throws {
        let desk = try Desk()
        desk.journal.fail(.diskFull)
        let mark = "NOT RECORDED: EMERGENCY "
        for callsign in ["Q5", "3A12"] {
            desk.line("emergency \(callsign)")
            desk.settle()
            desk.shows(mark + callsign)
        }
        desk.type("\u{1B}\u{1B}j!")
        desk.shows(mark + "Q5")
        #expect(desk.console.unrecordedOrders.count >= 2, "they are told once more at the end")
        desk.journal.fail(nil)
        desk.run(for: .seconds(3))
        desk.settle()
        desk.hides(mark)
        desk.shows("EMERGENCY Q5")
        let calls = desk.board.incidents.elements.filter { $0.emergency != nil }
        #expect(calls.count == 2, "each once")
        desk.type("\u{1B}\u{1B}")
        #expect(desk.console.unrecordedOrders.isEmpty)
        try desk.checkFold()
    }

    @Test("On a screen too small for the panes whose it is is asked in sight, and it is entered")
    func tooSmall() throws {
        let desk = try Desk()
        desk.type("2")
        desk.resize(Size(columns: 40, rows: 10))
        try desk.chord("ctrl-e")
        #expect(desk.board.units.elements.allSatisfy { $0.status != .emergency }, "no selection is in sight")
        desk.typeAtOnce("Q5")
        desk.settle()
        desk.shows("Q5")
        desk.type("\n")
        #expect(desk.unit(District.q5)?.status == .emergency, "\(desk.text)")
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
        guard let form = desk.console.layers.popup(FormView.self) else {
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
