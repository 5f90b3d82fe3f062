import Foundation
import SimulationKit
import Testing

@Suite struct RandomStreamTests {
    @Test("The same seed gives the same numbers on every machine")
    func golden() {
        var stream = RandomStream(seed: 1, stream: 2)
        #expect((0..<3).map { _ in stream.next() } == GoldenNumbers.bits)
        #expect(stream.uniform().bitPattern == GoldenNumbers.uniform)
        #expect(stream.exponential(mean: 3).bitPattern == GoldenNumbers.exponential)
        #expect(stream.normal().bitPattern == GoldenNumbers.normal)
        #expect(stream.lognormal(mean: 40, coefficientOfVariation: 0.7).bitPattern == GoldenNumbers.lognormal)
        #expect(stream.gamma(shape: 2.5, scale: 4).bitPattern == GoldenNumbers.gamma)
        #expect(stream.poisson(mean: 100) == GoldenNumbers.poisson)
    }

    @Test("Logarithm and exponential differ from the system's by at most two units in the last place")
    func plainMath() {
        var stream = RandomStream(seed: 11)
        for _ in 0..<20_000 {
            let value = PlainMath.exp(stream.uniform(-700...700))
            #expect(abs(PlainMath.log(value) - log(value)) <= 2 * log(value).magnitude.ulp)
            let power = stream.uniform(-30...30)
            #expect(abs(PlainMath.exp(power) - exp(power)) <= 2 * exp(power).ulp)
            let turns = stream.uniform(-3...3)
            let angle = PlainMath.sineCosine(turns: turns)
            #expect(abs(angle.sine - sin(2 * .pi * turns)) < 4e-15)
            #expect(abs(angle.cosine - cos(2 * .pi * turns)) < 4e-15)
        }
        #expect(PlainMath.log(1) == 0)
        #expect(PlainMath.log(0) == -.infinity)
        #expect(PlainMath.log(-1).isNaN)
        #expect(PlainMath.exp(-1e9) == 0)
        #expect(abs(PlainMath.log(.leastNonzeroMagnitude) + 744.4400719213812) < 1e-12)
    }

    @Test(
        "Points of the normal distribution",
        arguments: [(0.5, 0), (0.975, 1.959963984540054), (0.0001, -3.719016485455709), (1e-20, -9.262340089798408)])
    func normalQuantile(probability: Double, point: Double) {
        #expect(abs(PlainMath.normalQuantile(probability) - point) < 1e-13)
    }

    @Test("An antithetic stream gives one less the number")
    func antithetic() {
        var plain = RandomStream(seed: 5, stream: 1)
        var mirror = RandomStream(seed: 5, stream: 1, antithetic: true)
        for _ in 0..<100 { #expect(plain.uniform() + mirror.uniform() == 1) }
        var turned = plain.mirrored
        #expect(turned.isAntithetic)
        #expect(plain.normal() == -turned.normal())
    }

    @Test("Mean and deviation of the distributions", arguments: 1...3)
    func moments(seed: UInt64) {
        func expect(_ name: String, mean: Double, variance: Double, _ draw: (inout RandomStream) -> Double) {
            var stream = RandomStream(seed: seed, stream: 77)
            var running = RunningMean()
            for _ in 0..<20_000 { running.add(draw(&stream)) }
            let error = abs(running.mean - mean) / (variance / 20_000).squareRoot()
            #expect(error < 4.5, "\(name), seed \(seed): \(running.mean) instead of \(mean)")
            #expect(abs(running.variance / variance - 1) < 0.15, "\(name), seed \(seed): \(running.variance)")
        }
        expect("exponential", mean: 3, variance: 9) { $0.exponential(mean: 3) }
        expect("normal", mean: 0, variance: 1) { $0.normal() }
        expect("lognormal", mean: 5, variance: 6.25) { $0.lognormal(mean: 5, coefficientOfVariation: 0.5) }
        expect("gamma", mean: 5, variance: 10) { $0.gamma(shape: 2.5, scale: 2) }
        expect("small gamma", mean: 1, variance: 2) { $0.gamma(shape: 0.5, scale: 2) }
        expect("weibull", mean: Double.pi.squareRoot(), variance: 4 - .pi) { $0.weibull(shape: 2, scale: 2) }
        expect("few", mean: 4, variance: 4) { Double($0.poisson(mean: 4)) }
        expect("many", mean: 90, variance: 90) { Double($0.poisson(mean: 90)) }
        expect("index", mean: 4.5, variance: 8.25) { Double($0.index(below: 10)) }
    }
}
