import DispatchModel
import DispatchPolicy

/// The clocks by which ages are coloured and said to be overdue.
public struct ViewLimits: Sendable {
    /// How long an incident may wait and a unit stay in a status.
    public var deadlines = Deadlines.standard
    /// How old a position may be before it is marked.
    public var positionStale = Span.minutes(3)

    /// The limits that ship with the console.
    public init() {}

    /// Creates limits.
    public init(deadlines: Deadlines, positionStale: Span) {
        self.deadlines = deadlines
        self.positionStale = positionStale
    }
}
