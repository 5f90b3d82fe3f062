import SimulationKit
import Testing

private func near(_ one: Double, _ other: Double, _ tolerance: Double = 1e-9) -> Bool {
    abs(one - other) <= tolerance * max(1, abs(other))
}

@Suite struct AnalyticTests {
    @Test("Erlang's formulas on textbook cases")
    func erlang() {
        #expect(near(Erlang.lossProbability(load: 1, servers: 2), 0.2))
        #expect(near(Erlang.lossProbability(load: 10, servers: 10), 0.2145823431))
        let line = WaitingLine(arrivalRate: 2, serviceRate: 3, servers: 2)
        #expect(near(line.waitProbability, 1.0 / 6))
        #expect(near(line.emptyProbability, 0.5))
        #expect(near(line.meanNumberInSystem, 0.75))
        #expect(near(line.waitExceeds(0), line.waitProbability))
        // Bronson, Operations Research (1982), example 24.6.
        let bronson = WaitingLine(arrivalRate: 300.0 / 365, serviceRate: 0.5, servers: 3)
        #expect(near(bronson.meanQueueLength, 0.352, 1e-3) && near(bronson.emptyProbability, 0.17754, 1e-5))
        #expect(WaitingLine(arrivalRate: 4, serviceRate: 1, servers: 4).meanWait == .infinity)
    }

    @Test("The least servers for a target meet it, and one less does not", arguments: [0.5, 3, 45, 950])
    func staffing(load: Double) throws {
        func late(_ servers: Int) -> Double {
            WaitingLine(arrivalRate: load, serviceRate: 1, servers: servers).waitExceeds(0.1)
        }
        let needed = try #require(Erlang.leastServers(load: load) { late($0) <= 0.05 })
        #expect(late(needed) <= 0.05)
        #expect(Double(needed - 1) <= load || late(needed - 1) > 0.05)
        #expect(Erlang.leastServers(load: load, limit: 1) { _ in false } == nil)
    }

    @Test("Impatience lies between loss and patience without end")
    func impatience() {
        let line = WaitingLine(arrivalRate: 4, serviceRate: 1, servers: 5)
        let patient = ImpatientLine(line: line, abandonmentRate: 1e-7)
        #expect(near(patient.waitProbability, line.waitProbability, 1e-5))
        #expect(near(patient.meanQueueLength, line.meanQueueLength, 1e-5))
        let hasty = ImpatientLine(line: line, abandonmentRate: 1e7)
        #expect(near(hasty.abandonProbability, Erlang.lossProbability(load: 4, servers: 5), 1e-5))
        // What is not abandoned is served.
        let line2 = ImpatientLine(line: WaitingLine(arrivalRate: 9, serviceRate: 1, servers: 5), abandonmentRate: 0.3)
        #expect(near(line2.utilisation * 5, 9 * (1 - line2.abandonProbability)))
    }

    @Test("Priorities keep the work: Kleinrock's conservation law, and Cobham's published example")
    func priorities() {
        let line = PriorityLine(arrivalRates: [0.4, 0.9, 1.3], serviceRate: 1, servers: 4)
        let weighted = zip(line.arrivalRates, line.meanWaits).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(near(weighted, line.whole.meanQueueLength))
        let resumed = zip(line.arrivalRates, line.meanQueueTimesPreemptive).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(near(resumed, line.whole.meanQueueLength))
        // Two deterministic services of 1 and 3 minutes, twelve an hour each (MIT 1.203, quiz 2, 2003).
        let quiz = PriorityServer(classes: [
            .init(arrivalRate: 0.2, serviceMean: 1, serviceSquare: 1),
            .init(arrivalRate: 0.2, serviceMean: 3, serviceSquare: 9),
        ])
        #expect(near(quiz.meanWaits[0], 1.25) && near(quiz.meanWaits[1], 6.25))
        #expect(near(quiz.meanWaitOfAll, 3.75) && near(quiz.meanWaitFirstCome, 5))
    }

