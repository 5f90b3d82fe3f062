import DispatchModel
import Formats
import TestSupport
import Testing

@testable import Districts

@Suite("District files")
struct DistrictReaderTests {
    static let small = """
        name = ["Harbour", "港区"]
        zone = "Asia/Shanghai"
        paperwork = "5m"
        [demand]
        by_weekday = [1, 1, 1, 1, 1, 2, 0]
        [types.fight]
        name = ["Fight", "打架斗殴"]
        per_hour = 2
        priorities = ["P1", "P2", "P2"]
        minutes = 30
        [types.noise]
        name = ["Noise", "噪声"]
        per_hour = 1
        priorities = [0, 0, 0, 0.5, 0.5]
        on_scene = { observed = [60, 120, 600] }
        paperwork = { exponential = "2m" }
        [beats.B1]
        name = ["Quay", "码头"]
        at = [30.5, 123.2]
        streets = ["Quay St / 码头街"]
        [beats.B2]
        corners = [[30.0, 123.0], [30.0, 123.1], [30.1, 123.0]]
        weight = 3
        [shifts]
        night = { begins = "20:00", ends = "08:00" }
        [units]
        A1 = { kind = "vehiclePatrol", beat = "B1", at = [30.5, 123.2], shifts = ["night"] }
        Q1 = { kind = "quickResponse", beat = "B2", circle = 3 }
        [[plans]]
        name = "all"
        send = ["2 vehiclePatrol|footPatrol", "1 quickResponse"]
        """

    @Test("Everything that a file says is in the model")
    func reads() throws {
        let model = try DistrictReader.read(text: Self.small, file: "folder/harbour.toml")
        #expect(model.id == "harbour")
        #expect(model.name == BilingualText("Harbour", "港区"))
        #expect(model.callsPerHour == [Double](repeating: 3, count: 24))
        #expect(model.weekdayFactors == [1, 1, 1, 1, 1, 2, 0])
        let fight = try #require(model.type("fight"))
        #expect(fight.priorities == [1, 2, 0, 0, 0])
        #expect(fight.onScene == .lognormal(mean: 1800, variation: 0.45))
        #expect(fight.paperwork == .fixed(300))
        let noise = try #require(model.type("noise"))
        #expect(noise.onScene == .observed([60, 120, 600]))
        #expect(noise.paperwork == .exponential(mean: 120))
        #expect(model.beat("B1")?.streets == [BilingualText("Quay St", "码头街")])
        #expect(model.beat("B2")?.outline.first?.count == 3)
        #expect(model.beat("B2")?.weight == 3)
        let patrol = try #require(model.units.first { $0.callsign == "A1" })
        #expect(patrol.patrols && patrol.shifts == ["night"])
        #expect(model.works(patrol, minuteOfDay: 1300) && !model.works(patrol, minuteOfDay: 600))
        #expect(model.units.first { $0.callsign == "Q1" }?.pane == .quickResponse)
        #expect(model.responsePlans.plans.first?.requirements.map(\.count) == [2, 1])
    }

    @Test(
        "What is wrong is told with its line and field",
        arguments: [
            ("zone = \"Asia/Shanghai\"", "zone = \"Moon\"", 2, "zone"),
            ("paperwork = \"5m\"", "paperwork = \"5 weeks\"", 3, "paperwork"),
            ("paperwork = \"5m\"", "paperwerk = \"5m\"", 3, "paperwerk"),
            ("[1, 1, 1, 1, 1, 2, 0]", "[1, 1]", 5, "demand.by_weekday"),
            ("per_hour = 2", "per_hour = -2", 8, "types.fight.per_hour"),
            ("[\"P1\", \"P2\", \"P2\"]", "[\"P1\", \"P9\"]", 9, "types.fight.priorities"),
            ("[60, 120, 600]", "[60, 20]", 15, "types.noise.on_scene.observed"),
            ("at = [30.5, 123.2]\nst", "at = [130.5, 123.2]\nst", 19, "beats.B1.at"),
            ("[30.1, 123.0]]", "]", 22, "beats.B2.corners"),
            ("ends = \"08:00\"", "ends = \"8\"", 25, "shifts.night.ends"),
            ("kind = \"vehiclePatrol\", beat = \"B1\"", "kind = \"tank\", beat = \"B1\"", 27, "units.A1.kind"),
            ("beat = \"B2\"", "beat = \"B9\"", 28, "units.Q1.beat"),
            ("[\"night\"]", "[\"noon\"]", 27, "units.A1.shifts"),
            ("1 quickResponse", "1 tank", 31, "plans[1].send[2]"),
            ("[types.fight]", "[types.fight", 6, ""),
        ])
    func faults(old: String, new: String, line: Int, field: String) throws {
        let text = Self.small.replacing(old, with: new, maxReplacements: 1)
        #expect(text != Self.small)
        let error = #expect(throws: SettingsError.self) { try DistrictReader.read(text: text, file: "d.toml") }
        let problem = try #require(error?.problems.first)
        #expect(problem.line == line, "\(problem)")
        #expect(problem.field == field, "\(problem)")
        #expect(!problem.english.isEmpty && !problem.chinese.isEmpty)
    }

