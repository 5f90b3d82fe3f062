import DispatchModel
import Formats

/// One line of rules as a file writes them.
package struct RuleLine: Hashable, Sendable {
    /// The header that it stands under; empty for the top of the file.
    package var section: String
    /// What tells it from the same line under another header of that name: the card's or the disposition's name.
    package var of: String
    /// The key.
    package var key: String
    /// The value.
    package var value: String

    /// The card or disposition that it is of, as a difference names it; nil for every other line.
    var owner: String? { of.isEmpty ? nil : "\(section) “\(of)”" }

    /// What it is, in a difference: `deadlines.waiting.P1`, `plans “Ferry” send`.
    package var path: String {
        if let owner { return "\(owner) \(key)" }
        return section.isEmpty ? key : "\(section).\(key)"
    }
}

/// Writing rules: all of them, always in one order and one way, so that the same rules are the same text.
extension RoomRules {
    /// All of the rules as a file. Read again it gives the same rules.
    package var text: String {
        var text = ""
        var header = ""
        for line in lines {
            let next = line.of.isEmpty ? line.section : "\(line.section) \(line.of)"
            if next != header {
                text += line.of.isEmpty ? "\n[\(line.section)]\n" : "\n[[\(line.section)]]\n"
                header = next
            }
            text += "\(line.key) = \(line.value)\n"
        }
        return text
    }

    /// The SHA-256 of ``text`` in 64 hexadecimal digits: rules that decide alike are told alike, however their file is laid
    /// out.
    package var digest: String { Self.digest(of: text) }

    /// The digest of a text of rules.
    package static func digest(of text: String) -> String {
        SHA256.digest(of: Array(text.utf8)).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count < 2 ? "0" + digits : digits
        }.joined()
    }

    /// All of the rules, a line each.
    package var lines: [RuleLine] { top + limits + statuses + ways + words + cards }

    private func section(_ name: String, _ entries: [(String, String)], of: String = "") -> [RuleLine] {
        entries.map { RuleLine(section: name, of: of, key: $0.0, value: $0.1) }
    }

    private var top: [RuleLine] {
        var entries = [
            ("own_plans_only", "true"), ("own_dispositions_only", "true"),
            ("emergency_type", RulesTOML.quoted(emergencyType)), ("detour", RulesTOML.number(travel.detour)),
        ]
        if let reserve { entries.append(("reserve", "\(reserve)")) }
        if !travel.traffic.isEmpty { entries.append(("traffic", RulesTOML.numbers(travel.traffic))) }
        return section("", entries)
    }

    private var limits: [RuleLine] {
        func waiting(_ limits: [Priority: Deadline], all: Bool) -> [(String, String)] {
            Priority.allCases.filter { all || limits[$0] != nil }.map {
                ("P\($0.rawValue)", RulesTOML.limit(limits[$0], usual: Self.usualSeverity($0)))
            }
        }
        let statuses = UnitStatus.allCases.map {
            ("\($0)", RulesTOML.limit(deadlines.status[$0], usual: Self.usualSeverity($0)))
        }
        var lines = section("deadlines", [("not_heard", RulesTOML.limit(deadlines.notHeard, usual: .medium))])
        lines += section("deadlines.waiting", waiting(deadlines.waiting, all: true))
        for (code, own) in deadlines.waitingOfType.sorted(by: { $0.key < $1.key }) {
            lines += section("deadlines.waiting_of.\(RulesTOML.key(code))", waiting(own, all: false))
        }
        lines += section("deadlines.status", statuses)
        lines += section("deadlines.disputes", [("near", "\(deadlines.disputes.nearPercent)")])
        for grade in DisputeGrade.allCases {
            let spans = deadlines.disputes.spans[grade]
            func span(_ span: Span?) -> String { span.map(RulesTOML.span) ?? RulesTOML.quoted("none") }
            lines += section(
                "deadlines.disputes.\(grade)",
                [("warn", span(spans?.warn)), ("route", span(spans?.route)), ("settle", span(spans?.settle))])
        }
        return lines
    }

    private var statuses: [RuleLine] {
        UnitStatus.allCases.flatMap { status in
            let next = statusRules.allowed(after: status).map { "\($0)" }
            var entries = [("next", RulesTOML.texts(next))]
            if statusRules.reasoned.contains(status) { entries.append(("reason", "true")) }
            if let reasons = statusRules.reasons[status] {
                entries.append(("reasons", "[" + reasons.map(RulesTOML.name).joined(separator: ", ") + "]"))
            }
            return section("status.\(status)", entries)
        }
    }

    private var ways: [RuleLine] {
        let speeds = UnitKind.allCases.map { kind in
            ("\(kind)", RulesTOML.numbers([travel[kind].urgent, travel[kind].ordinary]))
        }
        let standIns = UnitKind.allCases.map { ("\($0)", RulesTOML.texts(RulesTOML.kinds(cover.standIns[$0] ?? []))) }
        return section("speeds", speeds) + section("cover", standIns)
            + section(
                "positions", [("stale", RulesTOML.span(positionStale)), ("sample", RulesTOML.span(positionSample))])
    }

    private var words: [RuleLine] {
        var lines: [RuleLine] = []
        for (code, type) in types.sorted(by: { $0.key < $1.key }) {
            var entries = [("name", RulesTOML.name(type.name))]
            if let priority = type.priority { entries.append(("priority", RulesTOML.quoted("P\(priority.rawValue)"))) }
            if let grade = type.grade { entries.append(("dispute", RulesTOML.quoted("\(grade)"))) }
            lines += section("types.\(RulesTOML.key(code))", entries)
        }
        for one in dispositions {
            var entries = [("code", RulesTOML.quoted(one.code)), ("name", RulesTOML.name(one.name))]
            if !one.asks.isEmpty { entries.append(("asks", RulesTOML.texts(one.asks.map(\.rawValue).sorted()))) }
            lines += section("dispositions", entries, of: one.code)
        }
        return lines
    }

    private var cards: [RuleLine] {
        plans.flatMap { plan in section("plans", PlanFile.entries(plan).map { ($0.key, $0.value) }, of: plan.name) }
    }
}

