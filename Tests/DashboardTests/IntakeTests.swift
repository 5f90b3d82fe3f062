import DispatchModel
import DispatchPolicy
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Dashboard

/// The form and the command line read the same words alike.
@Suite("What is entered, in the form and on the line")
struct IntakeTests {
    /// Enters an incident by the form; the fields in their order, an empty one left as it is.
    private func byForm(_ desk: Desk, _ type: String, _ place: String, _ priority: String = "", _ beat: String = "") {
        desk.type("c")
        for text in [type, place, priority, beat] {
            desk.typeAtOnce(text)
            desk.press(Key(.down))
        }
        desk.press(Key(.enter))
    }

    private func byLine(_ desk: Desk, _ type: String, _ place: String, _ priority: String = "", _ beat: String = "") {
        let level = priority.isEmpty ? "" : " p\(priority)"
        desk.line("n \(type) @\(place)\(level)\(beat.isEmpty ? "" : " b:\(beat)")")
    }

    private func newest(_ desk: Desk) -> Incident? {
        desk.board.incidents.elements.max { $0.id < $1.id }
    }

    static let same: [(String, String, String, String)] = [
        ("robbery", "Mission St / 16th", "", ""), ("Robbery", "mission st / 16TH", "2", "B02"),
        ("rob", "nowhere 12", "", ""),
        ("抢劫", "post of 3A12", "", ""), ("噪声", "post of Q5", "4", ""), ("fire al", "post of 3A12", "", "Ferry"),
        ("\"my own type\"", "\"post\"", "", ""),
    ]

    @Test("The same words make the same incident", .full, arguments: same)
    func alike(type: String, place: String, priority: String, beat: String) throws {
        let (form, line) = (try Desk(), try Desk())
        let before = form.board.incidents.elements.count
        byForm(form, type, place, priority, beat)
        byLine(line, type, place, priority, beat)
        let (one, other) = (newest(form), newest(line))
        #expect(form.board.incidents.elements.count == before + 1, "\(form.text)")
        #expect(one?.type == other?.type && one?.place == other?.place, "\(form.text)\n\(line.text)")
        #expect(one?.priority == other?.priority && one?.beat == other?.beat, "\(form.text)\n\(line.text)")
        #expect(one?.place.point != nil || place.contains("nowhere") || place.hasPrefix("\""))
    }

    static let asked: [(String, String, String)] = [
        ("my own type", "Elm St", ""), ("robbery", "post", ""), ("f", "Elm St", ""), ("robbery", "Elm St", "nowhere"),
    ]

    @Test("What could be several things, or nothing, is asked in both and makes nothing", arguments: asked)
    func questions(type: String, place: String, beat: String) throws {
        for enter in [byForm, byLine] {
            let desk = try Desk()
            let before = desk.core.head.position
            enter(desk, type, place, "", beat)
            #expect(desk.core.head.position == before, "\(desk.text)")
            #expect(!desk.console.layers.hasNoPopup || desk.console.prompt != nil, "\(desk.text)")
        }
    }

    @Test("What an alert or an incident says already is not asked about")
    func given() throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        let type = desk.incident(District.robbery)?.type
        desk.type("t")
        desk.press(Key(.down), Key(.down))
        desk.press(Key(.character("u"), .control))
        desk.typeAtOnce("2")
        desk.press(Key(.enter))
        #expect(desk.incident(District.robbery)?.priority == .p2, "\(desk.text)")
        #expect(desk.incident(District.robbery)?.type == type)
    }

    @Test("An open call at the place is shown in the form, in the line's preview and behind what was done")
    func openCall() throws {
        let place = try #require(try Desk().incident(District.robbery)?.place.text)
        for language in Language.allCases {
            let desk = try Desk(language: language)
            let shown = Words(language).number(District.robbery)
            desk.type("c")
            desk.typeAtOnce("063\t" + place)
            desk.settle()
            guard let form = desk.console.layers.popup(FormView.self) else { return #expect(Bool(false)) }
            #expect(form.alike.contains { $0.contains(shown) }, "\(desk.text)")
            desk.type("\u{1B}:")
            desk.typeAtOnce("n 063 @" + place)
            #expect(desk.console.prompt?.line.preview.contains(shown) == true, "\(desk.text)")
            desk.type("\u{1B}")
            desk.screen.feed([(":n 063 @" + place + "\n").unicodeScalars.map { .key(Desk.key($0)) }])
            desk.settle()
            #expect(desk.bottom.contains(shown), "\(desk.text)")
        }
    }

    static let refused = [
        "quit now", "q 12", "reload all", "undo 3", "patrol 3A12", "redraw x", "mouse maybe", "alerts all", "version 2",
        "detail 4821", "letters 5", "freeze 4821", "next-alert 7",
    ]

    @Test("Nothing behind a command is dropped: it is taken or refused", arguments: refused)
    func nothingDropped(line: String) throws {
        let desk = try Desk()
        let before = desk.core.head.position
        desk.line(line)
        #expect(desk.console.ended == nil && desk.core.head.position == before, "\(desk.text)")
        let isTold = desk.console.prompt?.line.error.isEmpty == false || desk.console.teller.notice != nil
        #expect(isTold, "\(desk.text)")
    }

    @Test("A name without arguments on the line is a name that takes none in the catalogue")
    func catalogue() {
        for entry in Catalogue.entries where entry.argument != nil {
            #expect(entry.group != .text, "\(entry.name)")
        }
    }

    @Test("close with a number closes that incident; alone it closes the top layer")
    func close() throws {
        let desk = try Desk()
        desk.line("close \(District.noise.rawValue) advised")
        #expect(desk.incident(District.noise)?.disposition == "advised", "\(desk.text)")
        desk.line("close \(District.fight.rawValue) two men sent home")
        #expect(desk.incident(District.fight)?.isOpen == true)
        #expect(desk.console.layers.hasNoPopup == false, "\(desk.text)")
        desk.press(Key(.enter))
        #expect(desk.incident(District.fight)?.disposition == "two men sent home", "\(desk.text)")
    }
}
