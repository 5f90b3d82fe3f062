import DispatchModel
import DispatchPolicy

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
