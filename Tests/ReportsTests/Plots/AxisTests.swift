import Foundation
import Testing

@testable import Reports

@Suite struct AxisTests {
    @Test func ticksAreRound() {
        func ticks(_ upper: Double, _ scale: Axis.Scale) -> [Double] {
            Axis(scale: scale, lower: 0, upper: upper).resolved(around: [], most: 5).ticks
        }
        #expect(ticks(10, .number) == [0, 2, 4, 6, 8, 10])
        #expect(ticks(1, .percent).map { NumberText.short($0) } == ["0", "0.2", "0.4", "0.6", "0.8", "1"])
        #expect(ticks(600, .duration) == [0, 120, 240, 360, 480, 600])
        #expect(ticks(2, .count) == [0, 1, 2] && ticks(2, .number).count == 5)
        #expect(ticks(86_400, .clock) == [0, 21_600, 43_200, 64_800, 86_400])
    }

    @Test func anAxisWidensToWholeSteps() {
        let axis = Axis().resolved(around: [3, 97], most: 5)
        #expect(axis.lower == 0 && axis.upper == 100 && axis.ticks == [0, 20, 40, 60, 80, 100])
        #expect(axis.place(50) == 0.5 && axis.place(-5) == 0 && axis.place(500) == 1)
    }

    @Test(arguments: [0.0, 1e-12, 1e9, -4, .nan, .infinity])
    func anAxisAroundOneValueHasAWidth(_ value: Double) {
        let axis = Axis().resolved(around: [value, value], most: 5)
        #expect(axis.upper > axis.lower)
        #expect(axis.ticks.count <= 200)
    }

    @Test(arguments: [
        (Axis.Scale.duration, 252.0, "4:12"), (.duration, 3723, "1:02:03"), (.duration, -40, "-0:40"),
        (.clock, 71_100, "19:45"), (.clock, 86_400 + 61, "00:01"), (.percent, 0.9, "90%"), (.percent, 0.125, "12.5%"),
        (.number, 0.1 + 0.2, "0.3"), (.number, -0.0001, "0"), (.number, 1200, "1200"), (.number, .nan, "–"),
        (.categories(["a", "b"]), 1, "b"), (.categories(["a"]), 4, ""),
    ])
    func valuesReadAsPeopleWriteThem(scale: Axis.Scale, value: Double, wanted: String) {
        #expect(Axis(scale: scale).text(value) == wanted)
    }

    @Test func decimalsAreRoundedHalfToEven() {
        #expect(NumberText.fixed(2.5, decimals: 0) == "2")
        #expect(NumberText.fixed(-1.005, decimals: 1) == "-1.0")
        #expect(NumberText.fixed(0.05, decimals: 2) == "0.05")
        #expect(NumberText.fixed(1e15, decimals: 2) == "–")
    }
}
