/// One replication of the hypercube.
package struct HypercubeRun: Sendable {
    private struct Waiting: Sendable {
        var atom: Int
        var since: Int64
    }

    /// Up to this many units the time in every set of busy units is kept, and what arriving calls find is taken from it.
    private static let occupancyLimit = 14

    private let model: Hypercube
    private let warmUp: Int
    private let total: Int
    private let ticks: Double
    private let cumulative: [Double]
    private let meanServices: [Double]
    private var arrivals: RandomStream
    private var places: RandomStream
    private var services: RandomStream
    private var calendar = EventCalendar<UInt32>()
    private var queue = RingQueue<Waiting>()
    private var atomOf: [Int]
    private var busy: [Bool]
    private var set = 0
    private var busyCount = 0
    private var waiting = 0
    private var arrived = 0
    private var now: Int64 = 0

    private var time = 0.0
    private var idleTime = 0.0
    private var fullTime = 0.0
    private var queueTime = 0.0
    private var queueArea = 0.0
    private var busySince: [Int64]
    private var busyTime: [Double]
    private var occupancy: [Double]
    private var calls = 0
    private var lost = 0
    private var immediate: [[Int]]
    private var queuedByUnit: [Int]
    private var queuedByAtom: [Int]
    private var travelByAtom: [Double]

    /// Prepares a replication: calls to warm up, and calls that are measured.
    package init(_ model: Hypercube, warmUp: Int, calls: Int, replication: Replication) {
        self.model = model
        self.warmUp = warmUp
        total = warmUp + calls
        let ticks = Double(sign: .plus, exponent: 24 - (1 / model.arrivalRate).exponent, significand: 1)
        self.ticks = ticks
        var sum = 0.0
        cumulative = model.arrivalRates.map {
            sum += $0
            return sum
        }
        meanServices = model.serviceRates.map { ticks / $0 }
        arrivals = replication.stream(1)
        places = replication.stream(2)
        services = replication.stream(3)
        let zeros = [Int](repeating: 0, count: model.units)
        atomOf = zeros
        busy = zeros.map { _ in false }
        busySince = zeros.map { _ in 0 }
        busyTime = zeros.map { _ in 0 }
        occupancy = [Double](repeating: 0, count: model.units <= Self.occupancyLimit ? 1 << model.units : 0)
        immediate = zeros.map { _ in [Int](repeating: 0, count: model.atoms) }
        queuedByUnit = zeros
        queuedByAtom = [Int](repeating: 0, count: model.atoms)
        travelByAtom = queuedByAtom.map { _ in 0 }
    }

    /// Simulates from empty to the last measured call.
    package mutating func run() -> HypercubeAnswer {
        scheduleCall()
        while arrived < total, let (time, event) = calendar.next() {
            spend(until: time)
            if event == 0 { arrive() } else { clear(Int(event) - 1) }
        }
        return answer()
    }

    private var isMeasuring: Bool { arrived > warmUp }

    private mutating func scheduleCall() {
        calendar.schedule(0, at: now + Int64(arrivals.exponential(mean: ticks / model.arrivalRate) + 0.5))
    }

    private mutating func spend(until next: Int64) {
        let passed = Double(next - now)
        now = next
        guard isMeasuring else { return }
        time += passed
        queueArea += passed * Double(waiting)
        if busyCount == 0 { idleTime += passed }
        if busyCount == model.units {
            fullTime += passed
            if waiting > 0 { queueTime += passed }
        }
        if !occupancy.isEmpty { occupancy[set] += passed }
    }

    private mutating func arrive() {
        arrived += 1
        if arrived == warmUp + 1 { for unit in busy.indices where busy[unit] { busySince[unit] = now } }
        if isMeasuring { calls += 1 }
        let atom = places.index(cumulative: cumulative)
        scheduleCall()
        if let unit = model.preference[atom].first(where: { !busy[$0] }) {
            if isMeasuring { immediate[unit][atom] += 1 }
            begin(unit, atom: atom)
        } else if model.isQueueing {
            queue.append(Waiting(atom: atom, since: now))
            waiting += 1
        } else if isMeasuring {
            lost += 1
        }
    }

    private mutating func begin(_ unit: Int, atom: Int) {
        if !busy[unit] {
            busy[unit] = true
            busySince[unit] = now
            busyCount += 1
            if !occupancy.isEmpty { set |= 1 << unit }
        }
        atomOf[unit] = atom
        let length = services.exponential(mean: meanServices[unit])
        calendar.schedule(UInt32(unit + 1), at: now + Int64(length + 0.5))
    }

    private mutating func clear(_ unit: Int) {
        if let next = queue.popFirst() {
            waiting -= 1
            if isMeasuring {
                queuedByUnit[unit] += 1
                queuedByAtom[next.atom] += 1
                travelByAtom[next.atom] += model.travelAtoms?[atomOf[unit]][next.atom] ?? 0
            }
            return begin(unit, atom: next.atom)
        }
        busy[unit] = false
        busyCount -= 1
        if !occupancy.isEmpty { set &= ~(1 << unit) }
        if isMeasuring { busyTime[unit] += Double(now - busySince[unit]) }
    }

    private mutating func answer() -> HypercubeAnswer {
        for unit in busy.indices where busy[unit] { busyTime[unit] += Double(now - busySince[unit]) }
        let allBusy = fullTime / time
        let served = Double(max(1, calls - lost))
        let counted = immediate.map { $0.map { Double($0) / served } }
        let shares = occupancy.map { $0 / time }
        var answer = HypercubeAnswer(
            utilisation: busyTime.map { $0 / time }, allIdle: idleTime / time, allBusy: allBusy,
            immediate: occupancy.isEmpty
                ? counted : model.immediate(shares: shares, served: model.isQueueing ? 1 : 1 - allBusy),
            dispatch: [])
        if model.isQueueing, model.travelAtoms != nil {
            answer.queuedTravelByAtom = zip(travelByAtom, queuedByAtom).map { $0 / Double(max(1, $1)) }
            answer.queuedTravel = travelByAtom.reduce(0, +) / Double(max(1, queuedByAtom.reduce(0, +)))
        }
        model.complete(&answer, queuedByUnit: queuedByUnit.map { Double($0) / Double(max(1, calls)) })
        answer.queueNotEmpty = queueTime / time
        answer.meanWait = queueArea / ticks / Double(max(1, calls))
        return answer
    }
}
