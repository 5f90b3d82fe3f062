import DispatchModel
import Formats
import Ground
import TestSupport
import Testing

@testable import Gazetteer

@Suite("Files of places")
struct PlaceFileTests {
    private func read(_ text: String, _ file: String = "places.csv", files: [String: String] = [:]) -> PlacesRead {
        var reader = PlaceReader()
        reader.takePlaces(Array(text.utf8), file: file) { name in
            files[name].map { .found(path: name, bytes: Array($0.utf8)) }
                ?? .refused(path: name, english: "not there", chinese: "不存在")
        }
        return reader.finish()
    }

    @Test("CSV: every column, in any order, by any of its names")
    func table() throws {
        let read = read(
            """
            beat,Name,name-zh,KIND,from,to,side,Latitude,Longitude,to_lat,to_lon,aliases
            B1,Pine St,松街,street,1200,1298,even,37.79,-122.41,37.79,-122.40,Old Pine Rd; 老松街
            B2,City Hall,,landmark,,,,37.779,-122.419,,,

            """)
        #expect(read.problems.isEmpty && read.gazetteer.count == 2 && read.rowCount == 2)
        let found = try #require(read.gazetteer.search("1250 old pine").first)
        #expect(found.names == BilingualText("1250 Pine St", "松街1250号") && found.beat == "B1")
        #expect(found.point?.longitudeMicrodegrees ?? 0 > -122_410_000)
        #expect(read.gazetteer.search("老松").first?.names.english == "Pine St")
    }

