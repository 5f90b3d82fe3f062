import Formats

extension FigureReport {
    /// The report as JSON (RFC 8259), always in the same order; seconds have one decimal.
    package var json: String { json(exercise: false) }

    /// The same; of an exercise it says so first.
    package func json(exercise: Bool) -> String {
        var lines = exercise ? [" \"exercise\": true,\n"] : []
        lines += FigureReport.members(of: total, indent: " ")
        if let grouping {
            lines += [",\n \"by\": \"\(grouping.rawValue)\",\n \"groups\": {"]
            for (index, group) in groups.enumerated() {
                lines += [index == 0 ? "\n  " : ",\n  ", JSON.quoted(group.key.name, lineFeed: .number), ": {\n"]
                lines += FigureReport.members(of: group.figures, indent: "   ")
                lines += ["\n  }"]
            }
            lines += [groups.isEmpty ? "}" : "\n }"]
        }
        return "{\n" + lines.joined() + "\n}"
    }

    private static func members(of figures: Figures, indent: String) -> [String] {
        var parts = [
            "\(indent)\"incidents\": \(figures.incidents),\n",
            "\(indent)\"unitResponses\": \(figures.unitResponses),\n",
            "\(indent)\"units\": \(figures.units),\n", "\(indent)\"intervals\": {",
        ]
        for (index, figure) in figures.intervals.enumerated() {
            parts += ["\(index == 0 ? "" : ",")\n\(indent) \"\(FigureInterval.all[index].name)\": {\n"]
            parts += [members(of: figure).map { "\(indent)  \($0)" }.joined(separator: ",\n")]
            parts += ["\n\(indent) }"]
        }
        return parts + ["\n\(indent)}"]
    }

    private static func members(of figure: IntervalFigure) -> [String] {
        var parts = ["\"count\": \(figure.count)"]
        for (name, value) in [("p50", figure.p50), ("p90", figure.p90), ("mean", figure.mean)] {
            if let value { parts.append("\"\(name)\": \(decimal(value))") }
        }
        return parts + ["\"invalid\": \(figure.invalid)"]
    }

    /// A number of seconds with one decimal.
    static func decimal(_ seconds: Double) -> String {
        let tenths = Int64((seconds * 10).rounded(.toNearestOrEven))
        return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
}
