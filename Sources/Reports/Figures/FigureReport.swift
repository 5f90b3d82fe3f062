import DispatchModel

/// One interval's figures, in seconds.
package struct IntervalFigure: Hashable, Sendable {
    /// How many times it was measured.
    package var count: Int
    /// The median; nil when it was never measured.
    package var p50: Double?
    /// The 90th percentile; nil when it was never measured.
    package var p90: Double?
    /// The arithmetic mean; nil when it was never measured.
    package var mean: Double?
    /// Times that run backwards, left out of the rest.
    package var invalid: Int

    /// Creates a figure.
    package init(count: Int = 0, p50: Double? = nil, p90: Double? = nil, mean: Double? = nil, invalid: Int = 0) {
        self.count = count
        self.p50 = p50
        self.p90 = p90
        self.mean = mean
        self.invalid = invalid
    }
}

/// The figures of a set of incidents.
package struct Figures: Hashable, Sendable {
    /// Incidents; merged ones count once. By unit kind: those to which such a unit responded.
    package var incidents: Int
    /// Assignments that were not withdrawn.
    package var unitResponses: Int
    /// Distinct units that responded.
    package var units: Int
    /// The intervals, in the order of ``FigureInterval/all``.
    package var intervals: [IntervalFigure]

    /// The figure of an interval by its name; nil when there is no such interval.
    package subscript(name: String) -> IntervalFigure? {
        FigureInterval.all.firstIndex { $0.name == name }.map { intervals[$0] }
    }
}

/// The figures of one group.
package struct FigureGroup: Hashable, Sendable {
    /// What its incidents or units have in common.
    package var key: FigureKey
    /// Its figures.
    package var figures: Figures
}

/// What `watchfloor report` shows.
package struct FigureReport: Hashable, Sendable {
    /// Of everything.
    package var total: Figures
    /// How it was grouped, if it was.
    package var grouping: FigureGrouping?
    /// The groups, in their order.
    package var groups: [FigureGroup]
}
