/// Why a position is not to be trusted.
package enum PositionDoubt: String, CaseIterable, Sendable {
    /// The receiver has no fix.
    case noFix
    /// The receiver's date lies a GPS week roll-over (1024 weeks) back, or years from now.
    case rolledOverDate
    /// The receiver states no time.
    case noTime
    /// Farther from the position before than anything on the road comes in the time between.
    case jump
    /// The receiver's own error estimate is large.
    case inaccurate
    /// At 0°, 0°, which is what a receiver says before it knows.
    case atZero
    /// Thousands of kilometres from the unit's duty point.
    case farFromDuty
}