    @Test("A rate that never changes by the hour is an ordinary line")
    func daily() throws {
        let line = WaitingLine(arrivalRate: 3, serviceRate: 1, servers: 5)
        let hours = try #require(
            DailyLine(hourlyRates: [3, 3], serviceRate: 1, servers: 5).byHour())
        for hour in hours {
            #expect(near(hour.allBusy, line.waitProbability, 1e-6))
            #expect(near(hour.queueLength, line.meanQueueLength, 1e-6))
            #expect(near(hour.busy, 3, 1e-6))
        }
        #expect(DailyLine(hourlyRates: [9, 3], serviceRate: 1, servers: 5).byHour() == nil)
    }

    @Test("Coverage: what the search finds is what trying everything finds", arguments: 1...6)
    func coverage(seed: UInt64) {
        var stream = RandomStream(seed: seed)
        let problem = CoverageLocation(
            columns: 4, rows: 3, weights: (0..<12).map { _ in stream.uniform() }, units: 3, radius: 1,
            busyFraction: seed % 2 == 0 ? 0 : 0.4)
        func covered(_ places: [Int]) -> Double {
            (0..<12).reduce(0) { sum, node in
                let missed = places.reduce(1.0) { problem.reach[$1].contains(node) ? $0 * problem.busyFraction : $0 }
                return sum + problem.weights[node] * (1 - missed)
            }
        }
        var most = 0.0
        for one in 0..<12 {
            for two in one..<12 { for three in two..<12 { most = max(most, covered([one, two, three])) } }
        }
        let best = problem.best()
        #expect(near(best.value, most), "seed \(seed)")
        #expect(best.places.count == 3 && near(covered(best.places), most), "seed \(seed)")
    }
}

@Suite struct HypercubeTests {
    /// Larson and Odoni's city of three servers, section 5.4 of "Urban Operations Research" (1981).
    static func city(isQueueing: Bool) -> Hypercube {
        let times = [[0.1, 0.1, 0.3, 0.3], [0.3, 0.4, 0.1, 0.5], [0.4, 0.3, 0.5, 0.1]]
        return Hypercube(
            arrivalRates: [0.5, 0.25, 0.35, 0.4], serviceRates: [1, 1, 1],
            preference: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [2, 0, 1]], travelIdle: times,
            travelAtoms: [[0.1, 0.2, 0.3, 0.4], [0.2, 0.1, 0.4, 0.3], [0.3, 0.4, 0.1, 0.5], [0.4, 0.3, 0.5, 0.1]],
            isQueueing: isQueueing)
    }

    @Test("Published workloads, exact and approximate")
    func published() throws {
        let model = Self.city(isQueueing: true)
        let exact = try #require(model.exact())
        for (found, printed) in zip(exact.utilisation, [0.5574, 0.4734, 0.4693]) {
            #expect(abs(found - printed) < 6e-5)
        }
        for (found, printed) in zip(model.approximation().utilisation, [0.5627, 0.4716, 0.4657]) {
            #expect(abs(found - printed) < 2e-4)
        }
        let quiz = Hypercube(
            arrivalRates: [1, 1], serviceRates: [2, 2], preference: [[0, 1], [1, 0]],
            travelIdle: [[2.0 / 3, 4.0 / 3], [4.0 / 3, 2.0 / 3]], travelAtoms: nil, isQueueing: false)
        let answer = try #require(quiz.exact())
        #expect(near(answer.utilisation[0], 0.4) && near(answer.dispatch[0][1], 0.125) && near(answer.lost, 0.2))
        #expect(near(answer.travel(quiz), 5.0 / 6) && near(answer.outOfPrimary(quiz), 0.25))
    }

    @Test("Whoever is preferred, the number of busy units is Erlang's", arguments: [false, true])
    func erlang(isQueueing: Bool) throws {
        let model = Self.city(isQueueing: isQueueing)
        let exact = try #require(model.exact())
        let expected =
            isQueueing
            ? Erlang.waitProbability(load: 1.5, servers: 3) : Erlang.lossProbability(load: 1.5, servers: 3)
        #expect(near(exact.allBusy, expected))
        #expect(near(exact.utilisation.reduce(0, +), isQueueing ? 1.5 : 1.5 * (1 - expected)))
        #expect(near(exact.dispatch.joined().reduce(0, +), 1))
        #expect(near(model.approximation().allBusy, expected))
    }

    @Test("Twelve units at most exactly, more by approximation")
    func limits() {
        let units = 13
        let model = Hypercube(
            arrivalRates: [Double](repeating: 0.5, count: units), serviceRates: [Double](repeating: 1, count: units),
            preference: (0..<units).map { first in (0..<units).map { (first + $0) % units } },
            travelIdle: [[Double]](repeating: [Double](repeating: 1, count: units), count: units), travelAtoms: nil,
            isQueueing: true)
        #expect(model.exact() == nil)
        for workload in model.approximation().utilisation { #expect(near(workload, 0.5, 1e-6)) }
    }
}
