import SimulationKit

// The queue: by priority, then by age.
extension StaffingRun {
    /// Puts an incident where its age belongs.
    mutating func enqueue(_ number: Int) {
        guard !incidents[number].isWaiting else { return }
        incidents[number].isWaiting = true
        waitingCount += 1
        let priority = incidents[number].priority
        var place = waiting[priority].count
        while place > 0,
            incidents[Int(waiting[priority][place - 1])].call.number > incidents[number].call.number
        {
            place -= 1
        }
        waiting[priority].insert(Int32(number), at: place)
    }

    /// Takes an incident out.
    mutating func dequeue(_ number: Int) {
        let priority = incidents[number].priority
        guard incidents[number].isWaiting, let place = waiting[priority].firstIndex(of: Int32(number)) else { return }
        waiting[priority].remove(at: place)
        incidents[number].isWaiting = false
        waitingCount -= 1
    }

    /// Gives a unit that has come free to the first incident that asks for its kind.
    mutating func offer(_ unit: Int) {
        guard waitingCount > 0 else { return }
        guard isHeard(unit) else { return listenSoon() }
        let bit = layout.posts[unit].kindBit
        for priority in 0..<5 {
            for place in waiting[priority].indices {
                let number = Int(waiting[priority][place])
                guard let requirement = requirement(of: number, bit) else { continue }
                send(unit, to: number, requirement)
                if incidents[number].isComplete { dequeue(number) }
                return
            }
        }
    }

    /// The first requirement of an incident that still misses a unit of one of these kinds.
    @inline(__always)
    func requirement(of number: Int, _ bits: UInt32) -> Int? {
        let plan = incidents[number].plan
        for index in 0..<layout.plans[plan].width
        where incidents[number].missing[index] > 0 && layout.plans[plan].masks[index] & bits != 0 {
            return index
        }
        return nil
    }

    /// Goes through the whole queue, as when radio works again.
    mutating func serveAll() {
        for priority in 0..<5 {
            var place = 0
            while place < waiting[priority].count {
                let number = Int(waiting[priority][place])
                serve(number)
                if incidents[number].isComplete { dequeue(number) } else { place += 1 }
            }
        }
    }

    /// Calls again soon those whom radio does not reach.
    mutating func listenSoon() {
        guard !listens else { return }
        listens = true
        schedule(.listen, after: Self.listenEvery)
    }
}
