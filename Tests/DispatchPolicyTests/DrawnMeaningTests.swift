import DispatchModel
import DispatchPolicy
import Testing

@Suite("A command is bound to what was drawn")
struct DrawnMeaningTests {
    static let one = IncidentID(rawValue: 1)
    static let place = Place(text: "Zoo Rd")

    struct Row: Sendable, CustomTestStringConvertible {
        var name: String
        /// What somebody else does between drawing and the key.
        var between: [Command]
        var differences: [Difference]
        var testDescription: String { name }
    }

    /// Incident 1 and unit 3A11, which is assigned to it, were drawn.
    static let rows: [Row] = [
        Row(name: "nothing", between: [], differences: []),
        Row(name: "a note", between: [.note(one, text: "x")], differences: []),
        Row(name: "a report", between: [.addReport(one, caller: Caller(), text: "x")], differences: []),
        Row(name: "a beat", between: [.triage(one, TriageChange(beat: "B02"))], differences: []),
        Row(
            name: "a milestone that changes no status", between: [.advance(Room.car1, .acknowledged, disposition: "")],
            differences: []),
        Row(
            name: "priority", between: [.triage(one, TriageChange(priority: .p1))],
            differences: [.priority(one, was: .p2, now: .p1)]),
        Row(
            name: "type", between: [.triage(one, TriageChange(type: "fraud"))],
            differences: [.type(one, was: "robbery", now: "fraud")]),
        Row(
            name: "place", between: [.triage(one, TriageChange(place: place))],
            differences: [
                .place(
                    one, was: BilingualText("Mission St", "Mission St"), now: BilingualText("Zoo Rd", "Zoo Rd"))
            ]),
        Row(
            name: "closed", between: [.close(one, disposition: "X")],
            differences: [
                .closed(one), .units(one, was: [Room.car1], now: []), .task(Room.car1, was: one, now: nil),
                .status(Room.car1, was: .dispatched, now: .available),
            ]),
        Row(
            name: "units", between: [.assign(one, [Room.foot], divert: false)],
            differences: [.units(one, was: [Room.car1], now: [Room.car1, Room.foot])]),
        Row(
            name: "status", between: [.advance(Room.car1, .enRoute, disposition: "")],
            differences: [.status(Room.car1, was: .dispatched, now: .enRoute)]),
        Row(
            name: "task", between: [.assign(IncidentID(rawValue: 2), [Room.car1], divert: true)],
            differences: [
                .units(one, was: [Room.car1], now: []),
                .task(Room.car1, was: one, now: IncidentID(rawValue: 2)),
            ]),
    ]

    @Test(arguments: rows)
    func between(_ row: Row) {
        var room = Room.open()
        room.incident()
        room.incident()
        room.must(.assign(DrawnMeaningTests.one, [Room.car1], divert: false))
        let drawn: [DrawnMeaning] = [
            .incident(IncidentMeaning(room[DrawnMeaningTests.one])), .unit(UnitMeaning(room[Room.car1])),
        ]
        for command in row.between { room.must(command, by: Room.bob) }
        let rejection = room.order(.note(DrawnMeaningTests.one, text: "seen"), drawn: drawn).failure
        #expect(rejection == (row.differences.isEmpty ? nil : .changedSinceDrawn(row.differences)))
    }

    @Test("A closed incident that was opened again is another thing")
    func reopened() {
        var room = Room.open()
        let one = room.incident()
        room.must(.close(one, disposition: "X"))
        let drawn = DrawnMeaning.incident(IncidentMeaning(room[one]))
        room.must(.reopen(one, reason: ""), by: Room.bob)
        #expect(room.order(.note(one, text: "x"), drawn: [drawn]).failure == .changedSinceDrawn([.reopened(one)]))
    }

    @Test("What has left the board, and positions")
    func goneAndMoved() {
        var room = Room.open()
        let one = room.incident()
        let unit = DrawnMeaning.unit(UnitMeaning(room[Room.car1]))
        room.record(
            [.unitPositionReported(UnitPositionReported(unit: Room.car1, point: Room.point(31, 121), at: room.now))],
            by: .feed("positions"))
        #expect(room.order(.note(one, text: "x"), drawn: [unit]).failure == nil)
        let gone = DrawnMeaning.incident(IncidentMeaning(Incident(id: IncidentID(rawValue: 9))))
        let ghost = DrawnMeaning.unit(UnitMeaning(FieldUnit(id: UnitID(rawValue: 9))))
        let expected: [Difference] = [.incidentGone(IncidentID(rawValue: 9)), .unitGone(UnitID(rawValue: 9))]
        #expect(room.order(.undo, drawn: [gone, ghost]).failure == .changedSinceDrawn(expected))
    }
}
