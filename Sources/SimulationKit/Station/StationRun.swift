/// One replication of a station.
package struct StationRun: Sendable {
    /// What a calendar entry is, in its two lowest bits; the rest is a number.
    enum Kind {
        static let arrival: UInt64 = 0
        static let end: UInt64 = 1
        static let hour: UInt64 = 2
        static let patience: UInt64 = 3
    }

    /// A call in the line.
    struct Waiting: Sendable {
        var callClass: Int32
        var isMeasured: Bool
        /// When its time in the queue began.
        var since: Int64
        /// Time in the queue before that.
        var waited: Int64
        /// What is left of its service; -1 when it has not begun.
        var remaining: Int64
    }

    /// A call being served; kept only where it can be interrupted.
    struct Serving: Sendable {
        var callClass: Int32
        var isMeasured: Bool
        var isBusy: Bool
        var generation: UInt32
        var end: Int64
        var waited: Int64
    }

    let station: Station
    let span: StationSpan
    let meanGap: [Double]
    let hourTicks: Int64
    let services: [Distribution]
    let patiences: [Distribution?]
    let reserves: [Int]
    let cumulative: [Double]
    let thresholds: [Int64]
    let isPreemptive: Bool
    let isSimple: Bool
    /// The class that never runs out; -1 when all do.
    let supply: Int

    var calendar = EventCalendar<UInt64>()
    var queues: [RingQueue<Waiting>]
    var serving: [Serving] = []
    var freeSlots: [Int] = []
    var busyByClass: [Int]
    var arrivals: RandomStream
    var kinds: RandomStream
    var serviceTimes: RandomStream
    var patienceTimes: RandomStream

    var now: Int64 = 0
    var busy = 0
    var waiting = 0
    var arrived = 0
    var hour = 0
    var isMeasuring = false
    var isOver = false
    /// Areas of the current hour in ticks.
    var tally = StationResult.TimeCount()
    var result: StationResult

    /// Prepares a replication.
    package init(_ station: Station, span: StationSpan, replication: Replication) {
        let ticks = station.ticksPerUnit
        self.station = station
        self.span = span
        meanGap = station.rates.map { ticks / $0 }
        hourTicks = station.rates.count > 1 ? Int64(station.hour * ticks) : .max
        services = station.classes.map { $0.service.scaled(by: ticks) }
        patiences = station.classes.map { $0.patience?.scaled(by: ticks) }
        reserves = station.classes.map(\.reserve)
        var total = 0.0
        cumulative = station.classes.map {
            total += $0.share
            return total
        }
        thresholds = span.thresholds.map { Int64($0 * ticks) }
        isPreemptive = station.discipline == .preemptiveResume
        supply = isPreemptive ? -1 : station.supply ?? -1
        isSimple = station.waitingRoom == nil && supply < 0 && reserves.allSatisfy { $0 == 0 }
        queues = (0..<(station.discipline == .firstCome ? 1 : services.count)).map { _ in RingQueue() }
        busyByClass = [Int](repeating: 0, count: services.count)
        arrivals = replication.stream(1)
        kinds = replication.stream(2)
        serviceTimes = replication.stream(3)
        patienceTimes = replication.stream(4)
        let counts = StationResult.ClassCount(exceeded: [Int](repeating: 0, count: thresholds.count))
        result = StationResult(
            classes: [StationResult.ClassCount](repeating: counts, count: services.count),
            hours: [StationResult.TimeCount](repeating: StationResult.TimeCount(), count: meanGap.count))
        if isPreemptive {
            let idle = Serving(callClass: 0, isMeasured: false, isBusy: false, generation: 0, end: 0, waited: 0)
            serving = [Serving](repeating: idle, count: station.servers)
            freeSlots = Array((0..<station.servers).reversed())
        }
    }

    /// Simulates from empty to the last measured call's end.
    package mutating func run() -> StationResult {
        isMeasuring = span.warmUp == 0
        if hourTicks != .max { calendar.schedule(Kind.hour, at: hourTicks) }
        scheduleArrival()
        takeFromSupply()
        while let (time, event) = calendar.next() {
            spend(until: time)
            switch event & 3 {
            case Kind.arrival:
                result.events &+= 1
                arrive()
            case Kind.end: end(event >> 2)
            case Kind.hour: turnHour()
            default: giveUp(event >> 2)
            }
        }
        return inUnits()
    }

    /// Adds the time that passes to the areas.
    @inline(__always)
    private mutating func spend(until time: Int64) {
        let passed = Double(time &- now)
        now = time
        guard isMeasuring else { return }
        tally.time += passed
        tally.busy += passed * Double(busy)
        tally.waiting += passed * Double(waiting)
        if busy == station.servers { tally.allBusy += passed }
        if busy == 0 { tally.empty += passed }
    }

    @inline(__always)
    private mutating func scheduleArrival() {
        let mean = meanGap[hour]
        let gap = arrivals.exponential(mean: mean)
        // An hour without calls, or a gap beyond its end: the next hour draws anew, which forgets nothing.
        guard hourTicks == .max || gap < Double(hourTicks &- now % hourTicks) else { return }
        calendar.schedule(Kind.arrival, at: now &+ Int64(gap + 0.5))
    }

    private mutating func turnHour() {
        closeHour()
        hour = (hour + 1) % meanGap.count
        guard !isOver else { return }
        calendar.schedule(Kind.hour, at: now + hourTicks)
        scheduleArrival()
    }

    private mutating func closeHour() {
        result.hours[hour].time += tally.time
        result.hours[hour].busy += tally.busy
        result.hours[hour].waiting += tally.waiting
        result.hours[hour].allBusy += tally.allBusy
        result.hours[hour].empty += tally.empty
        tally = StationResult.TimeCount()
    }

    private mutating func inUnits() -> StationResult {
        let ticks = station.ticksPerUnit
        for index in result.classes.indices { result.classes[index].waiting /= ticks }
        for index in result.hours.indices {
            result.hours[index].time /= ticks
            result.hours[index].busy /= ticks
            result.hours[index].waiting /= ticks
            result.hours[index].allBusy /= ticks
            result.hours[index].empty /= ticks
        }
        return result
    }
}

