import DispatchModel
import Testing

@testable import Gazetteer

@Suite("Points that are typed")
struct TypedPointTests {
    /// The test data of the specification (github.com/google/open-location-code, test_data, Apache-2.0): code, and the edges
    /// of its area.
    @Test(
        "A full plus code is the middle of its area",
        arguments: [
            ("7FG49Q00+", 20.35, 2.75, 20.4, 2.8), ("7FG49QCJ+2V", 20.37, 2.782125, 20.370125, 2.78225),
            ("7FG49QCJ+2VX", 20.3701, 2.78221875, 20.370125, 2.78225), ("8FVC2222+22", 47.0, 8.0, 47.000125, 8.000125),
            ("4VCPPQGP+Q9", -41.273125, 174.785875, -41.273, 174.786), ("62G20000+", 0, -180, 1, -179),
            ("22220000+", -90, -180, -89, -179), ("6VGX0000+", 0, 179, 1, 180), ("CFX30000+", 89, 1, 90, 2),
            ("84000000+", 30, -140, 50, -120),
            ("849VGJQF+VX7QR3J", 37.53966912, -122.3750698242, 37.53966916, -122.3750697021),
            ("849VGJQF+VX7QR3J7QR3J", 37.53966912, -122.3750698242, 37.53966916, -122.3750697021),
            ("8fvc2222+22", 47.0, 8.0, 47.000125, 8.000125),
        ])
    func full(code: String, south: Double, west: Double, north: Double, east: Double) throws {
        let point = try #require(PlusCode.point(code))
        #expect(abs(point.latitude - (south + north) / 2) < 2e-6 && abs(point.longitude - (west + east) / 2) < 2e-6)
    }

    @Test(
        "A short one is the nearest of its kind",
        arguments: [
            ("+2VX", 51.3701125, -1.217765625, "9C3W9QCJ+2VX"), ("CJ+2VX", 51.3708675, -1.217765625, "9C3W9QCJ+2VX"),
            ("CJ+2VX", 51.3701125, -1.218520625, "9C3W9QCJ+2VX"),
            ("9QCJ+2VX", 51.3852125, -1.217765625, "9C3W9QCJ+2VX"),
            ("9QCJ+2VX", 51.3701125, -1.202665625, "9C3W9QCJ+2VX"), ("22+", 42.899, 9.012, "8FJFW222+"),
            ("22+", 14.95125, -23.5001, "796RXG22+"), ("XGRF+PM", 47.00, 8.55, "8FRCXGRF+PM"),
            ("2222+22", 89.6, 0.0, "CFX22222+22"), ("XXXXXX+XX", -81.0, 0.0, "2CXXXXXX+XX"),
        ])
    func short(code: String, latitude: Double, longitude: Double, full: String) throws {
        let whole = try #require(PlusCode.point(full))
        let found = try #require(PlusCode.point(code, near: City.point(latitude, longitude)))
        #expect(abs(found.latitudeMicrodegrees - whole.latitudeMicrodegrees) < 2)
        #expect(abs(found.longitudeMicrodegrees - whole.longitudeMicrodegrees) < 2)
        #expect(PlusCode.point(code) == nil, "without a place nearby it is none")
    }

    @Test(
        "What is no code is none",
        arguments: [
            "G+", "+", "8FWC2345+G", "8FWC2_45+G6", "8FWC2η45+G6", "8FWC2345+G6+", "8FWC2345G6+", "8FWC2300+G6",
            "WC2300+G6g",
            "WC2345+G", "WC2300+", "849VGJQF+VX7QR3U", "849VGJQF+VX7QR3JU", "", "12+34 Pine", "FWWC2345+G6",
        ])
    func none(code: String) {
        #expect(PlusCode.point(code, near: City.point(37, -122)) == nil)
    }

    private static let box = PlaceBox(south: 37.6, north: 37.9, west: -122.5, east: -122.3)

    @Test(
        "Degrees are read in either order, told apart by what can be and by where the room is",
        arguments: [
            ("37.7793, -122.4193", 37.7793, -122.4193), ("37.7793 -122.4193", 37.7793, -122.4193),
            ("-122.4193,37.7793", 37.7793, -122.4193), ("37.7793N 122.4193W", 37.7793, -122.4193),
            ("W122.4193, N37.7793", 37.7793, -122.4193), ("37.7793°，-122.4193°", 37.7793, -122.4193),
            ("849VQH8J+", 37.7688, -122.4188),
        ])
    func degrees(text: String, latitude: Double, longitude: Double) throws {
        guard case .one(let point)? = TypedPoint.read(text, in: Self.box) else {
            return #expect(Bool(false), "\(text): \(String(describing: TypedPoint.read(text, in: Self.box)))")
        }
        #expect(abs(point.latitude - latitude) < 0.01 && abs(point.longitude - longitude) < 0.01)
    }

    @Test("Two numbers that could be either way round are asked; the room's own district answers")
    func either() {
        let (first, second) = (City.point(31.2, 48.5), City.point(48.5, 31.2))
        #expect(TypedPoint.read("31.2, 48.5") == .either(northFirst: first, eastFirst: second))
        let there = PlaceBox(south: 48, north: 49, west: 31, east: 32)
        #expect(TypedPoint.read("31.2, 48.5", in: there) == .one(second))
        #expect(TypedPoint.read("31.2N, 48.5", in: there) == .one(first))
    }

    @Test(
        "What is no point is none",
        arguments: [
            "12 5", "1200, 5th", "91.5, 181.5", "37.7793", "37.7, -122.4, 5.0", "nan, nan", "inf 1.5", "1.5", "N S",
            "1e3, 2.5",
        ])
    func noPoint(text: String) { #expect(TypedPoint.read(text, in: Self.box) == nil) }
}
