/// M/M/c with classes in order of priority, one service rate for all, and a reserve: a call of a class starts only while
/// more servers than the class's reserve are free (the cut-off rule).
///
/// Schaack and Larson, "An N-server cutoff priority queue", Operations Research 34 (1986). Class k may start while fewer
/// than `N_k = c - reserve` servers are busy. From a moment with `N_k` busy until there are fewer passes the time that one
/// call of class k needs at the head of its line; only the classes above can lengthen it. Its first two moments follow
/// from those of the class above, and class k is then a line with one server.
struct ReserveLine: Hashable, Sendable {
    /// The line without reserves.
    var line: PriorityLine
    /// Servers that must stay free behind a start, by class: none lower than that of the class above it, all below the
    /// number of servers.
    var reserves: [Int]

    /// The time that a call of a class stays at the head of its line, and what that makes of the class.
    struct Turn: Hashable, Sendable {
        /// Its mean.
        var mean: Double
        /// The mean of its square.
        var square: Double
        /// The load of the class on the head of its line: at 1 or above the class grows without end.
        var load: Double

        /// The mean time until the line is empty again, from a call at its head on.
        var busyPeriod: Double { mean / (1 - load) }
    }

    /// What a class meets. Times in the unit of the rates.
    struct ClassAnswer: Hashable, Sendable {
        /// The share of its calls that do not start at once.
        var waitProbability: Double
        /// The mean wait; infinite when the class and those above it are too much.
        var meanWait: Double
    }

    /// Creates the model.
    init(line: PriorityLine, reserves: [Int]) {
        self.line = line
        self.reserves = reserves
    }

    private func limit(_ index: Int) -> Int { line.servers - reserves[index] }

    /// The rate of the classes down to one, that one not counted.
    private func rateAbove(_ index: Int) -> Double { line.arrivalRates.prefix(index).reduce(0, +) }

    /// The classes, from the highest, that the servers can carry.
    var stableCount: Int { turns.count { $0.load < PriorityLine.full } }

    /// The turns of the classes, from the highest down to the first that is too much.
    var turns: [Turn] {
        var turns: [Turn] = []
        // How long until fewer than the limit of the class above are busy, the line of that class served.
        var above = (mean: 0.0, square: 0.0)
        for index in line.arrivalRates.indices {
            if index == 0 {
                let rate = Double(limit(0)) * line.serviceRate
                above = (1 / rate, 2 / (rate * rate))
            } else {
                for number in stride(from: limit(index - 1) - 1, through: limit(index), by: -1) {
                    above = passage(number, birth: rateAbove(index), above: above)
                }
            }
            let turn = Turn(mean: above.mean, square: above.square, load: line.arrivalRates[index] * above.mean)
            turns.append(turn)
            let free = 1 - turn.load
            guard turn.load < PriorityLine.full else { break }
            above = (turn.mean / free, turn.square / (free * free * free))
        }
        return turns
    }

    /// The first two moments of the time from `number` busy servers to one fewer, when one more takes `above` to undo.
    private func passage(
        _ number: Int, birth: Double, above: (mean: Double, square: Double)
    ) -> (mean: Double, square: Double) {
        let death = Double(number) * line.serviceRate
        let mean = (1 + birth * above.mean) / death
        let rate = birth + death
        // T = stay, and with a birth the way back and T anew.
        let there = above.mean + mean
        let square =
            (2 / rate + 2 * birth / rate * there + birth * (above.square + 2 * above.mean * mean)) / death
        return (mean, square)
    }

    /// What each class meets.
    var answers: [ClassAnswer] {
        let stable = Array(turns.prefix { $0.load < PriorityLine.full })
        let shares = sharesOfWaiting(stable)
        let answered = zip(stable, shares).map { turn, share in
            ClassAnswer(
                waitProbability: share, meanWait: share * turn.square / (2 * turn.mean) / (1 - turn.load))
        }
        let tooMuch = ClassAnswer(waitProbability: 1, meanWait: .infinity)
        return answered + [ClassAnswer](repeating: tooMuch, count: line.arrivalRates.count - answered.count)
    }

    /// The share of time in which each of the stable classes would have to wait: from the lowest upwards, by the flow over
    /// each number of busy servers.
    private func sharesOfWaiting(_ stable: [Turn]) -> [Double] {
        guard let last = stable.last else { return [] }
        var shares = [Double](repeating: 1, count: stable.count)
        var share = 1.0
        var lowest = stable.count
        if stable.count == line.arrivalRates.count {
            lowest -= 1
            let upper = rateAbove(stable.count) * last.busyPeriod
            share = upper / (weightBelow(limit(lowest)) + upper)
            shares[lowest] = share
        }
        for index in stride(from: lowest, to: 0, by: -1) {
            share *= partAbove(index, stable[index - 1])
            shares[index - 1] = share
        }
        return shares
    }

    /// The time with fewer busy than the lowest limit, where their number is a birth and death process, for each unit of
    /// time with one fewer.
    private func weightBelow(_ limit: Int) -> Double {
        var (weight, below) = (1.0, 1.0)
        for number in stride(from: limit - 1, to: 0, by: -1) {
            weight *= Double(number) * line.serviceRate / rateAbove(line.arrivalRates.count)
            below += weight
        }
        return below
    }

    /// Of the time in which a class would have to wait, the part in which the class above it would too.
    private func partAbove(_ index: Int, _ above: Turn) -> Double {
        let (from, to) = (limit(index), limit(index - 1))
        guard to > from else { return 1 }
        let rate = rateAbove(index)
        var (weight, between) = (1.0, 1.0)
        for number in stride(from: from + 1, to: to, by: 1) {
            weight *= rate / (Double(number) * line.serviceRate)
            between += weight
        }
        let upper = weight * rate * above.busyPeriod
        return upper / (between + upper)
    }
}
