import DispatchModel
import DispatchPolicy
import Formats

extension Reader {
    /// What a triage on the line can change.
    enum Triaged {
        case priority, type, place, beat
    }

    /// `P`, `TY`, `PL`, `BT` with an incident, and `TR`, which changes nothing.
    mutating func change(_ triaged: Triaged?) throws(Stop) -> Order {
        let incident = try incident()
        var change = TriageChange()
        var parts: [String] = []
        switch triaged {
        case .priority?:
            let priority = try priority(of: incident)
            change.priority = priority
            parts.append(words.priority(priority))
        case .type?:
            let columns = rest
            let quoted = isQuotedAlone
            let type = try type(try requiredText(expecting: pick("a type", "类型")), columns, quoted: quoted)
            change.type = type
            parts.append(words.type(type, on: board))
        case .place?:
            let columns = rest
            let quoted = isQuotedAlone
            let text = try requiredText(expecting: pick("a place", "地点"))
            let place = try place(text, columns, quoted: quoted, beat: incident.beat, asksBeat: false).place
            change.place = place
            parts.append(place.text)
        case .beat?:
            let columns = rest
            let beat = try beat(try requiredText(expecting: pick("a beat, such as B02", "巡区，如 B02")), columns)
            change.beat = beat
            parts.append(words.beat(beat, on: board))
        case nil: break
        }
        try finish()
        let about = words.incident(incident, on: board)
        let text =
            parts.isEmpty
            ? pick("confirm \(about)", "分流确认 \(about)")
            : pick("\(about): now \(words.list(parts))", "\(about)：改为 \(words.list(parts))")
        return Order(.triage(incident.id, change), text, incidents: [incident.id])
    }

    private mutating func priority(of incident: Incident) throws(Stop) -> Priority {
        let expected = pick("a priority, 1 to 5, + or -", "等级 1 至 5，或 +、-")
        let word = try takeWord(expecting: expected)
        if word.text == "+", let raised = incident.priority.raised { return raised }
        if word.text == "-", let lowered = incident.priority.lowered { return lowered }
        if word.text == "+" || word.text == "-" { return incident.priority }
        guard let priority = Reader.priority(word.text) else {
            throw fail(word.columns, pick("“\(word.text)” is not a priority", "“\(word.text)”不是等级"), expected)
        }
        return priority
    }

    /// `1` to `5`, `p1` to `p5`, 一级 to 五级.
    static func priority(_ text: String) -> Priority? {
        let small = text.lowercased()
        return Priority.allCases.first { priority in
            small == "\(priority.rawValue)" || small == "p\(priority.rawValue)"
                || small == Words(.chinese).priority(priority)
        }
    }

    /// `N INCIDENT TEXT`.
    mutating func note() throws(Stop) -> Order {
        let incident = try incident()
        let text = try requiredText(expecting: pick("the note", "备注内容"))
        let about = words.incident(incident, on: board)
        return Order(
            .note(incident.id, text: text), pick("note on \(about): “\(text)”", "\(about) 备注：“\(text)”"),
            incidents: [incident.id])
    }

    /// `R INCIDENT [cb:NUMBER caller:NAME flat:FLAT via:WAY] TEXT`.
    mutating func report() throws(Stop) -> Order {
        let incident = try incident()
        let caller = try callerMarks().caller(self)
        let text = try requiredText(expecting: pick("what was reported", "报警内容"))
        let about = words.incident(incident, on: board)
        return Order(
            .addReport(incident.id, caller: caller, text: text),
            told(by: caller, pick("another report of \(about): “\(text)”", "\(about) 又一报警：“\(text)”")),
            incidents: [incident.id])
    }

