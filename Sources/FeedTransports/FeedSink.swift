import DispatchModel
import Feeds

/// Where feeds put what they have understood, and what they could not.
public struct FeedSink: Sendable {
    /// Takes an observation; false when there is no room and the feed must offer it again.
    public var offer: @Sendable (Observation) -> Bool
    /// Keeps what could not be understood; false when it could not be kept.
    public var bury: @Sendable (DeadLetter) -> Bool
    /// The console's clock.
    public var now: @Sendable () -> Timestamp

    /// Creates a sink of three functions that any thread may call.
    public init(
        offer: @escaping @Sendable (Observation) -> Bool, bury: @escaping @Sendable (DeadLetter) -> Bool,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.offer = offer
        self.bury = bury
        self.now = now
    }
}
