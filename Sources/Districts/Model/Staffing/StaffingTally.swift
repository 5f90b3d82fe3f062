import DispatchModel
import SimulationKit

/// Gathers what one replication measures.
struct StaffingTally {
    /// False during the warm-up.
    var isOn = false
    private var calls = 0
    private var answered = 0
    private var duplicates = 0
    private var falseAlarms = 0
    private var sendings = 0
    private var lateTurnouts = 0
    private var lateTravels = 0
    private var crossBeat = 0
    private var notSent = 0
    private var samples = 0
    /// Beats whose middle was reached, by tier.
    private var reached: [Int]
    /// Incidents whose first unit arrived within a tier.
    private var within: [Int]
    private var all = Answers()
    private var priorities: [Answers]
    private var beats: [Answers]
    private let tiers: [Int]
    private let waitLimits: [Int64]
    private let turnoutLimit: Int64
    private let travelLimit: Int64
    var lost = 0
    var preempted = 0
    var backUps = 0
    var escalated = 0
    var failures = 0

    /// Times of a group of incidents.
    struct Answers {
        var responseMean = RunningMean()
        var response = QuantileHistogram()
        var waitMean = RunningMean()
        var queued = 0
        var missed = 0
        var count: Int { responseMean.count }
    }

    init(_ layout: StaffingLayout) {
        tiers = layout.model.tiers
        reached = Array(repeating: 0, count: tiers.count)
        within = reached
        priorities = Array(repeating: Answers(), count: 5)
        beats = Array(repeating: Answers(), count: layout.centres.count)
        let deadlines = layout.model.policy.deadlines
        waitLimits = Priority.allCases.map { deadlines.waiting[$0]?.limit.milliseconds ?? .max }
        turnoutLimit = deadlines.status[.dispatched]?.limit.milliseconds ?? .max
        travelLimit = deadlines.status[.enRoute]?.limit.milliseconds ?? .max
    }

    mutating func takeCall(_ call: DemandCall) {
        calls += 1
        if call.duplicateAfter != nil { duplicates += 1 }
        if call.isFalseAlarm { falseAlarms += 1 }
    }

    mutating func sent(turnout: Int64, travel: Int64) {
        sendings += 1
        if turnout > turnoutLimit { lateTurnouts += 1 }
        if travel > travelLimit { lateTravels += 1 }
    }

    mutating func unsent(_ incident: StaffingIncident) {
        notSent += Int(incident.missing.wrappedSum())
    }

    /// The first unit has arrived.
    mutating func arrived(_ incident: StaffingIncident, isFromOtherBeat: Bool) {
        guard isOn, incident.isMeasured else { return }
        answered += 1
        if isFromOtherBeat { crossBeat += 1 }
        let response = incident.firstArrived - incident.call.at
        let wait = incident.firstSent - incident.ready
        let called = Int(incident.call.priority.rawValue) - 1
        let isLate = incident.firstSent - incident.call.at > waitLimits[called]
        Self.add(&all, response, wait, isLate)
        Self.add(&priorities[called], response, wait, isLate)
        Self.add(&beats[incident.call.beat], response, wait, isLate)
        for (index, minutes) in tiers.enumerated()
        where incident.firstArrived - incident.firstSent <= Int64(minutes) * 60_000 {
            within[index] += 1
        }
    }

    @inline(__always)
    private static func add(_ answers: inout Answers, _ response: Int64, _ wait: Int64, _ isLate: Bool) {
        answers.responseMean.add(Double(response) / 1000)
        answers.response.add(response)
        answers.waitMean.add(Double(wait) / 1000)
        if wait > 0 { answers.queued += 1 }
        if isLate { answers.missed += 1 }
    }

    /// The least seconds in which a free unit reaches the middle of a beat.
    mutating func reach(_ beat: Int, seconds: Double) {
        samples += 1
        for (index, minutes) in tiers.enumerated() where seconds <= Double(minutes * 60) { reached[index] += 1 }
    }
}

// MARK: - Figures

