import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Dashboard

@Suite("Handing over at the console")
struct HandoverDeskTests {
    @Test(
        "One key an item, then both names: on disk, told, and undone by one key",
        arguments: Language.allCases, [Size(columns: 80, rows: 24), Size(columns: 160, rows: 48)])
    func whole(language: Language, size: Size) throws {
        let desk = try Desk(size: size, language: language)
        desk.line("handover")
        let count = HandoverList(on: desk.board, shifts: desk.core.policy.shifts, now: desk.console.now).items.count
        try #require(count > 2)
        desk.type("d")
        for _ in 1..<count { desk.type("a") }
        desk.shows(HandoverWords(Words(language)).answered(count, of: count))
        desk.type("\n")
        desk.shows(HandoverWords(Words(language)).handoverName(outgoing: true))
        desk.type("\n")
        desk.shows(HandoverWords(Words(language)).handoverName(outgoing: false))
        desk.typeAtOnce("李四")
        desk.type("\n")
        let made = try #require(desk.board.handovers.last?.handover, "\(desk.text)")
        #expect((made.outgoing, made.incoming) == ("wl", "李四"))
        #expect(made.items.count { $0.answer == .deferred } == 1)
        #expect(desk.console.layers.isEmpty)
        #expect(desk.console.settings.operatorName == "李四")
        desk.type("u")
        #expect(desk.board.handovers.isEmpty)
        #expect(desk.console.settings.operatorName == "wl", "who handed over is the operator again")
        desk.shows(Words(language).action("hand-over"))
        try desk.checkFold()
    }

    @Test("After a hand-over orders are the relief's, whose undo takes back their own first")
    func relief() throws {
        let desk = try Desk(size: Size(columns: 160, rows: 48))
        desk.line("CE 4821 report")
        desk.line("handover")
        while desk.console.layers.popup(HandoverView.self)?.entries.contains(where: { $0.item.answer == nil }) == true {
            desk.type("a")
        }
        desk.type("\n\n")
        desk.typeAtOnce("lin")
        desk.type("\n")
        #expect(desk.board.handovers.count == 1)
        #expect(desk.bottom.contains("lin") || desk.console.view.notices.isEmpty == false, "\(desk.text)")
        desk.line("note 4805 seen")
        #expect(desk.board.actions.last?.actor == .dispatcher("lin"), "\(desk.text)")
        desk.type("u")
        #expect(desk.board.actions.last?.undone == true)
        #expect(desk.board.handovers.count == 1)
        // What the relief did is gone: next is the hand-over, and then what was done before it, by who did it.
        desk.type("u")
        #expect(desk.board.handovers.isEmpty && desk.console.settings.operatorName == "wl")
        desk.type("u")
        #expect(desk.board.incidents[IncidentID(rawValue: 4821)]?.isOpen == true, "\(desk.text)")
    }

    @Test("Left for a call that came, the answers are kept; what has changed meanwhile asks anew")
    func left() throws {
        let desk = try Desk(size: Size(columns: 160, rows: 48))
        desk.line("handover")
        desk.type("A")
        let before = try #require(desk.console.layers.popup(HandoverView.self))
        let id = try #require(before.entries.first { $0.item.incident != nil }?.item.incident)
        desk.press(Key(.escape))
        #expect(desk.console.layers.isEmpty)
        #expect(desk.other(.note(id, text: "shots heard")))
        desk.settle()
        desk.line("handover")
        let after = try #require(desk.console.layers.popup(HandoverView.self))
        #expect(before.answered > 1 && after.answered == before.answered - 1)
        #expect(after.entries.first { $0.item.incident == id }?.hasChanged == true)
    }

    @Test("Nothing that was not on the screen is answered: the rest means what has been shown")
    func unseen() throws {
        var events = District.events
        for number in 100..<160 {
            let id = IncidentID(rawValue: UInt32(number))
            events.append(
                .incidentReported(
                    IncidentReported(
                        incident: id, type: "noise", priority: .p4, place: Place(text: "Elm St \(number)"),
                        received: District.now, report: Report(number: Int64(number), at: District.now))))
        }
        let desk = try Desk(size: Size(columns: 80, rows: 24), events: events)
        desk.line("handover")
        desk.type("A")
        let view = try #require(desk.console.layers.popup(HandoverView.self))
        #expect(view.answered > 3 && view.answered < view.entries.count - 20)
        desk.shows("not seen yet")
        desk.type("\n")
        desk.shows("without an answer")
        #expect(desk.console.layers.prompt == nil)
        for _ in 0..<12 { desk.type("A") }
        let all = try #require(desk.console.layers.popup(HandoverView.self))
        #expect(all.answered == all.entries.count)
    }

    @Test("An item that changes after its answer is shown again and asks anew")
    func changed() throws {
        let desk = try Desk(size: Size(columns: 160, rows: 48))
        desk.line("handover")
        desk.type("A")
        let view = try #require(desk.console.layers.popup(HandoverView.self))
        let id = try #require(view.entries.first { $0.item.incident != nil }?.item.incident)
        #expect(desk.other(.note(id, text: "shots heard")))
        desk.settle()
        let again = try #require(desk.console.layers.popup(HandoverView.self))
        let entry = try #require(again.entries.first { $0.item.incident == id })
        #expect(entry.hasChanged && entry.item.answer == nil)
        desk.shows("! changed")
        desk.type("A\n")
        #expect(desk.console.layers.prompt != nil)
        // It changes again while the names are typed.
        desk.type("\n")
        #expect(desk.other(.note(id, text: "ambulance wanted")))
        desk.typeAtOnce("Li\n")
        #expect(desk.board.handovers.isEmpty)
        desk.shows("1 item has changed since")
    }
}
