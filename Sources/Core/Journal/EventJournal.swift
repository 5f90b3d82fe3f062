import DispatchModel

/// The one ordered record of everything that happened, from which every board is folded.
///
/// Positions count from 1 without gaps. A backend may be shared by several consoles: each appends at the position it
/// expects, learns of others' events by reading after its own, and decides again when somebody was faster. All
/// functions may be called from any thread; `append` is meant for one thread while others read.
package protocol EventJournal: AnyObject, Sendable {
    /// True when the journal was opened for watching: `append` and `save` throw `.readOnly`.
    var isReadOnly: Bool { get }

    /// What the store may hold.
    var kind: JournalKind { get }

    /// Records events, all or none, after the event at `position`, which must be the last one.
    ///
    /// When it returns, the events survive a crash of the program and of the machine.
    /// Throws `.positionMoved` when somebody else appended, `.duplicateSource` when a key is recorded already.
    @discardableResult
    func append(_ events: [PendingEvent], expecting position: JournalPosition) throws(JournalError) -> [EventRecord]

    /// Records a long run of events, all or none, as an import does. `next` gives batch after batch, nil at the end;
    /// what it throws undoes everything. Returns the last position.
    @discardableResult
    func append(
        expecting position: JournalPosition, from next: () throws(JournalError) -> [PendingEvent]?
    ) throws(JournalError) -> JournalPosition

    /// Up to `limit` records after a position, in order.
    func records(after position: JournalPosition, limit: Int) throws(JournalError) -> [EventRecord]

    /// The records at these positions, in the order asked; positions that the journal does not have are left out.
    func records(at positions: [JournalPosition]) throws(JournalError) -> [EventRecord]

    /// Goes through all records after a position, in order, without holding them all.
    func forEach(
        after position: JournalPosition, _ body: (EventRecord) throws(JournalError) -> Void
    ) throws(JournalError)

    /// Position of the last event, 0 for none.
    func lastPosition() throws(JournalError) -> JournalPosition

    /// The digest of the chain up to the last event.
    func lastHash() throws(JournalError) -> ChainHash

    /// The position of another system's record; nil when it is not in the journal.
    func position(of source: SourceKey) throws(JournalError) -> JournalPosition?

    /// Up to `limit` keys of other systems' records after a key, or the first ones, in an order of the journal's own.
    func sourceKeys(after key: SourceKey?, limit: Int) throws(JournalError) -> [SourceKey]

    /// Keeps a board so that the next opening is fast; the newest two are kept.
    func save(_ snapshot: BoardSnapshot) throws(JournalError)

    /// The board as of the last event: the newest good snapshot and the events after it.
    func openBoard() throws(JournalError) -> OpenedBoard

    /// Checks everything that is stored; reads it all.
    func verify() throws(JournalError) -> JournalReport

    /// Says beside the journal that its writer lives, how it does, how its board time runs and how its
    /// feeds do, and looks whether the journal is still the one that was opened. Asked about once a second, from the thread that appends. Throws what keeps it from
    /// recording.
    func keepAlive(_ state: WriterState, clock: WriterClock?, feeds: [WriterFeed]) throws(JournalError)

    /// Writes without recording anything. Throws what keeps it from recording.
    func probe() throws(JournalError)

    /// What the writer last said about itself; nil when nobody ever did. Throws when the journal is not the one that was
    /// opened any more.
    func writerSign() throws(JournalError) -> WriterSign?

    /// Finishes what is under way and lets go of the journal. Later calls throw `.closed`.
    func close()
}

extension EventJournal {
    /// True when another system's record is in the journal.
    package func contains(_ source: SourceKey) throws(JournalError) -> Bool { try position(of: source) != nil }
    /// Encodes a board and keeps it.
    package func saveSnapshot(of board: Board) throws(JournalError) { try save(BoardSnapshot(of: board)) }

    /// A journal without files has nobody to tell.
    package func keepAlive(_ state: WriterState, clock: WriterClock?, feeds: [WriterFeed]) throws(JournalError) {}
    /// A journal without files can always record.
    package func probe() throws(JournalError) {}
    /// Nobody else writes a journal without files.
    package func writerSign() throws(JournalError) -> WriterSign? { nil }
}

/// What opening a journal gave.
package struct OpenedBoard: Sendable {
    /// The board as of the last event.
    package var board: Board
    /// Position of the snapshot it started from, 0 when everything was folded.
    package var snapshot: JournalPosition
    /// Number of events folded on top.
    package var replayed: Int
    /// Snapshots that could not be used, and why; the board is right all the same.
    package var warnings: [JournalFinding]

    /// Creates the result of opening.
    package init(board: Board, snapshot: JournalPosition = 0, replayed: Int = 0, warnings: [JournalFinding] = []) {
        self.board = board
        self.snapshot = snapshot
        self.replayed = replayed
        self.warnings = warnings
    }
}

/// What a store may hold. A store is made as one kind and stays it; neither door opens the other's store for writing.
package enum JournalKind: Hashable, Sendable {
    /// A command room's own: live data, or a recording that is played.
    case room
    /// An exercise and nothing else.
    case exercise
}

extension EventJournal {
    /// A store is a command room's unless it says otherwise.
    package var kind: JournalKind { .room }
}

/// An event that was decided and has no position yet.
package struct PendingEvent: Hashable, Sendable {
    /// Board time at which it is recorded.
    package var at: Timestamp
    /// Who or what made it.
    package var actor: Actor
    /// The record of another system it came from; the journal takes each key once.
    package var source: SourceKey?
    /// What happened.
    package var body: EventBody

    /// Creates an event to append.
    package init(at: Timestamp, actor: Actor, source: SourceKey? = nil, body: EventBody) {
        self.at = at
        self.actor = actor
        self.source = source
        self.body = body
    }

    /// The event of a record, without its position.
    package init(_ record: EventRecord) {
        self.init(at: record.at, actor: record.actor, source: record.source, body: record.body)
    }

    /// The record it becomes at a position.
    package func record(at position: JournalPosition) -> EventRecord {
        EventRecord(position: position, at: at, actor: actor, source: source, body: body)
    }
}

/// The process that holds a journal open for writing.
package struct WriterIdentity: Hashable, Sendable {
    /// Its process number; 0 when unknown.
    package var pid: Int32
    /// The machine it runs on; empty when unknown.
    package var host: String
    /// When it opened the journal, by its machine's clock.
    package var since: Timestamp

    /// Creates an identity.
    package init(pid: Int32 = 0, host: String = "", since: Timestamp = .epoch) {
        self.pid = pid
        self.host = host
        self.since = since
    }
}
