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