extension StationRun {
    @inline(__always)
    private mutating func arrive() {
        arrived &+= 1
        if arrived > span.warmUp { isMeasuring = true }
        let callClass = chosenClass()
        if isMeasuring { result.classes[callClass].calls &+= 1 }
        let isMeasured = isMeasuring
        if arrived &- span.warmUp >= span.calls {
            closeHour()
            isMeasuring = false
            isOver = true
        } else {
            scheduleArrival()
        }
        let call = Waiting(
            callClass: Int32(truncatingIfNeeded: callClass), isMeasured: isMeasured, since: now, waited: 0,
            remaining: -1)
        if station.servers &- busy > reserves[callClass] {
            start(call)
        } else if !isPreemptive || !preempt(for: call) {
            join(call)
        }
    }

    @inline(__always)
    private mutating func chosenClass() -> Int {
        guard cumulative.count > 1 else { return 0 }
        let point = kinds.uniform()
        var index = 0
        while index < cumulative.count &- 1, point >= cumulative[index] { index &+= 1 }
        return index
    }

    /// Begins or goes on with a service.
    @inline(__always)
    private mutating func start(_ call: Waiting) {
        let callClass = Int(call.callClass)
        busy &+= 1
        let length =
            call.remaining >= 0 ? call.remaining : Int64(services[callClass].draw(&serviceTimes) + 0.5)
        if isPreemptive {
            occupy(call, until: now + length)
        } else {
            if call.isMeasured { count(call, wait: now &- call.since) }
            calendar.schedule(Kind.end, at: now &+ length)
        }
    }

    private mutating func join(_ call: Waiting) {
        let callClass = Int(call.callClass)
        if call.isMeasured, call.remaining < 0 { result.classes[callClass].delayed += 1 }
        if let room = station.waitingRoom, waiting >= room, call.remaining < 0 {
            if call.isMeasured { result.classes[callClass].lost += 1 }
            return
        }
        waiting += 1
        let line = queues.count == 1 ? 0 : callClass
        let number = queues[line].append(call)
        if let patience = patiences[callClass] {
            let until = now + Int64(patience.draw(&patienceTimes) + 0.5)
            calendar.schedule(UInt64(number) << 10 | UInt64(line) << 2 | Kind.patience, at: until)
        }
    }

