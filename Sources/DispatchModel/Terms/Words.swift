/// How urgent an incident is: P1 first.
package enum Priority: UInt8, CaseIterable, Comparable, Sendable {
    /// Life in danger or crime in progress.
    case p1 = 1
    /// Urgent.
    case p2
    /// Needs a unit, not at once.
    case p3
    /// Can wait.
    case p4
    /// Service request.
    case p5

    /// The more urgent priority comes first.
    package static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }

    /// The next more urgent priority, nil for P1.
    package var raised: Priority? { Priority(rawValue: rawValue - 1) }
    /// The next less urgent priority, nil for P5.
    package var lowered: Priority? { Priority(rawValue: rawValue + 1) }
}

/// The stages an incident goes through (归集 → 分流 → 派警 → 办理 → 解决).
package enum IncidentStage: UInt8, CaseIterable, Comparable, Sendable {
    /// Reported, nobody looked at it yet (归集).
    case gathered = 1
    /// Type, priority, place and beat confirmed (分流).
    case triaged
    /// At least one unit was sent (派警).
    case assigned
    /// At least one unit has arrived (办理).
    case handled
    /// Ended with a disposition (解决).
    case closed

    /// Earlier stages first.
    package static func < (left: IncidentStage, right: IncidentStage) -> Bool { left.rawValue < right.rawValue }
}

/// What a unit is. The first eleven are the forces of a public-security bureau, the rest a fire and medical service.
package enum UnitKind: UInt8, CaseIterable, Sendable {
    /// Patrol vehicle (车巡).
    case vehiclePatrol = 1
    /// Foot patrol (步巡).
    case footPatrol
    /// Bicycle patrol.
    case bicyclePatrol
    /// Online watch (网巡).
    case onlineWatch
    /// Stakeout (蹲守).
    case stakeout
    /// Quick-response unit (快反单元).
    case quickResponse
    /// Auxiliary police (辅警).
    case auxiliaryPolice
    /// Grid worker (网格员).
    case gridWorker
    /// Patrol volunteer (红袖章).
    case patrolVolunteer
    /// Property guard (物业保安).
    case propertyGuard
    /// Railway police (铁路警察).
    case railwayPolice
    /// Fire engine.
    case engine
    /// Ladder truck.
    case truck
    /// Ambulance or medic unit.
    case ambulance
    /// Chief officer or supervisor.
    case commandOfficer
    /// Rescue squad.
    case rescue
    /// Investigation.
    case investigation
    /// Support and anything without a better word.
    case support
}

/// The pane that shows a unit.
package enum UnitPane: UInt8, CaseIterable, Sendable {
    /// Units that move about their beat, joint forces among them.
    case patrol = 1
    /// Units that wait at a duty point with a response circle.
    case quickResponse
}

/// What a unit is doing.
package enum UnitStatus: UInt8, CaseIterable, Sendable {
    /// Ready (待命).
    case available = 1
    /// Sent, not yet moving (已派).
    case dispatched
    /// On the way (赶赴).
    case enRoute
    /// Arrived (到场).
    case onScene
    /// Taking somebody to hospital or custody (押送).
    case transporting
    /// Done at the scene, finishing the report (处置完毕).
    case clear
    /// Not to be sent (离岗).
    case outOfService
    /// The officer is in danger (紧急求助).
    case emergency
}

/// The times of an assignment, in their usual order.
package enum Milestone: UInt8, CaseIterable, Sendable {
    /// Sent by the dispatcher (派警).
    case assigned = 1
    /// The crew has read it (签收).
    case acknowledged
    /// The crew moves (出警).
    case enRoute
    /// The crew is there (到场).
    case arrived
    /// Left the scene with somebody.
    case transporting
    /// Reached the hospital or station.
    case atDestination
    /// First report from the scene (反馈).
    case feedback
    /// Free again.
    case cleared
}

/// Whether the board shows the world, a recording, or an exercise.
package enum BoardMode: UInt8, CaseIterable, Sendable {
    /// The world as it is now.
    case live = 1
    /// A recorded call log.
    case replay
    /// A drill; never mixed with live data.
    case exercise
}

/// What an alert is about.
package enum AlertKind: UInt8, CaseIterable, Sendable {
    /// An incident has waited longer for a unit than its priority allows.
    case waitingTooLong = 1
    /// A unit has been in its status longer than that status allows.
    case statusOverdue
    /// A unit that reports its position has gone silent.
    case notHeard
    /// An officer asked for help.
    case emergency
    /// The hold of an incident has ended and it still waits.
    case holdEnded
    /// A feed reports it.
    case reported
    /// The deadline to warn those concerned in a dispute comes near or has passed.
    case disputeWarning
    /// The deadline to route a dispute comes near or has passed.
    case disputeRouting
    /// The deadline to settle a dispute comes near or has passed.
    case disputeSettling
    /// The mediation of a dispute is to have an outcome soon, or should have had one.
    case mediationDue
    /// A unit has come free that an incident's response plan lacks.
    case planShort
    /// A crew was not heard by word within its interval, or did not answer a roll call.
    case personnelCheck = 30
    /// A timer that an operator set rings.
    case timer
}

/// Whether an alert from a feed is meant. What is not meant never looks like what is.
package enum AlertStanding: UInt8, CaseIterable, Sendable {
    /// It is so.
    case actual = 1
    /// Part of an exercise.
    case exercise
    /// A test of the way it takes.
    case test
    /// About the sending system itself.
    case system
    /// Not yet meant for anybody.
    case draft
}

/// How much an alert matters; the figures of ISA-18.2 use three.
package enum AlertSeverity: UInt8, CaseIterable, Comparable, Sendable {
    /// Act now.
    case high = 1
    /// Act soon.
    case medium
    /// Know about it.
    case low

    /// The more severe comes first.
    package static func < (left: AlertSeverity, right: AlertSeverity) -> Bool { left.rawValue < right.rawValue }
}

/// In which way an alert is out of sight (ISA-18.2: shelved, suppressed by design, out of service).
package enum AlertHidingWay: UInt8, CaseIterable, Sendable {
    /// Put aside by an operator for a time, with a reason (E).
    case shelved = 1
    /// Hidden by a rule of the room (F).
    case suppressed
    /// Taken out of service by an operator, as during maintenance (G).
    case outOfService
}

/// What brought an alert back into sight.
package enum AlertShowingCause: UInt8, CaseIterable, Sendable {
    /// An operator.
    case ordered = 1
    /// The end that was set for it.
    case expired
    /// The condition ended, and with it a one-shot shelf.
    case conditionEnded
    /// The alert came to matter more, which breaks a shelf.
    case severityRose
    /// The rule no longer hides it.
    case ruleEnded
}

/// How an alert comes and goes.
///
/// Chattering: it came on three times or more within a minute (ISA-18.2). Flapping: of the last 20 steps of half a minute
/// so many saw it change, weighted from 0.8 for the oldest to 1.15 for the newest, that they make 30 % or more; it ends
/// below 25 % (after the flap detection of Nagios and its kin).
package enum AlertConduct: UInt8, CaseIterable, Sendable {
    /// As an alert should.
    case steady = 1
    /// Several times a minute.
    case chattering
    /// Again and again over minutes.
    case flapping
}

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
