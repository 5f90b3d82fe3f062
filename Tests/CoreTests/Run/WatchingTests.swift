import DispatchModel
import TestSupport
import Testing

@testable import Core

@Suite("Following what another program writes")
struct WatchingTests {
    /// Another program's journal that can be read, or cannot.
    private final class Writer {
        var records: [EventRecord] = []
        var failure: JournalError.Kind?

        func appended(after position: JournalPosition) throws(JournalError) -> [EventRecord] {
            if let failure { throw JournalError(failure) }
            return records.filter { $0.position > position }
        }
    }

    @Test("What cannot be read is told, whether or not the writer gives a sign, and read once it can be")
    func unreadable() throws {
        for hasSign in [true, false] {
            let (writer, hand) = (Writer(), HandClock())
            let board = Board()
            let journal = WatchedJournal(
                appended: { position throws(JournalError) in try writer.appended(after: position) },
                sign: hasSign ? { () throws(JournalError) in WriterSign(beat: hand.now.rawValue) } : nil)
            let run = Run(
                EventCore(board: board, writer: JournalWriter(journal: MemoryJournal()) {}),
                pace: .watching(journal), time: MachineTime(wall: { hand.now }))
            run.turn()
            #expect(run.writerTrouble == nil)
            writer.failure = .io
            run.turn()
            #expect(run.writerTrouble == .unreadable(JournalError(.io)), "sign: \(hasSign)")
            writer.failure = nil
            writer.records = [
                EventRecord(
                    position: 1, at: hand.now, actor: .system,
                    body: .typeDefined(TypeDefined(code: "063", english: "Noise", chinese: "噪声")))
            ]
            run.turn()
            #expect(run.writerTrouble == nil)
            #expect(run.core.shown.position == 1)
        }
    }
}
