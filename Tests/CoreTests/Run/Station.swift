import DispatchModel
import DispatchPolicy
import TestSupport
import Testing

@testable import Core

/// A run on a made-up district without anybody who looks at it: journal in memory, time moved by hand.
final class Station {
    let journal = GatedJournal()
    let inbox = Inbox {}
    let hand = HandClock()
    let run: Run
    private let writer: JournalWriter

    var core: EventCore { run.core }

    init(sources: [any ObservationSource] = [], policy: Policy = Policy()) throws {
        let pending = District.events.map { PendingEvent(at: District.now, actor: .system, source: nil, body: $0) }
        _ = try journal.append(pending, expecting: 0)
        writer = JournalWriter(journal: journal) {}
        let hand = hand
        run = Run(
            EventCore(board: try journal.openBoard().board, policy: policy, writer: writer),
            time: MachineTime(wall: { hand.now }), sources: sources, inbox: inbox)
    }

    /// One turn, a frame's time later.
    func step() {
        hand.now = hand.now + Span(milliseconds: 40)
        run.turn()
    }

    /// Lets a span pass a second at a time, with the run turning.
    func run(for span: Span) {
        for _ in 0..<max(1, span.seconds) {
            hand.now = hand.now + .seconds(1)
            settle()
        }
    }

    /// Turns until nothing is under way any more.
    func settle() {
        for _ in 0..<20_000 {
            step()
            guard !journal.isShut else { break }
            if core.isWriting {
                writer.finish()
            } else if core.failure != nil || inbox.count == 0 {
                // A try whether the journal takes writing again is nothing under way to the core, but has its end too.
                writer.finish()
                break
            }
        }
        step()
    }

    /// Ends as a console does that its operator quits.
    func finish() {
        run.takeTheRest()
        core.close()
    }

    /// Every record in the journal.
    func records() throws -> [EventRecord] { try journal.records(after: 0, limit: .max) }

    /// The board is the fold of the journal, and all that is decided is recorded.
    func checkFold(at location: SourceLocation = #_sourceLocation) throws {
        var folded = Board()
        for record in try records() { folded.apply(record) }
        #expect(BoardSnapshot(of: folded).digest == BoardSnapshot(of: core.shown).digest, sourceLocation: location)
        #expect(BoardSnapshot(of: folded).digest == BoardSnapshot(of: core.head).digest, sourceLocation: location)
        #expect(try journal.verify().isSound, sourceLocation: location)
    }
}
