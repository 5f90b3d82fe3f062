extension ChartDrawing {
    /// Draws a layer; marks across the chart come later, above everything.
    mutating func draw(_ layer: ChartLayer) {
        switch layer.mark {
        case .line(let points): stroke(path(points.map(spot)), layer)
        case .steps(let points): stroke(path(stairs(points)), layer)
        case .points(let points): for point in points { dot(point, layer) }
        case .band(let spans): fill(spans, layer)
        case .bars(let bars): for bar in bars { draw(bar, layer) }
        case .estimates(let rows): for row in rows { draw(row, layer) }
        case .atX, .atY: break
        }
    }

    private func spot(_ point: PlotPoint) -> (x: Double, y: Double) { (x(point.x), y(point.y)) }

    /// The corners of a line that holds each value until the next.
    private func stairs(_ points: [PlotPoint]) -> [(x: Double, y: Double)] {
        var corners: [(x: Double, y: Double)] = []
        for point in points {
            let next = spot(point)
            if let last = corners.last { corners.append((next.x, last.y)) }
            corners.append(next)
        }
        return corners
    }

    /// A line through points. Of those in one column of pixels only the first, the lowest, the highest and the last are
    /// kept, which draws the same picture (Jugel and others, "M4", VLDB 2014) whatever the number of points.
    private func path(_ spots: [(x: Double, y: Double)]) -> String {
        var text = ""
        var start = 0
        while start < spots.count {
            let column = spots[start].x.rounded(.down)
            var end = start + 1
            while end < spots.count, spots[end].x.rounded(.down) == column { end += 1 }
            let inside = spots[start..<end]
            for index in kept(inside) {
                text += text.isEmpty ? "M" : "L"
                text += "\(NumberText.pixel(spots[index].x)) \(NumberText.pixel(spots[index].y))"
            }
            start = end
        }
        return text
    }

    private func kept(_ spots: ArraySlice<(x: Double, y: Double)>) -> [Int] {
        guard spots.count > 4 else { return Array(spots.indices) }
        let lowest = spots.indices.min { spots[$0].y < spots[$1].y } ?? spots.startIndex
        let highest = spots.indices.max { spots[$0].y < spots[$1].y } ?? spots.startIndex
        return Set([spots.startIndex, lowest, highest, spots.endIndex - 1]).sorted()
    }

    private mutating func stroke(_ path: String, _ layer: ChartLayer) {
        guard !path.isEmpty else { return }
        let dash = PlotColour.dash(layer.dash).map { ";stroke-dasharray:\($0)" } ?? ""
        svg += "<path class=\"line\" style=\"stroke:\(layer.colour.css)\(dash)\" d=\"\(path)\"/>"
    }

    private mutating func fill(_ spans: [PlotSpan], _ layer: ChartLayer) {
        guard !spans.isEmpty else { return }
        let upper = path(spans.map { (x($0.at), y($0.high)) })
        let lower = path(spans.reversed().map { (x($0.at), y($0.low)) })
        svg += "<path class=\"band\" style=\"fill:\(layer.colour.css)\" d=\"\(upper)L\(lower.dropFirst())Z\"/>"
    }

    private mutating func dot(_ point: PlotPoint, _ layer: ChartLayer) {
        let (x, y) = spot(point)
        svg += "<circle class=\"dot\" style=\"fill:\(layer.colour.css)\" r=\"4\" cx=\"\(NumberText.pixel(x))\" "
        svg += "cy=\"\(NumberText.pixel(y))\"><title>"
        svg += Markup.escaped("\(chart.x.text(point.x)) · \(chart.y.text(point.y))") + "</title></circle>"
    }

    private mutating func draw(_ bar: PlotBar, _ layer: ChartLayer) {
        let (from, to) = (x(bar.from), x(bar.to))
        let (high, low) = (y(max(bar.value, 0)), y(min(bar.value, 0)))
        let gap = to - from > 3 ? 0.5 : 0
        svg += "<rect class=\"bar\" style=\"fill:\(layer.colour.css)\" x=\"\(NumberText.pixel(from + gap))\" "
        svg += "y=\"\(NumberText.pixel(high))\" width=\"\(NumberText.pixel(max(to - from - 2 * gap, 0.5)))\" "
        svg += "height=\"\(NumberText.pixel(max(low - high, 0)))\"><title>"
        let words = [layer.name, bar.note.isEmpty ? chart.y.text(bar.value) : bar.note].filter { !$0.isEmpty }
        svg += Markup.escaped(words.joined(separator: " · ")) + "</title></rect>"
        guard let half = bar.halfWidth else { return }
        let middle = (from + to) / 2
        let (above, below) = (y(bar.value + half), y(bar.value - half))
        line(middle, above, middle, below, class: "whisker")
        line(middle - 4, above, middle + 4, above, class: "whisker")
        line(middle - 4, below, middle + 4, below, class: "whisker")
    }

    private mutating func draw(_ estimate: PlotEstimate, _ layer: ChartLayer) {
        let row = y(Double(estimate.row))
        line(x(estimate.low), row, x(estimate.high), row, class: "interval", style: "stroke:\(layer.colour.css)")
        for end in [estimate.low, estimate.high] {
            line(x(end), row - 5, x(end), row + 5, class: "interval", style: "stroke:\(layer.colour.css)")
        }
        svg += "<circle class=\"dot\" style=\"fill:\(layer.colour.css)\" r=\"4.5\" "
        svg += "cx=\"\(NumberText.pixel(x(estimate.value)))\" cy=\"\(NumberText.pixel(row))\"><title>"
        let words = "\(chart.x.text(estimate.value)) [\(chart.x.text(estimate.low)), \(chart.x.text(estimate.high))]"
        svg += Markup.escaped(words) + "</title></circle>"
    }

    /// Draws the marks across the chart with their names: those along the top in two rows where they would touch.
    mutating func drawMarks() {
        var used = [-Double.infinity, -Double.infinity]
        let upright = chart.layers.compactMap { layer -> (Double, ChartLayer)? in
            guard case .atX(let value) = layer.mark else { return nil }
            return (value, layer)
        }
        for (value, layer) in upright.sorted(by: { $0.0 < $1.0 }) {
            let half = Markup.width(of: layer.name, size: 12) / 2
            let middle = min(max(x(value), half + 2), chart.width - half - 2)
            let row = middle - half > used[0] ? 0 : 1
            used[row] = middle + half + 8
            line(x(value), top - 2, x(value), bottom, class: "mark", style: "stroke:\(layer.colour.css)")
            text(layer.name, x: middle, y: top - 8 - Double(row) * 14, class: "note mid")
        }
        for layer in chart.layers {
            guard case .atY(let value) = layer.mark else { continue }
            line(left, y(value), right, y(value), class: "mark", style: "stroke:\(layer.colour.css)")
            text(layer.name, x: right - 2, y: y(value) - 4, class: "note end")
        }
    }
}
