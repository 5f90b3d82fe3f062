import DispatchModel

/// Notices steps of the wall's clock by comparing it with a time that never steps.
package struct ClockWatch: Sendable {
    /// What passes for drift and for a correction made little by little; a greater difference between two looks is a step.
    package static let tolerance = Span.seconds(1)

    private var offset: Span?

    /// A watch that has not looked yet.
    package init() {}

    /// By how much the clock was put forward, or back when below zero, since the last look; nil when it was not.
    package mutating func step(wall: Timestamp, steady: Timestamp) -> Span? {
        let now = wall - steady
        defer { offset = now }
        guard let before = offset else { return nil }
        let step = Span(milliseconds: now.milliseconds &- before.milliseconds)
        return step.milliseconds.magnitude >= ClockWatch.tolerance.milliseconds.magnitude ? step : nil
    }
}
