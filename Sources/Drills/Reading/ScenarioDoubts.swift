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
