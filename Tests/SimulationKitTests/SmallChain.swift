import SimulationKit

/// A line with priorities, reserves and a waiting room as a Markov chain, solved by relaxation: what formulas and
/// simulations are held against.
struct SmallChain {
    struct Answer {
        var lost: [Double]
        var waiting: [Double]
        var meanWaits: [Double]
        var utilisation: Double
    }

    let line: PriorityLine
    let reserves: [Int]
    let room: Int

    private struct State: Hashable {
        var busy: Int
        var queues: [Int]
        var waiting: Int { queues.reduce(0, +) }
    }

    private func mayStart(_ index: Int, _ busy: Int) -> Bool { line.servers - busy > reserves[index] }

    private func arrival(_ index: Int, _ state: State) -> State? {
        var next = state
        if mayStart(index, state.busy) {
            next.busy += 1
        } else if state.waiting < room {
            next.queues[index] += 1
        } else {
            return nil
        }
        return next
    }

    private func departure(_ state: State) -> State {
        var next = state
        next.busy -= 1
        while let first = next.queues.indices.first(where: { next.queues[$0] > 0 && mayStart($0, next.busy) }) {
            next.queues[first] -= 1
            next.busy += 1
        }
        return next
    }

    /// Where each state is come to from, how fast, and how fast each is left.
    private func flows() -> (states: [State], into: [[(from: Int, rate: Double)]], out: [Double]) {
        var states = [State(busy: 0, queues: line.arrivalRates.map { _ in 0 })]
        var numbers = [states[0]: 0]
        var (into, out): ([[(from: Int, rate: Double)]], [Double]) = ([[]], [0])
        var index = 0
        while index < states.count {
            let state = states[index]
            var steps = line.arrivalRates.indices.compactMap { kind in
                arrival(kind, state).map { ($0, line.arrivalRates[kind]) }
            }
            if state.busy > 0 { steps.append((departure(state), Double(state.busy) * line.serviceRate)) }
            for (next, rate) in steps {
                let number = numbers[next] ?? states.count
                if number == states.count {
                    numbers[next] = number
                    states.append(next)
                    into.append([])
                    out.append(0)
                }
                into[number].append((index, rate))
                out[index] += rate
            }
            index += 1
        }
        return (states, into, out)
    }

    func solve() -> Answer {
        let (states, into, out) = flows()
        var shares = [Double](repeating: 1 / Double(states.count), count: states.count)
        for _ in 0..<20_000 {
            var off = 0.0
            for index in states.indices {
                let new = into[index].reduce(0) { $0 + shares[$1.from] * $1.rate } / out[index]
                off = max(off, abs(new - shares[index]))
                shares[index] = new
            }
            let whole = shares.reduce(0, +)
            for index in shares.indices { shares[index] /= whole }
            if off < 1e-15 { break }
        }
        func sum(_ of: (State) -> Double) -> Double { zip(states, shares).reduce(0) { $0 + of($1.0) * $1.1 } }
        let kinds = Array(line.arrivalRates.indices)
        let lost = kinds.map { kind in sum { arrival(kind, $0) == nil ? 1 : 0 } }
        let waiting = kinds.map { kind in sum { !mayStart(kind, $0.busy) && $0.waiting < room ? 1 : 0 } }
        let waits = kinds.map { kind in
            sum { Double($0.queues[kind]) } / (line.arrivalRates[kind] * (1 - lost[kind]))
        }
        return Answer(
            lost: lost, waiting: waiting, meanWaits: waits,
            utilisation: sum { Double($0.busy) } / Double(line.servers))
    }
}
