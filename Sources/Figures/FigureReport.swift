import DispatchModel

/// One interval's figures, in seconds.
public struct IntervalFigure: Hashable, Sendable {
    /// How many times it was measured.
    public var count: Int
    /// The median; nil when it was never measured.
    public var p50: Double?
    /// The 90th percentile; nil when it was never measured.
    public var p90: Double?
    /// The arithmetic mean; nil when it was never measured.
    public var mean: Double?
    /// Times that run backwards, left out of the rest.
    public var invalid: Int

    /// Creates a figure.
    public init(count: Int = 0, p50: Double? = nil, p90: Double? = nil, mean: Double? = nil, invalid: Int = 0) {
        self.count = count
        self.p50 = p50
        self.p90 = p90
        self.mean = mean
        self.invalid = invalid
    }
}

/// The figures of a set of incidents.
public struct Figures: Hashable, Sendable {
    /// Incidents; merged ones count once. By unit kind: those to which such a unit responded.
    public var incidents: Int
    /// Assignments that were not withdrawn.
    public var unitResponses: Int
    /// Distinct units that responded.
    public var units: Int
    /// Received → first dispatched, per incident.
    public var dispatch: IntervalFigure
    /// Dispatched → en route, per unit response.
    public var turnout: IntervalFigure
    /// En route → on scene, per unit response.
    public var travel: IntervalFigure
    /// Received → first on scene, per incident.
    public var response: IntervalFigure
    /// Dispatched → available, per unit response.
    public var busy: IntervalFigure

    /// The intervals with their names, in the order in which they are shown.
    public var intervals: [(name: String, figure: IntervalFigure)] {
        [
            ("dispatch", dispatch), ("turnout", turnout), ("travel", travel), ("response", response), ("busy", busy),
        ]
    }
}

/// The figures of one group.
public struct FigureGroup: Hashable, Sendable {
    /// What its incidents or units have in common.
    public var key: FigureKey
    /// Its figures.
    public var figures: Figures
}

/// What `watchfloor report` shows.
public struct FigureReport: Hashable, Sendable {
    /// Of everything.
    public var total: Figures
    /// How it was grouped, if it was.
    public var grouping: FigureGrouping?
    /// The groups, in their order.
    public var groups: [FigureGroup]
}
