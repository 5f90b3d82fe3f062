import DispatchModel
import DispatchPolicy

/// How fast units go, out of a log's ways from home.
///
/// Only ways are used on which a unit set off from its duty point for all the log tells: it had been free for a while. A
/// way takes `start + metres × slope`. The start is that of the kind whose ways follow the distance best (least squares):
/// others do not always set off from where the log has them at home. Then each kind has its own slope.
struct FitTravel {
    /// A way of a unit.
    struct Way {
        var kind: UnitKind
        var isUrgent: Bool
        var metres: Double
        var seconds: Double
    }

    /// How long a unit must have been free to be at home again, in milliseconds.
    private static let settled: Int64 = 30 * 60_000

    private(set) var start = 0.0
    private(set) var variation = 0.0
    private(set) var speeds: [UnitKind: TravelModel.Speed] = [:]
    /// Ways that were used.
    private(set) var count = 0

    init(_ log: FitLog, detour: Double) {
        let ways = Self.trimmed(Self.ways(log))
        count = ways.count
        guard let (start, slope) = Self.bestLine(ways) else { return }
        self.start = start
        for kind in Set(ways.map(\.kind)) {
            let mine = ways.filter { $0.kind == kind }
            let all = Self.slope(mine, start) ?? slope
            let urgent = Self.slope(mine.filter(\.isUrgent), start) ?? all
            let ordinary = Self.slope(mine.filter { !$0.isUrgent }, start) ?? all
            // The slope is seconds a metre of straight line; a speed is of the road.
            speeds[kind] = TravelModel.Speed(
                urgent: Self.speed(urgent, detour), ordinary: Self.speed(ordinary, detour))
        }
        let ratios = ways.map { way in
            way.seconds / (start + way.metres * (Self.slope(of: way, speeds, detour) ?? slope))
        }
        variation = Self.variation(ratios)
    }

    private static func speed(_ slope: Double, _ detour: Double) -> Double { min(150, max(2, detour * 3.6 / slope)) }

    private static func slope(of way: Way, _ speeds: [UnitKind: TravelModel.Speed], _ detour: Double) -> Double? {
        speeds[way.kind].map { detour * 3.6 / (way.isUrgent ? $0.urgent : $0.ordinary) }
    }

    private static func ways(_ log: FitLog) -> [Way] {
        var free: [String: Timestamp] = [:]
        var ways: [Way] = []
        let parts = log.calls.flatMap { call in call.parts.map { (call, $0) } }
        for (call, part) in parts.sorted(by: { $0.0.at < $1.0.at }) {
            defer {
                if let cleared = part.cleared { free[part.callsign] = max(cleared, free[part.callsign] ?? cleared) }
            }
            guard let moved = part.moved, let arrived = part.arrived, moved < arrived, let point = call.point,
                let unit = log.units[part.callsign], let home = unit.dutyPoint.point
            else { continue }
            if let before = free[part.callsign], (moved - before).milliseconds < settled { continue }
            ways.append(
                Way(
                    kind: unit.kind, isUrgent: call.priority <= .p2, metres: TravelModel.metres(from: home, to: point),
                    seconds: Double((arrived - moved).milliseconds) / 1000))
        }
        return ways
    }

    /// Without the twentieth of slowest ways: crews that stopped, times entered late.
    private static func trimmed(_ ways: [Way]) -> [Way] {
        let limit = FitLaws.quantile(ways.map(\.seconds).sorted(), 0.95)
        return ways.filter { $0.seconds <= limit && $0.metres > 50 }
    }

    /// The line of the kind whose ways lie closest to theirs; nil when no kind has enough ways.
    private static func bestLine(_ ways: [Way]) -> (start: Double, slope: Double)? {
        let kinds = Dictionary(grouping: ways, by: \.kind).filter { $0.value.count >= FitLaws.enough }
        return kinds.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { line($0.value) }
            .max { $0.fit < $1.fit }.map { ($0.start, $0.slope) }
    }

    /// Least squares; the start is at least nothing, the slope that of 130 km/h at least. `fit` is the squared
    /// correlation.
    private static func line(_ ways: [Way]) -> (start: Double, slope: Double, fit: Double)? {
        let count = Double(ways.count)
        let (x, y) = (ways.reduce(0) { $0 + $1.metres } / count, ways.reduce(0) { $0 + $1.seconds } / count)
        let spread = ways.reduce(0) { $0 + ($1.metres - x) * ($1.metres - x) }
        let height = ways.reduce(0) { $0 + ($1.seconds - y) * ($1.seconds - y) }
        guard spread > 0, height > 0, x > 0 else { return nil }
        let common = ways.reduce(0) { $0 + ($1.metres - x) * ($1.seconds - y) }
        let fit = common > 0 ? common * common / (spread * height) : 0
        let slope = max(0.036, common / spread)
        let start = y - slope * x
        return start >= 0 ? (start, slope, fit) : (0, y / x, fit)
    }

    /// Seconds a metre beyond the start, of the sums; nil for too few ways.
    private static func slope(_ ways: [Way], _ start: Double) -> Double? {
        guard ways.count >= FitLaws.enough else { return nil }
        let metres = ways.reduce(0) { $0 + $1.metres }
        return max(0.036, ways.reduce(0) { $0 + $1.seconds - start } / metres)
    }

    private static func variation(_ ratios: [Double]) -> Double {
        let mean = ratios.reduce(0, +) / Double(ratios.count)
        let variance = ratios.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(ratios.count - 1)
        return min(2, variance.squareRoot() / mean)
    }
}
