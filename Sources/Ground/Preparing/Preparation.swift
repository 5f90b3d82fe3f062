/// Shapes simplified for every zoom. Lines that two areas share are simplified once, so that their borders stay together.
enum Preparation {
    /// By how much of the ground's extent a line may move at a zoom; nothing at the last.
    static func part(of zoom: Int) -> Double {
        zoom >= Ground.zooms - 1 ? 0 : 1 / (256 * Double(1 << zoom))
    }

    /// Areas that have borders in common, each as rings.
    static func areas(_ areas: [[[WorldPoint]]], extent: Double) -> [Ground.Shape?] {
        let arcs = ArcTable(areas.joined())
        return areas.map { rings in
            shape(rings, isArea: true) { zoom in
                let whole = rings.compactMap { arcs.simplified($0, tolerance: part(of: zoom) * extent) }
                // An area that is smaller than anything seen keeps a triangle of its own.
                return whole.isEmpty ? rings.prefix(1).map { triangle($0) } : whole
            }
        }
    }

    /// Lines that stand alone.
    static func lines(_ lines: [[WorldPoint]], extent: Double) -> Ground.Shape? {
        shape(lines, isArea: false) { zoom in
            lines.map { DouglasPeucker.simplified($0, tolerance: part(of: zoom) * extent) }
        }
    }

    private static func shape(
        _ whole: [[WorldPoint]], isArea: Bool, _ lines: (Int) -> [[WorldPoint]]
    ) -> Ground.Shape? {
        guard let box = WorldBox(whole.joined()) else { return nil }
        let coarse = (0..<(Ground.zooms - 1)).map(lines)
        return Ground.Shape(isArea: isArea, levels: coarse + [whole], box: box)
    }

    private static func triangle(_ ring: [WorldPoint]) -> [WorldPoint] {
        guard ring.count > 3 else { return ring }
        return [ring[0], ring[ring.count / 3], ring[2 * ring.count / 3]]
    }
}

/// Lines with fewer corners (Douglas and Peucker, 1973).
enum DouglasPeucker {
    /// The corners of a line without which it would move by more than the tolerance; always its ends.
    static func simplified(_ line: [WorldPoint], tolerance: Double) -> [WorldPoint] {
        guard line.count > 2, tolerance > 0 else { return line }
        var keeps = Array(repeating: false, count: line.count)
        keeps[0] = true
        keeps[line.count - 1] = true
        // A stack of its own: a hostile line may be long.
        var open = [(0, line.count - 1)]
        while let (first, last) = open.popLast() {
            guard last - first > 1 else { continue }
            var (worst, distance) = (first, -1.0)
            for index in (first + 1)..<last {
                let found = squaredDistance(line[index], from: line[first], to: line[last])
                if found > distance { (worst, distance) = (index, found) }
            }
            guard distance > tolerance * tolerance else { continue }
            keeps[worst] = true
            open.append((first, worst))
            open.append((worst, last))
        }
        return line.indices.filter { keeps[$0] }.map { line[$0] }
    }

    /// The square of the distance of a place from the line between two others.
    static func squaredDistance(_ point: WorldPoint, from start: WorldPoint, to end: WorldPoint) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = dx * dx + dy * dy
        var part = 0.0
        if length > 0 { part = min(max(0, ((point.x - start.x) * dx + (point.y - start.y) * dy) / length), 1) }
        let (x, y) = (point.x - start.x - part * dx, point.y - start.y - part * dy)
        return x * x + y * y
    }
}

/// Where the borders of areas part and meet. Between two such junctions a border is one arc, whichever area it is read from.
struct ArcTable {
    /// The two corners beside each corner, and whether they are others in another ring.
    private var corners: [WorldPoint: Corner] = [:]

    private struct Corner {
        var beside: (WorldPoint, WorldPoint)
        var isJunction = false
    }

    init(_ rings: some Sequence<[WorldPoint]>) {
        for ring in rings where ring.count > 2 {
            for index in ring.indices {
                note(ring[index], ring[index == 0 ? ring.count - 1 : index - 1], ring[(index + 1) % ring.count])
            }
        }
    }

    private mutating func note(_ corner: WorldPoint, _ before: WorldPoint, _ after: WorldPoint) {
        let beside = ArcTable.precedes(before, after) ? (before, after) : (after, before)
        guard let known = corners[corner] else {
            corners[corner] = Corner(beside: beside)
            return
        }
        if known.beside != beside { corners[corner]?.isJunction = true }
    }

    static func precedes(_ one: WorldPoint, _ other: WorldPoint) -> Bool { (one.x, one.y) < (other.x, other.y) }

    /// A ring with fewer corners; nil when nothing of an area is left.
    func simplified(_ ring: [WorldPoint], tolerance: Double) -> [WorldPoint]? {
        guard ring.count > 3, tolerance > 0 else { return ring.count > 2 ? ring : nil }
        var cuts = ring.indices.filter { corners[ring[$0]]?.isJunction == true }
        if cuts.count < 2 { cuts = ArcTable.ends(of: ring, beginning: cuts.first) }
        var result: [WorldPoint] = []
        for (place, start) in cuts.enumerated() {
            let end = cuts[(place + 1) % cuts.count]
            let arc = start < end ? Array(ring[start...end]) : Array(ring[start...] + ring[...end])
            result += ArcTable.simplified(arc: arc, tolerance: tolerance).dropLast()
        }
        return result.count > 2 ? result : nil
    }

    /// The same corners, from whichever end the arc is read.
    private static func simplified(arc: [WorldPoint], tolerance: Double) -> [WorldPoint] {
        guard let first = arc.first, let last = arc.last, precedes(last, first) else {
            return DouglasPeucker.simplified(arc, tolerance: tolerance)
        }
        return DouglasPeucker.simplified(arc.reversed(), tolerance: tolerance).reversed()
    }

    /// Two corners far from each other, where a ring without junctions is cut: its westernmost and the one farthest from it.
    private static func ends(of ring: [WorldPoint], beginning: Int?) -> [Int] {
        let first = beginning ?? ring.indices.min { precedes(ring[$0], ring[$1]) } ?? 0
        func distance(_ index: Int) -> Double {
            let (x, y) = (ring[index].x - ring[first].x, ring[index].y - ring[first].y)
            return x * x + y * y
        }
        let farthest =
            ring.indices.max { one, other in
                let (near, far) = (distance(one), distance(other))
                return near == far ? precedes(ring[one], ring[other]) : near < far
            } ?? first
        return [first, farthest].sorted()
    }
}
