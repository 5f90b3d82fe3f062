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
