import DispatchModel

extension Reader {
    /// The next words as a unit. A callsign has to be typed in full; its beginning is asked about.
    mutating func unit(before end: Int? = nil) throws(Stop) -> FieldUnit {
        let expected = pick("a unit's callsign, or . for the selected one", "单元呼号，或 . 表示选中的单元")
        guard let first = word, at < end ?? .max else { throw .incomplete(expected) }
        if first.text == ".", !first.quoted {
            at += 1
            return try selectedUnit(first.columns)
        }
        if let found = try exactUnit(before: end) { return found }
        let near = unitsNear(first.text)
        guard near.isEmpty else {
            throw ask(
                first.columns, pick("which unit is “\(first.text)”?", "“\(first.text)”指哪个单元？"),
                near.map { (Reader.typed($0.callsign), describe($0)) })
        }
        throw fail(
            first.columns, pick("no unit is called “\(first.text)”", "没有呼号为“\(first.text)”的单元"),
            pick(
                "check the callsign; \(words.keycap(.complete)) completes it", "请核对呼号；可用 \(words.keycap(.complete)) 补全")
        )
    }

    func selectedUnit(_ columns: Range<Int>) throws(Stop) -> FieldUnit {
        guard let unit = context.selectedUnit.flatMap({ board.units[$0] }) else {
            throw fail(
                columns, pick("no unit is selected", "未选中单元"),
                pick("name it by its callsign, or select its row", "请给出呼号，或选中其所在行"))
        }
        return unit
    }

    /// The unit whose callsign the next one to three words are, in any case; nil when they are none's.
    mutating func exactUnit(before end: Int? = nil) throws(Stop) -> FieldUnit? {
        let limit = min(end ?? .max, line.words.count)
        guard at < limit else { return nil }
        for length in stride(from: min(3, limit - at), through: 1, by: -1) {
            let typed = line.words[at..<(at + length)]
            let callsign = typed.map(\.text).joined(separator: " ")
            let raw = typed.map(\.raw).joined(separator: " ")
            if let unit = board.unit(callsign: raw) ?? board.unit(callsign: callsign) {
                at += length
                return unit
            }
            let needle = Needle(callsign)
            let same = board.units.elements.filter { needle.equals($0.callsign) }
            guard same.count < 2 else {
                let columns = line.words[at].columns.lowerBound..<line.words[at + length - 1].columns.upperBound
                throw ask(
                    columns, pick("which unit is “\(callsign)”?", "“\(callsign)”指哪个单元？"),
                    same.map { (Reader.typed($0.callsign), describe($0)) })
            }
            if let unit = same.first {
                at += length
                return unit
            }
        }
        return nil
    }

    /// Units whose callsign begins with a text, else those that have it anywhere.
    func unitsNear(_ text: String) -> [FieldUnit] {
        let needle = Needle(text)
        guard !needle.isEmpty else { return [] }
        let beginning = board.units.elements.filter { needle.begins($0.callsign) }
        let near = beginning.isEmpty ? board.units.elements.filter { needle.isIn($0.callsign) } : beginning
        return near.sorted { $0.callsign < $1.callsign }
    }

    /// All units up to a word; each is named once.
    mutating func units(before end: Int) throws(Stop) -> [FieldUnit] {
        var units: [FieldUnit] = []
        while at < end {
            let unit = try unit(before: end)
            if !units.contains(where: { $0.id == unit.id }) { units.append(unit) }
        }
        return units
    }

    /// One unit or more, as long as words are callsigns in full.
    mutating func leadingUnits() throws(Stop) -> [FieldUnit] {
        if subjectOptional, let selected = try optionalUnit() { return [selected] }
        var units = [try unit()]
        while let word {
            let next: FieldUnit?
            if word.text == ".", !word.quoted {
                at += 1
                next = try selectedUnit(word.columns)
            } else {
                next = word.quoted ? nil : try exactUnit()
            }
            guard let next else { break }
            if !units.contains(where: { $0.id == next.id }) { units.append(next) }
        }
        return units
    }

