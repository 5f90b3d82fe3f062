import DispatchModel
import DispatchPolicy
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Core
@testable import Dashboard

@Suite("Keys, text, paste and mouse")
struct InputTests {
    @Test("The emergency key works whatever is open, and what was typed comes back", arguments: Somewhere.allCases)
    func emergency(place: Somewhere) throws {
        let desk = try Desk()
        place.enter(desk)
        let before = typed(desk)
        let overlay = "\(desk.console.mode)"
        let isOpen = desk.console.prompt != nil || !desk.console.layers.hasNoPopup
        try desk.chord("ctrl-e")
        if desk.console.prompt != nil {
            desk.press(Key(.character("u"), .control))
            desk.typeAtOnce("3A14")
            desk.press(Key(.enter))
        }
        #expect(desk.board.units.elements.contains { $0.status == .emergency }, "\(desk.text)")
        #expect(typed(desk) == before, "\(desk.text)")
        // Where nothing was open the call is selected in the queue.
        let mode = isOpen && place != .chord ? overlay : "\(Mode.dispatch)"
        #expect("\(desk.console.mode)" == mode, "\(desk.text)")
        try desk.checkFold()
    }

    @Test("An emergency called off brings back what was open", arguments: [Somewhere.form, .note, .assign, .menu])
    func calledOff(place: Somewhere) throws {
        let desk = try Desk()
        place.enter(desk)
        let before = typed(desk)
        try desk.chord("f12")
        try desk.chord("f12")
        desk.type("\u{1B}")
        #expect(typed(desk) == before)
        #expect(!desk.board.units.elements.contains { $0.status == .emergency })
    }

    private func typed(_ desk: Desk) -> [String] {
        if let prompt = desk.console.prompt { return [prompt.line.field.text] }
        if let form = desk.console.layers.popup(FormView.self) { return form.fields.map(\.field.text) }
        return []
    }

    @Test("The beginning of one callsign is enough for an emergency, of several it is not")
    func emergencyPrefix() throws {
        let desk = try Desk()
        try desk.chord("ctrl-e")
        desk.type("3A\n")
        #expect(desk.console.prompt?.line.error.isEmpty == false)
        desk.press(Key(.character("u"), .control))
        desk.type("q5")
        desk.type("\n")
        #expect(desk.unit(District.q5)?.status == .emergency, "\(desk.text)")
    }

    @Test(
        "A paste outside an input does nothing and says so",
        arguments: [
            Somewhere.dispatch, .patrol, .alerts, .detail, .assign, .confirm, .menu, .help, .chord,
        ], Language.allCases)
    func pasteOutside(place: Somewhere, language: Language) throws {
        let desk = try Desk(language: language)
        place.enter(desk)
        let before = desk.core.head.position
        desk.paste("a1\ny\nu:q\n")
        #expect(desk.core.head.position == before)
        #expect(desk.console.ended == nil)
        desk.shows(Words(language).message(.pasteIgnored))
    }

    @Test(
        "A paste into an input is text; its line ends run nothing",
        arguments: [Somewhere.line, .note, .filter, .form, .palette])
    func pasteInside(place: Somewhere) throws {
        let desk = try Desk()
        place.enter(desk)
        let before = desk.core.head.position
        desk.paste("two\nlines\u{1B}[31m")
        #expect(desk.core.head.position == before)
        desk.hides("\u{1B}")
        #expect(desk.text.contains("two"), "\(desk.text)")
    }

