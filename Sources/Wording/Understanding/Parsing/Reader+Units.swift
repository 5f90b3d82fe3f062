import DispatchModel
import DispatchPolicy

extension Reader {
    /// `EN UNIT… [@TIME]` and its kin.
    mutating func advance(_ milestone: Milestone) throws(Stop) -> Order {
        let units = try leadingUnits()
        let stated = try statedTime()
        // What is left over after a list of callsigns is a callsign typed wrong.
        if stated == nil { try restIsNoUnit() } else { try finish() }
        return Order(
            advances(units, milestone, stated),
            pick(
                "\(callsigns(units)): \(words.milestone(milestone))",
                "\(callsigns(units))：\(words.milestone(milestone))")
                + told(advances(units, milestone, stated)),
            incidents: tasks(units), units: units.map(\.id))
    }

    /// `FB UNIT… [@TIME] [TEXT]`: the text becomes a note on the incident of the last unit.
    mutating func feedback() throws(Stop) -> Order {
        let units = try leadingUnits()
        let stated = try statedTime()
        let text = text()
        var commands = advances(units, .feedback, stated)
        let head = pick("\(callsigns(units)): feedback", "\(callsigns(units))：反馈") + told(commands)
        guard !text.isEmpty else { return Order(commands, head, incidents: tasks(units), units: units.map(\.id)) }
        if let task = units.last?.incident { commands.append(.note(task, text: text)) }
        return Order(
            commands, pick("\(head), “\(text)”", "\(head)，“\(text)”"), incidents: tasks(units), units: units.map(\.id))
    }

    private func advances(_ units: [FieldUnit], _ milestone: Milestone, _ stated: StatedTime?) -> [Command] {
        units.map { unit in
            .advance(unit.id, milestone, disposition: "", at: stated?.time(of: milestone, for: unit, on: board))
        }
    }

    /// The time that is recorded, which may be later in the minute than what was typed.
    private func told(_ commands: [Command]) -> String {
        guard case .advance(_, _, _, let at?)? = commands.last else { return "" }
        return pick(" at \(words.clock(at))", "（\(words.clock(at))）")
    }

    /// `CU UNIT… [@TIME] [DISPOSITION]`: of several units of an incident only the last carries the disposition.
    mutating func clearUnits() throws(Stop) -> Order {
        let units = try leadingUnits()
        let stated = try statedTime()
        let disposition = try disposition()
        var commands: [Command] = []
        for (index, unit) in units.enumerated() {
            let isLast = !units[(index + 1)...].contains { $0.incident == unit.incident }
            commands.append(
                .advance(
                    unit.id, .cleared, disposition: isLast ? disposition : "",
                    at: stated?.time(of: .cleared, for: unit, on: board)))
        }
        let head = pick("clear \(callsigns(units))", "\(callsigns(units)) 处置完毕") + told(commands)
        let closing = closes(units, disposition)
        let how = words.disposition(disposition)
        let text: String
        if disposition.isEmpty {
            text = head
        } else if closing.isEmpty {
            text = pick("\(head); note “\(how)”, other units stay", "\(head)；备注“\(how)”，其他单元仍在处置")
        } else {
            text = pick(
                "\(head); closes \(words.numbers(closing)) as “\(how)”", "\(head)；以“\(how)”办结 \(words.numbers(closing))"
            )
        }
        return Order(commands, text, incidents: tasks(units), units: units.map(\.id))
    }

    /// The incidents that have no other unit than these.
    private func closes(_ units: [FieldUnit], _ disposition: String) -> [IncidentID] {
        guard !disposition.isEmpty else { return [] }
        let ids = Set(units.map(\.id))
        return tasks(units).filter { id in
            board.incidents[id]?.openAssignments.allSatisfy { ids.contains($0.unit) } ?? false
        }
    }

    /// `W UNIT [REASON]`.
    mutating func withdraw() throws(Stop) -> Order {
        let unit = try subjectUnit()
        let reason = text()
        let task = unit.incident.map(words.number) ?? pick("nothing", "无任务")
        return Order(
            .withdraw(unit.id, reason: reason),
            because(pick("withdraw \(unit.callsign) from \(task)", "自 \(task) 撤回 \(unit.callsign)"), reason),
            incidents: tasks([unit]), units: [unit.id])
    }

