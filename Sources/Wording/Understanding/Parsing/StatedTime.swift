import DispatchModel

/// When something was, if it was not now: `@14:03`, `@14:03:20`, `@-5m`.
struct StatedTime {
    /// The time that was typed.
    let at: Timestamp
    /// True when it was given without seconds: any second of the minute may be meant.
    private let isMinute: Bool

    init(_ at: Timestamp, isMinute: Bool) {
        self.at = at
        self.isMinute = isMinute
    }

    /// The time for a unit's milestone: of a minute without seconds, as late as what had to come before in that minute.
    func time(of milestone: Milestone, for unit: FieldUnit, on board: Board) -> Timestamp {
        guard isMinute, let assignment = board.currentAssignment(of: unit)?.assignment else { return at }
        let before = Milestone.allCases.lazy.filter { $0.rawValue < milestone.rawValue && $0 != .feedback }
            .compactMap { assignment[$0] }.max()
        guard let before, at < before, before < at + .minutes(1) else { return at }
        return before
    }
}
