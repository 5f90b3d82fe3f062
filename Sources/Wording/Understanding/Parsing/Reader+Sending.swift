import DispatchModel
import DispatchPolicy

extension Reader {
    /// `D UNIT… INCIDENT`: the last word is the incident, all before it are units.
    mutating func send(divert: Bool) throws(Stop) -> Order {
        let expectUnits = pick("units, then the incident: 3A12 3A14 4821", "单元，然后是警情：3A12 3A14 4821")
        guard !isAtEnd else { throw .incomplete(expectUnits) }
        let last = line.words.count - 1
        if subjectOptional, !isNumber(line.words[last]), line.words[last].text != ".",
            let id = context.selectedIncident,
            let incident = board.incidents[id]
        {
            return try send(to: incident, before: line.words.count, divert: divert)
        }
        guard last > at else {
            _ = try units(before: last + 1)
            throw .incomplete(pick("the incident's number, or . for the selected one", "警情编号，或 . 表示选中的警情"))
        }
        var target = Reader(line: line, context: context, at: last, subjectOptional: false)
        // Units first: while the incident is still being typed, a wrong callsign is told already.
        var ahead = self
        if ahead.word?.text != "*" { _ = try ahead.units(before: last) }
        let incident = try target.incident()
        return try send(to: incident, before: last, divert: divert)
    }

    private mutating func send(to incident: Incident, before end: Int, divert: Bool) throws(Stop) -> Order {
        let sent: [FieldUnit]
        if let word, word.text == "*", !word.quoted, end == at + 1 {
            sent = try planned(for: incident, word.columns)
            at += 1
        } else {
            sent = try units(before: end)
        }
        let target = words.incident(incident, on: board)
        let list = words.list(sent.map { describe($0, for: incident) })
        let text =
            divert
            ? pick("divert \(list) → \(target)", "改派 \(list) → \(target)")
            : pick("assign \(list) → \(target)", "派警 \(list) → \(target)")
        return Order(
            .assign(incident.id, sent.map(\.id), divert: divert), withTravel(text, sent, incident),
            incidents: [incident.id], units: sent.map(\.id))
    }

    /// The response plan's units for an incident, or the best one when it has no plan.
    func planned(for incident: Incident, _ columns: Range<Int>) throws(Stop) -> [FieldUnit] {
        let recommender = Recommender(policy: context.policy)
        var chosen = recommender.planSet(for: incident, board: board, now: context.now).units
        if chosen.isEmpty {
            chosen = recommender.rank(incident, board: board, now: context.now, limit: 1)
                .filter { $0.divertedFrom == nil }.map(\.unit)
        }
        guard !chosen.isEmpty else {
            throw fail(
                columns, pick("no free unit was found", "没有可派单元"),
                pick("name a unit, or divert one with DV", "请指定单元，或用 DV 改派"))
        }
        return chosen.compactMap { board.units[$0] }
    }

    /// A unit in a preview: `3A12 (available, beat B07)`.
    private func describe(_ unit: FieldUnit, for incident: Incident) -> String {
        var parts = [words.status(unit.status)]
        if let task = unit.incident { parts.append(words.number(task)) }
        if !unit.homeBeat.isEmpty { parts.append(pick("beat \(unit.homeBeat)", "巡区 \(unit.homeBeat)")) }
        return pick("\(unit.callsign) (\(words.list(parts)))", "\(unit.callsign)（\(words.list(parts))）")
    }

    /// The preview with the travel time of the unit that will be there first.
    func withTravel(_ text: String, _ units: [FieldUnit], _ incident: Incident) -> String {
        guard let to = incident.place.point else {
            return pick("\(text); place without a point, no travel times", "\(text)；地点无坐标，无法估算行程")
        }
        let times = units.compactMap { unit -> (UnitID, Double)? in
            guard let from = board.position(of: unit)?.point else { return nil }
            let seconds = context.policy.travel.seconds(
                from: from, to: to, kind: unit.kind, urgent: incident.priority <= .p2)
            return (unit.id, seconds)
        }
        guard let best = times.min(by: { $0.1 < $1.1 }) else {
            return pick("\(text); travel time unknown", "\(text)；行程未知")
        }
        let away = words.travel(Int(best.1.rounded()))
        guard units.count > 1 else { return pick("\(text); \(away) away", "\(text)；行程 \(away)") }
        let first = words.callsign(best.0, on: board)
        return pick("\(text); \(first) first, \(away) away", "\(text)；\(first) 最先到，行程 \(away)")
    }
}
