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

    /// Fifty calls ten seconds apart, played by a machine on which every look at the clock takes 50 ms.
    private func play(
        into journal: GatedJournal, speed: Double = .infinity, isStopping: () -> Bool = { false }
    ) throws -> Bool {
        let log = ListSource(
            waiting: (1...50).map { District.call($0, priority: .p1, at: District.now + .seconds(Int64($0) * 10)) })
        var time = District.now
        let run = Run(
            EventCore(board: Board(), writer: JournalWriter(journal: journal) {}), pace: .headless,
            clock: BoardClock(start: District.now, speed: speed, wall: District.now),
            time: MachineTime(wall: {
                time = time + Span(milliseconds: 50)
                return time
            }), sources: [log])
        defer { run.core.close() }
        return try run.play(to: District.now + .hours(2), isStopping: isStopping)
    }

    @Test(
        "Whoever plays without a screen says all the while that it lives, and how its clock runs",
        arguments: [.infinity, 1000])
    func signs(speed: Double) throws {
        let journal = GatedJournal()
        #expect(try play(into: journal, speed: speed))
        #expect(journal.states.count >= 3 && journal.states.allSatisfy { $0 == .recording }, "\(journal.states)")
        #expect(journal.clocks.allSatisfy { $0?.speed == speed }, "\(journal.clocks)")
    }

    @Test("A play that is asked to stop has recorded what it took, and goes on from there", arguments: [1, 7, 40])
    func stops(after looks: Int) throws {
        let journal = GatedJournal()
        var left = looks
        let isWhole = try play(into: journal) {
            left -= 1
            return left < 0
        }
        let calls = try journal.records(after: 0, limit: .max).count {
            if case .incidentReported = $0.body { true } else { false }
        }
        #expect(!isWhole && calls == looks / 2, "\(calls)")
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
