import DispatchModel

/// How the district's ordinary calls come in a drill.
package struct DemandProfile: Hashable, Sendable {
    /// From an instant on, this factor on the district's rate. Before the first step it is 1.
    package struct Step: Hashable, Sendable {
        /// Since the beginning of the drill.
        package var from: Span
        /// Times the district's own rate; 0 for no calls.
        package var factor: Double

        /// Creates a step.
        package init(from: Span, factor: Double) {
            self.from = from
            self.factor = factor
        }
    }

    /// The steps in order of time.
    package var steps: [Step]
    /// Further factors by type code; 0 leaves a type out.
    package var types: [String: Double]

    /// Creates a profile.
    package init(steps: [Step] = [], types: [String: Double] = [:]) {
        self.steps = steps
        self.types = types
    }

    /// The district as it is.
    package static let ordinary = DemandProfile()
    /// No calls but the scripted ones.
    package static let none = DemandProfile(steps: [Step(from: .zero, factor: 0)])

    /// The most that a factor may be.
    static let highestFactor = 20.0

    /// The factor at a time since the beginning.
    package func factor(at time: Span) -> Double {
        steps.last { $0.from <= time }?.factor ?? 1
    }

    /// The highest factor there is at any time.
    package var highest: Double {
        let first = steps.first.map { $0.from > .zero ? 1.0 : 0 } ?? 1
        return steps.reduce(first) { max($0, $1.factor) }
    }
}
