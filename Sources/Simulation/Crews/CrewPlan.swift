import DispatchModel

/// What one crew does next.
struct CrewPlan: Hashable, Sendable {
    /// What the crew will say about its assignment.
    struct Step: Hashable, Sendable {
        var milestone: Milestone
        var at: Timestamp
        var incident: IncidentID
        /// How often it was said without the board taking it.
        var said = 0
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

    /// The time of whatever comes first.
    var next: Timestamp? {
        switch (step?.at, nextReport) {
        case (let step?, let report?): min(step, report)
        case (let step, let report): step ?? report
        }
    }

    /// Where the unit is at an instant.
    func point(at time: Timestamp) -> GeoPoint? {
        movement?.point(at: time) ?? place
    }
}
