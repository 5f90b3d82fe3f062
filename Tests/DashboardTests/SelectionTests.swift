import DispatchModel
import DispatchPolicy
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Dashboard

@Suite("Orders hit the thing that was drawn")
struct SelectionTests {
    /// An order and the change behind the operator's back that must stop it.
    struct Race: Sendable, CustomTestStringConvertible {
        var keys: String
        var change: @Sendable () -> Command
        var testDescription: String { keys }
    }

    static let races: [Race] = [
        Race(keys: "+") { .triage(District.noise, TriageChange(priority: .p2)) },
        Race(keys: "H15\n") { .triage(District.noise, TriageChange(type: "fight")) },
        Race(keys: "x1") { .assign(District.noise, [District.q2], divert: false) },
        Race(keys: "r") { .assign(District.noise, [District.a12], divert: false) },
        Race(keys: "m4810\n") { .triage(District.noise, TriageChange(place: Place(text: "elsewhere"))) },
        Race(keys: "X4810\n") { .close(District.noise, disposition: "report") },
    ]

    @Test("What has changed since it was drawn is refused with the difference", arguments: races)
    func refused(race: Race) throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        let keys = Array(race.keys.unicodeScalars)
        // Menus and lines stay open while the change arrives.
        desk.type(String(String.UnicodeScalarView(keys.dropLast())))
        #expect(desk.other(race.change()))
        let before = desk.core.head.position
        desk.type(String(String.UnicodeScalarView(keys.suffix(1))))
        #expect(desk.core.head.position == before, "\(desk.text)")
        desk.shows("#4807")
        let told = desk.console.teller.notice?.kind == .error || desk.console.prompt?.line.error.isEmpty == false
        #expect(told, "\(desk.text)")
    }

    @Test("The popup's unit went elsewhere meanwhile: refused, the popup ranks anew")
    func unitGone() throws {
        let desk = try Desk()
        desk.goTo(District.robbery)
        desk.type("a")
        #expect(desk.other(.assign(District.alarm, [District.a12], divert: false)))
        desk.core.startWriting()
        desk.writer.finish()
        desk.console.takeData()
        desk.type("1")
        #expect(desk.units(on: District.robbery).isEmpty)
        #expect(desk.units(on: District.alarm) == [District.a12])
        guard let assign = desk.console.layers.popup(AssignView.self) else { throw Missing.overlay }
        #expect(assign.message?.kind == .error)
        #expect(assign.ranked.first?.unit != District.a12)
        desk.type("1")
        #expect(desk.units(on: District.robbery) == [assign.ranked[0].unit])
    }

    @Test("An order about a unit's incident is refused when the unit has gone to another")
    func unitsIncident() throws {
        let desk = try Desk()
        desk.type("o3A07\n")
        #expect(desk.other(.assign(District.robbery, [District.a07], divert: true)))
        desk.screen.feed([[.key(Desk.key("e")), .key(Desk.key("x"))]])
        desk.console.step()
        desk.settle()
        desk.type("1")
        #expect(desk.incident(District.robbery)?.isOpen == true)
        #expect(desk.incident(District.fight)?.isOpen == true)
    }

    @Test("An alert that has come on again since it was drawn is not acknowledged unseen")
    func alertMoved() throws {
        let desk = try Desk()
        desk.run(for: .minutes(4))
        desk.type("!")
        guard case .alert(let id)? = desk.console.view.subject else {
            Issue.record("no alert selected\n\(desk.text)")
            return
        }
        #expect(desk.board.alerts[id]?.severity == .high)
        desk.type("a")
        #expect(desk.board.alerts[id]?.acknowledged == true, "\(desk.text)")
        #expect(desk.console.teller.notice?.kind != .error)
    }

    @Test("Rows that come, go and change places never change the selected thing")
    func rowsMove() throws {
        var random = Seeded(42)
        let desk = try Desk(size: Size(columns: 100, rows: 30))
        for number in 1...30 { desk.feed(District.call(number, priority: .p3)) }
        desk.settle()
        let ids = desk.board.incidents.elements.filter(\.isOpen).map(\.id)
        let chosen = random.pick(ids)
        desk.goTo(chosen)
        for round in 0..<60 {
            let open = desk.board.incidents.elements.filter { $0.isOpen && $0.id != chosen }
            switch round % 4 {
            case 0: desk.feed(District.call(1000 + round, priority: random.pick(Priority.allCases)))
            case 1: _ = desk.other(.close(random.pick(open).id, disposition: "report"))
            case 2:
                _ = desk.other(.triage(random.pick(open).id, TriageChange(priority: random.pick(Priority.allCases))))
            default: desk.type(random.pick(["S", "z", "Z"]))
            }
            desk.settle()
            #expect(desk.selected == chosen, "seed 42, round \(round)\n\(desk.text)")
            #expect(desk.console.view.incidentList.inSight.contains(chosen))
        }
        if desk.console.view.frozenSince != nil { desk.type("z") }
        desk.type("+")
        #expect(desk.incident(chosen)?.priority == .p2, "\(desk.text)")
    }

    @Test("New rows above are announced, not pushed under the cursor; g shows them")
    func newAbove() throws {
        let desk = try Desk(size: Size(columns: 100, rows: 24))
        for number in 1...40 { desk.feed(District.call(number, priority: .p3)) }
        desk.settle()
        desk.type("G")
        let selected = desk.selected
        for number in 100...102 { desk.feed(District.call(number, priority: .p1)) }
        desk.settle()
        #expect(desk.selected == selected)
        #expect(desk.console.view.incidentList.newAbove == 3)
        desk.shows("3 new")
        desk.type("g")
        desk.hides("3 new")
        #expect(desk.incident(desk.selected ?? District.noise)?.priority == .p1)
    }

    @Test("Frozen, the picture holds; thawed, it catches up")
    func freeze() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        let before = desk.console.view.incidentList.inSight
        desk.type("z")
        desk.feed(District.call(1, priority: .p1))
        desk.settle()
        #expect(desk.console.view.incidentList.inSight == before)
        desk.type("z")
        #expect(desk.console.view.incidentList.inSight.count == before.count + 1)
        #expect(desk.selected == District.noise)
    }

    @Test("A key that comes just as its row leaves the list does not hit the neighbour")
    func rowLeaves() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        #expect(desk.other(.close(District.noise, disposition: "report")))
        desk.writer.finish()
        desk.step()
        desk.step()
        let neighbour = try #require(desk.selected)
        #expect(neighbour != District.noise)
        let before = desk.incident(neighbour)?.priority
        desk.screen.feed([[.key(Desk.key("-"))]])
        desk.settle()
        #expect(desk.incident(neighbour)?.priority == before, "\(desk.text)")
        desk.run(for: .seconds(1))
        desk.type("-")
        #expect(desk.incident(neighbour)?.priority == before?.lowered ?? before, "\(desk.text)")
    }

    @Test("Own orders that clear a row away may follow each other at once")
    func ownRowLeaves() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type("x1")
        let next = try #require(desk.selected)
        #expect(next != District.noise)
        desk.type("n")
        #expect(desk.console.prompt != nil, "\(desk.text)")
    }

    @Test("A chord is about what was selected at its first key")
    func chordBound() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type("e")
        #expect(desk.other(.close(District.noise, disposition: "report")))
        desk.settle()
        desk.run(for: .seconds(2))
        let neighbour = try #require(desk.selected)
        let before = desk.incident(neighbour)?.priority
        desk.type("-")
        #expect(desk.incident(neighbour)?.priority == before)
        #expect(desk.console.teller.notice?.kind == .error, "\(desk.text)")
    }

    @Test("A line without a number is about what was selected when it was opened")
    func lineBound() throws {
        let desk = try Desk()
        desk.goTo(District.noise)
        desk.type(":")
        desk.typeAtOnce("D 3A12")
        #expect(desk.other(.close(District.noise, disposition: "report")))
        desk.settle()
        desk.type("\n")
        #expect(desk.unit(District.a12)?.status == .available, "\(desk.text)")
        #expect(desk.console.prompt != nil || desk.console.teller.notice?.kind == .error, "\(desk.text)")
    }
}
