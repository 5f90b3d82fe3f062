import DispatchModel

/// The journal of one exercise: the only kind of journal that a drill takes.
///
/// It can only be made of a store of the kind ``JournalKind/exercise``, its first event declares the board an exercise,
/// and no later one declares it anything else. A drill can therefore not write among live data, whatever folder it is
/// given, and what a drill wrote says of itself that it is an exercise.
package final class ExerciseJournal: EventJournal {
    private let store: any EventJournal

    /// The exercise in a store. Throws `.wrongKind` when the store is a command room's, `.damaged` when it does not begin
    /// as an exercise.
    package init(_ store: any EventJournal) throws(JournalError) {
        guard store.kind == .exercise else { throw JournalError(.wrongKind(found: store.kind)) }
        self.store = store
        guard let first = try store.records(after: 0, limit: 1).first else { return }
        guard ExerciseJournal.declaresExercise(first.body) else {
            throw JournalError(.damaged(position: first.position, what: ExerciseJournal.undeclared))
        }
    }

    /// Always an exercise.
    package var kind: JournalKind { .exercise }
    /// As its store.
    package var isReadOnly: Bool { store.isReadOnly }

    private static let undeclared = BilingualText(
        "its first event does not declare an exercise", "首条事件未声明演练")

    private static func declaresExercise(_ body: EventBody) -> Bool {
        if case .modeDeclared(let declared) = body { declared.mode == .exercise } else { false }
    }

    /// Refuses what would make the board something else than an exercise.
    private func check(_ events: [PendingEvent], after position: JournalPosition) throws(JournalError) {
        if position == 0, let first = events.first, !ExerciseJournal.declaresExercise(first.body) {
            throw JournalError(.damaged(position: 1, what: ExerciseJournal.undeclared))
        }
        for event in events {
            if case .modeDeclared = event.body, !ExerciseJournal.declaresExercise(event.body) {
                throw JournalError(.wrongKind(found: .room))
            }
        }
    }

    /// Records events, all or none. Throws `.wrongKind` for an event that declares the board anything but an exercise.
    @discardableResult
    package func append(
        _ events: [PendingEvent], expecting position: JournalPosition
    ) throws(JournalError) -> [EventRecord] {
        try check(events, after: position)
        return try store.append(events, expecting: position)
    }

    /// Records a long run of events, all or none, with the same checks.
    @discardableResult
    package func append(
        expecting position: JournalPosition, from next: () throws(JournalError) -> [PendingEvent]?
    ) throws(JournalError) -> JournalPosition {
        var taken = position
        return try store.append(expecting: position) { () throws(JournalError) in
            guard let batch = try next() else { return nil }
            try check(batch, after: taken)
            taken += JournalPosition(batch.count)
            return batch
        }
    }

    /// Up to `limit` records after a position.
    package func records(after position: JournalPosition, limit: Int) throws(JournalError) -> [EventRecord] {
        try store.records(after: position, limit: limit)
    }

    /// The records at these positions.
    package func records(at positions: [JournalPosition]) throws(JournalError) -> [EventRecord] {
        try store.records(at: positions)
    }

    /// Goes through all records after a position.
    package func forEach(
        after position: JournalPosition, _ body: (EventRecord) throws(JournalError) -> Void
    ) throws(JournalError) {
        try store.forEach(after: position, body)
    }

    /// Position of the last event.
    package func lastPosition() throws(JournalError) -> JournalPosition { try store.lastPosition() }
    /// The digest of the chain.
    package func lastHash() throws(JournalError) -> ChainHash { try store.lastHash() }
    /// The position of another system's record; nil when it is not in the journal.
    package func position(of source: SourceKey) throws(JournalError) -> JournalPosition? {
        try store.position(of: source)
    }
    /// Keys of other systems' records.
    package func sourceKeys(after key: SourceKey?, limit: Int) throws(JournalError) -> [SourceKey] {
        try store.sourceKeys(after: key, limit: limit)
    }
    /// Keeps a board.
    package func save(_ snapshot: BoardSnapshot) throws(JournalError) { try store.save(snapshot) }
    /// The board as of the last event.
    package func openBoard() throws(JournalError) -> OpenedBoard { try store.openBoard() }
    /// Checks everything that is stored.
    package func verify() throws(JournalError) -> JournalReport { try store.verify() }
    /// Says that the writer lives, and looks after the store.
    package func keepAlive(
        _ state: WriterState, clock: WriterClock?, feeds: [WriterFeed]
    ) throws(JournalError) {
        try store.keepAlive(state, clock: clock, feeds: feeds)
    }
    /// Writes without recording anything.
    package func probe() throws(JournalError) { try store.probe() }
    /// What the writer last said about itself.
    package func writerSign() throws(JournalError) -> WriterSign? { try store.writerSign() }
    /// Lets go of the store.
    package func close() { store.close() }
}
