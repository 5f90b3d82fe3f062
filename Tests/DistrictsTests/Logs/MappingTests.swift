import DispatchModel
import Formats
import Foundation
import Testing

@testable import Districts

@Suite struct MappingTests {
    private static let good = """
        title = "Testville"
        source = "test"
        [time]
        format = "yyyy-MM-dd HH:mm"
        zone = "UTC"
        [columns]
        received = "When"
        """

    private func problems(_ text: String) -> [SettingsProblem] {
        do throws(MappingError) {
            _ = try Mapping(text: text, file: "city.toml")
            return []
        } catch {
            return error.problems
        }
    }

    @Test(arguments: ["san-francisco-fire", "seattle-police", "montgomery-county", "sample-district"])
    func shipsGoodFiles(_ name: String) throws {
        let mapping = try #require(try Mapping.builtin(name))
        #expect(!mapping.title.isEmpty && !mapping.source.isEmpty && !mapping.detect.isEmpty)
        for type in mapping.types.values {
            #expect(!type.english.isEmpty && type.chinese.unicodeScalars.contains { $0.value > 0x3000 }, "\(type.code)")
            #expect(type.code == type.code.lowercased(), "\(type.code)")
        }
        for unit in mapping.roster { #expect(unit.dutyPoint.point != nil, "\(unit.callsign)") }
    }

    @Test func shipsDifferentSources() throws {
        let mappings = try Mapping.builtins()
        #expect(Set(mappings.map(\.source)).count == mappings.count)
    }

    static let faults: [(name: String, text: String, field: String, line: Int, column: Int)] = [
        ("not TOML", "title = \"x", "", 1, 9),
        ("no source", good.replacing("source = \"test\"\n", with: ""), "source", 0, 0),
        ("empty title", good.replacing("Testville", with: ""), "title", 1, 1),
        ("unknown key", good.replacing("source", with: "sauce = 1\nsource"), "sauce", 2, 1),
        ("unknown zone", good.replacing("\"UTC\"", with: "\"Nowhere/City\""), "time.zone", 5, 1),
        ("bad format", good.replacing("HH:mm", with: "QQ"), "time.format", 4, 1),
        ("no received", good.replacing("received", with: "closed"), "columns.received", 6, 1),
        ("times without a unit", good + "\nassigned = \"Sent\"\n", "columns.unit", 6, 1),
        ("wrong kind", good + "\n[priority]\n  default = \"P9\"\n", "priority.default", 9, 3),
        ("bad type", good + "\n[types]\nFire = [\"fire\"]\n", "types.Fire", 9, 1),
        ("bad unit kind", good + "\n[units.types]\n\"A B\" = { kind = \"tank\" }\n", "units.types.A B.kind", 9, 11),
        ("bad pane", good + "\n[roster]\nA1 = { pane = \"wall\" }\n", "roster.A1.pane", 9, 8),
        ("bad circle", good + "\n[roster]\nA1 = { circle = 90 }\n", "roster.A1.circle", 9, 8),
        ("bad point", good + "\n[roster]\nA1 = { at = [95.0, 3] }\n", "roster.A1.at", 9, 8),
        ("table wanted", good + "\n[roster]\nA1 = 3\n", "roster.A1", 9, 1),
    ]

    @Test(arguments: faults)
    func tellsWhereAndWhat(name: String, text: String, field: String, line: Int, column: Int) throws {
        let found = problems(text)
        let problem = try #require(found.first { $0.field == field }, "\(name): \(found)")
        #expect(problem.line == line && problem.column == column, "\(name): \(problem.position)")
        #expect(problem.chinese.unicodeScalars.contains { $0.value > 0x3000 }, "\(name)")
        #expect(problem.position.hasPrefix("city.toml"))
    }

    @Test func readsGoodFile() {
        #expect(problems(Self.good) == [])
    }

    @Test func readsFilesFromDisk() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("mapping-\(UUID()).toml").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Self.good.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try Mapping(path: path).title == BilingualText("Testville", "Testville"))
        try String(repeating: "#", count: Mapping.fileLimit + 1).write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: MappingError.self) { try Mapping(path: path) }
        #expect(throws: LogError.unreadable(path: "/nowhere/m.toml", code: 2)) { try Mapping(path: "/nowhere/m.toml") }
    }

    @Test func matchesExactTextBeforeLongestBeginning() {
        var rules = Rules<Int>()
        rules.add("EMS:*", 1)
        rules.add("EMS: FALL*", 2)
        rules.add("EMS: FALL VICTIM", 3)
        #expect(rules["ems: fall victim"] == 3)
        #expect(rules["EMS: FALL FROM ROOF"] == 2)
        #expect(rules["EMS: OTHER"] == 1)
        #expect(rules["Fire"] == nil)
    }

    @Test(
        "the San Francisco log plays as it was downloaded over the years, and lacks nothing",
        arguments: [("Neighborhood  District", "Location"), ("Neighborhooods - Analysis Boundaries", "case_location")])
    func sanFrancisco(quarter: String, point: String) throws {
        let header =
            "Call Number,Unit ID,Call Type,Received DtTm,Dispatch DtTm,Response DtTm,On Scene DtTm,Transport DtTm,Hospital "
            + "DtTm,Call Final Disposition,Available DtTm,Address,Battalion,Station Area,Priority,Call Type Group,Unit Type,"
            + "\(quarter),\(point),RowID"
        let isNew = point == "case_location"
        func time(_ minute: Int) -> String {
            isNew ? "2020 Apr 07 11:\(minute):08 PM" : "04/07/2020 11:\(minute):08 PM"
        }
        let row =
            "1,E32,Alarms,\(time(10)),\(time(11)),\(time(12)),\(time(18)),,,Fire,\(time(40)),1 MAIN ST,B02,01,3,Alarm,ENGINE,"
            + "Mission,\(isNew ? "POINT (-122.42 37.76)" : "\"(37.76, -122.42)\""),1-E32"
        let bytes = Array("\(header)\n\(row)\n".utf8)
        let mapping = try CallLog.detectMapping(bytes: bytes, name: "calls.csv", among: Mapping.builtins())
        #expect(mapping.name == "san-francisco-fire")
        let log = try CallLog(bytes: bytes, name: "calls.csv", mapping: mapping)
        #expect(log.lackingColumns.isEmpty && log.problems.groups.isEmpty && log.unruled.isEmpty)
        let incident = try #require(log.incidents.first)
        #expect(incident.place.text == "1 MAIN ST, Mission")
        #expect(incident.place.point == GeoPoint(latitude: 37.76, longitude: -122.42))
        #expect(log.milestones.count == 4)
    }

    @Test func detectsByHeader() throws {
        let mappings = try Mapping.builtins()
        let sample = Array(try SampleDistrict.csv().utf8)
        #expect(try CallLog.detectMapping(bytes: sample, name: "s", among: mappings).source == "sample")
        let real = "Call Number,Unit ID,Received DtTm, Available  DtTm,City\n1,E1,x,y,San Francisco\n"
        #expect(try CallLog.detectMapping(bytes: Array(real.utf8), name: "r", among: mappings).source == "sffd")
        let header = LogHeader(
            LogLayout(encoding: .utf8, separator: UInt8(ascii: ","), header: ["a", "b"], linesBefore: 1))
        #expect(throws: LogError.noMapping(path: "u", header: header)) {
            try CallLog.detectMapping(bytes: Array("a,b\n".utf8), name: "u", among: mappings)
        }
        #expect(throws: LogError.empty(path: "e")) {
            try CallLog.detectMapping(bytes: [], name: "e", among: mappings)
        }
    }
}

