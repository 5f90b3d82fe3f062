import DispatchModel

extension Completer {
    private var reader: Reader { Reader(line: line, context: context, at: 0, subjectOptional: false) }

    /// Callsigns, free units first.
    func units() -> [Completion] {
        let named = Set(before.map { $0.text.lowercased() })
        let near = partial.text.isEmpty ? board.units.elements : reader.unitsNear(partial.text)
        let sorted = near.filter { !named.contains($0.callsign.lowercased()) }.sorted {
            ($0.isFree ? 0 : 1, $0.callsign) < ($1.isFree ? 0 : 1, $1.callsign)
        }
        return sorted.prefix(LineGrammar.completionLimit).map { offer(Reader.typed($0.callsign), reader.describe($0)) }
    }

    /// The star that stands for the response plan, where no unit is named yet.
    func plan() -> [Completion] {
        guard before.count == 1, partial.text.isEmpty, let verb = before.first.flatMap({ Verb(code: $0.text) }),
            verb.slots.contains(.incident)
        else { return [] }
        return [offer("*", words.pick("the response plan's units", "按预案所需警力"))]
    }

    /// Numbers of open incidents, or of closed ones, that begin, else end, with the digits typed; the most urgent and oldest first.
    func incidents(closed: Bool = false) -> [Completion] {
        let digits = partial.text.drop { $0 == "#" }
        var offers: [Completion] = []
        if partial.text.isEmpty || partial.text == ".", let id = context.selectedIncident, let own = board.incidents[id]
        {
            offers.append(
                offer(
                    ".",
                    words.pick("selected: \(words.incident(own, on: board))", "选中：\(words.incident(own, on: board))")))
        }
        let typed = Digits(digits)
        guard typed != nil || digits.isEmpty else { return offers }
        var beginning: [IncidentKey] = []
        var ending: [IncidentKey] = []
        for incident in board.incidents.elements where incident.isOpen != closed {
            if typed?.begin(incident.id.rawValue) ?? true {
                beginning.append(IncidentKey(incident))
            } else if typed?.end(incident.id.rawValue) ?? true {
                ending.append(IncidentKey(incident))
            }
        }
        let near = (beginning.isEmpty ? ending : beginning).sorted().prefix(LineGrammar.completionLimit)
        return offers
            + near.compactMap { board.incidents[$0.id] }.map {
                offer("\($0.id.rawValue)", words.incident($0, on: board))
            }
    }

    func dispositions() -> [Completion] {
        context.policy.dispositions.filter { one in
            [one.code, one.name.english, one.name.chinese].contains(where: needle.begins)
        }.map { offer(Reader.typed($0.recorded), words.disposition($0)) }
    }

    func statuses() -> [Completion] {
        let near = partial.text.isEmpty ? UnitStatus.allCases : TermWords.statuses(beginning: partial.text)
        return near.map { offer(TermWords.typed($0), words.status($0)) }
    }

    func priorities() -> [Completion] {
        Priority.allCases.filter { needle.begins("\($0.rawValue)") || needle.begins("p\($0.rawValue)") }.map {
            offer("\($0.rawValue)", words.priorityMeaning($0))
        }
    }

    /// Types by code and words; the code goes in, since only it is sure to mean one type.
    func types(_ needle: Needle, _ columns: Range<Int>) -> [Completion] {
        board.typeNames.elements.filter { type in
            needle.begins(type.code) || needle.beginsWord(in: type.english) || needle.isIn(type.chinese)
                || needle.isSpoken(in: type.names)
        }
        .sorted { ($0.english, $0.code) < ($1.english, $1.code) }
        .prefix(LineGrammar.completionLimit)
        .map { offer(Reader.typed($0.code), words.type($0.code, on: board), columns) }
    }

    /// The places that the room knows by name, then those of the board.
    func places(_ text: String, _ columns: Range<Int>, mark: String) -> [Completion] {
        let named = PlaceOffers.found(text, in: context)
        let offers = named.map { match in
            let typed = mark.isEmpty ? Reader.typed(match.names[words.language]) : NamedPlace(match, in: named).typed
            return offer(mark + typed, PlaceOffers.note(match, words, board), columns)
        }
        let texts = Set(named.map { $0.names[words.language] })
        return offers + boardPlaces(text, columns, mark: mark).filter { !texts.contains($0.text.dropQuotes(mark)) }
    }