    /// `OOS UNIT [REASON]`.
    mutating func outOfService() throws(Stop) -> Order {
        let unit = try subjectUnit()
        return status(unit, .outOfService, text())
    }

    /// `AV UNIT…`.
    mutating func available() throws(Stop) -> Order {
        let units = try leadingUnits()
        try restIsNoUnit()
        return Order(
            units.map { .setStatus($0.id, .available, reason: "") },
            pick("\(callsigns(units)): available", "\(callsigns(units))：待命"), incidents: tasks(units),
            units: units.map(\.id))
    }

    /// `ST UNIT STATUS [REASON]`.
    mutating func setStatus() throws(Stop) -> Order {
        let unit = try subjectUnit()
        let status = try status()
        // An emergency has no reason that could be recorded with it.
        if status == .emergency { try finish() }
        return self.status(unit, status, text())
    }

    private func status(_ unit: FieldUnit, _ status: UnitStatus, _ reason: String) -> Order {
        // An emergency is more than a status: it makes an incident and an alert.
        let command: Command =
            status == .emergency ? .emergency(unit.id) : .setStatus(unit.id, status, reason: reason)
        let (was, now) = (words.status(unit.status), words.status(status))
        return Order(
            command, because(pick("\(unit.callsign): \(was) → \(now)", "\(unit.callsign)：\(was) → \(now)"), reason),
            incidents: tasks([unit]), units: [unit.id])
    }

    /// `E UNIT`.
    mutating func emergency() throws(Stop) -> Order {
        let unit = try subjectUnit()
        try finish()
        return Order(
            .emergency(unit.id),
            pick(
                "OFFICER EMERGENCY \(unit.callsign): P1 incident and alert at its place",
                "警员紧急求助 \(unit.callsign)：在其位置新建一级警情并告警"),
            units: [unit.id])
    }

    private mutating func subjectUnit() throws(Stop) -> FieldUnit {
        if subjectOptional, let selected = try optionalUnit() { return selected }
        return try unit()
    }

    /// Says of the next word, if there is one, that no unit is called so.
    private mutating func restIsNoUnit() throws(Stop) {
        guard !isAtEnd else { return }
        _ = try unit()
        try finish()
    }

    func because(_ text: String, _ reason: String) -> String {
        reason.isEmpty ? text : pick("\(text): \(reason)", "\(text)：\(reason)")
    }

    func callsigns(_ units: [FieldUnit]) -> String {
        words.list(units.map(\.callsign))
    }

