import Formats
import Foundation
import TestSupport
import Testing

@testable import Ground

@Suite("ground.toml")
struct GroundFileTests {
    static let square = GeoJSONTests.feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,4],[0,0]]]}")
    static let road = GeoJSONTests.feature(
        "{\"type\":\"LineString\",\"coordinates\":[[0,0],[4,4]]}", "{\"kind\":\"motorway\"}")
    static let site = GeoJSONTests.feature("{\"type\":\"Point\",\"coordinates\":[1,1]}", "{\"label\":\"Post 1\"}")

    static func read(_ text: String) throws(SettingsError) -> Ground {
        let files = ["beats.geojson": square, "roads.geojson": road, "posts.geojson": site]
        return try GroundFile.read(text: text, file: "ground.toml", files: Self.folder(files))
    }

    /// Files that lie in the folder `shapes`.
    static func folder(_ files: [String: String]) -> (String) -> ShapeFile {
        { name in
            let path = "shapes/" + name
            guard let text = files[name] else {
                return .refused(path: path, english: "cannot be read: no such file", chinese: "无法读取：没有该文件")
            }
            return .found(path: path, bytes: Array(text.utf8))
        }
    }

    static let whole = """
        name = "Harbour"
        [beats]
        file = "beats.geojson"
        key = "name"
        [water]
        file = "beats.geojson"
        [[roads]]
        file = "roads.geojson"
        class = "major"
        where = "kind"
        is = ["motorway", "trunk"]
        [posts]
        file = "posts.geojson"
        key = "label"
        [[place]]
        name = "Ferry"
        at = [2.0, 3.0]
        [[blind_spots]]
        name = "Tunnel"
        at = [1.0, 1.0]
        metres = 300
        """

    @Test func everySection() throws {
        let ground = try Self.read(Self.whole)
        #expect(ground.name == "Harbour")
        #expect(ground.beats.map(\.code) == ["B1"])
        #expect(ground.water.count == 1)
        #expect(ground.roads.map(\.roadClass) == [.major])
        #expect(ground.posts.map(\.name) == ["Post 1"])
        #expect(ground.places.map(\.name) == ["Ferry"])
        #expect(ground.blindSpots.map(\.name) == ["Tunnel"])
        #expect(ground.blindSpot(at: WorldPoint(latitude: 1.002, longitude: 1).point)?.name == "Tunnel")
        #expect(ground.blindSpot(at: WorldPoint(latitude: 1.004, longitude: 1).point) == nil)
        #expect(ground.digest.count == 64)
        #expect(ground.box != nil)
    }

    @Test func theDigestIsOfEveryByteReadAndOfNothingElse() throws {
        let one = try Self.read(Self.whole).digest
        #expect(try Self.read(Self.whole).digest == one)
        #expect(try Self.read(Self.whole + "\n# a word\n").digest != one)
        let files = ["beats.geojson": Self.square + " ", "roads.geojson": Self.road, "posts.geojson": Self.site]
        let other = try GroundFile.read(text: Self.whole, file: "elsewhere.toml", files: Self.folder(files))
        #expect(other.digest != one)
    }

    @Test(
        "faults name the file, the line, the field and what to do",
        arguments: [
            (
                "[beats]\nfile = \"none.geojson\"\n", "ground.toml:2",
                "shapes/none.geojson: cannot be read: no such file"
            ),
            ("[[roads]]\nfile = \"beats.geojson\"\n", "roads[1].file", "shapes/beats.geojson holds no lines"),
            ("[[blind_spots]]\nfile = \"posts.geojson\"\n", "blind_spots[1].file", "holds no polygons"),
            ("[posts]\nfile = \"posts.geojson\"\nkey = \"id\"\n", "posts.key", "no point has the property"),
            ("[beats]\nfile = \"roads.geojson\"\n", "beats.file", "no polygon among"),
            (
                "[[roads]]\nfile = \"roads.geojson\"\nwhere = \"class\"\nis = \"x\"\n", "roads[1].where",
                "there are: kind"
            ),
            (
                "[[roads]]\nfile = \"roads.geojson\"\nwhere = \"kind\"\nis = \"x\"\n", "roads[1].is",
                "there are: motorway"
            ),
            ("[[roads]]\nfile = \"roads.geojson\"\nwhere = \"kind\"\n", "roads[1].is", "missing"),
            ("[[roads]]\nfile = \"roads.geojson\"\nis = \"x\"\n", "roads[1].where", "missing"),
            ("[[place]]\nname = \"X\"\nat = [121.5, 31.2]\n", "place[1].at", "[31.2, 121.5]"),
            ("[beats]\nfile = \"beats.geojson\"\nkey = \"beat\"\n", "ground.toml:3", "there are: name"),
            ("[beats]\nkey = \"beat\"\n", "beats.file", "missing"),
            ("[[roads]]\nfile = \"roads.geojson\"\nclass = \"huge\"\n", "roads[1].class", "main, major, minor"),
            ("[[blind_spots]]\nat = [1.0, 1.0]\n", "blind_spots[1].metres", "missing"),
            ("[[place]]\nname = \"X\"\nat = [100.0, 1.0, 2.0]\n", "place[1].at", "latitude"),
            ("[rivers]\n", "rivers", "unknown"),
            ("[beats\n", "ground.toml:1", ""),
        ])
    func faults(text: String, place: String, words: String) {
        do throws(SettingsError) {
            _ = try Self.read(text)
            Issue.record("taken")
        } catch {
            #expect(error.description.contains(place), "\(error)")
            #expect(error.description.contains(words) || words.isEmpty, "\(error)")
        }
    }

    @Test func aFaultOfAFileHasItsLine() {
        let broken = "{\"type\":\"FeatureCollection\",\n\"features\":[\n{,}]}"
        do throws(SettingsError) {
            _ = try GroundFile.beats(of: Array(broken.utf8), file: "city.geojson")
            Issue.record("taken")
        } catch {
            #expect(error.description.contains("city.geojson:3:2"), "\(error)")
        }
    }

    @Test func theSectionOfARoster() throws {
        let text = "[roster]\n[ground]\nname = \"Harbour\"\n[ground.beats]\nfile = \"beats.geojson\"\n"
        let files = Self.folder(["beats.geojson": Self.square])
        let ground = try GroundFile.section(ofText: text, file: "roster.toml", files: files)
        #expect(ground?.beats.count == 1)
        #expect(try GroundFile.section(ofText: "[roster]\n", file: "roster.toml", files: files) == nil)
        let scenario = "[district]\n[district.ground]\n[district.ground.beats]\nfile = \"beats.geojson\"\n"
        let path = ["district", "ground"]
        #expect(try GroundFile.section(path, ofText: scenario, file: "x.toml", files: files)?.beats.count == 1)
        #expect(try GroundFile.section(path, ofText: "district = \"made-up\"\n", file: "x.toml", files: files) == nil)
    }

    /// Two named squares, one without a name, one without a shape, and the first name again.
    static let partly = """
        {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": "B1", "id": 1}, "geometry": \(ring(0))},
        {"type": "Feature", "properties": {"name": "B2", "id": 2}, "geometry": \(ring(4))},
        {"type": "Feature", "properties": {"name": " ", "id": 3}, "geometry": \(ring(8))},
        {"type": "Feature", "properties": {"name": "B4", "id": 4}, "geometry": null},
        {"type": "Feature", "properties": {"name": "B1 ", "id": 5}, "geometry": \(ring(1))}
        ]}
        """

    static func ring(_ west: Int) -> String {
        "{\"type\":\"Polygon\",\"coordinates\":[[[\(west),0],[\(west + 3),0],[\(west + 3),3],[\(west),3],[\(west),0]]]}"
    }

    @Test("a polygon without a name or a feature without a shape keeps nobody out, and is told by its line")
    func namelessPolygon() throws {
        let ground = try GroundFile.beats(of: Array(Self.partly.utf8), file: "maps/city.geojson")
        #expect(ground.beats.map(\.code) == ["B1", "B2"])
        #expect(ground.name == "city.geojson")
        let told = ground.remarks.map { "\($0.problem.position): \($0.problem.english)" }
        #expect(told.count == 3, "\(told)")
        #expect(told[0].hasPrefix("maps/city.geojson:4:1: features: "), "\(told)")
        #expect(
            told[0].contains("without \"name\" features[3] (line 4)") && told[0].contains("another key: id"), "\(told)")
        #expect(told[1].contains("features[4] (line 5)"), "\(told)")
        #expect(told[2].contains("\"B1\" stands in features[1] (line 2), features[5] (line 6)"), "\(told)")
        #expect(ground.remarks.map(\.isLoss) == [true, true, false])
        #expect(ground.remarks.allSatisfy { !$0.problem.chinese.isEmpty })
    }

    @Test("a beat written twice is both of its parts, not what only one of them covers")
    func repeated() throws {
        let ground = try GroundFile.beats(of: Array(Self.partly.utf8), file: "city.geojson")
        let rings = try #require(ground.beat("B1")).shape.lines(Ground.zooms - 1)
        #expect(rings.count == 2 && rings.allSatisfy { GeoRing.area($0) > 0 })
    }

    @Test("beats that are none of the board's are known for that")
    func foreignBeats() throws {
        let ground = try GroundFile.beats(of: Array(Self.partly.utf8), file: "city.geojson")
        #expect(ground.hasNone(of: ["1", "2"]))
        #expect(!ground.hasNone(of: ["1", "B2"]) && !ground.hasNone(of: []))
        #expect(!Ground().hasNone(of: ["1"]))
    }

    @Test("a fault in a shape names the file with its folder, the line, the feature and what to do")
    func faultInAShape() {
        let text = Self.partly.replacing("[1,0]", with: "[47.6,-122.3]")
        do throws(SettingsError) {
            _ = try GroundFile.beats(of: Array(text.utf8), file: "maps/city.geojson")
            Issue.record("taken")
        } catch {
            #expect(
                error.description.contains(
                    "maps/city.geojson:6:1: features[5] (name \"B1 \").geometry.coordinates[1][1]: found [47.6,-122.3], latitude first"
                ),
                "\(error)")
        }
    }

    @Test("names from outside do no harm in a message")
    func hostileNames() throws {
        let text = Self.partly.replacing("\"B1\"", with: "\"\\u001b[2J\\u202ex\"").replacing(
            "\"id\"", with: "\"\\u0007id\"")
        let ground = try GroundFile.beats(of: Array(text.utf8), file: "city.geojson")
        for remark in ground.remarks {
            let told = remark.problem.english + remark.problem.chinese
            #expect(
                told.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }, "\(told.debugDescription)"
            )
        }
    }

    @Test("a real city's beats are found by their names and stay where they are")
    func realCity() throws {
        guard let path = sharedData("data/geo/seattle_spd_beats.geojson"),
            let data = FileManager.default.contents(atPath: path)
        else { return }
        let ground = try GroundFile.beats(of: Array(data), file: "seattle_spd_beats.geojson")
        #expect(ground.beats.count == 51)
        #expect(ground.beat("U3") != nil)
        let extent = try #require(ground.box).extent
        let counts = (0..<Ground.zooms).map { zoom in
            ground.beats.reduce(0) { $0 + $1.shape.lines(zoom).joined().count }
        }
        #expect(counts == counts.sorted(), "\(counts)")
        #expect(counts[1] * 5 < counts[5], "\(counts)")
        for beat in ground.beats {
            let simple = beat.shape.lines(1)
            for corner in beat.shape.lines(5).joined() {
                let edges = simple.flatMap { ring in zip(ring, ring.dropFirst() + ring.prefix(1)) }
                let nearest = edges.map { DouglasPeucker.squaredDistance(corner, from: $0, to: $1) }.min() ?? 0
                #expect(
                    nearest.squareRoot() <= extent / 512 * 1.01 || simple.count < beat.shape.lines(5).count,
                    "\(beat.code)")
            }
        }
    }
}
