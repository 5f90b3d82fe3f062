import Core
import DispatchModel
import DispatchPolicy
import Testing
import Wording

@testable import Dashboard

@Suite("What an order is bound to")
struct OrdersTests {
    private static let id = IncidentID(rawValue: 4821)
    private var subject: Subject { .incident(Self.id) }

    /// What happened to an incident before a key was pressed for it, and what priority the key means.
    struct Situation: CustomTestStringConvertible, Sendable {
        var testDescription: String
        /// Its priority when it was drawn; nil when it was not in sight.
        var drawn: Priority?
        /// Its priority when the line or chord for it was begun; nil without one.
        var bound: Priority?
        /// Own orders that are being written: from which priority, and to which.
        var own: [(from: Priority, to: Priority)] = []
        var isWriting = true
        /// Its priority on the board that is shown.
        var shown: Priority
        var meant: Priority
    }

    static let situations: [Situation] = [
        Situation(testDescription: "never drawn: as on the board", shown: .p2, meant: .p2),
        Situation(testDescription: "changed by others since: as drawn", drawn: .p3, shown: .p1, meant: .p3),
        Situation(
            testDescription: "begun before the last frame: as then", drawn: .p2, bound: .p3, shown: .p2, meant: .p3),
        Situation(
            testDescription: "own order on its way: as ordered", drawn: .p3, own: [(.p3, .p2)], shown: .p3, meant: .p2),
        Situation(
            testDescription: "two own orders on their way: as the second", drawn: .p3, own: [(.p3, .p2), (.p2, .p1)],
            shown: .p3, meant: .p1),
        Situation(
            testDescription: "own order after somebody else's unseen one: as drawn", drawn: .p3, own: [(.p2, .p1)],
            shown: .p3, meant: .p3),
        Situation(
            testDescription: "own order on disk: as drawn", drawn: .p3, own: [(.p3, .p2)], isWriting: false, shown: .p3,
            meant: .p3),
        Situation(
            testDescription: "own order on its way, drawn otherwise since: as drawn", drawn: .p4, own: [(.p3, .p2)],
            shown: .p3, meant: .p4),
    ]

    @Test("A key means its row as it was drawn, and as own orders since have made it", arguments: situations)
    func meaning(_ situation: Situation) throws {
        var orders = Orders()
        if let drawn = situation.drawn { orders.noteDrawn(subject, on: board(drawn)) }
        for own in situation.own {
            let (before, after) = (board(own.from), board(own.to))
            orders.expect([triage(own.to)], before: before, after: after, shown: board(situation.shown))
        }
        if let bound = situation.bound {
            let seen = try #require(Orders.meaning(subject, on: board(bound)))
            orders.bound = BoundSelection(subject: subject, drawn: [subject: seen])
        }
        let meant = orders.meaning(of: subject, on: board(situation.shown), isWriting: situation.isWriting)
        #expect(meant == [Orders.meaning(subject, on: board(situation.meant))])
    }

    @Test("A frame forgets what the one before it showed, and own orders once they are on disk")
    func forgetting() {
        var orders = Orders()
        orders.noteDrawn(subject, on: board(.p4))
        orders.expect([triage(.p2)], before: board(.p3), after: board(.p2), shown: board(.p3))
        orders.forgetDrawn(isWriting: true)
        #expect(
            orders.meaning(of: subject, on: board(.p3), isWriting: true) == [Orders.meaning(subject, on: board(.p2))])
        orders.forgetDrawn(isWriting: false)
        #expect(
            orders.meaning(of: subject, on: board(.p3), isWriting: true) == [Orders.meaning(subject, on: board(.p3))])
    }

    @Test("What an order did is said once, when its last event is on disk")
    func confirming() {
        var orders = Orders()
        orders.done("one", at: 5)
        orders.done("two", at: 9)
        #expect(orders.recorded(upTo: 4) == [])
        #expect(orders.recorded(upTo: 7) == ["one"])
        #expect(orders.recorded(upTo: 9) == ["two"])
        #expect(orders.recorded(upTo: 9) == [])
    }

    @Test("Orders that were lost are told until they are dismissed; a call for help is kept, once for a unit")
    func losing() {
        var orders = Orders()
        orders.done("done", at: 5)
        let unit = UnitID(rawValue: 4)
        let call = CommandRequest(.emergency(unit), by: .dispatcher("wl"))
        orders.lose([call, call], saying: Notice(.error, "lost"))
        #expect(orders.recorded(upTo: 5) == [], "what is lost is not said to be done")
        #expect(orders.lost == [Notice(.error, "lost")] && orders.lostCalls == [unit])
        orders.dismissLost()
        #expect(orders.lost.isEmpty && orders.takeLostCalls() == [unit] && orders.lostCalls.isEmpty)
    }

    // MARK: Boards

    /// A board on which the incident has a priority.
    private func board(_ priority: Priority) -> Board {
        var board = Board()
        let at = Timestamp(seconds: 1_767_209_527)
        let reported = IncidentReported(
            incident: Self.id, type: "robbery", priority: priority, place: Place(text: "Mission St / 16th"),
            received: at)
        board.apply(EventRecord(position: 1, at: at, actor: .feed("calls"), body: .incidentReported(reported)))
        return board
    }

    private func triage(_ priority: Priority) -> EventRecord {
        let triaged = IncidentTriaged(incident: Self.id, priority: priority)
        return EventRecord(
            position: 2, at: Timestamp(seconds: 1_767_209_530), actor: .dispatcher("wl"),
            body: .incidentTriaged(triaged))
    }
}
