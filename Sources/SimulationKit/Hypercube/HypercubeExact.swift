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
}
