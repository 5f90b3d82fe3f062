/// Where the calls of a replication come from: drawn, or given.
struct CityCalls: Sendable {
    private let given: [CityCall]?
    private var number = 0
    private let end: Double
    private var time = 0.0
    private var arrivals: RandomStream
    private var places: RandomStream
    private var priorities: RandomStream
    private var services: RandomStream

    init(days: Int, replication: Replication, given: [CityCall]? = nil) {
        self.given = given
        end = Double(days) * 1440
        arrivals = replication.stream(1)
        places = replication.stream(2)
        priorities = replication.stream(3)
        services = replication.stream(4)
    }

    /// The time of the next call; nil after the last.
    mutating func nextTime() -> Double? {
        if let given {
            guard number < given.count else { return nil }
            time = given[number].time
        } else {
            time = drawnTime()
        }
        return time < end ? time : nil
    }

    /// The next call of a process whose rate is constant within each hour: one unit of expected calls is used up.
    private mutating func drawnTime() -> Double {
        var need = arrivals.exponential(mean: 1)
        var from = time
        while true {
            let hour = (from / 60).rounded(.down)
            let hourEnd = (hour + 1) * 60
            let rate = City.rates[Int(hour) % 24] / 60
            let room = (hourEnd - from) * rate
            if need < room { return from + need / rate }
            need -= room
            from = hourEnd
        }
    }

    /// The call of that time, and its sector.
    mutating func call() -> (call: CityCall, sector: Int) {
        defer { number += 1 }
        if let given { return (given[number], given[number].sector) }
        let point = priorities.uniform()
        var priority = 0
        while priority < 4, point >= City.priorities[priority] { priority += 1 }
        let sector = places.index(cumulative: City.sectors)
        let x = 2 * Double(sector % 8) + 2 * places.uniform()
        let y = 2 * Double(sector / 8) + 2 * places.uniform()
        let call = CityCall(
            time: time, priority: priority + 1, x: x, y: y, service: City.services[priority].draw(&services),
            backupService: City.services[5].draw(&services))
        return (call, sector)
    }
}
