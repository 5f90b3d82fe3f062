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

// The queue: by priority, then by age.
extension StaffingRun {
    /// Puts an incident where its age belongs.
    mutating func enqueue(_ number: Int) {
        guard !incidents[number].isWaiting else { return }
        incidents[number].isWaiting = true
        waitingCount += 1
        let priority = incidents[number].priority
        var place = waiting[priority].count
        while place > 0,
            incidents[Int(waiting[priority][place - 1])].call.number > incidents[number].call.number
        {
            place -= 1
        }
        waiting[priority].insert(Int32(number), at: place)
    }

    /// Takes an incident out.
    mutating func dequeue(_ number: Int) {
        let priority = incidents[number].priority
        guard incidents[number].isWaiting, let place = waiting[priority].firstIndex(of: Int32(number)) else { return }
        waiting[priority].remove(at: place)
        incidents[number].isWaiting = false
        waitingCount -= 1
    }

    /// Gives a unit that has come free to the first incident that asks for its kind.
    mutating func offer(_ unit: Int) {
        guard waitingCount > 0 else { return }
        guard isHeard(unit) else { return listenSoon() }
        let bit = layout.posts[unit].kindBit
        for priority in 0..<5 {
            for place in waiting[priority].indices {
                let number = Int(waiting[priority][place])
                guard let requirement = requirement(of: number, bit) else { continue }
                send(unit, to: number, requirement)
                if incidents[number].isComplete { dequeue(number) }
                return
            }
        }
    }

    /// The first requirement of an incident that still misses a unit of one of these kinds.
    @inline(__always)
    func requirement(of number: Int, _ bits: UInt32) -> Int? {
        let plan = incidents[number].plan
        for index in 0..<layout.plans[plan].width
        where incidents[number].missing[index] > 0 && layout.plans[plan].masks[index] & bits != 0 {
            return index
        }
        return nil
    }

    /// Goes through the whole queue, as when radio works again.
    mutating func serveAll() {
        for priority in 0..<5 {
            var place = 0
            while place < waiting[priority].count {
                let number = Int(waiting[priority][place])
                serve(number)
                if incidents[number].isComplete { dequeue(number) } else { place += 1 }
            }
        }
    }

    /// Calls again soon those whom radio does not reach.
    mutating func listenSoon() {
        guard !listens else { return }
        listens = true
        schedule(.listen, after: Self.listenEvery)
    }
}
