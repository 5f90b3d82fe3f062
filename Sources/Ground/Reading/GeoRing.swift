import Formats

/// Rings and lines as they are drawn: closed, turned one way, and in one piece where they cross the date line.
enum GeoRing {
    /// A ring without the place that closes it.
    static func closed(_ line: [WorldPoint]) throws(MessageFault) -> [WorldPoint] {
        guard line.first == line.last else {
            throw MessageFault(
                path: "", found: "a ring that ends elsewhere than it begins", foundChinese: "首尾不同的环",
                expected: "the first place again at the end", expectedChinese: "末点与首点相同")
        }
        var ring = unwrapped(line)
        guard ring.first == ring.last else {
            throw MessageFault(
                path: "", found: "a ring around a pole", foundChinese: "环绕极点的环",
                expected: "a ring that is cut along 180 degrees (RFC 7946, section 3.1.9)",
                expectedChinese: "沿 180 度切开的环（RFC 7946 第 3.1.9 节）")
        }
        ring.removeLast()
        // A square of a centimetre is more.
        guard abs(area(ring)) > 1e-19 else {
            throw MessageFault(
                path: "", found: "a ring without an area", foundChinese: "没有面积的环",
                expected: "at least three places that are not in a line", expectedChinese: "至少三个不共线的点")
        }
        return ring
    }

    /// Twice the area within a ring, in parts of the world's square; below 0 where it turns the other way.
    static func area(_ ring: [WorldPoint]) -> Double {
        var sum = 0.0
        for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1)) { sum += one.x * other.y - other.x * one.y }
        return sum
    }

    /// A ring turned the way of outlines or of holes. Files have it either way.
    static func turned(_ ring: [WorldPoint], isHole: Bool) -> [WorldPoint] {
        (area(ring) < 0) == isHole ? ring : ring.reversed()
    }

    /// A line that goes on beyond the edge of the world where it crosses the date line. Whoever draws from one edge of the
    /// world to the other means that.
    static func unwrapped(_ line: [WorldPoint]) -> [WorldPoint] {
        var shift = 0.0
        var result: [WorldPoint] = []
        result.reserveCapacity(line.count)
        for (index, point) in line.enumerated() {
            if index > 0 {
                let step = point.x - line[index - 1].x
                if abs(step) > 0.5, abs(step) < 1 { shift += step > 0 ? -1 : 1 }
            }
            result.append(shift == 0 ? point : WorldPoint(x: point.x + shift, y: point.y))
        }
        return result
    }

    /// A hole moved by whole worlds to where its polygon is.
    static func beside(_ hole: [WorldPoint], _ box: WorldBox) -> [WorldPoint] {
        guard let own = WorldBox(hole), own.west < box.west || own.east > box.east else { return hole }
        let shift = (box.middle.x - own.middle.x).rounded()
        return shift == 0 ? hole : hole.map { WorldPoint(x: $0.x + shift, y: $0.y) }
    }
}
