import DispatchModel
import Formats

/// Why a condition cannot be read.
struct ConditionFault: Error, Hashable {
    var english: String
    var chinese: String
}

/// Reads conditions as scenarios write them: clauses joined by `and`.
struct ConditionReader {
    private var words: ArraySlice<Substring>
    private let clause: String

    /// The condition of a text.
    static func read(_ text: String) throws(ConditionFault) -> Condition {
        var clauses: [Condition.Clause] = []
        var words: [Substring] = []
        let all: [Substring] = text.split { $0 == " " || $0 == "\t" || $0 == "\n" }
        for word in all + ["and"] {
            guard word == "and" else {
                words.append(word)
                continue
            }
            var reader = ConditionReader(words: words[...], clause: words.joined(separator: " "))
            clauses.append(try reader.clauses())
            words = []
        }
        return Condition(clauses: clauses, text: text)
    }

    private func fault(_ english: String, _ chinese: String) -> ConditionFault {
        ConditionFault(
            english: clause.isEmpty ? english : "\"\(clause)\": \(english)",
            chinese: clause.isEmpty ? chinese : "“\(clause)”：\(chinese)")
    }

    private mutating func clauses() throws(ConditionFault) -> Condition.Clause {
        let clause: Condition.Clause
        switch words.popFirst() {
        case "incident": clause = try incident()
        case "unit": clause = .unit(callsign: try word(), try status())
        case "waiting": clause = try count(.waiting(priority() ?? .p5))
        case "open": clause = try count(.open(priority() ?? .p5))
        case "free": clause = try count(.free(named(Self.kinds)))
        case "alerts": clause = try count(.alerts(named(Self.alertKinds)))
        case "inject": clause = try inject()
        case "time":
            if words.first == ">=" { words.removeFirst() }
            clause = .elapsed(try span())
        default:
            throw fault(
                "begin with incident, unit, waiting, open, free, alerts, inject or time",
                "请以 incident、unit、waiting、open、free、alerts、inject 或 time 开头")
        }
        guard words.isEmpty else {
            let rest = words.joined(separator: " ")
            throw fault("\"\(rest)\" is too much; join clauses by and", "“\(rest)”多余；子句之间用 and 连接")
        }
        return clause
    }

    private mutating func word() throws(ConditionFault) -> String {
        guard let word = words.popFirst() else { throw fault("something is missing at its end", "末尾缺少内容") }
        return String(word)
    }

    private mutating func incident() throws(ConditionFault) -> Condition.Clause {
        let inject = try word()
        let isNegated = words.first == "not"
        if isNegated { words.removeFirst() }
        return .incident(inject: inject, try incidentCheck(), isNegated: isNegated)
    }

    private mutating func incidentCheck() throws(ConditionFault) -> Condition.IncidentCheck {
        let name = try word()
        if let check = Self.states[name] { return check }
        switch name {
        case "priority":
            guard let priority = priority() else { throw fault("write a priority, P1 to P5", "请写优先级 P1 至 P5") }
            return .priority(priority)
        case "grade":
            guard let grade = named(Self.grades) else {
                throw fault("write a grade: red, orange, yellow or blue", "请写等级：red、orange、yellow 或 blue")
            }
            return .grade(grade)
        case "type": return .type(try word())
        case "disposition": return .disposition(try word())
        case "units":
            let (comparison, number) = try comparison()
            return .units(comparison, number)
        case "kind":
            guard let kind = named(Self.kinds) else {
                let list = NameList(Self.kinds.keys.sorted())
                throw fault("write a kind of unit: \(list.english)", "请写警力种类：\(list.chinese)")
            }
            return .kind(kind)
        default:
            let list = (Array(Self.states.keys) + ["priority", "grade", "type", "disposition", "units", "kind"])
                .sorted()
                .joined(separator: ", ")
            throw fault("\"\(name)\" is none of: \(list)", "“\(name)”不在可选值中：\(list)")
        }
    }

    private mutating func inject() throws(ConditionFault) -> Condition.Clause {
        let id = try word()
        if words.first == "+" {
            words.removeFirst()
            return .after(inject: id, try span())
        }
        let name = try word()
        guard let check = Condition.InjectCheck(rawValue: name) else {
            throw fault("write fired, answered or + 5m behind the inject", "注入之后请写 fired、answered 或 + 5m")
        }
        return .inject(id, check)
    }

    private mutating func count(_ counted: Condition.Counted) throws(ConditionFault) -> Condition.Clause {
        let (comparison, number) = try comparison()
        return .count(counted, comparison, number)
    }

    private mutating func comparison() throws(ConditionFault) -> (Condition.Comparison, Int) {
        guard let sign = words.popFirst(), let comparison = Condition.Comparison(rawValue: String(sign)),
            let word = words.popFirst(), let number = Int(word), (0...10_000).contains(number)
        else { throw fault("write a comparison such as > 2", "请写比较，例如 > 2") }
        return (comparison, number)
    }

    private mutating func span() throws(ConditionFault) -> Span {
        let text = words.joined()
        words = []
        guard let milliseconds = WrittenSpan.milliseconds(text), milliseconds <= Scenario.longest.milliseconds else {
            throw fault("write a length of time such as 5m", "请写时长，例如 5m")
        }
        return Span(milliseconds: milliseconds)
    }

    private mutating func status() throws(ConditionFault) -> UnitStatus {
        if let status = named(Self.statuses) { return status }
        let list = NameList(Self.statuses.keys.sorted())
        throw fault("write a status: \(list.english)", "请写状态：\(list.chinese)")
    }

    private mutating func priority() -> Priority? { named(Self.priorities) }

    /// The value that the next word names; the word stays when it names none.
    private mutating func named<Value>(_ names: [String: Value]) -> Value? {
        guard let first = words.first, let value = names[String(first)] else { return nil }
        words.removeFirst()
        return value
    }

    private static let states: [String: Condition.IncidentCheck] = [
        "reported": .reported, "waiting": .waiting, "assigned": .assigned, "en-route": .enRoute,
        "on-scene": .onScene, "closed": .closed, "merged": .merged, "held": .held, "triaged": .triaged,
        "noted": .noted, "acknowledged": .acknowledged, "warned": .step(.warned), "routed": .step(.routed),
        "settled": .step(.settled),
    ]
    private static let grades = Dictionary(uniqueKeysWithValues: DisputeGrade.allCases.map { ("\($0)", $0) })
    static let priorities: [String: Priority] = ["P1": .p1, "P2": .p2, "P3": .p3, "P4": .p4, "P5": .p5]
    static let kinds = Dictionary(uniqueKeysWithValues: UnitKind.allCases.map { ("\($0)", $0) })
    private static let statuses: [String: UnitStatus] = [
        "available": .available, "dispatched": .dispatched, "en-route": .enRoute, "on-scene": .onScene,
        "transporting": .transporting, "clear": .clear, "out-of-service": .outOfService, "emergency": .emergency,
    ]
    static let alertKinds: [String: AlertKind] = [
        "waiting": .waitingTooLong, "status": .statusOverdue, "not-heard": .notHeard, "emergency": .emergency,
        "hold": .holdEnded,
    ]
}