    func tasks(_ units: [FieldUnit]) -> [IncidentID] {
        units.compactMap(\.incident).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

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
            return (unit.id, seconds / context.policy.travel.pace(at: context.now))
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

extension Reader {
    /// `SY UNIT`, `SN UNIT`.
    mutating func answerStanding(_ answer: StandingAnswer) throws(Stop) -> Order {
        let unit = try unit()
        try finish()
        let goes = pick("\(unit.callsign) goes to stand there", "\(unit.callsign) 接受驻点建议")
        let stays = pick("\(unit.callsign) stays where it is", "\(unit.callsign) 谢绝驻点建议")
        return Order(.answerStanding(unit.id, answer), answer == .accepted ? goes : stays, units: [unit.id])
    }
}

extension Reader {
    /// `PAR UNIT… [INTERVAL|ok|off]`, `PAR INCIDENT [INTERVAL|off]`.
    mutating func check() throws(Stop) -> Order {
        if let word, Reader.number(word) != nil {
            let start = at
            let isUnit = try exactUnit() != nil
            at = start
            if !isUnit { return try checkOfIncident() }
        }
        let units = try leadingUnits()
        let (names, ids) = (callsigns(units), units.map(\.id))
        switch try checkWord() {
        case .answered:
            return Order(
                .answerCheck(ids), pick("\(names): asked, is well", "\(names)：清点应答，平安"), incidents: tasks(units),
                units: ids)
        case .every(let interval): return Order(.setCheck(ids, interval: interval), every(interval, names), units: ids)
        case .off:
            return Order(
                .setCheck(ids, interval: nil), pick("\(names): personnel check ends", "\(names)：结束人员清点"),
                units: ids)
        }
    }

    private mutating func checkOfIncident() throws(Stop) -> Order {
        let incident = try incident()
        let about = words.incident(incident, on: board)
        let columns = rest
        switch try checkWord() {
        case .answered:
            throw fail(
                columns, pick("each crew answers for itself", "须由各单元分别应答"),
                pick("name the units: PAR 3A12 ok", "请指明单元：PAR 3A12 ok"))
        case .every(let interval):
            return Order(
                .setIncidentCheck(incident.id, interval: interval), every(interval, about), incidents: [incident.id])
        case .off:
            return Order(
                .setIncidentCheck(incident.id, interval: nil),
                pick("\(about): personnel check ends", "\(about)：结束人员清点"), incidents: [incident.id])
        }
    }

    private func every(_ interval: Span, _ whom: String) -> String {
        let rules = context.policy.personnelChecks
        let (every, retry) = (words.length(interval), words.length(rules.retry))
        return pick(
            "\(whom): a word every \(every); after \(rules.misses) misses, \(retry) apart, officer emergency",
            "\(whom)：每\(every)清点人员；连续\(rules.misses)次未应答（间隔\(retry)）即报紧急求助")
    }

    private enum CheckWord {
        case answered, off
        case every(Span)
    }

    /// What is said of a check: that the crew answered, that it ends, or its interval; the usual one when nothing is.
    private mutating func checkWord() throws(Stop) -> CheckWord {
        guard let word else { return .every(context.policy.personnelChecks.interval) }
        at += 1
        try finish()
        let text = word.text.lowercased()
        if ["ok", "yes", "平安", "正常", "应答"].contains(text) { return .answered }
        if ["off", "end", "停止", "结束"].contains(text) { return .off }
        guard let interval = Span(written: text, bare: .minutes(1)) else {
            throw fail(
                word.columns, pick("“\(word.text)” is not an interval", "“\(word.text)”不是间隔"),
                pick("type 20m, ok when the crew has answered, or off", "请输入 20m、ok（已应答）或 off（结束）"))
        }
        return .every(interval)
    }
}

extension Reader {
    /// `TM TIME [#INCIDENT|UNIT|.] [TEXT]`: on nothing when no thing is named.
    mutating func timer() throws(Stop) -> Order {
        let due = try timerEnd()
        var new = NewTimer(due: due)
        if let word, !word.quoted, word.text.hasPrefix("#") || word.text == "." && context.selectedIncident != nil {
            new.incident = try incident().id
        } else if word?.text == "." {
            new.unit = try unit().id
        } else if let unit = try exactUnit() {
            new.unit = unit.id
        }
        new.text = text()
        let subject =
            new.incident.flatMap { board.incidents[$0] }.map { words.incident($0, on: board) }
            ?? new.unit.map { words.callsign($0, on: board) }
        let at = words.clauses(words.when(due, now: context.now), words.left(due, now: context.now))
        let head =
            subject.map { pick("timer on \($0) for \(at)", "\($0) 计时提醒 \(at)") }
            ?? pick("timer for \(at)", "计时提醒 \(at)")
        return Order(
            .setTimer(new), because(head, new.text), incidents: [new.incident].compactMap { $0 },
            units: [new.unit].compactMap { $0 })
    }

    /// `T UNIT…`, or a timer where a length of time stands in the place of the unit.
    mutating func transportOrTimer() throws(Stop) -> Order {
        guard let word, !word.quoted, Span(written: word.text) != nil else { return try advance(.transporting) }
        let start = at
        let isUnit = try exactUnit() != nil
        at = start
        return isUnit ? try advance(.transporting) : try timer()
    }

    /// When a timer rings: `10m`, `1h30m`, `until 14:05`.
    private mutating func timerEnd() throws(Stop) -> Timestamp {
        let expected = pick("when: 10m, 1h30m, or until 14:05", "何时：10m、1h30m 或 until 14:05")
        let word = try takeWord(expecting: expected)
        let text = word.text.lowercased()
        if ["until", "till", "at", "至", "到"].contains(text) {
            let time = try takeWord(expecting: pick("a time such as 14:05", "时刻，如 14:05"))
            return try timeOfDay(time.text, time.columns)
        }
        if text.contains(":") { return try timeOfDay(text, word.columns) }
        guard let span = Span(written: text, bare: .minutes(1)), span > .zero else {
            throw fail(word.columns, pick("“\(word.text)” is not a length of time", "“\(word.text)”不是时长"), expected)
        }
        return context.now + span
    }
}