    private func boardPlaces(_ text: String, _ columns: Range<Int>, mark: String) -> [Completion] {
        KnownPlaces(board).beginning(with: text, in: words.language).prefix(LineGrammar.completionLimit).map { place in
            offer(mark + Reader.typed(place), words.pick("known place", "已知地点"), columns)
        }
    }

    func beats(_ needle: Needle, mark: String) -> [Completion] {
        KnownBeats.codes(board).filter { code in
            guard !needle.begins(code), let beat = board.beats[code] else { return needle.begins(code) }
            return needle.beginsWord(in: beat.name) || needle.begins(beat) || needle.isSpoken(first: beat.names)
        }.prefix(LineGrammar.completionLimit).map { offer(mark + Reader.typed($0), words.beat($0, on: board)) }
    }

    func durations() -> [Completion] {
        let offers = [
            ("15m", words.pick("15 minutes", "15分钟")), ("30m", words.pick("30 minutes", "30分钟")),
            ("1h", words.pick("an hour", "1小时")), ("until", words.pick("until a time such as 14:05", "至某时刻，如 14:05")),
            ("open", words.pick("until released", "直至解除")),
        ]
        return offers.filter { needle.begins($0.0) }.map { offer($0.0, $0.1) }
    }

    func grades() -> [Completion] {
        let near = partial.text.isEmpty ? DisputeGrade.allCases : TermWords.matching(partial.text, in: TermWords.grades)
        return near.map { offer("\($0)", words.gradeChoice($0, context.policy.deadlines.disputes)) }
    }

    func mediations() -> [Completion] {
        let near =
            partial.text.isEmpty ? MediationKind.allCases : TermWords.matching(partial.text, in: TermWords.mediations)
        return near.map { offer("\($0)", words.mediation($0)) }
    }

    /// The reports of the incident that is named first, by their order in it.
    func reports() -> [Completion] {
        guard before.count > 1 else { return [] }
        let named = before[1].text == "." ? context.selectedIncident : Reader.number(before[1]).map(IncidentID.init)
        guard let incident = named.flatMap({ board.incidents[$0] }) else { return [] }
        let taken = Set(before.dropFirst(2).map(\.text))
        return incident.reports.enumerated().compactMap { index, report in
            let place = "\(index + 1)"
            guard needle.begins(place), !taken.contains(place) else { return nil }
            return offer(place, "\(words.clock(report.at)) \(report[words.language])")
        }
    }

    func alerts() -> [Completion] {
        let waiting = board.alerts.elements.filter(\.asksForAnswer)
        let all =
            partial.text.isEmpty && !waiting.isEmpty
            ? [offer("*", words.pick("every unanswered alert", "全部未确认告警"))] : []
        return all
            + waiting.filter { needle.begins("!\($0.id.rawValue)") || begins(subject: $0) }.map { alert in
                let text = words.alert(alert, on: board, now: context.now)
                return offer("!\(alert.id.rawValue)", "\(text) \(words.subject(of: alert, on: board))")
            }
    }

    private func begins(subject alert: Alert) -> Bool {
        if let incident = alert.incident, needle.begins("\(incident.rawValue)") { return true }
        return alert.unit.map { needle.begins(words.callsign($0, on: board)) } ?? false
    }
}

/// What incidents are offered by: the most urgent first, of those the longest waiting.
private struct IncidentKey: Comparable {
    var id: IncidentID
    var order: (UInt8, Int64)

    init(_ incident: Incident) {
        id = incident.id
        order = (incident.priority.rawValue, incident.received.rawValue)
    }

    static func == (left: IncidentKey, right: IncidentKey) -> Bool { left.id == right.id }

    static func < (left: IncidentKey, right: IncidentKey) -> Bool {
        (left.order.0, left.order.1, left.id) < (right.order.0, right.order.1, right.id)
    }
}

extension Completer {
    /// What may be said of a caller and is not yet; behind `via:` the ways.
    func callerMarks() -> [Completion] {
        guard !partial.quoted else { return [] }
        if let (mark, length) = CallerMarks.mark(partial), mark == .way {
            let typed = String(partial.text.dropFirst(length))
            let near = typed.isEmpty ? CallWay.allCases : TermWords.matching(typed, in: TermWords.ways)
            return near.map { way in
                offer(partial.text.prefix(length) + TermWords.typed(way), words.way(way))
            }
        }
        let said = before.compactMap { CallerMarks.mark($0)?.mark }
        let marks: [(CallerMarks.Mark, String, String)] = [
            (.callback, "cb:", words.callbackHint), (.name, "caller:", words.callerNameHint),
            (.flat, "flat:", words.flatHint), (.way, "via:", words.ways),
        ]
        return marks.filter { !said.contains($0.0) && needle.begins($0.1) }.map { offer($0.1, $0.2) }
    }

