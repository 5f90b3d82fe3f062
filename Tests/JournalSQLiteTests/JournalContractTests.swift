import Core
import DispatchModel
import JournalSQLite
import Testing

/// What every backend promises.
@Suite struct JournalContractTests {
    @Test(arguments: Backend.allCases)
    func appendedEventsComeBackInOrder(_ backend: Backend) throws {
        let folder = TemporaryFolder()
        let journal = try backend.make(folder)
        #expect(try journal.lastPosition() == 0)
        #expect(try journal.lastHash() == .zero)
        let events = Evening.units(3) + Evening.incident(1, units: 3)
        let records = try journal.append(events, expecting: 0)
        #expect(records.map(\.position) == Array(1...8))
        #expect(records.map(PendingEvent.init) == events)
        #expect(try journal.records(after: 0, limit: 100) == records)
        #expect(try journal.records(after: 3, limit: 2) == Array(records[3..<5]))
        #expect(try journal.records(after: 8, limit: 2).isEmpty)
        #expect(try journal.records(at: [7, 2, 99, 0, 7]) == [records[6], records[1], records[6]])
        #expect(try journal.lastPosition() == 8)
        var hash = ChainHash.zero
        for record in records { hash = hash.next(position: record.position, record: record.encoded()) }
        #expect(try journal.lastHash() == hash)
        var seen: [EventRecord] = []
        try journal.forEach(after: 2) { seen.append($0) }
        #expect(seen == Array(records[2...]))
        journal.close()
    }

    @Test(arguments: Backend.allCases)
    func appendIsRefusedWhenThePositionMoved(_ backend: Backend) throws {
        let folder = TemporaryFolder()
        let journal = try backend.make(folder)
        try journal.append(Evening.units(2), expecting: 0)
        let error = #expect(throws: JournalError.self) { try journal.append(Evening.units(1), expecting: 1) }
        #expect(error?.kind == .positionMoved(actual: 2))
        #expect(try journal.lastPosition() == 2)
        try journal.append([], expecting: 2)
        #expect(try journal.lastPosition() == 2)
    }

    @Test(arguments: Backend.allCases)
    func aSourceIsRecordedOnce(_ backend: Backend) throws {
        let folder = TemporaryFolder()
        let journal = try backend.make(folder)
        let hostile = ["", "a\0b", "a\\0b", "a\\\0", "a", "é", "e\u{301}", "\u{FEFF}x"]
        func event(_ id: String) -> PendingEvent {
            PendingEvent(
                at: .epoch, actor: .feed("log"), source: SourceKey(source: "l\0\\g", id: id),
                body: .noteAdded(NoteAdded(incident: IncidentID(rawValue: 1), text: id)))
        }
        try journal.append(hostile.map(event), expecting: 0)
        let count = JournalPosition(hostile.count)
        for (index, id) in hostile.enumerated() {
            let key = SourceKey(source: "l\0\\g", id: id)
            #expect(try journal.contains(key))
            let error = #expect(throws: JournalError.self) { try journal.append([event(id)], expecting: count) }
            #expect(error?.kind == .duplicateSource(key, at: JournalPosition(index + 1)))
        }
        var keys: [SourceKey] = []
        for _ in 0...hostile.count { keys += try journal.sourceKeys(after: keys.last, limit: 3) }
        #expect(keys.count == hostile.count)
        #expect(Set(keys) == Set(hostile.map { SourceKey(source: "l\0\\g", id: $0) }))
        #expect(try !journal.contains(SourceKey(source: "l", id: "")))
        let twice = #expect(throws: JournalError.self) {
            try journal.append([event("new"), event("new")], expecting: count)
        }
        #expect(twice?.kind == .duplicateSource(SourceKey(source: "l\0\\g", id: "new"), at: count + 1))
        #expect(try journal.lastPosition() == count)
        #expect(try !journal.contains(SourceKey(source: "l\0\\g", id: "new")))
    }

    @Test(arguments: Backend.allCases)
    func aLongRunIsAllOrNothing(_ backend: Backend) throws {
        let folder = TemporaryFolder()
        let journal = try backend.make(folder)
        var batches = (1...20).map { Evening.incident($0, units: 3) }
        let last = try journal.append(expecting: 0) { () throws(JournalError) in
            batches.isEmpty ? nil : batches.removeFirst()
        }
        #expect(last == 100)
        let hash = try journal.lastHash()
        var given = 0
        let error = #expect(throws: JournalError.self) {
            try journal.append(expecting: 100) { () throws(JournalError) in
                given += 1
                if given == 3 {
                    throw JournalError(.malformedImport(line: 3, field: "x", what: .init("", "")))
                }
                return Evening.incident(UInt32(given + 100), units: 3)
            }
        }
        #expect(error?.code == "journal.malformedImport")
        #expect(try journal.lastPosition() == 100)
        #expect(try journal.lastHash() == hash)
        try journal.append(Evening.incident(101, units: 3), expecting: 100)
        #expect(try journal.verify().isSound)
    }

    @Test(arguments: Backend.allCases)
    func openingFoldsTheSnapshotAndTheTail(_ backend: Backend) throws {
        let folder = TemporaryFolder()
        let journal = try backend.make(folder)
        var board = Board()
        try Evening.fill(journal, incidents: 10)
        try journal.catchUp(&board, limit: 1000)
        #expect(board.position == 58)
        try journal.saveSnapshot(of: board)
        try journal.append(Evening.incident(11, units: 8), expecting: 58)
        let opened = try journal.openBoard()
        #expect(opened.snapshot == 58)
        #expect(opened.replayed == 5)
        #expect(opened.warnings.isEmpty)
        try journal.catchUp(&board, limit: 1000)
        #expect(opened.board.digest == board.digest)
        #expect(try journal.verify().boardDigest == board.digest)
        #expect(try journal.verify().isSound)
        var ahead = board
        ahead.apply(EventRecord(position: 64, at: .epoch, actor: .system, body: .modeDeclared(ModeDeclared())))
        #expect(throws: JournalError.self) { try journal.saveSnapshot(of: ahead) }
    }

    @Test(arguments: Backend.allCases)
    func aClosedJournalSaysSo(_ backend: Backend) throws {
        let folder = TemporaryFolder()
        let journal = try backend.make(folder)
        try journal.append(Evening.units(1), expecting: 0)
        journal.close()
        let error = #expect(throws: JournalError.self) { try journal.append([], expecting: 1) }
        #expect(error?.kind == .closed)
        #expect(throws: JournalError.self) { try journal.lastPosition() }
        journal.close()
    }
}
