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
        let file = try GeoJSONReader.read(Array(text.utf8), limits: limits)
        if let first = file.faults.first { throw first.fault }
        return file.features
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
            switch features[0].shapes.first {
            case .points(let points)?: #expect(points.count == count)
            case .lines(let lines)?: #expect(lines.count == count)
            case .areas(let rings)?:
                #expect(rings.count == count)
                #expect(rings[0].count == 4, "the place that closes a ring is left out")
            case nil: Issue.record("nothing read of \(text)")
            }
            let bare = try Self.read(text)
            #expect(bare.first?.shapes == features[0].shapes, "a shape alone is a file too (RFC 7946, section 2)")
            let collection = "{\"type\":\"GeometryCollection\",\"geometries\":[\(text),\(text)]}"
            #expect(try Self.read(Self.feature(collection))[0].shapes == features[0].shapes + features[0].shapes)
        }
    }

    @Test("a byte order mark is passed over, members nobody asked for are too")
    func decorations() throws {
        let point = Self.feature("{\"type\":\"Point\",\"coordinates\":[1,2,30],\"bbox\":[1,2,1,2]}")
        #expect(try Self.read("\u{FEFF}" + point).count == 1)
        let crs =
            "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},"
            + point.dropFirst()
        #expect(try Self.read(crs).count == 1)
    }

    @Test("outlines turn one way and holes the other, whichever way they were written")
    func winding() throws {
        let (square, hole) = ("[[0,0],[4,0],[4,4],[0,4],[0,0]]", "[[1,1],[2,1],[2,2],[1,1]]")
        let (other, otherHole) = ("[[0,0],[0,4],[4,4],[4,0],[0,0]]", "[[1,1],[2,2],[2,1],[1,1]]")
        for (ring, inner) in [(square, hole), (square, otherHole), (other, hole), (other, otherHole)] {
            let text = Self.feature("{\"type\":\"Polygon\",\"coordinates\":[\(ring),\(inner)]}")
            let rings = try Self.read(text)[0].rings
            #expect(GeoRing.area(rings[0]) > 0 && GeoRing.area(rings[1]) < 0)
        }
    }

    @Test("what crosses the date line is in one piece, as one ring or as two parts")
    func dateLine() throws {
        let one = "{\"type\":\"Polygon\",\"coordinates\":[[[179,-17],[-179,-17],[-179,-16],[179,-16],[179,-17]]]}"
        let two = """
            {"type":"MultiPolygon","coordinates":[[[[179,-17],[180,-17],[180,-16],[179,-16],[179,-17]]],
            [[[-180,-17],[-179,-17],[-179,-16],[-180,-16],[-180,-17]]]]}
            """
        let suva = WorldPoint(latitude: -16.5, longitude: -179.5)
        for text in [one, two] {
            let ground = try GroundFile.beats(of: Array(Self.feature(text).utf8), file: "fiji.geojson")
            let box = try #require(ground.box)
            #expect(abs(box.extent - 2.0 / 360) < 1e-9, "\(box)")
            #expect(box.contains(suva.moved(beside: ground.beyondDateLine)))
            #expect(abs(suva.moved(beside: ground.beyondDateLine).point.longitude + 179.5) < 1e-6)
        }
        let world = "{\"type\":\"Polygon\",\"coordinates\":[[[-180,-80],[180,-80],[180,80],[-180,80],[-180,-80]]]}"
        #expect(
            try Self.read(Self.feature(world))[0].rings[0].map(\.x).max() == 1, "from edge to edge is the whole world")
    }

    /// Files that are useless as a whole, with the place that is told.
    private static let whole: [(text: String, place: String)] = [
        ("[]", "1:1: found []"), ("\n  null\n", "2:3: found null"), ("\u{FEFF}\n[1]", "2:1: found [1]"),
        ("{\n}", "1:1: type: found nothing"), ("\n{\"features\": []}", "2:1: type: found nothing"),
        ("{\n \"type\" :\n  \"Topology\"}", "3:3: type: found \"Topology\""),
        ("{\n \"a\": {\"type\": 1},\n \"b\": \"type\",\n \"type\": 7}", "4:10: type: found 7"),
        ("{\"type\": \"FeatureCollection\"}", "1:1: features: found nothing"),
        ("{\"type\": \"FeatureCollection\",\n\"features\": {}}", "2:13: features: found {}"),
        (
            "{\"type\": \"FeatureCollection\",\n\"crs\":\n{\"properties\": {\"name\": \"EPSG:3857\"}}, \"features\": []}",
            "3:1: crs.properties.name: found \"EPSG:3857\""
        ),
        ("{\n\"type\" 7}", "2:8: no JSON: found \"7\""), ("\n", "2:1: no JSON: found the end of the text"),
    ]

    @Test("a fault of the whole file is told by its line", arguments: whole.indices)
    func places(_ index: Int) {
        let (text, place) = Self.whole[index]
        let error = #expect(throws: SettingsError.self) {
            try GroundFile.beats(of: Array(text.utf8), file: "city.geojson")
        }
        let said = error.map { "\($0)" } ?? ""
        #expect(said.contains("city.geojson:\(place)"), "\(text.debugDescription): \(said)")
    }

    @Test func aFeatureAloneAndOneWithoutAShape() throws {
        #expect(try Self.read("{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}").count == 1)
        let features = try Self.read(Self.feature("null", "{\"name\":7,\"part\":1.5,\"list\":[1]}"))
        #expect(features[0].shapes.isEmpty)
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
        Fault(text: "[]", names: "found []; expected an object whose type is \"FeatureCollection\""),
        Fault(text: "null", names: "found null; expected an object"),
        Fault(text: "7", names: "found 7; expected an object"),
        Fault(
            text: feature("{\"type\":\"GeometryCollection\",\"geometries\":7}"), names: "geometry.geometries: found 7"),
        Fault(text: "{\"type\":\"Topology\"}", names: "Topology"),
        Fault(text: "{\"features\":[]}", names: "type: found nothing"),
        Fault(text: "{\"type\":7}", names: "type: found 7"),
        Fault(text: "{\"type\":\"FeatureCollection\",\"features\":{}}", names: "features: found {}"),
        Fault(text: "{\"type\":\"FeatureCollection\",\"features\":[3]}", names: "features[1]: found 3"),
        Fault(
            text: "{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":null}]}",
            names: "features[1].type: found nothing"),
        Fault(text: feature("[]"), names: "geometry: found []"),
        Fault(text: feature("{\"coordinates\":[1,2]}"), names: "geometry.type: found nothing"),
        Fault(text: feature("{\"type\":\"Point\"}"), names: "geometry.coordinates: found nothing"),
        Fault(text: feature("{\"type\":\"GeometryCollection\"}"), names: "geometry.geometries: found nothing"),
        Fault(
            text: feature("{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[]}]}"),
            names: "geometries[1].coordinates: found []"),
        Fault(
            text: feature("{\"type\":\"Point\",\"coordinates\":[550000.5,4180000]}"), names: "ogr2ogr -t_srs EPSG:4326"),
        Fault(text: feature("{\"type\":\"Point\",\"coordinates\":[47.6,-122.3]}"), names: "latitude first"),
        Fault(text: "\u{FEFF}{", names: "end of the text"),
        Fault(
            text: "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}},"
                + feature("null").dropFirst(), names: "EPSG::3857"),
        Fault(
            text: "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:24326\"}},"
                + feature("null").dropFirst(),
            names: "EPSG:24326"),
        Fault(
            text: feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,-80],[120,-80],[-120,-80],[0,-80]]]}"),
            names: "a ring around a pole"),
        Fault(text: "{\"type\":\"FeatureCollection\"}", names: "features"),
        Fault(
            text: feature("{\"type\":\"Circle\",\"coordinates\":[1,2]}"),
            names: "features[1] (name \"B1\").geometry.type"),
        Fault(
            text: feature("{\"type\":\"Point\",\"coordinates\":[1]}"),
            names: "features[1] (name \"B1\").geometry.coordinates"),
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
            #expect(!error.english.contains("found \"\""), "\(error)")
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

    @Test("of a file with a fault in every feature the first are told, the others counted")
    func everyFeatureWrong() throws {
        let one = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[5e5,4e6]}}"
        let text =
            "{\"type\":\"FeatureCollection\",\"features\":[" + Array(repeating: one, count: 50).joined(separator: ",")
            + "]}"
        let file = try GeoJSONReader.read(Array(text.utf8))
        #expect(file.faults.count == GeoFile.faultLimit && file.moreFaults == 50 - GeoFile.faultLimit)
    }

    @Test("a feature is found again by its line, whatever stands before it")
    func lines() throws {
        let text = """
            {"type": "FeatureCollection", "a": {"features": [1, 2]}, "b": "x, \\"features\\": [",
             "features"
             : [ {"type": "Feature", "properties": {"features": [
             {"x": 1}]}},
              {"type": "Feature"}, 3,

             [4]]}
            """
        let places = GeoLines.places(of: [1, 2, 3, 4, 5], in: Array(text.utf8))
        #expect(places[1] == .init(line: 3, column: 6))
        #expect(places[2] == .init(line: 5, column: 3))
        #expect(places[3]?.line == 5)
        #expect(places[4] == .init(line: 7, column: 2))
        #expect(places[5] == nil)
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
