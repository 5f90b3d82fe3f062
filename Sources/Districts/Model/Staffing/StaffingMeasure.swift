import DispatchModel

/// Something that a staffing simulation measures.
package struct StaffingMeasure: Hashable, Sendable {
    /// What is measured.
    package enum Subject: String, CaseIterable, Hashable, Sendable {
        /// Calls a day.
        case calls
        /// From the call to the first unit's arrival.
        case response
        /// From the end of call handling to the sending of the first unit.
        case wait
        /// Incidents for which no unit could be sent at once.
        case queued
        /// Incidents whose first unit arrived within so many minutes of being sent.
        case tier
        /// Incidents whose first unit belongs to another beat.
        case crossBeat
        /// The part of their time on duty in which units are busy.
        case utilisation
        /// Time in which a beat or response circle has a free unit of its own.
        case covered
        /// Beats whose middle a free unit reaches within so many minutes.
        case reached
        /// Incidents that waited longer for their first unit than the room's deadline.
        case missedWait
        /// Sendings after which a crew was not under way within the deadline.
        case missedTurnout
        /// Sendings with more time on the road than the deadline.
        case missedTravel
        /// Sendings a day.
        case sendings
        /// How long one sending binds a unit.
        case busyTime
        /// Second callers a day.
        case duplicates
        /// False alarms a day.
        case falseAlarms
        /// Units taken from something less urgent, a day.
        case preempted
        /// Calls for one unit more, a day.
        case backUps
        /// Incidents raised by a priority, a day.
        case escalated
        /// Failures of units, a day.
        case failures
        /// Units asked for that were never sent, a day.
        case unsent
        /// Incidents that nobody had reached at the end, a day.
        case unanswered
    }

    /// Which figure of it.
    package enum Statistic: String, Hashable, Sendable {
        /// The mean, in seconds.
        case mean
        /// The median, in seconds.
        case p50
        /// What nine in ten do not exceed, in seconds.
        case p90
        /// A share between 0 and 1.
        case share
        /// A number a day.
        case perDay
    }

    /// Which part of the district it is about.
    package enum Part: Hashable, Sendable {
        /// All of it.
        case all
        /// Incidents of one priority.
        case priority(Priority)
        /// Incidents of one beat, or its units.
        case beat(String)
        /// One unit.
        case unit(String)
        /// Units of one kind.
        case kind(UnitKind)
        /// One response circle.
        case circle(String)
        /// A tier of quick response in minutes.
        case tier(Int)
    }

    /// What is measured.
    package var subject: Subject
    /// Which figure of it.
    package var statistic: Statistic
    /// About which part.
    package var part: Part

    /// Creates a measure.
    package init(_ subject: Subject, _ statistic: Statistic, _ part: Part = .all) {
        self.subject = subject
        self.statistic = statistic
        self.part = part
    }

    /// Its name in files: `response.p90.P1`, `utilisation.share.unit:A11`.
    package var id: String {
        let base = "\(subject.rawValue).\(statistic.rawValue)"
        switch part {
        case .all: return base
        case .priority(let priority): return "\(base).P\(priority.rawValue)"
        case .beat(let code): return "\(base).beat:\(code)"
        case .unit(let callsign): return "\(base).unit:\(callsign)"
        case .kind(let kind): return "\(base).kind:\(kind)"
        case .circle(let name): return "\(base).circle:\(name)"
        case .tier(let minutes): return "\(base).\(minutes)min"
        }
    }

    /// True when less is better, false when more is; nil where neither is.
    package var lessIsBetter: Bool? {
        switch subject {
        case .response, .wait, .queued, .missedWait, .missedTurnout, .missedTravel, .unsent, .unanswered: true
        case .tier, .covered, .reached: false
        default: nil
        }
    }
}
