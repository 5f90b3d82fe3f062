import DispatchModel
import TestSupport
import Testing

@testable import Core

@Suite("What a run plays")
struct PlayingTests {
    @Test("Headless at unlimited speed: everything recorded, deadlines at their own times between the rows")
    func headless() throws {
        let log = ListSource(
            waiting: (1...50).map { District.call($0, priority: .p1, at: District.now + .seconds(Int64($0) * 10)) })
        let journal = MemoryJournal()
        let core = EventCore(board: Board(), writer: JournalWriter(journal: journal) {})
        let clock = BoardClock(start: District.now, speed: .infinity, wall: District.now)
        let end = District.now + .hours(2)
        let run = Run(
            core, pace: .headless, clock: clock, time: MachineTime(wall: { District.now }),
            sources: [log])
        var taken = 0
        try run.play(to: end) { taken = $0 }
        #expect(taken == 50)
        let records = try journal.records(after: 0, limit: .max)
        #expect(records.filter { if case .incidentReported = $0.body { true } else { false } }.count == 50)
        let raised = records.compactMap { record -> AlertRaised? in
            if case .alertRaised(let event) = record.body { event } else { nil }
        }
        #expect(raised.count == 50)
        for event in raised {
            let incident = event.incident.flatMap { core.shown.incidents[$0] }
            #expect(event.at == incident.map { $0.received + .minutes(3) })
        }
    }

    @Test("Only a log comes to its end; a roster is read, and the world of an exercise is no source that people miss")
    func ends() throws {
        let call = District.call(1, at: District.now + .seconds(1))
        func station(_ kinds: SourceKind...) throws -> Station {
            try Station(sources: kinds.map { Said(kind: $0, waiting: [call]) })
        }
        for kind in [SourceKind.log, .roster, .crews, .exercise] {
            let desk = try station(kind)
            #expect(desk.run.hasSources == (kind != .exercise))
            #expect(!desk.run.isLogAtItsEnd && !desk.run.isRosterRead)
            desk.run(for: .seconds(2))
            #expect(desk.run.lastHeard == call.at)
            #expect(desk.run.isLogAtItsEnd == (kind == .log) && desk.run.isRosterRead == (kind == .roster))
        }
        let both = try station(.roster, .log)
        both.run(for: .seconds(2))
        #expect(both.run.isLogAtItsEnd && !both.run.isRosterRead)
    }

    /// A source of a kind that says what it has at its times.
    private struct Said: ObservationSource {
        let kind: SourceKind
        var waiting: [Observation]
        var nextDue: Timestamp? { waiting.first?.at }

        mutating func due(at now: Timestamp, board: Board) -> [Observation] {
            let due = Array(waiting.prefix { $0.at <= now })
            waiting.removeFirst(due.count)
            return due
        }

        mutating func observe(_ record: EventRecord, board: Board) {}
    }
}
