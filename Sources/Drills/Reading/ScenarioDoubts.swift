import DispatchModel
import DispatchPolicy
import Districts
import Formats

/// Finds what lets a scenario be played and still go nowhere: calls whose plan asks for kinds of unit that the district does
/// not have, so that nobody is proposed, rosters of which nobody can be sent, and a script that waits for what never comes.
struct ScenarioDoubts {
    let scenario: Scenario
    let problems: SettingsProblems

    /// The doubts, in the order of the file.
    func find() -> [ScenarioProblem] {
        doubtRoster()
        doubtPlans()
        doubtScript()
        return SettingsError(problems: problems.all).problems
    }

    private var units: [DistrictUnit] { scenario.district.units }

    private func doubtRoster() {
        guard !units.isEmpty else {
            problems.add(
                "district.units", "there is no unit, so nobody can be sent; add [district.units.CALLSIGN]",
                "没有任何单元，无人可派；请添加 [district.units.呼号]")
            return
        }
        let minutes = Int(scenario.end.after.seconds / 60)
        let isManned = units.contains { unit in
            stride(from: 0, through: min(minutes, 1440), by: 15).contains {
                scenario.district.works(unit, minuteOfDay: (scenario.minuteOfWeek + $0) % 1440)
            }
        }
        if !isManned {
            problems.add(
                "district.shifts",
                "no unit is on duty while the drill lasts, so nobody can be sent; change shifts or start",
                "演练期间无单元在岗，无人可派；请修改班次或开始时间")
        }
        let lost = units.count { $0.dutyPoint.point == nil && scenario.district.beat($0.homeBeat) == nil }
        if lost == units.count {
            problems.add(
                "district.units",
                "no unit has a place, neither at = [...] nor a beat; how long a way takes is not known",
                "所有单元均无位置（at = [...] 或巡区），无法估计路程时间")
        }
    }

    /// One doubt a plan, where the first call that it is for stands.
    private func doubtPlans() {
        let kinds = Set(units.map(\.kind))
        guard !kinds.isEmpty else { return }
        let plans = scenario.policy.responsePlans
        var seen: [String: [String]] = [:]
        var places: [(plan: ResponsePlan, path: String)] = []
        for (type, priority, path) in calls {
            let incident = Incident(type: type, priority: priority)
            guard let plan = plans.plan(for: incident), !plan.requirements.isEmpty,
                plan.requirements.allSatisfy({ $0.kinds.isDisjoint(with: kinds) })
            else { continue }
            if seen[plan.name] == nil { places.append((plan, path)) }
            let call = "\(type) P\(priority.rawValue)"
            if seen[plan.name]?.contains(call) != true { seen[plan.name, default: []].append(call) }
        }
        for (plan, path) in places {
            let asked = Set(plan.requirements.flatMap(\.kinds)).map { "\($0)" }.sorted().joined(separator: ", ")
            let of = (seen[plan.name] ?? []).prefix(8).joined(separator: ", ")
            problems.add(
                path,
                "nobody is proposed for \(of): plan \"\(plan.name)\" asks for \(asked), and the district has no such unit; add"
                    + " some, or a plan under [[district.plans]]",
                "无人可推荐：\(of)。预案“\(plan.name)”要求 \(asked)，辖区没有此类单元；请添加单元，或在 [[district.plans]] 中给出预案")
        }
    }

    /// The calls that may come, by type and priority, each with the place in the file that brings it.
    private var calls: [(type: String, priority: Priority, path: String)] {
        var calls: [(type: String, priority: Priority, path: String)] = []
        for (index, inject) in scenario.injects.enumerated() {
            switch inject.action {
            case .report(let call): calls.append((call.type, call.priority, "inject.\(index).report.type"))
            case .alert(let call): calls.append((call.type, call.priority, "inject.\(index).alert.type"))
            default: break
            }
        }
        guard scenario.demand.highest > 0 else { return calls }
        for type in scenario.district.types where type.weights.contains(where: { $0 > 0 }) {
            for priority in Priority.allCases where type.priorities[Int(priority.rawValue) - 1] > 0 {
                calls.append((type.code, priority, "district.types.\(type.code)"))
            }
        }
        return calls
    }
}

