import DispatchModel
import Wording

@testable import Dashboard

/// Dead letters in memory.
final class LetterBox {
    var letters: [Int64: (summary: DeadLetterSummary, bytes: [UInt8])] = [:]
    var resent: [Int64] = []
    var removed: Int64 = 0
    var looks = 0

    init(count: Int64 = 3) {
        for number in stride(from: 1, through: count, by: 1) {
            add(number, "{\"kind\": \"alert\", \"no\": \(number)}")
        }
    }

    func add(_ number: Int64, _ text: String) {
        let summary = DeadLetterSummary(
            number: number, at: District.now - .minutes(10 - number), feed: "cameras",
            reason: .init("no: found \(number); expected a name", "no：实为 \(number)，应为名称"))
        letters[number] = (summary, Array(text.utf8))
    }

    var desk: DeadLetterDesk {
        DeadLetterDesk(
            list: { limit in
                self.looks += 1
                let newest = self.letters.keys.sorted().suffix(limit).reversed().compactMap {
                    self.letters[$0]?.summary
                }
                return DeadLetterList(letters: newest, kept: self.letters.count, removed: self.removed)
            },
            text: { self.letters[$0]?.bytes },
            resend: { number in
                guard self.letters.removeValue(forKey: number) != nil else { return false }
                self.resent.append(number)
                return true
            })
    }
}