    @Test("All faults are told by line, field and remedy, and the rest is read")
    func faults() {
        let read = read(
            """
            kind,name,from,to,side,lat,lon,beat,colour
            palace,A,,,,1.5,1.5,B1,
            street,,,,,1.5,1.5,B1,
            street,Elm St,20,10,,1.5,1.5,B1,
            street,Elm St,1,9,left,1.5,1.5,B1,
            landmark,Tower,,,,-122.4,37.7,B1,
            landmark,"Open
            landmark,Short,
            landmark,Zero,,,,0,0,B1,
            landmark,---,,,,1.5,1.5,B1,
            landmark,Good,,,,1.5,1.5,B1,
            """)
        let told = read.problems.map { "\($0.line) \($0.field)" }
        #expect(
            told == ["1 colour", "2 kind", "3 name", "4 from", "5 side", "6 lat", "7 ", "8 ", "9 lat", "10 name"],
            "\(told)")
        #expect(read.problems.allSatisfy { !$0.english.isEmpty && !$0.chinese.isEmpty && $0.file == "places.csv" })
        #expect(read.problems[5].english.contains("longitude stands first"))
        // A place whose point cannot be read is found by its name.
        #expect(["Good", "Tower", "Zero"].allSatisfy { read.gazetteer.search($0).first?.names.english == $0 })
    }

    @Test("A file without a row, a header or a name column is told", arguments: ["", "\n\n", "kind,lat\nstreet,1\n"])
    func useless(text: String) {
        let read = read(text)
        #expect(read.problems.count == 1 && read.gazetteer.isEmpty)
    }

    @Test("Faults beyond the bound are counted")
    func bound() {
        let rows = (0..<500).map { _ in "palace,A" }.joined(separator: "\n")
        let read = read("kind,name\n" + rows)
        #expect(read.problems.count == PlaceReader.problemLimit && read.problemCount == 500)
    }

    @Test("GeoJSON: points, lines as streets, polygons as beats that places get by where they lie")
    func features() throws {
        let text = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"kind":"beat","name":"Harbour","beat":"H1"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,2],[0,0]]]}},
            {"type":"Feature","properties":{"name":"Quay St","from":1,"to":99},"geometry":{"type":"LineString","coordinates":[[0.5,0.5],[0.7,0.6],[1.5,0.5]]}},
            {"type":"Feature","properties":{"name":"Light House","name_zh":"灯塔"},"geometry":{"type":"Point","coordinates":[1,1]}},
            {"type":"Feature","properties":{"name":"Far Away"},"geometry":{"type":"Point","coordinates":[9,9]}},
            {"type":"Feature","properties":{"kind":"palace","name":"X"},"geometry":{"type":"Point","coordinates":[1,1]}},
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,1]}}
            ]}
            """
        let read = read(text, "places.geojson")
        #expect(read.problems.map(\.field) == ["features[5].kind", "features[6].name"])
        #expect(read.problems.map(\.line) == [6, 7])
        let house = try #require(read.gazetteer.search("50 quay st").first)
        #expect(house.kind == .street && house.beat == "H1" && house.point?.longitude ?? 0 > 0.9)
        #expect(read.gazetteer.search("灯塔").first?.beat == "H1")
        #expect(read.gazetteer.search("far away").first?.beat == "")
        #expect(read.gazetteer.beat(near: City.point(1.9, 1.9)) == "H1")
        #expect(self.read("{", "a.json").problems.count == 1)
    }

    private static let description = """
        files = ["a.csv", "gone.csv"]
        hazards = "h.csv"
        beats = "b.geojson"
        colour = 1

        [[place]]
        kind = "compound"
        name = { en = "Sunshine Garden", zh = "阳光花园" }
        at = [1.0, 1.0]

        [[place]]
        kind = "street"
        name = "Elm St"
        from = 9
        to = 1

        [[hazard]]
        place = "Sunshine Garden"
        words = ["Gas bottles in the yard", "院内有煤气罐"]
        source = "inspection"
        until = "2026-12-31"

        [[hazard]]
        place = "Elm St"
        words = "dog"
        person = "J. Doe"
        source = "x"
        until = "2026-02-30"
        """

    @Test("TOML: files and hazards beside it, places and hazards in it, every fault at its line")
    func description() {
        let beats = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"beat":"H1"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,2],[0,0]]]}}]}
            """
        let read = read(
            Self.description, "places.toml",
            files: [
                "a.csv": "name,lat,lon\nTower,1.5,1.5\n", "b.geojson": beats,
                "h.csv": "place,words,source,until\nTower,Stairs out of use,survey,2027-01-01\n",
            ])
        let fields = Set(read.problems.map(\.field))
        #expect(fields == ["files", "colour", "place[2].to", "hazard[2].person", "until"], "\(read.problems)")
        #expect(read.gazetteer.hazards.all.map(\.source) == ["survey", "inspection"])
        #expect(read.gazetteer.search("tower").first?.beat == "H1")
        #expect(read.gazetteer.search("阳光花园").first?.beat == "H1")
    }

    @Test("What is written as CSV is read as the same")
    func roundTrip() {
        var records = City.records
        records.append(City.place(.landmark, "A \"quoted\", name", "", "B1", -1.000005, 2.5))
        let read = read(PlaceCSV.text(records))
        #expect(read.problems.isEmpty && read.gazetteer.count == records.count)
        for record in records {
            #expect(
                read.gazetteer.search(record.names.english, limit: 24).contains {
                    $0.names.english == record.names.english
                })
        }
        #expect(PlaceCSV.text(records).contains("-1.000005"))
    }

    @Test("Random bytes as any of the three forms break nothing")
    func noise() {
        var random = Seeded(3)
        for file in ["a.csv", "a.geojson", "a.toml"] {
            for _ in 0..<100 {
                var bytes = Array("name,kind,lat,lon\n{\"type\":\"Feature\",[[place]]\nname=\"x\"\n".utf8)
                for _ in 0..<Int.random(in: 1...20, using: &random) {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
                var reader = PlaceReader()
                reader.takePlaces(bytes, file: file) { .refused(path: $0, english: "", chinese: "") }
                #expect(reader.finish().problems.count <= PlaceReader.problemLimit)
            }
        }
    }
}

