/// Draws a chart into SVG text: frame, axes, layers, marks, legend.
struct ChartDrawing {
    /// The chart.
    let chart: Chart
    /// The horizontal axis with its ends.
    let xAxis: ResolvedAxis
    /// The vertical axis with its ends.
    let yAxis: ResolvedAxis
    /// The plotted area.
    let left: Double, top: Double, right: Double, bottom: Double
    /// The picture so far.
    var svg = ""

    /// Font size of labels.
    static let fontSize = 12.5
    /// Height of a line of the legend.
    static let legendLine = 20.0

    init(_ chart: Chart) {
        self.chart = chart
        xAxis = chart.x.resolved(around: chart.xValues, most: max(2, Int(chart.width / 90)))
        yAxis = chart.y.resolved(around: chart.yValues, most: max(2, Int(chart.height / 50)))
        let labels = yAxis.ticks.map { Markup.width(of: chart.y.text($0), size: ChartDrawing.fontSize) }
        let widest = min(labels.max() ?? 0, chart.width * 0.34)
        left = 10 + widest + (chart.y.label.isEmpty ? 0 : 18)
        right = chart.width - 14
        let legend = ChartLegend(chart, width: right - left)
        top = legend.height + 12 + (chart.hasMarksAlongX ? 28 : 0)
        bottom = chart.height - (chart.x.label.isEmpty ? 26 : 44)
    }

    /// Where a value of the horizontal axis lies.
    func x(_ value: Double) -> Double { left + (right - left) * xAxis.place(value) }

    /// Where a value of the vertical axis lies. Categories go down from the top.
    func y(_ value: Double) -> Double {
        if case .categories = chart.y.scale { return top + (bottom - top) * yAxis.place(value) }
        return bottom - (bottom - top) * yAxis.place(value)
    }

    /// Draws everything.
    mutating func draw() {
        let label = chart.summary.isEmpty ? chart.title : "\(chart.title). \(chart.summary)"
        svg = """
            <svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-label="\(Markup.escaped(label))" \
            viewBox="0 0 \(NumberText.pixel(chart.width)) \(NumberText.pixel(chart.height))">\
            <title>\(Markup.escaped(label))</title>
            """
        drawGrid()
        for layer in chart.layers { draw(layer) }
        drawFrame()
        drawMarks()
        svg += ChartLegend(chart, width: right - left).svg(x: left, y: 4) + "</svg>"
    }

    private mutating func drawGrid() {
        for tick in yAxis.ticks { line(left, y(tick), right, y(tick), class: "grid") }
        if case .categories = chart.y.scale {
            for tick in xAxis.ticks { line(x(tick), top, x(tick), bottom, class: "grid") }
        }
        for tick in yAxis.ticks {
            let words = Markup.fitted(chart.y.text(tick), width: chart.width * 0.34, size: ChartDrawing.fontSize)
            text(words, x: left - 6, y: y(tick) + 4, class: "tick end")
        }
        drawHorizontalLabels()
        if !chart.y.label.isEmpty {
            let middle = (top + bottom) / 2
            svg += "<text class=\"axis mid\" transform=\"translate(13 \(NumberText.pixel(middle))) rotate(-90)\">"
            svg += Markup.escaped(Markup.fitted(chart.y.label, width: bottom - top + 40, size: 12.5)) + "</text>"
        }
        text(chart.x.label, x: (left + right) / 2, y: chart.height - 6, class: "axis mid")
    }

    /// The labels under the horizontal axis; those that would touch the one before are left out.
    private mutating func drawHorizontalLabels() {
        var used = -Double.infinity
        let room = (right - left) / Double(max(xAxis.ticks.count, 1)) - 6
        for tick in xAxis.ticks {
            var words = chart.x.text(tick)
            if case .categories = chart.x.scale {
                words = Markup.fitted(words, width: max(room, 40), size: ChartDrawing.fontSize)
            } else {
                line(x(tick), bottom, x(tick), bottom + 4, class: "frame")
            }
            let half = Markup.width(of: words, size: ChartDrawing.fontSize) / 2
            guard x(tick) - half > used else { continue }
            text(words, x: min(x(tick), chart.width - half - 1), y: bottom + 17, class: "tick mid")
            used = x(tick) + half + 6
        }
    }

