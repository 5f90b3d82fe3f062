/// An event as the journal keeps it.
package struct EventRecord: Hashable, Sendable {
    /// Where it stands in the journal, from 1 without gaps.
    package var position: JournalPosition
    /// Board time at which it was recorded: the world's clock live, the log's or drill's clock otherwise.
    package var at: Timestamp
    /// Who or what made it.
    package var actor: Actor
    /// The record of another system it came from. The journal holds each key at most once.
    package var source: SourceKey?
    /// What happened.
    package var body: EventBody

    /// Creates a record.
    package init(position: JournalPosition, at: Timestamp, actor: Actor, source: SourceKey? = nil, body: EventBody) {
        self.position = position
        self.at = at
        self.actor = actor
        self.source = source
        self.body = body
    }
}
