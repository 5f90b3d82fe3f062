import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("Nothing typed is lost with Esc")
struct DraftTests {
    private func texts(_ desk: Desk) throws -> [String] {
        guard let form = desk.console.layers.popup(FormView.self) else { throw Missing.overlay }
        return form.fields.map(\.field.text)
    }

    @Test(
        "A report left with Esc is kept unsent; the same key brings it back and says so", arguments: Language.allCases)
    func report(language: Language) throws {
        let desk = try Desk(language: language)
        let before = desk.core.head.position
        desk.type("c")
        desk.typeAtOnce("robbery\tElm St 9\t\t\tman with a knife")
        let typed = try texts(desk)
        desk.type("\u{1B}")
        #expect(desk.core.head.position == before && desk.console.layers.hasNoPopup)
        desk.shows(Words(language).draftKept("c"))
        desk.type("c")
        #expect(try texts(desk) == typed)
        desk.shows(Words(language).draftBack(clear: "ctrl-y"))
        desk.type("\n")
        #expect(desk.board.incidents.elements.last?.reports.last?.text == "man with a knife", "\(desk.text)")
        desk.type("c")
        #expect(try texts(desk).allSatisfy(\.isEmpty), "what was recorded is no draft")
    }

    @Test("A reason left with Esc names the key that asks for it again", arguments: [("3A29", "v c"), ("3A07", "v x")])
    func reason(unit: String, keys: String) throws {
        let desk = try Desk()
        desk.type("o\(unit)\n")
        try desk.chord(keys)
        try #require(desk.console.prompt != nil, "\(desk.text)")
        desk.typeAtOnce("radio order")
        desk.type("\u{1B}")
        desk.shows(desk.console.words.draftKept(keys))
        try desk.chord(keys)
        desk.shows("radio order")
    }

    @Test("One key empties the form, and then nothing is kept")
    func emptied() throws {
        let desk = try Desk()
        desk.type("c")
        desk.typeAtOnce("robbery\tElm St 9")
        desk.type("\u{1B}c")
        try desk.chord("ctrl-y")
        #expect(try texts(desk).allSatisfy(\.isEmpty))
        desk.type("\u{1B}c")
        #expect(try texts(desk).allSatisfy(\.isEmpty))
    }

    @Test("A draft belongs to what it was about, and is never another's", arguments: ["n", "t"])
    func belongs(key: String) throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type(key)
        desk.typeAtOnce(" typed here")
        desk.type("\u{1B}")
        desk.goTo(District.fight)
        desk.type(key)
        desk.hides("typed here")
        desk.type("\u{1B}")
        desk.goTo(District.noise)
        let before = desk.core.head.position
        desk.type(key)
        desk.shows("typed here")
        #expect(desk.core.head.position == before)
    }

    @Test("A triage taken up again changes only what was typed, on the incident as it is now")
    func triage() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type("t")
        desk.press(Key(.down), Key(.down))
        desk.type("\u{7F}2\u{1B}")
        #expect(desk.other(.triage(District.noise, TriageChange(place: Place(text: "Elm St 9")))))
        desk.settle()
        desk.type("t")
        #expect(try texts(desk)[1] == "Elm St 9")
        desk.type("\n")
        let incident = try #require(desk.incident(District.noise))
        #expect(incident.priority == .p2 && incident.place.text == "Elm St 9", "\(desk.text)")
    }

    @Test("A form is there again behind its keys, and a line that was left comes back with the up key")
    func otherWays() throws {
        let desk = try Desk()
        desk.type("c")
        desk.typeAtOnce("robb")
        try desk.chord("f1")
        desk.type("\u{1B}")
        #expect(try texts(desk)[0] == "robb")
        desk.type("\u{1B}:D 3A12\u{1B}:")
        desk.press(Key(.up))
        #expect(desk.console.prompt?.line.field.text == "D 3A12")
    }

    @Test("Nothing typed leaves no draft and says nothing")
    func nothing() throws {
        let desk = try Desk()
        desk.type("c\u{1B}")
        #expect(desk.console.keyboard.drafts.kept.isEmpty && desk.console.teller.notice == nil)
        desk.goTo(District.noise)
        desk.type("n  \u{1B}")
        #expect(desk.console.keyboard.drafts.kept.isEmpty)
    }
}