    /// `CB INCIDENT [REPORT] cb:NUMBER caller:NAME flat:FLAT via:WAY`: the newest report where none is named; what is not
    /// said stays as it is known.
    mutating func correctCaller() throws(Stop) -> Order {
        let incident = try incident()
        let report = try namedReport(of: incident)
        let marks = try callerMarks()
        try finish()
        guard !marks.given.isEmpty else { throw .incomplete(words.callerWanted) }
        let caller = try marks.caller(correcting: report.by, self)
        let about = words.incident(incident, on: board)
        return Order(
            .correctCaller(incident.id, report: report.number, caller),
            pick("caller of \(about): \(words.caller(caller))", "\(about) 报警人：\(words.caller(caller))"),
            incidents: [incident.id])
    }

    /// What the next words say of a caller.
    private mutating func callerMarks() throws(Stop) -> CallerMarks {
        var marks = CallerMarks()
        while at < line.words.count {
            let count = try marks.takeMark(line.words, at: at, self)
            guard count > 0 else { break }
            at += count
        }
        return marks
    }

    /// A report by its order in the incident, from 1; the newest where the next word is no number.
    private mutating func namedReport(of incident: Incident) throws(Stop) -> Report {
        guard let word, !word.quoted, CallerMarks.mark(word) == nil else {
            guard let newest = incident.reports.last else { throw .incomplete(words.callerWanted) }
            return newest
        }
        guard let place = Int(word.text), incident.reports.indices.contains(place &- 1) else {
            throw unknownReport(word, incident)
        }
        at += 1
        return incident.reports[place - 1]
    }

    private func unknownReport(_ word: Line.Word, _ incident: Incident) -> Stop {
        let known = words.list(incident.reports.indices.map { "\($0 + 1)" })
        return fail(
            word.columns,
            pick(
                "\(words.number(incident.id)) has no report \(word.text)",
                "\(words.number(incident.id)) 没有第 \(word.text) 条报警"),
            pick("its reports are \(known)", "其报警为第 \(known) 条"))
    }

    /// By which way a report came.
    func way(_ text: String, _ columns: Range<Int>) throws(Stop) -> CallWay {
        let found = TermWords.matching(text, in: TermWords.ways)
        guard let way = found.first, found.count == 1 else {
            throw fail(
                columns, pick("“\(text)” is no way in which a report comes", "“\(text)”不是报警方式"),
                pick("type one of \(words.ways)", "请输入：\(words.ways)"))
        }
        return way
    }

    /// What will happen, with who said it.
    private func told(by caller: Caller, _ text: String) -> String {
        caller.isEmpty ? text : pick("\(text); \(words.caller(caller))", "\(text)；\(words.caller(caller))")
    }

    /// `H INCIDENT 15m [REASON]` and `HR INCIDENT`.
    mutating func hold(release: Bool) throws(Stop) -> Order {
        let incident = try incident()
        let about = words.incident(incident, on: board)
        if release {
            try finish()
            return Order(
                .releaseHold(incident.id), pick("release the hold of \(about)", "解除搁置 \(about)"),
                incidents: [incident.id])
        }
        let until = try holdEnd()
        let reason = text()
        let end = until.map { words.when($0, now: context.now) }
        let text =
            end.map { pick("hold \(about) until \($0)", "搁置 \(about) 至 \($0)") }
            ?? pick("hold \(about) until released", "搁置 \(about) 直至解除")
        return Order(
            .hold(incident.id, until: until, reason: reason), because(text, reason), incidents: [incident.id])
    }

    /// `CE INCIDENT DISPOSITION`.
    mutating func close() throws(Stop) -> Order {
        let incident = try incident()
        let disposition = try disposition()
        guard !disposition.isEmpty else {
            let known = words.list(context.policy.dispositions.map { words.disposition($0) })
            throw .incomplete(pick("how it ended: \(known), or any text", "处置结果：\(known)，或任意文字"))
        }
        let how = words.disposition(disposition)
        let about = words.incident(incident, on: board)
        let units = incident.openAssignments.map(\.unit)
        let text = pick("close \(about) as “\(how)”", "以“\(how)”办结 \(about)")
        let freed = words.callsigns(units, on: board)
        return Order(
            .close(incident.id, disposition: disposition),
            units.isEmpty ? text : pick("\(text); free again: \(freed)", "\(text)；转为待命：\(freed)"),
            incidents: [incident.id], units: units)
    }

