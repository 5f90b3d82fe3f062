import Core
import DispatchModel
import TestSupport
import Testing

@Suite struct JournalExportTests {
    @Test(arguments: EventBody.Kind.allCases)
    func everyKindComesBackAsItWas(_ kind: EventBody.Kind) throws {
        for seed in UInt64(0)..<60 {
            var random = RandomFields(seed: seed &* 37 &+ UInt64(kind.rawValue))
            let record = random.record(kind, position: 5)
            let line = JournalExport.line(of: record)
            #expect(!line.contains("\n"))
            let read = try JournalExport.record(line: Array(line.utf8), number: 2)
            #expect(read == record, "seed \(seed): \(line)")
            #expect(read.encoded() == record.encoded(), "seed \(seed): \(line)")
        }
    }

    @Test func linesReadWell() {
        let advanced = AssignmentAdvanced(
            incident: IncidentID(rawValue: 4821), assignment: AssignmentID(rawValue: 3), unit: UnitID(rawValue: 7),
            milestone: .enRoute, at: Timestamp(seconds: 12))
        let record = EventRecord(
            position: 9, at: Timestamp(seconds: 13), actor: .crew("3A12"), body: .assignmentAdvanced(advanced))
        #expect(
            JournalExport.line(of: record) == #"{"position":9,"at":13000,"actor":{"kind":"crew","name":"3A12"},"#
                + #""kind":"assignmentAdvanced","event":{"incident":4821,"assignment":3,"unit":7,"#
                + #""milestone":"enRoute","at":12000}}"#)
        #expect(
            JournalExport.header(mode: .replay) == #"{"format":"watchfloor-journal","version":1,"mode":"replay"}"#)
    }

    @Test func exportAndImportGiveTheSameJournal() throws {
        let journal = MemoryJournal()
        var random = RandomFields(seed: 77)
        var events: [PendingEvent] = []
        for number in 0..<2500 {
            let kind = EventBody.Kind.allCases[number % EventBody.Kind.allCases.count]
            var event = PendingEvent(random.record(kind, position: 1))
            event.source = number % 3 == 0 ? SourceKey(source: "log", id: "\(number)") : nil
            events.append(event)
        }
        try journal.append(events, expecting: 0)
        let lines = try exported(journal)
        let copy = MemoryJournal()
        let last = try JournalExport.read(into: copy, from: source(lines)).position
        #expect(last == 2500)
        #expect(try copy.lastHash() == journal.lastHash())
        #expect(try copy.openBoard().board.digest == journal.openBoard().board.digest)
        #expect(try exported(copy) == lines)
    }

    @Test func anExportProvesThatItIsWhole() throws {
        let journal = MemoryJournal()
        var random = RandomFields(seed: 5)
        let kinds = EventBody.Kind.allCases
        let events = (0..<40).map { number in
            var event = PendingEvent(random.record(kinds[number % kinds.count], position: 1))
            (event.at, event.source) = (Timestamp(seconds: Int64(number + 1)), nil)
            return event
        }
        try journal.append(events, expecting: 0)
        let lines = try exported(journal)
        #expect(try JournalExport.read(into: MemoryJournal(), from: source(lines)).proof == .proven)
        var cut = lines
        cut.removeLast(3)
        var edited = lines
        let place = edited[7].range(of: #""at":"#)
        edited[7].insert("1", at: try #require(place).upperBound)
        for (broken, found) in [(cut, JournalPosition(37)), (edited, 40)] {
            let copy = MemoryJournal()
            let error = #expect(throws: JournalError.self) {
                try JournalExport.read(into: copy, from: source(broken))
            }
            #expect(error?.kind == .unprovenImport(expected: 40, found: found))
            #expect(try copy.lastPosition() == 0, "nothing is taken in")
            let forced = try JournalExport.read(into: copy, forced: true, from: source(broken))
            #expect(forced.position == found && forced.proof == .broken)
        }
        var torn = Array(lines[...20])
        torn[20] = String(torn[20].prefix(torn[20].count / 2))
        let copy = MemoryJournal()
        let error = #expect(throws: JournalError.self) { try JournalExport.read(into: copy, from: source(torn)) }
        #expect(error?.kind == .unprovenImport(expected: 40, found: 19), "it ends within a line")
        let forced = try JournalExport.read(into: copy, forced: true, from: source(torn))
        #expect(forced.position == 19 && forced.proof == .broken)
        torn.append(lines[21])
        let inside = #expect(throws: JournalError.self) {
            try JournalExport.read(into: MemoryJournal(), forced: true, from: source(torn))
        }
        #expect(inside?.code == "journal.malformedImport", "a line that is damaged in between is never left out")
        var old = lines
        old[0] = JournalExport.header(mode: .live)
        #expect(try JournalExport.read(into: MemoryJournal(), from: source(old)).proof == .absent)
    }

