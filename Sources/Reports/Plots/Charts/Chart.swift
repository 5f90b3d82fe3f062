/// A chart as values: drawn as SVG that reads on screen, in the dark, on paper and aloud.
///
/// The picture takes its colours from the style sheet of the page it stands on (see `HTMLPage`).
package struct Chart: Hashable, Sendable {
    /// What the chart says or shows, above it.
    package var title: String
    /// One or two sentences for readers who do not see it; also what a pointer shows.
    package var summary: String
    /// The horizontal axis.
    package var x: Axis
    /// The vertical axis.
    package var y: Axis
    /// What is drawn, the first at the bottom.
    package var layers: [ChartLayer]
    /// Width in pixels of its own coordinates; the page scales it.
    package var width: Double
    /// Height in pixels of its own coordinates.
    package var height: Double

    /// Creates a chart.
    package init(
        _ title: String, summary: String = "", x: Axis = Axis(), y: Axis = Axis(), layers: [ChartLayer] = [],
        width: Double = 640, height: Double = 300
    ) {
        self.title = title
        self.summary = summary
        self.x = x
        self.y = y
        self.layers = layers
        self.width = width
        self.height = height
    }

    /// The chart as one SVG element.
    package var svg: String {
        var drawing = ChartDrawing(self)
        drawing.draw()
        return drawing.svg
    }

    /// Every value along the horizontal axis.
    var xValues: [Double] {
        layers.flatMap { layer -> [Double] in
            switch layer.mark {
            case .line(let points), .steps(let points), .points(let points): points.map(\.x)
            case .band(let spans): spans.map(\.at)
            case .bars(let bars): bars.flatMap { [$0.from, $0.to] }
            case .estimates(let rows): rows.flatMap { [$0.low, $0.value, $0.high] }
            case .atX(let value): [value]
            case .atY: []
            }
        }
    }

    /// Every value along the vertical axis. Bars and steps stand on 0, so that their heights can be compared.
    var yValues: [Double] {
        layers.flatMap { layer -> [Double] in
            switch layer.mark {
            case .line(let points), .points(let points): points.map(\.y)
            case .steps(let points): [0] + points.map(\.y)
            case .band(let spans): spans.flatMap { [$0.low, $0.high] }
            case .bars(let bars): [0] + bars.flatMap { [$0.value, $0.value + ($0.halfWidth ?? 0)] }
            case .estimates, .atX: []
            case .atY(let value): [value]
            }
        }
    }
}

/// Some values under one name, such as the response times of one trainee.
package struct PlotSeries: Hashable, Sendable {
    /// What they are called in the legend.
    package var name: String
    /// The values, in any order.
    package var values: [Double]
    /// Their colour; nil takes the next of the palette.
    package var colour: PlotColour?

    /// Creates a series.
    package init(_ name: String, _ values: [Double], colour: PlotColour? = nil) {
        self.name = name
        self.values = values
        self.colour = colour
    }
}

/// A value that something is held against.
package struct PlotThreshold: Hashable, Sendable {
    /// What is written beside it.
    package var name: String
    /// The value.
    package var value: Double

    /// Creates a threshold.
    package init(_ name: String, _ value: Double) {
        self.name = name
        self.value = value
    }
}

extension Chart {
    /// The share of values that are at most so large, for one or more series: each an empirical distribution function,
    /// a step of 1/n at every one of its n values. An infinite value counts but is never reached.
    package static func distribution(
        _ title: String, summary: String = "", of series: [PlotSeries], x: Axis, yLabel: String = "",
        thresholds: [PlotThreshold] = []
    ) -> Chart {
        let furthest = series.flatMap(\.values).filter(\.isFinite).max() ?? 0
        var layers = series.enumerated().map { index, one in
            let sorted = one.values.filter(\.isFinite).sorted()
            let count = one.values.count { !$0.isNaN }
            var points = [PlotPoint(min(0, sorted.first ?? 0), 0)]
            for (rank, value) in sorted.enumerated() {
                points.append(PlotPoint(value, Double(rank + 1) / Double(count)))
            }
            // Every curve runs on to the end of the chart, where all that it can reach lies behind it.
            if let last = points.last, last.x < furthest { points.append(PlotPoint(furthest, last.y)) }
            return ChartLayer(
                one.name, .steps(sorted.isEmpty ? [] : points), colour: one.colour ?? .series(index), dash: index)
        }
        layers += thresholds.map { ChartLayer($0.name, .atX($0.value), colour: .ink) }
        var axis = x
        axis.lower = x.lower ?? 0
        return Chart(
            title, summary: summary, x: axis, y: Axis(yLabel, scale: .percent, lower: 0, upper: 1), layers: layers)
    }

