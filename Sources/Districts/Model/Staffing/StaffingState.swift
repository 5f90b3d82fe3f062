import DispatchModel
import SimulationKit

/// What happens next, and to whom.
struct StaffingEvent: Sendable {
    enum Kind: UInt8, Sendable {
        case call
        case handled
        case arrival
        case sceneDone
        case reportDone
        case shift
        case breakDue
        case breakOver
        case failure
        case repaired
        case outage
        case outageOver
        case listen
        case sample
        case warm
    }

    var kind: Kind
    /// The unit or incident it is about.
    var subject: Int32 = 0
    /// The errand or turn of duty that it belongs to; one that has ended since makes it void.
    var turn: UInt32 = 0
}

/// A unit in the course of a run.
struct StaffingUnit: Sendable {
    enum State: UInt8, Sendable {
        case off
        case free
        case underWay
        case onScene
        case report
        case pause
        case repair
    }

    var state = State.off
    /// Counts errands; an event of an earlier one is void.
    var errand: UInt32 = 0
    /// Counts turns of duty.
    var turn: UInt32 = 0
    var incident: Int32 = -1
    /// True when it was the first at the scene and writes the report.
    var isFirst = false
    var endsDuty = false
    var needsBreak = false
    var hasFailed = false

    /// It goes from one spot to another, or stands at the second one when the time is over.
    var from: StaffingLayout.Spot
    var to: StaffingLayout.Spot
    var leaves: Int64 = 0
    var reaches: Int64 = 0

    var patrol: RandomStream
    var wear: RandomStream

    /// Since when it is busy or on duty, for the sums within the time that is measured.
    var busySince: Int64 = 0
    var dutySince: Int64 = 0
    var busy: Int64 = 0
    var duty: Int64 = 0
    var errands = 0

    var isBusy: Bool { state == .underWay || state == .onScene || state == .report }

    /// Where it is on its way, without looking for a further leg.
    @inline(__always)
    func spot(at now: Int64) -> StaffingLayout.Spot {
        if now >= reaches { return to }
        if now <= leaves { return from }
        let part = Double(now - leaves) / Double(reaches - leaves)
        return StaffingLayout.Spot(x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y))
    }
}

/// An incident from its call to its end.
struct StaffingIncident: Sendable {
    var call: DemandCall
    var spot: StaffingLayout.Spot
    /// 0 for P1.
    var priority: Int
    var plan: Int
    /// What is still to be sent, requirement by requirement of the plan.
    var missing: SIMD8<UInt8>
    /// Draws what belongs to the units that are sent to it, in their order.
    var crew: RandomStream
    /// When a unit could be sent first.
    var ready: Int64 = 0
    var firstSent: Int64 = -1
    var firstArrived: Int64 = -1
    var active = 0
    var isWaiting = false
    var isMeasured: Bool

    var isComplete: Bool { missing == SIMD8<UInt8>() }
}

/// How long somebody is at a place: the share of time in which a count is above 0.
struct Presence: Sendable {
    private(set) var count = 0
    private var since: Int64 = 0
    private var covered: Int64 = 0

    /// Notes one more or one less from now on.
    @inline(__always)
    mutating func change(by step: Int, at now: Int64) {
        if count > 0 { covered += now - since }
        since = now
        count += step
    }

    /// Begins measuring anew.
    mutating func restart(at now: Int64) {
        since = now
        covered = 0
    }

    /// The milliseconds in which somebody was there, up to now.
    func total(at now: Int64) -> Int64 { covered + (count > 0 ? now - since : 0) }
}
