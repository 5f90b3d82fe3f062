extension Chart {
    /// The same charts over the same ends of both axes, so that small multiples can be compared by eye.
    static func sharingAxes(_ charts: [Chart]) -> [Chart] {
        let x = ends(charts.map { $0.x.resolved(around: $0.xValues, most: 6) })
        let y = ends(charts.map { $0.y.resolved(around: $0.yValues, most: 6) })
        return charts.map { chart in
            var shared = chart
            if let x, !chart.x.isCategorical { (shared.x.lower, shared.x.upper) = x }
            if let y, !chart.y.isCategorical { (shared.y.lower, shared.y.upper) = y }
            return shared
        }
    }

    private static func ends(_ axes: [ResolvedAxis]) -> (Double?, Double?)? {
        guard let low = axes.map(\.lower).min(), let high = axes.map(\.upper).max() else { return nil }
        return (low, high)
    }
}

extension Axis {
    /// True when every value of the axis is a name.
    var isCategorical: Bool {
        if case .categories = scale { return true }
        return false
    }
}