    private mutating func drawFrame() {
        line(left, bottom, right, bottom, class: "frame")
        if yAxis.lower < 0, yAxis.upper > 0, chart.layers.contains(where: \.standsOnZero) {
            line(left, y(0), right, y(0), class: "frame")
        }
        if case .categories = chart.y.scale, xAxis.lower < 0, xAxis.upper > 0 {
            line(x(0), top, x(0), bottom, class: "zero")
        }
    }

    /// Adds a straight line.
    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class name: String, style: String = "") {
        let ends = [x1, y1, x2, y2].map(NumberText.pixel)
        let more = style.isEmpty ? "" : " style=\"\(style)\""
        svg += "<path class=\"\(name)\"\(more) d=\"M\(ends[0]) \(ends[1])L\(ends[2]) \(ends[3])\"/>"
    }

    /// Adds a text, made safe.
    mutating func text(_ words: String, x: Double, y: Double, class name: String) {
        guard !words.isEmpty else { return }
        svg += "<text class=\"\(name)\" x=\"\(NumberText.pixel(x))\" y=\"\(NumberText.pixel(y))\">"
        svg += Markup.escaped(words) + "</text>"
    }
}

extension Chart {
    /// True when a mark with a name stands at a value of the horizontal axis: its name needs room above.
    var hasMarksAlongX: Bool {
        layers.contains { layer in
            if case .atX = layer.mark { return !layer.name.isEmpty }
            return false
        }
    }
}

extension ChartLayer {
    /// True for bars and steps.
    fileprivate var standsOnZero: Bool {
        switch mark {
        case .bars, .steps: true
        default: false
        }
    }
}

/// The names of a chart's layers with a sample of each, in as many lines as they need.
struct ChartLegend {
    private var rows: [[(layer: ChartLayer, x: Double)]] = []

    /// Lays the names out in a width. A chart with a single name needs no legend: its title says it.
    init(_ chart: Chart, width: Double) {
        var seen: Set<String> = []
        let named = chart.layers.filter { $0.hasSample && seen.insert($0.name).inserted }
        guard named.count > 1 else { return }
        var row: [(ChartLayer, Double)] = []
        var x = 0.0
        for layer in named {
            let needed = 30 + Markup.width(of: layer.name, size: ChartDrawing.fontSize) + 14
            if x > 0, x + needed > width {
                rows.append(row)
                (row, x) = ([], 0)
            }
            row.append((layer, x))
            x += needed
        }
        rows.append(row)
    }

    /// Its height in pixels, 0 without names.
    var height: Double { Double(rows.count) * ChartDrawing.legendLine }

    /// The legend with its corner at a place.
    func svg(x left: Double, y top: Double) -> String {
        var result = ""
        for (line, row) in rows.enumerated() {
            let middle = top + (Double(line) + 0.5) * ChartDrawing.legendLine
            for (layer, x) in row {
                result += sample(layer, x: left + x, y: middle)
                result += "<text class=\"tick\" x=\"\(NumberText.pixel(left + x + 30))\" "
                result += "y=\"\(NumberText.pixel(middle + 4))\">\(Markup.escaped(layer.name))</text>"
            }
        }
        return result
    }

    private func sample(_ layer: ChartLayer, x: Double, y: Double) -> String {
        let (left, middle) = (NumberText.pixel(x), NumberText.pixel(y))
        switch layer.mark {
        case .bars:
            return "<rect class=\"bar\" style=\"fill:\(layer.colour.css)\" x=\"\(left)\" "
                + "y=\"\(NumberText.pixel(y - 6))\" width=\"22\" height=\"12\"/>"
        case .band:
            return "<rect class=\"band\" style=\"fill:\(layer.colour.css)\" x=\"\(left)\" "
                + "y=\"\(NumberText.pixel(y - 6))\" width=\"22\" height=\"12\"/>"
        case .points, .estimates:
            return "<circle class=\"dot\" style=\"fill:\(layer.colour.css)\" r=\"4.5\" "
                + "cx=\"\(NumberText.pixel(x + 11))\" cy=\"\(middle)\"/>"
        case .line, .steps, .atX, .atY:
            let dash = PlotColour.dash(layer.dash).map { ";stroke-dasharray:\($0)" } ?? ""
            return "<path class=\"line\" style=\"stroke:\(layer.colour.css)\(dash)\" d=\"M\(left) \(middle)h22\"/>"
        }
    }
}

extension ChartLayer {
    /// True when the legend shows it; marks carry their own names.
    fileprivate var hasSample: Bool {
        switch mark {
        case .atX, .atY: false
        default: !name.isEmpty
        }
    }
}
