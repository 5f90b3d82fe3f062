import DispatchModel
import DispatchPolicy
import Foundation

/// How the crews of a recorded shift worked: how fast they drove and turned out, and when they were on duty. What the record
/// does not say is as everywhere.
package struct FittedCrews: Sendable {
    /// Acknowledgement, turn-out and travel, taken from the record; without beats and calls.
    package private(set) var model: DistrictModel
    /// When each unit that answered anything was on duty.
    package private(set) var duty: [String: ClosedRange<Timestamp>] = [:]
    /// Ways from which the speeds were taken; 0 when no kind of unit had enough of them.
    package let ways: Int
    private let zone: TimeZone

    /// Beyond what a unit is seen doing it is taken to be on duty so long, and to the end of the record where that is near.
    private static let margin = Span.hours(1)
    private static let near = Span.hours(6)

    /// The crews of a call log.
    package init(_ log: CallLog) {
        let zone = TimeZone(identifier: log.mode.timeZone) ?? .gmt
        self.init(FitLog(log, zone: zone), zone: zone)
    }

    /// The crews of a journal's records.
    package init(_ records: some Sequence<EventRecord>, zone name: String) {
        let zone = TimeZone(identifier: name) ?? .gmt
        self.init(FitLog(records, zone: zone), zone: zone)
    }

    private init(_ log: FitLog, zone: TimeZone) {
        self.zone = zone
        var model = DistrictModel(id: "recorded", name: BilingualText("", ""), timeZone: zone.identifier)
        let travel = FitTravel(log, detour: model.travel.detour)
        ways = travel.speeds.isEmpty ? 0 : travel.count
        (model.travelStart, model.travelVariation) = (travel.start, travel.variation)
        for (kind, speed) in travel.speeds { model.travel[kind] = speed }
        let parts = log.calls.flatMap(\.parts)
        let read = parts.compactMap { DistrictFit.seconds($0.assigned, $0.acknowledged) }
        model.acknowledgement = FitLaws.law(read, else: model.acknowledgement)
        // A drill counts the turn-out from the assignment, whether or not somebody noted when the crew had read it.
        func turnouts(_ parts: [FitLog.Part]) -> [Double] {
            parts.compactMap { DistrictFit.seconds($0.assigned, $0.moved) }
        }
        let all = FitLaws.law(turnouts(parts), else: DistrictModel.standardTurnout)
        for kind in Set(log.units.values.map(\.kind)) {
            let own = parts.filter { log.units[$0.callsign]?.kind == kind }
            model.turnout[kind] = FitLaws.law(turnouts(own), else: all)
        }
        self.model = model
        duty = Self.duty(log)
    }

    private static func duty(_ log: FitLog) -> [String: ClosedRange<Timestamp>] {
        var seen: [String: (first: Timestamp, last: Timestamp)] = [:]
        for call in log.calls {
            for part in call.parts {
                let times = [part.assigned, part.acknowledged, part.moved, part.arrived, part.cleared].compactMap { $0 }
                guard let first = times.min(), let last = times.max() else { continue }
                let known = seen[part.callsign]
                seen[part.callsign] = (min(known?.first ?? first, first), max(known?.last ?? last, last))
            }
        }
        guard let begins = log.calls.map(\.at).min(), let ends = log.calls.map(\.at).max() else { return [:] }
        return seen.mapValues { unit in
            let from = unit.first - begins <= near ? begins : unit.first - margin
            let to = ends - unit.last <= near ? max(ends, unit.last) : unit.last + margin
            return from...max(from, to)
        }
    }

    /// The shift of a unit between two instants: none when it was on duty all the time, nil when it was not at all. Whole
    /// hours of the day, as rosters have them.
    package func shift(of callsign: String, from start: Timestamp, to end: Timestamp) -> DistrictShift?? {
        guard let duty = duty[callsign], duty.lowerBound < end, duty.upperBound > start else { return nil }
        if duty.lowerBound <= start + .minutes(1), duty.upperBound >= end - Self.near { return .some(nil) }
        let from = hour(max(duty.lowerBound, start), roundedUp: false)
        let to = duty.upperBound >= end ? hour(end, roundedUp: true) : hour(duty.upperBound, roundedUp: true)
        guard from != to else { return .some(nil) }
        func text(_ hour: Int) -> String { hour < 10 ? "0\(hour)" : "\(hour)" }
        return DistrictShift(name: "from\(text(from))to\(text(to))", begins: from * 60, ends: to * 60)
    }

    private func hour(_ time: Timestamp, roundedUp: Bool) -> Int {
        let date = Date(timeIntervalSince1970: Double(time.rawValue) / 1000)
        let local = time.rawValue / 1000 + Int64(zone.secondsFromGMT(for: date))
        let hours = (local % 86_400 + 86_400) % 86_400
        return Int((hours + (roundedUp ? 3599 : 0)) / 3600) % 24
    }
}

