import DispatchModel
import SimulationKit

// The course of a unit's duty.
extension StaffingRun {
    /// Brings a patrol's round up to now: from point to point of its beat without a pause.
    mutating func move(_ unit: Int) {
        let post = layout.posts[unit]
        guard post.patrols, units[unit].state == .free else { return }
        let pace = post.ordinaryPace * StaffingLayout.patrolPace
        while units[unit].reaches <= now {
            let next = layout.rounds[post.beat][units[unit].patrol.index(below: layout.rounds[post.beat].count)]
            let seconds = units[unit].to.metres(to: next) * pace
            units[unit].from = units[unit].to
            units[unit].to = next
            units[unit].leaves = units[unit].reaches
            units[unit].reaches += max(60_000, DurationLaw.milliseconds(seconds))
        }
    }

    /// Whether radio reaches a unit. One that stands at its duty point has a telephone.
    func isHeard(_ unit: Int) -> Bool {
        if layout.blindSpots.isEmpty, !radioIsOut { return true }
        let post = layout.posts[unit]
        if !post.patrols, units[unit].reaches <= now, units[unit].to.metres(to: post.duty) < 1 { return true }
        if radioIsOut { return false }
        let spot = units[unit].spot(at: now)
        return layout.blindSpots.allSatisfy { $0.spot.metres(to: spot) > $0.metres }
    }

    /// Counts a unit among the free ones, or no more.
    mutating func setFree(_ unit: Int, _ isFree: Bool) {
        let post = layout.posts[unit]
        if post.beat >= 0 { beats[post.beat].change(by: isFree ? 1 : -1, at: now) }
        if post.circle >= 0 { circles[post.circle].change(by: isFree ? 1 : -1, at: now) }
    }

    mutating func arrive(_ unit: Int) {
        let number = Int(units[unit].incident)
        units[unit].state = .onScene
        let isFirst = incidents[number].firstArrived < 0
        units[unit].isFirst = isFirst
        let plain = isFirst ? incidents[number].call.onScene : incidents[number].call.onSceneOfOthers
        let stay = Int64(Double(plain) * layout.stayFactors[layout.posts[unit].kind])
        schedule(.sceneDone, unit, turn: units[unit].errand, after: stay)
        guard isFirst else { return }
        incidents[number].firstArrived = now
        let beat = layout.posts[unit].beat
        tally.arrived(incidents[number], isFromOtherBeat: beat >= 0 && beat != incidents[number].call.beat)
        let call = incidents[number].call
        if call.escalates { escalate(number) }
        if call.asksForBackUp { askForBackUp(number) }
    }

    /// One unit more of those that the plan asks for first.
    private mutating func askForBackUp(_ number: Int) {
        tally.backUps += 1
        incidents[number].missing[0] += 1
        serve(number)
        if !incidents[number].isComplete { enqueue(number) }
    }

    /// One priority up; what the plan of the new priority asks for beyond those already sent is sent too.
    private mutating func escalate(_ number: Int) {
        guard incidents[number].priority > 0 else { return }
        tally.escalated += 1
        dequeue(number)
        incidents[number].priority -= 1
        let plan = layout.planOf[incidents[number].call.type * 5 + incidents[number].priority]
        incidents[number].plan = plan
        incidents[number].missing = layout.plans[plan].counts
        for unit in units.indices where units[unit].isBusy && Int(units[unit].incident) == number {
            if let index = requirement(of: number, layout.posts[unit].kindBit) {
                incidents[number].missing[index] -= 1
            }
        }
        serve(number)
        if !incidents[number].isComplete { enqueue(number) }
    }

    mutating func finishScene(_ unit: Int) {
        let number = Int(units[unit].incident)
        let paperwork = units[unit].isFirst ? incidents[number].call.paperwork : 0
        units[unit].incident = -1
        units[unit].state = .report
        incidents[number].active -= 1
        closeIfDone(number)
        if paperwork > 0 {
            schedule(.reportDone, unit, turn: units[unit].errand, after: paperwork)
        } else {
            release(unit)
        }
    }

    /// Ends an errand's events and its busy time.
    mutating func endErrand(_ unit: Int) {
        units[unit].errand &+= 1
        units[unit].busy += now - units[unit].busySince
        units[unit].busySince = now
        units[unit].incident = -1
    }

    /// A unit has done its errand.
    mutating func release(_ unit: Int) {
        endErrand(unit)
        if units[unit].hasFailed {
            repair(unit)
        } else if units[unit].endsDuty {
            goOff(unit)
        } else if units[unit].needsBreak {
            pause(unit)
        } else {
            becomeFree(unit)
        }
    }

