/// How grave a dispute is; red first (红、橙、黄、蓝).
package enum DisputeGrade: UInt8, CaseIterable, Comparable, Sendable {
    /// May turn to violence.
    case red = 1
    /// Grave.
    case orange
    /// Ordinary.
    case yellow
    /// Slight.
    case blue

    /// The graver comes first.
    package static func < (left: DisputeGrade, right: DisputeGrade) -> Bool { left.rawValue < right.rawValue }
}

/// The three timely steps of a dispute (三及时).
package enum DisputeStep: UInt8, CaseIterable, Sendable {
    /// Those concerned were warned (预警).
    case warned = 1
    /// It was routed to whoever settles it (分流).
    case routed
    /// It was settled (化解).
    case settled
}

/// Who mediates a dispute (人民、行政、司法调解).
package enum MediationKind: UInt8, CaseIterable, Sendable {
    /// A people's mediation committee.
    case people = 1
    /// An administrative body.
    case administrative
    /// A court.
    case judicial
}
