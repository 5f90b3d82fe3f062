import DispatchModel
import TestSupport
import Testing

@testable import DispatchPolicy

@Suite("Due queue")
struct DueQueueTests {
    private func key(_ number: UInt32) -> Obligation {
        Obligation(kind: .waitingTooLong, incident: IncidentID(rawValue: number))
    }

    @Test("The earliest first, then by subject; an earlier time replaces a later one")
    func order() {
        var queue = DueQueue<Obligation>()
        queue.insert(Timestamp(seconds: 5), key(2))
        queue.insert(Timestamp(seconds: 5), key(1))
        queue.insert(Timestamp(seconds: 9), key(3))
        queue.insert(Timestamp(seconds: 3), key(3))
        queue.insert(Timestamp(seconds: 8), key(3))
        #expect(queue.count == 3)
        var taken: [UInt32] = []
        while let entry = queue.first {
            taken.append(entry.subject.incident?.rawValue ?? 0)
            queue.removeFirst()
        }
        #expect(taken == [3, 1, 2])
        queue.removeFirst()
        #expect(queue.first == nil)
    }

    @Test("Random inserts and removals agree with a sorted list", arguments: [1, 2, 3] as [UInt64])
    func random(seed: UInt64) {
        var random = Seeded(seed)
        var queue = DueQueue<Obligation>()
        var model: [Obligation: Timestamp] = [:]
        for _ in 0..<2000 {
            let key = key(UInt32(random.below(40)))
            let due = Timestamp(seconds: Int64(random.below(100)))
            switch random.below(4) {
            case 0:
                queue.remove(key)
                model[key] = nil
            case 1:
                let least = model.map { DueQueue.Entry(due: $0.value, subject: $0.key) }.min()
                #expect(queue.first == least, "seed \(seed)")
                queue.removeFirst()
                if let least { model[least.subject] = nil }
            default:
                queue.insert(due, key)
                model[key] = min(model[key] ?? due, due)
            }
            #expect(queue.count == model.count, "seed \(seed)")
        }
    }
}
