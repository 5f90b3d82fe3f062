import DispatchModel

/// The rules a command room works by. All of it is data that a room may replace.
package struct Policy: Sendable {
    /// Which unit status may follow which.
    package var statusRules = StatusRules.standard
    /// What an incident's type and priority ask for.
    package var responsePlans = ResponsePlans.standard
    /// When something has taken too long.
    package var deadlines = Deadlines.standard
    /// How the room deals with alerts.
    package var alerts = AlertRules()
    /// When the room's shifts change.
    package var shifts = Shifts.standard
    /// When two incidents are taken for one event; nil to propose nothing.
    package var duplicates: DuplicateRules? = .standard
    /// The types of incident that name the grade of a dispute; none unless the room says so.
    package var disputeTypes: [String: DisputeGrade] = [:]
    /// How crews are asked whether they are well.
    package var personnelChecks = PersonnelCheckRules.standard
    /// The ways to end an incident, in the order in which they are offered.
    package var dispositions = RoomDisposition.standard
    /// Which kinds can stand in for which.
    package var cover = CoverRules.standard
    /// How many free units are kept for what comes next; nil for a tenth of all.
    package var reserve: Int?
    /// How long a unit needs to get somewhere.
    package var travel = TravelModel()
    /// The code of the incident that an officer's call for help makes.
    package var emergencyType = "officer-emergency"
    /// The disposition of an incident whose creation was undone.
    package var voidDisposition = "entered in error"
    /// How old a position may be before a recommendation calls it stale.
    package var positionStale = Span.minutes(3)
    /// The least time between two positions of a unit that both go into the journal.
    package var positionSample = Span.minutes(1)

    /// The usual codes of types that name a grade: `dispute-red` to `dispute-blue`.
    package static let usualDisputeTypes: [String: DisputeGrade] = [
        "dispute-red": .red, "dispute-orange": .orange, "dispute-yellow": .yellow, "dispute-blue": .blue,
    ]

    /// The rules that ship with the console.
    package init() {}
}