    /// How many values fall into each of some classes of equal and round width.
    package static func histogram(
        _ title: String, summary: String = "", of values: [Double], x: Axis, yLabel: String = "", classes: Int = 20,
        thresholds: [PlotThreshold] = []
    ) -> Chart {
        let finite = values.filter(\.isFinite)
        let (low, high) = (x.lower ?? finite.min() ?? 0, x.upper ?? finite.max() ?? 1)
        let width = Ticks.step(for: max(high - low, 1e-9), most: max(classes, 1), scale: x.scale)
        let first = (low / width).rounded(.down)
        var counts = Array(repeating: 0, count: max(1, min(2000, Int((high / width).rounded(.down) - first) + 1)))
        for value in finite where value >= low && value <= high {
            counts[min(Int((value / width).rounded(.down) - first), counts.count - 1)] += 1
        }
        let bars = counts.enumerated().map { index, count in
            let from = (first + Double(index)) * width
            return PlotBar(
                from: from, to: from + width, value: Double(count),
                note: "\(x.text(from))–\(x.text(from + width)): \(count)")
        }
        let marks = thresholds.map { ChartLayer($0.name, .atX($0.value), colour: .ink) }
        return Chart(
            title, summary: summary, x: x, y: Axis(yLabel, scale: .count, lower: 0),
            layers: [ChartLayer("", .bars(bars))] + marks)
    }

    /// Bars in groups: for each name of the horizontal axis one bar of every series, with error bars where given.
    package static func bars(
        _ title: String, summary: String = "", names: [String], xLabel: String = "", y: Axis,
        series: [(name: String, values: [(value: Double, halfWidth: Double?)])]
    ) -> Chart {
        let width = 0.8 / Double(max(series.count, 1))
        let layers = series.enumerated().map { index, one in
            let bars = one.values.prefix(names.count).enumerated().map { place, value in
                let from = Double(place) - 0.4 + Double(index) * width
                return PlotBar(from: from, to: from + width, value: value.value, halfWidth: value.halfWidth)
            }
            return ChartLayer(one.name, .bars(bars), colour: .series(index))
        }
        return Chart(title, summary: summary, x: Axis(xLabel, scale: .categories(names)), y: y, layers: layers)
    }

    /// Differences with their intervals, one row each, around a line at 0. What lies wholly on the `better` side is green,
    /// wholly on the other vermillion, and across 0 grey: nothing can be said.
    package static func differences(
        _ title: String, summary: String = "",
        rows: [(name: String, value: Double, low: Double, high: Double)], x: Axis, lowerIsBetter: Bool = true
    ) -> Chart {
        let layers = rows.enumerated().map { index, row in
            let better = lowerIsBetter ? row.high < 0 : row.low > 0
            let worse = lowerIsBetter ? row.low > 0 : row.high < 0
            let estimate = PlotEstimate(row: index, value: row.value, low: row.low, high: row.high)
            return ChartLayer("", .estimates([estimate]), colour: better ? .green : worse ? .vermillion : .quiet)
        }
        var axis = x
        let values = rows.flatMap { [$0.low, $0.high] }.filter(\.isFinite)
        // Zero belongs to the picture: the eye asks on which side of it an interval lies.
        if let least = values.min(), least > 0 { axis.lower = 0 }
        if let most = values.max(), most < 0 { axis.upper = 0 }
        return Chart(
            title, summary: summary, x: axis, y: Axis(scale: .categories(rows.map(\.name))), layers: layers,
            height: 60 + 30 * Double(max(rows.count, 1)))
    }

    /// A line with the band of its interval around it, for one or more series.
    static func trend(
        _ title: String, summary: String = "", x: Axis, y: Axis,
        series: [(name: String, points: [(x: Double, y: Double, halfWidth: Double?)])]
    ) -> Chart {
        var layers: [ChartLayer] = []
        for (index, one) in series.enumerated() {
            let spans = one.points.compactMap { point in
                point.halfWidth.map { PlotSpan(at: point.x, low: point.y - $0, high: point.y + $0) }
            }
            if !spans.isEmpty { layers.append(ChartLayer("", .band(spans), colour: .series(index))) }
            let points = one.points.map { PlotPoint($0.x, $0.y) }
            layers.append(ChartLayer(one.name, .line(points), colour: .series(index), dash: index))
        }
        return Chart(title, summary: summary, x: x, y: y, layers: layers)
    }

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
