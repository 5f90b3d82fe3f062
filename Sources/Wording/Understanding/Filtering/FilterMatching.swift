import DispatchModel

extension FilterTest {
    func matches(_ incident: Incident, _ board: Board, _ now: Timestamp) -> Bool {
        switch self {
        case .priority(let mask): return mask.has(incident.priority.rawValue)
        case .beat(let needles): return needles.contains { FilterTest.beat(incident.beat, is: $0, board) }
        case .unit(let needles):
            return FilterTest.anyUnit(of: incident, board) { unit in needles.contains { $0.begins(unit.callsign) } }
        case .type(let needles): return needles.contains { FilterTest.type(incident.type, has: $0, board) }
        case .place(let needles): return needles.contains { $0.isIn(incident.place) }
        case .number(let number): return incident.id.rawValue == number
        case .callback(let numbers):
            return incident.reports.contains { report in numbers.contains { $0.areIn(report) } }
        case .kind(let mask): return FilterTest.anyUnit(of: incident, board) { mask.has($0.kind.rawValue) }
        case .status(let mask): return FilterTest.anyUnit(of: incident, board) { mask.has($0.status.rawValue) }
        case .stage(let progress, let stage):
            return progress.has(incident.progress.rawValue) || stage.has(incident.stage.rawValue)
        case .severity(let mask):
            return FilterTest.anyAlert(board, { $0.incident == incident.id && mask.has($0.severity.rawValue) })
        case .state(let mask):
            return FilterTest.anyAlert(board, { $0.incident == incident.id && mask.has($0.state.rawValue) })
        case .age(let longer, let span): return (now - incident.received > span) == longer
        case .heard: return false
        case .grade(let mask): return incident.dispute.map { mask.has($0.grade.rawValue) } ?? false
        case .text(let text): return text.matches(incident, board)
        }
    }

    func matches(_ unit: FieldUnit, _ board: Board, _ now: Timestamp) -> Bool {
        switch self {
        case .beat(let needles): return needles.contains { FilterTest.beat(unit.homeBeat, is: $0, board) }
        case .unit(let needles): return needles.contains { $0.begins(unit.callsign) }
        case .kind(let mask): return mask.has(unit.kind.rawValue)
        case .status(let mask): return mask.has(unit.status.rawValue)
        case .severity(let mask):
            return FilterTest.anyAlert(board, { $0.unit == unit.id && mask.has($0.severity.rawValue) })
        case .state(let mask): return FilterTest.anyAlert(board, { $0.unit == unit.id && mask.has($0.state.rawValue) })
        case .age(let longer, let span): return (now - unit.statusSince > span) == longer
        case .heard(let longer, let span): return (now - board.lastHeard(from: unit) > span) == longer
        case .place(let needles):
            return needles.contains { $0.isIn(unit.dutyPoint) } || task(of: unit, board, now)
        case .text(let text): return text.matches(unit, board)
        case .priority, .type, .number, .stage, .grade, .callback: return task(of: unit, board, now)
        }
    }

    func matches(_ alert: Alert, _ board: Board, _ now: Timestamp) -> Bool {
        switch self {
        case .severity(let mask): return mask.has(alert.severity.rawValue)
        case .state(let mask): return mask.has(alert.state.rawValue)
        case .age(let longer, let span): return (now - alert.raised > span) == longer
        default:
            if let incident = alert.incident.flatMap({ board.incidents[$0] }), matches(incident, board, now) {
                return true
            }
            guard let unit = alert.unit.flatMap({ board.units[$0] }) else { return false }
            return matches(unit, board, now)
        }
    }

    private func task(of unit: FieldUnit, _ board: Board, _ now: Timestamp) -> Bool {
        guard let incident = unit.incident.flatMap({ board.incidents[$0] }) else { return false }
        return matches(incident, board, now)
    }

    static func anyUnit(of incident: Incident, _ board: Board, _ fits: (FieldUnit) -> Bool) -> Bool {
        incident.assignments.contains { $0.isOpen && (board.units[$0.unit].map(fits) ?? false) }
    }

    private static func anyAlert(_ board: Board, _ fits: (Alert) -> Bool) -> Bool {
        board.alerts.elements.contains(where: fits)
    }

    /// True when a type's code or its words in either language have the needle.
    static func type(_ code: String, has needle: Needle, _ board: Board) -> Bool {
        if needle.isIn(code) { return true }
        guard let names = board.typeNames[code] else { return false }
        return needle.isIn(names.english) || needle.isIn(names.chinese)
            || needle.isSpoken(in: BilingualText(names.english, names.chinese))
    }

    /// True when the needle is a beat's code or its name in either language.
    private static func beat(_ code: String, is needle: Needle, _ board: Board) -> Bool {
        if needle.equals(code) { return true }
        return board.beats[code].map { needle.equals($0) } ?? false
    }
}

extension TextTest {
    func matches(_ incident: Incident, _ board: Board) -> Bool {
        if progress != 0, progress.has(incident.progress.rawValue) { return true }
        if needle.isIn(incident.place) || needle.isIn(incident.beat)
            || (digits?.areIn(incident.id.rawValue) ?? false)
        {
            return true
        }
        if FilterTest.type(incident.type, has: needle, board) { return true }
        return FilterTest.anyUnit(of: incident, board) { needle.isIn($0.callsign) }
    }

    func matches(_ unit: FieldUnit, _ board: Board) -> Bool {
        if status != 0, status.has(unit.status.rawValue) { return true }
        if needle.isIn(unit.callsign) || needle.isIn(unit.homeBeat) || needle.isIn(unit.dutyPoint) { return true }
        if unit.skills.contains(where: needle.isIn) { return true }
        guard let incident = unit.incident.flatMap({ board.incidents[$0] }) else { return false }
        return needle.isIn(incident.place) || (digits?.areIn(incident.id.rawValue) ?? false)
            || FilterTest.type(incident.type, has: needle, board)
    }
}
