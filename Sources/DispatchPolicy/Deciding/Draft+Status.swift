import DispatchModel

extension Draft {
    /// The unit's status changes; a milestone of its assignment is reached, and one that ends its duty leaves it.
    mutating func change(
        _ unit: FieldUnit, on board: Board, to status: UnitStatus, at: Timestamp, reason: String = ""
    ) {
        let task = task(of: unit, on: board)
        var isSaid = false
        if let task {
            if status == .outOfService {
                leave(task, at: at, reason: reason)
            } else if let milestone = status.milestone, task.assignment[milestone] == nil {
                advance(task.assignment, of: task.incident.id, to: milestone, at: at)
                // Milestones leave a call for help standing, and no reason goes with them.
                isSaid = unit.status != .emergency && reason.isEmpty && reaches(status, task.assignment, milestone)
            }
        }
        if isSaid { return }
        add(.unitStatusChanged(UnitStatusChanged(unit: unit.id, status: status, since: at, reason: reason)))
    }

    /// True when the assignment's milestones imply the status once this one is reached.
    private func reaches(_ status: UnitStatus, _ assignment: Assignment, _ milestone: Milestone) -> Bool {
        var after = assignment
        after[milestone] = .epoch
        return after.impliedStatus == status
    }
}

extension Milestone {
    /// The status a unit has once it reached the milestone; nil when the milestone does not change it.
    var status: UnitStatus? {
        switch self {
        case .assigned: .dispatched
        case .enRoute: .enRoute
        case .arrived: .onScene
        case .transporting: .transporting
        case .cleared: .available
        case .acknowledged, .atDestination, .feedback: nil
        }
    }
}

extension UnitStatus {
    /// The milestone that gives a unit this status.
    var milestone: Milestone? {
        switch self {
        case .enRoute: .enRoute
        case .onScene: .arrived
        case .transporting: .transporting
        case .available: .cleared
        case .dispatched, .clear, .outOfService, .emergency: nil
        }
    }
}
