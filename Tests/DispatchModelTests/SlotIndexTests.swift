import DispatchModel
import TestSupport
import Testing

@Suite("Where the elements of a table stand")
struct SlotIndexTests {
    /// Numbers given in order and leaving mostly from the front, as on a board; now and then one far from all others, one from
    /// before the first, and everything gone.
    @Test("Numbers are found as in a dictionary, whatever comes and goes", .full, arguments: 0..<8 as Range<UInt64>)
    func numbers(seed: UInt64) {
        var random = Seeded(seed)
        var index = NumberedSlots<IncidentID>(expecting: [])
        var known: [UInt32: Int] = [:]
        var next: UInt32 = 1
        for step in 0..<20_000 {
            let number: UInt32 =
                switch Int.random(in: 0..<20, using: &random) {
                case 0: random.once(in: 2) ? .random(in: (.max - 3)...(.max), using: &random) : next + 1_000_000
                case 1: .random(in: 0...next, using: &random)
                default: next
                }
            if number == next { next += 1 }
            index.set(IncidentID(rawValue: number), step)
            known[number] = step
            let isEmptying = step % 5_000 > 4_000
            for _ in 0..<(isEmptying ? 12 : random.once(in: 2) ? 1 : 0) {
                guard let leaving = random.once(in: 4) ? known.keys.max() : known.keys.min() else { break }
                #expect(
                    index.remove(IncidentID(rawValue: leaving)) == known.removeValue(forKey: leaving), "seed \(seed)")
                #expect(index[IncidentID(rawValue: leaving)] == nil, "seed \(seed)")
            }
            guard step % 500 == 0 else { continue }
            for (number, slot) in known {
                #expect(index[IncidentID(rawValue: number)] == slot, "seed \(seed): \(number)")
            }
            for number in [0, next, next + 5_000, UInt32.max / 2] where known[number] == nil {
                #expect(index[IncidentID(rawValue: number)] == nil, "seed \(seed): \(number)")
                #expect(index.remove(IncidentID(rawValue: number)) == nil, "seed \(seed): \(number)")
            }
        }
    }

    @Test(
        "Numbers that are read back in any order are found, near or far",
        arguments: [[9, 3, 7, 4], [5], [], [.max, 1, 2], Array(stride(from: 15_000, to: 0, by: -3))] as [[UInt32]])
    func readBack(numbers: [UInt32]) {
        var index = NumberedSlots<UnitID>(expecting: numbers.map(UnitID.init))
        for (slot, number) in numbers.enumerated() { index.set(UnitID(rawValue: number), slot) }
        for (slot, number) in numbers.enumerated() { #expect(index[UnitID(rawValue: number)] == slot) }
        #expect(index[UnitID(rawValue: 8)] == nil)
        for (slot, number) in numbers.enumerated() { #expect(index.remove(UnitID(rawValue: number)) == slot) }
    }
}
