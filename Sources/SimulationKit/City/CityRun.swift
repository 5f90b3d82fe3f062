/// One replication of the city.
package struct CityRun: Sendable {
    private enum Kind {
        static let arrival: UInt32 = 0
        static let onScene: UInt32 = 1
        static let clear: UInt32 = 2
    }

    /// A call on its way through the city, and its number.
    private struct Standing: Sendable {
        var call: CityCall
        var sector: Int
        var number: Int
    }

    /// What a busy unit does; the call's time is minus one where nothing is measured.
    private struct Errand: Sendable {
        var called: Int64 = -1
        var priority = 0
        var clear: Int64 = 0
    }

    private let city: City
    private let end: Double
    private let warmUp = 1440.0
    private var calls: CityCalls
    private var fleet: CityFleet
    private var errands: [Errand]
    private var queues = (0..<5).map { _ in RingQueue<Standing>() }
    private var queued = 0
    private var calendar = EventCalendar<UInt32>(reserving: 256)
    private var tally = CityTally()
    /// What was decided, by number of call, where that is wanted.
    package private(set) var decisions: [CityDecision] = []
    private let isTracing: Bool

    /// Prepares a replication with calls of its own.
    package init(_ city: City, replication: Replication) {
        self.init(city, calls: CityCalls(days: city.days, replication: replication), isTracing: false)
    }

    /// Prepares a replication with calls that are given, in order of time; ``decisions`` then keeps what was decided.
    package init(_ variant: City.Variant, calls: [CityCall]) {
        let days = Int((calls.last?.time ?? 0) / 1440) + 1
        let source = CityCalls(days: days, replication: Replication(index: 0, seed: 0), given: calls)
        self.init(City(variant: variant, days: days), calls: source, isTracing: true)
        decisions = [CityDecision](repeating: CityDecision(), count: calls.count)
    }

    private init(_ city: City, calls: CityCalls, isTracing: Bool) {
        self.city = city
        self.calls = calls
        self.isTracing = isTracing
        end = Double(city.days) * 1440
        fleet = CityFleet(city)
        errands = [Errand](repeating: Errand(), count: fleet.units.count)
    }

    /// Simulates from the first call to the last unit's clearing.
    package mutating func run() -> CityResult {
        scheduleCall()
        while let (time, event) = calendar.next() {
            tally.events &+= 1
            let unit = Int(event >> 2)
            switch event & 3 {
            case Kind.arrival: takeCall(at: time)
            case Kind.onScene:
                let errand = errands[unit]
                if errand.called >= 0 { tally.arrived(priority: errand.priority, after: time &- errand.called) }
                calendar.schedule(event & ~3 | Kind.clear, at: errand.clear)
            default: clear(unit, at: time)
            }
        }
        return tally.result(
            patrols: fleet.patrols, quick: fleet.units.count - fleet.patrols, minutes: end - warmUp)
    }

    private mutating func scheduleCall() {
        guard let time = calls.nextTime() else { return }
        calendar.schedule(Kind.arrival, at: Int64((time * City.ticksPerMinute).rounded()))
    }

    private mutating func takeCall(at time: Int64) {
        let (call, sector) = calls.call()
        let standing = Standing(call: call, sector: sector, number: tally.calls)
        tally.calls += 1
        scheduleCall()
        let now = Double(time) * City.minutesPerTick
        let isUrgent = call.priority <= 2
        let isHeld = call.priority >= 4 && fleet.freePatrols <= city.reserve
        guard !isHeld, let first = fleet.nearest(x: call.x, y: call.y, urgent: isUrgent, at: now) else {
            queued += 1
            queues[call.priority - 1].append(standing)
            return
        }
        send(first.unit, to: standing, at: time, travel: first.travel)
        guard call.priority == 1, let second = fleet.nearest(x: call.x, y: call.y, urgent: true, at: now) else {
            return
        }
        sendBackup(second.unit, to: standing, at: time, travel: second.travel)
    }

    private mutating func clear(_ unit: Int, at time: Int64) {
        fleet.clear(unit)
        guard queued > 0 else { return }
        for index in 0..<(fleet.isQuick(unit) ? 2 : 5) {
            if index >= 3, fleet.freePatrols <= city.reserve { return }
            guard let standing = queues[index].popFirst() else { continue }
            queued -= 1
            let travel = fleet.travel(
                of: unit, x: standing.call.x, y: standing.call.y, urgent: index < 2,
                at: Double(time) * City.minutesPerTick)
            return send(unit, to: standing, at: time, travel: travel)
        }
    }

    private mutating func send(_ unit: Int, to standing: Standing, at time: Int64, travel: Double) {
        let call = standing.call
        let onScene = depart(unit, to: call, at: time, travel: travel, service: call.service)
        let called = Int64((call.time * City.ticksPerMinute).rounded())
        let isMeasured = call.time >= warmUp
        errands[unit].called = isMeasured ? called : -1
        errands[unit].priority = call.priority
        if isTracing {
            decisions[standing.number].unit = unit
            decisions[standing.number].dispatched = Double(time) * City.minutesPerTick
            decisions[standing.number].onScene = Double(onScene) * City.minutesPerTick
        }
        guard isMeasured else { return }
        tally.dispatched(priority: call.priority, wait: time &- called, travel: travel)
        guard !fleet.isQuick(unit) else { return }
        tally.patrolFirsts += 1
        if fleet.units[unit].sector != standing.sector { tally.crossings += 1 }
    }

    private mutating func sendBackup(_ unit: Int, to standing: Standing, at time: Int64, travel: Double) {
        _ = depart(unit, to: standing.call, at: time, travel: travel, service: standing.call.backupService)
        errands[unit].called = -1
        if isTracing { decisions[standing.number].backup = unit }
        if standing.call.time >= warmUp { tally.backups += 1 }
    }

    /// Sends a unit off; the time of its arrival.
    private mutating func depart(
        _ unit: Int, to call: CityCall, at time: Int64, travel: Double, service: Double
    ) -> Int64 {
        let onScene = time &+ Int64(travel * City.ticksPerMinute + 0.5)
        let clear = time &+ Int64((travel + service) * City.ticksPerMinute + 0.5)
        errands[unit].clear = clear
        let cleared = Double(clear) * City.minutesPerTick
        fleet.send(unit, x: call.x, y: call.y, clearing: cleared)
        let busy = max(0, min(cleared, end) - max(Double(time) * City.minutesPerTick, warmUp))
        if fleet.isQuick(unit) { tally.quickBusy += busy } else { tally.patrolBusy += busy }
        calendar.schedule(UInt32(truncatingIfNeeded: unit) << 2 | Kind.onScene, at: onScene)
        return onScene
    }
}