    /// A unit can be sent from now on: a patrol goes on with its round, others drive to their duty point.
    mutating func becomeFree(_ unit: Int) {
        let spot = units[unit].spot(at: now)
        units[unit].state = .free
        units[unit].from = spot
        units[unit].leaves = now
        units[unit].reaches = now
        units[unit].to = spot
        let post = layout.posts[unit]
        if !post.patrols {
            let traffic = layout.model.trafficByHour[StaffingLayout.hour(now)]
            units[unit].to = post.duty
            units[unit].reaches =
                now + DurationLaw.milliseconds(spot.metres(to: post.duty) * post.ordinaryPace / traffic, .towardZero)
        }
        setFree(unit, true)
        offer(unit)
    }

    /// Takes a free unit from the free ones.
    private mutating func withdraw(_ unit: Int) {
        move(unit)
        let spot = units[unit].spot(at: now)
        units[unit].from = spot
        units[unit].to = spot
        units[unit].reaches = now
        setFree(unit, false)
    }
}

// MARK: - Shifts, breaks, failures

extension StaffingRun {
    mutating func scheduleShift(_ unit: Int) {
        let changes = layout.shiftChanges[unit]
        guard let first = changes.first else { return }
        let minute = Int(now / 60_000 % 1440)
        let next = changes.first { $0 > minute } ?? (first + 1440)
        schedule(.shift, unit, after: Int64(next - minute) * 60_000 - now % 60_000)
    }

    mutating func changeShift(_ unit: Int) {
        let minute = Int(now / 60_000 % 1440)
        let isEven = (layout.shiftChanges[unit].firstIndex(of: minute) ?? 0) % 2 == 0
        scheduleShift(unit)
        if isEven != layout.posts[unit].startsOn {
            if units[unit].state == .off { goOn(unit) } else { units[unit].endsDuty = false }
            return
        }
        units[unit].endsDuty = true
        if units[unit].state == .free {
            withdraw(unit)
            goOff(unit)
        }
    }

    mutating func goOn(_ unit: Int) {
        units[unit].turn &+= 1
        units[unit].endsDuty = false
        units[unit].needsBreak = false
        units[unit].hasFailed = false
        units[unit].dutySince = now
        units[unit].to = layout.posts[unit].duty
        units[unit].reaches = now
        if let hours = layout.model.wear.breakAfterHours {
            schedule(.breakDue, unit, turn: units[unit].turn, after: Int64(hours * 3.6e6))
        }
        scheduleFailure(unit)
        becomeFree(unit)
    }

    private mutating func scheduleFailure(_ unit: Int) {
        guard let hours = layout.model.wear.failureHours else { return }
        let after = span(hours, &units[unit].wear)
        schedule(.failure, unit, turn: units[unit].turn, after: after)
    }

    private mutating func goOff(_ unit: Int) {
        units[unit].state = .off
        units[unit].turn &+= 1
        units[unit].duty += now - units[unit].dutySince
        units[unit].dutySince = now
    }

    mutating func takeBreak(_ unit: Int) {
        if units[unit].state == .free {
            withdraw(unit)
            pause(unit)
        } else {
            units[unit].needsBreak = true
        }
    }

    private mutating func pause(_ unit: Int) {
        units[unit].needsBreak = false
        units[unit].state = .pause
        let length = layout.model.wear.pause.draw(&units[unit].wear)
        schedule(.breakOver, unit, after: length)
        if let hours = layout.model.wear.breakAfterHours {
            schedule(.breakDue, unit, turn: units[unit].turn, after: length + Int64(hours * 3.6e6))
        }
    }

    mutating func fail(_ unit: Int) {
        tally.failures += 1
        switch units[unit].state {
        case .free:
            withdraw(unit)
            repair(unit)
        case .underWay:
            let number = Int(units[unit].incident)
            abandon(unit)
            repair(unit)
            if incidents[number].isWaiting { serveAgain(number) }
        default: units[unit].hasFailed = true
        }
    }

    private mutating func repair(_ unit: Int) {
        units[unit].hasFailed = false
        units[unit].state = .repair
        schedule(.repaired, unit, after: layout.model.wear.repair.draw(&units[unit].wear))
        scheduleFailure(unit)
    }

    private mutating func serveAgain(_ number: Int) {
        serve(number)
        if incidents[number].isComplete { dequeue(number) }
    }

    /// Back from a break or a repair.
    mutating func comeBack(_ unit: Int) {
        guard units[unit].state == .pause || units[unit].state == .repair else { return }
        if units[unit].hasFailed {
            repair(unit)
        } else if units[unit].endsDuty {
            goOff(unit)
        } else {
            becomeFree(unit)
        }
    }

    /// Which beats' middles a free unit reaches in time, now.
    mutating func sampleReach() {
        let traffic = layout.model.trafficByHour[StaffingLayout.hour(now)]
        for index in units.indices { move(index) }
        for (beat, centre) in layout.centres.enumerated() {
            var least = Double.infinity
            for index in units.indices where units[index].state == .free {
                let metres = units[index].spot(at: now).metres(to: centre)
                least = min(least, metres * layout.posts[index].urgentPace / traffic)
            }
            tally.reach(beat, seconds: least)
        }
    }
}
