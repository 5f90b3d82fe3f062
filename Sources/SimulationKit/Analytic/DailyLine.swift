/// M(t)/M/c: Poisson calls at a rate that changes by the hour and repeats every cycle, exponential service, room for all.
///
/// The forward equations of the number in the system are integrated (Runge and Kutta's fourth-order method) over cycle
/// after cycle until two agree.
package struct DailyLine: Hashable, Sendable {
    /// Calls an hour, for each hour of the cycle.
    package var hourlyRates: [Double]
    /// Services an hour of one server.
    package var serviceRate: Double
    /// How many servers.
    package var servers: Int

    /// Means over one hour of the cycle.
    package struct Hour: Hashable, Sendable {
        /// The share of time with all servers busy.
        package var allBusy = 0.0
        /// The mean number waiting.
        package var queueLength = 0.0
        /// The mean number of busy servers.
        package var busy = 0.0
    }

    /// Creates the model.
    package init(hourlyRates: [Double], serviceRate: Double, servers: Int) {
        self.hourlyRates = hourlyRates
        self.serviceRate = serviceRate
        self.servers = servers
    }

    /// Means by hour in the steady cycle; nil when the servers cannot carry the mean load.
    package func byHour() -> [Hour]? {
        let mean = hourlyRates.reduce(0, +) / Double(max(1, hourlyRates.count))
        guard mean < Double(servers) * serviceRate, let most = hourlyRates.max() else { return nil }
        let surplus = hourlyRates.reduce(0) { $0 + max(0, $1 - Double(servers) * serviceRate) }
        // What would take longer than anybody waits, or more memory than there is, has no answer here.
        guard surplus < 1e6, most + Double(servers) * serviceRate < 1e7 else { return nil }
        let fastest = most + Double(servers) * serviceRate
        let states = servers + 120 + Int(4 * surplus + 12 * (most + surplus).squareRoot())
        let steps = max(32, Int(fastest * 3) / 2 * 2 + 2)
        var shares = [Double](repeating: 0, count: states)
        shares[0] = 1
        var last: [Hour] = []
        for _ in 0..<400 {
            let hours = hourlyRates.map { hour(&shares, rate: $0, steps: steps) }
            let off = zip(hours, last).map { abs($0.queueLength - $1.queueLength) + abs($0.busy - $1.busy) }.max()
            last = hours
            if let off, off < 1e-10 { break }
        }
        return last
    }

    /// One hour; Simpson's rule over an even number of steps gives the means.
    private func hour(_ shares: inout [Double], rate: Double, steps: Int) -> Hour {
        var sum = Hour()
        note(shares, weight: 1, &sum)
        for step in 1...steps {
            advance(&shares, rate: rate, by: 1 / Double(steps))
            note(shares, weight: step == steps ? 1 : step % 2 == 1 ? 4 : 2, &sum)
        }
        let scale = 3 * Double(steps)
        return Hour(allBusy: sum.allBusy / scale, queueLength: sum.queueLength / scale, busy: sum.busy / scale)
    }

    private func note(_ shares: [Double], weight: Double, _ sum: inout Hour) {
        for (number, share) in shares.enumerated() {
            if number >= servers { sum.allBusy += weight * share }
            sum.queueLength += weight * share * Double(max(0, number - servers))
            sum.busy += weight * share * Double(min(number, servers))
        }
    }

    private func slope(_ shares: [Double], rate: Double, _ result: inout [Double]) {
        let last = shares.count - 1
        for number in 0...last {
            let up = number < last ? rate : 0
            var flow = -shares[number] * (up + Double(min(number, servers)) * serviceRate)
            if number > 0 { flow += shares[number - 1] * rate }
            if number < last { flow += shares[number + 1] * Double(min(number + 1, servers)) * serviceRate }
            result[number] = flow
        }
    }

    private func advance(_ shares: inout [Double], rate: Double, by step: Double) {
        var slopes = [Double](repeating: 0, count: shares.count)
        var next = shares
        var point = shares
        for (weight, reach) in [(1.0, 0.5), (2, 0.5), (2, 1), (1, 0)] {
            slope(point, rate: rate, &slopes)
            for number in shares.indices {
                next[number] += step * weight / 6 * slopes[number]
                point[number] = shares[number] + step * reach * slopes[number]
            }
        }
        shares = next
    }
}
