import DispatchModel
import DispatchPolicy
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Dashboard

/// Who called, from the form to the detail, all by keys.
@Suite("Callers on the console")
struct CallerTests {
    private static let li = Caller(name: "Ms Li", callback: "555-0100", flat: "1203", way: .walkIn)

    /// A console with a new incident that Ms Li reported.
    private func desk(_ size: Size = Size(columns: 160, rows: 48)) throws -> (desk: Desk, id: IncidentID) {
        let desk = try Desk(size: size)
        desk.type("crobbery\tZoo Rd 12\t2\tB02\tman with a knife\t555-0100\tMs Li\twalk\t1203\n")
        return (desk, try #require(desk.board.incidents.elements.last).id)
    }

    @Test("The form takes the caller along; the detail shows the whole of it", arguments: [80, 160])
    func create(columns: Int) throws {
        let (desk, id) = try desk(Size(columns: columns, rows: columns == 80 ? 24 : 48))
        #expect(desk.incident(id)?.reports.map(\.by) == [CallerTests.li], "\(desk.text)")
        desk.goTo(id)
        desk.type(columns == 80 ? "\n" : "")
        desk.shows("Ms Li, 555-0100")
        desk.shows("man with a knife")
        desk.type("\u{1B}u")
        #expect(desk.incident(id)?.isOpen == false)
        try desk.checkFold()
    }

    @Test("The whole form is on one screen of 80x24, in both languages", arguments: Language.allCases)
    func oneScreen(language: Language) throws {
        let desk = try Desk(size: Size(columns: 80, rows: 24), language: language)
        desk.type("c")
        desk.typeAtOnce("robbery\tMission St / 16th\t")
        let words = Words(language)
        for field in [FormField.callback, .caller, .flat, .way] { desk.shows(words.callerLabel(field)) }
        // What is alike, and how a report goes there, have room as well.
        desk.shows("ctrl-r")
        desk.shows(words.reportLabel)
        #expect(desk.console.layers.popup(FormView.self)?.alike.isEmpty == false)
    }

    @Test("Tab goes through every field and comes back; a way is completed, an unknown one pointed at")
    func fields() throws {
        let desk = try Desk()
        desk.type("c")
        for field in 0..<9 {
            #expect(desk.console.layers.popup(FormView.self)?.focused == field)
            desk.press(Key(.tab))
        }
        #expect(desk.console.layers.popup(FormView.self)?.focused == 0)
        desk.type("robbery\tZoo Rd\t\t\t\t\t\tpigeon\n")
        let form = try #require(desk.console.layers.popup(FormView.self))
        #expect(form.focused == 7 && !form.fields[7].error.isEmpty, "\(desk.text)")
        desk.shows("pigeon")
        desk.type("\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}ot\t")
        #expect(desk.console.layers.popup(FormView.self)?.fields[7].field.text == "other desk", "\(desk.text)")
        desk.type("\n")
        #expect(desk.board.incidents.elements.last?.reports.first?.way == .otherDesk)
    }

    @Test("The caller is put right in a form that holds what is known; the timeline says from what to what; undo")
    func correct() throws {
        let (desk, id) = try desk()
        desk.goTo(id)
        try desk.chord("e p")
        #expect(
            desk.console.layers.popup(FormView.self)?.fields.map(\.field.text) == [
                "555-0100", "Ms Li", "walk-in", "1203",
            ])
        desk.type("\u{7F}1\n")
        #expect(desk.incident(id)?.reports.first?.callback == "555-0101", "\(desk.text)")
        desk.shows("555-0100 → 555-0101")
        desk.shows("Ms Li, 555-0101, flat 1203,")
        desk.type("u")
        #expect(desk.incident(id)?.reports.first?.by == CallerTests.li)
        try desk.chord("e p")
        desk.type("\n")
        // The same again is refused, and the form stays.
        #expect(desk.console.layers.popup is FormView)
        desk.shows("known as that already")
        try desk.checkFold()
    }

    @Test("Of several reports one is chosen, the newest first; on the line it is named by its order")
    func several() throws {
        let (desk, id) = try desk()
        desk.line("R \(id.rawValue) cb:555-0102 he ran")
        desk.goTo(id)
        desk.shows("Ms Li, 555-0100, flat 1203,")
        desk.shows("555-0102: he ran")
        try desk.chord("e p")
        desk.type("2\u{7F}9\n")
        #expect(desk.incident(id)?.reports.map(\.callback) == ["555-0109", "555-0102"], "\(desk.text)")
        desk.line("CB \(id.rawValue) caller:\"Mr Wu\"")
        desk.line("CB . 1 flat:7")
        #expect(desk.incident(id)?.reports.map(\.by.name) == ["Ms Li", "Mr Wu"])
        #expect(desk.incident(id)?.reports.first?.flat == "7")
        // Split off, the report takes its caller along.
        desk.line("SP \(id.rawValue) 2")
        #expect(desk.board.incidents.elements.last?.reports.map(\.by) == [Caller(name: "Mr Wu", callback: "555-0102")])
        try desk.checkFold()
    }

    @Test("The report that joins another incident keeps its caller")
    func join() throws {
        let desk = try Desk()
        desk.type("crobbery\tMission St / 16th\t\t\tsecond call\t555-0177")
        try desk.chord("ctrl-r")
        #expect(desk.incident(District.robbery)?.reports.last?.by == Caller(callback: "555-0177"), "\(desk.text)")
    }

    @Test("The queue is filtered by a number, never by a name; the log has neither")
    func search() throws {
        let (desk, id) = try desk()
        desk.type("1/cb:0100\n")
        #expect(desk.console.view.incidents.count == 1 && desk.console.view.incidents.row(of: id) == 0, "\(desk.text)")
        desk.type("F/Li\n")
        #expect(desk.console.view.incidents.row(of: id) == nil, "\(desk.text)")
        desk.type("F")
        desk.line("CB \(id.rawValue) caller:\"Mr Zhang\"")
        #expect(desk.console.viewCommands.look(for: "Zhang") == 0)
        #expect(desk.console.viewCommands.look(for: "555") == 0)
    }

    @Test("The detail says how long the call rang, where its sender says so")
    func ring() throws {
        let desk = try Desk(size: Size(columns: 240, rows: 67))
        var report = Report(at: District.now, by: CallerTests.li, text: "smoke")
        (report.rang, report.answered) = (District.now - .seconds(9), District.now - .seconds(2))
        let key = SourceKey(source: "cad", id: "7")
        desk.feed(
            Observation(
                source: key, at: District.now, actor: .feed("cad"),
                content: .incident(
                    IncidentReported(
                        type: "fight", place: Place(text: "Elm St"), received: District.now, report: report, source: key
                    ))))
        desk.settle()
        desk.goTo(try #require(desk.board.incident(source: key)).id)
        desk.shows("answered after 7 s")
    }

    @Test("What was typed and left comes back, caller and all")
    func draft() throws {
        let (desk, id) = try desk()
        desk.type("c\t\t\t\t\t555-0188\u{1B}c")
        #expect(desk.console.layers.popup(FormView.self)?.fields[5].field.text == "555-0188")
        desk.type("\u{1B}")
        desk.goTo(id)
        try desk.chord("e p")
        desk.type("9\u{1B}")
        try desk.chord("e p")
        #expect(desk.console.layers.popup(FormView.self)?.fields[0].field.text == "555-01009")
    }
}
