import DispatchModel

/// An event that was decided and has no position yet.
public struct PendingEvent: Hashable, Sendable {
    /// Board time at which it is recorded.
    public var at: Timestamp
    /// Who or what made it.
    public var actor: Actor
    /// The record of another system it came from; the journal takes each key once.
    public var source: SourceKey?
    /// What happened.
    public var body: EventBody

    /// Creates an event to append.
    public init(at: Timestamp, actor: Actor, source: SourceKey? = nil, body: EventBody) {
        self.at = at
        self.actor = actor
        self.source = source
        self.body = body
    }

    /// The event of a record, without its position.
    public init(_ record: EventRecord) {
        self.init(at: record.at, actor: record.actor, source: record.source, body: record.body)
    }

    /// The record it becomes at a position.
    public func record(at position: JournalPosition) -> EventRecord {
        EventRecord(position: position, at: at, actor: actor, source: source, body: body)
    }
}
