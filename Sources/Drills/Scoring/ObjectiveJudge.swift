import DispatchModel
import DispatchPolicy

/// Measures objectives by what a drill's records showed.
struct ObjectiveJudge {
    let start: Timestamp
    let end: Timestamp
    let incidents: [IncidentTimes]
    let alerts: [AlertTimes]
    let coverage: [CoveragePoint]
    let injects: [InjectResult]
    let unattended: UnattendedTime
    /// How long an incident of a priority may wait for its first unit.
    let waiting: [Priority: Deadline]

    func result(_ objective: Objective) -> ObjectiveResult {
        switch objective.measure {
        case .interval(let interval, let filter, let percentile, let limit):
            let cases = chosen(filter).map { evidence($0, interval, limit) }
            return timed(objective, cases, percentile, limit)
        case .acknowledged(let kind, let percentile, let limit):
            let cases = alerts.filter { kind == nil || $0.kind == kind }.map { evidence($0, limit) }
            return timed(objective, cases, percentile, limit)
        case .coverage(let free, let kinds, let beat, let share):
            return covered(objective, free, kinds, beat, share)
        case .injects(let ids, let share): return shared(objective, answers(ids), share)
        case .closed(let filter, let share, let grace):
            let due = chosen(filter).filter { unattended.attended($0.received, end) >= grace }
            return shared(objective, due.map { evidence($0, .close, end - start) }, share)
        case .alerts(let kind, let most): return counted(objective, kind, most)
        }
    }

    /// Incidents merged into others are those others.
    private func chosen(_ filter: Objective.Filter) -> [IncidentTimes] {
        incidents.filter { times in
            !times.isMerged && (filter.priorities.isEmpty || filter.priorities.contains(times.priority))
                && (filter.types.isEmpty || filter.types.contains(times.type))
                && (filter.injects.isEmpty || times.inject.map(filter.injects.contains) ?? false)
        }
    }

    /// An incident that came so late that its limit had not passed at the end counts only when it made it.
    private func evidence(_ times: IncidentTimes, _ interval: Objective.Interval, _ limit: Span) -> ObjectiveEvidence {
        let reached = times.time(interval).flatMap { $0 <= end ? $0 : nil }
        let took = times.elapsed(interval, at: reached ?? end)
        return ObjectiveEvidence(
            isGood: reached != nil && took <= limit, incident: times.incident, unit: nil, inject: times.inject,
            from: times.received, to: reached, took: took,
            positions: [times.positions.received] + [times.position(interval)].compactMap { $0 })
    }

    private func evidence(_ alert: AlertTimes, _ limit: Span) -> ObjectiveEvidence {
        let took = unattended.attended(alert.raised, alert.acknowledged ?? end)
        return ObjectiveEvidence(
            isGood: alert.acknowledged != nil && took <= limit, incident: alert.incident, unit: alert.unit, inject: nil,
            from: alert.raised, to: alert.acknowledged, took: took,
            positions: [alert.position] + [alert.acknowledgedPosition].compactMap { $0 })
    }

    /// The expected actions whose time was up, or that were taken.
    private func answers(_ ids: [String]) -> [ObjectiveEvidence] {
        injects.compactMap { result in
            guard ids.isEmpty || ids.contains(result.inject.id), let fired = result.fired else { return nil }
            guard [.inTime, .late, .missed].contains(result.outcome) else { return nil }
            return ObjectiveEvidence(
                isGood: result.outcome == .inTime, incident: result.incident, unit: nil, inject: result.inject.id,
                from: fired, to: result.answered, took: unattended.attended(fired, result.answered ?? end),
                positions: [result.position, result.answerPosition].compactMap { $0 })
        }
    }

    /// A percentile of times. What still ran when the drill ended, inside its limit, says nothing either way.
    private func timed(_ objective: Objective, _ all: [ObjectiveEvidence], _ percentile: Int, _ limit: Span)
        -> ObjectiveResult
    {
        let cases = all.filter { $0.to != nil || $0.took > limit }
        let sorted: [Int64] = cases.map { $0.to == nil ? .max : $0.took.milliseconds }.sorted()
        let rank = max(1, (cases.count * percentile + 99) / 100)
        let value: Int64? = sorted.isEmpty ? nil : sorted[rank - 1]
        // Never reached counts as at least the time until the drill ended.
        let longest = cases.map(\.took.milliseconds).max() ?? 0
        return ObjectiveResult(
            objective: objective, outcome: value.map { $0 <= limit.milliseconds ? .met : .missed } ?? .notMeasured,
            value: value.map { Double(min($0, longest)) }, threshold: Double(limit.milliseconds),
            unit: .milliseconds, evidence: Self.shown(cases), good: cases.count { $0.isGood }, count: cases.count)
    }

