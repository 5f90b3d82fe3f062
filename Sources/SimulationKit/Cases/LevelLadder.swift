/// Rare states of an M/M/c line by simulation of the line held between two neighbouring numbers in the system.
///
/// A birth and death process that is held in a window (calls refused above, services withheld below) keeps the ratio of
/// its stationary probabilities there. The ratio of the time spent at `n + 1` to that at `n` is simulated window by
/// window and multiplied up from the number that is most likely: a state that the whole line would visit once in 10²⁰
/// calls costs no more than any other (umbrella sampling, Torrie and Valleau, 1977). The times in a window are drawn by
/// stratified sampling; replications stay independent, so that their interval is honest.
package struct LevelLadder: Sendable {
    private let line: WaitingLine
    private let top: Int
    private let draws: Int

    /// Creates the ladder for a line with a steady state.
    package init(line: WaitingLine, draws: Int = 2_000) {
        self.line = line
        self.draws = draws
        // Above this the queue's probability is less than 1e-9 of that of just all busy.
        let above = line.utilisation < 1e-3 ? 4 : Int(-20.7 / PlainMath.log(min(0.999, line.utilisation)))
        top = line.servers + min(20_000, above + 2)
    }

    /// The simulated share of time at each number in the system.
    package func probabilities(_ replication: Replication) -> [Double] {
        var stream = replication.stream(9)
        var ratios: [Double] = []
        for number in 0..<top {
            let stay = meanTime(rate: line.arrivalRate, &stream)
            let above = meanTime(rate: Double(min(number + 1, line.servers)) * line.serviceRate, &stream)
            ratios.append(above / stay)
        }
        let anchor = min(top, Int(line.load))
        var weights = [Double](repeating: 1, count: top + 1)
        for number in stride(from: anchor, to: top, by: 1) { weights[number + 1] = weights[number] * ratios[number] }
        for number in stride(from: anchor, to: 0, by: -1) { weights[number - 1] = weights[number] / ratios[number - 1] }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }

    /// The mean of exponential times, one from each of equally likely strata.
    private func meanTime(rate: Double, _ stream: inout RandomStream) -> Double {
        var sum = 0.0
        for stratum in 0..<draws { sum -= PlainMath.log((Double(stratum) + stream.uniform()) / Double(draws)) }
        return sum / Double(draws) / rate
    }

    /// The mean queue length that these shares of time make.
    package func queueLength(_ shares: [Double]) -> Double {
        shares.indices.reduce(0) { $0 + shares[$1] * Double(max(0, $1 - line.servers)) }
    }

    /// The share of calls that wait longer than a time: one that finds `n` waiting waits for `n + 1` services to end.
    package func waitExceeds(_ time: Double, _ shares: [Double]) -> Double {
        let mean = Double(line.servers) * line.serviceRate * time
        var term = PlainMath.exp(-mean)
        var below = 0.0
        var sum = 0.0
        for number in line.servers..<shares.count {
            below += term
            term *= mean / Double(number - line.servers + 1)
            sum += shares[number] * min(1, below)
        }
        return sum
    }
}
