import Core
import DispatchModel
import Testing

/// A drill's journal is an exercise from its first event to its last.
@Suite struct ExerciseJournalTests {
    private func declared(_ mode: BoardMode) -> PendingEvent {
        PendingEvent(at: .epoch, actor: .system, body: .modeDeclared(ModeDeclared(mode: mode, title: "peak")))
    }

    private let unit = PendingEvent(
        at: .epoch, actor: .system,
        body: .unitRegistered(UnitRegistered(unit: UnitID(rawValue: 1), callsign: "3A12", kind: .vehiclePatrol)))

    @Test func aCommandRoomsStoreIsRefused() {
        let error = #expect(throws: JournalError.self) { _ = try ExerciseJournal(MemoryJournal()) }
        #expect(error?.kind == .wrongKind(found: .room))
    }

    @Test func itBeginsByDeclaringAnExercise() throws {
        let journal = try ExerciseJournal(MemoryJournal(kind: .exercise))
        for first in [declared(.live), declared(.replay), unit] {
            #expect(throws: JournalError.self) { try journal.append([first], expecting: 0) }
        }
        #expect(try journal.lastPosition() == 0)
        try journal.append([declared(.exercise), unit], expecting: 0)
        #expect(try journal.lastPosition() == 2)
    }

    @Test(arguments: [BoardMode.live, .replay]) func itNeverBecomesAnythingElse(_ mode: BoardMode) throws {
        let journal = try ExerciseJournal(MemoryJournal(kind: .exercise))
        try journal.append([declared(.exercise)], expecting: 0)
        let error = #expect(throws: JournalError.self) { try journal.append([declared(mode)], expecting: 1) }
        #expect(error?.kind == .wrongKind(found: .room))
        var batches = [[unit], [declared(mode)]]
        #expect(throws: JournalError.self) {
            try journal.append(expecting: 1) { batches.isEmpty ? nil : batches.removeFirst() }
        }
        #expect(try journal.lastPosition() == 1)
    }

    @Test func aStoreThatDoesNotBeginAsAnExerciseIsRefused() throws {
        let store = MemoryJournal(kind: .exercise)
        try store.append([declared(.live)], expecting: 0)
        #expect(throws: JournalError.self) { _ = try ExerciseJournal(store) }
    }

    @Test func everyExportedLineOfAnExerciseSaysSo() throws {
        let journal = try ExerciseJournal(MemoryJournal(kind: .exercise))
        try journal.append([declared(.exercise), unit], expecting: 0)
        var lines: [String] = []
        try JournalExport.export(journal) { lines.append($0) }
        #expect(lines.count == 3)
        for line in lines { #expect(line.contains(#""mode":"exercise""#), "\(line)") }
        let copy = MemoryJournal(kind: .exercise)
        var rest = lines.map { Array($0.utf8) }[...]
        try JournalExport.read(into: copy) { rest.popFirst() }
        #expect(try copy.lastHash() == journal.lastHash())
    }
}