/// What differs between rules.
package struct RuleDifference: Hashable, Sendable {
    /// Which rule, such as `deadlines.waiting.P1`.
    package var path: String
    /// As it was; nil where there was none.
    package var old: String?
    /// As it is; nil where there is none any more.
    package var new: String?
}

extension RoomRules {
    /// What differs from these rules to others, in the order of the file; the order of the cards counts as a difference.
    package func differences(to other: RoomRules) -> [RuleDifference] {
        let (old, new) = (lines, other.lines)
        let before = Dictionary(old.map { ($0.path, $0.value) }) { first, _ in first }
        let after = Dictionary(new.map { ($0.path, $0.value) }) { first, _ in first }
        let (known, kept) = (Set(old.compactMap(\.owner)), Set(new.compactMap(\.owner)))
        // A card or a disposition that is new or gone is one difference.
        var found = Self.whole(new.filter { line in line.owner.map { !known.contains($0) } ?? false }).map {
            RuleDifference(path: $0.owner, old: nil, new: $0.text)
        }
        found += Self.whole(old.filter { line in line.owner.map { !kept.contains($0) } ?? false }).map {
            RuleDifference(path: $0.owner, old: $0.text, new: nil)
        }
        found += new.compactMap { line in
            guard before[line.path] != line.value, line.owner.map(known.contains) ?? true else { return nil }
            return RuleDifference(path: line.path, old: before[line.path], new: line.value)
        }
        found += old.filter { after[$0.path] == nil && $0.owner.map(kept.contains) ?? true }.map {
            RuleDifference(path: $0.path, old: $0.value, new: nil)
        }
        for (name, was, now) in [
            ("plans", plans.map(\.name), other.plans.map(\.name)),
            ("dispositions", dispositions.map(\.code), other.dispositions.map(\.code)),
        ] {
            let common = (was.filter(now.contains), now.filter(was.contains))
            guard common.0 != common.1 else { continue }
            found.append(
                RuleDifference(path: name, old: was.joined(separator: ", "), new: now.joined(separator: ", ")))
        }
        return found
    }

    /// Lines put together by the card or disposition that they are of, in their order.
    private static func whole(_ lines: [RuleLine]) -> [(owner: String, text: String)] {
        var parts: [(owner: String, text: String)] = []
        for line in lines {
            let (owner, text) = (line.owner ?? "", "\(line.key) = \(line.value)")
            if parts.last?.owner == owner {
                parts[parts.count - 1].text += "; " + text
            } else {
                parts.append((owner, text))
            }
        }
        return parts
    }
}
