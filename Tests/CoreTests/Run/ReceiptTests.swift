import DispatchModel
import DispatchPolicy
import Synchronization
import TestSupport
import Testing

@testable import Core

/// Notes what a sender is told.
private final class Sender: Sendable {
    private let state = Mutex<[[Settlement]]>([])

    var told: [[Settlement]] { state.withLock { $0 } }
    var tell: @Sendable ([Settlement]) -> Void {
        { [self] settlements in state.withLock { $0.append(settlements) } }
    }
}

@Suite("A sender is told what became of its batch")
struct ReceiptTests {
    private func status(_ callsign: String, _ status: UnitStatus) -> Observation {
        Observation(at: District.now, actor: .feed("feed"), content: .status(callsign: callsign, status: status))
    }

    private func position(_ callsign: String, _ second: Int64) -> Observation {
        let at = District.now + .seconds(second)
        return Observation(
            at: at, actor: .feed("gps"),
            content: .position(callsign: callsign, point: District.point(second, 0), at: at))
    }

    @Test("Once, after it is on disk: what was recorded, what was known, what was refused and why")
    func outcomes() throws {
        let (desk, sender) = (try Station(), Sender())
        desk.journal.shut()
        let batch = [
            District.call(1), status("3A12", .available), status("nobody", .available), District.call(1),
        ]
        #expect(desk.inbox.offer(batch, settled: sender.tell))
        for _ in 0..<5 { desk.step() }
        #expect(sender.told.isEmpty, "nothing is certain while the journal writes")
        desk.journal.open()
        desk.settle()
        #expect(sender.told == [[.recorded, .known, .refused(.unknownUnit("nobody")), .known]])
        desk.settle()
        #expect(sender.told.count == 1)
    }

    @Test("A position that the unit cannot have moves it nowhere and says why")
    func farPosition() throws {
        let desk = try Station()
        let far = Observation(
            at: District.now, actor: .feed("gps"),
            content: .position(
                callsign: "3A12", point: GeoPoint(latitude: 0, longitude: 0) ?? GeoPoint(), at: District.now))
        #expect(desk.inbox.offer(far))
        desk.settle()
        for board in [desk.core.head, desk.core.shown] {
            let unit = try #require(board.unit(callsign: "3A12"))
            #expect(board.position(of: unit)?.point == unit.dutyPoint.point)
            #expect(unit.position == nil)
            #expect(board.doubt(about: unit)?.reasons == [.farFromDuty])
        }
        #expect(desk.inbox.offer(position("3A12", 5)))
        desk.settle()
        let unit = try #require(desk.core.shown.unit(callsign: "3A12"))
        #expect(unit.position == District.point(5, 0))
        #expect(desk.core.shown.doubt(about: unit) == nil)
    }

    @Test("What is known because of something that is still being written is not told before that is on disk")
    func knownLater() throws {
        let (desk, sender) = (try Station(), Sender())
        desk.journal.shut()
        #expect(desk.inbox.offer(District.call(1)))
        desk.step()
        #expect(desk.inbox.offer([District.call(1)], settled: sender.tell))
        for _ in 0..<5 { desk.step() }
        #expect(sender.told.isEmpty)
        desk.journal.open()
        desk.settle()
        #expect(sender.told == [[.known]])
    }

    @Test("A journal that fails is told as a failure; sent again it is recorded once")
    func failure() throws {
        let (desk, sender) = (try Station(), Sender())
        desk.journal.fail(.diskFull)
        let batch = [District.call(1), status("3A12", .available), District.call(2)]
        #expect(desk.inbox.offer(batch, settled: sender.tell))
        desk.run(for: .seconds(3))
        #expect(sender.told == [[.failed, .failed, .failed]])
        #expect(desk.inbox.offer(batch, settled: sender.tell))
        desk.journal.fail(nil)
        desk.run(for: .seconds(3))
        #expect(sender.told.last == [.known, .known, .known], "the core kept it and recorded it when it could")
        #expect(try desk.records().compactMap(\.source?.id) == ["1", "2"])
        try desk.checkFold()
    }

    @Test("Positions are told when they are taken: applied, overtaken by a newer one, or of no unit")
    func positions() throws {
        let (desk, sender) = (try Station(), Sender())
        let batch = [position("3A12", 1), position("3A12", 3), position("3A12", 2), position("nobody", 1)]
        #expect(desk.inbox.offer(batch, settled: sender.tell))
        desk.settle()
        #expect(sender.told == [[.known, .recorded, .known, .refused(.unknownUnit("nobody"))]])
    }

    @Test("All of a batch is taken or nothing, and nothing of it is told when it is not")
    func allOrNone() {
        let (inbox, sender) = (Inbox {}, Sender())
        let one = District.call(1)
        #expect(inbox.offer(Array(repeating: one, count: Inbox.limit - 2)))
        #expect(!inbox.offer([one, one, one], settled: sender.tell))
        #expect(!inbox.offer((1...3).map { position("unit \($0)", 1) }, settled: sender.tell))
        #expect(inbox.count == Inbox.limit - 2)
        #expect(inbox.offer([one, position("unit", 1)]))
        #expect(!inbox.offer(one))
        #expect(sender.told.isEmpty)
        #expect(inbox.offer([], settled: sender.tell))
        #expect(sender.told == [[]])
    }

