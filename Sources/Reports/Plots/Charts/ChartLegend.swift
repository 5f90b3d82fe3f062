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
