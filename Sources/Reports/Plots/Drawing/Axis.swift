/// One axis of a chart: what it is called, how its values read, and how far it goes.
package struct Axis: Hashable, Sendable {
    /// How the values of an axis read.
    package enum Scale: Hashable, Sendable {
        /// Plain numbers.
        case number
        /// How many things: never marked between two whole numbers.
        case count
        /// Shares from 0 to 1, written in percent.
        case percent
        /// Seconds, written as minutes and seconds or hours.
        case duration
        /// Local seconds since a midnight, written as the time of day.
        case clock
        /// One place for each name; the value is the name's index from 0.
        case categories([String])
    }

    /// What the axis shows, with its unit; empty for none.
    package var label: String
    /// How its values read.
    package var scale: Scale
    /// Where it begins; nil takes it from what is drawn.
    package var lower: Double?
    /// Where it ends; nil takes it from what is drawn.
    package var upper: Double?

    /// Creates an axis; ends that are left out come from what is drawn.
    package init(_ label: String = "", scale: Scale = .number, lower: Double? = nil, upper: Double? = nil) {
        self.label = label
        self.scale = scale
        self.lower = lower
        self.upper = upper
    }

    /// How a value reads on this axis.
    package func text(_ value: Double) -> String {
        switch scale {
        case .number: return NumberText.short(value)
        case .count: return NumberText.fixed(value, decimals: 0)
        case .percent: return NumberText.short(value * 100, decimals: 1) + "%"
        case .duration: return NumberText.duration(value)
        case .clock: return NumberText.clock(value)
        case .categories(let names):
            let index = Int(exactly: value.rounded()) ?? -1
            return names.indices.contains(index) ? names[index] : ""
        }
    }

    /// The ends of the axis around values, and its ticks.
    func resolved(around values: [Double], most: Int) -> ResolvedAxis {
        if case .categories(let names) = scale {
            return ResolvedAxis(
                lower: -0.5, upper: Double(max(names.count, 1)) - 0.5, ticks: names.indices.map(Double.init))
        }
        let finite = values.filter(\.isFinite)
        var low = lower ?? finite.min() ?? 0
        var high = upper ?? finite.max() ?? 1
        if !(high > low) { (low, high) = upper == nil ? (low, low + 1) : (high - 1, high) }
        let step = Ticks.step(for: high - low, most: most, scale: scale)
        if lower == nil, scale != .clock { low = (low / step).rounded(.down) * step }
        if upper == nil, scale != .clock { high = (high / step).rounded(.up) * step }
        return ResolvedAxis(lower: low, upper: high, ticks: Ticks.values(from: low, to: high, step: step))
    }
}

/// An axis with its ends and ticks worked out.
struct ResolvedAxis: Hashable {
    /// Where it begins.
    var lower: Double
    /// Where it ends, above `lower`.
    var upper: Double
    /// Where it is marked, in order.
    var ticks: [Double]

    /// Where a value lies between the ends: 0 at the lower, 1 at the upper; a value beyond an end lies at that end.
    func place(_ value: Double) -> Double {
        guard value.isFinite else { return value > 0 ? 1 : 0 }
        return min(max((value - lower) / (upper - lower), 0), 1)
    }
}
