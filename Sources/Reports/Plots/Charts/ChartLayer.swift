/// A point of a chart, in the values of its axes.
package struct PlotPoint: Hashable, Sendable {
    /// Along the horizontal axis.
    package var x: Double
    /// Along the vertical axis.
    package var y: Double

    /// Creates a point.
    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// A span of values at one place, such as a confidence interval.
package struct PlotSpan: Hashable, Sendable {
    /// The place, along the other axis.
    package var at: Double
    /// Where the span begins.
    package var low: Double
    /// Where it ends.
    package var high: Double

    /// Creates a span.
    package init(at: Double, low: Double, high: Double) {
        self.at = at
        self.low = low
        self.high = high
    }
}

/// A bar: a rectangle from 0 to its value over a stretch of the horizontal axis.
package struct PlotBar: Hashable, Sendable {
    /// Where the bar begins.
    package var from: Double
    /// Where it ends.
    package var to: Double
    /// How high it is.
    package var value: Double
    /// Half the width of the interval around the value, drawn as an error bar; nil for none.
    package var halfWidth: Double?
    /// What the reader sees when pointing at it; empty shows the value.
    package var note: String

    /// Creates a bar.
    package init(from: Double, to: Double, value: Double, halfWidth: Double? = nil, note: String = "") {
        self.from = from
        self.to = to
        self.value = value
        self.halfWidth = halfWidth
        self.note = note
    }
}

/// A value with the interval around it, drawn as a dot and a line in the row of its name.
package struct PlotEstimate: Hashable, Sendable {
    /// The row, an index of the vertical axis's categories.
    package var row: Int
    /// The value.
    package var value: Double
    /// Where the interval begins.
    package var low: Double
    /// Where it ends.
    package var high: Double

    /// Creates an estimate.
    package init(row: Int, value: Double, low: Double, high: Double) {
        self.row = row
        self.value = value
        self.low = low
        self.high = high
    }
}

/// One thing that a chart draws.
package struct ChartLayer: Hashable, Sendable {
    /// What is drawn, in the values of the axes.
    package enum Mark: Hashable, Sendable {
        /// A line from point to point.
        case line([PlotPoint])
        /// A line that holds each value until the next point.
        case steps([PlotPoint])
        /// Round dots.
        case points([PlotPoint])
        /// The area between two lines.
        case band([PlotSpan])
        /// Bars from 0.
        case bars([PlotBar])
        /// Dots with intervals in the rows of a vertical axis of categories.
        case estimates([PlotEstimate])
        /// A mark across the chart at a value of the horizontal axis; `name` is written beside it.
        case atX(Double)
        /// A mark across the chart at a value of the vertical axis; `name` is written beside it.
        case atY(Double)
    }

    /// What it is called in the legend, or beside a mark; empty leaves it out.
    package var name: String
    /// Its colour.
    package var colour: PlotColour
    /// Which pattern of dashes a line has, 0 for a full line.
    package var dash: Int
    /// What is drawn.
    package var mark: Mark

    /// Creates a layer.
    package init(_ name: String = "", _ mark: Mark, colour: PlotColour = .blue, dash: Int = 0) {
        self.name = name
        self.mark = mark
        self.colour = colour
        self.dash = dash
    }
}
