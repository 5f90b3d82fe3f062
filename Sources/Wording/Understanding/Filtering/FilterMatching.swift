import DispatchModel

extension FilterTest {
    func matches(_ incident: Incident, _ board: Board, _ now: Timestamp) -> Bool {
        switch self {
        case .priority(let mask): return mask.has(incident.priority.rawValue)
        case .beat(let needles): return needles.contains { $0.equals(incident.beat) }
        case .unit(let needles):
            return FilterTest.anyUnit(of: incident, board) { unit in needles.contains { $0.begins(unit.callsign) } }
        case .type(let needles): return needles.contains { FilterTest.type(incident.type, has: $0, board) }
        case .place(let needles): return needles.contains { $0.isIn(incident.place.text) }
        case .number(let number): return incident.id.rawValue == number
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
        case .beat(let needles): return needles.contains { $0.equals(unit.homeBeat) }
        case .unit(let needles): return needles.contains { $0.begins(unit.callsign) }
        case .kind(let mask): return mask.has(unit.kind.rawValue)
        case .status(let mask): return mask.has(unit.status.rawValue)
        case .severity(let mask):
            return FilterTest.anyAlert(board, { $0.unit == unit.id && mask.has($0.severity.rawValue) })
        case .state(let mask): return FilterTest.anyAlert(board, { $0.unit == unit.id && mask.has($0.state.rawValue) })
        case .age(let longer, let span): return (now - unit.statusSince > span) == longer
        case .heard(let longer, let span): return (now - board.lastHeard(from: unit) > span) == longer
        case .place(let needles):
            return needles.contains { $0.isIn(unit.dutyPoint.text) } || task(of: unit, board, now)
        case .text(let text): return text.matches(unit, board)
        case .priority, .type, .number, .stage, .grade: return task(of: unit, board, now)
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
    }
}

extension TextTest {
    func matches(_ incident: Incident, _ board: Board) -> Bool {
        if progress != 0, progress.has(incident.progress.rawValue) { return true }
        if needle.isIn(incident.place.text) || needle.isIn(incident.beat)
            || (digits?.areIn(incident.id.rawValue) ?? false)
        {
            return true
        }
        if FilterTest.type(incident.type, has: needle, board) { return true }
        return FilterTest.anyUnit(of: incident, board) { needle.isIn($0.callsign) }
    }

    func matches(_ unit: FieldUnit, _ board: Board) -> Bool {
        if status != 0, status.has(unit.status.rawValue) { return true }
        if needle.isIn(unit.callsign) || needle.isIn(unit.homeBeat) || needle.isIn(unit.dutyPoint.text) { return true }
        if unit.skills.contains(where: needle.isIn) { return true }
        guard let incident = unit.incident.flatMap({ board.incidents[$0] }) else { return false }
        return needle.isIn(incident.place.text) || (digits?.areIn(incident.id.rawValue) ?? false)
            || FilterTest.type(incident.type, has: needle, board)
    }
}

/// A text to look for, ASCII letters regardless of case, everything else byte for byte.
///
/// It looks at UTF-8 bytes in place, so that looking through 20,000 rows at each key makes no garbage.
struct Needle: Hashable, Sendable {
    /// The text in UTF-8, ASCII letters small.
    let bytes: [UInt8]

    init(_ text: some StringProtocol) {
        bytes = text.utf8.map(Needle.fold)
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// True when the text is the needle.
    func equals(_ text: String) -> Bool {
        text.utf8.count == bytes.count && begins(text)
    }

    /// True when the text begins with the needle.
    func begins(_ text: String) -> Bool {
        guard text.utf8.count >= bytes.count else { return false }
        var index = text.utf8.startIndex
        for byte in bytes {
            guard Needle.fold(text.utf8[index]) == byte else { return false }
            text.utf8.formIndex(after: &index)
        }
        return true
    }

    /// True when the needle is somewhere in the text.
    func isIn(_ text: String) -> Bool {
        guard let first = bytes.first else { return true }
        guard text.utf8.count >= bytes.count else { return false }
        let found = text.utf8.withContiguousStorageIfAvailable { hay in
            bytes.withUnsafeBufferPointer { Needle.search(hay, $0, first) }
        }
        // A string that is not native UTF-8 is copied once.
        return found
            ?? Array(text.utf8).withUnsafeBufferPointer { hay in
                bytes.withUnsafeBufferPointer { Needle.search(hay, $0, first) }
            }
    }

    /// True when a word of the text begins with the needle.
    func beginsWord(in text: String) -> Bool {
        if begins(text) { return true }
        let hay = Array(text.utf8)
        guard hay.count > bytes.count, let first = bytes.first else { return false }
        for start in 1...(hay.count - bytes.count) where Needle.fold(hay[start]) == first {
            let before = hay[start - 1]
            let isLetter =
                before >= 0x30 && before <= 0x39 || Needle.fold(before) >= 0x61 && Needle.fold(before) <= 0x7A
            guard !isLetter else { continue }
            if zip(hay[start...], bytes).allSatisfy({ Needle.fold($0) == $1 }) { return true }
        }
        return false
    }

    private static func search(
        _ hay: UnsafeBufferPointer<UInt8>, _ needle: UnsafeBufferPointer<UInt8>, _ first: UInt8
    ) -> Bool {
        var start = 0
        let last = hay.count - needle.count
        while start <= last {
            if fold(hay[start]) == first {
                var offset = 1
                while offset < needle.count, fold(hay[start + offset]) == needle[offset] { offset += 1 }
                if offset == needle.count { return true }
            }
            start += 1
        }
        return false
    }

    @inline(__always)
    static func fold(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
}

/// Some decimal digits to find in numbers, by arithmetic: no number is written out for it.
struct Digits: Hashable, Sendable {
    private let value: UInt64
    /// Ten to the count of digits.
    private let modulus: UInt64

    /// Digits alone, up to ten of them; nil for any other text.
    init?(_ text: some StringProtocol) {
        guard (1...10).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
            let value = UInt64(text)
        else { return nil }
        self.value = value
        modulus = (0..<text.utf8.count).reduce(1) { power, _ in power * 10 }
    }

    /// True when a number begins with the digits.
    func begin(_ number: UInt32) -> Bool {
        guard value > 0, value * 10 >= modulus else { return false }
        var rest = UInt64(number)
        while rest > value { rest /= 10 }
        return rest == value
    }

    /// True when a number ends with the digits.
    func end(_ number: UInt32) -> Bool {
        UInt64(number) % modulus == value && UInt64(number) * 10 >= modulus
    }

    /// True when a number has the digits anywhere.
    func areIn(_ number: UInt32) -> Bool {
        var rest = UInt64(number)
        while rest > 0 {
            if rest % modulus == value, rest * 10 >= modulus { return true }
            rest /= 10
        }
        return false
    }
}
