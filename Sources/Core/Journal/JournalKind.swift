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
