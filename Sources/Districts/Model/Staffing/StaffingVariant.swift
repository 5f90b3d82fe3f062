import DispatchModel
import Formats

/// A variant of a district: the same ground and calls with other units, another rule or other demand.
package struct StaffingVariant: Hashable, Sendable {
    /// What it is called.
    package var name: String
    /// The district with the changes made.
    package var model: DistrictModel
    /// Times the ordinary demand.
    package var demand: Double

    /// The district as it is.
    package init(name: String, model: DistrictModel, demand: Double = 1) {
        self.name = name
        self.model = model
        self.demand = demand
    }

    /// Why a change cannot be made, in both languages.
    package struct Refusal: Error, Hashable, Sendable {
        /// In English.
        package var english: String
        /// In Chinese.
        package var chinese: String

        init(_ english: String, _ chinese: String) {
            self.english = english
            self.chinese = chinese
        }
    }

    /// Makes a variant of a district from a text such as `two fewer cars: units.vehiclePatrol=-2, rule=coverage`.
    ///
    /// Changes: `units.KIND=±N` (or `units.all`), `units.BEAT.KIND=±N`, `rule=nearest|beat-first|coverage`,
    /// `preempt=on|off`, `posts=mexclp`, `demand=FACTOR`, `weather=FACTOR`, `coverage=SECONDS`.
    package init(_ text: String, of model: DistrictModel) throws(Refusal) {
        let parts = text.split(separator: ":", maxSplits: 1).map { Self.trimmed($0) }
        self.init(name: parts.first ?? text, model: model)
        let changes = parts.count == 2 ? parts[1] : parts.first ?? ""
        guard changes.contains(where: { !$0.isWhitespace && $0 != "," }) else {
            throw Refusal("there is no change in it; write units.vehiclePatrol=-2", "没有变更，请写作 units.vehiclePatrol=-2")
        }
        var keys: Set<String> = []
        for change in changes.split(separator: ",") {
            let key = try apply(Self.trimmed(change))
            guard keys.insert(key).inserted else {
                throw Refusal("\(key) is changed twice; write it once", "\(key) 重复变更；请只写一次")
            }
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// Makes a change; returns what it is about.
    private mutating func apply(_ change: String) throws(Refusal) -> String {
        let sides = change.split(separator: "=", maxSplits: 1).map { Self.trimmed($0) }
        guard sides.count == 2 else {
            throw Refusal(
                "“\(change)” is not a change; write units.vehiclePatrol=-2",
                "“\(change)”不是变更，请写作 units.vehiclePatrol=-2")
        }
        let (key, value) = (sides[0], sides[1])
        if key.hasPrefix("units.") {
            try changeUnits(String(key.dropFirst(6)), value)
        } else {
            try set(key, value)
        }
        return key
    }

    private mutating func set(_ key: String, _ value: String) throws(Refusal) {
        switch key {
        case "rule":
            guard let choice = DispatchRule.Choice(rawValue: value) else {
                let known = NameList(DispatchRule.Choice.allCases.map(\.rawValue))
                throw Refusal("rule=\(value): there are \(known.english)", "rule=\(value)：可选 \(known.chinese)")
            }
            model.rule.choice = choice
        case "preempt":
            guard value == "on" || value == "off" else {
                throw Refusal("preempt is on or off", "preempt 取 on 或 off")
            }
            model.rule.preempts = value == "on"
        case "posts":
            guard value == "mexclp" else {
                throw Refusal("posts=\(value): there is mexclp", "posts=\(value)：可选 mexclp")
            }
            model.standAtPosts()
        case "demand": demand = try Self.factor(key, value)
        case "weather": model.weather = try Self.factor(key, value)
        case "coverage": model.rule.coverageSeconds = try Self.factor(key, value, limit: 7200)
        default:
            throw Refusal(
                "\(key) cannot be changed; there are units.KIND, rule, preempt, posts, demand, weather, coverage",
                "无法变更 \(key)；可选 units.KIND、rule、preempt、posts、demand、weather、coverage")
        }
    }

    private static func factor(_ key: String, _ value: String, limit: Double = 100) throws(Refusal) -> Double {
        guard let number = Double(value), number > 0, number <= limit else {
            throw Refusal(
                "\(key)=\(value): a number above 0, at most \(limit)", "\(key)=\(value)：须为大于 0 且不超过 \(limit) 的数")
        }
        return number
    }
}

// MARK: - Units

extension StaffingVariant {
    private mutating func changeUnits(_ which: String, _ value: String) throws(Refusal) {
        // Without a sign it could be meant as how many there are to be.
        guard value.hasPrefix("+") || value.hasPrefix("-"), let step = Int(value), step != 0,
            (-1000...1000).contains(step)
        else {
            throw Refusal("units.\(which)=\(value): write +2 or -2", "units.\(which)=\(value)：请写作 +2 或 -2")
        }
        let names = which.split(separator: ".").map(String.init)
        let kind = UnitKind.allCases.first { "\($0)" == names.last }
        guard kind != nil || which == "all" else {
            let known = NameList(Set(model.units.map { "\($0.kind)" }).sorted())
            throw Refusal("units.\(which): this district has \(known.english)", "units.\(which)：本辖区有 \(known.chinese)")
        }
        let beat = names.count > 1 ? names[0] : nil
        let fitting = model.units.indices.filter { index in
            (kind == nil || model.units[index].kind == kind) && (beat == nil || model.units[index].homeBeat == beat)
        }
        guard !fitting.isEmpty else {
            throw Refusal("units.\(which): the district has no such unit", "units.\(which)：辖区没有此类警力")
        }
        if step > 0 { add(step, like: fitting) } else { try remove(-step, of: fitting, which) }
    }

    /// Further units are copies of those there are, in the order of the roster, spread over all of them.
    private mutating func add(_ count: Int, like fitting: [Int]) {
        for number in 0..<count {
            var unit = model.units[fitting[number * fitting.count / max(count, fitting.count) % fitting.count]]
            var suffix = 2
            while model.units.contains(where: { $0.callsign == "\(unit.callsign)+\(suffix)" }) { suffix += 1 }
            unit.callsign += "+\(suffix)"
            model.units.append(unit)
        }
    }

    /// Takes units out evenly over the roster.
    private mutating func remove(_ count: Int, of fitting: [Int], _ which: String) throws(Refusal) {
        guard count < model.units.count, count <= fitting.count else {
            throw Refusal(
                "units.\(which)=-\(count): there are \(fitting.count), and one unit must stay",
                "units.\(which)=-\(count)：共有 \(fitting.count)，且至少保留一个单元")
        }
        let leaving = Set((0..<count).map { fitting[($0 * 2 + 1) * fitting.count / (2 * count)] })
        model.units = model.units.enumerated().filter { !leaving.contains($0.offset) }.map(\.element)
    }
}
