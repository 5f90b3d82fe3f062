/// A station: calls of several classes, servers that are all alike, and the rules by which calls wait.
///
/// Erlang's and Cobham's models, M/G/c, loss, impatience, hourly rates and the reserve (cut-off) rule are all cases of
/// this one. Rates and times are in one unit of the caller's choice.
package struct Station: Hashable, Sendable {
    /// Who is served first.
    package enum Discipline: Hashable, Sendable {
        /// First come, first served, whatever the class.
        case firstCome
        /// Classes in their order; a service once begun is ended.
        case priority
        /// Classes in their order; a call takes the server of a lower class, whose call later goes on where it stopped.
        case preemptiveResume
    }

    /// One class of calls.
    package struct CallClass: Hashable, Sendable {
        /// The share of all calls that are of this class; the shares make 1.
        package var share: Double
        /// How long a service takes.
        package var service: Distribution
        /// How long a call waits before it gives up; nil for as long as it takes.
        package var patience: Distribution?
        /// A call of the class starts only while more servers than this are free.
        package var reserve: Int

        /// Creates a class.
        package init(share: Double = 1, service: Distribution, patience: Distribution? = nil, reserve: Int = 0) {
            self.share = share
            self.service = service
            self.patience = patience
            self.reserve = reserve
        }
    }

    /// Calls per unit of time, one number for each hour of a cycle; a single one for a rate that never changes.
    package var rates: [Double]
    /// How long an hour of ``rates`` lasts, in the unit of time.
    package var hour: Double
    /// The classes, the highest priority first.
    package var classes: [CallClass]
    /// How many servers.
    package var servers: Int
    /// Who is served first.
    package var discipline: Discipline
    /// How many may wait; nil for room enough, 0 for pure loss.
    package var waitingRoom: Int?
    /// The class whose calls never run out: one starts whenever the reserve lets it and nobody above waits. So stands a
    /// line in the long run whose load down to that class is more than its servers carry. Such calls are not counted;
    /// the class has no share of the calls, and no class stands below it. Not for preemption.
    var supply: Int?

    /// Creates a station. At least one class and one server, rates not below zero and one of them above.
    package init(
        rates: [Double], hour: Double = 1, classes: [CallClass], servers: Int, discipline: Discipline = .priority,
        waitingRoom: Int? = nil
    ) {
        self.rates = rates
        self.hour = hour
        self.classes = classes
        self.servers = servers
        self.discipline = discipline
        self.waitingRoom = waitingRoom
    }

    /// One class, exponential service: M/M/c.
    package init(_ line: WaitingLine) {
        self.init(
            rates: [line.arrivalRate], classes: [CallClass(service: .exponential(mean: 1 / line.serviceRate))],
            servers: line.servers)
    }

    /// Classes in order of priority, one exponential service for all.
    package init(_ line: PriorityLine, discipline: Discipline) {
        let whole = line.arrivalRates.reduce(0, +)
        let service = Distribution.exponential(mean: 1 / line.serviceRate)
        self.init(
            rates: [whole], classes: line.arrivalRates.map { CallClass(share: $0 / whole, service: service) },
            servers: line.servers, discipline: discipline)
    }

    /// The same station with a lowest class that never runs out; nil for none.
    func supplied(_ service: Distribution?) -> Station {
        guard let service else { return self }
        var station = self
        station.supply = classes.count
        station.classes.append(CallClass(share: 0, service: service))
        return station
    }

    /// Ticks to a unit of time: a power of two such that the mean time between calls is some ten million ticks. What
    /// rounding to ticks changes is far below any interval, and 10¹¹ calls pass before the time runs out.
    var ticksPerUnit: Double {
        let gap = 1 / max(rates.max() ?? 1, Double.leastNormalMagnitude)
        return Double(sign: .plus, exponent: 24 - gap.exponent, significand: 1)
    }
}

/// How long to simulate a station: by calls, or by hours of its cycle.
package struct StationSpan: Hashable, Sendable {
    /// Calls before measuring begins.
    package var warmUp: Int
    /// Calls that are measured; no further ones come, and those that came are served to the end.
    package var calls: Int
    /// Waits that are counted when they are exceeded, in the station's unit of time.
    package var thresholds: [Double]

    /// Creates a span.
    package init(warmUp: Int, calls: Int, thresholds: [Double] = []) {
        self.warmUp = warmUp
        self.calls = calls
        self.thresholds = thresholds
    }
}

/// What one replication of a station measured. Times in the station's unit.
package struct StationResult: Hashable, Sendable {
    /// What befell the calls of a class.
    package struct ClassCount: Hashable, Sendable {
        /// Calls that came.
        package internal(set) var calls = 0
        /// Calls that did not start at once: waited, gave up or were refused.
        package internal(set) var delayed = 0
        /// Calls that found no room.
        package internal(set) var lost = 0
        /// Calls that gave up.
        package internal(set) var abandoned = 0
        /// Calls whose wait is over, one way or the other.
        package internal(set) var ended = 0
        /// The sum of all time in the queue.
        package internal(set) var waiting = 0.0
        /// Calls that waited longer than each threshold.
        package internal(set) var exceeded: [Int] = []

        /// The mean time in the queue.
        package var meanWait: Double { ended == 0 ? 0 : waiting / Double(ended) }
    }

    /// What the whole station did over a stretch of time.
    package struct TimeCount: Hashable, Sendable {
        /// Its length.
        package internal(set) var time = 0.0
        /// The sum of busy servers times time.
        package internal(set) var busy = 0.0
        /// The sum of waiting calls times time.
        package internal(set) var waiting = 0.0
        /// Time with all servers busy.
        package internal(set) var allBusy = 0.0
        /// Time with nobody there.
        package internal(set) var empty = 0.0

        /// The mean number of busy servers.
        package var meanBusy: Double { busy / time }
        /// The mean number of waiting calls.
        package var meanQueueLength: Double { waiting / time }
    }

    /// By class.
    package internal(set) var classes: [ClassCount]
    /// By hour of the cycle.
    package internal(set) var hours: [TimeCount]
    /// How many events happened, the warm-up's among them.
    package internal(set) var events = 0

    /// The whole time that was measured.
    package var whole: TimeCount {
        hours.reduce(into: TimeCount()) { sum, hour in
            sum.time += hour.time
            sum.busy += hour.busy
            sum.waiting += hour.waiting
            sum.allBusy += hour.allBusy
            sum.empty += hour.empty
        }
    }

    /// The share of all calls for which a count of theirs was taken.
    package func share(_ count: (ClassCount) -> Int) -> Double {
        Double(classes.reduce(0) { $0 + count($1) }) / Double(max(1, classes.reduce(0) { $0 + $1.calls }))
    }

    /// The mean time in the queue of all calls.
    package var meanWait: Double {
        classes.reduce(0) { $0 + $1.waiting } / Double(max(1, classes.reduce(0) { $0 + $1.ended }))
    }
}
