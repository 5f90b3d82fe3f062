/// One server, classes in order of priority (first is highest), general service: M/G/1 without preemption.
///
/// Cobham, "Priority assignment in waiting line problems", Operations Research 2 (1954).
package struct PriorityServer: Hashable, Sendable {
    /// One class of calls.
    package struct CallClass: Hashable, Sendable {
        /// Calls per unit of time.
        package var arrivalRate: Double
        /// Mean of the service time.
        package var serviceMean: Double
        /// Mean of the square of the service time.
        package var serviceSquare: Double

        /// Creates a class.
        package init(arrivalRate: Double, serviceMean: Double, serviceSquare: Double) {
            self.arrivalRate = arrivalRate
            self.serviceMean = serviceMean
            self.serviceSquare = serviceSquare
        }
    }

    /// The classes, the highest priority first.
    package var classes: [CallClass]

    /// Creates the model.
    package init(classes: [CallClass]) { self.classes = classes }

    /// The load of all classes; at 1 or above the lowest of them grow without end.
    package var utilisation: Double { classes.reduce(0) { $0 + $1.arrivalRate * $1.serviceMean } }

    /// The mean time until a running service ends, as an arriving call finds it. The first class that is too much gets
    /// what those above it leave of the server, the classes below it nothing.
    private var residual: Double {
        var free = 1.0
        return classes.reduce(0.0) { sum, one in
            let taken = min(one.arrivalRate * one.serviceMean, max(0, free))
            free -= one.arrivalRate * one.serviceMean
            return sum + taken / one.serviceMean * one.serviceSquare / 2
        }
    }

    /// The mean wait of each class; infinite where the load up to the class is 1 or more.
    package var meanWaits: [Double] {
        var before = 0.0
        return classes.map { one in
            let upTo = before + one.arrivalRate * one.serviceMean
            defer { before = upTo }
            return upTo < 1 ? residual / ((1 - before) * (1 - upTo)) : .infinity
        }
    }

    /// The mean wait over all calls, under these priorities.
    package var meanWaitOfAll: Double {
        let rate = classes.reduce(0) { $0 + $1.arrivalRate }
        return zip(classes, meanWaits).reduce(0) { $0 + $1.0.arrivalRate * $1.1 } / rate
    }

    /// The mean wait of every call if all classes stood in one line, first come first served (Pollaczek, 1930;
    /// Khinchine, 1932).
    package var meanWaitFirstCome: Double { utilisation < 1 ? residual / (1 - utilisation) : .infinity }
}

/// M/M/c with classes in order of priority (first is highest) and one service rate for all.
package struct PriorityLine: Hashable, Sendable {
    /// Calls per unit of time of each class.
    package var arrivalRates: [Double]
    /// Services per unit of time of one server.
    package var serviceRate: Double
    /// How many servers.
    package var servers: Int

    /// Creates the model.
    package init(arrivalRates: [Double], serviceRate: Double, servers: Int) {
        self.arrivalRates = arrivalRates
        self.serviceRate = serviceRate
        self.servers = servers
    }

    /// All classes in one line.
    package var whole: WaitingLine { line(upTo: arrivalRates.count) }

    /// The classes, from the highest, that the servers can carry: the others' lines grow without end.
    var stableCount: Int {
        arrivalRates.indices.prefix { line(upTo: $0 + 1).utilisation < Self.full }.count
    }

    /// The line of those alone.
    package var carried: PriorityLine {
        PriorityLine(
            arrivalRates: Array(arrivalRates.prefix(stableCount)), serviceRate: serviceRate, servers: servers)
    }

    /// The load of a server at which a line is taken to grow without end: 1, but for what rounding makes of a sum of rates.
    static let full = 1 - 1e-12

    /// The highest classes, so many of them, in one line.
    package func line(upTo count: Int) -> WaitingLine {
        WaitingLine(
            arrivalRate: arrivalRates.prefix(count).reduce(0, +), serviceRate: serviceRate, servers: servers)
    }

    /// The mean wait of each class when a service once begun is ended (Cobham, 1954; Kella and Yechiali, "Waiting times
    /// in the non-preemptive priority M/M/c queue", Stochastic Models 1, 1985).
    package var meanWaits: [Double] {
        let base = whole.waitProbability / (Double(servers) * serviceRate)
        return arrivalRates.indices.map { index in
            let before = line(upTo: index).utilisation
            let upTo = line(upTo: index + 1).utilisation
            return upTo < Self.full ? base / ((1 - before) * (1 - upTo)) : .infinity
        }
    }

    /// The mean time in the queue of each class, returns to it included, when a call of higher priority takes the server
    /// of a lower one, which later goes on where it stopped.
    ///
    /// The classes down to k see nothing of those below, so that together they are an M/M/c line; differences of the
    /// queue lengths give each class (Davis, "Waiting-time distribution of a multi-server, priority queuing system",
    /// Operations Research 14, 1966; Bondi and Buzen, 1984).
    package var meanQueueTimesPreemptive: [Double] {
        var before = 0.0
        return arrivalRates.indices.map { index in
            let length = line(upTo: index + 1).meanQueueLength
            defer { before = length }
            return length.isFinite ? (length - before) / arrivalRates[index] : .infinity
        }
    }
}