/// What a log's dispatchers usually sent: response plans out of the mean number of units of each kind.
enum FitPlans {
    /// Calls of a type and priority that make a plan of its own.
    private static let enough = 5

    static func plans(_ log: FitLog) -> ResponsePlans {
        var plans: [ResponsePlan] = []
        let answered = log.calls.filter { !$0.parts.isEmpty }
        let types = Dictionary(grouping: answered, by: \.type)
        for (type, calls) in types.sorted(by: { $0.key < $1.key }) where !type.isEmpty {
            var last: [PlanRequirement] = []
            for priority in Priority.allCases {
                let some = calls.filter { $0.priority == priority }
                guard some.count >= enough else { continue }
                let wanted = requirements(some, log)
                // The plan of a less urgent priority that asks for the same takes the other's place.
                if wanted == last { plans.removeLast() }
                last = wanted
                plans.append(
                    ResponsePlan(
                        name: "\(type) P\(priority.rawValue)", types: [type], downTo: priority, requirements: wanted))
            }
            if plans.last?.types != [type] { continue }
            plans[plans.count - 1].downTo = .p5
        }
        plans.append(
            ResponsePlan(name: "any", types: [], downTo: .p5, requirements: requirements(answered, log)))
        return ResponsePlans(plans)
    }

    /// Kinds that the log sends and no plan asks for, with how often the log sent them.
    static func unsent(_ log: FitLog, _ plans: ResponsePlans) -> [(kind: UnitKind, count: Int)] {
        let asked = plans.plans.lazy.flatMap(\.requirements).reduce(into: Set<UnitKind>()) { $0.formUnion($1.kinds) }
        return sent(log.calls, log).filter { !asked.contains($0.key) }
            .sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map { ($0.key, $0.value) }
    }

    /// How often each kind was sent.
    private static func sent(_ calls: [FitLog.Call], _ log: FitLog) -> [UnitKind: Int] {
        calls.lazy.flatMap(\.parts).reduce(into: [:]) { $0[log.units[$1.callsign]?.kind ?? .support, default: 0] += 1 }
    }

    /// Kinds by their mean number, rounded; the most frequent kind where every mean rounds to nothing.
    private static func requirements(_ calls: [FitLog.Call], _ log: FitLog) -> [PlanRequirement] {
        let means = sent(calls, log).map { ($0.key, Double($0.value) / Double(max(1, calls.count))) }
            .sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }
        let wanted = means.compactMap { kind, mean -> PlanRequirement? in
            let count = min(20, Int(mean.rounded()))
            return count > 0 ? PlanRequirement(kinds: [kind], count: count) : nil
        }
        if !wanted.isEmpty { return Array(wanted.prefix(8)) }
        return [PlanRequirement(kinds: [means.first?.0 ?? .support], count: 1)]
    }
}

/// Laws of duration out of observed lengths.
enum FitLaws {
    /// Fewer observations than this speak for nobody but themselves.
    static let enough = 30
    /// Points of an observed law beside the least.
    private static let steps = 20

    /// A law of observed seconds: their own quantiles where there are enough, else a lognormal one of their mean and
    /// variation, else the other law.
    static func law(_ seconds: [Double], else other: DurationLaw) -> DurationLaw {
        let sorted = seconds.filter { $0 >= 0 && $0 <= 86_400 }.sorted()
        guard sorted.count >= enough else { return sorted.count >= 5 ? lognormal(sorted) : other }
        let values = (0...steps).map { quantile(sorted, Double($0) / Double(steps)) }
        // The few longest stand for much of the mean; between the last quantile and the greatest a line would overstate it.
        let tail = quantile(sorted, 0.99)
        return .observed(values.dropLast() + [max(values[steps - 1], tail)])
    }

    private static func lognormal(_ seconds: [Double]) -> DurationLaw {
        let mean = seconds.reduce(0, +) / Double(seconds.count)
        guard mean > 0 else { return .fixed(0) }
        let variance = seconds.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(seconds.count - 1)
        return variance == 0 ? .fixed(mean) : .lognormal(mean: mean, variation: min(3, variance.squareRoot() / mean))
    }

    /// The value at a fraction of sorted numbers, linear between neighbours.
    static func quantile(_ sorted: [Double], _ fraction: Double) -> Double {
        guard let last = sorted.last else { return 0 }
        let rank = fraction * Double(sorted.count - 1)
        let below = Int(rank)
        guard below + 1 < sorted.count else { return last }
        return sorted[below] + (rank - Double(below)) * (sorted[below + 1] - sorted[below])
    }
}
