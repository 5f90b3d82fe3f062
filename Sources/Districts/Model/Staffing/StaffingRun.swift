import DispatchModel
import DispatchPolicy
import SimulationKit

/// One replication of a district under a dispatch rule: the course of events, without a console and without a clock.
///
/// Virtual time is whole milliseconds from a Monday at midnight. After the warm-up nothing is allocated but room for a
/// queue longer than any before.
struct StaffingRun {
    typealias Spot = StaffingLayout.Spot

    let layout: StaffingLayout
    let rule: DispatchRule
    var calendar = EventCalendar<StaffingEvent>(reserving: 1024)
    var now: Int64 = 0
    var units: ContiguousArray<StaffingUnit> = []
    var incidents: ContiguousArray<StaffingIncident> = []
    var vacant: [Int32] = []
    /// Incidents that miss a unit, for each priority in the order of their calls.
    var waiting: [[Int32]] = Array(repeating: [], count: 5)
    var waitingCount = 0
    var demand: DemandGenerator
    var nextCall: DemandCall?
    var handling: RandomStream
    var radio: RandomStream
    var radioIsOut = false
    /// Set when a unit was passed over because radio does not reach it.
    var passedOver = false
    var listens = false
    /// Free units by home beat, and by response circle.
    var beats: [Presence]
    var circles: [Presence]
    var tally: StaffingTally
    let seed: UInt64
    let isAntithetic: Bool
    let warmUp: Int64
    let end: Int64

    /// True for P1 and P2, which are driven to with lights and sirens, as the console's recommendations have it.
    @inline(__always)
    static func isUrgent(_ priority: Int) -> Bool { priority <= 1 }

    /// The streams beyond those of the demand.
    private enum Source: UInt64 {
        case handling = 201
        case radio = 202
    }

    /// The most incidents that may wait; a call beyond them is counted as lost.
    static let waitingLimit = 10_000
    /// How often a unit that radio does not reach is called again.
    static let listenEvery: Int64 = 30_000
    /// How often it is looked which beats can be reached.
    static let sampleEvery: Int64 = 600_000

    init(
        layout: StaffingLayout, rule: DispatchRule, rate: DemandRate, replication: Replication, warmUp: Int64,
        end: Int64
    ) {
        self.layout = layout
        self.rule = rule
        self.warmUp = warmUp
        self.end = end
        seed = replication.seed
        isAntithetic = replication.isAntithetic
        demand = DemandGenerator(
            model: layout.model, seed: seed, rate: rate, antithetic: replication.isAntithetic)
        handling = replication.stream(Source.handling.rawValue)
        radio = replication.stream(Source.radio.rawValue)
        beats = Array(repeating: Presence(), count: layout.centres.count)
        circles = Array(repeating: Presence(), count: layout.circles.count)
        tally = StaffingTally(layout)
        units = ContiguousArray(
            layout.posts.map { post in
                StaffingUnit(
                    from: post.duty, to: post.duty, patrol: replication.stream(post.stream),
                    wear: replication.stream(post.stream &+ 1))
            })
    }

    /// Plays the run to its end and gives what was measured.
    mutating func run() -> [Double] {
        begin()
        while let (time, event) = calendar.next(by: end) {
            now = time
            handle(event)
        }
        now = end
        return tally.values(of: self)
    }

    private mutating func begin() {
        schedule(.warm, after: warmUp)
        schedule(.sample, after: warmUp)
        for index in units.indices {
            if layout.posts[index].startsOn { goOn(index) }
            scheduleShift(index)
        }
        if let hours = layout.model.radio.outageHours { schedule(.outage, after: span(hours, &radio)) }
        enterNextCall()
    }

    /// A length drawn from an exponential law of so many hours, in milliseconds.
    func span(_ hours: Double, _ stream: inout RandomStream) -> Int64 {
        Int64(min(stream.exponential(mean: hours * 3.6e6), 1e15))
    }

    @inline(__always)
    mutating func schedule(_ kind: StaffingEvent.Kind, _ subject: Int = 0, turn: UInt32 = 0, after delay: Int64) {
        calendar.schedule(StaffingEvent(kind: kind, subject: Int32(subject), turn: turn), at: now + delay)
    }

    private mutating func handle(_ event: StaffingEvent) {
        let subject = Int(event.subject)
        switch event.kind {
        case .call: takeCall()
        case .handled: open(subject)
        case .arrival: if units[subject].errand == event.turn { arrive(subject) }
        case .sceneDone: if units[subject].errand == event.turn { finishScene(subject) }
        case .reportDone: if units[subject].errand == event.turn { release(subject) }
        case .shift: changeShift(subject)
        case .breakDue: if units[subject].turn == event.turn { takeBreak(subject) }
        case .breakOver, .repaired: comeBack(subject)
        case .failure: if units[subject].turn == event.turn { fail(subject) }
        case .outage:
            radioIsOut = true
            schedule(.outageOver, after: layout.model.radio.outage.draw(&radio))
        case .outageOver:
            radioIsOut = false
            schedule(.outage, after: span(layout.model.radio.outageHours ?? 1e9, &radio))
            serveAll()
        case .listen:
            listens = false
            serveAll()
        case .sample:
            sampleReach()
            schedule(.sample, after: Self.sampleEvery)
        case .warm: startMeasuring()
        }
    }

    private mutating func startMeasuring() {
        tally = StaffingTally(layout)
        tally.isOn = true
        for index in beats.indices { beats[index].restart(at: now) }
        for index in circles.indices { circles[index].restart(at: now) }
        for index in units.indices {
            units[index].busy = 0
            units[index].duty = 0
            units[index].errands = 0
            units[index].busySince = now
            units[index].dutySince = now
        }
    }
}

// MARK: - Calls

extension StaffingRun {
    private mutating func enterNextCall() {
        nextCall = demand.next()
        if let at = nextCall?.at { schedule(.call, after: at - now) }
    }

    private mutating func takeCall() {
        guard let call = nextCall else { return }
        tally.takeCall(call)
        let wait = layout.handlings[Int(call.priority.rawValue) - 1].draw(&handling)
        if waitingCount < Self.waitingLimit {
            let number = file(call)
            schedule(.handled, number, after: wait)
        } else {
            tally.lost += 1
        }
        enterNextCall()
    }

    private mutating func file(_ call: DemandCall) -> Int {
        let priority = Int(call.priority.rawValue) - 1
        let plan = layout.planOf[call.type * 5 + priority]
        let incident = StaffingIncident(
            call: call, spot: layout.spot(call.point), priority: priority, plan: plan,
            missing: layout.plans[plan].counts,
            crew: RandomStream(seed: seed, stream: 1 << 32 | UInt64(call.number), antithetic: isAntithetic),
            isMeasured: tally.isOn)
        guard let slot = vacant.popLast() else {
            incidents.append(incident)
            return incidents.count - 1
        }
        incidents[Int(slot)] = incident
        return Int(slot)
    }

    private mutating func open(_ number: Int) {
        incidents[number].ready = now
        serve(number)
        if !incidents[number].isComplete { enqueue(number) }
    }

    /// Ends an incident that nobody works on any more. What is still missing is not sent then, unless nobody came yet.
    mutating func closeIfDone(_ number: Int) {
        guard incidents[number].active == 0 else { return }
        if !incidents[number].isComplete {
            guard incidents[number].firstArrived >= 0 else { return }
            tally.unsent(incidents[number])
            if incidents[number].isWaiting { dequeue(number) }
        }
        vacant.append(Int32(number))
    }
}