extension ScenarioDoubts {
    /// Doubts about what the script waits for, asks and names.
    func doubtScript() {
        let comes = earliest
        for (index, inject) in scenario.injects.enumerated() {
            let path = "inject.\(index)"
            if case .when(let condition, _) = inject.trigger {
                doubtTrigger(comes[inject.id], "\(path).when")
                doubtCounts(condition, "\(path).when")
            }
            if let expected = inject.expected {
                doubtCounts(expected.check, "\(path).check")
                if expected.within <= .zero {
                    problems.add("\(path).within", "leaves no time for it; write 2m", "未留处置时间；请写作 2m")
                }
            }
            switch inject.action {
            case .report(let call): doubtPlace(call.place, "\(path).report.at")
            case .alert(let call): doubtPlace(call.place, "\(path).alert.at")
            default: break
            }
        }
        if let when = scenario.end.when { doubtCounts(when, "end.when") }
        for (index, objective) in scenario.objectives.enumerated() {
            guard case .coverage(let free, let kinds, let beat, _) = objective.measure else { continue }
            let units = scenario.district.units
            let there = units.count { beat.isEmpty ? kinds.isEmpty || kinds.contains($0.kind) : $0.homeBeat == beat }
            doubtCount(free, there, "objective.\(index).free")
        }
    }

    /// When each inject may come at the earliest; without those that wait for each other, or for themselves.
    private var earliest: [String: Span] {
        var known: [String: Span] = [:]
        for _ in scenario.injects {
            for inject in scenario.injects where known[inject.id] == nil {
                switch inject.trigger {
                case .at(let span): known[inject.id] = span
                case .byHand: known[inject.id] = .zero
                case .when(let condition, let notBefore): known[inject.id] = Self.earliest(condition, notBefore, known)
                }
            }
        }
        return known
    }

    /// When a condition may hold at the earliest; nil while what it waits for is not known to come.
    private static func earliest(_ condition: Condition, _ notBefore: Span, _ known: [String: Span]) -> Span? {
        var latest = notBefore
        for clause in condition.clauses {
            switch clause {
            case .elapsed(let span): latest = max(latest, span)
            case .incident(let id, _, let isNegated):
                guard let comes = known[id] else {
                    if isNegated { continue }
                    return nil
                }
                if !isNegated { latest = max(latest, comes) }
            case .inject(let id, _):
                guard let comes = known[id] else { return nil }
                latest = max(latest, comes)
            case .after(let id, let span):
                guard let comes = known[id] else { return nil }
                latest = max(latest, comes + span)
            case .unit, .count: continue
            }
        }
        return latest
    }

    private func doubtTrigger(_ comes: Span?, _ path: String) {
        guard let comes else {
            problems.add(
                path, "waits for itself, or for an inject that waits for it: it never comes unless by hand",
                "等待其自身，或与其他注入相互等待：除手动触发外永不发生")
            return
        }
        guard comes >= scenario.end.after else { return }
        let (minutes, end) = (comes.seconds / 60, scenario.end.after.seconds / 60)
        problems.add(
            path, "holds after \(minutes) min at the earliest, and the drill ends after \(end) min: it never comes",
            "最早在 \(minutes) 分钟后成立，而演练在 \(end) 分钟后结束：永不发生")
    }

    private func doubtCounts(_ condition: Condition, _ path: String) {
        let units = scenario.district.units
        for clause in condition.clauses {
            switch clause {
            case .count(.free(let kind), let comparison, let number):
                let there = units.count { kind == nil || $0.kind == kind }
                if let least = comparison.least(number) { doubtCount(least, there, path) }
            case .incident(_, .units(let comparison, let number), false):
                if let least = comparison.least(number) { doubtCount(least, units.count, path) }
            default: continue
            }
        }
    }

    private func doubtCount(_ asked: Int, _ there: Int, _ path: String) {
        guard asked > there else { return }
        problems.add(
            path, "asks for \(asked) units, and the district has \(there) of them: it never holds",
            "要求 \(asked) 个单元，而辖区仅有 \(there) 个：永不成立")
    }

    /// A place that no unit of the district would drive to: most likely latitude and longitude are exchanged.
    private func doubtPlace(_ place: Place, _ path: String) {
        let points = scenario.district.beats.map(\.centre) + scenario.district.units.compactMap { $0.dutyPoint.point }
        guard let point = place.point,
            let nearest = points.map({ TravelModel.metres(from: $0, to: point) }).min(), nearest > Self.farAway
        else { return }
        let kilometres = Int(nearest / 1000)
        problems.add(
            path, "lies \(kilometres) km from the district; write at = [latitude, longitude]",
            "距辖区 \(kilometres) 公里；请写作 at = [纬度, 经度]")
    }

    /// Metres from every beat and unit beyond which nobody drives.
    private static let farAway = 200_000.0
}

extension Condition.Comparison {
    /// The least count for which it can hold; nil when none is needed.
    fileprivate func least(_ number: Int) -> Int? {
        switch self {
        case .more: number + 1
        case .atLeast, .equal: number
        case .fewer, .atMost: nil
        }
    }
}
