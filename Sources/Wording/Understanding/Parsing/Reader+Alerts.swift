import DispatchModel
import DispatchPolicy

extension Reader {
    /// `ACK INCIDENT|UNIT|!ALERT|*`: the unanswered alerts about a thing, as they stand.
    mutating func acknowledge() throws(Stop) -> Order {
        let expected = pick("an incident, a unit, !alert, or * for all", "警情、单元、!告警号，或 * 表示全部")
        guard let word else { throw .incomplete(expected) }
        let waiting = board.alerts.elements.filter(\.asksForAnswer)
        if word.text == "*", !word.quoted {
            at += 1
            try finish()
            return try answer(waiting, word.columns)
        }
        if word.text.hasPrefix("!"), !word.quoted {
            at += 1
            try finish()
            return try answer(waiting.filter { word.text == "!\($0.id.rawValue)" }, word.columns)
        }
        let found = try alerts(about: word, waiting)
        try finish()
        guard found.count > 1 else { return try answer(found, word.columns) }
        throw ask(
            word.columns, pick("which alert of “\(word.text)”?", "“\(word.text)”的哪条告警？"),
            found.map { ("!\($0.id.rawValue)", words.alert($0, on: board, now: context.now)) })
    }

    private mutating func alerts(about word: Line.Word, _ waiting: [Alert]) throws(Stop) -> [Alert] {
        if word.text == ".", !word.quoted {
            at += 1
            return waiting.filter { alert in
                alert.incident != nil && alert.incident == context.selectedIncident
                    || alert.unit != nil && alert.unit == context.selectedUnit
            }
        }
        // A callsign of digits alone is told from an incident's number by what has an alert.
        let start = at
        let unit = try exactUnit()
        let ofUnit = unit.map { unit in waiting.filter { $0.unit == unit.id } } ?? []
        let afterUnit = at
        at = start
        guard isNumber(word) else {
            guard unit != nil else {
                _ = try self.unit()
                return []
            }
            at = afterUnit
            return ofUnit
        }
        let number = Reader.number(word)
        let ofIncident = waiting.filter { $0.incident?.rawValue == number }
        if ofIncident.isEmpty, ofUnit.isEmpty, unit == nil {
            _ = try incident()
            return []
        }
        at = unit == nil ? start + 1 : afterUnit
        return ofIncident + ofUnit.filter { alert in !ofIncident.contains { $0.id == alert.id } }
    }

    private func answer(_ alerts: [Alert], _ columns: Range<Int>) throws(Stop) -> Order {
        guard let first = alerts.first else {
            throw fail(
                columns, pick("no unanswered alert there", "该处没有未确认告警"),
                pick(
                    "\(words.key(.nextAlert)) goes to the next unanswered alert",
                    "按 \(words.key(.nextAlert)) 转到下一条未确认告警"))
        }
        let commands = alerts.map { Command.acknowledge($0.id, occurrence: $0.occurrence, severity: $0.severity) }
        let text =
            alerts.count == 1
            ? pick(
                "acknowledge: \(words.alert(first, on: board, now: context.now)) \(words.subject(of: first, on: board))",
                "确认：\(words.alert(first, on: board, now: context.now)) \(words.subject(of: first, on: board))")
            : pick("acknowledge \(alerts.count) alerts", "确认\(alerts.count)条告警")
        return Order(
            commands, text, incidents: alerts.compactMap(\.incident), units: alerts.compactMap(\.unit))
    }
}
