import DispatchModel
import Feeds
import Formats

/// What became of one observation of a batch.
package enum FeedOutcome: Hashable, Sendable {
    /// Its events are on disk. Positions are telemetry: theirs means that it was taken, is shown, and is sampled.
    case recorded
    /// It says nothing new: the journal has it already, with all that makes it known. A position: a newer one came.
    case known
    /// It says something about what the console does not have, such as a unit that is not on the roster.
    case refused(MessageFault)
    /// It was not recorded and must be offered again: the journal failed, or the console ends. What the console kept all
    /// the same is known by then.
    case failed
}

/// Where feeds put what they have understood, and what they could not.
package struct FeedSink: Sendable {
    /// Takes a batch, all of it or nothing; false when there is no room and the feed must offer it again.
    ///
    /// `settled` is called exactly once for a batch that was taken, from any thread, with one outcome an observation,
    /// when what became of the batch is certain: nothing is told before it is on disk. It must return at once.
    package var offer: @Sendable (_ batch: [Observation], _ settled: (@Sendable ([FeedOutcome]) -> Void)?) -> Bool
    /// Keeps what could not be understood, on the disk when it returns; false when it could not be kept.
    package var bury: @Sendable ([DeadLetter]) -> Bool
    /// The console's clock.
    package var now: @Sendable () -> Timestamp
    /// A time that never steps, for silence and for how fast a feed may speak.
    package var steady: @Sendable () -> Timestamp

    /// Creates a sink of functions that any thread may call; without a steady time the clock is taken for one.
    package init(
        offer: @escaping @Sendable (_ batch: [Observation], _ settled: (@Sendable ([FeedOutcome]) -> Void)?) -> Bool,
        bury: @escaping @Sendable ([DeadLetter]) -> Bool, now: @escaping @Sendable () -> Timestamp,
        steady: (@Sendable () -> Timestamp)? = nil
    ) {
        self.offer = offer
        self.bury = bury
        self.now = now
        self.steady = steady ?? now
    }
}
