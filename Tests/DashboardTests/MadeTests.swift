import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing

@testable import Dashboard

@Suite("What was just made is what the next key is about")
struct MadeTests {
    static let newest = IncidentID(rawValue: 4822)

    @Test("A call from the command line is selected, whatever had the keys", arguments: ["", "2", "4", "5"])
    func commandLine(pane: String) throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type(pane)
        desk.line("n robbery @mission st p1")
        if desk.console.layers.popup is MenuView { desk.type("\n") }
        #expect(desk.console.view.subject == .incident(MadeTests.newest), "\(desk.text)")
        desk.type("a1")
        #expect(desk.units(on: MadeTests.newest).count == 1, "\(desk.text)")
    }

    @Test("It is selected though the filter leaves it out")
    func filtered() throws {
        let desk = try Desk()
        desk.type("/p4\n")
        desk.line("n robbery @zoo rd p1")
        if desk.console.layers.popup is MenuView { desk.type("\n") }
        #expect(desk.console.targets.subject == .incident(MadeTests.newest), "\(desk.text)")
        desk.type("a1")
        #expect(desk.units(on: MadeTests.newest).count == 1, "\(desk.text)")
    }

    @Test("A key that comes before it is on the screen does not hit what is still selected")
    func notYetShown() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.journal.shut()
        desk.line("n robbery @zoo rd p1")
        let before = desk.core.head.position
        try #require(desk.console.orders.made != nil, "\(desk.text)")
        desk.type("+r")
        desk.type("a1")
        #expect(desk.core.head.position == before, "\(desk.text)")
        desk.journal.open()
        desk.settle()
        #expect(desk.console.targets.subject == .incident(MadeTests.newest), "\(desk.text)")
    }

    @Test("The incident that another was merged into is selected")
    func merged() throws {
        let desk = try Desk()
        desk.goTo(District.alarm)
        desk.type("m4807\n")
        #expect(desk.incident(District.alarm)?.isOpen == false, "\(desk.text)")
        #expect(desk.console.targets.subject == .incident(District.noise))
    }

    @Test("An incident that was selected when an order took it away is selected again by the undo")
    func undone() throws {
        let desk = try Desk()
        desk.goTo(District.alarm)
        desk.type("m4807\n")
        desk.goTo(District.robbery)
        desk.type("u")
        #expect(desk.console.targets.subject == .incident(District.alarm), "\(desk.text)")
        desk.type("x1")
        desk.goTo(District.noise)
        desk.type("u")
        #expect(desk.console.targets.subject == .incident(District.alarm), "\(desk.text)")
    }

    @Test(
        "Any other undo leaves pane, selection and cursor where they are, whatever it was about",
        arguments: ["PAR 3A14 20m", "note 4805 seen", "CE 4810 report"], ["1", "2", "4"])
    func undoneElsewhere(line: String, pane: String) throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        desk.type(pane)
        let before = (desk.console.view.focus, desk.console.targets.subject, desk.selected)
        desk.line(line)
        desk.type("u")
        #expect(desk.console.view.focus == before.0, "\(desk.text)")
        #expect(desk.console.targets.subject == before.1, "\(desk.text)")
        #expect(desk.selected == before.2, "\(desk.text)")
    }

    @Test("An undo of a closed incident does not give the queue the keys")
    func undoneFromAnotherPane() throws {
        let desk = try Desk()
        desk.goTo(District.alarm)
        desk.type("x1")
        desk.type("2u")
        #expect(desk.incident(District.alarm)?.isOpen == true)
        #expect(desk.console.view.focus == .patrol, "\(desk.text)")
    }

    @Test("A split-off report and a reopened incident are selected")
    func splitAndReopened() throws {
        let desk = try Desk()
        desk.line("m 4810 4807")
        desk.goTo(District.noise)
        desk.type("es")
        if desk.console.prompt != nil { desk.type("\n") }
        #expect(desk.console.targets.subject == .incident(MadeTests.newest), "\(desk.text)")
        desk.line("RO 4700 called again")
        #expect(desk.console.targets.subject == .incident(District.closed), "\(desk.text)")
    }

    @Test("A row that an order takes out of the filter does not put another under the next key")
    func leavesTheFilter() throws {
        let desk = try Desk()
        desk.type("/p4\n")
        try #require(desk.selected == District.noise, "\(desk.text)")
        let alarm = desk.incident(District.alarm)?.priority
        desk.type("e")
        desk.screen.feed([[.key(Desk.key("+"))], [.key(Desk.key("+"))]])
        desk.settle()
        desk.type("+")
        #expect(desk.incident(District.noise)?.priority != .p4)
        #expect(desk.incident(District.alarm)?.priority == alarm, "\(desk.text)")
    }
}

