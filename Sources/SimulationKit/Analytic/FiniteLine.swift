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
