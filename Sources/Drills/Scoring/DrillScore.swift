import DispatchModel

/// How a drill went: objectives met and missed with the evidence, and everything a review needs to draw it.
///
/// Computed from the scenario and the journal's records alone, so that anybody can compute it again.
package struct DrillScore: Hashable, Sendable {
    /// The scenario's id.
    package var scenario: String
    /// When the drill began.
    package var start: Timestamp
    /// When it ended, or the last record so far.
    package var end: Timestamp
    /// Each objective of the scenario, in its order.
    package var objectives: [ObjectiveResult]
    /// Each inject of the scenario, in its order.
    package var injects: [InjectResult]
    /// Every incident, in the order of reporting.
    package var incidents: [IncidentTimes]
    /// Every alert's occurrence, in the order of raising.
    package var alerts: [AlertTimes]
    /// How many units could be sent and how many incidents waited, whenever one of these changed.
    package var coverage: [CoveragePoint]
    /// Times by priority, the most urgent first; only priorities that came.
    package var priorities: [PriorityFigures]
    /// What became of proposals of where to stand.
    package var standing = StandingTally()

    /// Objectives met.
    package var metCount: Int { objectives.count { $0.outcome == .met } }
    /// Objectives missed.
    package var missedCount: Int { objectives.count { $0.outcome == .missed } }
}

/// What became of an objective.
package struct ObjectiveResult: Hashable, Sendable {
    /// The objective.
    package var objective: Objective
    /// Met, missed, or nothing to measure.
    package var outcome: Outcome
    /// What was measured, in the threshold's unit: milliseconds for a time, else a percentage or a count. Nil when there
    /// was nothing to measure.
    package var value: Double?
    /// What the value was compared with.
    package var threshold: Double
    /// The unit of both.
    package var unit: MeasureUnit
    /// What decided it: the cases outside the threshold first, the worst first; at most `evidenceLimit` of each side.
    package var evidence: [ObjectiveEvidence]
    /// How many cases were inside the threshold and how many there were.
    package var good: Int
    /// How many cases there were.
    package var count: Int

    /// The most evidence kept of each side.
    package static let evidenceLimit = 20

    /// Whether an objective was met.
    package enum Outcome: String, Hashable, Sendable {
        /// At or inside the threshold.
        case met
        /// Outside the threshold.
        case missed
        /// Nothing came that it could be measured by.
        case notMeasured
    }

    /// What a value counts.
    package enum MeasureUnit: String, Hashable, Sendable {
        /// Milliseconds.
        case milliseconds
        /// Hundredths.
        case percent
        /// A number of things.
        case count
    }
}

/// One case behind an objective's outcome.
package struct ObjectiveEvidence: Hashable, Sendable {
    /// True when the case was inside the threshold.
    package var isGood: Bool
    /// The incident concerned.
    package var incident: IncidentID?
    /// The unit concerned.
    package var unit: UnitID?
    /// The inject concerned.
    package var inject: String?
    /// From when it counts.
    package var from: Timestamp
    /// Until when; nil when it never came to that before the drill ended.
    package var to: Timestamp?
    /// How long it took, up to the end of the drill when it never came to that.
    package var took: Span
    /// The places in the journal that show it.
    package var positions: [JournalPosition]
}

/// What became of an inject.
package struct InjectResult: Hashable, Sendable {
    /// The inject.
    package var inject: Inject
    /// When it happened; nil when it never did.
    package var fired: Timestamp?
    /// Where in the journal it shows.
    package var position: JournalPosition?
    /// The incident it made.
    package var incident: IncidentID?
    /// When the expected action was taken; nil when it was not, or none was expected.
    package var answered: Timestamp?
    /// Where in the journal that shows.
    package var answerPosition: JournalPosition?
    /// From the inject to the answer.
    package var delay: Span?
    /// What the dispatchers did about its incident from then on, in order, at most `actionLimit`.
    package var actions: [JournalPosition]
    /// How it was answered.
    package var outcome: Outcome

    /// The most actions listed.
    package static let actionLimit = 12

    /// How an inject was answered.
    package enum Outcome: String, Hashable, Sendable {
        /// It never came.
        case notFired
        /// Nothing was expected.
        case nothingExpected
        /// As expected and in time.
        case inTime
        /// As expected, too late.
        case late
        /// Not as expected before the time was up.
        case missed
        /// The drill ended before the time was up.
        case open
    }
}