    @Test("A file with many faults tells them all, in the order of the file")
    func all() {
        let text = Self.small.replacing("per_hour = 2", with: "per_hour = -2").replacing("\"P2\"", with: "\"Q2\"")
            .replacing("circle = 3", with: "circle = 300")
        let error = #expect(throws: SettingsError.self) { try DistrictReader.read(text: text, file: "d.toml") }
        #expect(error?.problems.map(\.line) == [8, 9, 9, 28])
    }

    @Test("Outlines come from GeoJSON by a property")
    func outlines() throws {
        let json = """
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"name": "B1"}, "geometry": {"type": "MultiPolygon", "coordinates":
            [[[[123.0, 30.0], [123.1, 30.0], [123.1, 30.1], [123.0, 30.0]]]]}},
            {"type": "Feature", "properties": {"name": "x"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}]}
            """
        let text = "outlines = { file = \"beats.geojson\" }\n" + Self.small
        let model = try DistrictReader.read(text: text, file: "d.toml") { $0 == "beats.geojson" ? json : nil }
        #expect(model.beat("B1")?.outline.first?.count == 4)
        for broken in ["", "[]", "{\"features\": []}"] {
            let error = #expect(throws: SettingsError.self) {
                try DistrictReader.read(text: text, file: "d.toml") { _ in broken }
            }
            #expect(error?.problems.first?.field == "outlines.file")
        }
    }

    @Test("A real city's outlines hold their own middles", .enabled(if: sharedData("data/geo") != nil))
    func realOutlines() throws {
        let path = try #require(sharedData("data/geo/seattle_spd_beats.geojson"))
        let outlines = try GeoJSONOutlines.read(String(contentsOfFile: path, encoding: .utf8), property: "name")
        #expect(outlines.count == 51)
        #expect(outlines.values.allSatisfy { !$0.isEmpty })
    }

    @Test("The shipped districts have no fault, and what is written is read back the same")
    func shipped() throws {
        for (name, _) in BuiltinDistricts.texts {
            let model = try #require(try BuiltinDistricts.district(name))
            #expect(model.callsPerDay > 100)
            let text = DistrictWriter.text(model, remarks: ["again"])
            let again = try DistrictReader.read(text: text, file: "\(name).toml")
            #expect(
                again.units.sorted { $0.callsign < $1.callsign } == model.units.sorted { $0.callsign < $1.callsign })
            #expect(again.responsePlans == model.responsePlans)
            #expect(again.beats == model.beats)
            #expect(DistrictWriter.text(again, remarks: ["again"]) == text)
            #expect(abs(again.callsPerDay - model.callsPerDay) < 0.1)
        }
    }

    @Test("Awkward names survive writing and reading")
    func awkward() throws {
        var model = try DistrictReader.read(text: Self.small, file: "harbour.toml")
        model.units[0].callsign = "é \"1\" \\ x"
        model.units[0].dutyPoint.text = "line\nfeed\ttab 漢字"
        let again = try DistrictReader.read(text: DistrictWriter.text(model), file: "harbour.toml")
        #expect(again.units.contains { $0.callsign == model.units[0].callsign })
        #expect(again.units.contains { $0.dutyPoint.text == model.units[0].dutyPoint.text })
    }
}
