import DispatchModel
import Testing

@testable import DispatchPolicy

/// Whether a message says what is recorded under its id, or something else.
@Suite("Messages whose id is recorded")
struct RecordedMessageTests {
    private static let now = Timestamp(seconds: 1_790_000_000)
    private static let key = SourceKey(source: "cad", id: "1")

    private static func reported(
        _ type: String = "NOISE", text: String = "loud", at time: Timestamp = now, place: String = "x"
    ) -> IncidentReported {
        IncidentReported(
            type: type, priority: .p5, place: Place(text: place), received: time,
            report: Report(at: time, caller: "ann", text: text), source: key)
    }

    private static func observation(_ content: Observation.Content, received: Int64 = 1) -> Observation {
        Observation(source: key, at: now + .seconds(received), actor: .feed("cad"), content: content)
    }

    private static func record(_ body: EventBody, received: Int64 = 1) -> EventRecord {
        EventRecord(position: 1, at: now + .seconds(received), actor: .feed("cad"), source: key, body: body)
    }

    private static var board: Board {
        var board = Board()
        for (number, callsign) in ["A1", "A2"].enumerated() {
            let unit = UnitRegistered(unit: UnitID(rawValue: UInt32(number + 1)), callsign: callsign)
            board.apply(EventRecord(position: board.position + 1, at: now, actor: .system, body: .unitRegistered(unit)))
        }
        return board
    }

    @Test("A report: the same however often, another by type, words, place or the time that it states")
    func reports() {
        let record = Self.record(.incidentReported(Self.reported()))
        let table: [(IncidentReported, Int64, Bool)] = [
            (Self.reported(), 1, false), (Self.reported(), 90_000, false), (Self.reported("FIRE"), 1, true),
            (Self.reported(text: "louder"), 1, true), (Self.reported(place: "y"), 1, true),
            (Self.reported(at: Self.now + .seconds(86_400)), 86_401, true),
            // Without a stated time it happened when it came, whenever that is.
            (Self.reported(at: Self.now + .seconds(50)), 50, false),
        ]
        for (said, received, isOther) in table {
            let observation = Self.observation(.incident(said), received: received)
            #expect(observation.contradicts(record, on: Self.board) == isOther, "\(said) at \(received)")
        }
        let other = Self.record(.unitStatusChanged(UnitStatusChanged(unit: UnitID(rawValue: 1), status: .clear)))
        #expect(Self.observation(.incident(Self.reported())).contradicts(other, on: Self.board))
        // What the room took a priority to be is no word of the sender's.
        var urgent = Self.reported()
        urgent.priority = .p1
        for isStated in [true, false] {
            let observation = Self.observation(.incident(urgent, isPriorityStated: isStated))
            #expect(observation.contradicts(record, on: Self.board) == isStated)
        }
    }

    @Test("An id that another kind of message had is another message, whatever both are about")
    func otherKinds() {
        let incident = IncidentReference.source(Self.key)
        let contents: [Observation.Content] = [
            .incident(Self.reported()), .report(incident, Report(text: "x")),
            .revised(incident, IncidentTriaged(priority: .p1)), .closed(incident, disposition: "GOA"),
            .milestone(MilestoneObservation(incident: incident, callsign: "A1", milestone: .arrived, stated: Self.now)),
            .status(callsign: "A1", status: .emergency),
        ]
        let one = UnitID(rawValue: 1)
        let bodies: [EventBody] = [
            .incidentReported(Self.reported()), .reportAdded(ReportAdded(report: Report(text: "x"))),
            .incidentTriaged(IncidentTriaged(priority: .p1)), .incidentClosed(IncidentClosed(disposition: "GOA")),
            .assignmentAdvanced(AssignmentAdvanced(unit: one, milestone: .arrived, at: Self.now)),
            .unitStatusChanged(UnitStatusChanged(unit: one, status: .emergency)),
        ]
        for (row, content) in contents.enumerated() {
            for (column, body) in bodies.enumerated() where row != column {
                // Another caller's report of a known call comes as a call.
                if row == 0, column == 1 { continue }
                let isOther = Self.observation(content).contradicts(Self.record(body), on: Self.board)
                #expect(isOther, "\(content) after \(body)")
            }
        }
    }

    @Test("What brought a closed incident back, or took its unit off another one, is the same when it comes again")
    func whatComesFirst() throws {
        var room = Room.open()
        for id in ["c1", "c2"] { RelationTests.call(&room, id) }
        room.tell(RelationTests.milestone("c1", "3A11", .arrived, room.now), source: "m0")
        room.wait(.minutes(1))
        room.tell(.closed(.source(SourceKey(source: "log", id: "c2")), disposition: "X", stated: room.now))
        room.wait(.minutes(1))
        let said: [Observation.Content] = [
            RelationTests.milestone("c2", "3A11", .arrived, room.now),
            .report(.source(SourceKey(source: "log", id: "c2")), Report(at: room.now, text: "back")),
        ]
        for (number, content) in said.enumerated() {
            if number == 1 {
                room.must(.close(IncidentID(rawValue: 2), disposition: "X"))
                room.wait(.minutes(1))
            }
            var again = content
            if case .report(let incident, var report, _) = content {
                report.at = room.now
                again = .report(incident, report)
            }
            let count = room.records.count
            room.tell(again, source: "again \(number)")
            let first = try #require(room.records.dropFirst(count).first)
            let observation = Observation(source: first.source, at: room.now, actor: .feed("cad"), content: again)
            #expect(!observation.contradicts(first, on: room.board), "\(first.body.kind)")
        }
    }

    @Test("A status: another by its unit or by what the unit does; an alert never")
    func statuses() {
        let record = Self.record(.unitStatusChanged(UnitStatusChanged(unit: UnitID(rawValue: 1), status: .enRoute)))
        #expect(!Self.observation(.status(callsign: "A1", status: .enRoute)).contradicts(record, on: Self.board))
        #expect(Self.observation(.status(callsign: "A2", status: .enRoute)).contradicts(record, on: Self.board))
        #expect(Self.observation(.status(callsign: "A1", status: .clear)).contradicts(record, on: Self.board))
        let alert = AlertObservation(
            reported: ReportedAlert(source: Self.key, text: "x"), severity: .high, isActive: true, at: Self.now)
        #expect(!Self.observation(.alert(alert)).isComparable)
    }
}
