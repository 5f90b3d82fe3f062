import DispatchModel
import Testing

@testable import Districts

/// The first rows of the sample, as bytes.
private func smallLog() throws -> [UInt8] {
    Array(try SampleDistrict.csv().split(separator: "\n").prefix(41).joined(separator: "\n").utf8) + [0x0A]
}

@Suite struct DamageTests {
    @Test func keepsGoodRowsOfAFileCutShort() throws {
        let mapping = try #require(try Mapping.builtin("sample-district"))
        let bytes = try smallLog()
        var cut = 997
        while cut < bytes.count {
            let part = Array(bytes[..<cut])
            let whole = part.count { $0 == 0x0A } - 1
            let log = try CallLog(bytes: part, name: "cut", mapping: mapping)
            #expect(log.responseCount == whole || log.responseCount == whole + 1, "cut at \(cut)")
            #expect(log.rowCount - log.problems.skipped == log.responseCount, "cut at \(cut)")
            cut += 997
        }
    }

    @Test(arguments: [11, 12, 13, 14] as [UInt64]) func survivesDamage(seed: UInt64) throws {
        print("damage seed \(seed)")
        var generator = SampleGenerator(seed: seed)
        let mapping = try #require(try Mapping.builtin("sample-district"))
        let bytes = try smallLog()
        let headerEnd = (bytes.firstIndex(of: 0x0A) ?? 0) + 1
        for _ in 0..<15 {
            var damaged = bytes
            let hits = generator.number(1...6)
            for _ in 0..<hits {
                let position = generator.number(headerEnd...damaged.count - 1)
                switch generator.number(0...2) {
                case 0: damaged[position] = UInt8(generator.number(0...255))
                case 1: damaged.remove(at: position)
                default: damaged.insert(UInt8(ascii: "\""), at: position)
                }
            }
            let log = try CallLog(bytes: damaged, name: "damaged", mapping: mapping)
            // A hit costs its row, and the next one where a line end was lost.
            #expect(log.responseCount >= 40 - 2 * hits, "seed \(seed), \(hits) hits")
            #expect(log.observations.count > 0)
        }
    }
}
