import DispatchModel

/// What a drill asks of the player, with its threshold.
package struct Objective: Hashable, Sendable {
    /// Its name in the scenario.
    package var id: String
    /// In words.
    package var title: DrillText
    /// What is measured.
    package var measure: Measure

    /// Creates an objective.
    package init(id: String, title: DrillText, measure: Measure) {
        self.id = id
        self.title = title
        self.measure = measure
    }

    /// What is measured, and the threshold.
    package enum Measure: Hashable, Sendable {
        /// So many in a hundred incidents reach a point within a limit, counted from the first report.
        case interval(Interval, of: Filter, percentile: Int, limit: Span)
        /// Alerts of a kind are answered within a limit; nil for every kind.
        case acknowledged(AlertKind?, percentile: Int, limit: Span)
        /// At least so many units can be sent, for so many in a hundred of the drill's time.
        case coverage(free: Int, kinds: Set<UnitKind>, beat: String, share: Int)
        /// So many in a hundred of these injects' expected actions are taken in time; empty for all that expect one.
        case injects([String], share: Int)
        /// So many in a hundred incidents are closed by the end; those that came in the last `grace` do not count.
        case closed(of: Filter, share: Int, grace: Span)
        /// So many alerts of a kind at most; nil for every kind.
        case alerts(AlertKind?, atMost: Int)
    }

    /// From the first report until what.
    package enum Interval: String, CaseIterable, Hashable, Sendable {
        /// Until the first unit is sent.
        case dispatch
        /// Until the first unit has read it.
        case acknowledge
        /// Until the first unit arrives.
        case response
        /// Until it is closed.
        case close
    }

    /// Which incidents count.
    package struct Filter: Hashable, Sendable {
        /// Of these priorities, as they stood at the time of sending; empty for all.
        package var priorities: Set<Priority>
        /// Of these types; empty for all.
        package var types: Set<String>
        /// Made by these injects; empty for all.
        package var injects: Set<String>

        /// Creates a filter.
        package init(priorities: Set<Priority> = [], types: Set<String> = [], injects: Set<String> = []) {
            self.priorities = priorities
            self.types = types
            self.injects = injects
        }
    }
}
