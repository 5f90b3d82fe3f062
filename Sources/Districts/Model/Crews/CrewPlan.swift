import DispatchModel

/// What one crew does next.
struct CrewPlan: Hashable, Sendable {
    /// What the crew will say.
    struct Step: Hashable, Sendable {
        var saying: Saying
        /// When it says so next.
        var at: Timestamp
        /// When what it says came true.
        var stated: Timestamp
        var incident: IncidentID
        /// How often it was said without the board taking it.
        var said = 0
    }

    /// What a crew may say.
    enum Saying: Hashable, Sendable {
        /// A milestone of its assignment.
        case milestone(Milestone)
        /// A status that is no milestone.
        case status(UnitStatus)
        /// It asks for another unit.
        case backUp
        /// It finds the incident more urgent.
        case escalate(Priority)
    }

    let callsign: String
    /// The assignment it works on.
    var assignment: AssignmentID?
    /// What it says next; nil when it waits for the board or has nothing to do.
    var step: Step?
    /// Where it is driving to.
    var movement: Movement?
    /// Where it stands when it is not driving.
    var place: GeoPoint?
    /// When it reports its position next; nil while it never moved.
    var nextReport: Timestamp?
    /// When it moves on in its beat; nil when it does not patrol.
    var nextLeg: Timestamp?
    /// How many ways it has gone on patrol.
    var legs: UInt64 = 0

    /// The time of whatever comes first.
    var next: Timestamp? {
        [step?.at, nextReport, nextLeg].compactMap { $0 }.min()
    }

    /// True while it moves about its beat.
    var isPatrolling: Bool { nextLeg != nil }

    /// Where the unit is at an instant.
    func point(at time: Timestamp) -> GeoPoint? {
        movement?.point(at: time) ?? place
    }
}
