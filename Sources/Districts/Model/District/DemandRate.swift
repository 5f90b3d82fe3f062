/// How a drill or a study bends the district's demand.
package struct DemandRate: Sendable {
    /// The highest factor there ever is, above 0.
    package var highest: Double
    /// The factor at so many milliseconds since the beginning, 0 to `highest`.
    package var factor: @Sendable (Int64) -> Double
    /// Further factors by type code, at least 0; 1 where nothing is said.
    package var types: [String: Double]

    /// Creates a rate.
    package init(
        highest: Double = 1, types: [String: Double] = [:], factor: @escaping @Sendable (Int64) -> Double = { _ in 1 }
    ) {
        self.highest = highest
        self.types = types
        self.factor = factor
    }

    /// The district as it is.
    package static let ordinary = DemandRate()
}
