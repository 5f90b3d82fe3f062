import DispatchModel

/// Which unit status may follow which. What is not listed is an override and needs a recorded reason.
package struct StatusRules: Hashable, Sendable {
    /// The statuses that may follow each status.
    package var following: [UnitStatus: Set<UnitStatus>]
    /// The statuses that are set with a reason alone, whatever they follow.
    package var reasoned: Set<UnitStatus> = []
    /// The reasons that the room offers for a status, in its order.
    package var reasons: [UnitStatus: [BilingualText]] = [:]

    /// Creates rules from a table.
    package init(following: [UnitStatus: Set<UnitStatus>]) {
        self.following = following
    }

    /// The rules that ship with the console.
    package static let standard = StatusRules(following: [
        .available: [.dispatched, .outOfService, .emergency],
        .dispatched: [.enRoute, .onScene, .available, .emergency],
        .enRoute: [.onScene, .available, .clear, .emergency],
        .onScene: [.transporting, .clear, .available, .emergency],
        .transporting: [.onScene, .clear, .available, .emergency],
        .clear: [.available, .outOfService, .emergency],
        .outOfService: [.available, .emergency],
        .emergency: [.onScene, .available, .clear, .outOfService],
    ])

    /// True when the rules let a unit go from one status to another.
    package func allows(_ from: UnitStatus, _ to: UnitStatus) -> Bool {
        following[from]?.contains(to) ?? false
    }

    /// True when a change is recorded with a reason alone: the rules do not allow it, or the status wants one.
    package func needsReason(_ from: UnitStatus, _ to: UnitStatus) -> Bool {
        !allows(from, to) || reasoned.contains(to)
    }

    /// The statuses that may follow one, in the order of the vocabulary.
    package func allowed(after status: UnitStatus) -> [UnitStatus] {
        UnitStatus.allCases.filter { allows(status, $0) }
    }
}
