import DispatchModel
import Testing

@Suite("The waiting clock, and what an undo restores")
struct WaitingClockTests {
    private static let one = IncidentID(rawValue: 1)
    private static let car = UnitID(rawValue: 1)
    private static let start = Timestamp(seconds: 1_800_000_000)

    /// A board with one unit and one incident, to which each event comes a minute after the one before.
    private func board(_ events: [EventBody], by actor: Actor = .dispatcher("ann")) -> Board {
        var board = Board()
        let first: [EventBody] = [
            .unitRegistered(UnitRegistered(unit: WaitingClockTests.car, callsign: "3A11")),
            .incidentReported(
                IncidentReported(
                    incident: WaitingClockTests.one, type: "robbery", received: WaitingClockTests.start,
                    report: Report(number: 1), stage: .triaged)),
        ]
        for (number, body) in (first + events).enumerated() {
            let at = WaitingClockTests.start + .minutes(Int64(max(0, number - 1)))
            board.apply(EventRecord(position: Int64(number + 1), at: at, actor: actor, body: body))
        }
        return board
    }

    private func incident(_ events: [EventBody]) throws -> Incident {
        try #require(board(events).incidents[WaitingClockTests.one])
    }

    private func minute(_ count: Int64) -> Timestamp { WaitingClockTests.start + .minutes(count) }

    @Test("A hold stops the clock until it is released, at most until its stated end")
    func hold() throws {
        let open = try incident([])
        #expect(open.waitingDue(after: .minutes(3)) == minute(3))
        let endless = EventBody.incidentHeld(IncidentHeld(incident: WaitingClockTests.one))
        #expect(try incident([endless]).waitingDue(after: .minutes(3)) == nil)
        let release = EventBody.holdReleased(HoldReleased(incident: WaitingClockTests.one))
        #expect(try incident([endless, release]).waitingFrom == minute(1))
        let short = EventBody.incidentHeld(IncidentHeld(incident: WaitingClockTests.one, until: minute(2)))
        #expect(try incident([short]).waitingDue(after: .minutes(3)) == minute(4))
        let note = EventBody.noteAdded(NoteAdded(incident: WaitingClockTests.one, text: "x"))
        #expect(try incident([short, note, note, release]).waitingFrom == minute(1))
        #expect(try incident([endless, short, release]).waitingFrom == minute(1))
    }

    @Test("An incident opened again waits from then, whoever was there before")
    func reopened() throws {
        let assign = EventBody.unitAssigned(
            UnitAssigned(
                incident: WaitingClockTests.one, assignment: AssignmentID(rawValue: 1), unit: WaitingClockTests.car))
        func reach(_ milestone: Milestone, _ at: Timestamp) -> EventBody {
            .assignmentAdvanced(
                AssignmentAdvanced(
                    incident: WaitingClockTests.one, assignment: AssignmentID(rawValue: 1), unit: WaitingClockTests.car,
                    milestone: milestone, at: at))
        }
        let (arrive, clear) = (reach(.arrived, minute(1)), reach(.cleared, minute(2)))
        let close = EventBody.incidentClosed(IncidentClosed(incident: WaitingClockTests.one, at: minute(3)))
        let reopen = EventBody.incidentReopened(IncidentReopened(incident: WaitingClockTests.one))
        #expect(try incident([]).isUnserved)
        #expect(try !incident([assign]).isUnserved)
        #expect(try !incident([assign, arrive, clear]).isUnserved)
        #expect(try incident([assign, clear]).isUnserved, "it never was there")
        let again = try incident([assign, arrive, clear, close, reopen])
        #expect(again.isUnserved)
        #expect(again.waitingFrom == minute(5))
        let late = try incident([close, assign, reopen])
        #expect(late.stage == .assigned)
    }

    @Test("What is restored has the revision it had; reports that are in the restored incident stay")
    func restored() throws {
        let before = try incident([])
        let triage = EventBody.incidentTriaged(IncidentTriaged(incident: WaitingClockTests.one, priority: .p1))
        let restore = EventBody.incidentRestored(IncidentRestored(before: before))
        let after = try incident([triage, restore])
        #expect(after.revision == before.revision)
        #expect(after.history == [2, 3, 4])
        #expect(after.priority == before.priority)
        let unit = try #require(board([]).units[WaitingClockTests.car])
        let rest = EventBody.unitStatusChanged(UnitStatusChanged(unit: unit.id, status: .outOfService))
        let back = EventBody.unitRestored(UnitRestored(before: UnitCondition(unit)))
        let restoredUnit = try #require(board([rest, back]).units[unit.id])
        #expect(restoredUnit.status == .available)
        #expect(restoredUnit.revision == unit.revision)
    }

    @Test("A unit is heard when its crew or a feed says something, not when somebody acts on it")
    func heard() throws {
        let rest = EventBody.unitStatusChanged(UnitStatusChanged(unit: WaitingClockTests.car, status: .outOfService))
        for (actor, isHeard) in [
            (Actor.dispatcher("ann"), false), (.policy, false), (.crew("3A11"), true), (.feed("log"), true),
        ] {
            let unit = try #require(board([rest], by: actor).units[WaitingClockTests.car])
            #expect(unit.heard == (isHeard ? minute(1) : minute(0)), "\(actor)")
        }
    }

    @Test("The clock is part of a snapshot")
    func snapshot() throws {
        let held = board([.incidentHeld(IncidentHeld(incident: WaitingClockTests.one, until: minute(9)))])
        let again = try Board(encoded: held.encoded())
        #expect(again.incidents[WaitingClockTests.one] == held.incidents[WaitingClockTests.one])
    }
}