    private func shared(_ objective: Objective, _ cases: [ObjectiveEvidence], _ share: Int) -> ObjectiveResult {
        let good = cases.count { $0.isGood }
        let value = cases.isEmpty ? nil : Double(good) * 100 / Double(cases.count)
        return ObjectiveResult(
            objective: objective, outcome: value.map { $0 >= Double(share) ? .met : .missed } ?? .notMeasured,
            value: value, threshold: Double(share), unit: .percent, evidence: Self.shown(cases), good: good,
            count: cases.count)
    }

    private func counted(_ objective: Objective, _ kind: AlertKind?, _ most: Int) -> ObjectiveResult {
        let found = alerts.filter { alert in
            (kind == nil || alert.kind == kind)
                && !unattended.stretches.contains { $0.contains(alert.raised) || $0.upperBound == alert.raised }
        }
        let cases = found.map { alert in
            var evidence = evidence(alert, .zero)
            evidence.isGood = false
            return evidence
        }
        return ObjectiveResult(
            objective: objective, outcome: found.count <= most ? .met : .missed, value: Double(found.count),
            threshold: Double(most), unit: .count, evidence: Self.shown(cases), good: 0, count: found.count)
    }

    /// The share of the drill's time during which enough units could be sent and no P1 or P2 had waited past its limit for
    /// one of them: units that are free because nobody sends them are no cover. The evidence are the spans without.
    private func covered(
        _ objective: Objective, _ free: Int, _ kinds: Set<UnitKind>, _ beat: String, _ share: Int
    ) -> ObjectiveResult {
        var bare: [ObjectiveEvidence] = []
        var enough: Int64 = 0
        for stretch in stretches {
            if stretch.point.count(kinds, beat) >= free, !stretch.isNeglected {
                enough += unattended.attended(stretch.from, stretch.to).milliseconds
            } else if let last = bare.last, last.to == stretch.from {
                bare[bare.count - 1].to = stretch.to
                bare[bare.count - 1].took = unattended.attended(last.from, stretch.to)
            } else {
                bare.append(
                    ObjectiveEvidence(
                        isGood: false, incident: nil, unit: nil, inject: nil, from: stretch.from, to: stretch.to,
                        took: unattended.attended(stretch.from, stretch.to), positions: []))
            }
        }
        let whole = unattended.attended(start, end).milliseconds
        let value = whole > 0 ? Double(enough) * 100 / Double(whole) : nil
        return ObjectiveResult(
            objective: objective, outcome: value.map { $0 >= Double(share) ? .met : .missed } ?? .notMeasured,
            value: value, threshold: Double(share), unit: .percent, evidence: Self.shown(bare), good: 0,
            count: bare.count)
    }

    /// The attended parts of the drill during which neither the units that are free nor the neglect change.
    private var stretches: [(from: Timestamp, to: Timestamp, point: CoveragePoint, isNeglected: Bool)] {
        let neglect = neglect.stretches
        let edges = neglect.flatMap { [$0.lowerBound, $0.upperBound] }.sorted()
        var found: [(from: Timestamp, to: Timestamp, point: CoveragePoint, isNeglected: Bool)] = []
        for (index, point) in coverage.enumerated() {
            let from = max(point.at, start)
            let to = min(index + 1 < coverage.count ? coverage[index + 1].at : end, end)
            guard from < to else { continue }
            let cuts = [from] + edges.filter { $0 > from && $0 < to } + [to]
            for (begin, stop) in zip(cuts, cuts.dropFirst()) where unattended.attended(begin, stop) > .zero {
                found.append((begin, stop, point, neglect.contains { $0.contains(begin) }))
            }
        }
        return found
    }

    /// When a P1 or P2 had waited past its limit and nobody was sent.
    private var neglect: UnattendedTime {
        UnattendedTime(
            incidents.compactMap { times in
                guard !times.isMerged, times.priority <= .p2, let limit = waiting[times.priority]?.limit else {
                    return nil
                }
                let late = unattended.moment(limit, after: times.received)
                let served = [times.dispatched, times.closed, end].compactMap { $0 }.min() ?? end
                return late < served ? late..<served : nil
            })
    }

    /// The worst cases outside the threshold, then those inside, longest first.
    private static func shown(_ cases: [ObjectiveEvidence]) -> [ObjectiveEvidence] {
        let sorted = cases.enumerated().sorted {
            ($1.element.took, $0.offset) < ($0.element.took, $1.offset)
        }.map(\.element)
        let limit = ObjectiveResult.evidenceLimit
        return Array(sorted.filter { !$0.isGood }.prefix(limit) + sorted.filter(\.isGood).prefix(limit))
    }
}

extension CoveragePoint {
    /// How many units of some kinds or of a beat could be sent; a beat counts all kinds.
    fileprivate func count(_ kinds: Set<UnitKind>, _ beat: String) -> Int {
        if !beat.isEmpty { return freeByBeat[beat] ?? 0 }
        if kinds.isEmpty { return free }
        return kinds.reduce(0) { $0 + (freeByKind[$1] ?? 0) }
    }
}
