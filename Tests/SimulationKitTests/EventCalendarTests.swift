import SimulationKit
import Testing

@Suite struct EventCalendarTests {
    @Test("Events come in order of time, those of one instant as entered", arguments: 1...20)
    func order(seed: UInt64) {
        var stream = RandomStream(seed: seed)
        var calendar = EventCalendar<Int>(reserving: 4)
        var model: [(time: Int64, number: Int)] = []
        for number in 0..<2_000 {
            if stream.chance(0.45) {
                let first = model.enumerated().min {
                    ($0.element.time, $0.element.number) < ($1.element.time, $1.element.number)
                }
                #expect(calendar.nextTime == first?.element.time, "seed \(seed)")
                let taken = calendar.next()
                #expect(taken?.payload == first?.element.number, "seed \(seed), step \(number)")
                if let first { model.remove(at: first.offset) }
            } else {
                let time = Int64(stream.index(below: 50))
                calendar.schedule(number, at: time)
                model.append((time, number))
            }
            #expect(calendar.count == model.count)
        }
    }

    @Test("Nothing is taken before its time")
    func limit() {
        var calendar = EventCalendar<String>()
        #expect(calendar.isEmpty && calendar.nextTime == nil && calendar.next() == nil)
        calendar.schedule("later", at: 7)
        #expect(calendar.next(by: 6) == nil)
        #expect(calendar.next(by: 7)?.payload == "later")
        #expect(calendar.isEmpty)
    }

    @Test("A copy goes its own way")
    func copy() {
        var one = EventCalendar<Int>()
        one.schedule(1, at: 1)
        one.schedule(2, at: 2)
        _ = one.next()
        var other = one
        other.schedule(3, at: 0)
        #expect(one.next()?.payload == 2)
        #expect(other.next()?.payload == 3)
        #expect(other.next()?.payload == 2)
    }
}
