extension Hypercube {
    /// Larson's approximation for any number of units: units are asked in order as if each were busy independently, put
    /// right by the factor Q for drawing without replacement.
    ///
    /// Larson, "Approximating the performance of urban emergency service systems", Operations Research 23 (1975). Service
    /// rates that differ enter unit by unit; the line behind them is then that of their mean.
    package func approximation() -> HypercubeAnswer {
        let mean = serviceRates.reduce(0, +) / Double(units)
        let erlangs = arrivalRate / mean
        let waiting = isQueueing ? Erlang.waitProbability(load: erlangs, servers: units) : 0
        let lost = isQueueing ? 0 : Erlang.lossProbability(load: erlangs, servers: units)
        let busy = min(erlangs * (1 - lost) / Double(units), 1)
        let corrections = correction(erlangs: erlangs, busy: busy)
        var workloads = [Double](repeating: busy, count: units)
        for _ in 0..<1_000 {
            let before = workloads
            let offered = reach(workloads, corrections)
            for unit in 0..<units {
                let rate = offered[unit].reduce(0, +) / serviceRates[unit]
                workloads[unit] = (rate + waiting * load) / (1 + rate)
            }
            let scale = busy * Double(units) / workloads.reduce(0, +)
            for unit in 0..<units { workloads[unit] = min(1, workloads[unit] * scale) }
            if zip(before, workloads).allSatisfy({ ($0 - $1).magnitude < 1e-12 }) { break }
        }
        return answer(workloads, corrections, waiting: waiting, lost: lost, erlangs: erlangs)
    }

    /// The rate at which each unit, were it free, would be sent to each atom.
    private func reach(_ workloads: [Double], _ corrections: [Double]) -> [[Double]] {
        var rates = [[Double]](repeating: [Double](repeating: 0, count: atoms), count: units)
        for atom in 0..<atoms {
            var allBefore = 1.0
            for (rank, unit) in preference[atom].enumerated() {
                rates[unit][atom] = arrivalRates[atom] * corrections[rank] * allBefore
                allBefore *= workloads[unit]
            }
        }
        return rates
    }

    /// Larson's Q(N, ρ, j) for j = 0 … N-1.
    private func correction(erlangs: Double, busy: Double) -> [Double] {
        var states = [1.0]
        for number in 1...units { states.append(states[number - 1] * erlangs / Double(number)) }
        let tail = isQueueing && load < 1 ? states[units] * load / (1 - load) : 0
        let total = states.reduce(0, +) + tail
        return (0..<units).map { rank in
            var sum = 0.0
            for number in rank..<units {
                var drawn = Double(units - number) / Double(units - rank)
                for place in 0..<rank { drawn *= Double(number - place) / Double(units - place) }
                sum += states[number] / total * drawn
            }
            return sum / (PlainMath.power(busy, Double(rank)) * (1 - busy))
        }
    }

    private func answer(
        _ workloads: [Double], _ corrections: [Double], waiting: Double, lost: Double, erlangs: Double
    ) -> HypercubeAnswer {
        let fractions = zip(reach(workloads, corrections), workloads).map { row, workload in
            row.map { $0 * (1 - workload) / arrivalRate }
        }
        // What is answered at once must add up with what waits or is lost.
        let scale = (isQueueing ? 1 - waiting : 1) / max(fractions.joined().reduce(0, +), .leastNormalMagnitude)
        let line = WaitingLine(arrivalRate: erlangs, serviceRate: 1, servers: units)
        let empty = isQueueing ? line.emptyProbability : lossEmpty(erlangs: erlangs)
        var answer = HypercubeAnswer(
            utilisation: workloads, allIdle: empty, allBusy: isQueueing ? waiting : lost,
            immediate: fractions.map { $0.map { $0 * scale } }, dispatch: [])
        let whole = serviceRates.reduce(0, +)
        complete(&answer, queuedByUnit: serviceRates.map { waiting * $0 / whole })
        if isQueueing {
            answer.queueNotEmpty = waiting * load
            answer.meanWait = load < 1 ? waiting / (whole - arrivalRate) : .infinity
        }
        return answer
    }

    private func lossEmpty(erlangs: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        for number in 1...units {
            term *= erlangs / Double(number)
            sum += term
        }
        return 1 / sum
    }
}
