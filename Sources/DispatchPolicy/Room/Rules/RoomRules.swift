import DispatchModel

/// The rules of a command room as its file states them: whom a call asks for, what takes too long, what may follow what.
///
/// A value and nothing else: ``read(text:file:)`` makes one of a `room.toml`, ``text`` writes all of it, and
/// ``Policy/adopting(_:)`` has a room work by it. What no file says is as it ships.
package struct RoomRules: Hashable, Sendable {
    /// The run cards; the first that fits an incident counts.
    package var plans = ResponsePlans.standard.plans
    /// How long an incident may wait, a unit stay in a status and be silent, and by when disputes are dealt with.
    package var deadlines = Deadlines.standard
    /// Which unit status may follow which, and what wants a reason.
    package var statusRules = StatusRules.standard
    /// What the room calls the types of incident, by code, and what they mean to it.
    package var types: [String: RoomType] = [:]
    /// The ways to end an incident, in the order in which they are offered.
    package var dispositions = RoomDisposition.standard
    /// How long units need to get somewhere.
    package var travel = TravelModel()
    /// Which kinds can stand in for which.
    package var cover = CoverRules.standard
    /// How many free units are kept for what comes next; nil for a tenth of all.
    package var reserve: Int?
    /// The code of the incident that an officer's call for help makes.
    package var emergencyType = "officer-emergency"
    /// How old a position may be before a recommendation calls it stale.
    package var positionStale = Span.minutes(3)
    /// The least time between two positions of a unit that both go into the journal.
    package var positionSample = Span.minutes(1)

    /// The rules that ship with the console.
    package init() {}
}

/// What a room says of a type of incident.
package struct RoomType: Hashable, Sendable {
    /// What it is called.
    package var name: BilingualText
    /// The priority of a call of this type that states none; nil where the room names none.
    package var priority: Priority?
    /// The grade of dispute that it is; nil for none.
    package var grade: DisputeGrade?

    /// Creates a type.
    package init(name: BilingualText, priority: Priority? = nil, grade: DisputeGrade? = nil) {
        self.name = name
        self.priority = priority
        self.grade = grade
    }
}

extension Policy {
    /// These rules with those of a room's file in place of what it states. The clock is that of the shifts.
    package func adopting(_ rules: RoomRules) -> Policy {
        var policy = self
        policy.responsePlans = ResponsePlans(rules.plans)
        policy.responsePlans.minutesEast = shifts.minutesEast
        policy.deadlines = rules.deadlines
        policy.statusRules = rules.statusRules
        policy.dispositions = rules.dispositions
        policy.travel = rules.travel
        policy.travel.minutesEast = shifts.minutesEast
        policy.cover = rules.cover
        policy.reserve = rules.reserve
        policy.emergencyType = rules.emergencyType
        policy.positionStale = rules.positionStale
        policy.positionSample = rules.positionSample
        for (code, type) in rules.types {
            if let grade = type.grade { policy.disputeTypes[code] = grade }
        }
        return policy
    }

    /// These rules with those that a board works by; these alone where the board has adopted none.
    package func adopting(_ adopted: RulesAdopted?) -> Policy {
        guard let adopted else { return self }
        return adopting(RoomRules.recorded(adopted.text))
    }
}