    @Test(arguments: [
        (3, #"{"position":3,"at":1,"actor":{"kind":"crew"},"kind":"holdReleased","event":{}}"#, "position"),
        (3, #"{"position":1,"at":1,"actor":{"kind":"crew"},"kind":"holdReleased","event":{}}"#, "position"),
        (3, #"{"position":2,"actor":{"kind":"crew"},"kind":"holdReleased","event":{}}"#, "at"),
        (3, #"{"position":2,"at":1,"actor":{"kind":"boss"},"kind":"holdReleased","event":{}}"#, "actor.kind"),
        (3, #"{"position":2,"at":1,"actor":{"kind":"crew"},"kind":"holdRelaxed","event":{}}"#, "kind"),
        (3, #"{"position":2,"at":1,"actor":{"kind":"crew"},"kind":"holdReleased"}"#, "event"),
        (3, #"{"position":2,"at":1,"actor":{"kind":"crew"},"kind":"holdReleased","event":{"x":1}}"#, "event.x"),
        (3, #"{"position":2,"at":1,"actor":{"kind":"crew"},"kind":"noteAdded","event":{"text":1}}"#, "event.text"),
        (
            3, #"{"position":2,"at":1,"actor":{"kind":"crew"},"kind":"unitRegistered","event":{"skills":["a",2]}}"#,
            "event.skills"
        ),
        (
            3, #"{"position":2,"at":1,"actor":{"kind":"crew"},"kind":"noteAdded","event":{"incident":-1}}"#,
            "event.incident"
        ),
        (3, #"{"position":2,"at":1.5}"#, ""),
        (3, #"{"position":2,"at":99999999999999999999}"#, ""),
        (3, #"{"position":2"#, ""),
        (3, #"[1]"#, ""),
        (3, #"{"position":2,"position":2}"#, ""),
        (3, #"{"a":"\ud800"}"#, ""),
        (
            3,
            #"{"position":2,"at":1,"actor":{},"source":{"source":"log","id":"1"},"kind":"holdReleased","event":{}}"#,
            "source"
        ),
    ])
    func aBadLineIsLocatedAndNothingIsTaken(_ number: Int, _ line: String, _ field: String) throws {
        let good =
            #"{"position":1,"at":1,"actor":{},"source":{"source":"log","id":"1"},"#
            + #""kind":"holdReleased","event":{}}"#
        let journal = MemoryJournal()
        let error = #expect(throws: JournalError.self) {
            try JournalExport.read(into: journal, from: source([JournalExport.header(mode: .live), good, line]))
        }
        guard case .malformedImport(let found, let at, let what) = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found == number)
        #expect(at == field)
        #expect(!what.english.isEmpty && !what.chinese.isEmpty)
        #expect(try journal.lastPosition() == 0)
    }

    @Test func headersAreChecked() throws {
        let journal = MemoryJournal()
        func importing(_ lines: [String]) -> JournalError? {
            #expect(throws: JournalError.self) { try JournalExport.read(into: journal, from: source(lines)) }
        }
        #expect(importing([])?.code == "journal.malformedImport")
        #expect(importing([#"{"format":"other","version":1}"#])?.code == "journal.malformedImport")
        let newer = importing([#"{"format":"watchfloor-journal","version":2,"mode":"live"}"#])
        #expect(newer?.kind == .newerVersion(found: 2, known: 1))
        try journal.append(
            [PendingEvent(at: .epoch, actor: .system, body: .holdReleased(HoldReleased()))], expecting: 0)
        #expect(importing([JournalExport.header(mode: .live)])?.kind == .positionMoved(actual: 1))
    }

    @Test func noiseNeverTraps() {
        var generator = Seeded(12)
        let line = Array(
            #"{"position":2,"at":1,"actor":{"kind":"crew","name":"\u00e9"},"kind":"noteAdded","event":{"text":"[]"}}"#
                .utf8)
        for _ in 0..<5000 {
            var damaged = line
            for _ in 0...generator.next() % 3 {
                damaged[Int(generator.next() % UInt64(damaged.count))] = UInt8(truncatingIfNeeded: generator.next())
            }
            _ = try? JournalExport.record(line: damaged, number: 1)
            let cut = Array(line[..<Int(generator.next() % UInt64(line.count))])
            #expect(throws: JournalError.self) { try JournalExport.record(line: cut, number: 1) }
        }
        let deep = Array(String(repeating: "[", count: 100_000).utf8)
        #expect(throws: JournalError.self) { try JournalExport.record(line: deep, number: 1) }
    }

    private func exported(_ journal: MemoryJournal) throws -> [String] {
        var lines: [String] = []
        try JournalExport.export(journal) { lines.append($0) }
        return lines
    }

    private func source(_ lines: [String]) -> () throws(JournalError) -> [UInt8]? {
        var rest = lines[...]
        return { rest.popFirst().map { Array($0.utf8) } }
    }
}