    /// What may follow in `N TYPE @PLACE p1 b:BEAT cb:NUMBER > UNIT… "TEXT"`.
    func newIncident() -> [Completion] {
        if partial.quoted { return [] }
        let text = partial.text
        if text.hasPrefix("@") { return places(String(text.dropFirst()), partial.columns, mark: "@") }
        for mark in ["b:", "beat:", "巡区:"] where text.lowercased().hasPrefix(mark) {
            return beats(Needle(text.dropFirst(mark.count), shown: words.language), mark: mark)
        }
        if CallerMarks.mark(partial) != nil { return callerMarks() }
        if text.hasPrefix(">"), text.count > 1 { return unitsAfterMark() }
        let open = openPart()
        switch open.part {
        case .type: return typeOrMarks(open.since)
        case .place:
            let start = before[open.since]
            let columns = start.columns.lowerBound..<partial.columns.upperBound
            let typed = (before[open.since...].map(\.text) + (text.isEmpty ? [] : [text])).joined(separator: " ")
            return places(String(typed.dropFirst()), columns, mark: "@") + marks()
        case .units: return units() + star(open.since)
        case .none: return marks()
        }
    }

    private func unitsAfterMark() -> [Completion] {
        let start = partial.columns.lowerBound + 1
        let word = Line.Word(
            text: String(partial.text.dropFirst()), raw: String(partial.raw.dropFirst()),
            columns: start..<partial.columns.upperBound)
        return Completer(line: line, before: before, partial: word, context: context).units()
    }

    private func typeOrMarks(_ since: Int) -> [Completion] {
        let typed = before[since...].map(\.text) + (partial.text.isEmpty ? [] : [partial.text])
        let start = since < before.count ? before[since].columns.lowerBound : partial.columns.lowerBound
        let offers = types(
            Needle(typed.joined(separator: " "), shown: words.language), start..<partial.columns.upperBound)
        return typed.isEmpty || !partial.text.isEmpty ? offers : marks() + offers
    }

    private func star(_ since: Int) -> [Completion] {
        guard partial.text.isEmpty, since == before.count - 1 else { return [] }
        return [offer("*", words.pick("the response plan's units", "按预案所需警力"))]
    }

    /// The part that the words before the cursor leave open, and the word that opened it.
    private func openPart() -> (part: NewIncidentDraft.Part, since: Int) {
        var open = (part: NewIncidentDraft.Part.type, since: 1)
        for (index, word) in before.enumerated().dropFirst() {
            if word.quoted {
                open = (.none, index)
            } else if word.text.hasPrefix("@") {
                open = (.place, index)
            } else if word.text.hasPrefix(">") {
                open = (.units, index)
            } else if word.text.lowercased().hasPrefix("b:") || CallerMarks.mark(word) != nil
                || (word.text.count == 2 && Reader.priority(word.text) != nil)
            {
                open = (.none, index)
            }
        }
        return open
    }

    /// The marks that have not been used yet.
    private func marks() -> [Completion] {
        let callers = before.isEmpty ? [] : callerMarks()
        guard partial.text.isEmpty || "p".hasPrefix(partial.text.lowercased()) else { return callers }
        var marks: [(String, String)] = []
        let used = { (mark: String) in before.contains { !$0.quoted && $0.text.lowercased().hasPrefix(mark) } }
        if !used("@") { marks.append(("@", words.pick("place", "地点"))) }
        let hasPriority = before.contains { $0.text.count == 2 && Reader.priority($0.text) != nil }
        if !hasPriority { marks += Priority.allCases.map { ("p\($0.rawValue)", words.priorityMeaning($0)) } }
        if !used("b:") { marks.append(("b:", words.pick("beat", "巡区"))) }
        if !used(">") { marks.append((">", words.pick("units to send", "要派出的单元"))) }
        return marks.filter { needle.begins($0.0) }.map { offer($0.0, $0.1) } + callers
    }
}

extension String {
    /// What was typed behind a mark, without its quotes.
    fileprivate func dropQuotes(_ mark: String) -> String { dropFirst(mark.count).filter { $0 != "\"" } }
}
