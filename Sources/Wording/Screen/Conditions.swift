import DispatchModel

/// How a source of observations is doing.
package enum FeedCondition: Hashable, Sendable {
    /// No source is connected.
    case none
    /// Nothing has arrived since it was opened so long ago, and nothing is due yet.
    case waiting(Span)
    /// Observations arrive; how long ago the last one did.
    case fresh(Span)
    /// Nothing has arrived for longer than it should.
    case silent(Span)
    /// Standing still on purpose.
    case paused
    /// The log has been played to its end.
    case ended
    /// It cannot be read; the system's words.
    case failed(String)
}

/// How the journal is doing.
package enum JournalCondition: Hashable, Sendable {
    /// Everything up to a position is on disk.
    case written(JournalPosition)
    /// Another console writes; this one follows.
    case watching(JournalPosition)
    /// Another console should write, but the picture is not live.
    case stale(WriterTrouble)
    /// The disk is full: nothing more can be recorded.
    case full
    /// It may not be written: folder or file is read-only.
    case readOnly
    /// It cannot be written; the system's words.
    case failed(String)
}

/// What is wrong with the picture of a console that only watches.
package enum WriterTrouble: Hashable, Sendable {
    /// The writer has given no sign of life for so long.
    case silent(Span)
    /// Nobody writes any more.
    case ended
    /// The writer cannot record; why.
    case failing(String)
    /// The journal cannot be read; why.
    case unreadable(String)
}
