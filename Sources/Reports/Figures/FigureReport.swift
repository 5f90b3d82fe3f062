import DispatchModel
import Formats

/// One interval's figures, in seconds.
package struct IntervalFigure: Hashable, Sendable {
    /// How many times it was measured.
    package var count: Int
    /// The median; nil when it was never measured.
    package var p50: Double?
    /// The 90th percentile; nil when it was never measured.
    package var p90: Double?
    /// The arithmetic mean; nil when it was never measured.
    package var mean: Double?
    /// Times that run backwards, left out of the rest.
    package var invalid: Int

    /// Creates a figure.
    package init(count: Int = 0, p50: Double? = nil, p90: Double? = nil, mean: Double? = nil, invalid: Int = 0) {
        self.count = count
        self.p50 = p50
        self.p90 = p90
        self.mean = mean
        self.invalid = invalid
    }
}

/// The figures of a set of incidents.
package struct Figures: Hashable, Sendable {
    /// Incidents; merged ones count once. By unit kind: those to which such a unit responded.
    package var incidents: Int
    /// Assignments that were not withdrawn.
    package var unitResponses: Int
    /// Distinct units that responded.
    package var units: Int
    /// The intervals, in the order of ``FigureInterval/all``.
    package var intervals: [IntervalFigure]

    /// The figure of an interval by its name; nil when there is no such interval.
    package subscript(name: String) -> IntervalFigure? {
        FigureInterval.all.firstIndex { $0.name == name }.map { intervals[$0] }
    }
}

/// The figures of one group.
package struct FigureGroup: Hashable, Sendable {
    /// What its incidents or units have in common.
    package var key: FigureKey
    /// Its figures.
    package var figures: Figures
}

/// What `watchfloor report` shows.
package struct FigureReport: Hashable, Sendable {
    /// Of everything.
    package var total: Figures
    /// How it was grouped, if it was.
    package var grouping: FigureGrouping?
    /// The groups, in their order.
    package var groups: [FigureGroup]
}

extension FigureReport {
    /// The report as JSON (RFC 8259), always in the same order; seconds have one decimal.
    package var json: String { json(exercise: false) }

    /// The same; of an exercise it says so first.
    package func json(exercise: Bool) -> String {
        var lines = exercise ? [" \"exercise\": true,\n"] : []
        lines += FigureReport.members(of: total, indent: " ")
        if let grouping {
            lines += [",\n \"by\": \"\(grouping.rawValue)\",\n \"groups\": {"]
            for (index, group) in groups.enumerated() {
                lines += [index == 0 ? "\n  " : ",\n  ", JSON.quoted(group.key.name, lineFeed: .number), ": {\n"]
                lines += FigureReport.members(of: group.figures, indent: "   ")
                lines += ["\n  }"]
            }
            lines += [groups.isEmpty ? "}" : "\n }"]
        }
        return "{\n" + lines.joined() + "\n}"
    }

    private static func members(of figures: Figures, indent: String) -> [String] {
        var parts = [
            "\(indent)\"incidents\": \(figures.incidents),\n",
            "\(indent)\"unitResponses\": \(figures.unitResponses),\n",
            "\(indent)\"units\": \(figures.units),\n", "\(indent)\"intervals\": {",
        ]
        for (index, figure) in figures.intervals.enumerated() {
            parts += ["\(index == 0 ? "" : ",")\n\(indent) \"\(FigureInterval.all[index].name)\": {\n"]
            parts += [members(of: figure).map { "\(indent)  \($0)" }.joined(separator: ",\n")]
            parts += ["\n\(indent) }"]
        }
        return parts + ["\n\(indent)}"]
    }

    private static func members(of figure: IntervalFigure) -> [String] {
        var parts = ["\"count\": \(figure.count)"]
        for (name, value) in [("p50", figure.p50), ("p90", figure.p90), ("mean", figure.mean)] {
            if let value { parts.append("\"\(name)\": \(decimal(value))") }
        }
        return parts + ["\"invalid\": \(figure.invalid)"]
    }

    /// A number of seconds with one decimal.
    static func decimal(_ seconds: Double) -> String {
        let tenths = Int64((seconds * 10).rounded(.toNearestOrEven))
        return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
}

/// How figures can be grouped; the raw value is the word of `--by`.
package enum FigureGrouping: String, CaseIterable, Sendable {
    /// By the incident's priority as it stood last.
    case priority
    /// By the incident's type as it stood last.
    case type
    /// By the incident's beat as it stood last.
    case beat
    /// By the kind of the unit; intervals of a whole incident count for the unit that was first.
    case unitKind = "unit-kind"
}

/// What the incidents or units of a group have in common.
package struct FigureKey: Hashable, Comparable, Sendable {
    /// What it is.
    package enum Value: Hashable, Sendable {
        /// A priority.
        case priority(Priority)
        /// The code of a type or beat; empty when unknown.
        case text(String)
        /// A kind of unit; nil when the unit is unknown.
        case kind(UnitKind?)
    }

    /// What it is.
    package var value: Value

    init(priority: Priority) {
        value = .priority(priority)
    }

    init(text: String) {
        value = .text(text)
    }

    init(kind: UnitKind?) {
        value = .kind(kind)
    }

    /// Its name in JSON: `P1`, a code, a kind's name; empty when unknown.
    package var name: String {
        switch value {
        case .priority(let priority): "P\(priority.rawValue)"
        case .text(let text): text
        case .kind(let kind): kind.map { "\($0)" } ?? ""
        }
    }

    /// Priorities and kinds in their own order, texts in the order of their bytes.
    package static func < (left: FigureKey, right: FigureKey) -> Bool {
        switch (left.value, right.value) {
        case (.priority(let one), .priority(let other)): one < other
        case (.kind(let one), .kind(let other)): (one?.rawValue ?? .max) < (other?.rawValue ?? .max)
        default: left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
        }
    }
}

/// An interval that a report measures: its one entry, from which the tally, the table and the JSON follow.
package struct FigureInterval: Sendable {
    /// Its name in JSON.
    package let name: String
    /// What it is called, with both its ends.
    package let title: BilingualText
    /// From when to when.
    let ends: Ends

    /// Between which times an interval lies, and how often it is measured.
    enum Ends: Sendable {
        /// Once for each unit response.
        case ofResponse(from: @Sendable (ResponseTimes) -> Timestamp?, to: @Sendable (ResponseTimes) -> Timestamp?)
        /// Once for each incident, from its receipt to the response that got there first.
        case ofIncident(to: @Sendable (ResponseTimes) -> Timestamp?)
    }

    /// Every interval, in the order in which they are shown.
    package static let all: [FigureInterval] = [
        FigureInterval(
            name: "dispatch", title: BilingualText("dispatch (received → dispatched)", "派警（接警 → 派警）"),
            ends: .ofIncident { $0.assigned }),
        FigureInterval(
            name: "turnout", title: BilingualText("turn-out (dispatched → en route)", "出警（派警 → 赶赴）"),
            ends: .ofResponse(from: { $0.assigned }, to: { $0.enRoute })),
        FigureInterval(
            name: "travel", title: BilingualText("travel (en route → on scene)", "路途（赶赴 → 到场）"),
            ends: .ofResponse(from: { $0.enRoute }, to: { $0.arrived })),
        FigureInterval(
            name: "response", title: BilingualText("response (received → on scene)", "响应（接警 → 到场）"),
            ends: .ofIncident { $0.arrived }),
        FigureInterval(
            name: "busy", title: BilingualText("busy (dispatched → available)", "占用（派警 → 待命）"),
            ends: .ofResponse(from: { $0.assigned }, to: { $0.cleared })),
    ]
}