    @Test("Off by default, the mouse does nothing; on, a click selects the thing drawn there")
    func mouse() throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        let region = try row(of: .incident(District.noise), desk)
        click(desk, region)
        #expect(desk.selected == District.robbery)
        desk.line("mouse on")
        click(desk, try row(of: .incident(District.noise), desk))
        #expect(desk.selected == District.noise)
        // What is drawn there counts, though the list has changed since.
        desk.feed(District.call(1, priority: .p1))
        let spot = try row(of: .incident(District.alarm), desk)
        click(desk, spot)
        #expect(desk.selected == District.alarm)
    }

    @Test(
        "A click beside a dialog leaves the dialog and the selection alone",
        arguments: [
            Somewhere.assign, .confirm, .menu, .form, .note, .line,
        ])
    func clickBeside(place: Somewhere) throws {
        let desk = try Desk()
        desk.line("mouse on")
        let region = try row(of: .incident(District.noise), desk)
        place.enter(desk)
        click(desk, region)
        #expect(desk.selected == District.robbery)
    }

    private func row(of subject: Subject, _ desk: Desk) throws -> Rect {
        let region = desk.console.painter.info.regions.first {
            if case .row(_, let drawn) = $0.target { drawn == subject } else { false }
        }
        guard let region else { throw Missing.region }
        return region.rect
    }

    private func click(_ desk: Desk, _ rect: Rect) {
        desk.screen.feed([[.mouse(MouseEvent(action: .press, column: rect.column + 1, row: rect.row))]])
        desk.settle()
    }

    @Test("A filter is seen while it is typed; Esc brings back the one before")
    func filter() throws {
        let desk = try Desk()
        desk.type("/p1")
        #expect(desk.console.view.incidents.count == 1, "\(desk.text)")
        desk.type("\n")
        #expect(desk.console.view.filterTexts[.dispatch] == "p1")
        desk.type("/")
        desk.type("\u{7F}2")
        #expect(desk.console.view.filterTexts[.dispatch] == "p2")
        desk.type("\u{1B}")
        #expect(desk.console.view.filterTexts[.dispatch] == "p1")
        desk.type("F")
        #expect(desk.console.view.incidents.count == 4)
    }

    @Test("Slash in the help searches the help")
    func findInHelp() throws {
        let desk = try Desk(size: Size(columns: 100, rows: 24))
        desk.type("?/cross-ref\n")
        guard let help = desk.console.layers.popup(HelpView.self) else { throw Missing.overlay }
        #expect(help.search == "cross-ref" && help.offset > 0)
        #expect(desk.console.view.filterTexts.isEmpty)
        desk.shows("cross-reference")
    }

    @Test(
        "Tab in a form takes the type meant and goes on; while several could be meant it completes what they share, stays and shows them by name",
        arguments: [
            ("fir", "Fire alarm", 1, []), ("fi", "fi", 0, ["Fight, two groups", "Fire alarm"]),
            ("rob", "Robbery", 0, ["Robbery", "Robbery in progress"]), ("robbery i", "Robbery in progress", 1, []),
            ("coll", "Traffic collision", 0, ["Traffic collision", "Traffic collision with injuries"]),
            ("robbery", "Robbery", 1, []), ("quite else", "quite else", 1, []),
        ] as [(String, String, Int, [String])])
    func formCompletion(typed: String, text: String, focused: Int, shown: [String]) throws {
        let more = [
            ("robbery-now", "Robbery in progress"), ("tc", "Traffic collision"),
            ("tci", "Traffic collision with injuries"),
        ]
        .map { EventBody.typeDefined(TypeDefined(code: $0.0, english: $0.1, chinese: "")) }
        let desk = try Desk(events: more + District.events)
        desk.type("c\(typed)\t")
        guard let form = desk.console.layers.popup(FormView.self) else { throw Missing.overlay }
        #expect(form.fields[0].field.text == text && form.focused == focused, "\(desk.text)")
        for name in shown { desk.shows(name) }
        guard typed == "rob" else { return }
        // What was completed is a type of its own, so that the next Tab means it.
        desk.type("\t")
        guard let next = desk.console.layers.popup(FormView.self) else { throw Missing.overlay }
        #expect(next.fields[0].field.text == "Robbery" && next.focused == 1)
    }

    @Test("Enter on a type that could be several shows them by name, never by code")
    func typeChoices() throws {
        let more = EventBody.typeDefined(TypeDefined(code: "robbery-now", english: "Robbery in progress", chinese: ""))
        let desk = try Desk(events: [more] + District.events)
        desk.type("crob\n")
        desk.shows("Robbery in progress")
        desk.hides("robbery-now")
    }

    @Test(
        "Tab on a line never picks one of several",
        arguments: [("D 3F", "D 3F03"), ("D 3A1", "D 3A1"), ("D 3", "D 3"), ("AV q", "AV q"), ("H 48", "H 48")])
    func lineCompletion(typed: String, text: String) throws {
        let desk = try Desk()
        desk.type(":")
        desk.typeAtOnce(typed + "\t")
        #expect(desk.console.prompt?.line.field.text == text, "\(desk.text)")
    }

    @Test("An earlier line comes back with the up key")
    func history() throws {
        let desk = try Desk()
        desk.line("D 3A12 4821")
        desk.type(":")
        desk.press(Key(.up))
        #expect(desk.console.prompt?.line.field.text == "D 3A12 4821")
    }

    @Test(
        "Random keys, pastes, clicks and sizes: no trap, and the board is the fold of the journal",
        arguments: [
            UInt64(1), 2, 3, 4,
        ])
    func random(seed: UInt64) throws {
        print("random keys, seed \(seed)")
        var random = Seeded(seed)
        let replay = seed % 2 == 0
        let desk = try Desk(
            language: replay ? .chinese : .english,
            clock: replay ? BoardClock(start: District.now, speed: 60, wall: District.now) : BoardClock())
        desk.line("mouse on")
        for round in 0..<tiered(250) {
            random.pick(Somewhere.allCases).enterAtOnce(desk)
            for _ in 0..<10 {
                desk.screen.feed([[InputTests.anything(&random), InputTests.anything(&random)]])
                desk.step()
            }
            if random.once(in: 3) { desk.feed(District.call(round, priority: random.pick(Priority.allCases))) }
            if random.once(in: 20) { desk.journal.fail(random.once(in: 2) ? .diskFull : nil) }
            desk.settle()
            if desk.console.ended != nil {
                // Only a line that says so ends it; the rest of the keys go to another round.
                #expect(desk.console.ended == .quit)
                desk.console.ended = nil
            }
            let selected = desk.selected
            desk.settle()
            #expect(desk.selected == selected || desk.incident(selected ?? District.noise)?.isOpen != true)
        }
        desk.journal.fail(nil)
        desk.run(for: .seconds(3))
        try desk.checkFold()
    }

    private static func anything(_ random: inout Seeded) -> TerminalInput {
        let special: [Key.Code] = [
            .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown, .function(1), .function(12),
        ]
        switch Int.random(in: 0..<40, using: &random) {
        case 0: return .paste(random.pick(["", "a1\n", "打斗\u{202E}", String(repeating: "x", count: 5000)]))
        case 1:
            return .resized(
                Size(columns: Int.random(in: 1...130, using: &random), rows: Int.random(in: 1...40, using: &random)))
        case 2, 3:
            let action = random.pick([MouseEvent.Action.press, .doublePress, .wheelUp, .wheelDown])
            return .mouse(
                MouseEvent(
                    action: action, column: Int.random(in: 0..<130, using: &random),
                    row: Int.random(in: 0..<40, using: &random)))
        case 4: return .resumed
        case 5...12: return .key(Key(random.pick(special), random.once(in: 6) ? .shift : []))
        case 13, 14:
            return .key(Key(.character(random.pick(Array("abcdefklnpruwx".unicodeScalars))), .control))
        case 15: return .key(Key(.character(random.pick(Array("案情é🚓".unicodeScalars)))))
        default:
            let code = UInt8.random(in: 32...126, using: &random)
            return .key(Key(.character(Unicode.Scalar(code))))
        }
    }
}
