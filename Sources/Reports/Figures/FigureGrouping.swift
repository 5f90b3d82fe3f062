import DispatchModel

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
