import Core
import DispatchModel

/// What the intake of a feed needs from around it: where it puts what it has understood, and what it could not, and the time.
package struct IntakeSurroundings: Sendable {
    /// Where observations are offered.
    package var inlet: any ObservationInlet
    /// Keeps what could not be understood, on the disk when it returns; false when it could not be kept.
    package var bury: @Sendable ([DeadLetter]) -> Bool
    /// The console's clock.
    package var now: @Sendable () -> Timestamp
    /// A time that never steps, for silence and for how fast a feed may speak.
    package var steady: @Sendable () -> Timestamp

    /// Surroundings whose functions any thread may call; without a steady time the clock is taken for one.
    package init(
        inlet: any ObservationInlet, bury: @escaping @Sendable ([DeadLetter]) -> Bool,
        now: @escaping @Sendable () -> Timestamp, steady: (@Sendable () -> Timestamp)? = nil
    ) {
        self.inlet = inlet
        self.bury = bury
        self.now = now
        self.steady = steady ?? now
    }
}
