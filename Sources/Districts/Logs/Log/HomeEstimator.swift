import DispatchModel

/// Estimates home positions and beats from the calls of a log.
struct HomeEstimator {
    private struct Mean {
        var latitude: Int64 = 0
        var longitude: Int64 = 0
        var count: Int64 = 0

        mutating func add(_ point: GeoPoint) {
            latitude += point.latitudeMicrodegrees
            longitude += point.longitudeMicrodegrees
            count += 1
        }

        var point: GeoPoint? {
            if count == 0 { return nil }
            return GeoPoint(latitudeMicrodegrees: latitude / count, longitudeMicrodegrees: longitude / count)
        }
    }

    private struct Pair: Hashable {
        var first: Int32
        var second: Int32
    }

    private var areas: [Int32: Mean] = [:]
    private var beats: [Int32: Mean] = [:]
    private var unitAreas: [Pair: Int] = [:]
    private var unitBeats: [Pair: Int] = [:]
    private var areaBeats: [Pair: Int] = [:]

    /// Notes a call.
    mutating func note(area: Int32, beat: Int32, point: GeoPoint?) {
        areaBeats[Pair(first: area, second: beat), default: 0] += 1
        guard let point else { return }
        areas[area, default: Mean()].add(point)
        beats[beat, default: Mean()].add(point)
    }

    /// Notes that a unit answered a call.
    mutating func note(unit: Int32, area: Int32, beat: Int32) {
        unitAreas[Pair(first: unit, second: area), default: 0] += 1
        unitBeats[Pair(first: unit, second: beat), default: 0] += 1
    }

    /// Every area of the log by its name.
    func areaNumbers(_ texts: Interner) -> [String: Int32] { Self.named(areaBeats.keys.map(\.first), texts) }
    /// Every beat of the log by its name.
    func beatNumbers(_ texts: Interner) -> [String: Int32] { Self.named(areaBeats.keys.map(\.second), texts) }

    private static func named(_ numbers: [Int32], _ texts: Interner) -> [String: Int32] {
        Dictionary(numbers.map { (texts[$0], $0) }) { first, _ in first }
    }

    /// The mean position of the calls of an area.
    func centre(area: Int32) -> GeoPoint? { areas[area]?.point }
    /// The mean position of the calls of a beat.
    func centre(beat: Int32) -> GeoPoint? { beats[beat]?.point }

    /// The area that each unit serves most; of equals the first in the order of names.
    func mainAreas(_ texts: Interner) -> [Int32: Int32] { Self.most(unitAreas, texts) }
    /// The beat that each unit serves most.
    func mainBeats(_ texts: Interner) -> [Int32: Int32] { Self.most(unitBeats, texts) }
    /// The beat that each area lies in for the most part.
    func beatsOfAreas(_ texts: Interner) -> [Int32: Int32] { Self.most(areaBeats, texts) }

    private static func most(_ counts: [Pair: Int], _ texts: Interner) -> [Int32: Int32] {
        var best: [Int32: (second: Int32, count: Int)] = [:]
        for (pair, count) in counts where !texts[pair.second].isEmpty {
            guard let known = best[pair.first] else {
                best[pair.first] = (pair.second, count)
                continue
            }
            let isBetter = count > known.count || (count == known.count && texts[pair.second] < texts[known.second])
            if isBetter { best[pair.first] = (pair.second, count) }
        }
        return best.mapValues(\.second)
    }
}
