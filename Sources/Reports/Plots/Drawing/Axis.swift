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

/// The values at which an axis is marked: round ones that people count by.
enum Ticks {
    /// Steps of time that a clock's face knows, in seconds.
    private static let timeSteps: [Double] = [
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800,
        604_800,
    ]

    /// The smallest round step that gives at most `most` steps over a span above 0.
    static func step(for span: Double, most: Int, scale: Axis.Scale) -> Double {
        let least = span / Double(max(most, 1))
        switch scale {
        case .duration, .clock:
            if let step = timeSteps.first(where: { $0 >= least }), least > 0.5 { return step }
            return decimalStep(atLeast: least)
        case .count: return max(decimalStep(atLeast: least), 1)
        case .number, .percent, .categories: return decimalStep(atLeast: least)
        }
    }

    /// The smallest of 1, 2 and 5 times a power of ten that is not below a number.
    private static func decimalStep(atLeast least: Double) -> Double {
        guard least.isFinite, least > 0 else { return 1 }
        var power = 1.0
        while power > least { power /= 10 }
        while power * 10 <= least { power *= 10 }
        // The slack takes up what division leaves behind: 0.3 / 3 is not quite 0.1.
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least * (1 - 1e-9) } ?? power * 10
    }

    /// The multiples of a step between two ends, both included; at most 200.
    static func values(from lower: Double, to upper: Double, step: Double) -> [Double] {
        guard step > 0, upper >= lower, lower.isFinite, upper.isFinite else { return [] }
        let first = (lower / step - 1e-9).rounded(.up)
        let last = (upper / step + 1e-9).rounded(.down)
        guard last >= first else { return [] }
        return (0...Int(min(last - first, 199))).map { (first + Double($0)) * step }
    }
}