    private mutating func giveUp(_ reference: UInt64) {
        guard let call = queues[Int(reference & 0xFF)].remove(Int(reference >> 8)) else { return }
        result.events += 1
        waiting -= 1
        guard call.isMeasured else { return }
        result.classes[Int(call.callClass)].abandoned += 1
        count(call, wait: call.waited + now - call.since)
    }

    @inline(__always)
    private mutating func count(_ call: Waiting, wait: Int64) {
        let callClass = Int(call.callClass)
        result.classes[callClass].ended &+= 1
        guard wait > 0 else { return }
        result.classes[callClass].waiting += Double(wait)
        for index in thresholds.indices where wait > thresholds[index] {
            result.classes[callClass].exceeded[index] += 1
        }
    }

    @inline(__always)
    private mutating func end(_ reference: UInt64) {
        if isPreemptive, !vacate(reference) { return }
        result.events &+= 1
        busy &-= 1
        guard waiting > 0 else { return takeFromSupply() }
        if isSimple, !isPreemptive { return startFirst() }
        while waiting > 0, startNext() {}
        takeFromSupply()
    }

    /// Starts calls of the class that never runs out, until all that came have been served.
    @inline(__always)
    private mutating func takeFromSupply() {
        guard supply >= 0, !isOver || waiting > 0 else { return }
        while station.servers &- busy > reserves[supply] {
            start(
                Waiting(
                    callClass: Int32(truncatingIfNeeded: supply), isMeasured: false, since: now, waited: 0,
                    remaining: -1))
        }
    }

    @inline(__always)
    private mutating func startFirst() {
        for line in queues.indices {
            guard let call = queues[line].popFirst() else { continue }
            waiting &-= 1
            return start(call)
        }
    }

    /// Starts the first call that the rules let start; false when none may.
    private mutating func startNext() -> Bool {
        for line in queues.indices {
            guard station.servers - busy > reserves[line], let call = queues[line].popFirst()
            else { continue }
            waiting -= 1
            start(call)
            return true
        }
        return false
    }
}

extension StationRun {
    private mutating func occupy(_ call: Waiting, until end: Int64) {
        guard let slot = freeSlots.popLast() else { return }
        let generation = serving[slot].generation &+ 1
        serving[slot] = Serving(
            callClass: call.callClass, isMeasured: call.isMeasured, isBusy: true, generation: generation, end: end,
            waited: call.waited + now - call.since)
        busyByClass[Int(call.callClass)] += 1
        calendar.schedule(UInt64(generation) << 32 | UInt64(slot) << 2 | Kind.end, at: end)
    }

    /// Frees the server of a service that ended; false when the service had been interrupted before.
    private mutating func vacate(_ reference: UInt64) -> Bool {
        let slot = Int(reference & 0x3FFF_FFFF)
        let served = serving[slot]
        guard served.isBusy, UInt64(served.generation) == reference >> 30 else { return false }
        release(slot)
        if served.isMeasured {
            let call = Waiting(
                callClass: served.callClass, isMeasured: true, since: now, waited: served.waited, remaining: 0)
            count(call, wait: served.waited)
        }
        return true
    }

    private mutating func release(_ slot: Int) {
        serving[slot].isBusy = false
        busyByClass[Int(serving[slot].callClass)] -= 1
        freeSlots.append(slot)
    }

    /// Gives a call the server of the lowest class below its own; false when none is lower.
    private mutating func preempt(for call: Waiting) -> Bool {
        guard let lowest = busyByClass.lastIndex(where: { $0 > 0 }), lowest > Int(call.callClass),
            let slot = serving.firstIndex(where: { $0.isBusy && Int($0.callClass) == lowest })
        else { return false }
        let served = serving[slot]
        release(slot)
        busy -= 1
        waiting += 1
        queues[lowest].putBack(
            Waiting(
                callClass: served.callClass, isMeasured: served.isMeasured, since: now, waited: served.waited,
                remaining: served.end - now))
        start(call)
        return true
    }
}
