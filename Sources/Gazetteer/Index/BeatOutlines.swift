import DispatchModel
import Ground

/// The outlines of beats, to say in which one a place lies.
package struct BeatOutlines: Sendable {
    private var parts: [(beats: [Ground.Beat], beyond: WorldBox?)] = []

    /// The beats of a ground; none where it has none.
    package init(_ ground: Ground? = nil) {
        if let ground { add(ground) }
    }

    /// Adds the beats of another ground. Where outlines overlap, those that came first hold.
    package mutating func add(_ ground: Ground) {
        if !ground.beats.isEmpty { parts.append((ground.beats, ground.beyondDateLine)) }
    }

    /// True when there are none.
    package var isEmpty: Bool { parts.isEmpty }

    /// The beat whose outline holds a point; nil outside of all.
    package func beat(at point: GeoPoint) -> String? {
        for part in parts {
            let place = WorldPoint(point).moved(beside: part.beyond)
            if let own = part.beats.first(where: { $0.shape.contains(place) }) { return own.code }
        }
        return nil
    }
}
