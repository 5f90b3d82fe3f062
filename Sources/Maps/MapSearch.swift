import Ground

extension MapIndex {
    /// A direction on the screen.
    package enum Direction: Hashable, Sendable {
        /// To the west.
        case left
        /// To the east.
        case right
        /// To the north.
        case up
        /// To the south.
        case down
    }

    /// The nearest thing in a direction from a place, seen within a quarter of the circle; what lies to the side counts as
    /// twice as far. Nil when there is none.
    package func next(_ direction: Direction, from place: WorldPoint, but own: MapThingID?) -> MapThingID? {
        var best: (distance: Double, thing: MapThing)?
        for thing in things where thing.id != own {
            let (x, y) = (thing.at.x - place.x, thing.at.y - place.y)
            let (along, aside) =
                switch direction {
                case .left: (-x, abs(y))
                case .right: (x, abs(y))
                case .up: (-y, abs(x))
                case .down: (y, abs(x))
                }
            guard along > 0, aside <= along else { continue }
            let distance = along + 2 * aside
            if let known = best {
                let isNearer =
                    distance < known.distance || distance == known.distance && MapIndex.precedes(thing, known.thing)
                guard isNearer else { continue }
            }
            best = (distance, thing)
        }
        return best?.thing.id
    }

    /// The things in a rectangle, the most urgent first.
    package func ordered(in box: WorldBox) -> [MapThingID] {
        things.filter { box.contains($0.at) }.sorted(by: MapIndex.precedes).map(\.id)
    }

    /// The most urgent thing; nil when there is none.
    package var mostUrgent: MapThingID? { things.min(by: MapIndex.precedes)?.id }

    /// The things nearest to a place, at most so many, the nearest first; but one.
    package func nearest(to place: WorldPoint, atMost count: Int, but own: MapThingID?) -> [MapThing] {
        first(count, but: own) { MapIndex.isNearer($0, $1, to: place) }
    }

    /// The most urgent things, at most so many.
    package func mostUrgent(atMost count: Int) -> [MapThing] { first(count, but: nil, by: MapIndex.precedes) }

    /// The first of all things in an order, in one pass: there may be thousands, and a few are wanted.
    private func first(_ count: Int, but own: MapThingID?, by precedes: (MapThing, MapThing) -> Bool) -> [MapThing] {
        var kept: [MapThing] = []
        guard count > 0 else { return kept }
        for thing in things where thing.id != own {
            if kept.count == count {
                guard precedes(thing, kept[count - 1]) else { continue }
                kept.removeLast()
            }
            kept.insert(thing, at: kept.firstIndex { precedes(thing, $0) } ?? kept.count)
        }
        return kept
    }

    /// Minutes that the nearest free unit drives to each of some places, by the straight line and the detour of roads; nil
    /// where none is free.
    package func minutes(to places: [WorldPoint]) -> [Double?] {
        let free = things.filter { $0.mark == .unitFree && $0.pace > 0 }
        return places.map { place in
            var best: Double?
            for unit in free {
                let time = unit.at.squaredDistance(to: place) / (unit.pace * unit.pace)
                if time < best ?? .infinity { best = time }
            }
            return best.map { $0.squareRoot() / place.perMetre }
        }
    }

    /// The nearest of some things to a place; nil when there is none.
    package func nearest(to place: WorldPoint, where isWanted: (MapThing) -> Bool) -> MapThingID? {
        things.lazy.filter(isWanted).min { MapIndex.isNearer($0, $1, to: place) }?.id
    }

    /// The nearer of two comes first, of two as near the more urgent.
    private static func isNearer(_ one: MapThing, _ other: MapThing, to place: WorldPoint) -> Bool {
        let (near, far) = (one.at.squaredDistance(to: place), other.at.squaredDistance(to: place))
        return near == far ? precedes(one, other) : near < far
    }

    private static func precedes(_ one: MapThing, _ other: MapThing) -> Bool {
        one.mark == other.mark ? MapOrder.number(one.id) < MapOrder.number(other.id) : one.mark < other.mark
    }
}
