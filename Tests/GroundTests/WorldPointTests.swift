import DispatchModel
import TestSupport
import Testing

@testable import Ground

@Suite("Places on the map of the world")
struct WorldPointTests {
    @Test(
        "known places",
        arguments: [
            (0.0, 0.0, 0.5, 0.5), (0, -180, 0, 0.5), (WorldPoint.latitudeLimit, 180, 1, 0),
            (-WorldPoint.latitudeLimit, 0, 0.5, 1),
        ])
    func known(latitude: Double, longitude: Double, x: Double, y: Double) {
        let place = WorldPoint(latitude: latitude, longitude: longitude)
        #expect(abs(place.x - x) < 1e-8)
        #expect(abs(place.y - y) < 1e-8)
    }

    /// EPSG:3857 of a place in Seattle by its formula with the logarithm of a tangent.
    @Test func asByTheTangent() {
        let world = 40_075_016.685_578
        let place = WorldPoint(latitude: 47.603_832, longitude: -122.330_062)
        #expect(abs((place.x - 0.5) * world - -13_617_720.21) < 0.1)
        #expect(abs((0.5 - place.y) * world - 6_041_197.85) < 0.1)
    }

    @Test("there and back to a millionth of a degree", arguments: 1...4 as ClosedRange<UInt64>)
    func thereAndBack(seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<500 {
            let latitude = Double.random(in: -85...85, using: &random)
            let longitude = Double.random(in: -180...180, using: &random)
            let back = WorldPoint(latitude: latitude, longitude: longitude).point
            #expect(abs(back.latitude - latitude) <= 2e-6, "seed \(seed)")
            #expect(abs(back.longitude - longitude) <= 2e-6, "seed \(seed)")
        }
    }

    @Test func beyondTheEdgeIsOnIt() {
        #expect(abs(WorldPoint(latitude: 90, longitude: 0).y) < 1e-8)
        #expect(abs(WorldPoint(latitude: -90, longitude: 0).y - 1) < 1e-8)
    }

    @Test("a metre is as long as it is", arguments: [0.0, 30, 47.6, 60])
    func metres(latitude: Double) {
        let place = WorldPoint(latitude: latitude, longitude: 20)
        let north = WorldPoint(latitude: latitude + 1 / 111_319.49, longitude: 20)
        #expect(abs((place.y - north.y) / place.perMetre - 1) < 0.01)
    }

    @Test func aCircleIsRound() {
        let centre = WorldPoint(latitude: 47.6, longitude: -122.3)
        let radius = 500 * centre.perMetre
        let ring = MapCircle.ring(around: centre, metres: 500)
        #expect(ring.count == 32)
        for corner in ring {
            let (x, y) = (corner.x - centre.x, corner.y - centre.y)
            #expect(abs((x * x + y * y).squareRoot() / radius - 1) < 1e-9)
        }
        #expect(Set(ring).count == 32)
    }
}
