import Testing

@testable import Districts

@Suite struct GeneratorTests {
    @Test func repeatsItselfAndKeepsStreamsApart() {
        func draw(_ seed: UInt64, _ stream: UInt64) -> [UInt64] {
            var generator = SeededGenerator(seed: seed, stream: stream)
            return (0..<100).map { _ in generator.next() }
        }
        #expect(draw(1, 1) == draw(1, 1))
        var seen: Set<UInt64> = []
        for seed in 1...5 as ClosedRange<UInt64> {
            for stream in 0...5 as ClosedRange<UInt64> { seen.formUnion(draw(seed, stream)) }
        }
        #expect(seen.count == 30 * 100)
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func drawsAsStated(seed: UInt64) {
        print("generator seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let uniform = (0..<20_000).map { _ in generator.uniform(5...20) }
        #expect(uniform.allSatisfy { (5...20).contains($0) })
        #expect(abs(uniform.reduce(0, +) / 20_000 - 12.5) < 0.2)
        let lognormal = (0..<20_000).map { _ in generator.lognormal(median: 45, spread: 0.4) }.sorted()
        #expect(abs(lognormal[10_000] - 45) < 1)
        // 84.1 % lie below one spread above the median: 45 e^0.4 = 67.1.
        #expect(abs(lognormal[16_826] - 67.1) < 2.5)
    }
}
