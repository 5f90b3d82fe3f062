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

extension Reader {
    /// `GR INCIDENT GRADE`.
    mutating func gradeDispute() throws(Stop) -> Order {
        let incident = try incident()
        let expected = words.list(DisputeGrade.allCases.map(words.grade))
        let word = try takeWord(expecting: pick("a grade: \(expected)", "纠纷等级：\(expected)"))
        let found = TermWords.matching(word.text, in: TermWords.grades)
        guard let grade = found.first, found.count == 1 else {
            throw fail(
                word.columns, pick("“\(word.text)” is not a grade", "“\(word.text)”不是纠纷等级"),
                pick("type one of \(expected)", "请输入：\(expected)"))
        }
        try finish()
        let about = words.incident(incident, on: board)
        return Order(
            .gradeDispute(incident.id, grade),
            pick("grade \(about) as \(words.grade(grade)) dispute", "将 \(about) 定为\(words.grade(grade))纠纷"),
            incidents: [incident.id])
    }

    /// `WN`, `RT` and `SE` with an incident.
    mutating func advanceDispute(_ step: DisputeStep) throws(Stop) -> Order {
        let incident = try incident()
        try finish()
        let about = words.incident(incident, on: board)
        return Order(
            .advanceDispute(incident.id, step),
            pick("dispute \(about): \(words.done(step))", "纠纷 \(about)：\(words.done(step))"),
            incidents: [incident.id])
    }

    /// `MD INCIDENT KIND [MEDIATOR] DUE`.
    mutating func mediate() throws(Stop) -> Order {
        let incident = try incident()
        let known = words.list(MediationKind.allCases.map { "\($0)" })
        let word = try takeWord(expecting: pick("which mediation: \(known)", "调解类别：人民、行政、司法"))
        let found = TermWords.matching(word.text, in: TermWords.mediations)
        guard let kind = found.first, found.count == 1 else {
            throw fail(
                word.columns, pick("“\(word.text)” is not a kind of mediation", "“\(word.text)”不是调解类别"),
                pick("type one of \(known)", "请输入：人民、行政、司法"))
        }
        let (body, due) = try mediator()
        let mediation = words.mediation(Mediation(kind: kind, body: body))
        let (about, end) = (words.incident(incident, on: board), words.deadline(due, now: context.now))
        let units = incident.openAssignments.map(\.unit)
        let text = pick("hand \(about) over to \(mediation), due \(end)", "将 \(about) 移交\(mediation)，期限 \(end)")
        let freed = words.callsigns(units, on: board)
        return Order(
            .mediate(incident.id, kind, body: body, due: due),
            units.isEmpty ? text : pick("\(text); free again: \(freed)", "\(text)；转为待命：\(freed)"),
            incidents: [incident.id], units: units)
    }

    /// Who mediates, which may be left out, and the due date, which is the last word: `7d`, `2026-12-05`.
    private mutating func mediator() throws(Stop) -> (body: String, due: Timestamp) {
        guard let last = line.words.last, !isAtEnd else { throw .incomplete(words.mediationWanted) }
        guard !last.quoted, let due = dueDate(last.text) else {
            throw .incomplete(words.mediationWanted)
        }
        let start = line.words[at].columns.lowerBound
        let isAlone = at == line.words.count - 1
        let quoted = !isAlone && line.words[at].quoted && at == line.words.count - 2
        let body =
            quoted
            ? line.words[at].text : isAlone ? "" : String(line.characters[start..<last.columns.lowerBound])
        at = line.words.count
        return (String(body.trimmingBlanks), due)
    }

    /// A length of time from now, a bare number counting days, or the end of a day.
    private func dueDate(_ text: String) -> Timestamp? {
        if let span = Span(written: text, bare: .hours(24)) { return context.now + span }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count <= $1 }),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        return words.zone.instant(year: year, month: month, day: day, hour: 23, minute: 59, second: 0)
    }
}
