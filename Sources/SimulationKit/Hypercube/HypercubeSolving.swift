extension Hypercube {
    /// The most units that ``exact()`` takes: 4,096 states.
    static let exactLimit = 12

    /// Exact steady state over all sets of busy units, by Gauss and Seidel's iteration. Nil above ``exactLimit`` units
    /// and for a line without steady state.
    package func exact() -> HypercubeAnswer? {
        guard units <= Self.exactLimit, !isQueueing || load < 1 else { return nil }
        return answer(occupancy: steadyState())
    }

    /// The rate at which each unit is sent out of each set of busy units.
    private func departures() -> [[Double]] {
        (0..<(1 << units)).map { busy in
            var rates = [Double](repeating: 0, count: units)
            for atom in 0..<atoms {
                if let unit = choice(atom: atom, busy: busy) { rates[unit] += arrivalRates[atom] }
            }
            return rates
        }
    }

    /// Probabilities of the sets, those of waiting calls left aside, so that they make 1.
    private func steadyState() -> [Double] {
        let sets = 1 << units
        let sent = departures()
        var share = [Double](repeating: 1 / Double(sets), count: sets)
        for _ in 0..<20_000 {
            var change = 0.0
            for busy in 0..<sets {
                var outflow = busy == sets - 1 ? 0 : arrivalRate
                var inflow = 0.0
                for unit in 0..<units {
                    if busy & (1 << unit) == 0 {
                        inflow += serviceRates[unit] * share[busy | 1 << unit]
                    } else {
                        outflow += serviceRates[unit]
                        inflow += share[busy ^ 1 << unit] * sent[busy ^ 1 << unit][unit]
                    }
                }
                let next = inflow / outflow
                change = max(change, (next - share[busy]).magnitude / max(next, 1e-300))
                share[busy] = next
            }
            if change < 1e-13 { break }
        }
        let total = share.reduce(0, +)
        return share.map { $0 / total }
    }

    /// What follows from the shares of time of the sets of busy units with nobody waiting. Above the full set stands the
    /// line: each further waiting call is ``load`` times as likely, whatever the units.
    private func answer(occupancy: [Double]) -> HypercubeAnswer {
        let full = occupancy.count - 1
        let tail = isQueueing ? occupancy[full] * load / (1 - load) : 0
        let shares = occupancy.map { $0 / (1 + tail) }
        let allBusy = (occupancy[full] + tail) / (1 + tail)
        let utilisation = (0..<units).map { unit in
            shares.indices.reduce(0) { $0 + ($1 & (1 << unit) != 0 && $1 != full ? shares[$1] : 0) } + allBusy
        }
        var answer = HypercubeAnswer(
            utilisation: utilisation, allIdle: shares[0], allBusy: allBusy,
            immediate: immediate(shares: shares, served: isQueueing ? 1 : 1 - allBusy), dispatch: [])
        let whole = serviceRates.reduce(0, +)
        complete(&answer, queuedByUnit: serviceRates.map { allBusy * $0 / whole })
        if isQueueing {
            answer.queueNotEmpty = allBusy * load
            answer.meanWait = allBusy / (whole - arrivalRate)
        }
        return answer
    }

    /// Shares of dispatches at once, as arriving calls find the sets (Wolff, "Poisson arrivals see time averages", 1982).
    func immediate(shares: [Double], served: Double) -> [[Double]] {
        var fractions = [[Double]](repeating: [Double](repeating: 0, count: atoms), count: units)
        let mix = self.shares
        for atom in 0..<atoms {
            for busy in 0..<(shares.count - 1) {
                if let unit = choice(atom: atom, busy: busy) {
                    fractions[unit][atom] += mix[atom] * shares[busy] / served
                }
            }
        }
        return fractions
    }

    /// Adds what waited (a share of all calls for each unit that took it) and what follows from it.
    func complete(_ answer: inout HypercubeAnswer, queuedByUnit: [Double]) {
        guard isQueueing else {
            answer.dispatch = answer.immediate
            answer.lost = answer.allBusy
            return
        }
        let mix = shares
        answer.waiting = queuedByUnit.reduce(0, +)
        answer.dispatch = zip(answer.immediate, queuedByUnit).map { row, queued in
            zip(row, mix).map { $0 + $1 * queued }
        }
        guard answer.queuedTravelByAtom == nil, let travel = queuedTravel else { return }
        answer.queuedTravelByAtom = travel
        answer.queuedTravel = zip(mix, travel).reduce(0) { $0 + $1.0 * $1.1 }
    }

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