@Suite("Rosters")
struct RosterTests {
    @Test("The priority that a roster gives to a type reaches the board")
    func priorities() throws {
        let roster = try Roster(
            text: """
                [types]
                "s" = ["shooting", "Shooting", "枪击", "P1"]
                "t" = ["theft", "Theft", "盗窃"]
                """, file: "roster.toml")
        let types = roster.observations(at: .epoch, actor: .system).compactMap { observation -> TypeDefined? in
            if case .type(let type) = observation.content { type } else { nil }
        }
        #expect(types.map(\.priority) == [.p1, nil])
    }

    @Test("Beats and duty points have one name or two, and one text with both is two")
    func names() throws {
        let roster = try Roster(
            text: """
                [beats]
                B01 = { name = { en = "Old Town", zh = "老城" }, at = [30.5, 123.1] }
                B02 = { name = "Market / 集市" }
                B03 = { name = "Station" }
                B04 = { at = [30.5, 123.1] }
                [roster]
                3A11 = { place = { en = "Grid office", zh = "网格站" } }
                3A12 = { place = "Mission St / 16th St" }
                3A13 = {}
                """, file: "roster.toml")
        let said = roster.observations(at: .epoch, actor: .system).map(\.content)
        let beats = said.compactMap { content -> BilingualText? in
            if case .beat(let beat) = content { beat.names } else { nil }
        }
        #expect(
            beats == [
                BilingualText("Old Town", "老城"), BilingualText("Market", "集市"), BilingualText("Station", "Station"),
                BilingualText("B04", "B04"),
            ])
        let places = said.compactMap { content -> Place? in
            if case .unit(let unit) = content { unit.dutyPoint } else { nil }
        }
        #expect(
            places == [
                Place(text: "Grid office", chinese: "网格站"), Place(text: "Mission St / 16th St"), Place(text: ""),
            ])
    }

    @Test("The sample says every place in both languages")
    func sample() throws {
        let mapping = try #require(try Mapping.builtin("sample-district"))
        let log = try CallLog(bytes: Array(try SampleDistrict.csv().utf8), name: "sample", mapping: mapping)
        let places = log.incidents.map(\.place)
        #expect(places.count > 100)
        #expect(places.allSatisfy { $0.text.contains("Block of") && $0.chinese.hasSuffix("号") })
    }
}
