import Formats
import TestSupport
import Testing

@testable import Ground

@Suite("GeoJSON")
struct GeoJSONTests {
    static func feature(_ geometry: String, _ properties: String = "{\"name\":\"B1\"}") -> String {
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":\(geometry),\"properties\":\(properties)}]}"
    }

    static func read(_ text: String, limits: GeoLimits = GeoLimits()) throws(MessageFault) -> [GeoFeature] {
        try GeoJSONReader.read(Array(text.utf8), limits: limits)
    }

    @Test func everyGeometry() throws {
        let square = "[[0,0],[4,0],[4,4],[0,4],[0,0]]"
        let hole = "[[1,1],[2,1],[2,2],[1,1]]"
        let table: [(String, Int)] = [
            ("{\"type\":\"Point\",\"coordinates\":[1,2]}", 1),
            ("{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}", 2),
            ("{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}", 1),
            ("{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[5,6],[7,8]]]}", 2),
            ("{\"type\":\"Polygon\",\"coordinates\":[\(square),\(hole)]}", 2),
            ("{\"type\":\"MultiPolygon\",\"coordinates\":[[\(square),\(hole)],[\(square)]]}", 3),
        ]
        for (text, count) in table {
            let features = try Self.read(Self.feature(text))
            switch features[0].geometry {
            case .points(let points)?: #expect(points.count == count)
            case .lines(let lines)?: #expect(lines.count == count)
            case .areas(let rings)?:
                #expect(rings.count == count)
                #expect(rings[0].count == 4, "the place that closes a ring is left out")
            case nil: Issue.record("nothing read of \(text)")
            }
        }
    }

    @Test func aFeatureAloneAndOneWithoutAShape() throws {
        #expect(try Self.read("{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}").count == 1)
        let features = try Self.read(Self.feature("null", "{\"name\":7,\"part\":1.5,\"list\":[1]}"))
        #expect(features[0].geometry == nil)
        #expect(features[0].properties == ["name": "7", "part": "1.5"])
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var text: String
        /// What its message has to name.
        var names: String
        var testDescription: String { text }
    }

    static let faults: [Fault] = [
        Fault(text: "", names: "end of the text"),
        Fault(text: "[]", names: "FeatureCollection"),
        Fault(text: "{\"type\":\"Topology\"}", names: "Topology"),
        Fault(text: "{\"type\":\"FeatureCollection\"}", names: "features"),
        Fault(text: feature("{\"type\":\"Circle\",\"coordinates\":[1,2]}"), names: "features[1].geometry.type"),
        Fault(text: feature("{\"type\":\"Point\",\"coordinates\":[1]}"), names: "features[1].geometry.coordinates"),
        Fault(text: feature("{\"type\":\"Point\",\"coordinates\":[1,\"2\"]}"), names: "longitude, latitude"),
        Fault(text: feature("{\"type\":\"Point\",\"coordinates\":[181,2]}"), names: "[181,2]"),
        Fault(text: feature("{\"type\":\"Point\",\"coordinates\":[2,86]}"), names: "[2,86]"),
        Fault(text: feature("{\"type\":\"Point\",\"coordinates\":[1e999,2]}"), names: "byte"),
        Fault(text: feature("{\"type\":\"LineString\",\"coordinates\":[[1,2]]}"), names: "at least 2"),
        Fault(
            text: feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[2,2]]]}"), names: "coordinates[1]"
        ),
        Fault(text: feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[0,0]]]}"), names: "at least 4"),
        Fault(text: feature("{\"type\":\"Polygon\",\"coordinates\":{\"a\":1}}"), names: "a list"),
        Fault(text: feature("{\"type\":\"Polygon\",\"coordinates\":[]}"), names: "without a ring"),
        Fault(
            text: feature("{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[1,1],[1,1],[1,1]]]}"),
            names: "without an area"),
        Fault(
            text: feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,1],[2,1],[4,1],[0,1]]]}"),
            names: "without an area"),
        Fault(
            text: feature(
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,0]],[[9,9],[10,9],[10,10],[9,9]]]}"),
            names: "beyond its polygon"),
        Fault(text: String(repeating: "[", count: 100_000), names: "deep"),
    ]

    @Test("what cannot be taken is refused, with where and what is expected", arguments: faults)
    func refused(fault: Fault) {
        do throws(MessageFault) {
            _ = try Self.read(fault.text)
            Issue.record("taken")
        } catch {
            #expect(error.description.contains(fault.names) || fault.names == "deep", "\(error)")
            #expect(!error.expected.isEmpty)
        }
    }

    @Test func boundsHold() {
        var limits = GeoLimits()
        limits.places = 3
        limits.features = 1
        let line = "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4],[5,6],[7,8]]}"
        #expect(throws: MessageFault.self) { try Self.read(Self.feature(line), limits: limits) }
        let two = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"},{\"type\":\"Feature\"}]}"
        #expect(throws: MessageFault.self) { try Self.read(two, limits: limits) }
        limits.bytes = 10
        #expect(throws: MessageFault.self) { try Self.read(two, limits: limits) }
    }

    @Test("bytes changed at random are read or refused, never more", arguments: 1...8 as ClosedRange<UInt64>)
    func damaged(seed: UInt64) {
        let whole = Array(Self.feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,0]]]}").utf8)
        var random = Seeded(seed)
        var read = 0
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if (try? GeoJSONReader.read(bytes)) != nil { read += 1 }
        }
        #expect(read < 400, "seed \(seed)")
    }
}