    @Test("A batch longer than the inbox is taken by itself, so that it does not wait for ever")
    func longBatch() {
        let inbox = Inbox {}
        #expect(inbox.offer(Array(repeating: District.call(1), count: Inbox.limit + 1)))
        #expect(!inbox.offer(District.call(2)))
    }

    @Test("When the program ends, what was taken is decided and told, and nothing more is taken")
    func quitting() throws {
        let (desk, sender) = (try Station(), Sender())
        for number in 1...1000 { #expect(desk.inbox.offer([District.call(number)], settled: sender.tell)) }
        desk.finish()
        #expect(sender.told.count == 1000 && sender.told.allSatisfy { $0 == [.recorded] })
        #expect(try desk.records().compactMap(\.source).count == 1000)
        #expect(!desk.inbox.offer([District.call(1001)], settled: sender.tell))
        #expect(sender.told.count == 1000)
    }

    @Test("When nothing can be recorded any more, and when nobody is left to decide, that is told")
    func neverLeaked() throws {
        let sender = Sender()
        try {
            let desk = try Station()
            desk.journal.fail(.diskFull)
            #expect(desk.inbox.offer([District.call(1)], settled: sender.tell))
            desk.run(for: .seconds(2))
            #expect(desk.inbox.offer([District.call(2), position("3A12", 1)], settled: sender.tell))
            desk.finish()
        }()
        #expect(sender.told == [[.failed], [.failed, .recorded]], "a position is only shown")
    }

    @Test("Without a screen too: told once on disk, failed when it never gets there, kept in a snapshot at the end")
    func noScreen() throws {
        let (journal, sender) = (GatedJournal(), Sender())
        let start = try Station().core.head
        let inbox = Inbox {}
        let core = EventCore(
            board: Board(), writer: JournalWriter(journal: journal, wake: {}), showing: .nothing)
        func take() { for delivery in inbox.takeDeliveries(limit: 100) { core.takeDelivery(delivery) } }
        for unit in start.units.elements {
            core.takeObservation(
                Observation(
                    at: District.now, actor: .system,
                    content: .unit(UnitRegistered(callsign: unit.callsign, kind: unit.kind, pane: unit.pane))))
        }
        _ = try core.flush()
        journal.fail(.diskFull)
        let batch = [District.call(1), status("3A12", .outOfService), District.call(1), position("3A12", 1)]
        #expect(inbox.offer(batch, settled: sender.tell))
        take()
        #expect(throws: JournalError.self) { try core.flush() }
        #expect(core.isFull && sender.told.isEmpty, "what was decided is kept, and nothing is told")
        journal.fail(nil)
        core.retry()
        _ = try core.flush()
        #expect(sender.told == [[.recorded, .recorded, .known, .recorded]])
        journal.fail(.diskFull)
        #expect(inbox.offer([District.call(2)], settled: sender.tell))
        take()
        #expect(throws: JournalError.self) { try core.flush() }
        core.close()
        #expect(sender.told.last == [.failed])
        journal.fail(nil)
        #expect(try journal.records(after: 0, limit: 1000).compactMap(\.source?.id) == ["1"])
    }

    @Test("Without a screen the board is kept as a snapshot once the journal has all of it, also under a flood", .full)
    func snapshotWithoutScreen() throws {
        let journal = GatedJournal()
        let core = EventCore(
            board: Board(), writer: JournalWriter(journal: journal, wake: {}), showing: .nothing)
        var number = 0
        var fullFor: [JournalPosition] = []
        while number < 2 * Int(EventCore.snapshotInterval) {
            core.tick(now: District.now + Span(milliseconds: Int64(number)))
            _ = core.finishWriting()
            if core.isFull {
                if core.failure == nil, !core.isWriting { fullFor.append(core.head.position) }
                continue
            }
            for _ in 0..<512 {
                core.takeObservation(District.call(number))
                number += 1
            }
            core.startWriting()
        }
        #expect(fullFor.isEmpty, "full with nothing to wait for")
        let before = try journal.openBoard()
        #expect(before.snapshot >= EventCore.snapshotInterval)
        _ = try core.flush()
        core.close()
        let opened = try journal.openBoard()
        #expect(opened.board.position == core.head.position)
        #expect(opened.board.incidents.count == number)
    }

    @Test("Random batches over failures: every batch is told once, and what is told as recorded is in the journal once")
    func exactlyOnce() throws {
        let seed: UInt64 = 4242
        var random = Seeded(seed)
        let desk = try Station()
        var senders: [(ids: [Int], sender: Sender)] = []
        for round in 0..<200 {
            let ids = (0..<Int.random(in: 1...8, using: &random)).map { _ in Int.random(in: 0..<300, using: &random) }
            let sender = Sender()
            if desk.inbox.offer(ids.map { District.call($0) }, settled: sender.tell) { senders.append((ids, sender)) }
            if random.once(in: 10) { desk.journal.fail(random.once(in: 2) ? .diskFull : nil) }
            if random.once(in: 3) { desk.step() }
            if round % 50 == 49 { desk.run(for: .seconds(2)) }
        }
        desk.journal.fail(nil)
        desk.run(for: .seconds(3))
        let recorded = try desk.records().compactMap(\.source?.id)
        #expect(Set(recorded).count == recorded.count, "seed \(seed)")
        for (ids, sender) in senders {
            #expect(sender.told.count == 1, "seed \(seed)")
            for (id, settlement) in zip(ids, sender.told.first ?? []) where settlement != .failed {
                #expect(recorded.contains("\(id)"), "seed \(seed): \(id) \(settlement)")
            }
        }
    }
}