@Suite("A list without the keys shows its top")
struct UnfocusedListTests {
    @Test("It has no cursor and shows the newest of what is urgent; its place is found again")
    func top() throws {
        let desk = try Desk(size: Size(columns: 120, rows: 30))
        for number in 1...40 { desk.feed(District.call(number, priority: .p3)) }
        desk.settle()
        desk.type("G")
        let selected = desk.selected
        desk.type("2")
        #expect(desk.console.view.incidentList.offset == 0 && desk.selected == selected)
        #expect(!desk.console.view.hasCursor(.dispatch))
        desk.feed(District.call(100, priority: .p1))
        desk.settle()
        let newest = try #require(desk.board.incidents.elements.max { $0.id < $1.id }?.id)
        #expect(desk.console.view.incidentList.inSight.contains(newest), "\(desk.text)")
        desk.type("1")
        #expect(desk.selected == selected && desk.console.view.incidentList.inSight.contains(selected!))
    }

    @Test(
        "What was selected there and has left meanwhile is told when the keys come back, and no key hits its neighbour")
    func lostMeanwhile() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type("2")
        #expect(desk.other(.close(District.noise, disposition: "report")))
        desk.settle()
        desk.run(for: .seconds(3))
        let before = desk.board.incidents.elements.map(\.priority)
        desk.typeAtOnce("1+")
        #expect(desk.board.incidents.elements.map(\.priority) == before, "\(desk.text)")
        desk.settle()
        desk.shows("#4807")
    }

    @Test("In a pane without things no key orders anything about what is selected elsewhere", arguments: ["5", "7"])
    func nothingMeant(pane: String) throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        let before = desk.core.head.position
        desk.type(pane + "e+")
        desk.type("ex1")
        #expect(desk.core.head.position == before, "\(desk.text)")
    }

    @Test("Filters: the pane that has the keys, or said that it has none; F takes them away wherever they are")
    func filters() throws {
        let desk = try Desk()
        for pane in ["6", "7", "d"] {
            desk.type("1" + pane + "/")
            #expect(desk.console.prompt == nil, "pane \(pane)")
        }
        desk.type("\u{1B}1/p1\n2/3A\n4/low\n")
        #expect(desk.console.view.filters.count == 3, "\(desk.text)")
        desk.type("5F")
        #expect(desk.console.view.filters.isEmpty && desk.console.view.filterTexts.isEmpty)
        desk.type("F")
        desk.shows("nothing is filtered")
    }

    @Test("On a screen too small to show anything no key orders anything, nor before it is shown again")
    func tooSmall() throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        let before = desk.core.head.position
        desk.resize(Size(columns: 30, rows: 8))
        desk.type("a1r+")
        desk.screen.feed([[.resized(Size(columns: 120, rows: 36)), .key(Desk.key("r"))]])
        desk.settle()
        #expect(desk.core.head.position == before, "\(desk.text)")
        desk.type("\u{1B}\u{1B}")
        desk.goTo(District.robbery)
        desk.type("a1")
        #expect(desk.units(on: District.robbery).count == 1, "\(desk.text)")
    }

    @Test("Unanswered alerts that the filter leaves out are counted in the pane's foot")
    func unansweredOutside() throws {
        let desk = try Desk(size: Size(columns: 160, rows: 48))
        desk.run(for: .minutes(4))
        try #require(desk.console.view.alerts.unansweredCount > 0)
        desk.type("4/zzzz\n1")
        desk.shows("unanswered not in the filter")
    }
}
