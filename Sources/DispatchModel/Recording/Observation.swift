/// Something that a feed, a replayed log or a crew says, before the policy has decided what it means for the board.
///
/// Observations are not recorded; the events decided from them are.
package struct Observation: Hashable, Sendable {
    /// The record it came from. An observation whose key is in the journal already is not recorded again.
    package var source: SourceKey?
    /// Board time at which it becomes known.
    package var at: Timestamp
    /// Who says so.
    package var actor: Actor
    /// What is said.
    package var content: Content

    /// Creates an observation.
    package init(source: SourceKey? = nil, at: Timestamp, actor: Actor, content: Content) {
        self.source = source
        self.at = at
        self.actor = actor
        self.content = content
    }

    /// What an observation says. All but positions and statuses is indirect, so that those take little room.
    package enum Content: Hashable, Sendable {
        /// The board shows the world, a recording or an exercise from here on.
        indirect case mode(ModeDeclared)
        /// What an incident type is called.
        indirect case type(TypeDefined)
        /// A beat of the district.
        indirect case beat(BeatDefined)
        /// A unit of the roster; its `unit` number is ignored, the callsign counts.
        indirect case unit(UnitRegistered)
        /// A new incident; its numbers are ignored, `source` is its identity. Where its sender states no priority, that of its
        /// type counts if the room names one.
        indirect case incident(IncidentReported, isPriorityStated: Bool = true)
        /// Another report of an incident. `isLast` when the same message says that the incident has ended: then it does not
        /// open one that is closed again.
        indirect case report(IncidentReference, Report, isLast: Bool = false)
        /// Who reported an incident first is known better now; what the caller leaves open stays.
        indirect case caller(IncidentReference, Caller)
        /// A unit reached a milestone of its assignment; `assigned` makes the assignment.
        indirect case milestone(MilestoneObservation)
        /// A unit reports its status outside an assignment: since when, the time of the observation when nil, and whether
        /// its sender has said something newer of the unit before.
        case status(callsign: String, status: UnitStatus, stated: Timestamp? = nil, isOvertaken: Bool = false)
        /// A unit answers whether it goes to where it was asked to stand.
        case standing(callsign: String, answer: StandingAnswer)
        /// A unit reports its position.
        case position(callsign: String, point: GeoPoint, at: Timestamp)
        /// A unit's receiver reports a position that is not to be believed, and why; at least one reason.
        case doubtfulPosition(callsign: String, reasons: Set<PositionDoubt>)
        /// An incident is of another type or priority than it was taken for; an empty type or nil leaves it.
        indirect case graded(IncidentReference, type: String, priority: Priority?)
        /// An incident ended: when, the time of the observation when nil.
        indirect case closed(IncidentReference, disposition: String, stated: Timestamp? = nil)
        /// A closed incident is open again: why, and when, the time of the observation when nil.
        indirect case reopened(IncidentReference, reason: String, stated: Timestamp? = nil)
        /// Type, priority, place or beat of an incident are others now; its `incident` number is ignored.
        indirect case revised(IncidentReference, IncidentTriaged)
        /// An incident is a dispute of a grade.
        indirect case disputeGraded(IncidentReference, DisputeGrade)
        /// A feed's alert came on or has ended.
        indirect case alert(AlertObservation)
        /// The leader of an exercise said or changed something that makes no other event.
        indirect case exercise(ExerciseNoted)
        /// The machine's clock was put forward or back.
        indirect case clock(ClockStepped)
        /// The room looks at another map.
        indirect case ground(GroundAdopted)
    }
}

/// How an observation names an incident.
package enum IncidentReference: Hashable, Sendable {
    /// By the other system's record.
    case source(SourceKey)
    /// By the board's number.
    case number(IncidentID)
}

/// A feed says that an alert is on or has ended.
package struct AlertObservation: Hashable, Sendable {
    /// What the feed says; its key is the alert's identity.
    package var reported: ReportedAlert
    /// How much it matters.
    package var severity: AlertSeverity
    /// True while it is on.
    package var isActive: Bool
    /// When it came on or ended, as stated.
    package var at: Timestamp
    /// The limit that was passed, in seconds; 0 when it has none.
    package var limit: Int64

    /// Creates an observation of an alert.
    package init(
        reported: ReportedAlert, severity: AlertSeverity, isActive: Bool, at: Timestamp, limit: Int64 = 0
    ) {
        self.reported = reported
        self.severity = severity
        self.isActive = isActive
        self.at = at
        self.limit = limit
    }
}

/// A unit says, or a log states, that it reached a milestone.
package struct MilestoneObservation: Hashable, Sendable {
    /// The incident.
    package var incident: IncidentReference
    /// The unit.
    package var callsign: String
    /// Which milestone.
    package var milestone: Milestone
    /// When, as stated; nil when a log leaves it out (only for `assigned`).
    package var stated: Timestamp?
    /// True when the stated time lies before a milestone that should precede it.
    package var backwards: Bool
    /// True when its sender has said something newer of the unit before.
    package var isOvertaken: Bool
    /// The newest time at which its sender has said that the unit is free; nil when it has not.
    package var freeSince: Timestamp?

    /// Creates an observation of a milestone.
    package init(
        incident: IncidentReference, callsign: String, milestone: Milestone, stated: Timestamp?,
        backwards: Bool = false, isOvertaken: Bool = false, freeSince: Timestamp? = nil
    ) {
        self.incident = incident
        self.callsign = callsign
        self.milestone = milestone
        self.stated = stated
        self.backwards = backwards
        self.isOvertaken = isOvertaken
        self.freeSince = freeSince
    }
}
