import DispatchModel

extension Completer {
    /// What may follow in `N TYPE @PLACE p1 b:BEAT > UNIT… "TEXT"`.
    func newIncident() -> [Completion] {
        if partial.quoted { return [] }
        let text = partial.text
        if text.hasPrefix("@") { return places(String(text.dropFirst()), partial.columns, mark: "@") }
        for mark in ["b:", "beat:", "巡区:"] where text.lowercased().hasPrefix(mark) {
            return beats(Needle(text.dropFirst(mark.count)), mark: mark)
        }
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
        let offers = types(Needle(typed.joined(separator: " ")), start..<partial.columns.upperBound)
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
            } else if word.text.lowercased().hasPrefix("b:")
                || (word.text.count == 2 && Reader.priority(word.text) != nil)
            {
                open = (.none, index)
            }
        }
        return open
    }

    /// The marks that have not been used yet.
    private func marks() -> [Completion] {
        guard partial.text.isEmpty || "p".hasPrefix(partial.text.lowercased()) else { return [] }
        var marks: [(String, String)] = []
        let used = { (mark: String) in before.contains { !$0.quoted && $0.text.lowercased().hasPrefix(mark) } }
        if !used("@") { marks.append(("@", words.pick("place", "地点"))) }
        let hasPriority = before.contains { $0.text.count == 2 && Reader.priority($0.text) != nil }
        if !hasPriority { marks += Priority.allCases.map { ("p\($0.rawValue)", words.priorityMeaning($0)) } }
        if !used("b:") { marks.append(("b:", words.pick("beat", "巡区"))) }
        if !used(">") { marks.append((">", words.pick("units to send", "要派出的单元"))) }
        return marks.filter { needle.begins($0.0) }.map { offer($0.0, $0.1) }
    }
}