    /// The selected unit, when the next word names none.
    mutating func optionalUnit() throws(Stop) -> FieldUnit? {
        let start = at
        let named = try exactUnit() != nil
        at = start
        guard !named, word?.text != ".", let id = context.selectedUnit else { return nil }
        return board.units[id]
    }

    /// The next word as an incident. Its number has to be typed in full; a short form is asked about.
    mutating func incident() throws(Stop) -> Incident {
        if subjectOptional, let id = context.selectedIncident, !isNumber(word), word?.text != ".",
            let selected = board.incidents[id]
        {
            return selected
        }
        let word = try takeWord(
            expecting: pick("an incident's number, or . for the selected one", "警情编号，或 . 表示选中的警情"))
        if word.text == ".", !word.quoted {
            guard let selected = context.selectedIncident.flatMap({ board.incidents[$0] }) else {
                throw fail(
                    word.columns, pick("no incident is selected", "未选中警情"),
                    pick("name it by its number, or select its row", "请给出编号，或选中其所在行"))
            }
            return selected
        }
        guard let number = Reader.number(word) else {
            throw fail(
                word.columns, pick("“\(word.text)” is not an incident's number", "“\(word.text)”不是警情编号"),
                pick("type a number such as 4821, or . for the selected incident", "请输入编号（如 4821），或用 . 表示选中的警情"))
        }
        return try incident(numbered: number, word)
    }

    private func incident(numbered number: UInt32, _ word: Line.Word) throws(Stop) -> Incident {
        if let incident = board.incidents[IncidentID(rawValue: number)] {
            guard !takesMerged, incident.mergedInto != nil, let survivor = board.survivor(of: incident.id) else {
                return incident
            }
            throw ask(
                word.columns,
                pick(
                    "#\(number) was merged into \(words.number(survivor.id)); is that one meant?",
                    "#\(number) 已并入 \(words.number(survivor.id))，是否指后者？"),
                [("\(survivor.id.rawValue)", words.incident(survivor, on: board))])
        }
        let near = incidentsNear(word)
        guard near.isEmpty else {
            throw ask(
                word.columns, pick("which incident is “\(word.text)”?", "“\(word.text)”指哪起警情？"),
                near.map { ("\($0.id.rawValue)", words.incident($0, on: board)) })
        }
        let gone = number > 0 && number <= board.counters.incidents
        throw fail(
            word.columns,
            gone
                ? pick("#\(number) was closed long ago and has left the board", "#\(number) 早已解决，已不在看板上")
                : pick("there is no incident #\(number)", "没有编号为 #\(number) 的警情"),
            pick("check the number; \(words.keycap(.complete)) completes it", "请核对编号；可用 \(words.keycap(.complete)) 补全"))
    }

    /// Open incidents whose number ends in the digits of a word, else those whose number begins with them, the most
    /// urgent and newest first.
    private func incidentsNear(_ word: Line.Word) -> [Incident] {
        guard let digits = Digits(word.text.drop { $0 == "#" }) else { return [] }
        let open = board.incidents.elements
        let ending = open.filter { $0.isOpen && digits.end($0.id.rawValue) }
        let near = ending.isEmpty ? open.filter { $0.isOpen && digits.begin($0.id.rawValue) } : ending
        return near.sorted { ($0.priority.rawValue, $1.id.rawValue) < ($1.priority.rawValue, $0.id.rawValue) }
    }

    /// The number that a word such as `4821` or `#4821` is.
    static func number(_ word: Line.Word) -> UInt32? {
        let digits = word.text.hasPrefix("#") ? word.text.dropFirst() : word.text[...]
        guard !word.quoted, !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return UInt32(digits)
    }

    func isNumber(_ word: Line.Word?) -> Bool {
        word.flatMap(Reader.number) != nil
    }

    /// A unit in a list of choices: `3A12 car, available`.
    func describe(_ unit: FieldUnit) -> String {
        pick(
            "\(unit.callsign) \(words.kind(unit.kind)), \(words.status(unit.status))",
            "\(unit.callsign) \(words.kind(unit.kind))，\(words.status(unit.status))")
    }
}
