import DispatchModel
import DispatchPolicy

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