/// The times of one incident. Sending, reading and arriving are those of units that came, or that the response plan asks for
/// and that were still on their way when the drill ended; what is sent and taken back is as if it had not been sent, and no
/// auxiliary or volunteer answers a P1 or P2 that did not ask for one.
package struct IncidentTimes: Hashable, Sendable {
    /// Which.
    package var incident: IncidentID
    /// The code of its type, as it stood last.
    package var type: String
    /// Its priority when the first unit was sent, or as it stood last when none was; the player's own grading counts where
    /// it made the incident more urgent.
    package var priority: Priority
    /// The beat.
    package var beat: String
    /// When the first report came in.
    package var received: Timestamp
    /// When the first unit was sent.
    package var dispatched: Timestamp?
    /// When the first unit had read it.
    package var acknowledged: Timestamp?
    /// When the first unit arrived.
    package var arrived: Timestamp?
    /// When it was closed.
    package var closed: Timestamp?
    /// When it was brought to an end: closed after somebody had been there, or handed over to mediation.
    package var settled: Timestamp?
    /// True when it was closed as part of another one that is the same event.
    package var isMerged: Bool
    /// The inject that made it.
    package var inject: String?
    /// How many units were sent.
    package var units: Int
    /// What the trainer ran through, which its times leave out as long as they wait for the player.
    package var unattended = UnattendedTime()
    /// Where in the journal the report, the first sending, the first reading, the first arrival and the closing stand.
    package var positions: Positions

    /// Where an incident's times stand in the journal.
    package struct Positions: Hashable, Sendable {
        /// The report.
        package var received: JournalPosition = 0
        /// The first sending.
        package var dispatched: JournalPosition?
        /// The first reading.
        package var acknowledged: JournalPosition?
        /// The first arrival.
        package var arrived: JournalPosition?
        /// The closing.
        package var closed: JournalPosition?
    }

    /// The time from the report until a point; nil when it was not reached.
    package func span(_ interval: Objective.Interval) -> Span? {
        time(interval).map { elapsed(interval, at: $0) }
    }

    /// The time from the report until an instant, without what the trainer ran through while the incident waited for the
    /// player: once a unit is sent, its way counts whoever runs the clock.
    func elapsed(_ interval: Objective.Interval, at instant: Timestamp) -> Span {
        let waits = interval == .close ? instant : min(dispatched ?? instant, instant)
        let (whole, left) = ((instant - received).milliseconds, unattended.within(received, waits).milliseconds)
        return Span(milliseconds: whole - left)
    }

    /// When a point was reached.
    package func time(_ interval: Objective.Interval) -> Timestamp? {
        switch interval {
        case .dispatch: dispatched
        case .acknowledge: acknowledged
        case .response: arrived
        case .close: settled
        }
    }

    /// Where in the journal a point stands.
    package func position(_ interval: Objective.Interval) -> JournalPosition? {
        switch interval {
        case .dispatch: positions.dispatched
        case .acknowledge: positions.acknowledged
        case .response: positions.arrived
        case .close: positions.closed
        }
    }
}

/// One occurrence of an alert.
package struct AlertTimes: Hashable, Sendable {
    /// Which.
    package var alert: AlertID
    /// What it was about; a waiting or status deadline was missed when it was raised.
    package var kind: AlertKind
    /// How much it mattered.
    package var severity: AlertSeverity
    /// The incident concerned.
    package var incident: IncidentID?
    /// The unit concerned.
    package var unit: UnitID?
    /// The limit that was passed in seconds, 0 for none.
    package var limit: Int64
    /// When it was raised.
    package var raised: Timestamp
    /// Where in the journal.
    package var position: JournalPosition
    /// When it was answered.
    package var acknowledged: Timestamp?
    /// Where in the journal.
    var acknowledgedPosition: JournalPosition?
    /// When its reason went away.
    package var cleared: Timestamp?
}

/// How the board stood from an instant on.
package struct CoveragePoint: Hashable, Sendable {
    /// From when.
    package var at: Timestamp
    /// Units that could be sent.
    package var free: Int
    /// Units on duty: all but those out of service.
    package var onDuty: Int
    /// Open incidents that no unit is assigned to and nobody put aside.
    package var waiting: Int
    /// Those among them that are P1.
    package var waitingP1: Int
    /// The unit kinds that could be sent, with how many of each, in the order of the vocabulary.
    var freeByKind: [UnitKind: Int]
    /// The beats that have a unit of their own that could be sent, with how many.
    package var freeByBeat: [String: Int]
}

/// The times of the incidents of one priority. Quantiles are the smallest time that so many in a hundred do not exceed; an
/// incident that never came to a point counts as slower than every time that it had lasted longer than at the end.
package struct PriorityFigures: Hashable, Sendable {
    /// Which.
    package var priority: Priority
    /// How many incidents, without those merged into others.
    package var count: Int
    /// From report to sending.
    package var dispatch: Quantiles
    /// From report to arrival.
    package var response: Quantiles

    /// Quantiles of a time; nil where so many never came to it.
    package struct Quantiles: Hashable, Sendable {
        /// How many came to it.
        package var reached: Int
        /// Half of them took at most this.
        package var p50: Span?
        /// Nine in ten.
        package var p90: Span?
        /// All.
        package var longest: Span?
    }
}
