import DispatchModel
import DispatchPolicy

/// The rules of the room that the screen measures by.
package struct ViewLimits: Sendable {
    /// How long an incident may wait and a unit stay in a status.
    package var deadlines = Deadlines.standard
    /// How old a position may be before it is marked.
    package var positionStale = Span.minutes(3)

    /// What incidents of a type and priority ask for.
    package var responsePlans = ResponsePlans.standard

    /// The limits that ship with the console.
    package init() {}

    /// Creates limits.
    package init(deadlines: Deadlines, positionStale: Span, responsePlans: ResponsePlans = .standard) {
        self.responsePlans = responsePlans
        self.deadlines = deadlines
        self.positionStale = positionStale
    }
}
