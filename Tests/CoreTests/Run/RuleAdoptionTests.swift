import DispatchModel
import DispatchPolicy
import TestSupport
import Testing

@testable import Core

@Suite("Rules in the journal")
struct RuleAdoptionTests {
    /// A generator whose seed a failure prints.
    private struct Chance: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 31
        }
    }

    private func rules(_ text: String) throws -> RoomRules { try RoomRules.read(text: text, file: "room.toml") }

    /// A shift by chance with two changes of the rules in it; the station as it ended.
    private func shift(seed: UInt64) throws -> Station {
        let station = try Station()
        var chance = Chance(state: seed)
        for round in 0..<60 {
            let text =
                round == 20 ? "[deadlines.waiting]\nP1 = \"90s\"\n[types.ferry]\nname = \"Ferry\"" : "reserve = 2"
            if round == 20 || round == 40 {
                try order(.adoptRules(try rules(text).adoption), on: station)
            }
            let incidents = station.core.head.incidents.elements.filter(\.isOpen).map(\.id)
            let units = station.core.head.units.elements.map(\.id)
            switch Int.random(in: 0..<4, using: &chance) {
            case 0:
                let priority = Priority.allCases.randomElement(using: &chance) ?? .p1
                try? order(
                    .create(NewIncident(type: "robbery", priority: priority, place: Place(text: "a street"))),
                    on: station)
            case 1:
                guard let unit = units.randomElement(using: &chance),
                    let incident = incidents.randomElement(using: &chance)
                else { continue }
                try? order(.assign(incident, [unit], divert: true), on: station)
            case 2:
                guard let unit = units.randomElement(using: &chance) else { continue }
                try? order(.setStatus(unit, .available, reason: "back"), on: station)
            default: station.run(for: .seconds(Int64.random(in: 5..<120, using: &chance)))
            }
        }
        station.settle()
        return station
    }

    private func order(_ command: Command, on station: Station) throws {
        _ = try station.core.perform(CommandRequest(command, by: .dispatcher("lin")), now: station.run.now).get()
        station.core.startWriting()
        station.settle()
    }

    @Test(
        "A shift over changes of the rules folds to the same board and hash", arguments: [1, 7, 20_261_201] as [UInt64])
    func folds(seed: UInt64) throws {
        let station = try shift(seed: seed)
        try station.checkFold()
        // Played again from its records into another journal, and from a snapshot before, between and after the changes.
        let records = try station.records()
        let copy = MemoryJournal()
        let pending = records.map { PendingEvent(at: $0.at, actor: $0.actor, source: $0.source, body: $0.body) }
        _ = try copy.append(pending, expecting: 0)
        #expect(try copy.lastHash().hex == (try station.journal.lastHash().hex), "seed \(seed)")
        let whole = BoardSnapshot(of: station.core.shown).digest
        for part in [4, 2, 1] {
            var board = Board()
            for record in records.prefix(records.count / part) { board.apply(record) }
            board = try BoardSnapshot(of: board).read().get()
            for record in records.dropFirst(records.count / part) { board.apply(record) }
            #expect(BoardSnapshot(of: board).digest == whole, "seed \(seed)")
        }
        let adopted = try station.records().compactMap { record -> RulesAdopted? in
            if case .rulesAdopted(let event) = record.body { event } else { nil }
        }
        #expect(
            adopted == [
                try rules("[deadlines.waiting]\nP1 = \"90s\"\n[types.ferry]\nname = \"Ferry\"").adoption,
                try rules("reserve = 2").adoption,
            ], "seed \(seed)")
        let opened = EventCore(
            board: try station.journal.openBoard().board, writer: JournalWriter(journal: station.journal) {})
        #expect(opened.policy.reserve == 2 && opened.policy.deadlines == .standard)
        let snapshot = BoardSnapshot(of: station.core.shown)
        #expect(try snapshot.read().get().rules == adopted.last)
    }

    @Test("An alert rises at the limit of the rules in force, and not a second before")
    func limit() throws {
        let station = try Station()
        try order(.adoptRules(try rules("[deadlines.waiting]\nP1 = \"90s\"").adoption), on: station)
        #expect(station.core.policy.deadlines.waiting[.p1]?.limit == .seconds(90))
        try order(
            .create(NewIncident(type: "robbery", priority: .p1, place: Place(text: "a street"))), on: station)
        let call = try #require(station.core.head.incidents.elements.last)
        func alerts() -> [Timestamp] {
            station.core.head.alerts.elements.filter { $0.kind == .waitingTooLong && $0.incident == call.id }.map(
                \.raised)
        }
        station.core.tick(now: call.received + .seconds(90) - Span(milliseconds: 1))
        #expect(alerts().isEmpty)
        station.core.tick(now: call.received + .seconds(90))
        #expect(alerts() == [call.received + .seconds(90)])
    }

    @Test("What could not be recorded was not adopted")
    func goesBack() throws {
        let station = try Station()
        station.journal.fail(.diskFull)
        _ = try station.core.perform(
            CommandRequest(.adoptRules(try rules("reserve = 2").adoption), by: .dispatcher("lin")), now: station.run.now
        ).get()
        #expect(station.core.policy.reserve == 2)
        station.core.startWriting()
        station.settle()
        #expect(station.core.policy.reserve == nil && station.core.head.rules == nil)
    }

    @Test("A board that has adopted nothing works by the room it is opened in, one that has by what it has adopted")
    func older() throws {
        let station = try Station()
        #expect(station.core.head.rules == nil)
        var own = Policy()
        own.positionStale = .minutes(9)
        let board = try station.journal.openBoard().board
        let opened = EventCore(board: board, policy: own, writer: JournalWriter(journal: station.journal) {})
        #expect(opened.policy.positionStale == .minutes(9))
        try order(.adoptRules(RoomRules().adoption), on: station)
        let later = EventCore(
            board: try station.journal.openBoard().board, policy: own,
            writer: JournalWriter(journal: station.journal) {})
        #expect(later.policy.positionStale == .minutes(3))
        #expect(later.policy(of: board).positionStale == .minutes(9))
    }
}
