import DispatchModel
import DispatchPolicy

extension Reader {
    /// `N` is decided by shape: after an incident's number or `.` comes a note, anything else is a new incident. A number
    /// that is a type's code, with a place right after it, is a type.
    mutating func newOrNote(called name: String) throws(Stop) -> Order {
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

    /// `N TYPE @PLACE [P1…P5] [b:BEAT] [> UNIT…] ["TEXT"]`.
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
            text: draft.text?.text ?? "")
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
        var text = pick("new \(level) \(type) at \(new.place.text)", "新建\(level)警情：\(type)，\(new.place.text)")
        if draft.priority == nil { text = pick("\(text) (priority as usual)", "\(text)（默认等级）") }
        if !new.beat.isEmpty { text = pick("\(text), beat \(new.beat)", "\(text)，巡区 \(new.beat)") }
        if !new.text.isEmpty { text = pick("\(text), “\(new.text)”", "\(text)，“\(new.text)”") }
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
