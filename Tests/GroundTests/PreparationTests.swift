import TestSupport
import Testing

@testable import Ground

@Suite("Simplified shapes")
struct PreparationTests {
    /// A wavy line from one place to another.
    static func border(_ start: WorldPoint, _ end: WorldPoint, _ random: inout Seeded) -> [WorldPoint] {
        (0...80).map { step in
            let part = Double(step) / 80
            let wave = step == 0 || step == 80 ? 0 : Double.random(in: -0.0008...0.0008, using: &random)
            return WorldPoint(
                x: start.x + part * (end.x - start.x) + wave, y: start.y + part * (end.y - start.y) + wave)
        }
    }

    @Test("no corner lies farther from the line than the tolerance", arguments: 1...10 as ClosedRange<UInt64>)
    func tolerance(seed: UInt64) {
        var random = Seeded(seed)
        let line = Self.border(WorldPoint(x: 0.1, y: 0.1), WorldPoint(x: 0.2, y: 0.15), &random)
        for tolerance in [0.0001, 0.0005, 0.002] {
            let simple = DouglasPeucker.simplified(line, tolerance: tolerance)
            #expect(simple.first == line.first && simple.last == line.last)
            #expect(simple.count < line.count, "seed \(seed)")
            for corner in line {
                let nearest = zip(simple, simple.dropFirst()).map {
                    DouglasPeucker.squaredDistance(corner, from: $0, to: $1)
                }
                #expect((nearest.min() ?? 1).squareRoot() <= tolerance * 1.000_001, "seed \(seed), \(tolerance)")
            }
        }
    }

    @Test("neighbours keep one border, whichever way each goes around", arguments: 1...10 as ClosedRange<UInt64>)
    func sharedBorder(seed: UInt64) throws {
        var random = Seeded(seed)
        let (top, bottom) = (WorldPoint(x: 0.5, y: 0.4), WorldPoint(x: 0.5, y: 0.42))
        let shared = Self.border(top, bottom, &random)
        let west = shared + [WorldPoint(x: 0.48, y: 0.42), WorldPoint(x: 0.48, y: 0.4)]
        let east = Array(shared.reversed()) + [WorldPoint(x: 0.52, y: 0.4), WorldPoint(x: 0.52, y: 0.42)]
        // A ring may begin anywhere.
        let turned = Array(east[30...] + east[..<30])
        let shapes = Preparation.areas([[west], [turned]], extent: 0.04)
        let (one, other) = (try #require(shapes[0]), try #require(shapes[1]))
        for zoom in 0..<Ground.zooms {
            let left = Set(one.lines(zoom)[0]).intersection(shared)
            let right = Set(other.lines(zoom)[0]).intersection(shared)
            #expect(left == right, "seed \(seed), zoom \(zoom)")
            #expect(left.contains(top) && left.contains(bottom))
        }
        #expect(one.lines(0)[0].count < one.lines(Ground.zooms - 1)[0].count)
        #expect(one.lines(Ground.zooms - 1)[0].count == west.count)
    }

    @Test func zoomsMoveNoLineByMoreThanHalfADot() {
        for dots in [10.0, 96, 200, 500, 2000, 100_000] {
            #expect(Preparation.part(of: Ground.zoom(dots: dots)) * dots <= 0.5)
        }
        #expect(Ground.zoom(dots: 100) < Ground.zoom(dots: 2000))
    }

    @Test("a long line does not exhaust anything")
    func long() {
        let line = (0..<100_000).map { WorldPoint(x: Double($0) / 1e6, y: $0 % 2 == 0 ? 0 : 1e-9) }
        #expect(DouglasPeucker.simplified(line, tolerance: 1e-6).count == 2)
    }

    @Test(
        "cells of a made-up district cover its hull, and each holds its own centre",
        arguments: 1...6 as ClosedRange<UInt64>)
    func cells(seed: UInt64) {
        var random = Seeded(seed)
        let centres = (0..<9).map { number in
            MadeUpGround.Centre(
                code: "B\(number)",
                at: WorldPoint(
                    x: 0.5 + Double.random(in: 0...0.01, using: &random),
                    y: 0.4 + Double.random(in: 0...0.01, using: &random)))
        }
        let corners = [(0.499, 0.399), (0.511, 0.399), (0.511, 0.411), (0.499, 0.411)].map { WorldPoint(x: $0, y: $1) }
        let cells = MadeUpGround.cells(of: centres, within: corners)
        #expect(cells.count == 9)
        let area = cells.reduce(0) { $0 + Self.area($1.ring) }
        #expect(abs(area / Self.area(corners) - 1) < 1e-6, "seed \(seed)")
        for (centre, cell) in zip(centres, cells) {
            for corner in cell.ring {
                func distance(_ place: WorldPoint) -> Double {
                    let (x, y) = (place.x - corner.x, place.y - corner.y)
                    return (x * x + y * y).squareRoot()
                }
                #expect(centres.allSatisfy { distance(centre.at) <= distance($0.at) + 1e-9 }, "seed \(seed)")
            }
        }
    }

    static func area(_ ring: [WorldPoint]) -> Double {
        abs(zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2
    }

    @Test func noHullOfALine() {
        #expect(
            MadeUpGround.cells(
                of: [], within: [WorldPoint(x: 0, y: 0), WorldPoint(x: 1, y: 1), WorldPoint(x: 0.5, y: 0.5)]
            ).isEmpty)
    }

    @Test("a place in a hole, on another side or in a box's corner is outside; a line holds nothing")
    func contains() throws {
        func at(_ x: Double, _ y: Double) -> WorldPoint { WorldPoint(x: 0.5 + x / 1000, y: 0.5 + y / 1000) }
        var builder = GroundBuilder(name: "holes")
        builder.add(
            blindSpot: [
                [at(0, 0), at(10, 0), at(5, 10), at(0, 0)], [at(4, 2), at(6, 2), at(6, 4), at(4, 4), at(4, 2)],
            ], name: "valley")
        let ground = builder.build(sources: [])
        let cases: [(Double, Double, Bool)] = [
            (5, 1, true), (5, 8, true), (5, 3, false), (1, 8, false), (9, 9, false), (5, -1, false), (11, 5, false),
        ]
        for (x, y, isInside) in cases {
            #expect((ground.blindSpot(at: at(x, y).point)?.name == "valley") == isInside, "\(x) \(y)")
        }
    }
}