    /// `RO INCIDENT [REASON]`.
    mutating func reopen() throws(Stop) -> Order {
        takesMerged = true
        let incident = try incident()
        let reason = text()
        let about = words.incident(incident, on: board)
        return Order(
            .reopen(incident.id, reason: reason), because(pick("reopen \(about)", "重新打开 \(about)"), reason),
            incidents: [incident.id])
    }

    /// `M A B` and `X A B`. After a long name one incident alone is the other one, the selected is the first.
    mutating func relate(merge: Bool) throws(Stop) -> Order {
        let first: Incident
        if subjectOptional, line.words.count - at == 1, let id = context.selectedIncident, let own = board.incidents[id]
        {
            first = own
        } else {
            first = try incident()
        }
        var second = Reader(line: line, context: context, at: at, subjectOptional: false)
        let other = try second.incident()
        try second.finish()
        let (one, two) = (words.incident(first, on: board), words.incident(other, on: board))
        let ids = [first.id, other.id]
        guard merge else {
            return Order(
                .link(first.id, other.id), pick("cross-reference \(one) and \(two)", "关联 \(one) 与 \(two)"),
                incidents: ids)
        }
        let reports = words.count(first.reports.count, "report", "reports", "条报警")
        return Order(
            .merge(first.id, into: other.id),
            pick("merge \(one) into \(two), \(reports)", "将 \(one) 并入 \(two)，共\(reports)"), incidents: ids)
    }

    /// `SP INCIDENT REPORT…`: reports by their order in the incident, from 1.
    mutating func split() throws(Stop) -> Order {
        let incident = try incident()
        let known = words.list(incident.reports.indices.map { "\($0 + 1)" })
        var numbers: [Int64] = []
        while let word {
            guard let place = Int(word.text), incident.reports.indices.contains(place &- 1) else {
                throw unknownReport(word, incident)
            }
            let number = incident.reports[place - 1].number
            if !numbers.contains(number) { numbers.append(number) }
            at += 1
        }
        guard !numbers.isEmpty else {
            throw .incomplete(pick("the reports to take out, of \(known)", "要移出第几条报警（\(known)）"))
        }
        let about = words.incident(incident, on: board)
        let taken = words.count(numbers.count, "report", "reports", "条报警")
        return Order(
            .split(incident.id, reports: numbers),
            pick("new incident from \(taken) of \(about)", "将 \(about) 的\(taken)拆分为新警情"), incidents: [incident.id])
    }
}

extension Reader {
    /// `N` is decided by shape: after an incident's number or `.` comes a note, anything else is a new incident. A number
    /// that is a type's code, with a place right after it, is a type.
    mutating func newOrNote() throws(Stop) -> Order {
        let name = line.words.first?.text.lowercased()
        if name == "note" { return try note() }
        if name == "create" || name == "new" { return try create() }
        guard let word else {
            throw .incomplete(
                pick(
                    "TYPE @PLACE for a new incident, or an incident's number and a note",
                    "“类型 @地点”新建警情，或“警情编号 备注”"))
        }
        if word.text == ".", !word.quoted { return try note() }
        guard isNumber(word) else { return try create() }
        let placeFollows = at + 1 < line.words.count && line.words[at + 1].text.hasPrefix("@")
        if placeFollows, board.typeNames.contains(word.text) { return try create() }
        return try note()
    }