extension StaffingTally {
    /// The measures of a district, in the order of `values(of:)`.
    static func measures(_ layout: StaffingLayout) -> [StaffingMeasure] {
        let answers: [StaffingMeasure.Part] =
            [.all] + Priority.allCases.map { .priority($0) } + layout.model.beats.map { .beat($0.code) }
        return answers.flatMap { part in
            [
                StaffingMeasure(.response, .mean, part), StaffingMeasure(.response, .p50, part),
                StaffingMeasure(.response, .p90, part), StaffingMeasure(.wait, .mean, part),
                StaffingMeasure(.queued, .share, part), StaffingMeasure(.missedWait, .share, part),
            ]
        }
            + layout.model.tiers.map { StaffingMeasure(.tier, .share, .tier($0)) }
            + layout.model.tiers.map { StaffingMeasure(.reached, .share, .tier($0)) }
            + [
                StaffingMeasure(.crossBeat, .share), StaffingMeasure(.missedTurnout, .share),
                StaffingMeasure(.missedTravel, .share), StaffingMeasure(.busyTime, .mean),
            ]
            + dailySubjects.map { StaffingMeasure($0, .perDay) }
            + [StaffingMeasure(.covered, .share)]
            + layout.model.beats.map { StaffingMeasure(.covered, .share, .beat($0.code)) }
            + layout.circles.map { StaffingMeasure(.covered, .share, .circle($0)) }
            + [StaffingMeasure(.utilisation, .share)]
            + kinds(layout).map { StaffingMeasure(.utilisation, .share, .kind($0)) }
            + layout.model.units.map { StaffingMeasure(.utilisation, .share, .unit($0.callsign)) }
    }

    private static let dailySubjects: [StaffingMeasure.Subject] = [
        .calls, .sendings, .duplicates, .falseAlarms, .preempted, .backUps, .escalated, .failures, .unsent,
        .unanswered,
    ]

    private static func kinds(_ layout: StaffingLayout) -> [UnitKind] {
        let present = Set(layout.model.units.map(\.kind))
        return UnitKind.allCases.filter(present.contains)
    }

    /// What was measured; not-a-number where nothing was.
    func values(of run: StaffingRun) -> [Double] {
        let layout = run.layout
        let length = Double(run.end - run.warmUp)
        let days = length / 86_400_000
        let groups = [all] + priorities + beats
        let tierShares = within.map { Self.share($0, answered) } + reached.map { Self.share($0, samples) }
        let busy = run.units.indices.map { run.busyTime($0) }
        let duty = run.units.indices.map { run.dutyTime($0) }
        let sums =
            [crossBeat].map { Self.share($0, answered) } + [lateTurnouts, lateTravels].map { Self.share($0, sendings) }
        let busyMean = sendings == 0 ? Double.nan : busy.reduce(0, +) / Double(sendings) / 1000
        let counts = [
            calls, sendings, duplicates, falseAlarms, preempted, backUps, escalated, failures, notSent,
            max(0, calls - answered),
        ].map { Double($0) / days }
        let beatCover = run.beats.map { Double($0.total(at: run.end)) / length }
        let circleCover = run.circles.map { Double($0.total(at: run.end)) / length }
        let kinds = Self.kinds(layout).map { kind in
            let ofKind = run.units.indices.filter { layout.model.units[$0].kind == kind }
            return Self.ratio(ofKind.reduce(0) { $0 + busy[$1] }, ofKind.reduce(0) { $0 + duty[$1] })
        }
        return groups.flatMap(Self.figures) + tierShares + sums + [busyMean] + counts
            + [beatCover.isEmpty ? .nan : beatCover.reduce(0, +) / Double(beatCover.count)] + beatCover + circleCover
            + [Self.ratio(busy.reduce(0, +), duty.reduce(0, +))] + kinds + zip(busy, duty).map(Self.ratio)
    }

    private static func figures(_ answers: Answers) -> [Double] {
        guard answers.count > 0 else { return Array(repeating: .nan, count: 6) }
        return [
            answers.responseMean.mean, (answers.response.quantile(0.5) ?? .nan) / 1000,
            (answers.response.quantile(0.9) ?? .nan) / 1000, answers.waitMean.mean,
            share(answers.queued, answers.count),
            share(answers.missed, answers.count),
        ]
    }

    private static func share(_ part: Int, _ whole: Int) -> Double { ratio(Double(part), Double(whole)) }

    private static func ratio(_ part: Double, _ whole: Double) -> Double { whole > 0 ? part / whole : .nan }
}

extension StaffingRun {
    /// The milliseconds in which a unit was busy since measuring began.
    func busyTime(_ unit: Int) -> Double {
        Double(units[unit].busy + (units[unit].isBusy ? end - units[unit].busySince : 0))
    }

    /// The milliseconds on duty, overtime included.
    func dutyTime(_ unit: Int) -> Double {
        Double(units[unit].duty + (units[unit].state == .off ? 0 : end - units[unit].dutySince))
    }
}
