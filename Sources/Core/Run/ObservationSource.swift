import DispatchModel
import DispatchPolicy

/// What gives observations by board time. Feeds are none: they speak when they like, from threads of their own, into the
/// ``Inbox``.
package enum SourceKind: Sendable {
    /// A recording that comes to an end, of which people are told.
    case log
    /// What a board starts from. Once it is read it has nothing more to say, and nobody misses it.
    case roster
    /// Crews that answer the dispatcher.
    case crews
    /// The world of an exercise.
    case exercise
}

/// Something that gives observations by board time: a replayed log, simulated crews.
package protocol ObservationSource {
    /// What it is.
    var kind: SourceKind { get }

    /// The board time at which it next has something; nil when it has nothing more to say of its own accord.
    var nextDue: Timestamp? { get }

    /// What has become due by this board time, in order.
    mutating func due(at now: Timestamp, board: Board) -> [Observation]

    /// Takes notice of an event that was folded into the board.
    mutating func observe(_ record: EventRecord, board: Board)
}

/// Something that gives orders by board time in a person's place, as an automatic dispatcher does.
package protocol OrderSource {
    /// The board time at which it next looks at the board.
    var nextLook: Timestamp { get }

    /// What it orders at this board time, in order.
    mutating func orders(board: Board, now: Timestamp) -> [CommandRequest]
}