    /// `N TYPE @PLACE [P1…P5] [b:BEAT] [cb:NUMBER] [> UNIT…] ["TEXT"]`.
    mutating func create() throws(Stop) -> Order {
        let reader = Reader(line: line.detaching(">"), context: context, at: at, subjectOptional: false)
        let draft = try NewIncidentDraft(reader, reader.line.words, from: at)
        guard let first = draft.type.first, let last = draft.type.last else {
            throw .incomplete(pick("the type of the incident", "警情类型"))
        }
        let typeText = draft.type.map(\.raw).joined(separator: " ")
        let type = try reader.type(
            typeText, first.columns.lowerBound..<last.columns.upperBound, quoted: first.quoted)
        guard let placeColumns = draft.placeColumns, !draft.place.isEmpty else {
            throw .incomplete(pick("@ and the place", "@ 加地点"))
        }
        let placeText = draft.place.map(\.raw).joined(separator: " ")
        // The @ stays where it is when a choice is put in.
        let at = placeColumns.lowerBound + 1..<max(placeColumns.lowerBound + 1, placeColumns.upperBound)
        let given = try draft.beat.map { word throws(Stop) in try reader.beat(word.text, word.columns) }
        let (place, placeBeat) = try reader.place(
            placeText, at, quoted: draft.place[0].quoted, beat: given ?? "", asksBeat: given == nil)
        let beat = given ?? placeBeat
        let new = NewIncident(
            type: type, priority: draft.priority ?? reader.usualPriority(of: type), place: place, beat: beat,
            text: draft.text?.text ?? "", caller: try draft.caller.caller(reader))
        return try reader.order(for: new, draft)
    }

    private func order(for new: NewIncident, _ draft: NewIncidentDraft) throws(Stop) -> Order {
        var new = new
        let incident = Incident(type: new.type, priority: new.priority, place: new.place, beat: new.beat)
        var units: [FieldUnit] = []
        if let range = draft.units {
            units = try unitsToSend(range, incident)
            new.units = units.map(\.id)
        }
        return Order(.create(new), describe(new, units, incident, draft), units: new.units)
    }

    private func unitsToSend(_ range: Range<Int>, _ incident: Incident) throws(Stop) -> [FieldUnit] {
        guard let index = range.first else {
            throw .incomplete(pick("the units to send, or * for the plan", "要派出的单元，或 * 表示按预案"))
        }
        let word = line.words[index]
        if range.count == 1, word.text == "*" { return try planned(for: incident, word.columns) }
        var reader = Reader(line: line, context: context, at: index, subjectOptional: false)
        return try reader.units(before: range.upperBound)
    }

    private func describe(
        _ new: NewIncident, _ units: [FieldUnit], _ incident: Incident, _ draft: NewIncidentDraft
    ) -> String {
        let type = words.type(new.type, on: board)
        let level = words.priority(new.priority)
        var text = pick("new \(level) \(type) at \(new.place[.english])", "新建\(level)警情：\(type)，\(new.place[.chinese])")
        let hazards = HazardWords(words).lines(
            of: context.places, at: new.place, beat: new.beat, now: context.now, limit: 1)
        if let hazard = hazards.first { text = words.clauses(hazard, text) }
        if draft.priority == nil { text = pick("\(text) (priority as usual)", "\(text)（默认等级）") }
        if !new.beat.isEmpty { text = pick("\(text), beat \(new.beat)", "\(text)，巡区 \(new.beat)") }
        if !new.text.isEmpty { text = pick("\(text), “\(new.text)”", "\(text)，“\(new.text)”") }
        text = told(by: new.caller, text)
        guard !units.isEmpty else {
            return new.place.point == nil
                ? pick("\(text); place without a point, no travel times", "\(text)；地点无坐标，无法估算行程") : text
        }
        text = pick("\(text); assign \(callsigns(units))", "\(text)；派警 \(callsigns(units))")
        return withTravel(text, units, incident)
    }

    /// The priority that the room gives to a type; else the one that most incidents of the type on the board have, the more
    /// urgent of two as frequent; P3 when there are none.
    func usualPriority(of type: String) -> Priority {
        if let named = board.typeNames[type]?.priority { return named }
        var counts: [Priority: Int] = [:]
        for incident in board.incidents.elements where incident.type == type {
            counts[incident.priority, default: 0] += 1
        }
        let usual = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
        return usual?.key ?? .p3
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
