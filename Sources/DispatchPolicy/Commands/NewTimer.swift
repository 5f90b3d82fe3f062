import DispatchModel

/// A timer that an operator sets.
package struct NewTimer: Hashable, Sendable {
    /// The incident that it is on.
    package var incident: IncidentID?
    /// The unit that it is on.
    package var unit: UnitID?
    /// What to think of.
    package var text: String
    /// When it rings.
    package var due: Timestamp

    /// The longest that a timer runs.
    package static let longest = Span.hours(24 * 7)

    /// Creates a timer.
    package init(incident: IncidentID? = nil, unit: UnitID? = nil, text: String = "", due: Timestamp) {
        self.incident = incident
        self.unit = unit
        self.text = text
        self.due = due
    }
}
