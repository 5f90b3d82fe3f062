/// A point of a chart, in the values of its axes.
public struct PlotPoint: Hashable, Sendable {
    /// Along the horizontal axis.
    public var x: Double
    /// Along the vertical axis.
    public var y: Double

    /// Creates a point.
    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// A span of values at one place, such as a confidence interval.
public struct PlotSpan: Hashable, Sendable {
    /// The place, along the other axis.
    public var at: Double
    /// Where the span begins.
    public var low: Double
    /// Where it ends.
    public var high: Double

    /// Creates a span.
    public init(at: Double, low: Double, high: Double) {
        self.at = at
        self.low = low
        self.high = high
    }
}

/// A bar: a rectangle from 0 to its value over a stretch of the horizontal axis.
public struct PlotBar: Hashable, Sendable {
    /// Where the bar begins.
    public var from: Double
    /// Where it ends.
    public var to: Double
    /// How high it is.
    public var value: Double
    /// Half the width of the interval around the value, drawn as an error bar; nil for none.
    public var halfWidth: Double?
    /// What the reader sees when pointing at it; empty shows the value.
    public var note: String

    /// Creates a bar.
    public init(from: Double, to: Double, value: Double, halfWidth: Double? = nil, note: String = "") {
        self.from = from
        self.to = to
        self.value = value
        self.halfWidth = halfWidth
        self.note = note
    }
}

/// A value with the interval around it, drawn as a dot and a line in the row of its name.
public struct PlotEstimate: Hashable, Sendable {
    /// The row, an index of the vertical axis's categories.
    public var row: Int
    /// The value.
    public var value: Double
    /// Where the interval begins.
    public var low: Double
    /// Where it ends.
    public var high: Double

    /// Creates an estimate.
    public init(row: Int, value: Double, low: Double, high: Double) {
        self.row = row
        self.value = value
        self.low = low
        self.high = high
    }
}

/// One thing that a chart draws.
public struct ChartLayer: Hashable, Sendable {
    /// What is drawn, in the values of the axes.
    public enum Mark: Hashable, Sendable {
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
    public var name: String
    /// Its colour.
    public var colour: PlotColour
    /// Which pattern of dashes a line has, 0 for a full line.
    public var dash: Int
    /// What is drawn.
    public var mark: Mark

    /// Creates a layer.
    public init(_ name: String = "", _ mark: Mark, colour: PlotColour = .blue, dash: Int = 0) {
        self.name = name
        self.mark = mark
        self.colour = colour
        self.dash = dash
    }
}
