/// The formulas of Erlang, "Solution of some problems in the theory of probabilities of significance in automatic
/// telephone exchanges", Elektroteknikeren 13 (1917). Load in erlangs: arrival rate over service rate.
package enum Erlang {
    /// The share of calls lost with `servers` and no waiting room (Erlang B), by the stable recursion.
    package static func lossProbability(load: Double, servers: Int) -> Double {
        guard load > 0 else { return servers == 0 ? 1 : 0 }
        var inverse = 1.0
        for server in stride(from: 1, through: servers, by: 1) { inverse = 1 + inverse * Double(server) / load }
        return 1 / inverse
    }

    /// The share of calls that wait, with waiting room for all (Erlang C); 1 when the load is too much.
    package static func waitProbability(load: Double, servers: Int) -> Double {
        guard load < Double(servers) else { return 1 }
        let loss = lossProbability(load: load, servers: servers)
        return loss / (1 - load / Double(servers) * (1 - loss))
    }

    /// The least number of servers that carry a load and answer so that a measure of the wait meets a target.
    /// Nil when more than `limit` would be needed. The measure must fall as servers are added.
    package static func leastServers(load: Double, limit: Int = 100_000, isEnough: (Int) -> Bool) -> Int? {
        guard load.isFinite, load >= 0, load < Double(limit) else { return nil }
        var low = Int(load.rounded(.down)) + 1
        var step = 1
        while low + step <= limit, !isEnough(low + step) { step *= 2 }
        var high = min(limit, low + step)
        guard isEnough(high) else { return nil }
        while low < high {
            let middle = (low + high) / 2
            if isEnough(middle) { high = middle } else { low = middle + 1 }
        }
        return high
    }
}

/// M/M/c: Poisson calls, exponential service, first come first served, room for all who wait.
package struct WaitingLine: Hashable, Sendable {
    /// Calls per unit of time.
    package var arrivalRate: Double
    /// Services per unit of time of one server.
    package var serviceRate: Double
    /// How many servers.
    package var servers: Int

    /// Creates the model. Rates above zero, at least one server.
    package init(arrivalRate: Double, serviceRate: Double, servers: Int) {
        self.arrivalRate = arrivalRate
        self.serviceRate = serviceRate
        self.servers = servers
    }

    /// Arrival rate over service rate, in erlangs.
    package var load: Double { arrivalRate / serviceRate }
    /// The share of time that a server is busy; at 1 or above the line grows without end.
    package var utilisation: Double { load / Double(servers) }
    /// The share of calls that wait.
    package var waitProbability: Double { Erlang.waitProbability(load: load, servers: servers) }
    /// The mean wait of those who wait; infinite without a steady state.
    var meanWaitOfWaiting: Double {
        utilisation < 1 ? 1 / (Double(servers) * serviceRate - arrivalRate) : .infinity
    }
    /// The mean wait of all.
    package var meanWait: Double { waitProbability * meanWaitOfWaiting }
    /// The mean number that wait (Little, 1961).
    package var meanQueueLength: Double { arrivalRate * meanWait }
    /// The mean time from call to end of service.
    var meanSystemTime: Double { meanWait + 1 / serviceRate }
    /// The mean number waiting or in service.
    package var meanNumberInSystem: Double { arrivalRate * meanSystemTime }

    /// The share of time in which all servers are idle.
    package var emptyProbability: Double {
        guard utilisation < 1 else { return 0 }
        var term = 1.0
        var sum = 0.0
        for server in 0..<servers {
            sum += term
            term *= load / Double(server + 1)
        }
        return 1 / (sum + term / (1 - utilisation))
    }

    /// The share of calls that wait longer than a time.
    package func waitExceeds(_ time: Double) -> Double {
        guard utilisation < 1 else { return 1 }
        return time < 0 ? 1 : waitProbability * PlainMath.exp(-time / meanWaitOfWaiting)
    }
}

