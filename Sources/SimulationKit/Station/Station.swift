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
