import DispatchModel
import TestSupport
import Testing

@testable import Core

/// The board of any moment, against the plain fold of everything before it.
@Suite struct BoardHistoryTests {
    /// A journal of random events: calls, notes, closings; the clock stands still, jumps and now and then goes back.
    private static func records(_ count: Int, seed: UInt64) -> [EventRecord] {
        var random = Seeded(seed)
        var clock = Timestamp(seconds: 1_700_000_000)
        var made: UInt32 = 0
        return (1...count).map { number in
            clock = clock + Span(milliseconds: Int64.random(in: -400...2500, using: &random))
            var body = EventBody.modeDeclared(ModeDeclared(mode: .replay, title: "random \(number)"))
            let some = IncidentID(rawValue: UInt32.random(in: 1...max(1, made), using: &random))
            switch Int.random(in: 0..<10, using: &random) {
            case 0...4:
                made += 1
                body = .incidentReported(
                    IncidentReported(
                        incident: IncidentID(rawValue: made), type: "063", priority: .p3,
                        place: Place(text: "Street \(made)"), received: clock,
                        report: Report(number: Int64(made), at: clock, text: "call \(made)")))
            case 5...7: body = .noteAdded(NoteAdded(incident: some, text: "note \(number)"))
            case 8: body = .incidentClosed(IncidentClosed(incident: some, disposition: "report", at: clock))
            default: break
            }
            return EventRecord(position: JournalPosition(number), at: clock, actor: .system, body: body)
        }
    }

    private static func reader(of records: [EventRecord]) -> BoardHistory.Reader {
        { after, limit in Array(records.dropFirst(Int(after)).prefix(limit)) }
    }

    private static func folded(_ records: some Sequence<EventRecord>) -> Board {
        var board = Board()
        for record in records { board.apply(record) }
        return board
    }

    @Test("at random positions the board is the plain fold", .full, arguments: [1, 2, 3] as [UInt64])
    func positions(seed: UInt64) throws {
        print("seed \(seed)")
        var random = Seeded(seed)
        let records = BoardHistoryTests.records(6000, seed: seed)
        var history = BoardHistory(read: BoardHistoryTests.reader(of: records))
        for _ in 0..<25 {
            let position = Int.random(in: 0...records.count, using: &random)
            let board = try history.board(at: JournalPosition(position))
            #expect(board.position == JournalPosition(position))
            #expect(board.digest == BoardHistoryTests.folded(records.prefix(position)).digest, "position \(position)")
            #expect(history.boardsHeld <= BoardHistory.keyframeLimit + BoardHistory.trailLimit)
        }
    }

    @Test(
        "at random times the position is the last one whose latest time is not after it", arguments: [4, 5] as [UInt64])
    func times(seed: UInt64) throws {
        print("seed \(seed)")
        var random = Seeded(seed)
        let records = BoardHistoryTests.records(3000, seed: seed)
        var history = BoardHistory(read: BoardHistoryTests.reader(of: records))
        while try history.index(limit: 700) {}
        var latest: [Timestamp] = []
        for record in records { latest.append(max(record.at, latest.last ?? record.at)) }
        for _ in 0..<300 {
            let some = latest[Int.random(in: 0..<latest.count, using: &random)]
            let time = some + Span(milliseconds: Int64.random(in: -2...2, using: &random))
            #expect(try history.position(asOf: time) == JournalPosition(latest.prefix { $0 <= time }.count), "\(time)")
        }
    }

    @Test("stepping back event by event reads a few records a step once the way there was read", .full)
    func steppingBack() throws {
        let records = BoardHistoryTests.records(20_000, seed: 6)
        var read = 0
        var history = BoardHistory { after, limit in
            let some = Array(records.dropFirst(Int(after)).prefix(limit))
            read += some.count
            return some
        }
        _ = try history.board(at: 19_000)
        read = 0
        for position in stride(from: 18_999, to: 18_000, by: -1) {
            #expect(try history.board(at: JournalPosition(position)).position == JournalPosition(position))
        }
        #expect(read < 1000 * 16, "\(read) records for 1000 steps")
        #expect(try history.board(at: 18_001).digest == BoardHistoryTests.folded(records.prefix(18_001)).digest)
    }

    @Test("a journal that grows is read further; boards kept stay bounded")
    func growing() throws {
        let records = BoardHistoryTests.records(70_000, seed: 7)
        var end = 1000
        var history = BoardHistory { after, limit in Array(records[..<end].dropFirst(Int(after)).prefix(limit)) }
        while try history.index(limit: 5000) {}
        #expect(history.indexed == 1000)
        end = records.count
        while try history.index(limit: 5000) {}
        #expect(history.indexed == 70_000)
        #expect(history.boardsHeld <= BoardHistory.keyframeLimit)
        #expect(try history.board(at: 31_111).digest == BoardHistoryTests.folded(records.prefix(31_111)).digest)
    }

    @Test("a torn journal is told in words with the missing position")
    func torn() throws {
        var records = BoardHistoryTests.records(500, seed: 8)
        records.remove(at: 299)
        let torn = records
        var history = BoardHistory { after, limit in Array(torn.filter { $0.position > after }.prefix(limit)) }
        #expect(try history.board(at: 299).position == 299)
        let error = #expect(throws: JournalError.self) { try history.board(at: 310) }
        guard case .damaged(position: 300, _)? = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.message.english.contains("300") == true)
        #expect(try history.board(at: 250).position == 250)
        let short = #expect(throws: JournalError.self) {
            var short = BoardHistory(read: BoardHistoryTests.reader(of: Array(torn.prefix(100))))
            _ = try short.board(at: 101)
        }
        #expect(short?.code == "journal.damaged")
    }
}