/// M/M/c+M: as M/M/c, but each call that waits gives up after an exponential time (Palm, 1957; Erlang A).
package struct ImpatientLine: Hashable, Sendable {
    /// The line if all had patience.
    package var line: WaitingLine
    /// How often a waiting call gives up, per unit of time; above zero.
    package var abandonmentRate: Double

    /// The share of calls that wait or give up.
    package private(set) var waitProbability = 0.0
    /// The share of calls that give up.
    package private(set) var abandonProbability = 0.0
    /// The mean number that wait.
    package private(set) var meanQueueLength = 0.0
    /// The share of time that a server is busy.
    package private(set) var utilisation = 0.0

    /// Creates and solves the model; a call that gives up counts with the time it waited.
    package init(line: WaitingLine, abandonmentRate: Double) {
        self.line = line
        self.abandonmentRate = abandonmentRate
        solve()
    }

    /// The mean time in the queue of all calls, those that gave up among them (Little).
    package var meanWaitOfAll: Double { meanQueueLength / line.arrivalRate }

    /// The birth and death process from all-busy upwards, relative to the probability of exactly all busy, which is scaled
    /// down when more comes than is served and the terms grow beyond what a number holds.
    private mutating func solve() {
        var base = 1.0
        var term = 1.0
        var above = 0.0
        var queue = 0.0
        var length = 0.0
        let full = Double(line.servers) * line.serviceRate
        while term > 1e-18 * (above + base) || length * abandonmentRate + full < line.arrivalRate {
            above += term
            queue += length * term
            length += 1
            term *= line.arrivalRate / (full + length * abandonmentRate)
            guard term > 1e200 else { continue }
            (base, term, above, queue) = (base * 1e-200, term * 1e-200, above * 1e-200, queue * 1e-200)
        }
        var below = 0.0
        var busy = Double(line.servers) * above
        term = base
        for number in stride(from: line.servers, to: 0, by: -1) {
            term *= Double(number) * line.serviceRate / line.arrivalRate
            below += term
            busy += Double(number - 1) * term
        }
        waitProbability = above / (above + below)
        meanQueueLength = queue / (above + below)
        utilisation = busy / (above + below) / Double(line.servers)
        abandonProbability = abandonmentRate * meanQueueLength / line.arrivalRate
    }
}

/// M/M/c/K: as M/M/c, but a call that finds the servers busy and every waiting place taken is lost.
struct FiniteLine: Hashable, Sendable {
    /// The line if there were room for all; it may be offered more than it can carry.
    var line: WaitingLine
    /// How many may wait.
    var waitingRoom: Int

    /// The share of calls that are lost.
    private(set) var lostProbability = 0.0
    /// The share of calls that are kept and wait.
    private(set) var waitProbability = 0.0
    /// The mean number that wait.
    private(set) var meanQueueLength = 0.0
    /// The share of time that a server is busy.
    private(set) var utilisation = 0.0

    /// Creates and solves the model. At least one server, no less than no waiting place.
    init(line: WaitingLine, waitingRoom: Int) {
        self.line = line
        self.waitingRoom = waitingRoom
        solve()
    }

    /// The mean wait of the calls that are kept (Little).
    var meanWait: Double { meanQueueLength / (line.arrivalRate * (1 - lostProbability)) }

    /// The birth and death process from just-all-busy both ways, relative to the probability of that. Terms grow with the
    /// load; the largest stands for 1, so that none overflows.
    private mutating func solve() {
        let step = line.utilisation
        // The last waiting place is the likeliest when more comes than is served: then it is counted from there down.
        let isFalling = step <= 1
        let ratio = isFalling ? step : 1 / step
        var (all, kept, length, weight) = (0.0, 0.0, 0.0, 1.0)
        for place in 0...waitingRoom {
            let waiting = isFalling ? place : waitingRoom - place
            all += weight
            if waiting < waitingRoom { kept += weight }
            length += weight * Double(waiting)
            weight *= ratio
            if weight < 1e-300 { break }
        }
        let full = isFalling ? PlainMath.exp(Double(waitingRoom) * PlainMath.log(step)) : 1
        let justBusy = isFalling ? 1 : PlainMath.exp(Double(waitingRoom) * PlainMath.log(ratio))
        // Erlang's loss formula says what part just-all-busy has of itself and everything below it.
        let loss = Erlang.lossProbability(load: line.load, servers: line.servers)
        let total = all + justBusy * (1 / loss - 1)
        lostProbability = full / total
        waitProbability = kept / total
        meanQueueLength = length / total
        utilisation = line.load * (1 - lostProbability) / Double(line.servers)
    }
}
