import DispatchModel

/// The two times of a machine. They are given, so that a test decides how time passes.
package struct MachineTime {
    /// What the machine's clock shows. It may step.
    package var wall: () -> Timestamp
    /// Time that never steps, for everything that lasts: wall time as it was once, and what has passed since.
    package var steady: () -> Timestamp

    /// Two times; without a steady one the wall's is taken for it.
    package init(wall: @escaping () -> Timestamp, steady: (() -> Timestamp)? = nil) {
        self.wall = wall
        self.steady = steady ?? wall
    }
}
