import DispatchModel

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
