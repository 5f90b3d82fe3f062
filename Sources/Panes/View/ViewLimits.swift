import DispatchModel
import DispatchPolicy

/// The rules of the room that the screen measures by.
public struct ViewLimits: Sendable {
    /// How long an incident may wait and a unit stay in a status.
    public var deadlines = Deadlines.standard
    /// How old a position may be before it is marked.
    public var positionStale = Span.minutes(3)

    /// What incidents of a type and priority ask for.
    public var responsePlans = ResponsePlans.standard

    /// The limits that ship with the console.
    public init() {}

    /// Creates limits.
    public init(deadlines: Deadlines, positionStale: Span, responsePlans: ResponsePlans = .standard) {
        self.responsePlans = responsePlans
        self.deadlines = deadlines
        self.positionStale = positionStale
    }
}
