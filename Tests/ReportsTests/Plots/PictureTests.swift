import Foundation
import Testing

@testable import Reports

@Suite struct PictureTests {
    @Test(arguments: hostileTexts) func everyChartIsWellFormedWhateverItIsCalled(_ text: String) {
        for chart in everyChart(named: text) {
            let found = XMLElements(of: chart.svg)
            #expect(found.problem == nil, "\(chart.title): \(found.problem ?? "")")
            #expect(Set(found.names).isSubset(of: ["svg", "title", "text", "path", "rect", "circle"]))
            #expect(found.all("svg").first?["aria-label"]?.isEmpty == false)
            #expect(!found.attributes.contains { $0.keys.contains { $0.hasPrefix("on") || $0.hasSuffix("href") } })
        }
    }

    @Test(arguments: hostileTexts) func everyGanttIsWellFormedWhateverItIsCalled(_ text: String) {
        let drawing = GanttDrawing(gantt(named: text))
        #expect(drawing.blocks.map(\.count) == [26, 26, 8])
        for block in drawing.blocks {
            for svg in [drawing.names(of: block), drawing.picture(of: block)] {
                let found = XMLElements(of: svg)
                #expect(found.problem == nil, "\(found.problem ?? "")")
                #expect(Set(found.names).isSubset(of: ["svg", "g", "title", "text", "path", "rect", "line"]))
            }
        }
    }

    @Test func aDistributionRisesByOneShareAtEachOfItsValues() throws {
        let chart = Chart.distribution(
            "x", of: [PlotSeries("a", [30, 10, .infinity, 20]), PlotSeries("b", [40])], x: Axis(scale: .duration),
            thresholds: [PlotThreshold("limit", 25)])
        guard case .steps(let points) = try #require(chart.layers.first).mark else {
            Issue.record("not drawn as steps")
            return
        }
        #expect(points.map(\.x) == [0, 10, 20, 30, 40])
        #expect(points.map(\.y) == [0, 0.25, 0.5, 0.75, 0.75])
        #expect(chart.layers.last?.mark == .atX(25))
    }

    @Test func aHistogramCountsEveryValueOnce() throws {
        let values = [0, 1, 4.99, 5, 9.999, 10, 10, 19]
        let chart = Chart.histogram("x", of: values, x: Axis(), classes: 4)
        guard case .bars(let bars) = try #require(chart.layers.first).mark else {
            Issue.record("not drawn as bars")
            return
        }
        #expect(bars.map(\.value) == [3, 2, 2, 1])
        #expect(bars.map(\.from) == [0, 5, 10, 15])
    }

    @Test func aDifferenceIsOnlyCalledBetterOrWorseWhenItsIntervalLeavesZeroOut() {
        let rows: [(name: String, value: Double, low: Double, high: Double)] = [
            ("better", -2, -3, -1), ("unsure", 0.5, -1, 2), ("worse", 2, 1, 3),
        ]
        let less = Chart.differences("x", rows: rows, x: Axis())
        #expect(less.layers.map(\.colour) == [.green, .quiet, .vermillion])
        let more = Chart.differences("x", rows: rows, x: Axis(), lowerIsBetter: false)
        #expect(more.layers.map(\.colour) == [.vermillion, .quiet, .green])
        let far = Chart.differences("x", rows: [("far", 10, 9, 11)], x: Axis())
        #expect(far.x.lower == 0)
    }

    @Test func aLineOfManyPointsStaysSmallAndKeepsItsExtremes() {
        var points = (0..<200_000).map { PlotPoint(Double($0), 1) }
        points[77_777].y = 50
        let chart = Chart("x", y: Axis(lower: 0, upper: 50), layers: [ChartLayer("", .line(points))])
        #expect(chart.svg.utf8.count < 60_000)
        let highest = ChartDrawing(chart).y(50)
        #expect(chart.svg.contains(" \(NumberText.pixel(highest))L"))
    }

    @Test func smallMultiplesShareTheirEnds() {
        let one = Chart("a", layers: [ChartLayer("", .line([PlotPoint(0, 1), PlotPoint(10, 5)]))])
        let two = Chart("b", layers: [ChartLayer("", .line([PlotPoint(5, -3), PlotPoint(40, 2)]))])
        let shared = Chart.sharingAxes([one, two])
        #expect(Set(shared.map(\.x)).count == 1)
        #expect(Set(shared.map(\.y)).count == 1)
        #expect(shared[0].y.lower.map { $0 <= -3 } == true)
        #expect(shared[0].x.upper.map { $0 >= 40 } == true)
    }

    @Test func nothingToDrawIsStillAPicture() {
        let charts: [Chart] = [
            Chart("empty"), .distribution("none", of: [PlotSeries("a", [])], x: Axis(scale: .duration)),
            .histogram("none", of: [], x: Axis()), .differences("none", rows: [], x: Axis()),
            .histogram("one", of: [5], x: Axis()),
            Chart("odd", layers: [ChartLayer("", .line([PlotPoint(.nan, .infinity), PlotPoint(1, -.infinity)]))]),
        ]
        for chart in charts { #expect(XMLElements(of: chart.svg).problem == nil, "\(chart.title)") }
        #expect(!charts[5].svg.contains("nan") && !charts[5].svg.contains("inf"))
    }
}
