import DispatchModel

/// A unit with its score while units are ranked.
struct Candidate {
    var unit: UnitID
    /// Seconds of travel; a large number when unknown.
    var seconds: Double
    /// What the ranking sorts by: seconds with bonuses and penalties.
    var score: Double
    var known: Bool
    var divertedFrom: IncidentID?
    var ownBeat: Bool
    var planned: Bool
}

extension Recommender {
    /// Stands for an unknown travel time in the ranking.
    private static let unknownSeconds = 86_400.0

    /// The unit as a candidate; nil when it cannot be sent.
    func candidate(
        _ unit: FieldUnit, _ incident: Incident, _ wanted: (plan: String, kinds: Set<UnitKind>), _ board: Board,
        pace: Double, takingFromEquals: Bool = false
    ) -> Candidate? {
        guard unit.incident != incident.id else { return nil }
        var divertedFrom: IncidentID?
        if !unit.isFree {
            guard let task = unit.incident.flatMap({ board.incidents[$0] }),
                canLeave(unit, task, for: incident, takingFromEquals)
            else { return nil }
            divertedFrom = task.id
        }
        var seconds = Recommender.unknownSeconds
        if let from = board.position(of: unit)?.point, let to = incident.place.point {
            seconds =
                policy.travel.seconds(from: from, to: to, kind: unit.kind, urgent: incident.priority <= .p2) / pace
        }
        let ownBeat = !incident.beat.isEmpty && unit.homeBeat == incident.beat
        let planned = wanted.kinds.contains(unit.kind)
        // The beat's own unit goes ahead of one up to a minute nearer, a plan's kind of another up to ten minutes nearer;
        // a free unit goes ahead of any that is busy, and one that is done at its scene ahead of one to be diverted.
        var score = seconds
        if ownBeat { score -= 60 }
        if !planned, !wanted.kinds.isEmpty { score += 600 }
        if let task = divertedFrom.flatMap({ board.incidents[$0] }) {
            let isLess = task.priority > incident.priority
            score += unit.status == .clear ? 1_000_000 : isLess ? 2_000_000 : 3_000_000
        }
        return Candidate(
            unit: unit.id, seconds: seconds, score: score, known: seconds < Recommender.unknownSeconds,
            divertedFrom: divertedFrom, ownBeat: ownBeat, planned: planned)
    }

    /// True when a busy unit may be proposed: it is done at its scene, or has not yet reached something less urgent, or no
    /// more urgent if that is asked for.
    private func canLeave(_ unit: FieldUnit, _ task: Incident, for incident: Incident, _ fromEquals: Bool) -> Bool {
        switch unit.status {
        case .clear: true
        case .dispatched, .enRoute:
            task.priority > incident.priority || fromEquals && task.priority == incident.priority
        default: false
        }
    }

    /// The candidate as it is shown.
    func explain(
        _ candidate: Candidate, _ incident: Incident, _ wanted: (plan: String, kinds: Set<UnitKind>),
        _ nearest: UnitID?, _ board: Board, _ now: Timestamp
    ) -> Recommendation {
        let unit = board.units[candidate.unit] ?? FieldUnit()
        var reasons: [Recommendation.Reason] = []
        if let from = candidate.divertedFrom, let task = board.incidents[from] {
            reasons.append(.divertedFrom(from, task.priority))
        }
        if candidate.unit == nearest, candidate.known { reasons.append(.nearest) }
        if candidate.ownBeat { reasons.append(.ownBeat) }
        if candidate.planned { reasons.append(.planKind(wanted.plan)) }
        if unit.circleMinutes > 0, candidate.known, candidate.seconds <= Double(unit.circleMinutes * 60) {
            reasons.append(.insideCircle(minutes: Int(unit.circleMinutes)))
        }
        let ready = Int((now - unit.statusSince).seconds / 60)
        if candidate.divertedFrom == nil, ready >= 1 { reasons.append(.ready(minutes: ready)) }
        var stale: Span?
        if unit.tracked, let at = board.position(of: unit)?.at, now - at > policy.positionStale { stale = now - at }
        return Recommendation(
            unit: candidate.unit, travelSeconds: candidate.known ? Int(candidate.seconds.rounded()) : nil,
            reasons: reasons, uncovers: uncovered(by: unit, board, now), divertedFrom: candidate.divertedFrom,
            stalePosition: stale, inPlan: candidate.planned)
    }

    /// What sending a unit leaves bare. Only a unit of a kind that can stand in for it covers what it leaves.
    func uncovered(by unit: FieldUnit, _ board: Board, _ now: Timestamp) -> Recommendation.Uncovered {
        guard unit.isFree else { return .nothing(stays: nil) }
        if unit.circleMinutes > 0 {
            let peer = board.units.elements.first { other in
                other.isFree && other.id != unit.id && policy.cover.covers(other.kind, unit.kind)
                    && other.dutyPoint == unit.dutyPoint && other.circleMinutes > 0
                    && other.circleMinutes <= unit.circleMinutes
            }
            if let peer { return .nothing(stays: peer.id) }
            return .circle(dutyPoint: unit.dutyPoint.words, minutes: Int(unit.circleMinutes))
        }
        guard !unit.homeBeat.isEmpty else { return .nothing(stays: nil) }
        let centre = board.beats[unit.homeBeat]?.centre ?? unit.dutyPoint.point
        var fill: (unit: UnitID, seconds: Double)?
        for other in board.units.elements
        where other.isFree && other.id != unit.id && other.pane == unit.pane
            && policy.cover.covers(other.kind, unit.kind)
        {
            if other.homeBeat == unit.homeBeat { return .nothing(stays: other.id) }
            guard let centre, let from = board.position(of: other)?.point else { continue }
            let seconds =
                policy.travel.seconds(from: from, to: centre, kind: other.kind, urgent: false)
                / policy.travel.pace(at: now)
            if seconds < fill?.seconds ?? .infinity { fill = (other.id, seconds) }
        }
        return .beat(unit.homeBeat, fill: fill?.unit, seconds: fill.map { Int($0.seconds.rounded()) })
    }
}