/// The counts behind a ``CityResult``: of a size that does not depend on how long is simulated.
struct CityTally: Sendable {
    /// Counts of one priority.
    private struct Line: Sendable {
        var dispatched = 0
        var queued = 0
        var wait = 0.0
        var travel = 0.0
        var response = RunningSum()
        var responses = QuantileHistogram()
    }

    /// A count and a sum.
    private struct RunningSum: Sendable {
        var count = 0
        var sum = 0.0
        var mean: Double { count == 0 ? 0 : sum / Double(count) }
    }

    var events = 0
    var calls = 0
    var backups = 0
    var patrolFirsts = 0
    var crossings = 0
    var patrolBusy = 0.0
    var quickBusy = 0.0
    private var lines = [Line](repeating: Line(), count: 5)

    /// Ticks that one bin of the histogram stands for at the fine end: about a millisecond.
    private static let shift: Int64 = 16

    mutating func dispatched(priority: Int, wait: Int64, travel: Double) {
        lines[priority - 1].dispatched &+= 1
        lines[priority - 1].travel += travel
        guard wait > 0 else { return }
        lines[priority - 1].queued &+= 1
        lines[priority - 1].wait += Double(wait)
    }

    mutating func arrived(priority: Int, after time: Int64) {
        lines[priority - 1].response.count &+= 1
        lines[priority - 1].response.sum += Double(time)
        lines[priority - 1].responses.add(time >> Self.shift)
    }

    func result(patrols: Int, quick: Int, minutes: Double) -> CityResult {
        var result = CityResult()
        for (index, line) in lines.enumerated() {
            let count = Double(max(1, line.dispatched))
            result.meanResponse[index] = line.response.mean * City.minutesPerTick
            let p90 = line.responses.quantile(0.9) ?? 0
            result.p90Response[index] = p90 * Double(1 << Self.shift) * City.minutesPerTick
            result.meanWait[index] = line.wait * City.minutesPerTick / count
            result.fractionQueued[index] = Double(line.queued) / count
            result.meanTravel[index] = line.travel / count
        }
        if minutes > 0 {
            result.patrolUtilisation = patrolBusy / minutes / Double(patrols)
            result.quickUtilisation = quickBusy / minutes / Double(quick)
        }
        result.crossSector = Double(crossings) / Double(max(1, patrolFirsts))
        result.withBackup = Double(backups) / Double(max(1, lines[0].dispatched))
        result.calls = calls
        result.events = events
        return result
    }
}
