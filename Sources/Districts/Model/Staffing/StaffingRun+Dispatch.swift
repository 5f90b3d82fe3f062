import DispatchModel
import SimulationKit

// Who goes.
extension StaffingRun {
    /// Sends to an incident what it misses, as far as there are units.
    mutating func serve(_ number: Int) {
        passedOver = false
        let plan = incidents[number].plan
        for index in 0..<layout.plans[plan].width {
            let mask = layout.plans[plan].masks[index]
            while incidents[number].missing[index] > 0 {
                guard let unit = best(for: number, mask) ?? preempted(for: number, mask) else { break }
                send(unit, to: number, index)
            }
        }
        if passedOver, !incidents[number].isComplete { listenSoon() }
    }

    /// The free unit of these kinds that the rule picks; of equals the first of the roster.
    private mutating func best(for number: Int, _ mask: UInt32) -> Int? {
        let spot = incidents[number].spot
        let beat = incidents[number].call.beat
        let isUrgent = Self.isUrgent(incidents[number].priority)
        let traffic = layout.model.trafficByHour[StaffingLayout.hour(now)]
        var found = -1
        var least = Double.infinity
        for index in units.indices where units[index].state == .free && layout.posts[index].kindBit & mask != 0 {
            move(index)
            guard isHeard(index) else {
                passedOver = true
                continue
            }
            let pace = layout.posts[index].pace(isUrgent: isUrgent)
            let seconds = units[index].spot(at: now).metres(to: spot) * pace / traffic
            let cost = layout.posts[index].expectedTurnout + seconds + malus(index, beat: beat)
            if cost < least { (found, least) = (index, cost) }
        }
        return found < 0 ? nil : found
    }

    /// What the rule adds to a unit's time, in seconds.
    @inline(__always)
    private func malus(_ unit: Int, beat: Int) -> Double {
        let post = layout.posts[unit]
        switch rule.choice {
        case .nearest: return 0
        case .beatFirst: return post.beat == beat ? 0 : 1e7
        case .coverage:
            let opensBeat = post.beat >= 0 && beats[post.beat].count == 1
            let opensCircle = post.circle >= 0 && circles[post.circle].count == 1
            return rule.coverageSeconds * Double((opensBeat ? 1 : 0) + (opensCircle ? 1 : 0))
        }
    }

    /// Takes the soonest unit that is under way to something less urgent, where the rule lets a P1 do so.
    private mutating func preempted(for number: Int, _ mask: UInt32) -> Int? {
        guard rule.preempts, incidents[number].priority == 0 else { return nil }
        var found: Int?
        var least = Double.infinity
        for index in units.indices
        where units[index].state == .underWay && layout.posts[index].kindBit & mask != 0
            && incidents[Int(units[index].incident)].priority > 0 && isHeard(index)
        {
            let seconds =
                units[index].spot(at: now).metres(to: incidents[number].spot) * layout.posts[index].urgentPace
            if seconds < least { (found, least) = (index, seconds) }
        }
        guard let found else { return nil }
        tally.preempted += 1
        abandon(found)
        return found
    }

    /// Takes a unit that is under way from its incident, which misses one again.
    mutating func abandon(_ unit: Int) {
        let number = Int(units[unit].incident)
        let spot = units[unit].spot(at: now)
        endErrand(unit)
        units[unit].from = spot
        units[unit].to = spot
        units[unit].reaches = max(now, units[unit].leaves)
        incidents[number].active -= 1
        let plan = layout.plans[incidents[number].plan]
        let bit = layout.posts[unit].kindBit
        let index: Int = (0..<plan.width).first(where: { plan.masks[$0] & bit != 0 }) ?? 0
        incidents[number].missing[index] += 1
        if incidents[number].active == 0, incidents[number].firstArrived < 0 { incidents[number].firstSent = -1 }
        if incidents[number].active == 0, incidents[number].firstArrived >= 0 {
            closeIfDone(number)
        } else {
            enqueue(number)
        }
    }

    /// Sends a unit that is free, or was just taken from something else.
    mutating func send(_ unit: Int, to number: Int, _ requirement: Int) {
        move(unit)
        if units[unit].state == .free { setFree(unit, false) }
        let spot = units[unit].spot(at: now)
        let target = incidents[number].spot
        let pace = layout.posts[unit].pace(isUrgent: Self.isUrgent(incidents[number].priority))
        let turnout = layout.turnout(of: unit, &incidents[number].crew)
        let factor = layout.travelFactor(&incidents[number].crew)
        let traffic = layout.model.trafficByHour[StaffingLayout.hour(now)]
        // One that is diverted on the road drives already.
        let leaves = units[unit].state == .underWay ? max(now, units[unit].leaves) : now + turnout
        let way = layout.model.travelStart + spot.metres(to: target) * pace / traffic
        let travel = DurationLaw.milliseconds(way * factor)
        units[unit].state = .underWay
        units[unit].incident = Int32(number)
        units[unit].isFirst = false
        units[unit].from = spot
        units[unit].to = target
        units[unit].leaves = leaves
        units[unit].reaches = leaves + travel
        units[unit].busySince = now
        units[unit].errands += 1
        incidents[number].missing[requirement] -= 1
        incidents[number].active += 1
        if incidents[number].firstSent < 0 { incidents[number].firstSent = now }
        tally.sent(turnout: leaves - now, travel: travel)
        schedule(.arrival, unit, turn: units[unit].errand, after: units[unit].reaches - now)
    }
}

extension StaffingLayout {
    /// Draws a unit's turn-out in milliseconds.
    @inline(__always)
    func turnout(of unit: Int, _ stream: inout RandomStream) -> Int64 {
        turnouts[posts[unit].kind].draw(&stream)
    }

    /// Draws by how much a way takes longer or shorter than reckoned.
    @inline(__always)
    func travelFactor(_ stream: inout RandomStream) -> Double {
        PlainMath.exp(travelSpread.location + travelSpread.deviation * stream.normal())
    }
}
