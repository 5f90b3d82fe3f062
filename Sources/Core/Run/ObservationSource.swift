import DispatchModel

/// Something that gives observations by board time: a replayed log, simulated crews.
package protocol ObservationSource {
    /// The board time at which it next has something; nil when it has nothing more to say of its own accord.
    var nextDue: Timestamp? { get }

    /// What has become due by this board time, in order.
    mutating func due(at now: Timestamp, board: Board) -> [Observation]

    /// Takes notice of an event that was folded into the board.
    mutating func observe(_ record: EventRecord, board: Board)
}