@Suite("Hazards of places")
struct PlaceHazardTests {
    private static let day = CivilDate(year: 2026, month: 12, day: 1)

    private static func hazard(
        _ place: String, beat: String = "", point: GeoPoint? = nil, words: String = "w",
        until: CivilDate = CivilDate(year: 2026, month: 12, day: 31), kind: PlaceHazard.Kind = .hazard
    ) -> PlaceHazard {
        PlaceHazard(
            kind: kind, place: BilingualText(place, place), beat: beat, point: point,
            words: BilingualText(words, words),
            source: "survey", until: until)
    }

    private func found(_ hazards: [PlaceHazard], _ place: Place, _ beat: String = "B1") -> [String] {
        PlaceHazards(hazards).hazards(at: place, beat: beat, on: Self.day).map(\.words.english)
    }

    @Test("They hold for the place however it is written, in its beat, until their last day; hazards before notes")
    func held() {
        let all = [
            Self.hazard("12 Pine Street", words: "note", kind: .note), Self.hazard("12 PINE ST", words: "gas"),
            Self.hazard("12 Pine St", beat: "B2", words: "elsewhere"),
            Self.hazard("12 Pine St", words: "ended", until: CivilDate(year: 2026, month: 11, day: 30)),
            Self.hazard("12 Pine St", words: "today", until: Self.day), Self.hazard("14 Pine St", words: "next door"),
        ]
        #expect(found(all, Place(text: "12 pine st.")) == ["gas", "today", "note"])
        #expect(found(all, Place(text: "12 Pine St"), "B2") == ["gas", "elsewhere", "today", "note"])
        #expect(found([Self.hazard("A St / B St")], Place(text: "b st & a street")) == ["w"])
        #expect(found(all, Place(text: "")).isEmpty)
    }

    @Test("One with a point holds as far around it as it says")
    func placed() {
        let hazard = Self.hazard("Yard", point: City.point(37.79, -122.41))
        #expect(found([hazard], Place(text: "x", point: City.point(37.7902, -122.41))) == ["w"])
        #expect(found([hazard], Place(text: "x", point: City.point(37.7908, -122.41))).isEmpty)
    }

    /// Who writes a name into a field that was made for one has it on every screen for years.
    @Test("They have no field for a person: neither the record nor a file of them")
    func noPerson() {
        let fields = Mirror(reflecting: Self.hazard("x")).children.compactMap(\.label)
        #expect(fields == ["kind", "place", "beat", "point", "metres", "words", "source", "until"])
        #expect(
            HazardTable.columns.map { $0.names[0] } == [
                "kind", "place", "place_zh", "beat", "lat", "lon", "metres", "words", "words_zh", "source", "until",
            ])
        for column in ["person", "name", "resident", "phone", "plate", "姓名", "身份证"] {
            var reader = PlaceReader()
            let text = "place,words,source,until,\(column)\n12 Pine St,gas,survey,2026-12-31,J. Doe\n"
            reader.takeHazards(Array(text.utf8), file: "hazards.csv")
            let read = reader.finish()
            #expect(read.problems.count == 1 && read.problems[0].english.contains("never of persons"), "\(column)")
            let kept = read.gazetteer.hazards.all
            #expect(kept.count == 1 && !String(describing: kept).contains("Doe"), "\(column)")
        }
    }

    @Test("One without a source, words or a last day is not taken, and all that it lacks is told")
    func whole() {
        var reader = PlaceReader()
        let text = """
            place,words,source,until,metres
            12 Pine St,,,,
            12 Pine St,gas,survey,tomorrow,9999999
            ,gas,survey,2026-12-31,

            """
        reader.takeHazards(Array(text.utf8), file: "hazards.csv")
        let read = reader.finish()
        #expect(read.gazetteer.hazards.isEmpty)
        #expect(
            read.problems.map { "\($0.line) \($0.field)" } == [
                "2 words", "2 source", "2 until", "3 until", "3 metres", "4 place",
            ])
    }
}
