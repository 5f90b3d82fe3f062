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
        return try GroundFile.read(text: text, file: "ground.toml") { files[$0].map { Array($0.utf8) } }
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
        #expect(ground.blindSpots.count == 1)
        #expect(ground.digest.count == 64)
        #expect(ground.box != nil)
    }

    @Test func theDigestIsOfEveryByteReadAndOfNothingElse() throws {
        let one = try Self.read(Self.whole).digest
        #expect(try Self.read(Self.whole).digest == one)
        #expect(try Self.read(Self.whole + "\n# a word\n").digest != one)
        let other = try GroundFile.read(text: Self.whole, file: "elsewhere.toml") {
            let files = ["beats.geojson": Self.square + " ", "roads.geojson": Self.road, "posts.geojson": Self.site]
            return files[$0].map { Array($0.utf8) }
        }
        #expect(other.digest != one)
    }

    @Test(
        "faults name the file, the line, the field and what to do",
        arguments: [
            ("[beats]\nfile = \"none.geojson\"\n", "ground.toml:2", "cannot be read"),
            ("[beats]\nfile = \"beats.geojson\"\nkey = \"beat\"\n", "ground.toml:3", "there are: name"),
            ("[beats]\nkey = \"beat\"\n", "beats.file", "missing"),
            ("[[roads]]\nfile = \"roads.geojson\"\nclass = \"huge\"\n", "roads[1].class", "main, major, minor"),
            ("[[blind_spots]]\nat = [1.0, 1.0]\n", "blind_spots[1].metres", "missing"),
            ("[[place]]\nname = \"X\"\nat = [100.0, 1.0]\n", "place[1].at", "latitude"),
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
        let ground = try GroundFile.section(ofText: text, file: "roster.toml") { _ in Array(Self.square.utf8) }
        #expect(ground?.beats.count == 1)
        #expect(try GroundFile.section(ofText: "[roster]\n", file: "roster.toml") { _ in nil } == nil)
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
