/// The counts behind a ``CityResult``: of a size that does not depend on how long is simulated.
struct CityTally: Sendable {
    /// Counts of one priority.
    private struct Line: Sendable {
        var dispatched = 0
        var queued = 0
        var wait = 0.0
        var travel = 0.0
        var response = RunningSum()
        var responses = QuantileHistogram()
    }

    /// A count and a sum.
    private struct RunningSum: Sendable {
        var count = 0
        var sum = 0.0
        var mean: Double { count == 0 ? 0 : sum / Double(count) }
    }

    var events = 0
    var calls = 0
    var backups = 0
    var patrolFirsts = 0
    var crossings = 0
    var patrolBusy = 0.0
    var quickBusy = 0.0
    private var lines = [Line](repeating: Line(), count: 5)

    /// Ticks that one bin of the histogram stands for at the fine end: about a millisecond.
    private static let shift: Int64 = 16

    mutating func dispatched(priority: Int, wait: Int64, travel: Double) {
        lines[priority - 1].dispatched &+= 1
        lines[priority - 1].travel += travel
        guard wait > 0 else { return }
        lines[priority - 1].queued &+= 1
        lines[priority - 1].wait += Double(wait)
    }

    mutating func arrived(priority: Int, after time: Int64) {
        lines[priority - 1].response.count &+= 1
        lines[priority - 1].response.sum += Double(time)
        lines[priority - 1].responses.add(time >> Self.shift)
    }

    func result(patrols: Int, quick: Int, minutes: Double) -> CityResult {
        var result = CityResult()
        for (index, line) in lines.enumerated() {
            let count = Double(max(1, line.dispatched))
            result.meanResponse[index] = line.response.mean * City.minutesPerTick
            let p90 = line.responses.quantile(0.9) ?? 0
            result.p90Response[index] = p90 * Double(1 << Self.shift) * City.minutesPerTick
            result.meanWait[index] = line.wait * City.minutesPerTick / count
            result.fractionQueued[index] = Double(line.queued) / count
            result.meanTravel[index] = line.travel / count
        }
        if minutes > 0 {
            result.patrolUtilisation = patrolBusy / minutes / Double(patrols)
            result.quickUtilisation = quickBusy / minutes / Double(quick)
        }
        result.crossSector = Double(crossings) / Double(max(1, patrolFirsts))
        result.withBackup = Double(backups) / Double(max(1, lines[0].dispatched))
        result.calls = calls
        result.events = events
        return result
    }
}
