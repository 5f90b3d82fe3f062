import DispatchModel
import Formats
import Testing

@testable import DispatchPolicy

@Suite("Deadline profiles as files")
struct ProfileFileTests {
    @Test("The shipped profiles have the figures of their sources")
    func shipped() throws {
        let profiles = try ProfileFile.shipped()
        #expect(profiles.map(\.name) == ["nena", "nfpa", "110", "1-3-5"])
        /// Seconds and wanted percent of each limit, by profile and measure.
        let table: [String: [(ProfileMeasure, [(Int64, Int64?)])]] = [
            "nena": [(.answer, [(15, 90), (20, 95)])],
            "nfpa": [(.answer, [(10, 90)]), (.process, [(60, 90)])],
            "110": [
                (.acknowledged, [(30, nil), (60, nil), (120, nil), (180, nil)]),
                (.enRoute, [(300, nil), (600, nil), (900, nil), (1800, nil)]),
                (.arrived, [(300, nil), (600, nil), (900, nil), (1800, nil)]),
                (.feedback, [(1800, nil), (3600, nil), (7200, nil), (14_400, nil)]),
            ], "1-3-5": [(.quickResponse, [(60, nil), (180, nil), (300, nil)])],
        ]
        for profile in profiles {
            let expected = try #require(table[profile.name])
            #expect(profile.targets.map(\.measure) == expected.map(\.0))
            for (target, (_, limits)) in zip(profile.targets, expected) {
                #expect(target.limits.map(\.within.seconds) == limits.map(\.0), "\(profile.name)")
                #expect(target.limits.map(\.wanted) == limits.map(\.1), "\(profile.name)")
            }
            #expect(!profile.source.isEmpty && profile.english != profile.chinese)
        }
        #expect(profiles.contains { $0.name == ProfileFile.usual })
        #expect(profiles[2].targets.map(\.headline) == [1, 0, 1, nil])
    }

    private static let good = """
        [[profile]]
        name = "district"
        title = ["Our district", "本区"]
        source = "order 12"
        [[profile.target]]
        measure = "arrived"
        limits = [{ within = "5m", wanted = 80 }, { within = "10m" }]
        priorities = ["P1", "P2"]
        kinds = ["vehiclePatrol"]
        panes = "patrol"
        headline = 2
        """

    @Test("A profile of one's own, with everything")
    func own() throws {
        let profile = try #require(try ProfileFile.read(text: ProfileFileTests.good, file: "p.toml").first)
        let target = ProfileTarget(
            .arrived, [ProfileLimit(.minutes(5), wanted: 80), ProfileLimit(.minutes(10))], priorities: [.p1, .p2],
            kinds: [.vehiclePatrol], panes: [.patrol], headline: 1)
        #expect(
            profile
                == DeadlineProfile(
                    name: "district", english: "Our district", chinese: "本区", source: "order 12", targets: [target]))
        var replacing = profile
        replacing.name = "110"
        let all = ProfileFile.adding([replacing, profile], to: try ProfileFile.shipped())
        #expect(all.map(\.name) == ["nena", "nfpa", "110", "1-3-5", "district"])
        #expect(all[2].source == "order 12")
        #expect(try ProfileFile.read(text: "", file: "p.toml").isEmpty)
        let both = ProfileFileTests.good.replacing("\"order 12\"", with: "[\"order 12\", \"第12号令\"]")
        let told = try #require(try ProfileFile.read(text: both, file: "p.toml").first)
        #expect(told.source == "order 12" && told.sourceChinese == "第12号令")
    }

    @Test("What ships says where it comes from in both languages")
    func bilingualSources() throws {
        func isChinese(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
        for profile in try ProfileFile.shipped() {
            #expect(!isChinese(profile.source) && isChinese(profile.sourceChinese), "\(profile.name)")
            #expect(!isChinese(profile.english) && isChinese(profile.chinese), "\(profile.name)")
        }
    }

    @Test(
        "What is wrong is told with line and field",
        arguments: [
            ("name = \"district\"", "name = \"my district\"", 2, "profile[1].name"),
            ("name = \"district\"", "", 1, "profile[1].name"),
            ("title = [\"Our district\", \"本区\"]", "title = \"Our district\"", 3, "profile[1].title"),
            ("source = \"order 12\"", "", 1, "profile[1].source"),
            ("source =", "sauce =", 4, "profile[1].sauce"),
            ("measure = \"arrived\"", "measure = \"arival\"", 6, "profile[1].target[1].measure"),
            ("measure = \"arrived\"", "", 5, "profile[1].target[1].measure"),
            ("within = \"5m\"", "within = \"5 parsecs\"", 7, "profile[1].target[1].limits[1].within"),
            ("within = \"5m\"", "within = \"11m\"", 7, "profile[1].target[1].limits[2].within"),
            ("within = \"5m\"", "within = \"0s\"", 7, "profile[1].target[1].limits[1].within"),
            ("wanted = 80", "wanted = 180", 7, "profile[1].target[1].limits[1].wanted"),
            ("\"P2\"]", "\"P7\"]", 8, "profile[1].target[1].priorities"),
            ("vehiclePatrol", "tank", 9, "profile[1].target[1].kinds"),
            ("panes = \"patrol\"", "panes = \"dispatch\"", 10, "profile[1].target[1].panes"),
            ("headline = 2", "headline = 3", 11, "profile[1].target[1].headline"),
        ])
    func faults(_ old: String, _ new: String, _ line: Int, _ field: String) {
        let text = ProfileFileTests.good.replacing(old, with: new)
        do throws(SettingsError) {
            _ = try ProfileFile.read(text: text, file: "p.toml")
            Issue.record("taken: \(text)")
        } catch {
            let told = error.problems.contains { $0.field == field && $0.line == line && $0.file == "p.toml" }
            #expect(told, "\(error)")
            for problem in error.problems { #expect(!problem.english.isEmpty && !problem.chinese.isEmpty) }
        }
    }

    @Test("Too many, named twice, without measures, no TOML")
    func more() {
        let good = ProfileFileTests.good
        let many = (0..<40).map { good.replacing("district\"", with: "d\($0)\"") }.joined(separator: "\n")
        let twice = good + "\n" + good
        let bare = good.split(separator: "\n").prefix(4).joined(separator: "\n")
        for text in [many, twice, bare, "[[profile", "profile = 3"] {
            #expect(throws: SettingsError.self) { try ProfileFile.read(text: text, file: "p.toml") }
        }
    }

    @Test("The configuration names the profile and nothing else")
    func configuration() throws {
        #expect(try RoomConfiguration.read(text: "", file: "c.toml").profile == nil)
        #expect(try RoomConfiguration.read(text: "profile = \"nfpa\"", file: "c.toml").profile == "nfpa")
        #expect(try RoomConfiguration.read(text: "theme = \"abyss\"", file: "c.toml").theme == "abyss")
        for text in ["profile = 3", "profil = \"nfpa\"", "profile"] {
            #expect(throws: SettingsError.self) { try RoomConfiguration.read(text: text, file: "c.toml") }
        }
    }
}
