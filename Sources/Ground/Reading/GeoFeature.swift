import DispatchModel
import Formats

/// What a GeoJSON file holds, and what of it cannot be taken.
package struct GeoFile: Sendable {
    /// Its features, those without a fault.
    package var features: [GeoFeature] = []
    /// The first features that cannot be taken, each with its number from 1 and what is wrong; at most ``faultLimit``.
    package var faults: [(feature: Int, fault: MessageFault)] = []
    /// How many more features there are that cannot be taken.
    package var moreFaults = 0

    /// How many faults are told one by one: a file of another projection has one in every feature.
    package static let faultLimit = 3
}

/// A feature of a GeoJSON file (RFC 7946).
package struct GeoFeature: Hashable, Sendable {
    /// Its place in the file, from 1.
    package var number: Int
    /// Its properties that are texts or numbers, as texts.
    package var properties: [String: String]
    /// Its shape, a collection taken apart; empty for a feature without one.
    package var shapes: [GeoGeometry]

    /// The rings of all its polygons.
    package var rings: [[WorldPoint]] {
        shapes.flatMap { shape -> [[WorldPoint]] in if case .areas(let rings) = shape { rings } else { [] } }
    }

    /// Its lines.
    package var lines: [[WorldPoint]] {
        shapes.flatMap { shape -> [[WorldPoint]] in if case .lines(let lines) = shape { lines } else { [] } }
    }

    /// Its points.
    package var points: [WorldPoint] {
        shapes.flatMap { shape -> [WorldPoint] in if case .points(let points) = shape { points } else { [] } }
    }

    /// What a property says, without blanks around it; nil where it is not there or says nothing.
    package func text(_ property: String) -> String? {
        let text = properties[property]?.trimmingBlanks ?? ""
        return text.isEmpty ? nil : String(text)
    }
}

/// The shape of a feature, on the map of the world.
package enum GeoGeometry: Hashable, Sendable {
    /// One point or several.
    case points([WorldPoint])
    /// One line or several.
    case lines([[WorldPoint]])
    /// The rings of one polygon or several; none repeats its first place at its end. Outlines turn one way and holes the
    /// other, whichever way they were written.
    case areas([[WorldPoint]])
}

/// What is read of a file of shapes at most.
package struct GeoLimits: Hashable, Sendable {
    /// Bytes.
    package var bytes = 32 << 20
    /// Features.
    package var features = 20_000
    /// Places of all features together.
    package var places = 1_000_000

    /// The limits that hold.
    package init() {}
}
